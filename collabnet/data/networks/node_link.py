"""Node-link JSON: networks of networkx, of D3 and its relatives, and of Cytoscape."""

import json
import math
from collections.abc import Collection, Hashable, Mapping
from typing import Any

from collabnet.data.networks.json_lines import entry_lines
from collabnet.data.networks.outgoing import CannotHoldError, prepare
from collabnet.data.networks.reading import NetworkReading
from collabnet.data.networks.typed import STRENGTHS, TypedDraft, Values, as_cell, own_values
from collabnet.data.options import Answers
from collabnet.data.sources.json_text import parse_json
from collabnet.data.sources.opened import Ledgers, Opened
from collabnet.model.errors import CollabnetError
from collabnet.model.network import Network

TITLE = "node-link JSON"
_TIES = ("edges", "links")
_OF_ACTORS = ("id",)
_OF_TIES = ("source", "target", "key")
"""Words of the format, which no attribute can have."""
_ANY = (str, bool, int, float, list, dict, type(None))


def recognise(opened: Opened) -> float:
    """Tell whether a file is node-link JSON, or JSON of Cytoscape."""
    if opened.kind != "json":
        return 0.0
    head, tail = opened.text[:20_000], opened.text[-20_000:]
    has_ties = any(f'"{name}"' in head or f'"{name}"' in tail for name in _TIES)
    return 0.9 if '"nodes"' in head + tail and has_ties else 0.0


def read(
    opened: Opened, ledgers: Ledgers, answers: Answers, *, merge: bool = False
) -> NetworkReading:
    """Read node-link JSON: lists ``nodes`` and ``edges`` (or ``links``) of objects.

    Where nodes have no id, ties name them by their place in the list, as in old files of D3.
    """
    ledger = ledgers.of()
    # Files of D3 call the strength of a tie its value.
    draft = TypedDraft(ledger, answers, merge=merge, strengths=(*STRENGTHS, "value"))
    found = parse_json(opened.text, ledger)
    if found is None:
        return draft.draft.refused()
    reader = _Reader(found, opened.text, draft)
    if reader.refusal:
        ledger.add("no_network", format=TITLE, found=reader.refusal)
        return draft.draft.refused()
    is_directed = _direction(reader.top, draft, answers)
    reader.read(is_directed)
    if reader.has_ids:
        draft.check_ends()
    many = reader.top.get("multigraph")
    told = reader.top.get("graph")
    return draft.finish(
        is_directed=is_directed,
        is_stated=True,
        is_multigraph=many if isinstance(many, bool) else None,
        attributes=told if isinstance(told, dict) else {},
    )


def _direction(top: Mapping[str, Any], draft: TypedDraft, answers: Answers) -> bool:
    told = top.get("directed")
    if isinstance(told, bool):
        return told
    if answer := answers.text("", "directed"):
        return answer == "yes"
    draft.ledger.add("direction_not_said", found="without")
    return False


class _Reader:
    def __init__(self, found: object, text: str, draft: TypedDraft) -> None:
        self.draft = draft
        self.top: Mapping[str, Any] = found if isinstance(found, dict) else {}
        self.refusal = ""
        self.prefix = ""
        part = self.top
        if isinstance(part.get("elements"), dict):
            part, self.prefix = part["elements"], "elements."
        nodes = part.get("nodes")
        named = [name for name in _TIES if isinstance(part.get(name), list)]
        self.has_drawing = False
        if not isinstance(nodes, list):
            self.refusal = "it needs a list called nodes"
            return
        if len(named) != 1:
            self.refusal = f"it needs one list called edges or links; it has {len(named)}"
            return
        lines = entry_lines(text)
        self.nodes = self._entries(nodes, "nodes", lines)
        self.ties = self._entries(part[named[0]], named[0], lines)
        self.has_ids = any("id" in node for node, _ in self.nodes)

    def _entries(
        self, given: list[object], name: str, lines: Mapping[str, list[int]]
    ) -> list[tuple[Values, int]]:
        """The objects of a list, what Cytoscape calls their data, and the line of each."""
        places = iter(lines.get(f"{self.prefix}{name}", []))
        entries = []
        for one in given:
            if not isinstance(one, dict):
                at = self.draft.place(1, [as_cell(one)])
                self.draft.ledger.add("not_an_entry", at, expected="keys and values")
                continue
            data = one.get("data")
            values = dict(data) if isinstance(data, dict) else dict(one)
            self.has_drawing = self.has_drawing or (isinstance(data, dict) and len(one) > 1)
            entries.append((values, next(places, 1)))
        return entries

    def read(self, is_directed: bool) -> None:
        by_place: list[object] = []
        for node, line in self.nodes:
            actor = node.get("id", node.get("name") if not self.has_ids else None)
            by_place.append(actor)
            if actor is None:
                at = self.draft.place(line, [as_cell(one) for one in node.values()])
                self.draft.ledger.add("not_an_entry", at, expected="an id")
                continue
            values = own_values(node, "id")
            if not self.has_ids:
                values = own_values(values, "name")
            self.draft.actor(line, _hashable(actor), values)
        many = self.top.get("multigraph") is True
        for tie, line in self.ties:
            self._tie(tie, line, by_place, is_directed, many)
        if self.has_drawing:
            self.draft.ledger.add("drawing_left_out")

    def _tie(
        self, tie: Values, line: int, by_place: list[object], is_directed: bool, many: bool
    ) -> None:
        ends = []
        for name in ("source", "target"):
            end = tie.get(name)
            if isinstance(end, dict):  # D3 puts the nodes themselves there while it runs
                end = end.get("id", end.get("name"))
            elif not self.has_ids and isinstance(end, int) and 0 <= end < len(by_place):
                end = by_place[end]
            ends.append("" if end is None else _hashable(end))
        values = own_values(tie, "source", "target")
        if isinstance(values.get("directed"), bool):
            is_directed = values.pop("directed")
        key = values.pop("key", None) if many else None
        self.draft.tie(line, ends[0], ends[1], values, is_directed=is_directed, key=_hashable(key))


def _hashable(value: object) -> Hashable:
    """An id as it is, or as text where it is a list or an object."""
    if value is None or isinstance(value, str | bool | int | float):
        return value
    return json.dumps(value, ensure_ascii=False)


def write(network: Network, *, leave_out: Collection[str] = ()) -> bytes:
    """Write node-link JSON as networkx reads it; every type of JSON is kept, ids included.

    Raises
    ------
    CollabnetError
        If a value is none that JSON has: not a number, infinity, half a character.
    """
    out = prepare(network, TITLE, leave_out=leave_out, types=_ANY)
    _check_words([values for _, values in out.actors], _OF_ACTORS)
    _check_words([tie.values for tie in out.ties], _OF_TIES)
    typed = dict(zip((actor for actor, _ in out.actors), network.actor_ids, strict=True))
    ids = {text: one if isinstance(one, str | bool | int) else text for text, one in typed.items()}
    nodes = [{**values, "id": ids[actor]} for actor, values in out.actors]
    edges = []
    for tie in out.ties:
        told: Values = {"source": ids[tie.from_id], "target": ids[tie.to_id]}
        if out.is_multigraph:
            told["key"] = tie.key if isinstance(tie.key, str | int) else str(tie.key)
        if out.is_mixed and not tie.is_directed:
            told["directed"] = False
        edges.append({**tie.values, **told})
    parts = [
        f'"directed": {as_json(out.is_directed)}',
        f'"multigraph": {as_json(out.is_multigraph)}',
        f'"graph": {as_json(out.attributes)}',
        f'"nodes": [{_lines(nodes)}]',
        f'"edges": [{_lines(edges)}]',
    ]
    return ("{" + ",\n".join(parts) + "}\n").encode("utf-8")


def _check_words(rows: list[Values], words: Collection[str]) -> None:
    taken = next((word for word in words for values in rows if word in values), "")
    if taken:
        raise CannotHoldError(TITLE, f"an attribute called {taken}, a word of its own", taken)


def _lines(entries: list[Values]) -> str:
    """Entries, one to a line."""
    return "\n" + ",\n".join(map(as_json, entries)) + "\n" if entries else ""


def as_json(value: object) -> str:
    """Write a value as JSON on one line.

    Raises
    ------
    CollabnetError
        If it is none that JSON has.
    """
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False)
        text.encode("utf-8")
    except (TypeError, ValueError) as error:
        what = "a number that is none" if _has_no_number(value) else "a value"
        raise CollabnetError(
            f"JSON can't hold {what} of {ascii(value)[:120]}. Correct it, or leave its attribute "
            "out."
        ) from error
    return text


def _has_no_number(value: object) -> bool:
    if isinstance(value, dict):
        return any(map(_has_no_number, value.values()))
    if isinstance(value, list):
        return any(map(_has_no_number, value))
    return isinstance(value, float) and not math.isfinite(value)
