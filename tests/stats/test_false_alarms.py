"""Where nothing is to be found, a test finds it at 5 % in 5 of 100 cases."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from collabnet.stats import cug_test, homophily, mrqap, qap_correlation

pytestmark = pytest.mark.long
RUNS = 300
ALARM = 0.05
MOST = ALARM + 4 * np.sqrt(ALARM * (1 - ALARM) / RUNS)


def square(array):
    np.fill_diagonal(array, 0)
    return pd.DataFrame(array)


def busy(random, n):
    """Ties that hang on who sends and who gets, as real ones do: pairs are far from unrelated."""
    return random.normal(size=(n, 1)) + random.normal(size=(1, n)) + random.normal(size=(n, n))


def alarms(p):
    return np.mean([p(np.random.default_rng(run)) <= ALARM for run in range(RUNS)])


def test_qap_of_two_unrelated_relations():
    def p(random):
        x, y = (square(busy(random, 12)) for _ in range(2))
        return qap_correlation(x, y, permutations=199).row["p_two_sided"]

    assert 0.01 < alarms(p) < MOST


def test_a_usual_test_would_cry_wolf():
    """The same pairs taken as unrelated: several times as many alarms."""

    def p(random):
        x, y = (square(busy(random, 12)).to_numpy()[~np.eye(12, dtype=bool)] for _ in range(2))
        r = np.corrcoef(x, y)[0, 1]
        return 0.0 if abs(r) * np.sqrt(130 / (1 - r * r)) > 1.978 else 1.0

    assert alarms(p) > 3 * ALARM


def test_mrqap_of_a_relation_that_only_goes_with_another():
    """y follows x1 alone; x2 goes with x1."""

    def p(random):
        first = busy(random, 12)
        second, y = 0.7 * first + busy(random, 12), 0.5 * first + busy(random, 12)
        found = mrqap(square(y), [square(first), square(second)], permutations=199).table
        return found["p_two_sided"][2]

    assert 0.01 < alarms(p) < MOST


def closed(network):
    """Closed walks of three ties, quicker to count than transitivity."""
    array = np.zeros((14, 14))
    rows, columns, _ = network.arcs
    array[rows, columns] = array[columns, rows] = 1
    return np.trace(array @ array @ array)


def test_cug_of_a_random_network():
    def p(random):
        graph = nx.gnm_random_graph(14, 25, seed=int(random.integers(10**6)))
        return cug_test(graph, closed, draws=99, seed=int(random.integers(10**6))).row["p_greater"]

    assert 0.005 < alarms(p) < MOST


def test_homophily_of_groups_at_random():
    def p(random):
        graph = nx.gnm_random_graph(20, 40, seed=int(random.integers(10**6)))
        groups = dict(enumerate(random.integers(0, 3, 20).tolist()))
        found = homophily(graph, groups=groups, permutations=199).table
        return found["p_two_sided"].iloc[0]

    assert 0.005 < alarms(p) < MOST
