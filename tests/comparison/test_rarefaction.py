"""People in as many referrals of one log as another has."""

from fractions import Fraction
from itertools import combinations
from math import comb, isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabnet.comparison.rarefaction import expected_carriers, rarefy
from collabnet.model.errors import CollabnetError
from collabnet.risk.carriers import side_of
from collabnet.risk.rows import End

COUNTS = st.lists(st.integers(1, 5), min_size=1, max_size=4)


def hurlbert(counts, n, others=0):
    """The formula as printed, in fractions."""
    total = sum(counts) + others
    return sum(1 - Fraction(comb(total - one, n), comb(total, n)) for one in counts)


def side(*people):
    """A side from ids of people; "" is nobody named, capitals are an agency's position."""
    kinds = {"": "unknown", "INBOX": "position", "TEAM": "group"}
    return side_of(End(one, kinds.get(one, "person")) for one in people)


class TestExpectedCarriers:
    def test_shares_of_six_four_and_two(self):
        """6, 4 and 2 of 12 in 6: 1 - 1/924, 1 - 28/924 and 1 - 210/924, added up."""
        assert expected_carriers([6, 4, 2], 6) == pytest.approx(3 - 239 / 924, abs=1e-14)

    @given(COUNTS, st.integers(0, 3), st.data())
    def test_it_is_the_mean_over_all_ways_to_draw(self, counts, others, data):
        rows = [i for i, count in enumerate(counts) for _ in range(count)] + [None] * others
        n = data.draw(st.integers(0, min(len(rows), 5)))
        seen = [len(set(drawn) - {None}) for drawn in combinations(rows[:12], n)]
        if len(rows) <= 12:
            assert expected_carriers(counts, n, others=others) == pytest.approx(
                sum(seen) / len(seen), abs=1e-12
            )

    @given(st.lists(st.integers(0, 400), min_size=1, max_size=30), st.integers(0, 200), st.data())
    def test_it_is_hurlberts_formula_on_large_logs_too(self, counts, others, data):
        n = data.draw(st.integers(0, sum(counts) + others))
        exact = float(hurlbert(counts, n, others))
        assert expected_carriers(counts, n, others=others) == pytest.approx(exact, abs=1e-9)

    @given(COUNTS, st.randoms())
    def test_the_order_of_people_makes_no_difference(self, counts, random):
        mixed = random.sample(counts, len(counts))
        assert expected_carriers(mixed, 2 * len(counts) // 3) == expected_carriers(
            counts, 2 * len(counts) // 3
        )

    def test_all_referrals_show_everybody_and_one_shows_one(self):
        assert expected_carriers([9, 1, 2], 12) == 3
        assert expected_carriers([9, 1, 2], 1) == pytest.approx(1)
        assert expected_carriers([9, 1, 2], 0) == 0

    def test_more_cannot_be_drawn_than_there_are(self):
        with pytest.raises(
            CollabnetError,
            match=r"^So many referrals can be drawn as there are, 0 to 3; got 4\. Draw as many as "
            r"the smaller log has\.$",
        ):
            expected_carriers([2, 1], 4)

    def test_a_count_is_not_below_nothing(self):
        with pytest.raises(
            CollabnetError,
            match=r"^Carriers are counted from referrals, 0 or more each; got -1\. Leave it out, "
            r"or correct the count\.$",
        ):
            expected_carriers([2, -1], 1)


class TestRarefy:
    def test_without_blanks_there_is_no_range(self):
        found = rarefy(side("ann", "ann", "bea"), 2)
        assert found.low == found.expected == found.high == pytest.approx(5 / 3)

    def test_blanks_are_the_busiest_or_somebody_else_each(self):
        found = rarefy(side("ann", "ann", "bea", ""), 2)
        assert (found.low, found.expected, found.high) == (
            pytest.approx(float(hurlbert([3, 1], 2))),
            pytest.approx(float(hurlbert([2, 1], 2))),
            pytest.approx(float(hurlbert([2, 1, 1], 2))),
        )

    def test_a_position_and_a_group_are_nobody_to_count(self):
        assert rarefy(side("INBOX", "TEAM", "ann", "ann"), 1).expected == pytest.approx(1 / 2)

    def test_nothing_drawn_says_nothing(self):
        assert isnan(rarefy(side("", ""), 0).expected)

    @given(COUNTS, st.integers(1, 5), st.data())
    def test_what_is_expected_lies_in_its_range(self, counts, blank, data):
        people = [f"p{i}" for i, count in enumerate(counts) for _ in range(count)]
        n = data.draw(st.integers(1, len(people)))
        found = rarefy(side(*people, *[""] * blank), n)
        assert found.low <= found.expected + 1e-9
        assert found.expected <= found.high + 1e-9
