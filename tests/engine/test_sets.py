"""Sets of actors: what cannot be parted, and bounds that no set betters."""

from itertools import combinations
from random import Random

import networkx as nx
import numpy as np
import pytest

from collabnet.engine import build_csr
from collabnet.engine.sets import best as sets_best
from collabnet.engine.sets.best import best_sets
from collabnet.engine.sets.contact import _inseparable, fewest_in_contact
from collabnet.engine.sets.criteria import Closeness, PairsInContact, PairsReached, Reach
from collabnet.engine.sets.program import LEAST, USUAL, Effort, fewest_reached, widest_reach
from collabnet.engine.sets.searches import MOST_TIED, Sets, build_up, try_all
from engine.oracles import columns, random_pairs, to_networkx


def drawn(seed, most=9):
    random = Random(seed)
    n = random.randint(4, most)
    pairs = random_pairs(random, n, 2 * n)
    return random, n, pairs


def test_inseparable_are_those_whom_no_few_others_part():
    for seed in range(80):
        random, n, pairs = drawn(seed)
        size, graph = random.randint(0, 2), to_networkx(n, pairs)
        found = _inseparable(build_csr(n, *columns(pairs)), 0, size)
        for v in range(1, n):
            others = [u for u in range(1, n) if u != v]
            parts = any(
                not nx.has_path(nx.restricted_view(graph, gone, []), 0, v)
                for many in range(size + 1)
                for gone in combinations(others, many)
            )
            assert (v in found) == (not parts), (seed, v)


@pytest.mark.parametrize(
    ("kind", "program"),
    [
        (PairsInContact, fewest_in_contact),
        (PairsReached, fewest_reached),
        (Reach, widest_reach),
    ],
)
def test_programs_prove_what_trying_every_set_finds(kind, program):
    for seed in range(25):
        random, n, pairs = drawn(seed)
        csr = build_csr(n, *columns(pairs), directed=kind is not PairsInContact)
        everybody, size = np.arange(n), random.randint(1, 3)
        may = np.array([random.random() < 0.8 for _ in range(n)])
        may[: size + 1] = True
        criterion = kind(csr, everybody, everybody) if kind is PairsReached else kind(csr)
        exact = try_all(criterion, size, everybody, may)
        good = build_up(criterion, size, everybody, may)
        some = np.flatnonzero(may)[:size].tolist()
        poor = Sets((tuple(some),), criterion.losses(some[:-1])[some[-1]].item(), -np.inf, None)
        for start in (good, poor):
            found = program(criterion, size, start, may, effort=Effort(USUAL))
            assert found.loss == pytest.approx(exact.loss), seed
            assert found.bound == pytest.approx(exact.loss), seed
            assert all(may[v] for v in found.sets[0])


def test_bounds_hold_where_nothing_is_proven():
    for seed in range(30):
        _, n, pairs = drawn(seed)
        criterion = Closeness(build_csr(n, *columns(pairs)))
        may = np.ones(n, dtype=np.bool_)
        for size in (1, 2, 3):
            exact = try_all(criterion, size, np.arange(n), may)
            assert criterion.least(size, may) <= exact.loss + 1e-9


def test_bounds_hold_wherever_programs_stop():
    """Short of a proof, with nothing good known before."""
    for seed in range(60):
        random, n = Random(seed), 14
        pairs = [(random.randrange(n), random.randrange(n)) for _ in range(18)]
        criterion = PairsInContact(build_csr(n, *columns(pairs)))
        exact = try_all(criterion, 3, np.arange(n), np.ones(n, dtype=np.bool_))
        poor = Sets(((0, 1, 2),), criterion.intact(), -np.inf, None)
        for programs in (4, 8):
            found = fewest_in_contact(
                criterion,
                3,
                poor,
                np.ones(n, dtype=np.bool_),
                effort=Effort(programs * 1.01 * LEAST),
            )
            assert found.bound <= exact.loss <= found.loss, (seed, programs)


def test_the_answer_is_the_same_each_time(monkeypatch):
    monkeypatch.setattr(sets_best, "can_try_all", lambda *_: False)
    csr = build_csr(60, *columns(random_pairs(Random(3), 60, 150)))
    may = np.ones(60, dtype=np.bool_)
    for criterion in (PairsInContact(csr), Reach(csr)):
        assert best_sets(criterion, 2, may) == best_sets(criterion, 2, may)


def test_of_many_tied_sets_all_are_counted_and_some_listed():
    criterion = PairsInContact(build_csr(30, [], []))
    found = try_all(criterion, 2, np.arange(30), np.ones(30, dtype=np.bool_))
    assert (found.tied, len(found.sets)) == (30 * 29 // 2, MOST_TIED)
