"""GML: networks of Gephi, Cytoscape, igraph, networkx and of many published data sets."""

import math
from collections.abc import Collection

from collabnet.data.networks.gml_text import (
    GmlError,
    GmlList,
    GmlValue,
    begins_graph,
    escape,
    from_key,
    parse_gml,
    to_key,
)
from collabnet.data.networks.outgoing import CannotHoldError, prepare
from collabnet.data.networks.reading import NetworkReading
from collabnet.data.networks.typed import STRENGTHS, TypedDraft, Values
from collabnet.data.options import Answers
from collabnet.data.sources.opened import Ledgers, Opened
from collabnet.model.network import Network

TITLE = "GML"
_NODE = frozenset({"id", "label", "graphics", "LabelGraphics", "gid"})
_EDGE = frozenset({"source", "target", "key", "directed", "id", "graphics", "LabelGraphics"})
_GRAPH = frozenset({"directed", "multigraph", "node", "edge", "graphics"})
_DRAWING = ("graphics", "LabelGraphics")


def recognise(opened: Opened) -> float:
    """Tell whether a file is GML."""
    return 0.95 if opened.kind in ("text", "table") and begins_graph(opened.text[:4000]) else 0.0


def read(
    opened: Opened, ledgers: Ledgers, answers: Answers, *, merge: bool = False
) -> NetworkReading:
    """Read GML as networkx, Gephi, igraph and others write it.

    The label of an actor is its id where every actor has one of its own, else the number is.
    """
    ledger = ledgers.of()
    draft = TypedDraft(ledger, answers, merge=merge, strengths=(*STRENGTHS, "value"))
    try:
        root = parse_gml(opened.text)
    except GmlError as error:
        ledger.add("gml_syntax", line=error.line, why=str(error))
        return draft.draft.refused()
    graphs = [graph for graph in root.all("graph") if isinstance(graph, GmlList)]
    if len(graphs) != 1:
        said = "there is no graph in it" if not graphs else "there are several graphs in it"
        ledger.add("no_network", format=TITLE, found=said)
        return draft.draft.refused()
    told = {name: value for name, value, _ in graphs[0].pairs}
    is_directed = told.get("directed") == 1
    reader = _Reader(graphs[0], draft, is_directed)
    reader.read()
    draft.check_ends()
    if reader.has_drawing:
        ledger.add("drawing_left_out")
    return draft.finish(
        is_directed=is_directed,
        is_multigraph=True if told.get("multigraph") == 1 else None,
        attributes=reader.values(graphs[0], _GRAPH),
    )


class _Reader:
    def __init__(self, graph: GmlList, draft: TypedDraft, is_directed: bool) -> None:
        self.graph = graph
        self.draft = draft
        self.is_directed = is_directed
        self.has_drawing = False

    def read(self) -> None:
        nodes = [one for one in self.graph.all("node") if isinstance(one, GmlList)]
        edges = [one for one in self.graph.all("edge") if isinstance(one, GmlList)]
        labels = [_first(node, "label") for node in nodes]
        named = all(_is_name(label) for label in labels) and len(set(map(str, labels))) == len(
            nodes
        )
        ids: dict[object, object] = {}
        for node, label in zip(nodes, labels, strict=True):
            number = _first(node, "id")
            actor: object = label if named else number
            values = self.values(node, frozenset({"id", "label"}))
            if not named and _is_name(label):
                values.setdefault("name", label)
            if number in ids:
                # Two actors of one number: the file is refused, as for any id that stands twice.
                self.draft.actor(node.line, ids[number], {})
                continue
            ids[number] = actor
            self.draft.actor(node.line, "" if actor is None else actor, values)
        for edge in edges:
            self._edge(edge, ids)

    def _edge(self, edge: GmlList, ids: dict[object, object]) -> None:
        ends = []
        for name in ("source", "target"):
            end = _first(edge, name)
            # A number that no actor has stands for itself, and is refused as such.
            ends.append("" if end is None else ids.get(end, f"{name} {end}"))
        way = _first(edge, "directed")
        values = self.values(edge, frozenset({"source", "target", "key", "directed"}))
        self.draft.tie(
            edge.line,
            ends[0],
            ends[1],
            values,
            is_directed=self.is_directed if way is None else way == 1,
            key=_first(edge, "key"),
        )

    def values(self, part: GmlList, taken: frozenset[str]) -> Values:
        """The attributes of a part, drawing left out; lists as lists, and lists of pairs so."""
        found: dict[str, list[object]] = {}
        for key, value, _ in part.pairs:
            if key in _DRAWING:
                self.has_drawing = True
            elif key not in taken:
                found.setdefault(from_key(key), []).append(_plain(value))
        return {name: _one(given) for name, given in found.items()}


def _first(part: GmlList, key: str) -> GmlValue | None:
    return next(part.all(key), None)


def _is_name(label: object) -> bool:
    return isinstance(label, str | int | float) and str(label).strip() != ""


def _plain(value: GmlValue) -> object:
    if isinstance(value, GmlList):
        return {from_key(key): _plain(one) for key, one, _ in value.pairs}
    return value


def _one(given: list[object]) -> object:
    """A key that stands several times is a list; networkx marks a list of one."""
    if len(given) == 1:
        return given[0]
    return given[1:] if given[0] == "_networkx_list_start" else given


def write(network: Network, *, leave_out: Collection[str] = ()) -> bytes:
    """Write GML as networkx, igraph and Gephi read it.

    Names of attributes that GML has no way to write are written with codes for their characters,
    and so read back.

    Raises
    ------
    CollabnetError
        If the format can't hold something: ties with and without direction, truth values, lists.
    """
    out = prepare(network, TITLE, leave_out=leave_out, types=(str, int, float))
    if out.is_mixed:
        raise CannotHoldError(TITLE, "ties with direction beside others without", "direction")
    numbers = {actor: place for place, (actor, _) in enumerate(out.actors)}
    lines = ["graph ["]
    lines += ["  directed 1"] if out.is_directed else []
    lines += ["  multigraph 1"] if out.is_multigraph else []
    lines += _pairs(out.attributes, _GRAPH, "  ")
    for actor, values in out.actors:
        lines += ["  node [", f"    id {numbers[actor]}", f'    label "{escape(actor)}"']
        lines += [*_pairs(values, _NODE, "    "), "  ]"]
    for tie in out.ties:
        lines += ["  edge [", f"    source {numbers[tie.from_id]}"]
        lines += [f"    target {numbers[tie.to_id]}"]
        if out.is_multigraph:
            key = tie.key if isinstance(tie.key, int | str) else str(tie.key)
            lines += [f"    key {_written(key)}"]
        lines += [*_pairs(tie.values, _EDGE, "    "), "  ]"]
    return "\n".join([*lines, "]", ""]).encode("ascii")


def _pairs(values: Values, taken: frozenset[str], indent: str) -> list[str]:
    return [f"{indent}{to_key(name, taken)} {_written(one)}" for name, one in values.items()]


def _written(value: object) -> str:
    if isinstance(value, float):
        if not math.isfinite(value):
            return "NAN" if math.isnan(value) else ("+INF" if value > 0 else "-INF")
        text = repr(value)
        # GML has no exponent without a point before it.
        return text.replace("e", ".0e") if "e" in text and "." not in text else text
    if isinstance(value, int):
        return str(value)
    return f'"{escape(str(value))}"'
