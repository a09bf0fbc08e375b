"""Chances and expected losses, by hand and by enumeration; no rate, no chance."""

from itertools import combinations
from random import Random

import pytest

from collabnet.model import Assumptions
from collabnet.model.settings import RATES
from collabnet.risk.assessment import assess
from collabnet.risk.chances import chance_of_leaving, disrupted_share, pathway_chances
from collabnet.risk.gone import EXACT_TO, chance_gone
from risk.cases import G1, G1_SECOND_INTAKE, agreement, coalition, person
from risk.random_rows import draw_rows, end

FIFTH = 0.22314355131420976
"""The yearly rate of which a fifth leave in a year: -log(0.8)."""


def complete(s, r):
    """Every carrier has sent to every receiver."""
    return [(end(f"O{i}"), end(f"I{j}", "program"), False) for i in range(s) for j in range(r)]


def chances(parts, pair, rate=FIFTH, agreements=(), people=(), **assumed):
    assumptions = Assumptions(departure_rate=rate, rate_label="test", **assumed)
    given = coalition(*parts, agreements=agreements, people=people, assumptions=assumptions)
    found = {p.pair: p for p in assess(given).all_pathways if p.service is None}
    return pathway_chances(found[pair], assumptions)


COURT = ("court", "residential")


class TestChanceOfLeaving:
    def test_one_less_the_chance_that_nobody_leaves(self):
        assert chance_of_leaving(Assumptions(departure_rate=FIFTH)) == pytest.approx(0.2)
        two = Assumptions(departure_rate=FIFTH, years=2)
        assert chance_of_leaving(two) == pytest.approx(1 - 0.8**2)

    def test_no_rate_no_chance(self):
        assert chance_of_leaving(Assumptions()) is None
        assert chances(G1, COURT, rate=None) is None

    def test_three_rates_to_choose_from(self):
        assert RATES == {"low": 0.05, "middle": 0.15, "high": 0.35}


class TestG1:
    """Court to Residential: carriers with 6, 4 and 2 of 12, one receiver, p = 0.2."""

    found = chances(G1, COURT)

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
        found = chances(G1_SECOND_INTAKE, COURT)
        assert found.gone.chance == pytest.approx(0.0528)
        assert found.lost_high == pytest.approx(4.32)

    def test_a_pathway_that_passes_to_successors_is_never_gone(self):
        found = chances(G1, COURT, agreements=[agreement(*COURT)])
        assert (found.gone.chance, found.lost_low, found.lost_high) == (0, 0, 0)
        assert found.any_leaves == pytest.approx(0.488)

    def test_an_agreement_that_does_not_name_the_position_saves_nothing(self):
        made = [agreement(*COURT, names_position="no")]
        assert chances(G1, COURT, agreements=made) == self.found

    def test_who_left_is_not_there_to_leave_again(self):
        people = [person("O3", "court", active_to="2024-06-30")]
        found = chances(G1, COURT, people=people)
        assert found.any_leaves == pytest.approx(0.36)

    def test_nor_a_backup_that_keeps_the_link(self):
        """O2 and O3 left: one carrier and one receiver, 0.36."""
        people = [person(one, "court", active_to="2024-06-30") for one in ("O2", "O3")]
        assert chances(G1, COURT, people=people).gone.chance == pytest.approx(0.36)


class TestChanceGone:
    @pytest.mark.parametrize(
        ("s", "r", "chance"),
        [(3, 1, 0.2064), (3, 2, 0.0477), (1, 1, 0.36), (2, 2, 0.0784), (4, 1, 0.2013)],
    )
    def test_complete_pathways(self, s, r, chance):
        """1 - (1 - p^s)(1 - p^r): one more receiver helps, one more carrier hardly."""
        found = chance_gone(complete(s, r), 0.2).chance
        assert round(found, 4) == chance
        assert found == pytest.approx(1 - (1 - 0.2**s) * (1 - 0.2**r))

    def test_a_second_receiver_takes_it_from_20_6_to_4_8_a_fourth_carrier_to_20_1(self):
        shares = [100 * chance_gone(complete(*sr), 0.2).chance for sr in ((3, 1), (3, 2), (4, 1))]
        assert [round(share, 1) for share in shares] == [20.6, 4.8, 20.1]

    def test_positions_and_groups_do_not_leave(self):
        kept = [(end("O1"), end("program", "program"), False)]
        assert chance_gone(kept, 0.2).chance == pytest.approx(0.2)
        stays = [(end("court"), end("team+"), False), *complete(1, 1)]
        found = chance_gone(stays, 0.2)
        assert (found.chance, found.sending, found.receiving) == (0, 0, 0)

    def test_one_row_that_passes_on_keeps_the_link(self):
        assert chance_gone([*complete(1, 1), (end("O9"), end("I9"), True)], 0.2).chance == 0

    @pytest.mark.parametrize("seed", range(100))
    def test_exact_on_the_actual_rows(self, seed):
        """By every combination of who leaves."""
        random = Random(seed)
        rows = [
            r for r in draw_rows(random, 8, 8) if "unknown" not in (r.sender.kind, r.receiver.kind)
        ]
        pairs = [(r.sender, r.receiver, False) for r in rows if not r.is_inside]
        if not pairs:
            return
        people = sorted({e.id for s, r, _ in pairs for e in (s, r) if e.kind == "person"})
        expected = 0.0
        for size in range(len(people) + 1):
            for gone in combinations(people, size):
                if all(s.id in gone or r.id in gone for s, r, _ in pairs):
                    expected += 0.3**size * 0.7 ** (len(people) - size)
        found = chance_gone(pairs, 0.3)
        within = 1e-9 if found.standard_error == 0 else 5 * found.standard_error + 1e-3
        assert found.chance == pytest.approx(expected, abs=within)

    def test_beyond_twenty_people_on_each_side_it_is_drawn_with_its_error(self):
        rows = complete(EXACT_TO, 30)
        assert chance_gone(rows, 0.9).standard_error == 0
        more = complete(EXACT_TO + 1, EXACT_TO + 1)
        found = chance_gone(more, 0.9)
        assert found == chance_gone(more, 0.9, seed=0)
        assert found != chance_gone(more, 0.9, seed=1)
        expected = 1 - (1 - 0.9**21) ** 2
        assert abs(found.chance - expected) < 4 * found.standard_error


class TestDisrupted:
    def test_one_person_twelve_a_year_twelve_weeks_two_waited(self):
        """12 / 52 x 10 = 2.31."""
        assumed = Assumptions(departure_rate=1, weeks_to_fill=12, weeks_can_wait=2)
        assert round(12 * disrupted_share(1, assumed, is_formal=True), 2) == 2.31

    def test_informal_rows_wait_until_the_tie_is_built_anew_a_year_at_most(self):
        assumed = Assumptions(departure_rate=0.5, weeks_to_rebuild=26)
        assert disrupted_share(1, assumed, is_formal=False) == pytest.approx(0.25)
        never = Assumptions(departure_rate=0.5, weeks_to_rebuild=500)
        assert disrupted_share(1, never, is_formal=False) == pytest.approx(0.5)

    def test_both_ends_are_joined_so_that_no_referral_counts_twice(self):
        assumed = Assumptions(departure_rate=0.5)
        assert disrupted_share(2, assumed, is_formal=False) == pytest.approx(0.75)
        assert disrupted_share(0, assumed, is_formal=False) == 0

    def test_waiting_longer_than_it_takes_disrupts_nothing(self):
        assumed = Assumptions(departure_rate=1, weeks_to_fill=3, weeks_can_wait=4)
        assert disrupted_share(2, assumed, is_formal=True) == 0

    def test_of_a_pathway_and_year(self):
        """G1, all of it formal, rate 0.15, 12 weeks: each end adds 0.15 x 12 / 52."""
        one = 0.15 * 12 / 52
        found = chances(G1, COURT, rate=0.15, agreements=[agreement(*COURT)])
        assert found.disrupted_per_year == pytest.approx(12 * (1 - (1 - one) ** 2))


class TestBlanks:
    def test_are_read_in_the_worst_way(self):
        """Nine of twelve name nobody: one person carries them all, as if there were no other."""
        parts = [("court", "O1", "residential", "I1", 3), ("court", "", "residential", "I1", 9)]
        found = chances(parts, COURT)
        assert found.gone.chance == pytest.approx(0.36)
        assert found.any_leaves == pytest.approx(0.2)
        nobody = chances([("court", "", "residential", "", 9)], COURT)
        assert nobody.gone.chance == pytest.approx(0.36)
