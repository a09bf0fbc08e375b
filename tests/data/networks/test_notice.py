"""A network file says of itself what it names, in a place that readers skip."""

import html
import json
from pathlib import Path

import igraph
import networkx as nx
import pytest

from collabnet.data.networks.formats import FORMATS
from collabnet.data.networks.notice import PLACES, with_notice
from collabnet.data.networks.read import read_network
from collabnet.data.networks.write import written
from collabnet.model import Network

WORDS = 'Internal: names staff. "ours" & <theirs>, caf\u00e9'
READERS = {
    "graphml": (nx.read_graphml, lambda path: igraph.Graph.Read_GraphML(path).vs),
    "gexf": (),
    "gml": (nx.read_gml, lambda path: igraph.Graph.Read_GML(path).vs),
    "node_link": (
        lambda path: nx.node_link_graph(json.loads(Path(path).read_text()), edges="edges"),
    ),
    "pajek": (nx.read_pajek, lambda path: igraph.Graph.Read_Pajek(path).vs),
}
"""How other programs read them: each gives its actors."""


class TestWithNotice:
    @pytest.mark.parametrize("name", PLACES)
    def test_it_is_in_the_file_and_nothing_else_is_changed(self, tmp_path, name):
        path = tmp_path / "made"
        network = Network.from_pairs([("court", "clinic", 2), ("clinic", "shelter", 1)])
        path.write_bytes(with_notice(written(network, FORMATS[name]), name, WORDS))
        found = html.unescape(path.read_text("utf-8")).encode().decode("unicode_escape", "ignore")
        assert "Internal: names staff." in found
        back = read_network(path)
        assert (back.actor_ids, back.attributes) == (network.actor_ids, {})
        assert back.ties["strength"].tolist() == [2, 1]
        for read in READERS[name]:
            assert len(read(str(path))) == 3

    @pytest.mark.parametrize("name", ["dl", "edge_list", "matrix", "kumu"])
    def test_a_format_without_a_place_is_as_it_is(self, name):
        assert with_notice(b"dl n=1", name, WORDS) == b"dl n=1"
