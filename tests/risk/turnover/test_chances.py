"""Chances and expected losses of a pathway, by hand and by enumeration; no rate, no chance."""

from itertools import product
from random import Random

import pandas as pd
import pytest

from collabnet.model import Assumptions
from collabnet.model.settings import RATES
from collabnet.risk.assessment import assess
from collabnet.risk.turnover.chances import expected_loss, pathway_chances
from collabnet.risk.turnover.leaving import turnover_of
from collabnet.risk.turnover.links import Link, Seat
from collabnet.risk.turnover.rates import assumed
from risk.cases import G1, G1_SECOND_INTAKE, agreement, coalition, person, tie

FIFTH = 0.22314355131420976
"""The yearly rate of which a fifth leave in a year: -log(0.8)."""


COURT = ("court", "residential")


def chances(parts, pair=COURT, rate=FIFTH, agreements=(), people=(), ties=(), posts=None, **given):
    assumptions = Assumptions(departure_rate=rate, rate_label="test", **given)
    made = coalition(
        *parts, agreements=agreements, people=people, ties=ties, assumptions=assumptions
    )
    if posts is not None:
        made = made.with_tables(posts=posts_table(*posts))
    found = {p.pair: p for p in assess(made).all_pathways if p.service is None}
    return pathway_chances(found[pair], turnover_of(made))


def posts_table(*rows):
    """Posts: agency, role, holders, years, weeks vacant."""
    columns = ["agency_id", "role", "holders_in_period", "years", "weeks_vacant"]
    return pd.DataFrame(rows, columns=columns)


class TestRatesGiven:
    def test_no_rate_no_chance(self):
        assert chances(G1, rate=None) is None

    def test_three_rates_to_choose_from(self):
        assert RATES == {"low": 0.05, "middle": 0.15, "high": 0.35}

    def test_over_more_years_more_leave(self):
        assert chances(G1, years=2).gone.receiving == pytest.approx(1 - 0.8**2)

    def test_everybody_on_a_pathway_needs_a_rate(self):
        """Only the court's posts were asked: nothing can be said while the receiver has none."""
        asked = ("court", "", 3, 3, None)
        assert chances(G1, rate=None, posts=[asked]) is None
        all_but_one = [("court", "clerk", 3, 3, None), ("residential", "", 2, 3, None)]
        people = [person("O1", "court", role="djo"), person("C1", "court", role="clerk")]
        assert chances(G1, rate=None, posts=all_but_one, people=people) is None
        both = chances(G1, rate=None, posts=[asked, ("residential", "", 2, 3, None)])
        assert both is not None


class TestG1:
    """Court to Residential: carriers with 6, 4 and 2 of 12, one receiver, p = 0.2."""

    found = chances(G1)

    def test_at_least_one_of_three_carriers_leaves(self):
        assert self.found.any_leaves == pytest.approx(0.488)

    def test_expected_volume_lost_if_nobody_and_if_everybody_takes_over(self):
        assert self.found.lost_high == pytest.approx(4.32)
        assert self.found.lost_low == pytest.approx(12 * 0.2064)
        assert round(self.found.lost_low, 2) == 2.48

    def test_the_link_is_gone_altogether(self):
        assert self.found.gone.chance == pytest.approx(0.2064)
        assert self.found.gone.sending == pytest.approx(0.008)
        assert self.found.gone.receiving == pytest.approx(0.2)
        assert self.found.gone.standard_error == 0

    def test_a_second_intake_worker(self):
        found = chances(G1_SECOND_INTAKE)
        assert found.gone.chance == pytest.approx(0.0528)
        assert found.lost_high == pytest.approx(4.32)

    def test_a_pathway_that_passes_to_successors_is_never_gone(self):
        found = chances(G1, agreements=[agreement(*COURT)])
        assert (found.gone.chance, found.lost_low, found.lost_high) == (0, 0, 0)
        assert found.any_leaves == pytest.approx(0.488)

    def test_an_agreement_that_does_not_name_the_position_saves_nothing(self):
        made = [agreement(*COURT, names_position="no")]
        found = chances(G1, agreements=made)
        assert (found.gone, found.lost_low) == (self.found.gone, self.found.lost_low)
        assert found.lost_if_on_paper == (found.lost_low, found.lost_high)

    def test_who_left_is_not_there_to_leave_again(self):
        people = [person("O3", "court", active_to="2024-06-30")]
        found = chances(G1, people=people)
        assert found.any_leaves == pytest.approx(0.36)

    def test_nor_a_backup_that_keeps_the_link(self):
        """O2 and O3 left: one carrier and one receiver, 0.36."""
        people = [person(one, "court", active_to="2024-06-30") for one in ("O2", "O3")]
        assert chances(G1, people=people).gone.chance == pytest.approx(0.36)


class TestBlanks:
    def test_are_read_in_the_worst_way(self):
        """Nine of twelve name nobody: one person carries them all, as if there were no other."""
        parts = [("court", "O1", "residential", "I1", 3), ("court", "", "residential", "I1", 9)]
        found = chances(parts)
        assert found.gone.chance == pytest.approx(0.36)
        assert found.any_leaves == pytest.approx(0.2)
        nobody = chances([("court", "", "residential", "", 9)])
        assert nobody.gone.chance == pytest.approx(0.36)

    def test_of_somebody_whom_no_row_names_once_the_one_who_was_named_has_left(self):
        """O1 left: the blank rows are one person's whom nobody named, and who may leave too."""
        parts = [("court", "O1", "residential", "I1", 3), ("court", "", "residential", "I1", 9)]
        people = [person("O1", "court", active_to="2024-06-30")]
        assert chances(parts, people=people).gone.chance == pytest.approx(0.36)


def unit(who, agency, name):
    return person(who, agency, unit=name)


class TestTakeover:
    """Same unit all, another unit nothing, unknown: from the least to the most assumed."""

    def test_known_units_leave_no_range(self):
        """O1 and O2 of one unit stand in for each other, O3 of another doesn't: I1 alone.

        O1 and O2: 10 rows lost with chance 1 - (1 - 0.04)(1 - 0.2); O3: 2 rows with 0.36.
        """
        people = [unit("O1", "court", "a"), unit("O2", "court", "a"), unit("O3", "court", "b")]
        found = chances(G1, people=people)
        expected = 10 * (1 - 0.96 * 0.8) + 2 * 0.36
        assert (found.lost_low, found.lost_high) == (pytest.approx(expected),) * 2

    def test_who_has_no_unit_on_record_may_take_over(self):
        people = [unit("O1", "court", "a"), unit("O2", "court", "a")]
        found = chances(G1, people=people)
        assert found.lost_low == pytest.approx(12 * 0.2064)
        assert found.lost_high == pytest.approx(10 * (1 - 0.96 * 0.8) + 2 * 0.36)

    def test_a_stated_share_is_in_between(self):
        """At one half: the mean of both ends."""
        found = chances(G1, takeover=(0.5, 0.5))
        assert found.lost_low == found.lost_high == pytest.approx((4.32 + 12 * 0.2064) / 2)

    def test_who_left_takes_nothing_over(self):
        people = [person("O3", "court", active_to="2024-06-30")]
        found = chances(G1, people=people)
        assert found.lost_low == pytest.approx(12 * (1 - 0.96 * 0.8))

    @pytest.mark.parametrize("seed", range(40))
    def test_equals_the_mean_over_every_combination(self, seed):
        """Colleagues are drawn at random, people on both sides among them."""
        random = Random(seed)
        people = [f"p{i}" for i in range(random.randint(2, 7))]
        p = {who: random.random() for who in people}
        units = {who: random.choice(["", "a", "b"]) for who in people}

        def seat(who, side):
            others = [one for one in side if one != who]
            same = {o for o in others if units[who] and units[o] == units[who]}
            maybe = {o for o in others if not units[who] or not units[o]}
            rate = assumed(0.1, "test")
            return Seat(who, rate, frozenset(same), frozenset(maybe), False, None)

        sides = [random.sample(people, random.randint(1, len(people))) for _ in range(2)]
        links = [
            Link(
                random.randint(1, 5),
                "no",
                *(
                    seat(random.choice(side), side) if random.random() < 0.9 else None
                    for side in sides
                ),
            )
            for _ in range(5)
        ]
        takeover, expected = random.random(), 0.0
        for left in product((False, True), repeat=len(people)):
            gone = dict(zip(people, left, strict=True))
            weight = 1.0
            for who in people:
                weight *= p[who] if gone[who] else 1 - p[who]
            expected += weight * sum(one.n * lost(one, gone, takeover) for one in links)
        assert expected_loss(links, p, takeover) == pytest.approx(expected)


def lost(link, gone, takeover):
    """The share of a row that is lost, given who is gone."""

    def by(seat):
        if seat is None or not gone[seat.person] or any(not gone[o] for o in seat.same):
            return 0.0
        return 1.0 if all(gone[o] for o in seat.maybe) else 1 - takeover

    return 1 - (1 - by(link.sender)) * (1 - by(link.receiver))


class TestOnPaper:
    """Rows of unknown basis are counted both ways."""

    def test_all_of_it_unknown_may_all_pass_on(self):
        found = chances(G1)
        assert found.lost_if_on_paper == (0, 0)
        assert found.gone_if_on_paper == 0

    def test_all_of_it_known_to_be_informal_is_lost_either_way(self):
        ties = [tie(one, "I1", "referral", basis="informal") for one in ("O1", "O2", "O3")]
        found = chances(G1, ties=ties)
        assert found.lost_if_on_paper == (found.lost_low, found.lost_high)
        assert found.gone_if_on_paper == found.gone.chance == pytest.approx(0.2064)


class TestPosts:
    """Rates of posts come with their interval, and so does what is computed from them."""

    POSTS = (("court", "", 4, 3, None), ("residential", "", 3, 3, 26))
    found = chances(G1, rate=None, posts=POSTS)

    def test_the_middle_lies_within_the_interval(self):
        low, high = self.found.gone_range
        assert low < self.found.gone.chance < high
        low, high = self.found.any_leaves_range
        assert low < self.found.any_leaves < high
        low, high = self.found.lost_at_rates
        assert low < self.found.lost_low < self.found.lost_high < high
        low, high = self.found.disrupted_range
        assert low < self.found.disrupted_per_year < high

    def test_one_rate_for_everybody_has_no_interval(self):
        found = chances(G1)
        assert found.gone_range == (found.gone.chance,) * 2

    def test_weeks_that_the_post_stood_empty_replace_the_weeks_to_fill(self):
        """All formal: officers 12 weeks at 1.5 / 9, the intake worker 26 / 2 weeks at 2.5 / 3."""
        found = chances(G1, rate=None, posts=self.POSTS, agreements=[agreement(*COURT)])
        one, other = 1.5 / 9 * 12 / 52, 2.5 / 3 * 13 / 52
        assert found.disrupted_per_year == pytest.approx(12 * (1 - (1 - one) * (1 - other)))


class TestDisrupted:
    def test_of_a_pathway_and_year(self):
        """G1, all of it formal, rate 0.15, 12 weeks: each end adds 0.15 x 12 / 52."""
        one = 0.15 * 12 / 52
        found = chances(G1, rate=0.15, agreements=[agreement(*COURT)])
        assert found.disrupted_per_year == pytest.approx(12 * (1 - (1 - one) ** 2))

    def test_at_best_colleagues_take_over_at_worst_successors_are_long_not_trusted(self):
        """At best only the receiver is missed; at worst 12 weeks and 13 more at both ends."""
        found = chances(G1, rate=0.15, agreements=[agreement(*COURT)])
        best, worst = 0.15 * 12 / 52, 0.15 * 25 / 52
        low, high = found.disrupted_range
        assert low == pytest.approx(12 * best)
        assert high == pytest.approx(12 * (1 - (1 - worst) ** 2))
