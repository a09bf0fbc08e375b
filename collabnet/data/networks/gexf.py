"""GEXF: networks of Gephi, in the versions 1.1 to 1.3."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from collabnet.data.networks.outgoing import Outgoing, OutTie, key_of, prepare, unique_keys
from collabnet.data.networks.reading import NetworkReading
from collabnet.data.networks.typed import TypedDraft, Values
from collabnet.data.networks.xml_out import Columns, tag, typed_text
from collabnet.data.networks.xml_values import NoteBook, read_value
from collabnet.data.options import Answers
from collabnet.data.sources.opened import Ledgers, Opened
from collabnet.data.sources.xml_tree import Element, is_root, parse_xml
from collabnet.model.network import Network

TITLE = "GEXF"
KEY = "networkx_key"
_MANY = "multigraph"
_HEAD = (
    "<?xml version='1.0' encoding='utf-8'?>\n"
    '<gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">\n'
    "  <meta>\n    <creator>collabnet</creator>\n"
)


def recognise(opened: Opened) -> float:
    """Tell whether a file is GEXF."""
    return 1.0 if opened.kind == "xml" and is_root(opened.data, ["gexf"]) else 0.0


def read(
    opened: Opened, ledgers: Ledgers, answers: Answers, *, merge: bool = False
) -> NetworkReading:
    """Read GEXF: typed attributes, kinds of ties, ties with, without and with mutual direction.

    The label of an actor is its name. Positions and colours are left out, which is noted.
    """
    ledger = ledgers.of()
    draft = TypedDraft(ledger, answers, merge=merge)
    root = parse_xml(opened.data, ledger)
    if root is None:
        return draft.draft.refused()
    graph = root.first("graph") if root.name == "gexf" else None
    if graph is None:
        ledger.add("no_network", format=TITLE, found="there is no graph in it")
        return draft.draft.refused()
    reader = _Reader(graph, draft)
    for nodes in graph.all("nodes"):
        reader.nodes(nodes)
    for edges in graph.all("edges"):
        for edge in edges.all("edge"):
            reader.edge(edge)
    draft.check_ends()
    reader.notes.tell()
    reader.tell_times()
    words = [word.text for meta in root.all("meta") for word in meta.all("keywords")]
    attributes = {"name": graph.attributes["name"]} if graph.attributes.get("name") else {}
    return draft.finish(
        is_directed=graph.attributes.get("defaultedgetype") == "directed",
        is_stated=True,
        is_multigraph=True if _MANY in words else None,
        attributes=attributes,
    )


@dataclass(frozen=True)
class _Column:
    name: str
    type: str
    default: str | None


class _Reader:
    def __init__(self, graph: Element, draft: TypedDraft) -> None:
        self.draft = draft
        self.notes = NoteBook(draft.ledger)
        self.way = graph.attributes.get("defaultedgetype", "undirected")
        self.columns: dict[str, dict[str, _Column]] = {"node": {}, "edge": {}}
        self.timed: Counter[str] = Counter()
        for part in graph.all("attributes"):
            columns = self.columns.setdefault(part.attributes.get("class", ""), {})
            columns.update((one.attributes.get("id", ""), _column(one)) for one in part.children)

    def nodes(self, nodes: Element) -> None:
        """Read actors, those inside others included; these belong to a group."""
        left = [(child, "") for child in reversed(nodes.children) if child.name == "node"]
        while left:
            node, group = left.pop()
            told = node.attributes
            name = told.get("id", "")
            values = self._values(node, "node")
            label = told.get("label", "")
            if label and label != name:
                values.setdefault("name", label)
            if parent := told.get("pid", group):
                values.setdefault("group", parent)
            self.draft.actor(node.line, name, values)
            inside = [one for part in node.all("nodes") for one in part.all("node")]
            left += [(child, name) for child in reversed(inside)]

    def edge(self, edge: Element) -> None:
        """Read a tie; one that is mutual is two."""
        told = edge.attributes
        values = self._values(edge, "edge")
        for name in ("label", "kind"):
            if told.get(name):
                values.setdefault(name, told[name])
        if "weight" in told:
            kind = "long" if told["weight"].strip().isdigit() else "double"
            values.setdefault("weight", read_value(told["weight"], kind, "weight", self.notes))
        key: object = key_of(told["id"]) if told.get("id") else None
        if KEY in values:
            key = values.pop(KEY)
        way = told.get("type", self.way)
        start, end = told.get("source", ""), told.get("target", "")
        self.draft.tie(edge.line, start, end, values, is_directed=way != "undirected", key=key)
        if way == "mutual":
            self.draft.tie(edge.line, end, start, values, is_directed=True, key=key)

    def _values(self, element: Element, about: str) -> Values:
        columns = self.columns[about]
        found: dict[str, list[tuple[object, Mapping[str, str]]]] = defaultdict(list)
        for one in (one for part in element.all("attvalues") for one in part.children):
            # Until version 1.1 the attribute was called id.
            key = one.attributes.get("for", one.attributes.get("id", ""))
            text = one.attributes.get("value", "")
            column = columns.get(key)
            if column is None:
                self.notes.unknown[key] += 1
                found[key].append((text, one.attributes))
            else:
                value = read_value(text, column.type, column.name, self.notes)
                found[column.name].append((value, one.attributes))
        values = {name: self._one_value(name, given) for name, given in found.items()}
        for column in columns.values():
            if column.default is not None and column.name not in values:
                values[column.name] = read_value(
                    column.default, column.type, column.name, self.notes
                )
        self._add_times(element, values)
        return values

    def _one_value(self, name: str, given: list[tuple[object, Mapping[str, str]]]) -> object:
        if len(given) == 1 and not {"start", "end"} & set(given[0][1]):
            return given[0][0]
        self.timed[name] += 1
        return "; ".join(f"{value} {_span(told)}" for value, told in given)

    def _add_times(self, element: Element, values: Values) -> None:
        for name in ("start", "end", "timestamp"):
            if name in element.attributes:
                values.setdefault(name, element.attributes[name])
        spells = [one for part in element.all("spells") for one in part.children]
        if spells:
            values.setdefault("spells", "; ".join(_span(one.attributes) for one in spells))
        if any(one.space.endswith("viz") for one in element.children):
            self.notes.has_drawing = True

    def tell_times(self) -> None:
        """Say which attributes have several values."""
        if self.timed:
            first = next(iter(self.timed))
            self.draft.ledger.add("values_over_time", value=first, count=len(self.timed))


def _column(element: Element) -> _Column:
    told = element.attributes
    default = element.first("default")
    name = told.get("title", told.get("id", ""))
    return _Column(name, told.get("type", "string"), None if default is None else default.text)


def _span(told: Mapping[str, str]) -> str:
    return f"[{told.get('start', '')}, {told.get('end', '')}]"


def write(network: Network, *, leave_out: Collection[str] = ()) -> bytes:
    """Write GEXF 1.3 as Gephi and networkx read it.

    Raises
    ------
    CollabnetError
        If an attribute is a list or another value that GEXF has no type for, or is said of the
        network as a whole.
    """
    out = prepare(network, TITLE, leave_out=leave_out, graph_names=("name",))
    has_ids = unique_keys(out)
    keyed = out.is_multigraph and not has_ids
    nodes = [(actor, *_actor(actor, values)) for actor, values in out.actors]
    edges = [_tie(tie, out, has_ids, keyed) for tie in out.ties]
    columns = _Attributes([values for _, _, values in nodes], "node", 0)
    ties = _Attributes([values for _, values in edges], "edge", columns.n)
    told = {
        "defaultedgetype": "directed" if out.is_directed else "undirected",
        "mode": "static",
        **({"name": str(out.attributes["name"])} if "name" in out.attributes else {}),
    }
    lines = [
        _HEAD,
        f"    <keywords>{_MANY}</keywords>\n" if out.is_multigraph and not out.has_parallel else "",
        "  </meta>\n",
        f"  <{tag('graph', told, TITLE)}>\n",
        *columns.declared(),
        *ties.declared(),
        "    <nodes>\n",
        *(columns.element({"id": actor, **label}, values) for actor, label, values in nodes),
        "    </nodes>\n    <edges>\n",
        *(ties.element(ends, values) for ends, values in edges),
        "    </edges>\n  </graph>\n</gexf>\n",
    ]
    return "".join(lines).encode("utf-8")


def _actor(actor: str, values: Values) -> tuple[dict[str, str], Values]:
    """The label of an actor and its other values; a name that is its id stays among these."""
    name = values.get("name")
    if not isinstance(name, str) or name in ("", actor):
        return {}, values
    return {"label": name}, {key: value for key, value in values.items() if key != "name"}


def _tie(tie: OutTie, out: Outgoing, has_ids: bool, keyed: bool) -> tuple[dict[str, str], Values]:
    told = {"source": tie.from_id, "target": tie.to_id}
    values = dict(tie.values)
    if has_ids:
        told["id"] = str(tie.key)
    if out.is_mixed:
        told["type"] = "directed" if tie.is_directed else "undirected"
    weight = values.get("weight")
    if isinstance(weight, int | float) and not isinstance(weight, bool):
        told["weight"] = typed_text(values.pop("weight"), TITLE)
    if isinstance(values.get("label"), str) and values["label"]:
        told["label"] = values.pop("label")
    if isinstance(values.get("kind"), str) and values["kind"]:
        # Gephi tells parallel ties apart by it; other programs find it among the attributes.
        told["kind"] = values["kind"]
    if keyed:
        values[KEY] = tie.key
    return told, values


class _Attributes:
    """The declarations of the attributes of actors or ties, and their values."""

    def __init__(self, rows: Iterable[Values], about: str, first: int) -> None:
        listed = list(rows)
        self.about = about
        self._columns = Columns(listed)
        kinds = [(n, self._columns.typed(n, x)[0]) for row in listed for n, x in row.items()]
        self._ids = {key: first + place for place, key in enumerate(dict.fromkeys(kinds))}
        self.n = first + len(self._ids)

    def declared(self) -> list[str]:
        if not self._ids:
            return []
        lines = [
            "      <" + tag("attribute", {"id": str(i), "title": n, "type": kind}, TITLE) + "/>\n"
            for (n, kind), i in self._ids.items()
        ]
        return [f'    <attributes class="{self.about}">\n', *lines, "    </attributes>\n"]

    def element(self, told: Mapping[str, str], values: Values) -> str:
        opening = f"      <{tag(self.about, told, TITLE)}"
        if not values:
            return f"{opening}/>\n"
        lines = []
        for name, value in values.items():
            kind, typed = self._columns.typed(name, value)
            text = typed_text(typed, TITLE, quote=True)
            lines.append(f'          <attvalue for="{self._ids[name, kind]}" value="{text}"/>\n')
        inside = "".join(lines)
        end = f"        </attvalues>\n      </{self.about}>\n"
        return f"{opening}>\n        <attvalues>\n{inside}{end}"
