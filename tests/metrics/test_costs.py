"""What steps cost with 1/strength: exact, whole, in proportion, one for each entry."""

import re
from collections import Counter
from fractions import Fraction
from random import Random

import networkx as nx
import pytest

from collabnet import CollabnetError
from collabnet.engine import entry_rows
from collabnet.metrics.arrays import costs_along, strengths_along
from collabnet.model.network import as_network


def graph_of(ties, kind=nx.MultiGraph):
    graph = kind()
    graph.add_nodes_from(range(9))
    graph.add_weighted_edges_from(ties)
    return as_network(graph)


def costs_of(network, direction="out"):
    csr, costs = costs_along(network, "closeness", direction)
    return dict(
        zip(zip(entry_rows(csr).tolist(), csr.indices.tolist(), strict=True), costs, strict=True)
    )


def test_parallel_ties_are_added_before_the_cost_is_taken():
    network = graph_of([(0, 1, 1), (1, 0, 2), (1, 2, 6)])
    assert costs_of(network) == {(0, 1): 2, (1, 0): 2, (1, 2): 1, (2, 1): 1}


def test_directions():
    network = graph_of([(0, 1, 1), (1, 0, 2), (1, 2, 6)], nx.MultiDiGraph)
    assert costs_of(network) == {(0, 1): 6, (1, 0): 3, (1, 2): 1}
    assert costs_of(network, "in") == {(1, 0): 6, (0, 1): 3, (2, 1): 1}
    assert costs_of(network, "ignored") == {(0, 1): 2, (1, 0): 2, (1, 2): 1, (2, 1): 1}


def test_decimals_are_meant_as_written():
    """1/0.1 + 1/0.3 is 40/3: binary numbers nearest to them would have other sums."""
    assert costs_of(graph_of([(0, 1, 0.1), (1, 2, 0.3)], nx.DiGraph)) == {(0, 1): 3, (1, 2): 1}


@pytest.mark.parametrize("direction", ["out", "in", "ignored"])
def test_in_proportion_to_1_over_the_sum_of_strengths(direction):
    for seed in range(60):
        draw = Random(seed)
        kind = draw.choice([nx.MultiGraph, nx.MultiDiGraph])
        ties = [
            (draw.randrange(9), draw.randrange(9), draw.choice([0.1, 0.25, 1, 3, 7.7, 100]))
            for _ in range(draw.randint(0, 40))
        ]
        strength = Counter()
        for u, v, tie in ties:
            ends = (v, u) if direction == "in" else (u, v)
            strength[ends] += Fraction(str(tie))
            if u != v and (kind is nx.MultiGraph or direction == "ignored"):
                strength[ends[::-1]] += Fraction(str(tie))
        strength = {pair: total for pair, total in strength.items() if pair[0] != pair[1]}
        found = costs_of(graph_of(ties, kind), direction)
        assert found.keys() == strength.keys()
        assert len({cost * strength[pair] for pair, cost in found.items()}) <= 1


@pytest.mark.parametrize("strength", [0, -2.5, float("nan"), float("inf")])
@pytest.mark.parametrize("direction", ["out", "in"])
def test_strengths_that_give_no_cost_are_refused(strength, direction):
    message = (
        "The measure closeness with a cost of 1/strength needs strengths above zero; "
        f"the tie 2 to 1 has {float(strength)}. "
        "Correct it, leave the tie out, or use the cost 'unweighted'."
    )
    network = graph_of([(0, 1, 1), (2, 1, strength)], nx.DiGraph)
    with pytest.raises(CollabnetError, match=f"^{re.escape(message)}$"):
        costs_of(network, direction)


@pytest.mark.parametrize("strength", [1e-101, 1e101, 5e-324])
@pytest.mark.parametrize("read", [costs_along, strengths_along])
def test_strengths_beyond_what_sums_can_hold_are_refused(strength, read):
    message = (
        "The measure closeness needs strengths from 1e-100 to 1e+100; the tie 2 to 1 has "
        f"{strength}. Give strengths in another unit, or measure without them."
    )
    network = graph_of([(0, 1, 1), (2, 1, strength)], nx.DiGraph)
    with pytest.raises(CollabnetError, match=f"^{re.escape(message)}$"):
        read(as_network(network), "closeness")
