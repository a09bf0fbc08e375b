"""UCINET's DL files: what is wrong with them."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.networks.dl_files import (
    ALL,
    EDGES,
    EDGES_EMBEDDED,
    HAND_TYPED,
    read,
)


class TestWrong:
    @pytest.mark.parametrize(
        ("text", "code", "message"),
        [
            (
                "DL n=1000000000\ndata:\n0 1\n",
                "too_many_actors",
                "site.dl announces 1000000000 actors; at most 200,000 are read.",
            ),
            (
                "DL n=3, nm=2\ndata:\n0 1 1\n1 0 0\n1 0 0\n0 0 1\n",
                "wrong_cell_count",
                "A matrix of 3 by 3 and 1 more needs 18 cells; 12 are there.",
            ),
            (
                "dl n=3 format=lowerhalf\ndata:\n0\n1 0\n1 1 0 1\n",
                "wrong_cell_count",
                "A matrix of 3 by 3 (lowerhalf) needs 6 cells; 7 are there.",
            ),
            (
                "dl n=2\nlabels: a b c\ndata: 0 1 0 0\n",
                "too_many_labels",
                "3 labels are given for 2 actors.",
            ),
            (
                "dl nr=2 nc=3 format=edgelist1\ndata:\n1 2\n",
                "matrix_not_square",
                "The matrix has 2 rows and 3 columns; they must be the same actors.",
            ),
            (
                "dl n=2\n0 1\n1 0\n",
                "network_header",
                "site.dl can't be read as a UCINET DL file: no line says DATA:.",
            ),
            (
                "dl n=two\ndata:\n0 1\n",
                "network_header",
                "site.dl can't be read as a UCINET DL file: n is 'two', not a number of actors.",
            ),
            (
                "dl n=2 format=triangle\ndata:\n0 1\n",
                "network_header",
                "site.dl can't be read as a UCINET DL file: its format is 'triangle'.",
            ),
            (
                "dl\ndata:\n0 1\n",
                "network_header",
                "site.dl can't be read as a UCINET DL file: no line says how many actors, N=.",
            ),
            (
                "dl n=2 nm=2 format=edgelist1\ndata:\n1 2\n",
                "network_header",
                "site.dl can't be read as a UCINET DL file: it says 2 matrices, and has 1 not "
                "parted by lines with !.",
            ),
            (
                "",
                "network_header",
                "site.dl can't be read as a UCINET DL file: it does not begin with DL.",
            ),
        ],
    )
    def test_what_can_not_be_read_is_refused(self, text, code, message):
        found = read(text)
        assert (found.network, found.problem(code).level) == (None, "STOP")
        assert found.problem(code).message == message

    @pytest.mark.parametrize(
        ("line", "code", "message"),
        [
            ("5 1", "no_such_number", "'5' is not the number of an actor; they go from 1 to 4."),
            ("x 1", "no_such_number", "'x' is not the number of an actor; they go from 1 to 4."),
            (
                "Juvenile court 2 1",
                "label_needs_quotes",
                "The line has 4 words; a tie has two actors and at most one number.",
            ),
            (
                "3",
                "network_line",
                "The line begins with '3'; two actors, and the strength if there is one, is "
                "needed here.",
            ),
            ("1 2 -3", "negative_number", "'-3' is below zero; strength counts something."),
            ("1 2 about6", "not_one_number", "'about6' is not one number."),
            ("1 2 nan", "not_finite", "'nan' is not a finite number."),
        ],
    )
    def test_a_line_that_is_no_tie_is_left_out_and_the_others_stay(self, line, code, message):
        found = read(EDGES + line + "\n")
        problem = found.problem(code)
        assert (problem.level, problem.row, problem.message) == ("ROW", 9, message)
        assert len(found.ties) == 3
        assert found.is_conserved()
        assert [found.ledger.originals[at] for at in found.ledger.rejected] == [line.split()]

    def test_a_cell_that_is_no_number_is_left_out_with_its_place(self):
        found = read(HAND_TYPED.replace("1 0 0 0 1", "1 0 0 0 x"))
        problem = found.problem("not_a_number")
        assert (problem.row, problem.column, problem.value) == (7, "shelter", "x")
        assert len(found.ties) == 9

    def test_another_number_of_names_than_announced_is_said(self):
        found = read(EDGES_EMBEDDED.replace("n 3", "n=7"))
        assert found.problem("actor_count").message == ("site.dl announces 7 actors; 3 are named.")
        fewer = read("dl n=3\nlabels: a b\ndata: 0 1 0 0 0 1 0 0 0\n")
        assert fewer.problem("actor_count").message == (
            "site.dl announces 3 actors; 2 are named. The others are called by their numbers."
        )
        assert fewer.network.actor_ids == ("a", "b", "3")

    def test_a_head_that_lies_is_answered_at_once(self):
        began = time.process_time()
        for text in (
            "dl n=199999\ndata:\n0 1",
            "dl n=99999999999999999999\ndata:",
            "dl n=2 nm=199999\ndata:\n0",
            "dl nr=1 nc=999999999 format=edgelist2\ndata:\n1 1",
        ):
            assert read(text).network is None
        read("dl n=199999 format=edgelist1\ndata:\n1 2")
        assert time.process_time() - began < 10

    @settings(max_examples=250, deadline=None)
    @given(st.sampled_from(ALL), st.data())
    def test_whatever_is_cut_or_put_in_nothing_is_lost_silently(self, text, data):
        at = data.draw(st.integers(0, len(text)))
        to = data.draw(st.integers(at, min(len(text), at + 30)))
        piece = data.draw(
            st.sampled_from(["", '"', "'", "=", "9", "\0", "-1", "nan", "\n", "data:", ","])
        )
        found = read(text[:at] + piece + text[to:], merge=data.draw(st.booleans()))
        assert found.network is not None or found.ledger.is_stopped
        assert found.network is None or found.is_conserved()
