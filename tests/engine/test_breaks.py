"""Pairs broken by every actor: plain and compiled, against removing and searching again."""

from random import Random

import networkx as nx
import numpy as np
import pytest

from collabnet.engine import build_csr
from collabnet.engine.parts.breaks import pairs_broken
from engine.oracles import G1_ARCS, columns, random_pairs, to_networkx

KINDS = pytest.mark.parametrize("compiled", [False, True], ids=["plain", "compiled"])


def reached(graph, sources, targets):
    return {
        (s, t)
        for s in sources
        if s in graph
        for t in nx.descendants(graph, s)
        if t in targets and t != s
    }


@KINDS
def test_g1_along_the_referrals(compiled):
    csr = build_csr(8, *columns(G1_ARCS), directed=True)
    assert pairs_broken(csr, compiled=compiled).tolist() == [0, 0, 0, 0, 2, 0, 0, 0]


@KINDS
def test_a_chain_from_the_source_breaks_all_beyond_it(compiled):
    """0 > 1 > 2 and from 2 on two ways to 5: nobody but the chain breaks 0 to 5."""
    arcs = [(0, 1), (1, 2), (2, 3), (2, 4), (3, 5), (4, 5)]
    csr = build_csr(6, *columns(arcs), directed=True)
    assert pairs_broken(csr, [0], compiled=compiled).tolist() == [0, 4, 3, 0, 0, 0]


@KINDS
def test_no_actors_and_no_sources(compiled):
    empty = build_csr(0, [], [], directed=True)
    assert pairs_broken(empty, compiled=compiled).tolist() == []
    csr = build_csr(3, [0, 1], [1, 2], directed=True)
    assert pairs_broken(csr, [], compiled=compiled).tolist() == [0, 0, 0]


@KINDS
@pytest.mark.parametrize("directed", [True, False])
def test_equal_removing_and_searching_again(compiled, directed):
    for seed in range(250):
        random = Random(seed)
        n = random.randint(1, 14)
        pairs = random_pairs(random, n, 3 * n)
        sources, targets = (sorted(random.sample(range(n), random.randint(0, n))) for _ in range(2))
        csr = build_csr(n, *columns(pairs), directed=directed)
        both = pairs if directed else [*pairs, *((v, u) for u, v in pairs)]
        graph = to_networkx(n, both, directed=True)
        whole = reached(graph, sources, targets)
        found = pairs_broken(csr, sources, targets, compiled=compiled)
        for v in range(n):
            left = reached(nx.restricted_view(graph, [v], []), sources, targets)
            assert found[v] == len({pair for pair in whole if v not in pair} - left), (seed, v)


@pytest.mark.parametrize("m", [300, 600, 1600])
def test_plain_and_compiled_agree_with_one_thread_or_two(m):
    random = np.random.default_rng(m)
    csr = build_csr(200, random.integers(0, 200, m), random.integers(0, 200, m), directed=True)
    plain = pairs_broken(csr, compiled=False)
    for threads in (1, 2):
        assert np.array_equal(pairs_broken(csr, compiled=True, threads=threads), plain)
