"""Matrices of ties in sheets: what they hold, what is asked, and the way back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabnet.data.networks import matrix, matrix_write
from collabnet.data.records import split_records
from collabnet.data.sources.opened import Grid, Opened
from collabnet.model.errors import CollabnetError
from collabnet.model.network import Network
from data.networks.strategies import IDS, Read, content, networks, opened

SQUARE = ",court,school,clinic\ncourt,0,3,1\nschool,0,0,0\nclinic,2.5,,0\n"
MEETINGS = "who,May,June\ncourt,1,0\nschool,0,2\n"


def read(text, delimiter=",", **options):
    return Read(matrix, opened(text, "site.csv", delimiter), **options)


class TestRead:
    def test_cells_are_strengths_from_the_row_to_the_column(self):
        found = read(SQUARE)
        assert found.ties == [
            ("court", "school", 3.0),
            ("court", "clinic", 1.0),
            ("clinic", "court", 2.5),
        ]
        assert found.network.is_directed

    def test_an_empty_cell_is_no_tie_and_said(self):
        found = read(SQUARE)
        assert found.codes == ["missing_cells"]
        assert found.problem("missing_cells").line == 4
        assert read(SQUARE.replace(",,", ",0,")).codes == []

    def test_an_empty_diagonal_needs_no_word(self):
        assert read(",a,b\na,,1\nb,0,-\n").codes == []

    def test_actors_without_ties_are_kept(self):
        assert read(",a,b,c\na,0,1,0\nb,0,0,0\nc,0,0,0\n").network.actor_ids == ("a", "b", "c")

    def test_a_matrix_alike_on_both_sides_holds_ties_without_direction(self):
        found = read(",a,b\na,0,2\nb,2,0\n")
        assert (found.ties, found.network.is_directed) == ([("a", "b", 2.0)], False)
        assert found.codes == ["direction_taken"]

    def test_rows_and_columns_without_a_common_label_are_two_kinds_of_actors(self):
        found = read(MEETINGS)
        assert found.ties == [("court", "May", 1.0), ("school", "June", 2.0)]
        assert found.problem("two_mode").message == (
            "site.csv has two kinds of actors: 2 and 2; the column mode says which is which."
        )

    @pytest.mark.parametrize(
        ("corner", "headings", "question"),
        [
            ("Agency", ("How often in contact with Sheriff?", "Trust"), 0),
            ("Your agency", ("May", "June"), None),
            ("Agency", ("Contact with Sheriff", "Contact with Court"), 0),
            ("Agency", ("Name", "Q5_1"), 1),
        ],
    )
    def test_headings_that_read_like_questions_are_asked_about(self, corner, headings, question):
        """A survey taken for a matrix would make an actor of each of its questions."""
        text = f"{corner},{','.join(headings)}\ncourt,1,0\nschool,,2\n"
        problem = read(text).problem("matrix_or_survey")
        seen = corner if question is None else headings[question]
        assert (problem.level, problem.line, problem.answers) == ("ASK", 1, ("two_mode",))
        assert problem.message == (
            f"site.csv may be answers to a survey: the heading '{seen}' reads like a question, not "
            "like a name. As a matrix, each question would become an actor."
        )
        assert "matrix_or_survey" not in read(text, matrix_kind="two_mode").codes

    @pytest.mark.parametrize("headings", ["May,June", "Team A,Team B", "What works,Who is who"])
    def test_headings_that_may_be_names_are_not(self, headings):
        assert "matrix_or_survey" not in read(f"court,{headings}\na,1,0\nb,0,2\n").codes

    def test_columns_in_another_order_are_asked_about(self):
        found = read(",b,a\na,1,0\nb,0,0\n")
        problem = found.problem("matrix_order")
        assert (problem.level, problem.line) == ("ASK", 2)
        assert problem.answers == ("by_label", "by_place")
        assert found.ties == [("a", "b", 1.0)]

    def test_a_matrix_that_lacks_a_row_is_asked_about(self):
        text = ",a,b,c\na,0,1,0\nb,0,0,4\n"
        problem = read(text).problem("matrix_kind")
        assert (problem.level, problem.message) == (
            "ASK",
            "Rows and columns have 2 of 3 labels in common.",
        )
        answered = read(text, matrix_kind="one_mode")
        assert answered.ties == [("a", "b", 1.0), ("b", "c", 4.0)]
        assert answered.network.actor_ids == ("a", "b", "c")
        assert len(read(text, matrix_kind="two_mode").network.actor_ids) == 5

    def test_totals_are_asked_about(self):
        text = ",a,b,Total\na,0,1,1\nb,0,0,0\nTotal,0,1,1\n"
        found = read(text)
        assert found.codes == ["total_column", "total_row"]
        assert found.problem("total_row").row == 4
        dropped = read(text, total_rows="drop")
        assert (dropped.codes, dropped.ties) == (["total_row_dropped"], [("a", "b", 1.0)])
        assert dropped.is_conserved()
        assert "Total" in read(text, total_rows="keep").network.actor_ids

    def test_sheets_with_the_same_labels_are_relations(self):
        sheets = [
            Grid("trust", split_records(",a,b\na,0,1\nb,0,0\n", ",")),
            Grid("advice", split_records(",a,b\na,0,0\nb,1,0\n", ",")),
            Grid("notes", split_records("x\ny\n", ",")),
            Grid("old", split_records(",a,b\na,0,1\nb,1,0\n", ","), is_hidden=True),
        ]
        found = Read(matrix, Opened("site.xlsx", "workbook", grids=sheets))
        assert found.relations == [("a", "b", "trust"), ("b", "a", "advice")]

    def test_blank_lines_and_titles_of_the_corner_make_no_difference(self):
        text = "From \\ To,a,b,\n\na,0,1,\n\nb,0,0,\n"
        assert read(text).ties == [("a", "b", 1.0)]

    def test_spaces_around_labels_are_left_out_and_counted(self):
        found = read(", a,b\na ,0,1\nb,0,0\n")
        assert found.ties == [("a", "b", 1.0)]
        assert found.problem("spaces_trimmed").message == (
            "2 cells of labels had spaces around the text, which were left out."
        )

    def test_a_tie_stands_in_its_row_and_column(self):
        found = read(SQUARE.replace("2.5", "-2"))
        problem = found.problem("negative_number")
        assert (problem.row, problem.line, problem.column) == (4, 4, "court")
        assert found.is_conserved()


class TestWrong:
    @pytest.mark.parametrize(
        ("cell", "code", "level"),
        [
            ("inf", "not_finite", "ROW"),
            ("nan", "not_finite", "ROW"),
            ("50%", "number_with_sign", "ROW"),
            ("5+", "not_one_number", "ROW"),
            ("often", "not_a_number", "ROW"),
            ('"3,5"', "decimal_unclear", "ASK"),
            ("1 234", "spaced_number", "ASK"),
        ],
    )
    def test_a_cell_that_is_no_number_is_named(self, cell, code, level):
        found = read(SQUARE.replace("court,0,3", f"court,0,{cell}"))
        problem = found.problem(code)
        assert (problem.level, problem.row) == (level, 2)
        assert found.is_conserved()

    def test_rows_that_do_not_fit_are_left_out_and_their_actors_stay(self):
        found = read(",a,b\na,0,1,5\nb,1\n")
        assert found.codes == ["row_too_long", "row_too_short"]
        assert found.network.actor_ids == ("a", "b")
        assert found.is_conserved()

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("", "empty_file"),
            (" \n", "empty_file"),
            (",a,b\n", "no_data_rows"),
            ("a\nb\n", "no_data_rows"),
        ],
    )
    def test_what_is_no_matrix_is_refused(self, text, code):
        found = read(text)
        assert (found.network, found.codes) == (None, [code])

    @settings(max_examples=120, deadline=None)
    @given(st.sampled_from([SQUARE, MEETINGS]), st.data())
    def test_whatever_is_cut_or_put_in_nothing_is_lost_silently(self, text, data):
        at = data.draw(st.integers(0, len(text)))
        to = data.draw(st.integers(at, min(len(text), at + 9)))
        piece = data.draw(st.sampled_from(["", '"', ",", "9", "\0", "-1", "nan", "\n", "court"]))
        found = read(text[:at] + piece + text[to:], merge=data.draw(st.booleans()))
        assert found.network is not None or found.ledger.is_stopped
        assert found.network is None or found.is_conserved()


class TestRecognise:
    @pytest.mark.parametrize(
        ("text", "score"),
        [
            (SQUARE, 0.95),
            (",b,a\na,1,0\nb,0,0\n", 0.95),
            (",a,b,c\na,0,1,0\nb,0,0,4\n", 0.8),
            (",May,June\ncourt,1,0\nschool,0,2\n", 0.4),
            (MEETINGS, 0.25),
            ("agency_id,capacity,beds\ncourt,1,2\nschool,0,2\n", 0.0),
            ("source,target,strength\na,b,1\n", 0.0),
            ("agency_id,name\ncourt,Court\n", 0.0),
            ("", 0.0),
        ],
    )
    def test_the_same_labels_above_and_beside(self, text, score):
        assert matrix.recognise(opened(text, "site.csv", ",")) == score


class TestRoundTrip:
    @settings(max_examples=150, deadline=None)
    @given(
        networks(
            ids=IDS.filter(lambda text: "total" not in text.lower()),
            attributes=False,
            relations=False,
            parallel=False,
            strength="all",
        )
    )
    def test_everything_comes_back(self, network):
        try:
            text = matrix_write.write(network).decode()
        except CollabnetError as error:
            assert "lead both ways" in str(error)
            return
        found = read(text)
        if not len(network.ties):
            assert found.network.actor_ids == network.actor_ids
        else:
            assert content(found.network) == content(network)

    def test_two_kinds_of_actors_come_back(self):
        once = read(MEETINGS).network
        assert content(read(matrix_write.write(once).decode()).network) == content(once)

    @pytest.mark.parametrize(
        ("ties", "message"),
        [
            ([("a", "b", 0, {"relation": "trust"})], "the relation that a tie is of"),
            ([("a", "b", 0, {"wave": "1"})], r"attributes of ties \(wave\)"),
            ([("a", "b", 0, {}), ("a", "b", 1, {})], "two ties between the same actors"),
            (
                [("a", "b", 0, {}), ("b", "a", 1, {})],
                "ties with a direction that all lead both ways",
            ),
            ([("a", "b", 0, {"strength": 0})], "a tie of strength zero"),
        ],
    )
    def test_what_the_format_can_not_hold_is_named(self, ties, message):
        network = Network([("a", {}), ("b", {})], ties, is_directed=True)
        with pytest.raises(CollabnetError, match=f"A matrix can't hold {message}"):
            matrix_write.write(network)
