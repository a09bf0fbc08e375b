"""GraphML: what other programs write, what is refused, and what comes back."""

import io
import tracemalloc

import networkx as nx
import pytest

from collabnet.data.networks import graphml
from collabnet.model.errors import CollabnetError
from collabnet.model.network import Network
from data.networks.files import ReadFile, again, are_equal, by_networkx
from data.networks.other_programs import CYTOSCAPE, IGRAPH, YED


def read(text, **options):
    return ReadFile(text, "ties.graphml", "graphml", **options)


def document(body, keys=""):
    return (
        f'<graphml xmlns="http://graphml.graphdrawing.org/xmlns">{keys}\n'
        f'<graph edgedefault="directed">\n{body}</graph></graphml>'
    )


class TestPrograms:
    def test_labels_of_yed_are_names_and_groups_stay(self):
        found = read(YED)
        assert found.actors == {
            "n0": {"url": "", "name": "Juvenile court"},
            "n0::n0": {
                "description": "Officer of <court>",
                "name": "Officer B1",
                "group": "n0",
            },
            "n1": {"name": "Residential program"},
        }
        told = {"description": "", "label": "refers to", "id": "e0"}
        assert found.ties == [("n0::n0", "n1", told)]
        assert found.codes == ["drawing_left_out"]

    def test_types_and_defaults_of_cytoscape_count(self):
        found = read(CYTOSCAPE)
        assert found.actors["64"] == {"SUID": 64, "shared name": "clinic", "selected": True}
        assert found.ties == [("62", "64", {"interaction": "refers (to)", "visits": 1})]
        assert found.codes == []

    def test_the_weight_of_igraph_is_the_strength(self):
        found = read(IGRAPH)
        assert found.ties == [("n0", "n1", {"strength": 2.5})]
        assert not found.network.is_directed

    @pytest.mark.parametrize("graph", [nx.karate_club_graph(), nx.florentine_families_graph()])
    def test_networkx_reads_the_same(self, graph):
        out = io.BytesIO()
        nx.write_graphml(graph, out)
        ours = read(out.getvalue()).network.to_networkx()
        theirs = by_networkx(nx.read_graphml(io.BytesIO(out.getvalue())))
        for _, _, values in theirs.edges(data=True):
            if "weight" in values:
                values["strength"] = values.pop("weight")
        assert nx.utils.graphs_equal(ours, theirs)

    def test_networkx_reads_what_is_written(self):
        graph = nx.MultiDiGraph()
        graph.add_node("court", name="Juvenile \r\ncourt", open=True, beds=3, share=0.5)
        graph.add_edge("court", "clinic", key=0, weight=2, kind="referral")
        graph.add_edge("court", "clinic", key=1, weight=1, kind="trust")
        data = graphml.write(Network.from_networkx(graph))
        assert nx.utils.graphs_equal(by_networkx(nx.read_graphml(io.BytesIO(data))), graph)


class TestChecks:
    def test_an_undeclared_key_is_noted_and_its_values_kept(self):
        found = read(document('<node id="a"><data key="k7">x</data></node>'))
        assert found.actors == {"a": {"k7": "x"}}
        assert str(found.problem("unknown_key")) == (
            "ties.graphml: 1 value stands under 'k7', which ties.graphml does not declare; kept "
            "as text under that name. [unknown_key]"
        )

    def test_an_actor_that_stands_twice_stops(self):
        found = read(document('<node id="a"/>\n<node id="b"/>\n<node id="a"/>'))
        assert found.network is None
        assert str(found.problem("duplicate_actor")) == (
            "ties.graphml, row 5: 'a' is declared as an actor more than once. Give each actor an "
            "id of its own. [duplicate_actor]"
        )

    def test_a_tie_to_nobody_stops(self):
        found = read(document('<node id="a"/>\n<edge source="a" target="nobody"/>'))
        assert found.network is None
        assert str(found.problem("unknown_end")) == (
            "ties.graphml, row 4: A tie names 'nobody', which the file doesn't declare as an "
            "actor. Add the actor to the file, or correct the tie. [unknown_end]"
        )

    def test_a_value_that_is_not_of_its_type_stays_text(self):
        keys = '<key id="d0" for="node" attr.name="beds" attr.type="int"/>'
        found = read(document('<node id="a"><data key="d0">six</data></node>', keys))
        assert found.actors == {"a": {"beds": "six"}}
        assert found.problem("wrong_type").message == (
            "beds has 1 value that ties.graphml says to be of the type int and that are not, such "
            "as 'six'; kept as text."
        )

    def test_a_hyperedge_is_rejected_and_said(self):
        body = '<node id="a"/><node id="b"/>\n<hyperedge><endpoint node="a"/></hyperedge>'
        found = read(document(body))
        assert found.problem("tie_of_many").row == 4
        assert found.reading.ledger.rejected == {2}
        assert found.reading.ledger.n_read == 3

    def test_without_a_graph_there_is_no_network(self):
        found = read('<graphml xmlns="http://graphml.graphdrawing.org/xmlns"/>')
        assert found.problem("no_network").message == (
            "ties.graphml holds no network as GraphML writes it: there is no graph in it."
        )

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ('<!DOCTYPE graphml [<!ENTITY a "b">]><graphml/>', "xml_with_dtd"),
            ('<!DOCTYPE graphml SYSTEM "file:///etc/hosts"><graphml/>', "xml_with_dtd"),
            ("<graphml>\n<graph></graphml>", "xml_syntax"),
            ("<graphml>" + "<graph>" * 5000, "xml_too_deep"),
            ("", "empty_file"),
            ("<graphml>\x00</graphml>", "xml_syntax"),
            ('<?xml version="1.0" encoding="no-such"?><graphml/>', "xml_syntax"),
        ],
    )
    def test_what_is_no_plain_xml_stops(self, text, code):
        from collabnet.data.options import Answers
        from collabnet.data.sources.opened import Ledgers, Opened

        ledgers = Ledgers("ties.graphml")
        opened = Opened("ties.graphml", "xml", data=text.encode())
        assert graphml.read(opened, ledgers, Answers()).network is None
        assert [one.code for one in ledgers.of().problems] == [code]

    def test_entities_that_unfold_are_refused_before_they_do(self):
        from collabnet.data.options import Answers
        from collabnet.data.sources.opened import Ledgers, Opened

        lines = ['<!ENTITY a0 "0123456789">']
        lines += [f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12)]
        bomb = f"<!DOCTYPE graphml [{''.join(lines)}]><graphml>&a11;</graphml>".encode()
        ledgers = Ledgers("bomb.graphml")
        tracemalloc.start()
        graphml.read(Opened("bomb.graphml", "xml", data=bomb), ledgers, Answers())
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
        tracemalloc.stop()
        assert [one.code for one in ledgers.of().problems] == ["xml_with_dtd"]


class TestStructure:
    def test_several_graphs_are_relations_among_the_same_actors(self):
        two = "".join(
            f'<graph id="{name}" edgedefault="directed"><node id="a"/><node id="b"/>'
            '<edge source="a" target="b"/></graph>'
            for name in ("trust", "referral")
        )
        found = read(f'<graphml xmlns="http://graphml.graphdrawing.org/xmlns">{two}</graphml>')
        assert found.ties == [
            ("a", "b", {"relation": "trust"}),
            ("a", "b", {"relation": "referral"}),
        ]
        assert list(found.actors) == ["a", "b"]

    def test_ties_with_and_without_direction_stand_together(self):
        body = (
            '<node id="a"/><node id="b"/><edge source="a" target="b"/>\n'
            '<edge source="a" target="b" directed="false"/>'
        )
        found = read(document(body))
        assert found.codes == ["both_ways"]
        assert [tie.is_directed for tie in found.reading.ties] == [True, False]
        assert are_equal(again(found.network, "graphml"), found.network)

    def test_every_actor_and_tie_has_a_line(self):
        found = read(document('<node id="a"/>\n<node id="b"/>\n<edge source="a" target="b"/>'))
        assert list(found.reading.ledger.lines) == [3, 4, 5]
        assert found.reading.ledger.n_read == 3


class TestWrite:
    def test_keys_types_and_one_kind_of_graph_come_back(self):
        for kind in (nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph):
            graph = kind(site="B", checked=True)
            graph.add_node("a", n=1, f=2.0, b=False, text="1")
            graph.add_edge("a", "b", strength=2)
            graph.add_edge("b", "c", strength=0.5)
            network = Network.from_networkx(graph)
            assert are_equal(again(network, "graphml"), network)

    def test_what_it_cannot_hold_is_named(self):
        network = Network([("a", {"tags": ["x"], "spec": {}})], [], is_directed=True)
        with pytest.raises(CollabnetError) as error:
            graphml.write(network)
        assert str(error.value) == (
            "GraphML can't hold attributes spec (values inside values) and tags (a list). Agree "
            "to leave that out (--drop attributes, or leave_out=['attributes']), or choose "
            "node-link JSON."
        )
        assert b"tags" not in graphml.write(network, leave_out=["attributes"])

    def test_a_character_that_xml_lacks_is_refused(self):
        network = Network([("a\x00", {})], [], is_directed=True)
        with pytest.raises(CollabnetError) as error:
            graphml.write(network)
        assert str(error.value) == (
            "GraphML can't hold the character \\x00, which stands in 'a\\x00'. Remove it, or "
            "choose node-link JSON."
        )
