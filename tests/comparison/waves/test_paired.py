"""The paired test: every swap by hand, measures by networkx, draws near the exact answer."""

from itertools import product

import networkx as nx
import numpy as np
import pytest

from collabnet.comparison.waves import paired
from collabnet.comparison.waves.kept_ties import TieChanges, tie_changes
from collabnet.comparison.waves.paired import paired_measures
from comparison.waves.small import survey


def changes(earlier, later, both="abcde"):
    def told(by):
        return {
            one: frozenset(("contact", *sorted((one, other))) for other in others)
            for one, others in by.items()
        }

    return TieChanges(frozenset(both), 0, 0, True, told(earlier), told(later), 0, 0)


def by_networkx(graph):
    n, degrees = len(graph), [degree for _, degree in graph.degree]
    triads = sum(degree * (degree - 1) for degree in degrees)
    return [
        sum(degrees) / n,
        degrees.count(0) / n,
        nx.transitivity(graph) if triads else np.nan,
        sum(max(degrees) - degree for degree in degrees) / ((n - 1) * (n - 2)),
    ]


@pytest.mark.parametrize("seed", range(8))
def test_measures_are_those_of_networkx(seed):
    graph = nx.gnp_random_graph(9, 0.3, seed=seed)
    graph = nx.relabel_nodes(graph, dict(enumerate("abcdefghi")))
    told = {one: "".join(graph[one]) for one in graph}
    found = paired_measures(changes(told, {}, both="abcdefghi"))
    assert found["earlier"].to_numpy() == pytest.approx(by_networkx(graph), nan_ok=True)
    assert found["later"].to_numpy() == pytest.approx([0, 1, np.nan, 0], nan_ok=True)


def test_the_exact_p_is_the_share_of_all_swaps():
    """Each of those who answered swaps both answers or none; networkx does the measuring."""
    earlier = {"a": "bcd", "b": "a", "c": "d", "d": "", "e": ""}
    later = {"a": "b", "b": "a", "c": "", "d": "e", "e": "d"}
    found = paired_measures(changes(earlier, later))
    assert found["is_exact"].all()

    def measured(by):
        graph = nx.Graph()
        graph.add_nodes_from("abcde")
        graph.add_edges_from((one, other) for one, others in by.items() for other in others)
        return np.array(by_networkx(graph))

    observed = measured(later) - measured(earlier)
    assert found["difference"].to_numpy() == pytest.approx(observed, nan_ok=True)
    large = []
    for swaps in product((False, True), repeat=5):
        first = {k: (later if swap else earlier)[k] for k, swap in zip("abcde", swaps, strict=True)}
        last = {k: (earlier if swap else later)[k] for k, swap in zip("abcde", swaps, strict=True)}
        large.append(np.abs(measured(last) - measured(first)) >= np.abs(observed) - 1e-12)
    expected = np.where(np.isnan(observed), np.nan, np.mean(large, axis=0))
    assert found["p"].to_numpy() == pytest.approx(expected, nan_ok=True)


def test_nothing_changed_has_p_1():
    same = {"a": "bc", "b": "c"}
    assert paired_measures(changes(same, same))["p"].dropna().eq(1.0).all()


def test_draws_come_near_the_exact_answer_and_are_the_same_each_time(monkeypatch):
    old = {"a": "bcd", "b": "a", "c": "d", "e": "a"}
    new = {"a": "b", "b": "a", "d": "e"}
    exact = paired_measures(changes(old, new))
    monkeypatch.setattr(paired, "EXACT", 0)
    drawn, again = (paired_measures(changes(old, new), draws=4000, seed=7) for _ in range(2))
    assert not drawn["is_exact"].any()
    assert drawn["p"].to_numpy() == pytest.approx(exact["p"].to_numpy(), abs=0.03, nan_ok=True)
    assert drawn.equals(again)


def test_nobody_who_answered_both_times_gives_no_row():
    old = survey(("ann", "bob"), answered=("ann",))
    new = survey(("ann", "bob"), answered=("bob",))
    assert paired_measures(tie_changes(old, new)).empty


def test_without_a_tie_at_either_time_nobody_is_tied():
    found = paired_measures(changes({}, {})).set_index("measure")
    assert found.loc["mean_ties", ["earlier", "later", "p"]].tolist() == [0.0, 0.0, 1.0]
    assert found.loc["transitivity", ["earlier", "p"]].isna().all()
