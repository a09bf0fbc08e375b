"""UCINET's DL files: written, and read again by us and by igraph."""

import tempfile
from collections import Counter
from pathlib import Path

import igraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabnet.data.networks import dl_write
from collabnet.model.errors import CollabnetError
from collabnet.model.network import Network
from data.networks.dl_files import (
    ALL,
    EDGES,
    HAND_TYPED,
    read,
)
from data.networks.strategies import HARD, IDS, bare, content, networks


def _fits(label):
    return '"' not in label and "\n" not in label and "\r" not in label


DL_IDS = IDS.filter(_fits)


class TestRoundTrip:
    @settings(max_examples=150, deadline=None)
    @given(networks(ids=DL_IDS, attributes=False, relations=False, parallel=False, strength="all"))
    def test_one_relation_comes_back(self, network):
        found = read(dl_write.write(network).decode())
        assert content(found.network) == content(network)

    @settings(max_examples=100, deadline=None)
    @given(networks(ids=DL_IDS, attributes=False, parallel=False, strength="all"))
    def test_several_relations_come_back(self, network):
        try:
            text = dl_write.write(network).decode()
        except CollabnetError as error:
            assert "lead both ways" in str(error) or "the label" in str(error)
            return
        assert content(read(text).network) == content(network)

    @pytest.mark.parametrize("text", ALL)
    def test_what_was_read_from_a_file_is_written_and_read_again(self, text):
        once = read(text).network
        again = read(dl_write.write(once).decode()).network
        assert bare(again) == bare(once)
        assert again.is_directed == once.is_directed
        assert content(again)[1] == content(once)[1]

    @pytest.mark.parametrize("label", [one for one in HARD if not _fits(one)])
    def test_a_label_that_can_not_be_quoted_is_refused(self, label):
        with pytest.raises(CollabnetError, match="UCINET DL can't hold the label"):
            dl_write.write(Network.from_pairs([(label, "b")]))

    @pytest.mark.parametrize(
        ("network", "message"),
        [
            (
                Network([("a", {"sector": "x"}), ("b", {})], [], is_directed=True),
                r"UCINET DL can't hold attributes of actors \(sector\)\. Agree to leave that out "
                r"\(--drop sector, or leave_out=\['sector'\]\), or choose",
            ),
            (
                Network([("a", {}), ("b", {})], [("a", "b", 0, {"wave": "1"})], is_directed=True),
                r"UCINET DL can't hold attributes of ties \(wave\)",
            ),
            (
                Network.from_pairs([("a", "b"), ("b", "a")]),
                r"UCINET DL can't hold two ties between the same actors \(b to a\)\. Choose Pajek",
            ),
            (
                Network.from_pairs([("a", "b", 0)]),
                r"UCINET DL can't hold a tie of strength zero \(a to b\)",
            ),
            (
                Network.from_pairs([("a", "b", float("inf"))]),
                "UCINET DL can't hold a strength that is no finite number",
            ),
            (Network([], [], is_directed=True), "UCINET DL can't hold a network without actors"),
        ],
    )
    def test_what_the_format_can_not_hold_is_named(self, network, message):
        with pytest.raises(CollabnetError, match=message):
            dl_write.write(network)

    def test_attributes_are_left_out_by_agreement(self):
        network = Network([("a", {"sector": "x"}), ("b", {})], [], is_directed=True)
        assert b"LABELS:\na\nb\n" in dl_write.write(network, leave_out=["sector"])


class TestIgraphAgrees:
    @pytest.mark.parametrize(
        "text",
        [
            HAND_TYPED,
            EDGES,
            "DL n=4\nformat = nodelist1\nlabels:\na,b,c,d\ndata:\n1 3 2\n4 1\n2 4 1\n",
            "DL n=3\nformat = nodelist1\nlabels embedded:\ndata:\na b c\nb c\n",
            "DL n=3\nformat = edgelist1\nlabels embedded:\ndata:\na b\nb c\n",
            "dl n=2\nformat = fullmatrix\nlabels embedded:\ndata:\na b\na 0 1\nb 0 1\n",
        ],
    )
    def test_it_reads_the_same_from_files_that_it_can_read(self, text):
        assert _theirs(text) == Counter(tie[:2] for tie in read(text).ties)

    @settings(max_examples=40, deadline=None)
    @given(networks(ids=st.sampled_from(["court", "school", "clinic", "police"]), attributes=False,
                    relations=False, parallel=False, strength="all"))  # fmt: skip
    def test_it_reads_what_is_written_with_direction(self, network):
        if network.is_directed:
            text = dl_write.write(network).decode()
            pairs = zip(network.ties["from_id"], network.ties["to_id"], strict=True)
            assert _theirs(text) == Counter(pairs)


def _theirs(text):
    path = Path(tempfile.mkdtemp()) / "site.dl"
    path.write_text(text)
    graph = igraph.Graph.Read_DL(str(path), directed=True)
    has_names = "name" in graph.vs.attributes()
    names = graph.vs["name"] if has_names else [str(n + 1) for n in range(graph.vcount())]
    return Counter((names[edge.source], names[edge.target]) for edge in graph.es)
