"""What the rules claim holds in a world, give or take a quarter."""

from datetime import date, timedelta

import pytest

from collabnet.risk.facts import PathwayFacts
from collabnet.risk.pathways import build_pathways
from collabnet.risk.rows import build_rows
from collabnet.risk.rules import PATHWAY_RULES, first_rule
from collabnet.risk.worlds.draws import Months
from collabnet.risk.worlds.of_pathways import PathwayDraws, as_seen
from risk.cases import agreement, coalition


def world(*parts, sent=None, **tables):
    made = coalition(*parts, **tables)
    one = build_pathways(made, build_rows(made))[0]
    return as_seen(one, one.n if sent is None else sent)


def rows(n, sender="O1", receiver="I1"):
    return ("court", sender, "program", receiver, n)


class TestAQuarter:
    """Every claim may be otherwise for a quarter of the rows."""

    @pytest.mark.parametrize(("first", "second", "holds"), [(9, 3, True), (8, 4, False)])
    def test_one_departure_takes_three_quarters(self, first, second, holds):
        made = world(rows(first, "O1", "I1"), rows(second, "O2", "I2"))
        assert bool(made.ends_by_one[0]) is holds

    @pytest.mark.parametrize(("rest", "holds"), [(1, True), (3, False)])
    def test_the_three_busiest_carry_three_quarters(self, rest, holds):
        others = [rows(rest, f"O{i}", f"I{i}") for i in (4, 5, 6)]
        made = world(*[rows(3, f"O{i}", f"I{i}") for i in (1, 2, 3)], *others)
        assert bool(made.few_carry[0]) is bool(made.few_in_all[0]) is holds

    @pytest.mark.parametrize(("n", "sent", "holds"), [(9, 24, True), (8, 8, False), (9, 25, False)])
    def test_three_quarters_of_the_least_volume(self, n, sent, holds):
        assert bool(world(rows(n), sent=sent).is_main[0]) is holds

    def test_a_quarter_may_be_formal(self):
        agreed = world(rows(9), agreements=[agreement("court", "program")])
        assert not agreed.none_formal[0]
        assert world(rows(9)).none_formal[0]

    @pytest.mark.parametrize(("one", "holds"), [(2, True), (1, False)])
    def test_one_departure_loses_a_good_part(self, one, holds):
        others = [rows(1, f"O{i}", f"I{i}") for i in range(2, 10)]
        assert bool(world(rows(one), *others).loses_part[0]) is holds

    def test_rows_that_pass_on_are_not_lost(self):
        agreed = world(rows(9), agreements=[agreement("court", "program")])
        assert not agreed.all_lost[0]
        assert not agreed.not_all_pass[0]
        assert agreed.ends_by_one[0]

    def test_fewer_than_half_named_give_or_take_a_quarter(self):
        assert world(rows(6), rows(6, "")).few_named[0]
        assert not world(rows(8), rows(4, "")).few_named[0]

    def test_a_silence_of_three_quarters_of_the_limit(self):
        early = [date(2024, 1, 1) + timedelta(days=10 * i) for i in range(12)]
        assert world(("court", "O1", "program", "I1", early)).is_silent[0]
        assert not world(rows(12)).is_silent[0]


class TestEveryRuleHasAClaim:
    """Whatever a rule finds in a log without blanks holds in the log as it is."""

    @pytest.mark.parametrize(
        "parts",
        [
            [rows(12)],
            [rows(7), rows(6, "O2")],
            [rows(4, f"O{i}", f"I{i}") for i in range(1, 4)],
            [rows(8), *[rows(1, f"O{i}", f"I{i}") for i in range(2, 5)]],
        ],
    )
    @pytest.mark.parametrize("agreements", [(), [agreement("court", "program")]])
    def test_it_claims_what_it_finds(self, parts, agreements):
        made = coalition(*parts, agreements=agreements)
        one = build_pathways(made, build_rows(made))[0]
        rule = first_rule(PATHWAY_RULES, PathwayFacts(one, 1.0))
        assert rule.claim(as_seen(one, one.n))[0]

    def test_none_is_without(self):
        assert all(rule.claim is not None for rule in PATHWAY_RULES)


class TestStanding:
    """Who left is gone in every world; who fell silent may be there in some."""

    def draws(self, made, n=4000):
        pathways = build_pathways(made, build_rows(made))
        drawn = PathwayDraws(pathways, Months(made.period, n, 0), n_worlds=n, seed=3)
        return next(drawn.worlds(pathways[0], "test"))

    def test_who_left_is_no_backup_in_any_world(self):
        left = [{"person_id": "O2", "agency_id": "court", "active_to": "2024-10-01"}]
        half = [rows(60, "O1", f"I{i}") for i in (1, 2, 3)] + [
            rows(60, "O2", f"I{i}") for i in (1, 2, 3)
        ]
        assert self.draws(coalition(*half, people=left)).ends_by_one.all()
        assert not self.draws(coalition(*half)).ends_by_one.any()

    def test_who_fell_silent_is_there_in_a_few(self):
        early = [date(2024, 1, 20) + timedelta(days=30 * i) for i in range(9)]
        parts = [rows(12), ("court", "O2", "program", "I2", early)]
        held = self.draws(coalition(*parts)).ends_by_one.mean()
        assert held == pytest.approx(0.85, abs=0.03)
