"""The chance that no way is left: by hand, by every combination of departures, by drawing."""

from dataclasses import replace
from itertools import pairwise, product
from math import prod
from random import Random

import networkx as nx
import pytest

from collabnet.model import Assumptions
from collabnet.risk.assessment import assess
from collabnet.risk.basis import Basis
from collabnet.risk.turnover import reliability
from collabnet.risk.turnover.leaving import Turnover
from collabnet.risk.turnover.rates import Rate, assumed
from collabnet.risk.turnover.reliability import no_way
from collabnet.risk.turnover.way_graph import WayGraph
from risk.cases import G1, agreement, coalition, person
from risk.random_rows import draw_rows, row

FIFTH = 0.22314355131420976
FORMAL, INFORMAL = Basis("formal", "yes"), Basis("informal", "no")


def turnover(rows, rate=FIFTH, **rates):
    """Everybody at one rate, unless given."""
    people = {one for r in rows for one in r.people}
    known = {who: assumed(rates.get(who, rate), "test") for who in people}
    unseen = dict.fromkeys({a for r in rows for a in (r.from_agency, r.to_agency)})
    return Turnover(Assumptions(), known, dict.fromkeys(unseen, assumed(rate, "test")))


def by_pair(rows, given=None, seed=0):
    graph = WayGraph(rows, given or turnover(rows))
    return no_way(graph, graph.senders, graph.receivers, years=1, seed=seed)


def site(*parts, rate=FIFTH, **tables):
    made = coalition(*parts, assumptions=Assumptions(departure_rate=rate), **tables)
    return assess(made, worlds=0)


def oracle(rows, p, start, end):
    """By every combination of who leaves; formal rows stay with the post."""
    people = sorted(p)
    chance = 0.0
    for left in product((False, True), repeat=len(people)):
        gone = {who for who, is_gone in zip(people, left, strict=True) if is_gone}
        if not has_way(rows, gone, start, end):
            chance += prod(p[w] if w in gone else 1 - p[w] for w in people)
    return chance


def has_way(rows, gone, start, end):
    """Row by row: each works if it is formal or its people are there.

    Whoever is gone counts for an agency only by formal rows from, or to, that agency.
    """
    works = [one for one in rows if one.basis.passes == "yes" or gone.isdisjoint(one.people)]
    able = [one for one in rows if one.basis.passes == "yes"]
    first = {one.sender for one in rows if one.from_agency == start and one.sender.id not in gone}
    first |= {one.sender for one in able if one.from_agency == start}
    last = {one.receiver for one in rows if one.to_agency == end and one.receiver.id not in gone}
    last |= {one.receiver for one in able if one.to_agency == end}
    graph = nx.DiGraph([(one.sender, one.receiver) for one in works])
    graph.add_nodes_from(first)
    return any(not {who, *nx.descendants(graph, who)}.isdisjoint(last) for who in first)


class TestG1:
    """p = 0.2 for everybody."""

    found = site(*G1).ways_left

    @pytest.mark.parametrize(
        ("start", "end", "chance"),
        [
            ("court", "residential", 1 - (1 - 0.2**3) * 0.8),
            ("hospital", "residential", 1 - 0.8**3),
            ("police", "residential", 1 - 0.8 * (0.8 * (1 - 0.2**2) + 0.2 * 0.8 * 0.8)),
        ],
    )
    def test_by_hand(self, start, end, chance):
        """Police to Residential: I1 stays, and D1 with O1 or A1; or D1 is gone, D2 with A1."""
        found = self.found[start, end, None]
        assert found.chance == pytest.approx(chance)
        assert (found.method, found.standard_error, found.draws) == ("exact", 0, 0)

    def test_pairs_that_no_way_joins_are_left_out(self):
        assert ("residential", "court", None) not in self.found

    def test_the_table_has_a_row_for_each(self):
        table = site(*G1).reliability
        assert len(table) == len(self.found) == 7
        assert table["people_on_the_ways"].tolist() == [2, 4, 2, 3, 3, 2, 5]

    def test_without_rates_there_is_none(self):
        assert site(*G1, rate=None).reliability.empty


class TestService:
    PARTS = (
        ("court", "O1", "shelter", "S1", 6, {"service": "emergency shelter"}),
        ("court", "O1", "clinic", "C1", 6, {"service": "emergency shelter"}),
        ("police", "D1", "court", "O1", 6, {"service": "legal"}),
    )

    def test_any_provider_will_do(self):
        """O1 stays, and S1 or C1; from the police D1 besides."""
        found = site(*self.PARTS).ways_left
        one = 0.8 * (1 - 0.2**2)
        assert found["court", None, "emergency shelter"].chance == pytest.approx(1 - one)
        assert found["police", None, "emergency shelter"].chance == pytest.approx(1 - 0.8 * one)

    def test_ways_of_one_service_use_its_rows_alone(self):
        found = site(*self.PARTS).ways_left
        assert ("police", "shelter", "emergency shelter") not in found
        assert found["police", "shelter", None].chance == pytest.approx(1 - 0.8**3)

    def test_who_sends_and_receives_for_it_is_a_way(self):
        """O1 receives for legal help at the court itself."""
        assert site(*self.PARTS).ways_left["court", None, "legal"].chance == pytest.approx(0.2)


class TestWhoStays:
    def test_rows_under_an_agreement_that_names_the_position_stay_with_the_post(self):
        made = [agreement("court", "residential")]
        found = site(*G1, agreements=made).ways_left
        assert found["court", "residential", None].chance == 0
        assert found["police", "court", None].chance == pytest.approx(0.36)

    def test_a_successor_takes_over_the_agreed_rows_only(self):
        """Police to Court to Residential: agreed from the court on, but O1 must receive first."""
        parts = [("police", "D1", "court", "O1", 6), ("court", "O1", "residential", "I1", 6)]
        found = site(*parts, agreements=[agreement("court", "residential")]).ways_left
        assert found["police", "residential", None].chance == pytest.approx(0.36)

    def test_positions_and_groups_stay(self):
        found = site(("court", "court", "residential", "residential", 6)).ways_left
        assert found["court", "residential", None].chance == 0

    def test_who_left_is_no_way(self):
        people = [person(one, "court", active_to="2024-06-30") for one in ("O2", "O3")]
        found = site(*G1, people=people).ways_left["court", "residential", None]
        assert found.chance == pytest.approx(0.36)

    def test_blanks_are_read_in_the_worst_way(self):
        parts = [("court", "O1", "residential", "I1", 6), ("court", "", "residential", "I1", 9)]
        assert site(*parts).ways_left["court", "residential", None].chance == pytest.approx(0.36)

    def test_unknown_where_somebody_on_the_ways_has_no_rate(self):
        rows = [row("court", "O1", "program", "I1"), row("court", "O1", "shelter", "S1")]
        rates = {"O1": assumed(0.1, "test"), "S1": assumed(0.1, "test")}
        found = by_pair(rows, Turnover(Assumptions(), rates))
        assert found["court", "program"] is None
        assert found["court", "shelter"] is not None


class TestAgainstEveryCombination:
    @pytest.mark.parametrize("seed", range(60))
    def test_exact_on_random_rows(self, seed):
        random = Random(seed)
        rows = [
            replace(r, basis=random.choice([FORMAL, INFORMAL, INFORMAL]))
            for r in draw_rows(random, 7, 9)
            if r.sender.id and r.receiver.id
        ]
        rates = {who: random.uniform(0, 1) for r in rows for who in r.people}
        given = turnover(rows, **rates)
        p = {who: given.rates[who].chances(1)[1] for who in rates}
        for (start, end), found in by_pair(rows, given).items():
            assert found.chance == pytest.approx(oracle(rows, p, start, end))

    @pytest.mark.parametrize("seed", range(40))
    def test_drawn_within_four_standard_errors(self, seed, monkeypatch):
        random = Random(500 + seed)
        rows = draw_rows(random, 9, 14)
        exact = by_pair(rows)
        monkeypatch.setattr(reliability, "EXACT_TO", -1)
        for pair, found in by_pair(rows, seed=seed).items():
            assert found.method == "drawn"
            assert found.draws >= 8192
            assert abs(found.chance - exact[pair].chance) <= 4 * found.standard_error + 1e-4


class TestSmallEnough:
    def test_the_smallest_first_until_the_work_is_too_much(self, monkeypatch):
        monkeypatch.setattr(reliability, "MOST_COMBINATIONS", 40)
        people_on = {("a", "b"): 4, ("a", "c"): 5, ("b", "c"): 3, ("c", "a"): 4}
        chosen = reliability._small_enough(people_on)
        assert chosen == {("b", "c"), ("a", "b"), ("c", "a")}

    def test_never_above_twenty_people(self):
        found = reliability._small_enough({("a", "b"): 20, ("a", "c"): 21})
        assert found == {("a", "b")}

    def test_eighteen_people_exactly(self):
        """A chain is gone unless all stay."""
        names = [f"p{i:02d}" for i in range(18)]
        rows = [row(a, a + "x", b, b + "x") for a, b in pairwise(names)]
        found = by_pair(rows)["p00", "p17"]
        assert (found.method, found.n_people) == ("exact", 18)
        assert found.chance == pytest.approx(1 - 0.8**18)


class TestInvariants:
    @pytest.mark.parametrize("seed", range(10))
    def test_indirect_ways_can_only_help(self, seed):
        """No way is left only if the direct link is gone too."""
        random = Random(seed)
        people = "abcdefgh"
        agencies = ("court", "police", "program")
        parts = []
        for _ in range(8):
            a, b = random.sample(agencies, 2)
            parts.append(
                (a, f"{a}_{random.choice(people[:3])}", b, f"{b}_{random.choice(people[:3])}", 3)
            )
        made = [agreement("court", "program")] if random.random() < 0.5 else []
        for one in site(*parts, agreements=made).pathway_dicts:
            assert one["p_no_way"] <= one["p_gone"] + 1e-12

    def test_rates_with_an_interval_give_a_range(self):
        rows = [row("court", "O1", "program", "I1")]
        rates = dict.fromkeys(["O1", "I1"], Rate(0.1, 0.2, 0.4, "posts.csv, row 2"))
        found = by_pair(rows, Turnover(Assumptions(), rates))["court", "program"]
        assert found.low < found.chance < found.high
        assert found.high == pytest.approx(1 - (1 - rates["O1"].chances(1)[2]) ** 2)

    def test_the_same_seed_gives_the_same_and_another_another(self, monkeypatch):
        monkeypatch.setattr(reliability, "EXACT_TO", -1)
        rows = draw_rows(Random(3), 9, 14)
        assert by_pair(rows, seed=4) == by_pair(rows, seed=4)
        assert by_pair(rows, seed=4) != by_pair(rows, seed=5)
