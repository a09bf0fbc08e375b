"""Node-link JSON: files of networkx, D3 and Cytoscape, what is refused, and what comes back."""

import json

import networkx as nx
import pytest

from collabnet.data.networks import node_link
from collabnet.data.options import Answers
from collabnet.data.sources.opened import Ledgers, Opened
from collabnet.model.errors import CollabnetError
from collabnet.model.network import Network
from data.networks.files import ReadFile, again, are_equal
from data.networks.json_programs import CYTOSCAPE_JSON, D3, NETWORKX


def read(text, **options):
    return ReadFile(text, "ties.json", "node_link", **options)


def refused(text):
    ledgers = Ledgers("ties.json")
    opened = Opened("ties.json", "json", text=text)
    assert node_link.read(opened, ledgers, Answers()).network is None
    return ledgers.of().problems[-1]


class TestPrograms:
    def test_networkx_with_links_keys_and_ids_that_are_numbers(self):
        found = read(NETWORKX)
        assert found.actors == {"court_b": {"name": "Juvenile court"}, 7: {}}
        assert found.network.keyed_ties == (
            ("court_b", 7, 0, {"kind": "referral", "strength": 3}),
            ("court_b", 7, 1, {"kind": "trust"}),
        )
        assert found.reading.ledger.lines == [2, 3, 5, 6]
        assert found.codes == []

    def test_d3_names_actors_by_place_and_strength_by_value(self):
        found = read(D3)
        assert found.actors == {"court_b": {"group": 1}, "clinic": {"group": 2}}
        assert found.ties == [("court_b", "clinic", {"strength": 10})]
        assert sorted(found.codes) == ["direction_not_said", "strength_from"]
        assert read(D3, directed="yes").network.is_directed

    def test_what_direction_was_taken_is_said(self):
        assert str(read(D3).problem("direction_not_said")) == (
            "ties.json: ties.json does not say whether its ties have a direction; read as ties "
            "without one. Nothing to do if that is right. Say --reading directed=yes or --reading "
            'directed=no, or directed = "yes" under [reading] in coalition.toml. '
            "[direction_not_said]"
        )

    def test_cytoscape_keeps_its_values_in_data(self):
        found = read(CYTOSCAPE_JSON)
        assert found.actors["1099"] == {"shared_name": "court_b", "selected": False}
        assert found.ties == [("1099", "1097", {"id": "1101", "interaction": "refers"})]
        assert sorted(found.codes) == ["direction_not_said", "drawing_left_out"]

    @pytest.mark.parametrize("kind", [nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph])
    def test_networkx_reads_and_writes_the_same(self, kind):
        graph = kind(site="B")
        graph.add_node("a", tags=["x", "y"], nothing=None, inside={"n": 1})
        graph.add_edge("a", 7, strength=2**70)
        network = Network.from_networkx(graph)
        assert are_equal(read(json.dumps(nx.node_link_data(graph))).network, network)
        theirs = nx.node_link_graph(json.loads(node_link.write(network)))
        for _, _, values in theirs.edges(data=True):
            values["strength"] = values.pop("weight")
        assert nx.utils.graphs_equal(theirs, graph)


class TestChecks:
    @pytest.mark.parametrize(
        ("text", "code", "line"),
        [
            ('{"nodes": [],\n"links": [{"value": NaN}]}', "json_not_a_number", 2),
            ('{"nodes": [],\n"links": [{"value": 1e999}]}', "json_not_a_number", 2),
            ('{"nodes": [],\n"nodes": [], "links": []}', "json_duplicate_key", 2),
            ('{"nodes": [],\n"links": ' + "[" * 10_000, "json_too_deep", 2),
            ('{"nodes": [],\n"links": [}', "json_syntax", 2),
        ],
    )
    def test_what_json_does_not_allow_stops_with_its_place(self, text, code, line):
        problem = refused(text)
        assert (problem.code, problem.level, problem.line) == (code, "STOP", line)

    @pytest.mark.parametrize(
        ("text", "why"),
        [
            ("[1]", "it needs a list called nodes"),
            ('{"nodes": []}', "it needs one list called edges or links; it has 0"),
            (
                '{"nodes": [], "edges": [], "links": []}',
                "it needs one list called edges or links; it has 2",
            ),
        ],
    )
    def test_another_shape_is_no_network(self, text, why):
        assert refused(text).message == (
            f"ties.json holds no network as node-link JSON writes it: {why}."
        )

    def test_an_actor_that_stands_twice_or_a_tie_to_nobody_stops(self):
        two = '{"nodes": [{"id": "a"},\n{"id": "a"}], "links": []}'
        assert (refused(two).code, refused(two).row) == ("duplicate_actor", 2)
        loose = (
            '{"directed": true, "nodes": [{"id": "a"}],\n"links": [{"source": "a", "target": 1}]}'
        )
        assert str(refused(loose)) == (
            "ties.json, row 2: A tie names '1', which the file doesn't declare as an actor. Add "
            "the actor to the file, or correct the tie. [unknown_end]"
        )

    def test_entries_that_lack_what_names_them_are_rejected(self):
        found = read('{"directed": true, "nodes": [{"id": "a"},\n{"x": 1}, 5], "links": []}')
        assert [problem.message for problem in found.problems] == [
            "The entry lacks keys and values.",
            "The entry lacks an id.",
        ]
        assert found.codes == ["not_an_entry"] * 2
        assert len(found.reading.ledger.rejected) == 2
        assert found.reading.ledger.n_read == 3

    def test_large_whole_numbers_keep_their_digits(self):
        found = read('{"directed": true, "nodes": [{"id": 1234567890123456789012}], "links": []}')
        assert list(found.actors) == [1234567890123456789012]


class TestWrite:
    def test_ties_without_direction_beside_others_come_back(self):
        text = NETWORKX.replace('"kind": "trust"', '"directed": false')
        network = read(text).network
        assert are_equal(again(network, "node_link"), network)

    def test_words_of_the_format_are_no_attributes(self):
        network = Network([("a", {"id": "x"})], [], is_directed=True)
        with pytest.raises(CollabnetError) as error:
            node_link.write(network)
        assert str(error.value) == (
            "node-link JSON can't hold an attribute called id, a word of its own. Agree to leave "
            "that out (--drop id, or leave_out=['id']), or choose GraphML."
        )

    def test_a_number_that_is_none_is_refused(self):
        network = Network([("a", {"x": float("nan")})], [], is_directed=True)
        with pytest.raises(CollabnetError) as error:
            node_link.write(network)
        assert str(error.value) == (
            "JSON can't hold a number that is none of {'x': nan, 'id': 'a'}. Correct it, or leave "
            "its attribute out."
        )
