"""A network is a value, and a networkx graph goes in and out without loss."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabnet.model import Network
from collabnet.model.errors import CollabnetError
from collabnet.model.network import as_network

IDS = st.one_of(
    st.text(max_size=3), st.integers(-3, 3), st.tuples(st.integers(0, 2), st.text(max_size=1))
)
CELLS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(max_size=3)
)
ATTRIBUTES = st.dictionaries(
    st.sampled_from(["name", "weight", "strength", "actor_id", "from_id", "key", "x y"]),
    CELLS,
    max_size=3,
)
KINDS = st.sampled_from([nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph])


@st.composite
def graphs(draw):
    """Draw a graph of any kind, with attributes, isolates, self-ties and parallel ties."""
    graph = draw(KINDS)(**draw(ATTRIBUTES))
    nodes = draw(st.lists(IDS, unique=True, max_size=6))
    for node in nodes:
        graph.add_node(node)
        graph.nodes[node].update(draw(ATTRIBUTES))
    if nodes:
        for _ in range(draw(st.integers(0, 8))):
            u, v = draw(st.sampled_from(nodes)), draw(st.sampled_from(nodes))
            if graph.is_multigraph():
                key = draw(st.one_of(st.none(), st.text(max_size=2), st.integers(0, 3)))
                key = graph.add_edge(u, v, key=key)
                graph.edges[u, v, key].update(draw(ATTRIBUTES))
            else:
                graph.add_edge(u, v)
                graph.edges[u, v].update(draw(ATTRIBUTES))
    return graph


class TestNetworkx:
    @given(graphs())
    def test_in_and_out_without_loss(self, graph):
        """Kind, order of actors, ties, keys and all attributes come back."""
        network = Network.from_networkx(graph)
        back = network.to_networkx()
        assert type(back) is type(graph)
        assert nx.utils.graphs_equal(back, graph)
        assert list(back) == list(graph) == list(network.actor_ids)
        assert back.graph == graph.graph

    @given(graphs())
    def test_tables_of_actors_and_ties_can_be_read_whatever_the_attributes_are_called(self, graph):
        network = Network.from_networkx(graph)
        assert network.actors["actor_id"].tolist() == list(graph)
        ties = list(graph.edges())
        table = network.ties
        assert list(zip(table["from_id"], table["to_id"], strict=True)) == ties

    def test_editing_the_graph_changes_nothing(self):
        graph = nx.Graph([("a", "b", {"strength": 2})], name="pair")
        network = Network.from_networkx(graph)
        graph.edges["a", "b"]["strength"] = 9
        graph.add_node("c", name="C")
        graph.graph["name"] = "changed"
        assert nx.utils.graphs_equal(
            network.to_networkx(), nx.Graph([("a", "b", {"strength": 2})], name="pair")
        )

    def test_editing_a_graph_that_came_out_changes_nothing(self):
        network = Network.from_pairs([("a", "b", 2)])
        graph = network.to_networkx()
        graph.edges["a", "b", 0]["strength"] = 9
        graph.nodes["a"]["name"] = "changed"
        graph.graph["name"] = "changed"
        assert nx.utils.graphs_equal(
            network.to_networkx(), Network.from_pairs([("a", "b", 2)]).to_networkx()
        )

    def test_what_a_measure_is_handed(self):
        network = Network.from_pairs([("a", "b")])
        assert as_network(network) is network
        assert as_network(nx.path_graph(3)).actor_ids == (0, 1, 2)


class TestFromPairs:
    def test_actors_come_in_order_of_their_ids(self):
        assert Network.from_pairs([("b", "a"), (10, 9)]).actor_ids == (10, 9, "a", "b")

    def test_strength_is_one_unless_given(self):
        network = Network.from_pairs([("a", "b"), ("b", "c", 3)])
        assert network.ties["strength"].tolist() == [1, 3]

    def test_no_pairs_is_an_empty_network(self):
        network = Network.from_pairs([])
        assert network.actor_ids == ()
        assert list(network.ties.columns) == ["from_id", "to_id", "strength"]
        assert list(network.actors.columns) == ["actor_id"]


class TestNetwork:
    def test_each_actor_stands_once(self):
        with pytest.raises(CollabnetError) as refused:
            Network([("a", {}), ("a", {})], [], is_directed=False)
        assert str(refused.value) == (
            "Each actor of a network stands once; an id is repeated. Remove the second."
        )

    def test_a_tie_joins_actors(self):
        with pytest.raises(CollabnetError) as refused:
            Network([("a", {})], [("a", "b", 0, {})], is_directed=False)
        assert str(refused.value) == (
            "A tie joins two actors of the network; 'a' to 'b' has an end that is not one. Add "
            "the actor, or leave the tie out."
        )

    def test_self_ties_are_kept_and_counted_in_a_notice(self):
        network = Network.from_pairs([("a", "a"), ("a", "b"), ("b", "b")])
        assert network.notices == ("2 self-ties are kept out of measures.",)
        assert len(network.ties) == 3
        assert Network.from_pairs([("a", "b")]).notices == ()

    def test_frames_that_were_read_are_copies(self):
        network = Network([("a", {"name": "A"}), ("b", {})], [("a", "b", 0, {})], is_directed=True)
        actors, ties = network.actors, network.ties
        actors["name"], ties["to_id"] = "changed", "changed"
        assert network.actors["name"].tolist()[0] == "A"
        assert network.ties["to_id"].tolist() == ["b"]

    def test_arcs_are_positions_without_self_ties_and_cannot_be_changed(self):
        network = Network.from_pairs([("a", "a", 9), ("a", "b", 2), ("c", "b", 3)])
        rows, columns, strengths = network.arcs
        assert (rows.tolist(), columns.tolist()) == ([0, 2], [1, 1])
        assert strengths.tolist() == [2, 3]
        for array in network.arcs:
            with pytest.raises(ValueError, match="read-only"):
                array[0] = 1

    def test_a_strength_that_is_no_number_is_undefined(self):
        graph = nx.Graph([("a", "b", {"strength": "strong"})])
        assert np.isnan(Network.from_networkx(graph).arcs[2]).all()

    def test_without_some_actors_and_their_ties(self):
        network = Network.from_pairs([("a", "b"), ("b", "c"), ("c", "d")])
        left = network.without(["b", "not there"])
        assert left.actor_ids == ("a", "c", "d")
        assert list(zip(left.ties["from_id"], left.ties["to_id"], strict=True)) == [("c", "d")]
        assert len(network.ties) == 3

    def test_what_it_says_of_itself(self):
        directed = Network.from_pairs([("a", "b")], is_directed=True)
        assert repr(directed) == "Network(2 actors, 1 ties, directed)"
        assert repr(Network.from_pairs([])) == "Network(0 actors, 0 ties, undirected)"
