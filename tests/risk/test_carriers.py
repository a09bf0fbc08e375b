"""How evenly a pathway is carried, and what unnamed rows leave open."""

import pytest

from collabnet.risk.carriers import UNSEEN, side_of, spread_of
from risk.random_rows import end


def side(**counts):
    """A side by the rows of each: ``_`` is nobody named, ``court`` the position, ``x_`` a group."""
    names = {"_": "", "court": "court"}
    return side_of(
        end(names.get(name, name.replace("_", "+"))) for name, n in counts.items() for _ in range(n)
    )


class TestSpread:
    @pytest.mark.parametrize(
        ("counts", "hhi", "effective", "bus_factor", "top"),
        [
            ([6, 4, 2], 0.3889, 2.571, 2, 0.5),
            ([5, 1], 0.7222, 1.385, 1, 0.8333),
            ([12], 1, 1, 1, 1),
            ([21, 16, 11], 0.355, 2.817, 2, 0.4375),
            ([1, 1, 1, 1], 0.25, 4, 3, 0.25),
        ],
    )
    def test_by_hand(self, counts, hhi, effective, bus_factor, top):
        found = spread_of(counts)
        assert round(found.hhi, 4) == hhi
        assert round(found.effective, 3) == effective
        assert found.bus_factor == bus_factor
        assert round(found.top_share, 4) == top

    def test_half_is_not_more_than_half(self):
        assert spread_of([6, 6]).bus_factor == 2

    def test_the_first_three(self):
        assert spread_of([20, 16, 12, 2]).first_three_share == 0.96

    def test_positions_and_groups_stay(self):
        """They have shares, but no bus factor where they keep half of the rows."""
        found = spread_of([3, 3], staying=[6])
        assert (found.top_share, found.n_people, found.bus_factor) == (0.5, 2, None)
        assert found.first_three_share == 0.5
        assert spread_of([7], staying=[6]).bus_factor == 1

    def test_nothing_is_not_spread(self):
        assert spread_of([]) is None


class TestSide:
    def test_shares_are_of_the_rows_that_name_somebody(self):
        found = side(O1=3, O2=1, _=4)
        assert (found.n_named, found.n_unknown, found.named_share) == (4, 4, 0.5)
        assert [(one.id, one.n_rows, one.share) for one in found.carriers] == [
            ("O1", 3, 0.75),
            ("O2", 1, 0.25),
        ]

    def test_only_people_can_leave(self):
        found = side(O1=2, team_=1, court=1)
        assert found.people == {"O1": 2}
        assert {one.id: one.kind for one in found.carriers} == {
            "O1": "person",
            "court": "position",
            "team+": "group",
        }

    def test_the_sole_carrier_is_a_person_and_nobody_else_is_named(self):
        assert side(O1=3).sole == "O1"
        assert side(O1=3, _=9).sole == "O1"
        assert side(O1=3, court=1).sole is None
        assert side(O1=3, O2=1).sole is None
        assert side(team_=3).sole is None
        assert side(court=3).sole is None
        assert side(_=3).sole is None

    def test_the_busiest_is_the_first_by_id_of_equals(self):
        assert side(O2=2, O1=2, court=9).busiest == "O1"
        assert side(court=3, _=1).busiest == UNSEEN


class TestRanges:
    """Named rows, then blanks spread over people not seen (best), or with the busiest (worst)."""

    def test_nothing_is_open_where_every_row_names_somebody(self):
        found = side(O1=6, O2=4, O3=2)
        assert found.named == found.worst == found.best

    def test_blanks_with_the_busiest_or_each_with_somebody_else(self):
        found = side(O1=3, O2=1, _=4)
        assert [one.top_share for one in (found.worst, found.named, found.best)] == [
            7 / 8,
            3 / 4,
            3 / 8,
        ]
        assert [one.bus_factor for one in (found.worst, found.named, found.best)] == [1, 1, 3]
        assert found.best.n_people == 6

    def test_all_with_one_person_where_nobody_is_named(self):
        found = side(_=4)
        assert found.named is None
        assert (found.worst.top_share, found.worst.n_people) == (1, 1)
        assert (found.best.top_share, found.best.n_people) == (1 / 4, 4)

    def test_with_one_person_where_only_a_position_is_named(self):
        found = side(court=1, _=3)
        assert (found.worst.top_share, found.worst.bus_factor) == (0.75, 1)
        assert found.best.top_share == 0.25

    @pytest.mark.parametrize("blank", range(5))
    def test_the_named_figure_lies_between(self, blank):
        found = side(O1=5, O2=3, court=1, _=blank)
        assert found.best.top_share <= found.named.top_share <= found.worst.top_share
        assert found.worst.effective <= found.named.effective <= found.best.effective
