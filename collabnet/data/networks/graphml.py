"""GraphML: networks of yEd, Cytoscape, igraph, networkx and many others."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from collabnet.data.networks.outgoing import key_of, prepare, unique_keys
from collabnet.data.networks.reading import NetworkReading
from collabnet.data.networks.typed import TypedDraft, Values
from collabnet.data.networks.xml_out import Columns, tag, typed_text
from collabnet.data.networks.xml_values import NoteBook, read_value
from collabnet.data.options import Answers
from collabnet.data.sources.opened import Ledgers, Opened
from collabnet.data.sources.xml_tree import Element, is_root, parse_xml
from collabnet.model.network import Network

TITLE = "GraphML"
KEY = "networkx_key"
"""Where the key of a parallel tie stands if it can't be the tie's id; networkx's word in GEXF."""
_HEAD = (
    "<?xml version='1.0' encoding='utf-8'?>\n"
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns '
    'http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)


def recognise(opened: Opened) -> float:
    """Tell whether a file is GraphML."""
    return 1.0 if opened.kind == "xml" and is_root(opened.data, ["graphml"]) else 0.0


def read(
    opened: Opened, ledgers: Ledgers, answers: Answers, *, merge: bool = False
) -> NetworkReading:
    """Read GraphML: types, defaults, ties with and without direction, groups, several graphs.

    Where a file holds several graphs, each is a relation among the same actors.
    """
    ledger = ledgers.of()
    draft = TypedDraft(ledger, answers, merge=merge)
    root = parse_xml(opened.data, ledger)
    if root is None:
        return draft.draft.refused()
    graphs = list(root.all("graph")) if root.name == "graphml" else []
    if not graphs:
        ledger.add("no_network", format=TITLE, found="there is no graph in it")
        return draft.draft.refused()
    reader = _Reader(root, draft)
    for place, graph in enumerate(graphs, 1):
        relation = (graph.attributes.get("id") or f"graph {place}") if len(graphs) > 1 else ""
        reader.graph(graph, relation)
    draft.check_ends()
    reader.notes.tell()
    attributes = reader.data(graphs[0], "graph")
    is_multigraph = attributes.pop("multigraph", None)
    return draft.finish(
        is_directed=graphs[0].attributes.get("edgedefault") == "directed",
        is_stated=True,
        is_multigraph=is_multigraph if isinstance(is_multigraph, bool) else None,
        attributes=attributes,
    )


@dataclass(frozen=True)
class _Key:
    name: str
    type: str
    about: str
    default: str | None
    is_drawing: bool


class _Reader:
    def __init__(self, root: Element, draft: TypedDraft) -> None:
        self.draft = draft
        self.notes = NoteBook(draft.ledger)
        self.keys = {one.attributes.get("id", ""): _key(one) for one in root.all("key")}
        self.seen: set[str] = set()

    def graph(self, graph: Element, relation: str) -> None:
        """Read a graph and those inside its nodes, whose actors belong to a group."""
        here: set[str] = set()
        left = [(graph, "", graph.attributes.get("edgedefault") == "directed")]
        while left:
            inside, group, is_directed = left.pop()
            for child in inside.children:
                if child.name == "node":
                    self._node(child, group, here)
                    deeper = child.first("graph")
                    if deeper is not None:
                        way = deeper.attributes.get("edgedefault")
                        directed = is_directed if way is None else way == "directed"
                        left.append((deeper, child.attributes.get("id", ""), directed))
                elif child.name == "edge":
                    self._edge(child, relation, is_directed)
                elif child.name == "hyperedge":
                    at = self.draft.place(child.line, ["hyperedge"])
                    self.draft.ledger.add("tie_of_many", at)
        self.seen |= here

    def _node(self, node: Element, group: str, here: set[str]) -> None:
        name = node.attributes.get("id", "")
        if name in self.seen and name not in here:
            # The same actor in another relation: its attributes stand where it was first.
            here.add(name)
            return
        here.add(name)
        values = self.data(node, "node")
        if group:
            values.setdefault("group", group)
        self.draft.actor(node.line, name, values)

    def _edge(self, edge: Element, relation: str, is_directed: bool) -> None:
        told = edge.attributes
        values = self.data(edge, "edge")
        if relation:
            values.setdefault("relation", relation)
        for port in ("sourceport", "targetport"):
            if port in told:
                values.setdefault(port, told[port])
        key: object = key_of(told["id"]) if told.get("id") else None
        if KEY in values:
            key = values.pop(KEY)
        way = told.get("directed")
        self.draft.tie(
            edge.line,
            told.get("source", ""),
            told.get("target", ""),
            values,
            is_directed=is_directed if way is None else way in ("true", "1"),
            key=key,
        )

    def data(self, element: Element, about: str) -> Values:
        """The values of a node, an edge or a graph; what it leaves out is as the key says."""
        values: Values = {}
        for data in element.all("data"):
            name = data.attributes.get("key", "")
            key = self.keys.get(name)
            if data.children or (key and key.is_drawing):
                self._drawing(data, about, values)
            elif key is None:
                self.notes.unknown[name] += 1
                values[name] = data.text
            else:
                values[key.name] = read_value(data.text, key.type, key.name, self.notes)
        for key in self.keys.values():
            if key.default is not None and key.about in (about, "all") and key.name not in values:
                values[key.name] = read_value(key.default, key.type, key.name, self.notes)
        for told in element.all("desc"):
            values.setdefault("description", told.text)
        return values

    def _drawing(self, data: Element, about: str, values: Values) -> None:
        """Of yEd's drawing the labels are kept: they are what people call actors and ties."""
        self.notes.has_drawing = True
        word, wanted = ("NodeLabel", "name") if about == "node" else ("EdgeLabel", "label")
        labels = [one.text.strip() for one in data.below() if one.name == word]
        if label := next((one for one in labels if one), ""):
            values.setdefault(wanted, label)


def _key(element: Element) -> _Key:
    told = element.attributes
    default = element.first("default")
    return _Key(
        told.get("attr.name", told.get("yfiles.type", told.get("id", ""))),
        told.get("attr.type", "string"),
        told.get("for", "all"),
        None if default is None else default.text,
        "yfiles.type" in told,
    )


def write(network: Network, *, leave_out: Collection[str] = ()) -> bytes:
    """Write GraphML as networkx, igraph, Gephi, yEd and Cytoscape read it.

    Raises
    ------
    CollabnetError
        If an attribute is a list or another value that GraphML has no type for.
    """
    out = prepare(network, TITLE, leave_out=leave_out)
    has_ids = unique_keys(out)
    needs_keys = out.is_multigraph and not has_ids
    graph = dict(out.attributes)
    if out.is_multigraph and not out.has_parallel:
        graph.setdefault("multigraph", True)
    ties = [(t, t.values | ({KEY: t.key} if needs_keys else {})) for t in out.ties]
    told = {"graph": [graph], "node": [v for _, v in out.actors], "edge": [v for _, v in ties]}
    keys = _Keys({about: Columns(rows) for about, rows in told.items()})
    body = keys.data(graph, "graph", "    ")
    for actor, values in out.actors:
        body.append(_element("node", {"id": actor}, keys.data(values, "node", "      ")))
    for tie, values in ties:
        ends = {"source": tie.from_id, "target": tie.to_id}
        if has_ids:
            ends["id"] = str(tie.key)
        if out.is_mixed and not tie.is_directed:
            ends["directed"] = "false"
        body.append(_element("edge", ends, keys.data(values, "edge", "      ")))
    way = "directed" if out.is_directed else "undirected"
    lines = [*keys.declared(), f'  <graph edgedefault="{way}">\n', *body]
    return (_HEAD + "".join(lines) + "  </graph>\n</graphml>\n").encode("utf-8")


def _element(name: str, told: dict[str, str], inside: list[str]) -> str:
    opening = tag(name, told, TITLE)
    if not inside:
        return f"    <{opening}/>\n"
    return f"    <{opening}>\n{''.join(inside)}    </{name}>\n"


class _Keys:
    """The declarations of attributes, one for each type that an attribute comes in."""

    def __init__(self, columns: Mapping[str, Columns]) -> None:
        self._columns = columns
        self._ids: dict[tuple[str, str, str], str] = {}

    def data(self, values: Values, about: str, indent: str) -> list[str]:
        lines = []
        for name, value in values.items():
            kind, typed = self._columns[about].typed(name, value)
            key = self._ids.setdefault((about, name, kind), f"d{len(self._ids)}")
            lines.append(f'{indent}<data key="{key}">{typed_text(typed, TITLE)}</data>\n')
        return lines

    def declared(self) -> list[str]:
        return [
            "  <"
            + tag("key", {"id": key, "for": about, "attr.name": name, "attr.type": kind}, TITLE)
            + "/>\n"
            for (about, name, kind), key in self._ids.items()
        ]
