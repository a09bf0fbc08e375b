"""Ways that share nobody, and agencies between, against trying all; 1,000 random networks."""

from itertools import pairwise
from random import Random

import pytest

from collabnet.risk.cutsets import Reach
from collabnet.risk.ways import AgencyNetwork
from risk import oracles
from risk.random_rows import draw_rows, row

NETWORKS, AT_ONCE = 1_000, 50
NAMES = tuple("abcdefg")


def draw_agency_rows(random):
    """Draw rows between up to seven agencies; who stands at the ends doesn't matter."""
    names = NAMES[: random.randint(2, 7)]
    most = random.choice([4, 8, 14])
    made = [(random.choice(names), random.choice(names)) for _ in range(random.randint(1, most))]
    return [
        row(a, random.choice(["", f"{a}1"]), b, random.choice(["", b, f"{b}1"])) for a, b in made
    ]


def check_way(way, pair, rows, handover):
    """Every step is a row, or a hand-over inside an agency; it stands for the agencies told."""
    steps = {(r.sender.id, r.receiver.id): set() for r in rows}
    for r in rows:
        steps[r.sender.id, r.receiver.id].add((r.from_agency, r.to_agency))
    senders = {r.sender.id for r in rows if r.from_agency == pair[0]}
    receivers = {r.receiver.id for r in rows if r.to_agency == pair[1]}
    assert way.ends[0] in senders
    assert way.ends[-1] in receivers
    assert (way.agencies[0], way.agencies[-1]) == pair
    assert all(a != b for a, b in pairwise(way.agencies))
    for step in pairwise(way.ends):
        if step in steps:
            assert any(set(places) <= set(way.agencies) for places in steps[step])
        else:
            assert handover == "within_agency"


@pytest.mark.parametrize("first", range(0, NETWORKS, AT_ONCE))
def test_no_larger_number_of_ways_shares_nobody(first):
    for seed in range(first, first + AT_ONCE):
        rows = draw_rows(Random(seed))
        named = [r for r in rows if "unknown" not in (r.sender.kind, r.receiver.kind)]
        people = {end.id for r in named for end in (r.sender, r.receiver) if end.kind == "person"}
        for handover in ("by_row", "within_agency")[: 2 if seed % 4 == 0 else 1]:
            reach = Reach(rows, handover=handover)
            ways = oracles.Ways(rows, "named", within_agency=handover == "within_agency")
            for pair in reach.pairs:
                found = reach.ways(*pair)
                assert found.n == ways.most_disjoint(*pair), (seed, pair, handover)
                assert len(found.ways) == (1 if found.n is None else found.n)
                met = [end for way in found.ways for end in way.ends if end in people]
                assert len(met) == len(set(met)), (seed, pair)
                assert (found.n is None) == (not met)
                for way in found.ways:
                    check_way(way, pair, named, handover)
                assert reach.cut_sets(*pair).size == found.n


@pytest.mark.parametrize("first", range(0, NETWORKS, AT_ONCE))
def test_agency_cut_sets_are_all_smallest_sets_whose_closing_parts_two(first):
    for seed in range(first, first + AT_ONCE):
        rows = draw_agency_rows(Random(seed))
        network, steps = AgencyNetwork(rows), oracles.Steps(rows)
        joined = [(a, b) for a in steps.names for b in sorted(steps.reached([a])) if a != b]
        assert list(network.pairs) == joined
        for pair in joined:
            found, true = network.cuts(*pair), steps.cuts(*pair)
            assert found.is_complete
            assert found.size == (len(true[0]) if true else None), (seed, pair)
            assert list(found.sets) == (true or []), (seed, pair)
            assert len(found.ways) == steps.most_disjoint(*pair), (seed, pair)
            between = [name for way in found.ways for name in way[1:-1]]
            assert len(between) == len(set(between))
            for way in found.ways:
                assert (way[0], way[-1]) == pair
                assert all(step in steps.steps for step in pairwise(way))
