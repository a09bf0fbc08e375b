"""Plain lists of ties: what they hold, what is asked, and the way back."""

import tempfile
from collections import Counter
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabnet.data.networks import edge_list, edge_list_write
from collabnet.model.errors import CollabnetError
from collabnet.model.network import Network
from data.networks.strategies import IDS, Read, content, networks, opened

HEADED = "from,to,weight\ncourt,school,3\nschool,clinic,1.5\n"


def read(text, delimiter="", **options):
    return Read(edge_list, opened(text, "ties.txt", delimiter), **options)


class TestRead:
    @pytest.mark.parametrize(
        "text",
        [
            HEADED,
            HEADED.replace(",", "\t"),
            HEADED.replace(",", ";"),
            HEADED.replace(",", " "),
            HEADED.replace(",", "   "),
            HEADED.partition("\n")[2],
            HEADED.partition("\n")[2].replace(",", " "),
            "# a comment\n\n" + HEADED,
            "Source,Target,Value\n" + HEADED.partition("\n")[2],
            "sender,weight,receiver\ncourt,3,school\nschool,1.5,clinic\n",
            "who,whom,times\ncourt,school,3\nschool,clinic,1.5\n",
            HEADED.replace("\n", "\r\n"),
        ],
    )
    def test_header_separator_and_order_make_no_difference(self, text):
        found = read(text)
        assert found.ties == [("court", "school", 3.0), ("school", "clinic", 1.5)]
        assert found.codes == ["direction_taken"]

    def test_lines_of_spaces_opened_as_a_sheet_of_one_column(self):
        assert read("court school 3\nschool clinic 1\n", ",").ties[0] == ("court", "school", 3.0)

    def test_without_a_third_column_no_strength_is_made_up(self):
        assert read("court school\nschool clinic\n").ties[0] == ("court", "school", None)

    def test_words_in_a_third_column_are_the_relation(self):
        assert read("court,school,trust\ncourt,school,advice\n", ",").relations == [
            ("court", "school", "trust"),
            ("court", "school", "advice"),
        ]

    def test_other_columns_are_attributes(self):
        found = read("from,to,wave,since\na,b,1,2024-01-05\na,c,2,\n", ",")
        assert [tie.attributes for tie in found.reading.ties] == [
            {"wave": "1", "since": "2024-01-05"},
            {"wave": "2"},
        ]

    def test_direction_is_said_by_a_column_or_an_answer(self):
        text = "source,target,type\na,b,Directed\nb,c,Undirected\n"
        assert [tie.is_directed for tie in read(text, ",").reading.ties] == [True, False]
        assert read(text, ",").codes == ["both_ways"]
        assert not read(HEADED, ",", directed="no").network.is_directed
        assert read(HEADED, ",", directed="no").codes == []

    def test_a_type_that_says_nothing_of_direction_is_kept(self):
        found = read("source,target,type\na,b,phone\n", ",")
        assert found.reading.ties[0].attributes == {"type": "phone"}

    def test_nobody_is_dropped_for_a_name_that_looks_like_nothing(self):
        found = read("from,to\nNA,None\n007,1E5\n", ",")
        assert found.network.actor_ids == ("NA", "None", "007", "1E5")

    def test_what_networkx_writes_is_read(self):
        graph = nx.DiGraph()
        graph.add_weighted_edges_from([("court", "school", 2.5), ("school", "clinic", 1)])
        for write in (nx.write_edgelist, nx.write_weighted_edgelist):
            path = Path(tempfile.mkdtemp()) / "ties.txt"
            write(graph, path)
            found = read(path.read_text())
            assert found.ties == [("court", "school", 2.5), ("school", "clinic", 1.0)]

    def test_spaces_around_cells_are_left_out_and_counted(self):
        found = read("from, to, weight\na , b, 3\n", ",")
        assert found.ties == [("a", "b", 3.0)]
        assert str(found.problem("spaces_trimmed")) == (
            "ties.txt, row 2, column ties: 3 cells of ties had spaces around the text, which were "
            "left out. [spaces_trimmed]"
        )

    def test_rows_are_those_of_the_sheet(self):
        found = read("from,to,weight\n\na,b,-1\nc,d,2\n", ",")
        problem = found.problem("negative_number")
        assert (problem.row, problem.line, problem.value) == (3, 3, "-1")
        assert (found.ledger.n_read, found.ledger.rejected) == (2, {2})
        assert found.network.actor_ids == ("c", "d")
        assert found.is_conserved()


class TestRepeats:
    def test_equal_ties_are_merged_for_a_coalition_and_counted(self):
        text = "from,to,weight\na,b,2\na,b,2\nb,a,2\na,b,2.0\n"
        found = read(text, ",", merge=True)
        assert found.ties == [("a", "b", 2.0), ("b", "a", 2.0)]
        assert found.problem("equal_ties_merged").message == (
            "2 ties repeat another one in everything, the first of them 'a to b'; each was merged "
            "with it."
        )
        assert found.is_conserved()
        assert len(read(text, ",").ties) == 4

    def test_without_direction_the_order_of_the_ends_does_not_count(self):
        text = "from,to,weight\na,b,2\nb,a,2\n"
        assert len(read(text, ",", merge=True, directed="no").ties) == 1

    def test_ties_that_differ_in_an_attribute_are_two_reports(self):
        text = "from,to,weight,wave\na,b,2,1\na,b,2,2\n"
        assert len(read(text, ",", merge=True).ties) == 2

    def test_different_strengths_are_asked_about(self):
        text = "from,to,weight\na,b,2\na,b,5\na,b,2\n"
        problem = read(text, ",", merge=True).problem("repeated_tie_differs")
        assert (problem.level, problem.row, problem.key) == ("ASK", 3, "duplicate_ties")
        assert problem.message == "'a to b' stands in 3 rows with the strengths 2 and 5."

    @pytest.mark.parametrize(("answer", "strength"), [("sum", 9.0), ("max", 5.0), ("last", 2.0)])
    def test_the_answer_merges_them(self, answer, strength):
        text = "from,to,weight\na,b,2\na,b,5\na,b,2\n"
        found = read(text, ",", merge=True, duplicate_ties=answer)
        assert found.ties == [("a", "b", strength)]
        assert found.is_conserved()
        assert found.problem("ties_merged").level == "NOTE"

    def test_zeros_are_asked_about(self):
        text = "from,to,weight\na,b,0\nb,c,2\n"
        assert read(text, ",", merge=True).problem("zero_strength").level == "ASK"
        none = read(text, ",", merge=True, zero_strength="no tie")
        assert (none.ties, none.network.actor_ids) == ([("b", "c", 2.0)], ("b", "c", "a"))
        assert none.is_conserved()
        weak = read(text, ",", merge=True, zero_strength="weak tie")
        assert weak.ties[0] == ("a", "b", 0.0)

    def test_who_only_has_a_tie_to_itself_stays(self):
        found = read("from,to\na,a\nb,c\n", ",", merge=True, self_ties="leave_out")
        assert found.network.actor_ids == ("b", "c", "a")
        assert found.is_conserved()


class TestWrong:
    @pytest.mark.parametrize(
        ("row", "code", "message"),
        [
            ("a,b,1,2", "row_too_long", "The row has 4 cells; the header has 3."),
            ("a,b", "row_too_short", "The row has 2 cells; the header has 3."),
            ("a,,1", "required_blank", "The cell target is empty."),
            (" ,b,1", "required_blank", "The cell source is empty."),
            ("a,b,inf", "not_finite", "'inf' is not a finite number."),
            ("a,b,$5", "number_with_sign", "'$5' is a number with a sign."),
            ('a,"b"x,1', "stray_quote", "The row has a double quote inside a cell."),
        ],
    )
    def test_a_row_that_is_no_tie_is_left_out_and_the_others_stay(self, row, code, message):
        found = read(f"{HEADED}{row}\n", ",")
        problem = found.problem(code)
        assert (problem.level, problem.row, problem.message) == ("ROW", 4, message)
        assert len(found.ties) == 2
        assert found.is_conserved()

    def test_a_decimal_comma_is_asked_about(self):
        found = read("from;to;weight\na;b;3,5\nb;c;1\n", ";")
        assert found.problem("decimal_unclear").level == "ASK"
        text = "from;to;weight\na;b;3,5\nb;c;1\n"
        assert read(text, ";", decimal=",").ties == [("a", "b", 3.5), ("b", "c", 1.0)]

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("", "empty_file"),
            ("# nothing\n", "empty_file"),
            ("from,to\n", "no_data_rows"),
            ('from,to\n"a,b\n', "unclosed_quote"),
            ("from,to\na,\n", "no_rows_kept"),
        ],
    )
    def test_what_holds_no_ties_is_refused(self, text, code):
        found = read(text)
        assert found.network is None
        assert code in found.codes

    @settings(max_examples=150, deadline=None)
    @given(st.data(), st.sampled_from(["", ","]))
    def test_whatever_is_cut_or_put_in_nothing_is_lost_silently(self, data, delimiter):
        at = data.draw(st.integers(0, len(HEADED)))
        to = data.draw(st.integers(at, min(len(HEADED), at + 9)))
        piece = data.draw(st.sampled_from(["", '"', ",", "9", "\0", "-1", "nan", "\n", "{", "#"]))
        found = read(HEADED[:at] + piece + HEADED[to:], delimiter, merge=data.draw(st.booleans()))
        assert found.network is not None or found.ledger.is_stopped
        assert found.network is None or found.is_conserved()


class TestRecognise:
    @pytest.mark.parametrize(
        ("text", "delimiter", "score"),
        [
            (HEADED, ",", 0.5),
            ("a,b,3\nc,d,1\n", ",", 0.2),
            ("a,b,3\nb,d,1\n", ",", 0.3),
            ("a b\nb d\n", "", 0.3),
            ("a,b,trust\nc,d,advice\n", ",", 0.1),
            ("agency_id,name\ncourt,Court\n", ",", 0.1),
            ("agency_id,name,sector,site\nx,y,z,w\n", ",", 0.0),
            ("", "", 0.0),
            ('from,to\na,b\n"', ",", 0.0),
            (f"A sentence {'of many words ' * 9}\n", "", 0.0),
        ],
    )
    def test_two_or_three_columns(self, text, delimiter, score):
        assert edge_list.recognise(opened(text, "ties.txt", delimiter)) == score


def _fits(text):
    return not text.startswith(("#", "%"))


class TestRoundTrip:
    @settings(max_examples=200, deadline=None)
    @given(networks(ids=IDS.filter(_fits), attributes=False, isolates=False))
    def test_everything_comes_back(self, network):
        if network.ties.empty or any(
            relation != relation.strip() for relation in network.ties["relation"]
        ):
            return
        found = read(edge_list_write.write(network).decode(), ",")
        assert content(found.network) == content(network)

    @settings(max_examples=50, deadline=None)
    @given(networks(ids=st.sampled_from("abcd"), attributes=False, mixed=True, isolates=False))
    def test_ties_with_and_without_direction_come_back(self, network):
        if network.ties.empty or any(
            relation != relation.strip() for relation in network.ties["relation"]
        ):
            return
        found = read(edge_list_write.write(network).decode(), ",")
        ways = Counter(tie.is_directed for tie in found.reading.ties)
        if len(ways) == 2:
            assert content(found.network) == content(network)

    def test_attributes_of_ties_come_back(self):
        values = {"wave": "1", "note": 'a, "b"\nc', "=x": "=1+1"}
        network = Network([("a", {}), ("b", {})], [("a", "b", 0, values)], is_directed=True)
        found = read(edge_list_write.write(network).decode(), ",")
        assert content(found.network) == content(network)

    @pytest.mark.parametrize(
        ("network", "message"),
        [
            (Network([("a", {})], [], is_directed=True), "a network without ties"),
            (
                Network([("a", {}), ("b", {}), ("c", {})], [("a", "b", 0, {})], is_directed=True),
                r"actors without ties \(c\)\. Choose Pajek, Gephi CSV or GraphML",
            ),
            (
                Network([("a", {"sector": "x"})], [("a", "a", 0, {})], is_directed=True),
                r"attributes of actors \(sector\)",
            ),
            (Network.from_pairs([(" a", "b")]), "the id ' a'"),
            (
                Network([("a", {})], [("a", "a", 0, {"wave": " 1"})], is_directed=True),
                "the text ' 1', which has spaces around it",
            ),
        ],
    )
    def test_what_the_format_can_not_hold_is_named(self, network, message):
        with pytest.raises(CollabnetError, match=f"A list of ties can't hold {message}"):
            edge_list_write.write(network)
