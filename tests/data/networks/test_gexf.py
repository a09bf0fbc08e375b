"""GEXF: what Gephi writes, what is kept of it, and what comes back."""

import io

import networkx as nx
import pytest

from collabnet.data.networks import gexf
from collabnet.model.errors import CollabnetError
from collabnet.model.network import Network
from data.networks.files import ReadFile, again, are_equal, by_networkx
from data.networks.other_programs import GEPHI_GEXF, OLD_GEXF


def read(text, **options):
    return ReadFile(text, "ties.gexf", "gexf", **options)


class TestPrograms:
    def test_gephi_names_types_kinds_and_mixed_directions(self):
        found = read(GEPHI_GEXF)
        assert found.actors == {
            "court_b": {"Sector": "justice", "Degree": 3, "name": "Juvenile court"},
            "clinic": {"Sector": "unknown"},
        }
        assert found.ties == [
            ("court_b", "clinic", {"Formal": True, "strength": 2.0}),
            ("clinic", "court_b", {"kind": "trust"}),
            ("court_b", "clinic", {"directed": "no"}),
            ("clinic", "court_b", {"directed": "no"}),
        ]
        assert sorted(found.codes) == ["both_ways", "drawing_left_out"]

    def test_old_files_with_times_and_mutual_ties(self):
        found = read(OLD_GEXF)
        assert found.actors["a"] == {
            "staff": "3 [2023-01-01, 2023-06-30]; 4 [2023-07-01, ]",
            "name": "Court",
            "start": "2023-01-01",
        }
        assert [(u, v) for u, v, _ in found.ties] == [("a", "b"), ("b", "a")]
        assert found.problem("values_over_time").message == (
            "1 attribute has several values over time, the first of them 'staff'; all were kept, "
            "with their times, in one text."
        )

    def test_networkx_reads_the_same(self):
        graph = nx.les_miserables_graph()
        out = io.BytesIO()
        nx.write_gexf(graph, out)
        theirs = by_networkx(nx.read_gexf(io.BytesIO(out.getvalue())))
        for _, values in theirs.nodes(data=True):
            del values["label"]  # the id once more
        for _, _, values in theirs.edges(data=True):
            values["strength"], values["id"] = values.pop("weight"), int(values["id"])
        assert nx.utils.graphs_equal(read(out.getvalue()).network.to_networkx(), theirs)

    def test_networkx_reads_what_is_written(self):
        graph = nx.DiGraph(name="B")
        graph.add_node("court", beds=3, share=0.5, open=True)
        graph.add_edge("court", "clinic", weight=2.0, kind="referral")
        theirs = by_networkx(nx.read_gexf(io.BytesIO(gexf.write(Network.from_networkx(graph)))))
        for _, values in theirs.nodes(data=True):
            del values["label"]
        assert nx.utils.graphs_equal(theirs, graph)


class TestChecks:
    def test_an_actor_that_stands_twice_stops(self):
        text = OLD_GEXF.replace('id="b" label="Clinic"', 'id="a"')
        assert str(read(text).problem("duplicate_actor")) == (
            "ties.gexf, row 14: 'a' is declared as an actor more than once. Give each actor an id "
            "of its own. [duplicate_actor]"
        )

    def test_a_tie_to_nobody_stops(self):
        assert read(OLD_GEXF.replace('target="b"', 'target="c"')).network is None

    def test_an_undeclared_attribute_is_noted(self):
        text = GEPHI_GEXF.replace('for="formal"', 'for="informal"')
        found = read(text)
        assert found.problem("unknown_key").value == "informal"
        assert found.ties[0][2] == {"informal": "true", "strength": 2.0}


class TestWrite:
    @pytest.mark.parametrize("kind", [nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph])
    def test_keys_types_names_and_one_kind_of_graph_come_back(self, kind):
        graph = kind(name="Site B")
        graph.add_node("a", name="Court", n=1, f=2.0, b=False, text="1")
        graph.add_node("b", name="b")
        graph.add_edge("a", "b", strength=2, label="to b", kind="referral")
        graph.add_edge("b", "c", strength=0.5)
        network = Network.from_networkx(graph)
        assert are_equal(again(network, "gexf"), network)

    def test_ties_without_direction_beside_others_come_back(self):
        network = read(GEPHI_GEXF).network
        assert are_equal(again(network, "gexf"), network)

    def test_what_is_said_of_the_whole_network_is_refused(self):
        network = Network([("a", {})], [], is_directed=True, attributes={"site": "B"})
        with pytest.raises(CollabnetError) as error:
            gexf.write(network)
        assert str(error.value) == (
            "GEXF can't hold site, which is said of the network. Agree to leave that out (--drop "
            "site, or leave_out=['site']), or choose GraphML or node-link JSON."
        )
        assert gexf.write(network, leave_out=["site"])
