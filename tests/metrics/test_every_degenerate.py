"""Every measure on networks without actors or ties, with self-ties and parallel ties."""

import re
from pathlib import Path

import networkx as nx
import pytest

from collabnet.metrics.catalogue import MEASURES
from collabnet.model.errors import CollabnetError, EmptyNetworkError
from metrics.every_measure import (
    BOTH,
    EACH,
    all_tables,
    assert_same,
    example,
    is_same,
    table,
)

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "measures.md"


class TestDegenerate:
    @EACH
    @pytest.mark.parametrize("kind", [nx.Graph, nx.DiGraph])
    def test_no_actors_is_an_error(self, name, kind):
        entry = MEASURES[name]
        given = {one: {} if one in ("groups", "mode") else "nobody" for one in entry.needs}
        with pytest.raises(EmptyNetworkError) as refused:
            entry.function(kind(), **given)
        assert str(refused.value) == (
            f"{name} needs at least one actor; the network has none. Check what it was built from."
        )

    @EACH
    @BOTH
    def test_one_actor(self, name, directed):
        assert_stated(name, MEASURES[name].one_actor, _without_ties(1, directed=directed))

    @EACH
    @BOTH
    def test_three_actors_without_a_tie(self, name, directed):
        assert_stated(name, MEASURES[name].no_ties, _without_ties(3, directed=directed))

    @EACH
    def test_the_reference_page_states_them(self, name):
        part = REFERENCE.read_text("utf-8").split(f"\n### {name}\n")[1].split("\n### ")[0]
        assert "One actor alone" in part and "Three actors without a tie" in part

    @EACH
    @BOTH
    def test_self_ties_change_nothing(self, name, directed):
        graph = example(name, directed=directed)
        looped = graph.copy()
        looped.add_edges_from([("a3", "a3", {"strength": 7}), ("a9", "a9", {"strength": 1})])
        assert_same(table(name, looped), table(name, graph))

    @EACH
    @BOTH
    def test_parallel_ties_are_one_with_their_summed_strength(self, name, directed):
        graph = example(name, directed=directed)
        several = (nx.MultiDiGraph if directed else nx.MultiGraph)()
        several.add_nodes_from(graph.nodes(data=True))
        for u, v, strength in graph.edges(data="strength"):
            several.add_edge(u, v, strength=strength - 0.5)
            several.add_edge(u, v, strength=0.5)
        assert_same(table(name, several), table(name, graph))


def assert_stated(name, stated, graph):
    """A degenerate network gives the values that the entry states, or the error."""
    if isinstance(stated, type):
        with pytest.raises(stated) as refused:
            table(name, graph)
        assert isinstance(refused.value, CollabnetError)
        assert str(refused.value).endswith(".")
        return
    found = table(name, graph)
    if MEASURES[name].of == "actors":
        assert list(found["actor_id"]) == list(graph)
    for column, value in stated.items():
        if column not in found.columns:
            assert column in {c for one in all_tables(name) for c in one.columns}, column
            continue
        if isinstance(value, str):  # rows differ: by figures, or in words
            figures = re.fullmatch(r"-?\d+(, -?\d+)*", value)
            assert not figures or [str(one) for one in found[column]] == value.split(", ")
        else:
            assert all(is_same(float(one), float(value)) for one in found[column]), (column, found)
    numbers = [c for c in found.select_dtypes(["number", "bool"]) if len(found)]
    assert set(numbers) <= set(stated), f"not stated: {set(numbers) - set(stated)}"


def _without_ties(n, *, directed):
    graph = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(f"a{i}" for i in range(n))
    return graph
