"""UCINET's DL files: what they hold, and what is asked."""

from collections import Counter

import pytest

from collabnet.data.issues import Ledger
from collabnet.data.networks import dl
from collabnet.data.networks.dl_labels import match_cut_labels
from collabnet.data.options import Answers
from data.networks.dl_files import (
    ALL,
    CLAIMED,
    EDGES,
    EDGES_EMBEDDED,
    EMBEDDED,
    EXPORTED,
    HAND_TYPED,
    LOWER,
    NODES,
    NODES_COUNTED,
    SEVERAL_LISTS,
    TWO_MODE,
    TWO_MODE_LIST,
    TWO_MODE_NAMES,
    UPPER,
    ends,
    read,
)
from data.networks.strategies import bare, opened


class TestRead:
    def test_a_full_matrix_with_labels(self):
        assert ends(HAND_TYPED) == {
            **dict.fromkeys([("court", "school"), ("court", "police"), ("court", "clinic")], 1.0),
            **dict.fromkeys([("school", "court"), ("school", "shelter")], 1.0),
            **dict.fromkeys([("police", "clinic"), ("clinic", "court")], 1.0),
            **dict.fromkeys([("clinic", "police"), ("clinic", "shelter")], 1.0),
            ("shelter", "school"): 1.0,
        }
        assert read(HAND_TYPED).codes == []

    def test_several_matrices_are_relations_with_their_names(self):
        found = read(EXPORTED)
        assert found.relations == [
            ("JUVENILE COURT", "RESIDENTIAL PROGRA", "REFERRAL"),
            ("JUVENILE COURT", "SHELTER", "REFERRAL"),
            ("SHELTER", "JUVENILE COURT", "REFERRAL"),
            ("JUVENILE COURT", "RESIDENTIAL PROGRA", "TRUST"),
            ("RESIDENTIAL PROGRA", "SHELTER", "TRUST"),
        ]
        assert [tie[2] for tie in found.ties] == [4.0, 1.0, 2.5, 1.0, 1.0]
        assert found.problem("labels_cut").message == (
            "1 label has 18 characters and all are in capitals, such as 'RESIDENTIAL PROGRA': "
            "cut by an old program, as it seems."
        )

    def test_labels_may_stand_in_the_matrix(self):
        assert ends(EMBEDDED) == {("court", "school"): 1.0, ("school", "clinic"): 1.0}

    def test_a_list_of_ties_by_number_leaves_a_strength_out_that_is_not_given(self):
        assert ends(EDGES) == {
            ("court", "school"): None,
            ("court", "police"): 2.5,
            ("clinic", "court"): None,
        }

    def test_a_list_of_ties_by_label(self):
        assert ends(EDGES_EMBEDDED) == {("Court B", "school"): 2.0, ("school", "clinic"): None}
        assert ends(EDGES.replace("1 3 2.5", "court police 2.5")) == ends(EDGES)

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (NODES, [("1", "3"), ("1", "2"), ("4", "1"), ("2", "4"), ("2", "1")]),
            (NODES_COUNTED, [("1", "2"), ("1", "3"), ("2", "1"), ("2", "4"), ("4", "1")]),
        ],
    )
    def test_an_actor_and_those_it_names(self, text, expected):
        assert [tie[:2] for tie in read(text).ties] == expected
        assert read(text).network.actor_ids == ("1", "2", "3", "4")

    def test_who_names_nobody_stays(self):
        found = read("dl n=3 format=nodelist1 labels embedded\ndata:\na b\nc\n")
        assert found.network.actor_ids == ("c", "a", "b")

    @pytest.mark.parametrize("text", [TWO_MODE, TWO_MODE_LIST, TWO_MODE_NAMES])
    def test_two_kinds_of_actors_are_told_by_mode(self, text):
        found = read(text)
        assert set(ends(text)) == {("court", "may"), ("court", "july"), ("school", "june")}
        assert not found.network.is_directed
        modes = found.network.actors.set_index("actor_id")["mode"].to_dict()
        assert modes == {
            **dict.fromkeys(["court", "school"], "first"),
            **dict.fromkeys(["may", "june", "july"], "second"),
        }

    def test_an_actor_called_like_one_of_the_other_kind_is_another(self):
        found = read(TWO_MODE.replace("may", "court"))
        assert "court #3" in found.network.actor_ids
        assert found.codes == ["matrix_kind", "repeated_label", "two_mode"]

    @pytest.mark.parametrize("text", [LOWER, UPPER])
    def test_one_half_of_a_matrix_holds_ties_without_direction(self, text):
        found = read(text)
        assert bare(found.network)[1] == Counter({(("a", "b"), 1.0): 1, (("b", "c"), 3.0): 1})
        assert not found.network.is_directed

    def test_a_full_matrix_without_a_diagonal(self):
        text = "DL N=3 DIAGONAL ABSENT\nDATA:\n1 0\n0 5\n0 0\n"
        assert ends(text) == {("1", "2"): 1.0, ("2", "3"): 5.0}

    def test_labels_that_are_only_said_to_be_embedded(self):
        assert ends(CLAIMED) == {("a b", "c"): 2.5}

    def test_lists_of_several_relations_are_parted_by_a_mark(self):
        assert read(SEVERAL_LISTS).relations == [("a", "b", "trust"), ("b", "c", "advice")]

    @pytest.mark.parametrize(
        "text",
        [
            "dl n = 2\ndata:\n0 1\n0 0\n",
            "DL\nN 2\nDATA:\n0,1\n0,0\n",
            "DL NROW=2, NCOL=2, NMAT=1\nFORMAT=FULLMAT\nLABELS:\n1\n2\nDATA:\n0\n1\n0\n0\n",
            "\ufeffdl n=2,\nformat=fm\ndata: 0 1 0 0",
            "DL N=2 // two\nTITLE: the year 2024\nDATA:\r\n0\t1\r\n0\t0\r\n",
        ],
    )
    def test_spaces_commas_line_ends_and_short_words_make_no_difference(self, text):
        assert ends(text) == {("1", "2"): 1.0}

    def test_labels_with_spaces_but_without_quotes_are_read_by_line_if_that_fits(self):
        text = "dl n=2\nlabels:\nJuvenile court\nShelter B\ndata:\n0 1\n0 0\n"
        assert ends(text) == {("Juvenile court", "Shelter B"): 1.0}

    def test_a_matrix_alike_on_both_sides_holds_ties_without_direction(self):
        text = "dl n=2\ndata:\n0 3\n3 0\n"
        found = read(text)
        assert (found.ties, found.network.is_directed) == ([("1", "2", 3.0)], False)
        assert found.problem("direction_taken").message == (
            "site.dl does not say whether ties have a direction; each stands on both sides of the "
            "diagonal with the same value, so they were read as ties without direction."
        )
        assert read(text, directed="yes").network.is_directed
        assert len(ends(text, directed="yes")) == 2

    def test_unknown_cells_are_no_ties_and_counted(self):
        found = read("dl n=2\ndata:\n. NA\n1.0000E+38 1\n", merge=False)
        assert found.ties == [("2", "2", 1.0)]
        assert found.problem("missing_cells").message == (
            "2 cells of the matrix, such as 'NA', say that it isn't known whether there is a tie; "
            "read as no tie."
        )

    def test_the_same_label_twice_is_two_actors(self):
        found = read("dl n=2\nlabels: court court\ndata: 0 1 0 0\n")
        assert found.ties == [("court", "court #2", 1.0)]
        assert found.network.to_networkx().nodes["court #2"] == {"name": "court"}

    @pytest.mark.parametrize("text", ALL)
    def test_every_position_is_accounted_for(self, text):
        for merge in (False, True):
            assert read(text, merge=merge).is_conserved()


class TestQuestions:
    TURNED = "dl nr=2 nc=2\nrow labels: a b\ncolumn labels: b a\ndata: 1 0 0 0\n"

    def test_labels_in_another_order_are_asked_about(self):
        found = read(self.TURNED)
        problem = found.problem("matrix_order")
        assert (problem.level, problem.line, problem.key) == ("ASK", 2, "matrix_order")
        assert problem.message == (
            "Rows and columns have the same labels in another order: row 1 is 'a', the column "
            "there is 'b'."
        )
        assert found.ties == [("a", "b", 1.0)]

    def test_the_answer_settles_it(self):
        assert read(self.TURNED, matrix_order="by_label").ties == [("a", "b", 1.0)]
        assert read(self.TURNED, matrix_order="by_place").ties == [("a", "a", 1.0)]
        assert "matrix_order" not in read(self.TURNED, matrix_order="by_place").codes

    def test_a_square_matrix_of_two_sizes_without_labels_is_asked_about(self):
        text = "dl nr=2 nc=2\ndata: 0 1 0 0\n"
        problem = read(text).problem("matrix_kind")
        assert problem.message == "The matrix has 2 rows and as many columns, without labels."
        assert read(text).network.actor_ids == ("1", "2")
        assert len(read(text, matrix_kind="two_mode").network.actor_ids) == 4
        assert read(text, matrix_kind="one_mode").codes == []

    def test_self_ties_are_asked_about_for_a_coalition(self):
        text = "dl n=2\ndata: 1 2 0 0\n"
        problem = read(text, merge=True).problem("self_ties")
        assert (problem.level, problem.row, problem.value) == ("ASK", 2, "1")
        assert problem.message == (
            "1 tie leads from an actor to itself, the first of them from '1'."
        )
        assert len(read(text).ties) == 2
        assert read(text, merge=True, self_ties="keep").ties == [("1", "1", 1.0), ("1", "2", 2.0)]
        left = read(text, merge=True, self_ties="leave_out")
        assert (left.ties, left.codes) == ([("1", "2", 2.0)], ["self_ties_left_out"])
        assert left.is_conserved()


class TestRecognise:
    @pytest.mark.parametrize("text", ALL)
    def test_a_text_that_begins_with_dl_is_one(self, text):
        assert dl.recognise(opened(text)) == 1.0

    @pytest.mark.parametrize("text", ["", "dlx,y\n", "dl-list\n", "a dl n=3 data:", "*Vertices 3"])
    def test_other_texts_are_not(self, text):
        assert dl.recognise(opened(text)) == 0.0


class TestCutLabels:
    ROSTER = ("Residential program", "Juvenile court of B", "Juvenile court of C", "Shelter")

    def test_a_label_is_matched_to_the_name_that_begins_so(self):
        ledger = Ledger("site.dl")
        found = match_cut_labels(["RESIDENTIAL PROGRA", "SHELTER", "OTHER"], self.ROSTER, ledger)
        assert found == {"RESIDENTIAL PROGRA": "Residential program", "SHELTER": "Shelter"}
        assert [problem.code for problem in ledger.problems] == ["cut_label_matched"] * 2
        assert ledger.problems[0].message == (
            "'RESIDENTIAL PROGRA' was read as 'Residential program', whose first 18 characters it "
            "is."
        )

    def test_one_that_may_be_several_is_asked_about(self):
        ledger = Ledger("site.dl")
        assert match_cut_labels(["JUVENILE COURT OF"], self.ROSTER, ledger) == {}
        [problem] = ledger.problems
        assert (problem.code, problem.level) == ("cut_label_unclear", "ASK")
        assert problem.key == "cut_labels"
        assert problem.message == (
            "'JUVENILE COURT OF' may be cut from 'Juvenile court of B' or 'Juvenile court of C'."
        )
        assert problem.answers[0] == "JUVENILE COURT OF=Juvenile court of B"

    def test_the_answer_settles_it(self):
        for name, expected in (
            ("Juvenile court of C", {"JUVENILE COURT OF": "Juvenile court of C"}),
            ("JUVENILE COURT OF", {}),
        ):
            answers = Answers({"cut_labels": (f"JUVENILE COURT OF={name}",)})
            ledger = Ledger("site.dl")
            found = match_cut_labels(["JUVENILE COURT OF"], self.ROSTER, ledger, answers)
            assert found == expected
            assert not ledger.is_refused

    def test_names_in_small_letters_were_not_cut(self):
        assert match_cut_labels(["residential progra"], self.ROSTER) == {}
