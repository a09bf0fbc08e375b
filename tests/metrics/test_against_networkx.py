"""The measures on random networks against networkx, and against removing and recounting."""

from itertools import combinations
from random import Random

import networkx as nx
import pytest

from collabnet.metrics import (
    betweenness,
    bridges,
    cutpoints,
    degree,
    distance_weighted_fragmentation,
    fragmentation,
    fragmentation_without,
    harmonic,
    pairs_cut,
    strength,
)
from collabnet.model import Network
from metrics.g1 import values

AT_ONCE = 50


def draw(random, n=14, *, directed=False):
    """Draw a network with isolates, parallel ties and self-ties, and a group for each actor."""
    n = random.randint(1, n)
    actors = [(f"a{i}", {}) for i in range(n)]
    ties = []
    for key in range(random.randint(0, 2 * n)):
        u, v = random.randrange(n), random.randrange(n)
        ties.append((f"a{u}", f"a{v}", key, {"strength": random.randint(1, 5)}))
    network = Network(actors, ties, is_directed=directed)
    groups = {actor: random.randrange(3) for actor, _ in actors}
    return network, groups


def simple(network, groups=None):
    """Give the undirected graph, or that of the groups, without self-ties and parallel ties."""
    graph = nx.Graph()
    graph.add_nodes_from(network.actor_ids if groups is None else sorted(set(groups.values())))
    for u, v in zip(network.ties.get("from_id", ()), network.ties.get("to_id", ()), strict=True):
        ends = (u, v) if groups is None else (groups[u], groups[v])
        if ends[0] != ends[1]:
            graph.add_edge(*ends)
    return graph


def in_contact(graph):
    parts = nx.connected_components(graph)
    return {frozenset(pair) for part in parts for pair in combinations(part, 2)}


def cut_by_removing(graph):
    """Give for each actor the pairs of others that lose all contact."""
    whole = in_contact(graph)
    found = {}
    for actor in graph:
        left = graph.copy()
        left.remove_node(actor)
        found[actor] = {pair for pair in whole if actor not in pair} - in_contact(left)
    return found


@pytest.mark.parametrize("first", range(0, 500, AT_ONCE))
class TestPairsCutOn500:
    def test_people_and_pairs_of_different_agencies(self, first):
        for seed in range(first, first + AT_ONCE):
            network, groups = draw(Random(seed))
            table, cut = pairs_cut(network, groups=groups), cut_by_removing(simple(network))
            assert values(table, "pairs_cut") == {a: len(pairs) for a, pairs in cut.items()}, seed
            between = {
                actor: sum(len({groups[one] for one in pair}) == 2 for pair in pairs)
                for actor, pairs in cut.items()
            }
            assert values(table, "pairs_cut_between_groups") == between, seed
            points = cutpoints(network)
            assert values(points, "pairs_cut") == values(table, "pairs_cut")
            expected = set(nx.articulation_points(simple(network)))
            assert {a for a, is_cut in values(points, "is_cutpoint").items() if is_cut} == expected

    def test_agencies(self, first):
        for seed in range(first, first + AT_ONCE):
            network, groups = draw(Random(seed), 18)
            graph = simple(network, groups)
            agencies = Network.from_networkx(graph)
            cut = {a: len(pairs) for a, pairs in cut_by_removing(graph).items()}
            assert values(pairs_cut(agencies), "pairs_cut") == cut, seed


def same(expected):
    return pytest.approx(expected, nan_ok=True)


def numbers(graph_values, network):
    return pytest.approx([graph_values[actor] for actor in network.actor_ids])


@pytest.mark.parametrize("seed", range(60))
class TestRandom:
    def test_bridges(self, seed):
        network, _ = draw(Random(seed))
        table = bridges(network)
        pairs = {frozenset(pair) for pair in zip(table["from_id"], table["to_id"], strict=True)}
        assert pairs == {frozenset(pair) for pair in nx.bridges(simple(network))}

    def test_fragmentation_and_distance(self, seed):
        network, _ = draw(Random(seed), 9)
        graph, n = simple(network), len(network.actor_ids)
        if n < 2:
            return
        share = 1 - 2 * len(in_contact(graph)) / (n * (n - 1))
        assert fragmentation(network) == pytest.approx(share)
        df = distance_weighted_fragmentation(network)
        assert df == pytest.approx(1 - nx.global_efficiency(graph))

    def test_fragmentation_without_each(self, seed):
        network, _ = draw(Random(seed), 9)
        table = fragmentation_without(network).set_index("actor_id")
        for actor in network.actor_ids:
            left = network.without([actor])
            if len(left.actor_ids) < 2:
                assert table.loc[actor].drop("fragmentation_as_isolate").isna().all()
                continue
            row = table.loc[actor]
            assert row["fragmentation"] == pytest.approx(fragmentation(left))
            df = distance_weighted_fragmentation(left)
            assert row["distance_weighted"] == pytest.approx(df)

    @pytest.mark.parametrize("directed", [False, True])
    def test_degree_and_strength(self, seed, directed):
        network, _ = draw(Random(seed), directed=directed)
        graph = network.to_networkx()
        graph.remove_edges_from(list(nx.selfloop_edges(graph, keys=True)))
        simple_graph = nx.DiGraph(graph) if directed else nx.Graph(graph)
        assert degree(network)["degree"].tolist() == numbers(dict(simple_graph.degree), network)
        weighted = dict(graph.degree(weight="strength"))
        assert strength(network)["strength"].tolist() == numbers(weighted, network)

    @pytest.mark.parametrize("directed", [False, True])
    def test_betweenness_and_harmonic(self, seed, directed):
        network, _ = draw(Random(seed), directed=directed)
        graph = nx.DiGraph() if directed else nx.Graph()
        graph.add_nodes_from(network.actor_ids)
        rows, columns, _ = network.arcs
        ids = network.actor_ids
        pairs = [(ids[u], ids[v]) for u, v in zip(rows, columns, strict=True)]
        graph.add_edges_from(pairs)
        expected = nx.betweenness_centrality(graph, normalized=False)
        assert betweenness(network)["betweenness"].tolist() == numbers(expected, network)
        if len(ids) > 1:
            outwards = nx.harmonic_centrality(graph.reverse() if directed else graph)
            share = {actor: value / (len(ids) - 1) for actor, value in outwards.items()}
            assert harmonic(network)["harmonic"].tolist() == numbers(share, network)

    @pytest.mark.parametrize("directed", [False, True])
    def test_weighted_betweenness_on_whole_costs(self, seed, directed):
        """Strengths 60, 30, 20, 15, 12 cost 1, 2, 3, 4, 5 sixtieths: networkx is exact there."""
        random = Random(seed)
        ids = [f"a{i}" for i in range(random.randint(3, 10))]
        graph = nx.gnp_random_graph(len(ids), 0.4, seed=seed, directed=directed)
        graph = nx.relabel_nodes(graph, dict(enumerate(ids)))
        for _, _, cells in graph.edges(data=True):
            cost = random.randint(1, 5)
            cells.update(cost=cost, strength=60 / cost)
        expected = nx.betweenness_centrality(graph, normalized=False, weight="cost")
        found = betweenness(graph, cost="1/strength")["betweenness"].tolist()
        assert found == pytest.approx([expected[actor] for actor in graph])

    def test_relabelling_changes_nothing(self, seed):
        network, groups = draw(Random(seed))
        actors = list(network.actor_ids)
        Random(seed).shuffle(actors)
        ties = [
            (u, v, key, values)
            for u, v, key, values in network.to_networkx().edges(keys=True, data=True)
        ]
        turned = Network([(actor, {}) for actor in actors], ties[::-1], is_directed=False)
        for measure in (degree, strength, betweenness, harmonic, cutpoints):
            one = measure(network).set_index("actor_id").sort_index()
            other = measure(turned).set_index("actor_id").sort_index()
            assert one.astype(float).to_numpy() == same(other.astype(float).to_numpy())
        one = values(pairs_cut(network, groups=groups), "pairs_cut_between_groups")
        assert one == values(pairs_cut(turned, groups=groups), "pairs_cut_between_groups")
