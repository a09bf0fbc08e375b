"""Cut sets against trying every set of people, on 1,000 random networks."""

from random import Random

import pytest

from collabnet.risk.cutsets import Reach, direct_cut_sets
from collabnet.risk.unavoidable import Passages
from risk import oracles
from risk.random_rows import AGENCIES, draw_rows

NETWORKS, AT_ONCE = 1_000, 50
READINGS = ("named", "best", "worst")
UNSEEN = "somebody not named"


def as_told(found):
    """Give the sets with their sides, somebody not named under one name; None where none cuts."""
    if found.size is None:
        return None
    assert found.is_complete
    assert {len(one.people) for one in found.sets} == {found.size}
    return sorted((_unseen(one.people), one.side) for one in found.sets)


def truth(answer):
    return answer and sorted((_unseen(names), side) for names, side in answer)


def _unseen(names):
    """Whoever stands for blanks is called differently by the oracle; nobody else has a space."""
    return tuple(sorted("" if " " in name else name for name in names))


@pytest.mark.parametrize("first", range(0, NETWORKS, AT_ONCE))
def test_direct_cut_sets_are_all_smallest_sets_that_touch_every_row(first):
    for seed in range(first, first + AT_ONCE):
        rows = draw_rows(Random(seed))
        for pair in {(r.from_agency, r.to_agency) for r in rows if not r.is_inside}:
            own = [r for r in rows if (r.from_agency, r.to_agency) == pair]
            for reading in READINGS:
                found = as_told(direct_cut_sets(own, reading))
                assert found == truth(oracles.direct_cuts(own, reading)), (seed, pair, reading)


@pytest.mark.parametrize("first", range(0, NETWORKS, AT_ONCE))
def test_reach_cut_sets_are_all_smallest_sets_without_which_no_way_is_left(first):
    for seed in range(first, first + AT_ONCE):
        rows = draw_rows(Random(seed))
        agencies = sorted({a for r in rows for a in (r.from_agency, r.to_agency)})
        pairs = [(a, b) for a in agencies for b in agencies if a != b]
        for reading in READINGS:
            reach, ways = Reach(rows, reading), oracles.Ways(rows, reading)
            assert list(reach.pairs) == [pair for pair in pairs if ways.joins(*pair)]
            for pair in pairs:
                found = as_told(reach.cut_sets(*pair))
                assert found == truth(ways.cuts(*pair)), (seed, pair, reading)


@pytest.mark.parametrize("first", range(0, NETWORKS, AT_ONCE))
def test_so_they_are_with_a_hand_over_within_every_agency(first):
    for seed in range(first, first + AT_ONCE):
        rows = draw_rows(Random(seed))
        for reading in READINGS:
            reach = Reach(rows, reading, handover="within_agency")
            ways = oracles.Ways(rows, reading, within_agency=True)
            agencies = sorted({a for r in rows for a in (r.from_agency, r.to_agency)})
            pairs = [(a, b) for a in agencies for b in agencies if a != b]
            assert list(reach.pairs) == [pair for pair in pairs if ways.joins(*pair)]
            for pair in pairs:
                found = as_told(reach.cut_sets(*pair))
                assert found == truth(ways.cuts(*pair)), (seed, pair, reading)


@pytest.mark.parametrize("first", range(0, NETWORKS, AT_ONCE))
def test_the_unavoidable_are_those_without_whom_no_way_is_left(first):
    for seed in range(first, first + AT_ONCE):
        random = Random(seed)
        rows = draw_rows(random)
        sources = random.sample(AGENCIES, random.randint(1, 2))
        ways, passages = oracles.Ways(rows, "named"), Passages(rows)
        for target in sorted({r.to_agency for r in rows}):
            found = passages.between(sources, target)
            assert set(found.people) == ways.unavoidable(sources, target), (seed, target)
            closing = oracles.unavoidable_agencies(rows, sources, to=target)
            assert set(found.agencies) == closing, (seed, target)
        for service in sorted({r.service for r in rows} - {""}):
            found = passages.between(sources, None, service)
            assert set(found.people) == ways.unavoidable(sources, None, service), (seed, service)
            closing = oracles.unavoidable_agencies(rows, sources, service=service)
            assert set(found.agencies) == closing, (seed, service)


@pytest.mark.parametrize("first", range(0, NETWORKS, AT_ONCE))
def test_for_one_service_its_rows_alone_count(first):
    for seed in range(first, first + AT_ONCE):
        rows = [r for r in draw_rows(Random(seed)) if r.service == "therapy"]
        for reading in READINGS:
            reach, ways = Reach(rows, reading), oracles.Ways(rows, reading)
            agencies = sorted({a for r in rows for a in (r.from_agency, r.to_agency)})
            for pair in ((a, b) for a in agencies for b in agencies if a != b):
                own = [r for r in rows if (r.from_agency, r.to_agency) == pair]
                found = as_told(reach.cut_sets(*pair))
                assert found == truth(ways.cuts(*pair)), (seed, pair, reading)
                found = as_told(direct_cut_sets(own, reading))
                assert found == truth(oracles.direct_cuts(own, reading)), (seed, pair, reading)
