"""What each test says where there is nothing to tell, and of what it can't take."""

import networkx as nx
import numpy as np
import pytest

import collabnet as cn
from collabnet.model.errors import AssumptionError, EmptyNetworkError

EMPTY = nx.empty_graph(9)
FULL = nx.complete_graph(9)
HALVES = {actor: actor % 2 for actor in EMPTY}
CALLS = {
    "centrality_intervals": {"measures": ["degree", "constraint"], "draws": 20},
    "stability": {"measure": "constraint", "draws": 5},
    "cug_test": {"statistic": "transitivity", "draws": 20},
    "jackknife": {"statistic": "transitivity"},
    "vertex_bootstrap": {"statistic": "transitivity", "draws": 20},
    "homophily": {"groups": HALVES, "permutations": 20},
    "network_autocorrelation": {"values": HALVES, "permutations": 20},
}
SAID = {
    "centrality_intervals": "By degree, the 9 actors with a value fall into one band; nobody is "
    "first in 90 % of the draws. No actor has a value of constraint.",
    "stability": "How steady constraint is can't be told: it doesn't vary between actors.",
    "cug_test": "For this network, or for random ones, transitivity is undefined.",
    "jackknife": "How sure transitivity is can't be told: it is undefined.",
    "vertex_bootstrap": "How sure transitivity is can't be told: it is undefined.",
    "homophily": "There are no ties: whether they join alike with alike can't be told.",
    "network_autocorrelation": "Without ties, or where all numbers are the same, nothing can be "
    "told.",
}


@pytest.mark.parametrize("name", CALLS)
def test_a_network_without_ties_is_answered_without_a_warning(name):
    found = getattr(cn.stats, name)(EMPTY, **CALLS[name])
    assert found.sentence == SAID[name]
    assert found._repr_html_()


@pytest.mark.parametrize("name", CALLS)
def test_a_network_without_actors_is_refused(name):
    with pytest.raises(EmptyNetworkError) as refused:
        getattr(cn.stats, name)(nx.Graph(), **CALLS[name])
    assert str(refused.value) == (
        f"{name} needs at least one actor; the network has none. Check what it was built from."
    )


def test_two_networks_without_the_number_are_not_compared():
    found = cn.stats.compare_paired(EMPTY, EMPTY, "transitivity")
    assert np.isnan(found.row["p_two_sided"])
    assert found.sentence == (
        "The transitivity is undefined in one of the networks: they can't be compared."
    )


def test_all_tied_is_as_near_as_expected():
    found = cn.stats.network_autocorrelation(FULL, values=dict(enumerate(range(9))))
    assert found.sentence == (
        "The numbers of tied actors are as near to each other as expected by chance: Moran's I is "
        "-0.125; chance gives as much in 100 of 100 cases (p = 1.000)."
    )


def test_what_is_no_statistic_and_what_are_no_values():
    with pytest.raises(AssumptionError) as refused:
        cn.stats.cug_test(FULL, 5)
    assert str(refused.value) == (
        "cug_test needs the name of a measure or a function as its statistic; got int."
    )
    with pytest.raises(AssumptionError) as refused:
        cn.stats.network_autocorrelation(FULL, values=[1, 2])
    assert str(refused.value) == (
        "network_autocorrelation needs as values the name of an attribute of the actors, or a dict "
        "from actor to number; got list."
    )


def test_a_result_of_several_rows_has_no_single_one():
    with pytest.raises(cn.CollabnetError) as refused:
        _ = cn.stats.stability(FULL, "degree", draws=2).row
    assert str(refused.value) == "row needs a table of one row; this one has 5. Use table."
