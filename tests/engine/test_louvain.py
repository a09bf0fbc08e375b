"""Runs of Louvain's method: compiled as in plain Python, and nothing left to gain by one step."""

import networkx as nx
import numpy as np

from collabnet.engine.communities.louvain import Pulls, louvain, shuffled
from collabnet.engine.communities.louvain_many import runs_of


def pulls_of(graph):
    table = nx.to_numpy_array(graph)
    np.fill_diagonal(table, 0)
    rows, columns = np.nonzero(table + table.T)
    begin = np.searchsorted(rows, np.arange(len(table) + 1))
    both = (table + table.T)[rows, columns]
    return Pulls(begin, columns, both, table.sum(axis=1), table.sum(axis=0)), table


def networks():
    """Random ones of three kinds, with strengths and without."""
    for seed in range(12):
        yield nx.gnm_random_graph(40, 90, seed=seed)
        yield nx.gnm_random_graph(30, 120, seed=seed, directed=True)
        weighted = nx.barabasi_albert_graph(40, 2, seed=seed)
        draw = np.random.default_rng(seed)
        for _, _, values in weighted.edges(data=True):
            values["weight"] = draw.random()
        yield weighted


def test_the_order_of_a_run_comes_from_seed_and_number():
    """The words behind it are fixed, so that a result can be had again anywhere."""
    assert shuffled(8, 1, 0).tolist() == [2, 4, 0, 5, 6, 1, 3, 7]
    assert shuffled(8, 1, 1).tolist() != shuffled(8, 1, 0).tolist()
    assert shuffled(8, 2, 0).tolist() != shuffled(8, 1, 0).tolist()


def test_places_are_drawn_evenly():
    """Of 6,000 orders of three, each of the six comes about 1,000 times."""
    orders = [tuple(shuffled(3, 1, run)) for run in range(6_000)]
    assert all(abs(orders.count(one) - 1_000) < 150 for one in set(orders))
    assert len(set(orders)) == 6


def test_compiled_runs_are_the_plain_ones():
    for graph in networks():
        pulls, _ = pulls_of(graph)
        plain = runs_of(pulls, seed=1, draws=4, resolution=1.2, compiled=False)
        fast = runs_of(pulls, seed=1, draws=4, resolution=1.2, compiled=True)
        assert np.array_equal(plain, fast)


def test_threads_change_nothing():
    pulls, _ = pulls_of(nx.gnm_random_graph(200, 700, seed=1))
    alone = runs_of(pulls, seed=1, draws=24, compiled=False)
    for threads in (1, 2, 5):
        several = runs_of(pulls, seed=1, draws=24, compiled=True, threads=threads)
        assert np.array_equal(alone, several)


def test_runs_are_the_same_however_many_there_are():
    pulls, _ = pulls_of(nx.karate_club_graph())
    assert np.array_equal(runs_of(pulls, seed=1, draws=50)[:7], runs_of(pulls, seed=1, draws=7))


def test_no_single_step_gains():
    """Not an actor's move, nor its going alone, nor the merging of two communities."""
    for graph in networks():
        pulls, table = pulls_of(graph)
        label = louvain(pulls, seed=1, run=0)
        total = table.sum()
        worth = table - np.outer(table.sum(axis=1), table.sum(axis=0)) / total
        worth = (worth + worth.T) / total
        np.fill_diagonal(worth, 0)
        member = np.equal.outer(label, np.arange(label.max() + 2)).astype(float)
        gains = worth @ member  # of actor i with community c; the last one is empty
        own = gains[np.arange(label.size), label]
        assert (gains - own[:, None]).max() < 1e-12
        merged = member.T @ gains
        np.fill_diagonal(merged, 0)
        assert merged.max() < 1e-12


def test_communities_are_numbered_as_they_come():
    label = louvain(pulls_of(nx.karate_club_graph())[0], seed=1, run=0)
    assert list(dict.fromkeys(label.tolist())) == list(range(label.max() + 1))


def test_without_ties_everybody_stays_alone():
    assert louvain(pulls_of(nx.empty_graph(3))[0], seed=1, run=0).tolist() == [0, 1, 2]
