"""GML: what other programs write, what is refused, and what comes back."""

import io
import time

import networkx as nx
import pytest

from collabnet.data.networks import gml
from collabnet.data.networks.gml_text import from_key, to_key
from collabnet.data.sources.opened import Opened
from collabnet.model.errors import CollabnetError
from collabnet.model.network import Network
from data.networks.files import ReadFile, again, are_equal
from data.networks.other_programs import GEPHI_GML, PUBLISHED_GML


def read(text, **options):
    return ReadFile(text, "ties.gml", "gml", **options)


class TestPrograms:
    def test_labels_of_gephi_are_ids_and_its_value_the_strength(self):
        found = read(GEPHI_GML)
        assert found.actors == {"Juvenile court": {"Degree": "2"}, "Café “Corner”": {}}
        assert found.ties == [("Juvenile court", "Café “Corner”", {"id": 0, "strength": 2.5})]
        assert sorted(found.codes) == ["drawing_left_out", "strength_from"]
        assert found.problem("strength_from").message == (
            "The attribute 'value' was read as the strength of ties."
        )

    def test_published_files_without_labels_call_actors_by_number(self):
        found = read(PUBLISHED_GML)
        assert list(found.actors) == [1, 2]
        assert not found.network.is_directed

    def test_networkx_reads_the_same(self):
        graph = nx.les_miserables_graph()
        text = "\n".join(nx.generate_gml(graph))
        theirs = nx.parse_gml(text)
        for _, _, values in theirs.edges(data=True):
            values["strength"] = values.pop("weight")
        assert nx.utils.graphs_equal(read(text).network.to_networkx(), theirs)

    def test_networkx_reads_what_is_written(self):
        graph = nx.MultiDiGraph(site="B")
        graph.add_node("court é", beds=3, share=1e22, text='"&"\n', tiny=5e-324)
        graph.add_edge("court é", "clinic", key=0, weight=2, kind="referral")
        graph.add_edge("court é", "clinic", key="k", weight=2.5)
        data = gml.write(Network.from_networkx(graph))
        assert nx.utils.graphs_equal(nx.read_gml(io.BytesIO(data)), graph)


class TestChecks:
    @pytest.mark.parametrize(
        ("text", "why"),
        [
            ('graph [\n node [ id "1 ]\n]', "a double quote is not closed in line 2"),
            ("graph [\n 1 2 ]", "a key was expected and 1 came in line 2"),
            ("graph [\n node ]", "the key node has no value in line 2"),
            ("graph [\n node [ id 1 ]", "it ends before a list is closed in line 1"),
            ("graph [" + " a [" * 500, "lists are nested more than 100 deep in line 1"),
        ],
    )
    def test_what_is_no_gml_stops_with_its_line(self, text, why):
        found = read(text)
        assert found.network is None
        assert found.problem("gml_syntax").message == f"ties.gml is not GML: {why}."

    def test_an_actor_that_stands_twice_stops(self):
        found = read("graph [\n node [ id 1 ]\n node [ id 1 ]\n]")
        assert (found.problem("duplicate_actor").row, found.network) == (3, None)

    def test_a_tie_to_nobody_stops(self):
        found = read("graph [\n node [ id 1 ]\n edge [ source 1 target 9 ]\n]")
        assert found.problem("unknown_end").value == "target 9"

    def test_many_quoted_words_before_a_graph_take_no_time(self):
        start = time.process_time()
        text = 'Creator "a"\n' * 2000
        assert gml.recognise(Opened("a.gml", "text", text=text)) == 0
        assert time.process_time() - start < 3


class TestWrite:
    @pytest.mark.parametrize("kind", [nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph])
    def test_words_of_gml_and_names_it_lacks_come_back(self, kind):
        graph = kind()
        graph.add_node("a", **{"label": "L", "id": "9", "agency id": 1, "2nd": 2.5, "é": "x"})
        graph.add_edge("a", "b", directed="maybe", a_x_b="y", source="z")
        network = Network.from_networkx(graph)
        assert are_equal(again(network, "gml"), network)

    @pytest.mark.parametrize(
        "name", ["a b", "_x", "_x0041_", "a_x_", "é", "", "1", "x", "label", "\U0001f3db", "a__x"]
    )
    def test_every_name_is_a_key_and_comes_back(self, name):
        key = to_key(name, frozenset({"label"}))
        assert key.isascii() and key[0].isalpha() and key.replace("_", "a").isalnum()
        assert from_key(key) == name

    def test_what_it_cannot_hold_is_named(self):
        network = Network([("a", {"open": True})], [], is_directed=True)
        with pytest.raises(CollabnetError) as error:
            gml.write(network)
        assert str(error.value) == (
            "GML can't hold the attribute open (of type bool). Agree to leave that out (--drop "
            "open, or leave_out=['open']), or choose GraphML or node-link JSON."
        )
        mixed = [
            ("a", "b", 0, {}),
            ("a", "b", 1, {"directed": "no"}),
            ("b", "a", 1, {"directed": "no"}),
        ]
        with pytest.raises(CollabnetError, match="ties with direction beside others without"):
            gml.write(Network([("a", {}), ("b", {})], mixed, is_directed=True))
