"""What holds for every measure of the catalogue, whatever it computes."""

import inspect
import re
from random import Random

import networkx as nx
import pandas as pd
import pytest

from collabnet.metrics.catalogue import MEASURES
from collabnet.metrics.entry import Entry
from collabnet.metrics.facts import options_of
from collabnet.model import Network
from collabnet.model.errors import CollabnetError
from metrics.every_measure import (
    BOTH,
    EACH,
    all_tables,
    assert_same,
    by_place,
    example,
    fits,
    joined_up,
    keys_of,
    options,
    relabelled,
    table,
)
from metrics.networks import random_graphs
from samples.shared import coalition_of

SAMPLES = ("site_a", "site_b", "g1")
LEVELS = ("people", "agencies", "sectors")


class TestTable:
    @EACH
    @BOTH
    def test_its_columns_are_those_of_the_entry(self, name, directed):
        entry = MEASURES[name]
        found = table(name, example(name, directed=directed))
        first = keys_of(entry, found)
        assert list(found.columns[: len(first)]) == first
        for column in found.columns[len(first) :]:
            assert any(fits(shape, column) for shape in entry.columns), column

    @EACH
    def test_each_column_of_the_entry_appears(self, name):
        """In directed networks or undirected ones, with what is needed or more."""
        entry = MEASURES[name]
        found = {column for one in all_tables(name) for column in one.columns}
        for shape in entry.columns:
            assert any(fits(shape, column) for column in found), shape

    @EACH
    @BOTH
    def test_rows_are_what_the_entry_says(self, name, directed):
        """Actors in the graph's order, isolates among them; ties once; one row a network."""
        entry, graph = MEASURES[name], example(name, directed=directed)
        found = table(name, graph)
        if entry.of == "actors":
            assert list(found["actor_id"]) == list(graph)
        if entry.of == "network":
            assert len(found) == 1
        if entry.of in ("ties", "pairs"):
            pairs = list(zip(found["from_id"], found["to_id"], strict=True))
            assert len({*pairs}) == len(pairs)
            assert all(u in graph and v in graph for u, v in pairs)
        if entry.of == "ties":
            assert all(graph.has_edge(u, v) for u, v in pairs)
            assert len(pairs) in (graph.number_of_edges(), graph.to_undirected().number_of_edges())

    @EACH
    @BOTH
    def test_settings_say_what_was_chosen(self, name, directed):
        entry, graph = MEASURES[name], example(name, directed=directed)
        given = options(entry, graph)
        settings = entry.function(graph, **given).attrs["settings"]
        parameters = inspect.signature(entry.function).parameters
        for option in options_of(entry):
            value = given.get(option, parameters[option].default)
            if value is not None:
                assert option in settings, option
            if isinstance(value, str | int | float):
                assert settings[option] == value, option

    @EACH
    @BOTH
    def test_it_repeats(self, name, directed):
        """Random draws start from a seed: the same call gives the same table."""
        graph = example(name, directed=directed)
        assert_same(table(name, graph), table(name, graph), within=0)


class TestWhateverIsGiven:
    @EACH
    @BOTH
    def test_a_networkx_graph_gives_what_its_network_gives(self, name, directed):
        graph = example(name, directed=directed)
        entry, network = MEASURES[name], Network.from_networkx(graph)
        assert_same(entry.function(network, **options(entry, graph)), table(name, graph), within=0)

    @EACH
    @BOTH
    @pytest.mark.parametrize("seed", [1, 2])
    def test_the_order_of_ties_changes_nothing(self, name, directed, seed):
        graph = example(name, directed=directed)
        ties = list(graph.edges(data=True))
        Random(seed).shuffle(ties)
        if not directed:
            ties = [(v, u, a) if Random(seed + i).random() < 0.5 else (u, v, a)
                    for i, (u, v, a) in enumerate(ties)]  # fmt: skip
        other = graph.__class__()
        other.add_nodes_from(graph.nodes(data=True))
        other.add_edges_from(ties)
        assert_same(table(name, other), table(name, graph))

    @EACH
    @BOTH
    def test_names_of_actors_change_nothing(self, name, directed):
        """Whole numbers, tuples, sets, and all of them at once."""
        graph = example(name, directed=directed)
        expected = table(name, graph)
        for ids in (
            lambda i: 90 - i,
            lambda i: ("person", -i),
            lambda i: frozenset({i, "x"}),
            lambda i: [i, f"{i}", ("p", i), frozenset({i}), 1.5 + i][i % 5],
        ):
            names = {actor: ids(i) for i, actor in enumerate(graph)}
            found = table(name, nx.relabel_nodes(graph, names))
            renamed = expected.map(lambda cell, names=names: relabelled(cell, names))
            assert_same(found, renamed)

    @EACH
    @BOTH
    def test_the_order_of_actors_changes_no_value(self, name, directed):
        """Of actors and networks; numbers of groups and communities follow the order."""
        entry, graph = MEASURES[name], example(name, directed=directed)
        if entry.of not in ("actors", "network"):
            return
        given = {**options(entry, graph), **by_place(name, graph)}
        expected = entry.function(graph, **given)
        other = graph.__class__()
        other.add_nodes_from(sorted(graph, reverse=True))
        other.add_edges_from(reversed(list(graph.edges(data=True))))
        found = entry.function(other, **given)
        if entry.of == "actors":
            found = found.set_index("actor_id").loc[list(graph)].reset_index()
        numbered = [c for c in expected if re.search("community|component|block|class|group$", c)]
        for column in numbered:
            pairs = set(zip(found[column], expected[column], strict=True))
            assert len(pairs) == found[column].nunique() == expected[column].nunique(), column
        assert_same(found.drop(columns=numbered), expected.drop(columns=numbered), within=1e-9)


class TestRanges:
    @EACH
    def test_values_stay_within_what_the_entry_states(self, name):
        """On random networks of many kinds; two-mode measures on their example alone."""
        entry = MEASURES[name]
        graphs = [example(name), example(name, directed=True)]
        if "mode" not in entry.needs:
            graphs += [joined_up(graph) for graph in random_graphs(count=15)]
        for graph in graphs:
            try:
                found = table(name, graph)
            except CollabnetError:
                continue  # what is refused is tested with the measure
            for column, (low, high) in _bounds(entry, found).items():
                values = pd.to_numeric(found[column]).dropna()
                assert (values >= low - 1e-9).all() and (values <= high + 1e-9).all(), column


class TestSamples:
    @EACH
    @pytest.mark.parametrize("level", LEVELS)
    def test_networks_of_the_samples(self, name, level, networks):
        entry = MEASURES[name]
        for network in networks[level]:
            if "mode" in entry.needs:
                return
            graph = network.to_networkx()
            found = entry.function(network, **options(entry, graph))
            if entry.of == "actors":
                assert tuple(found["actor_id"]) == network.actor_ids


@pytest.fixture(scope="module")
def networks():
    coalitions = [coalition_of(sample) for sample in SAMPLES]
    return {level: [one.network(level=level) for one in coalitions] for level in LEVELS}


def _bounds(entry: Entry, found):
    """The lowest and highest value of each column, where its text names them in figures."""
    inf = float("inf")
    bounds = {}
    number = r"(-?\d+(?:\.\d+)?)"
    for column in found.columns:
        for shape, said in entry.columns.items():
            if not fits(shape, column):
                continue
            if both := re.search(rf"{number} to {number}(?![\w.(/*^ ]*[a-zA-Z(])", said):
                bounds[column] = float(both[1]), float(both[2])
            elif least := re.search(rf"{number} (?:or more|to )", said):
                bounds[column] = float(least[1]), inf
            break
    return bounds
