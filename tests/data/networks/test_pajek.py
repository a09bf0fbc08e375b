"""Pajek's network files: what they hold, and what is wrong with them."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabnet.data.networks import pajek
from data.networks.pajek_files import LISTS, MATRIX, RELATIONS, TWO_MODE, read
from data.networks.strategies import content, opened


class TestRead:
    def test_labels_are_ids_and_parameters_are_attributes(self):
        found = read(RELATIONS)
        assert found.codes == ["both_ways"]
        actors = found.network.to_networkx().nodes
        assert actors["Juvenile court"] == {
            "x": "0.1250",
            "y": "0.2500",
            "z": "0.5000",
            "shape": "ellipse",
            "ic": "Yellow",
            "bc": "Black",
        }
        assert actors["Residential program"]["ic"] == "Light Green"
        assert actors["Shelter"] == {}
        assert actors["School"] == {"interval": "[1-3,5]"}
        assert found.network.to_networkx().graph == {"name": "Site B"}

    def test_relations_have_the_names_that_the_file_gives(self):
        found = read(RELATIONS)
        assert found.relations == [
            ("Juvenile court", "Residential program", "referral"),
            ("Residential program", "Juvenile court", "referral"),
            ("Juvenile court", "Residential program", "trust"),
            ("Shelter", "School", ""),
        ]
        assert [tie.attributes for tie in found.reading.ties][:3:2] == [
            {"c": "Blue"},
            {"interval": "[2-4]"},
        ]

    def test_edges_beside_arcs_lead_both_ways_and_it_is_said(self):
        found = read(RELATIONS)
        assert found.network.is_directed
        both = found.network.ties.query("directed == 'no'")
        assert list(zip(both["from_id"], both["to_id"], strict=True)) == [
            ("School", "Shelter"),
            ("Shelter", "School"),
        ]
        assert str(found.problem("both_ways")) == (
            "site.net, row 14: 1 tie has no direction while others have one; each leads both "
            "ways. [both_ways]"
        )

    def test_lists_name_an_actor_and_those_it_is_tied_to(self):
        found = read(LISTS)
        assert found.ties == [
            *[("1", "2", None), ("1", "3", None), ("2", "4", None)],
            *[("5", "1", None), ("5", "2", None)],
        ]
        assert [tie.is_directed for tie in found.reading.ties] == [True] * 3 + [False] * 2

    def test_a_matrix_holds_arcs_and_a_zero_is_none(self):
        found = read(MATRIX)
        assert found.ties == [("a", "b", 1.0), ("b", "c", 2.5)]
        assert found.network.is_directed

    def test_two_kinds_of_actors_are_told_by_mode_and_kept_apart(self):
        found = read(TWO_MODE)
        actors = found.network.to_networkx().nodes
        assert [actors[one]["mode"] for one in actors] == ["first"] * 2 + ["second"] * 3
        assert actors["court #5"] == {"name": "court", "mode": "second"}
        assert found.problem("repeated_label").message == (
            "1 actor has a label that another has, the first of them 'court'; each is kept apart "
            "with its number, as 'court #5'."
        )

    def test_a_two_mode_matrix_has_rows_of_the_first_kind(self):
        found = read("*Vertices 3 1\n*Matrix\n1 4\n")
        assert found.ties == [("1", "2", 1.0), ("1", "3", 4.0)]
        assert not found.network.is_directed

    def test_the_relation_may_stand_before_each_tie(self):
        found = read('*Vertices 2\n*Arcs :1 "trust"\n*Arcs :2 "advice"\n*Arcs\n1: 1 2\n2: 2 1 3\n')
        assert found.relations == [("1", "2", "trust"), ("2", "1", "advice")]

    def test_byte_order_mark_crlf_tabs_and_capitals_make_no_difference(self):
        plain = read(RELATIONS)
        other = read("\ufeff" + RELATIONS.replace("\n", "\r\n").replace("*Arcs", "*ARCS"))
        assert content(other.network) == content(plain.network)

    def test_parts_that_hold_no_ties_are_named(self):
        found = read(MATRIX + "*Partition sectors\n*Vertices 3\n1\n2\n1\n")
        assert found.codes == ["part_left_out"] * 2
        assert [p.value for p in found.ledger.problems] == ["*partition sectors", "*vertices 3"]
        assert len(found.ties) == 2

    def test_codes_for_signs_are_read_as_the_signs(self):
        found = read('*Vertices 2\n1 "Court &#34;B&#34; &#1513; &#x110000; &#xD800;"\n*Arcs\n1 2\n')
        assert found.network.actor_ids[0] == 'Court "B" \u05e9 &#x110000; &#xD800;'

    def test_vertices_without_a_line_are_called_by_their_numbers(self):
        assert read("*Vertices 3\n2 b\n*Arcs\n1 2\n").network.actor_ids == ("1", "b", "3")

    def test_actors_without_ties_are_kept(self):
        found = read("*Vertices 3\n*Edges\n1 2\n")
        assert found.network.actor_ids == ("1", "2", "3")
        assert found.is_conserved()


class TestRecognise:
    @pytest.mark.parametrize("text", [RELATIONS, LISTS, MATRIX, TWO_MODE, "\ufeff" + LISTS])
    def test_a_line_that_counts_the_vertices_is_certain(self, text):
        assert pajek.recognise(opened(text)) == 1.0

    @pytest.mark.parametrize("text", ["", "a,b\n", "* a list\n* of points\n", "DL N=3"])
    def test_other_texts_are_not_pajek(self, text):
        assert pajek.recognise(opened(text)) == 0.0


class TestWrong:
    @pytest.mark.parametrize(
        ("line", "code", "message"),
        [
            ("1 9", "no_such_number", "'9' is not the number of an actor; they go from 1 to 2."),
            ("0 1", "no_such_number", "'0' is not the number of an actor; they go from 1 to 2."),
            (
                "court 1",
                "no_such_number",
                "'court' is not the number of an actor; they go from 1 to 2.",
            ),
            (
                "1",
                "network_line",
                "The line begins with '1'; the numbers of two vertices is needed here.",
            ),
            ("1 2 -1", "negative_number", "'-1' is below zero; strength counts something."),
            ("1 2 inf", "not_finite", "'inf' is not a finite number."),
            ("1 2 5+", "not_one_number", "'5+' is not one number."),
            ("1 2 many", "not_a_number", "'many' is not a number."),
        ],
    )
    def test_a_tie_that_is_none_is_left_out_and_the_others_stay(self, line, code, message):
        found = read(f"*Vertices 2\n*Arcs\n{line}\n2 1 4\n")
        problem = found.problem(code)
        assert (problem.level, problem.row, problem.line, problem.message) == ("ROW", 3, 3, message)
        assert found.ties == [("2", "1", 4.0)]
        assert found.is_conserved()
        assert [found.ledger.originals[at] for at in found.ledger.rejected] == [[line]]

    @pytest.mark.parametrize(
        ("text", "code", "message"),
        [
            (
                "*Vertices 1000000000\n1 a\n",
                "too_many_actors",
                "site.net announces 1000000000 actors; at most 200,000 are read.",
            ),
            (
                "*Vertices many\n",
                "network_header",
                "site.net can't be read as a Pajek network: behind *Vertices stands 'many', not "
                "their number.",
            ),
            (
                "*Arcs\n1 2\n",
                "network_header",
                "site.net can't be read as a Pajek network: *Arcs stands before *Vertices.",
            ),
            (
                "*Vertices 2\n1 a\n1 b\n*Arcs\n",
                "duplicate_actor",
                "'1' is declared as an actor more than once.",
            ),
            (
                "*Vertices 2\n*Matrix\n0 1 0\n",
                "wrong_cell_count",
                "A matrix of 2 by 2 needs 4 cells; 3 are there.",
            ),
            ("*Vertices 0\n", "no_actors", "site.net names no actors."),
            ("", "network_header", "site.net can't be read as a Pajek network: no line says "
             "*Vertices."),
        ],
    )  # fmt: skip
    def test_what_is_no_network_is_refused(self, text, code, message):
        found = read(text)
        assert (found.network, found.problem(code).level) == (None, "STOP")
        assert found.problem(code).message == message

    def test_a_head_that_lies_is_answered_at_once(self):
        began = time.process_time()
        read("*Vertices 199999\n*Matrix\n1 0\n")
        read("*Vertices 999999999999999999999999\n")
        assert time.process_time() - began < 10

    @settings(max_examples=150, deadline=None)
    @given(st.sampled_from([RELATIONS, LISTS, MATRIX, TWO_MODE]), st.data())
    def test_whatever_is_cut_or_put_in_nothing_is_lost_silently(self, text, data):
        at = data.draw(st.integers(0, len(text)))
        to = data.draw(st.integers(at, len(text)))
        piece = data.draw(st.sampled_from(["", '"', "*", "9", "\0", "-1", "nan", "\n", "[", ":2 "]))
        found = read(text[:at] + piece + text[to:], merge=data.draw(st.booleans()))
        assert found.network is not None or found.ledger.is_stopped
        assert found.network is None or found.is_conserved()
