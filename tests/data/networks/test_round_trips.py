"""What is written comes back: any names, attributes of any type, directions, relations."""

import math
import tempfile
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from collabnet.data.networks.formats import FORMATS
from collabnet.data.networks.outgoing import CannotHoldError
from collabnet.data.networks.read import read_network
from collabnet.data.networks.write import write_network
from collabnet.model.errors import CollabnetError
from collabnet.model.network import Network
from data.networks.files import again, are_equal
from data.networks.strategies import HARD, IDS, NAMES, VALUES, content, networks

TYPED = ("graphml", "gexf", "node_link", "kumu", "gml")
SHEETS = ("kumu_xlsx", "polinode", "gephi")
FEW = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
WORDS = ("id", "label", "key", "source", "target", "type", "kind", "from", "to", "direction",
         "_id", "attributes", "networkx_key", "multigraph", "description", "tags", "image",
         "url", "group", "start", "end", "timestamp", "spells", "value")  # fmt: skip
TYPES = {
    "graphml": st.one_of(VALUES, st.booleans(), st.integers(-(2**60), 2**60), st.floats()),
    "gml": st.one_of(VALUES, st.integers(-(2**80), 2**80), st.floats()),
    "node_link": st.recursive(
        st.one_of(VALUES, st.booleans(), st.integers(), st.none(), st.floats(allow_nan=False,
                                                                          allow_infinity=False)),
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(VALUES, inner, max_size=2),
        max_leaves=4,
    ),
}  # fmt: skip
TYPES["gexf"] = TYPES["graphml"]
TYPES["kumu"] = TYPES["node_link"]
PLAIN_NAMES = NAMES.filter(lambda name: name.casefold().strip("_ ") not in WORDS)


def graphs(format, kinds=(nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph)):
    """networkx graphs with values of all the types that a format can hold."""
    values = st.dictionaries(PLAIN_NAMES, TYPES[format], max_size=3)

    @st.composite
    def build(draw):
        graph = draw(st.sampled_from(kinds))()
        names = draw(st.lists(IDS, min_size=1, max_size=5, unique=True))
        for name in names:
            graph.add_node(name, **draw(values))
        ends = st.tuples(st.sampled_from(names), st.sampled_from(names))
        for u, v in draw(st.lists(ends, max_size=6)):
            told = draw(values)
            if draw(st.booleans()):
                told["strength"] = draw(st.integers(0, 9) | st.floats(0, 1e6))
            graph.add_edge(u, v, **told)
        return graph

    return build()


def same(first, second):
    """Equality to networkx, where a value that is no number equals itself."""
    return nx.utils.graphs_equal(*map(with_equal_nan, (first, second)))


def with_equal_nan(graph):
    """The graph, with one and the same object for every value that is no number."""
    found = graph.copy()
    edges = [values for *_, values in found.edges(data=True)]
    for values in (found.graph, *(values for _, values in found.nodes(data=True)), *edges):
        values.update({key: math.nan for key, value in values.items() if value != value})
    return found


@pytest.mark.parametrize("format", ["graphml", "gexf", "node_link", "gml"])
def test_every_type_key_and_kind_of_graph_comes_back(format):
    @FEW
    @given(graphs(format))
    def check(graph):
        assert same(again(Network.from_networkx(graph), format).to_networkx(), graph)

    check()


@pytest.mark.parametrize("format", ["graphml", "gexf", "node_link"])
def test_ties_with_and_without_direction_come_back_together(format):
    @FEW
    @given(networks(mixed=True))
    def check(network):
        try:
            found = again(network, format)
        except CannotHoldError:  # an attribute with one of the format's own words
            assume(False)
        assert content(found) == content(network)

    check()


@pytest.mark.parametrize("format", (*SHEETS, "kumu"))
def test_sheets_and_blueprints_bring_back_what_they_hold(format):
    @FEW
    @given(networks(mixed=False))
    def check(network):
        assume(network.is_directed or format != "polinode")
        try:
            found = again(network, format)
        except CollabnetError as error:
            assume("can't hold" not in str(error) and "takes |" not in str(error))
            raise
        assume(network.ties.shape[0] > 0)
        assert content(found)[1:] == content(network)[1:]

    check()


@pytest.mark.parametrize("format", [*TYPED[:4], "gephi", "kumu_xlsx"])
def test_hard_names_come_back_as_ids_values_and_names(format):
    names = [one for one in HARD if "|" not in one]
    network = Network(
        [(one, {"name": f"{one} (name)", "note": one}) for one in names],
        [(one, names[0], place, {"kind": one}) for place, one in enumerate(names)],
        is_directed=True,
        is_multigraph=False,
    )
    found = again(network, format)
    assert content(found) == content(network)
    assert found.actor_ids == network.actor_ids


@pytest.mark.parametrize("format", SHEETS)
def test_names_and_texts_that_look_guarded_come_back(format):
    network = Network(
        [("court", {"'=": "'+1"}), ("shelter", {})],
        [("court", "shelter", 0, {"'@": "'-x", "-": "a sign alone"})],
        is_directed=True,
        is_multigraph=False,
    )
    assert content(again(network, format))[1:] == content(network)[1:]


@pytest.mark.parametrize("format", ["graphml", "gexf", "gml", "node_link"])
def test_the_network_of_a_coalition_comes_back(format):
    import collabnet as cn

    for level in ("people", "agencies"):
        network = cn.load("sample:site_b").network(level=level)
        assert are_equal(again(network, format), network)


def test_from_each_format_to_each_other_the_ties_stay():
    pairs = Network.from_pairs([("court", "clinic", 2), ("clinic", "007", 1)], is_directed=True)
    with tempfile.TemporaryDirectory() as folder:
        for first in FORMATS:
            path = write_network(pairs, Path(folder) / first, format=first)
            found = read_network(path, format=None if path.is_dir() else first)
            for second in FORMATS:
                other = write_network(found, Path(folder) / f"{first}_{second}", format=second)
                last = read_network(other, format=None if other.is_dir() else second)
                told = {(u, v): values["strength"] for u, v, _, values in last.keyed_ties}
                assert told == {("court", "clinic"): 2, ("clinic", "007"): 1}, (first, second)


@pytest.mark.parametrize("format", list(FORMATS))
def test_the_same_network_gives_the_same_bytes(format):
    from collabnet.data.networks.write import written

    pairs = Network.from_pairs([("court", "clinic", 2), ("clinic", "007", 1)], is_directed=True)
    assert written(pairs, FORMATS[format]) == written(pairs, FORMATS[format])


@pytest.mark.parametrize("format", list(FORMATS))
@pytest.mark.parametrize("bad", ["\ud800", " "])
def test_ids_that_no_file_gives_back_are_refused(format, bad):
    from collabnet.data.networks.write import written

    network = Network([(bad, {}), ("b", {})], [(bad, "b", 0, {})], is_directed=True)
    with pytest.raises(CollabnetError):
        written(network, FORMATS[format])


@pytest.mark.parametrize("format", SHEETS)
def test_control_characters_have_no_place_in_sheets(format):
    from collabnet.data.networks.write import written

    network = Network([("a\x00b", {})], [], is_directed=True)
    with pytest.raises(CollabnetError, match=r"can't hold the control character \\x00"):
        written(network, FORMATS[format])
