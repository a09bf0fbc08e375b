"""To igraph and back: nothing is lost, and igraph finds what we find."""

import sys

import igraph
import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings

from collabnet.data.networks.igraph import from_igraph, to_igraph
from collabnet.model.errors import CollabnetError
from collabnet.model.network import Network
from data.networks.files import are_equal
from data.networks.strategies import content, networks

FEW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


class TestBothWays:
    @FEW
    @given(networks(mixed=False))
    def test_any_network_comes_back(self, network):
        graph = to_igraph(network)
        assert (graph.vcount(), graph.ecount()) == (len(network.actor_ids), len(network.ties))
        assert content(from_igraph(graph)) == content(network)
        assert are_equal(from_igraph(graph), network)

    @pytest.mark.parametrize("kind", [nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph])
    def test_names_weights_and_what_is_empty_come_back(self, kind):
        graph = kind(site="B")
        graph.add_node("a", name="Court", label="L", nothing=None, tags=["x"])
        graph.add_node(7, name="Clinic")
        graph.add_edge("a", 7, strength=2, weight=9, note=None)
        graph.add_edge(7, "c", weight=3)
        graph.add_edge(7, 7, strength=1)
        network = Network.from_networkx(graph)
        assert are_equal(from_igraph(to_igraph(network)), network)

    def test_the_order_of_actors_and_ties_stays(self):
        network = Network.from_pairs([("z", "a", 1), ("a", "m", 2)])
        found = from_igraph(to_igraph(network))
        assert found.actor_ids == network.actor_ids
        assert found.keyed_ties == network.keyed_ties


class TestIgraph:
    def test_it_has_its_own_words_for_names_and_strengths(self):
        network = Network(
            [("court", {"name": "Juvenile court"}), ("clinic", {})],
            [("court", "clinic", 0, {"strength": 2, "kind": "referral"})],
            is_directed=True,
        )
        graph = to_igraph(network)
        assert graph.is_directed()
        assert (graph.vs["name"], graph.vs["label"]) == (
            ["court", "clinic"],
            ["Juvenile court", None],
        )
        assert (graph.es["weight"], graph.es["kind"]) == ([2], ["referral"])
        assert graph.strength("court", weights="weight") == 2

    def test_a_graph_of_igraphs_own_is_taken_over(self):
        graph = igraph.Graph.TupleList([("court", "clinic", 2.0)], weights=True)
        network = from_igraph(graph)
        assert network.ties.to_dict("records") == [
            {"from_id": "court", "to_id": "clinic", "strength": 2.0}
        ]
        assert from_igraph(igraph.Graph.Ring(3)).actor_ids == (0, 1, 2)

    def test_a_graph_that_was_changed_since_is_read_as_it_is(self):
        graph = to_igraph(Network.from_pairs([("a", "b", 1), ("b", "c", 2)]))
        graph.delete_vertices("c")
        network = from_igraph(graph)
        assert network.actor_ids == ("a", "b")
        assert list(network.ties["strength"]) == [1]

    def test_igraph_reads_the_graphml_we_write(self, tmp_path):
        from collabnet.data.networks.write import write_network

        pairs = Network.from_pairs([("court", "clinic", 2), ("clinic", "007", 1)])
        path = write_network(pairs, tmp_path / "ties.graphml")
        graph = igraph.Graph.Read_GraphML(str(path))
        assert (sorted(graph.vs["id"]), sorted(graph.es["weight"])) == (
            ["007", "clinic", "court"],
            [1, 2],
        )


class TestMissing:
    def test_without_igraph_it_says_how_to_install_it(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "igraph", None)
        with pytest.raises(CollabnetError) as error:
            to_igraph(Network.from_pairs([("a", "b")]))
        assert str(error.value) == (
            "This needs igraph, which is not installed. Install it with: pip install "
            "'collabnet[igraph]'."
        )

    def test_another_graph_is_refused(self):
        with pytest.raises(CollabnetError) as error:
            from_igraph(nx.Graph())
        assert str(error.value) == (
            "from_igraph needs an igraph graph; got Graph. For a networkx graph, write "
            "Network.from_networkx(graph)."
        )
