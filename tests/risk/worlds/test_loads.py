"""Who carries how much in a world, against the figures of the log counted row by row."""

import random

import numpy as np
import pytest

from collabnet.risk.blanks import has_blanks
from collabnet.risk.continuity import departures
from collabnet.risk.pathways import build_pathways
from collabnet.risk.rows import build_rows
from collabnet.risk.worlds.cells import Cells, entries_of
from collabnet.risk.worlds.draws import Months, generator
from collabnet.risk.worlds.loads import Hidden, Loads, draw_hidden, no_hidden
from risk.cases import coalition
from risk.random_coalitions import draw_network

ONE = Months(None, 1, 0)


def pathways(made):
    return [one for one in build_pathways(made, build_rows(made)) if one.is_log]


def loads(pathway, unseen=0.0, of_others=0.0):
    cells = Cells(entries_of(pathway.rows), ONE)
    hidden = Hidden(np.array([unseen]), np.array([of_others]))
    return Loads(cells, cells.as_seen, (hidden, hidden))


@pytest.fixture(scope="module")
def drawn():
    """The pathways of 30 random coalitions."""
    return [one for seed in range(30) for one in pathways(draw_network(random.Random(seed)))]


class TestTheLogAsItIs:
    """With nobody hidden, the loads are what the log says: counted row by row elsewhere."""

    def test_the_worst_departure_stops_and_loses_as_many_rows(self, drawn):
        named = [one for one in drawn if not has_blanks(one.rows)]
        assert len(named) > 100
        for one in named:
            found, world = departures(one.rows), loads(one)
            assert world.most_stopped[0] == max((d.n_stopped for d in found), default=0)
            assert world.most_lost[0] == max((d.lost_high for d in found), default=0)

    def test_the_three_busiest_carry_as_many_rows(self, drawn):
        for one in [one for one in drawn if not has_blanks(one.rows)]:
            for place, side in enumerate((one.sending, one.receiving)):
                share = side.named.first_three_share
                assert loads(one).first_three(place)[0] == pytest.approx(share * one.n)

    def test_as_many_rows_name_somebody(self, drawn):
        blank = [one for one in drawn if has_blanks(one.rows)]
        assert blank
        for one in blank:
            shares = [loads(one).named_share(place)[0] for place in (0, 1)]
            assert shares == [one.sending.named_share, one.receiving.named_share]


HALF_BLANK = coalition(("court", "O1", "program", "I1", 6), ("court", "", "program", "I1", 6))


class TestBlanks:
    """A row that names nobody belongs to those named, in their proportions, or to one other."""

    def test_all_to_those_named(self):
        (one,) = pathways(HALF_BLANK)
        assert loads(one).carries(0, "O1").tolist() == [12]

    def test_all_to_one_never_named(self):
        (one,) = pathways(HALF_BLANK)
        world = loads(one, of_others=1.0)
        assert world.carries(0, "O1").tolist() == [6]
        assert world.carries(0, "").tolist() == [6]

    def test_in_part(self):
        (one,) = pathways(HALF_BLANK)
        world = loads(one, of_others=0.5)
        assert [world.carries(0, who)[0] for who in ("O1", "")] == [9, 3]

    def test_whom_no_row_names_may_have_what_is_left(self):
        (one,) = pathways(coalition(("court", "", "program", "I1", 8)))
        assert loads(one, of_others=0.25).carries(0, "O9").tolist() == [6]

    def test_the_one_never_named_may_be_the_worst_departure(self):
        (one,) = pathways(coalition(("court", "", "program", "program", 8)))
        assert loads(one, of_others=0.75).most_stopped.tolist() == [6]
        assert loads(one, of_others=0.75).first_three(0).tolist() == [6]


class TestUnseen:
    """An unseen carrier takes their share from everybody named, and counts for no claim."""

    def test_everybody_has_less(self):
        (one,) = pathways(coalition(("court", "O1", "program", "I1", 10)))
        assert loads(one, unseen=0.2).carries(0, "O1").tolist() == [8]

    def test_a_person_on_both_sides_counts_once(self):
        both = [{"person_id": "X", "agency_id": "program"}]
        (one,) = pathways(
            coalition(
                ("court", "X", "program", "X", 10),
                people=[{"person_id": "X", "agency_id": "court"}],
                memberships=both,
            )
        )
        assert loads(one).most_stopped.tolist() == [10]


class TestDrawHidden:
    """The unseen share follows a Dirichlet with a row for the unseen; blanks follow Jeffreys."""

    def draw(self, *parts, n=40_000, is_confirmed=False):
        (one,) = pathways(coalition(*parts))
        cells = Cells(entries_of(one.rows), Months(None, n, 0))
        draw = generator(1, "test")
        return draw_hidden(draw, cells.first, cells, n, is_confirmed=is_confirmed)

    def test_twelve_rows_leave_22_percent_at_most(self):
        unseen = self.draw(("court", "O1", "program", "I1", 12)).unseen
        assert np.quantile(unseen, 0.95) == pytest.approx(1 - 0.05 ** (1 / 12), abs=0.005)

    def test_carriers_seen_once_make_more_unseen(self):
        once = [("court", f"O{i}", "program", "I1", 1) for i in range(4)]
        unseen = self.draw(("court", "O9", "program", "I1", 8), *once).unseen
        assert unseen.mean() == pytest.approx(4 / 16, abs=0.005)

    def test_blanks_belong_to_another_mostly_or_hardly(self):
        of_others = self.draw(("court", "O1", "program", "I1", 12)).of_others
        assert of_others.mean() == pytest.approx(0.5, abs=0.01)
        assert (np.abs(of_others - 0.5) > 0.25).mean() == pytest.approx(2 / 3, abs=0.01)

    def test_nobody_is_hidden_where_those_concerned_said_so(self):
        found = self.draw(("court", "O1", "program", "I1", 12), n=5, is_confirmed=True)
        assert found.unseen.tolist() == found.of_others.tolist() == [0.0] * 5

    def test_no_named_row_says_nothing_of_the_unseen(self):
        assert self.draw(("court", "", "program", "I1", 12), n=3).unseen.tolist() == [0.0] * 3

    def test_none_at_all(self):
        assert no_hidden(2).unseen.tolist() == [0.0, 0.0]
