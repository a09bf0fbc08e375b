"""Pajek's network files: written, and read again by us, NetworkX and igraph."""

import tempfile
from collections import Counter
from pathlib import Path

import igraph
import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabnet.data.networks import pajek_write
from collabnet.model.errors import CollabnetError
from collabnet.model.network import Network
from data.networks.pajek_files import TWO_MODE, read
from data.networks.strategies import bare, content, networks


class TestRoundTrip:
    @settings(max_examples=200, deadline=None)
    @given(networks())
    def test_everything_comes_back(self, network):
        text = pajek_write.write(network).decode("utf-8-sig")
        assert content(read(text).network) == content(network)

    @settings(max_examples=100, deadline=None)
    @given(networks(mixed=True))
    def test_ties_with_and_without_direction_come_back(self, network):
        found = read(pajek_write.write(network).decode("utf-8-sig"))
        if any(tie.is_directed for tie in found.reading.ties):
            assert content(found.network) == content(network)
        else:
            # No tie has a direction: the pairs that lead both ways are one tie each.
            assert not found.network.is_directed
            assert 2 * len(found.network.ties) >= len(network.ties)

    def test_two_kinds_of_actors_come_back(self):
        once = read(TWO_MODE).network
        again = read(pajek_write.write(once).decode()).network
        assert content(again) == content(once)

    def test_a_file_with_other_letters_begins_with_a_byte_order_mark(self):
        network = Network.from_pairs([("caf\u00e9", "court")])
        assert pajek_write.write(network).startswith(b"\xef\xbb\xbf*Vertices 2")

    def test_a_list_as_attribute_is_refused(self):
        network = Network([("a", {"sites": ["x"]})], [], is_directed=True)
        with pytest.raises(
            CollabnetError, match=r"Pajek can't hold the attribute sites \(a list\)"
        ):
            pajek_write.write(network)


class TestOthersAgree:
    @pytest.mark.parametrize("ties", ["*Matrix\n0 1 0\n0 0 2\n0 0 0\n", "*Arcs\n1 2 3\n2 3\n"])
    def test_networkx_reads_the_same(self, ties):
        text = f"*Vertices 3\n1 a\n2 b\n3 c\n{ties}"
        graph = nx.parse_pajek(text)
        pairs = [((u, v), told.get("weight", 1.0)) for u, v, told in graph.edges(data=True)]
        assert bare(read(text).network) == (sorted(graph.nodes), Counter(pairs))

    @settings(max_examples=50, deadline=None)
    @given(networks(ids=st.sampled_from("abcdef"), attributes=False, relations=False,
                    strength="all"))  # fmt: skip
    def test_networkx_and_igraph_read_what_is_written(self, network):
        written = pajek_write.write(network)
        theirs = nx.parse_pajek(written.decode())
        assert bare(Network.from_networkx(_strong(theirs))) == bare(network)
        graph = igraph.Graph.Read_Pajek(_file(written))
        names = graph.vs["id"] if "id" in graph.vs.attributes() else graph.vs["name"]
        ends = [tuple(names[place] for place in edge.tuple) for edge in graph.es]
        ties = list(zip(ends, graph.es["weight"], strict=True)) if graph.ecount() else []
        mine = bare(network)[1]
        told = [(e if network.is_directed else tuple(sorted(e)), w) for e, w in ties]
        assert sorted(told) == sorted(mine.elements())


def _strong(graph):
    for *_, told in graph.edges(data=True):
        told["strength"] = told.pop("weight", 1.0)
    return graph


def _file(data):
    path = Path(tempfile.mkdtemp()) / "site.net"
    path.write_bytes(data)
    return str(path)
