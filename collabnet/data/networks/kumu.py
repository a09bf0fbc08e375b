"""Kumu's JSON blueprint: elements, and the connections between them."""

import json
from collections.abc import Collection, Mapping
from typing import Any

from collabnet.data.networks.json_lines import entry_lines
from collabnet.data.networks.kumu_sheets import WORDS, labelled, mutual
from collabnet.data.networks.node_link import as_json
from collabnet.data.networks.outgoing import CannotHoldError, prepare, unique_keys
from collabnet.data.networks.reading import NetworkReading
from collabnet.data.networks.typed import TypedDraft, Values, as_cell, own_values
from collabnet.data.options import Answers
from collabnet.data.sources.json_text import parse_json
from collabnet.data.sources.opened import Ledgers, Opened
from collabnet.model.network import Network
from collabnet.model.vocabulary import plain

TITLE = "a Kumu blueprint"
_RENAMED = {"element type": "type", "connection type": "kind"}
_OF_ELEMENTS = ("id", "_id", "label", "attributes")
_OF_CONNECTIONS = ("from", "to", "_id", "attributes", "type", "id")
_ANY = (str, bool, int, float, list, dict, type(None))


def recognise(opened: Opened) -> float:
    """Tell whether a file is a blueprint of Kumu's."""
    if opened.kind != "json":
        return 0.0
    words = ('"elements"', '"connections"')
    head, tail = opened.text[:200_000], opened.text[-200_000:]
    return 0.95 if all(word in head or word in tail for word in words) else 0.0


def read(
    opened: Opened, ledgers: Ledgers, answers: Answers, *, merge: bool = False
) -> NetworkReading:
    """Read a blueprint, one written by hand or the backup of a project.

    Connections name elements by id, else by label. What a backup holds besides is left out,
    which is noted.
    """
    ledger = ledgers.of()
    draft = TypedDraft(ledger, answers, merge=merge)
    found = parse_json(opened.text, ledger)
    if found is None:
        return draft.draft.refused()
    top: Mapping[str, Any] = found if isinstance(found, dict) else {}
    if not isinstance(top.get("elements"), list) or not isinstance(top.get("connections"), list):
        said = "it needs the lists elements and connections"
        ledger.add("no_network", format=TITLE, found=said)
        return draft.draft.refused()
    reader = _Reader(draft, answers, entry_lines(opened.text))
    reader.elements(top["elements"])
    reader.connections(top["connections"])
    for name, part in top.items():
        if name not in ("elements", "connections") and isinstance(part, list | dict) and part:
            ledger.add("part_left_out", value=name)
    return draft.finish(is_directed=True)


class _Reader:
    def __init__(self, draft: TypedDraft, answers: Answers, lines: Mapping[str, list[int]]) -> None:
        self.draft = draft
        self.lines = lines
        self.stated = answers.text("", "directed")
        self.ids: set[object] = set()
        self.labelled: dict[str, list[object]] = {}

    def elements(self, given: list[object]) -> None:
        for one, line in self._entries(given, "elements"):
            values = _flat(one, _OF_ELEMENTS)
            label = one.get("label", _attributes(one).get("label"))
            actor = one.get("id", one.get("_id", label))
            if actor is None or isinstance(actor, list | dict):
                at = self.draft.place(line, [json.dumps(one, ensure_ascii=False)])
                self.draft.ledger.add("not_an_entry", at, expected="a label")
                continue
            if isinstance(label, str):
                self.labelled.setdefault(label, []).append(actor)
                if label != actor:
                    values.setdefault("name", label)
            self.ids.add(actor)
            self.draft.actor(line, actor, values)

    def connections(self, given: list[object]) -> None:
        silent = 0
        for one, line in self._entries(given, "connections"):
            word = one.get("direction")
            is_directed = WORDS.get(plain(as_cell(word)))
            values = _flat(one, (*_OF_CONNECTIONS, "direction"))
            if "type" in one:
                values.setdefault("kind", one["type"])
            if word and is_directed is None:
                at = self.draft.place(line, [as_cell(word)])
                told = {"expected": "directed, undirected or mutual"}
                self.draft.ledger.add(
                    "direction_word",
                    at,
                    column="direction",
                    value=as_cell(word),
                    **told,  # type: ignore[arg-type] # facts
                )
                continue
            if is_directed is None:
                silent += 1
                is_directed = self.stated != "no"
            if plain(as_cell(word)) == "mutual":
                values["direction"] = "mutual"
            start, end = (self._meant(one.get(name)) for name in ("from", "to"))
            key = one.get("id", one.get("_id"))
            key = key if isinstance(key, str | int) else None
            self.draft.tie(line, start, end, values, is_directed=is_directed, key=key)
        if silent and not self.stated:
            self.draft.ledger.add("direction_not_said", found="with")

    def _entries(self, given: list[object], name: str) -> list[tuple[Values, int]]:
        places = iter(self.lines.get(name, []))
        entries = []
        for one in given:
            if isinstance(one, dict):
                entries.append((one, next(places, 1)))
            else:
                at = self.draft.place(1, [as_cell(one)])
                self.draft.ledger.add("not_an_entry", at, expected="keys and values")
        return entries

    def _meant(self, end: object) -> object:
        if end is None or isinstance(end, list | dict):
            return ""
        others = self.labelled.get(end, []) if isinstance(end, str) else []
        if end in self.ids or not others:
            return end
        if len(others) > 1:
            self.draft.ledger.add("choose_actor_label", value=as_cell(end))
        return others[0]


def _attributes(one: Values) -> Values:
    """What backups keep apart: the fields of an element or a connection."""
    inside = one.get("attributes")
    return dict(inside) if isinstance(inside, dict) else {}


def _flat(one: Values, taken: tuple[str, ...]) -> Values:
    inside = own_values(_attributes(one), "label") if "label" in taken else _attributes(one)
    values = {_RENAMED.get(name, name): value for name, value in inside.items()}
    return {**own_values(one, *taken), **values}


def write(network: Network, *, leave_out: Collection[str] = ()) -> bytes:
    """Write a blueprint as Kumu takes it; the kind of a tie is its type.

    Raises
    ------
    CollabnetError
        If an attribute has a name that means something else to Kumu.
    """
    out = prepare(
        network, TITLE, leave_out=leave_out, types=_ANY, strength="strength", graph_names=()
    )
    labels, rows = labelled(out)
    elements, connections = [], []
    for label, (actor, _), values in zip(labels, out.actors, rows, strict=True):
        _check(values, _OF_ELEMENTS)
        own: Values = {"label": label} if label == actor else {"id": actor, "label": label}
        elements.append({**own, **values})
    has_ids = out.has_parallel and unique_keys(out)
    for tie in out.ties:
        values = own_values(tie.values, *mutual(tie.values))
        _check(values, ("direction", *_OF_CONNECTIONS[: 6 if has_ids else 5]))
        word = "directed" if tie.is_directed else "undirected"
        told: Values = {
            "from": tie.from_id,
            "to": tie.to_id,
            "direction": "mutual" if len(values) < len(tie.values) else word,
        }
        if has_ids:
            told["id"] = tie.key if isinstance(tie.key, int | str) else str(tie.key)
        if "kind" in values:
            told["type"] = values.pop("kind")
        connections.append({**told, **values})
    parts = [
        f'"elements": [\n{_lines(elements)}\n]',
        f'"connections": [\n{_lines(connections)}\n]',
    ]
    return ("{" + ",\n".join(parts) + "}\n").encode("utf-8")


def _check(values: Values, words: tuple[str, ...]) -> None:
    for word in words:
        if word in values:
            raise CannotHoldError(TITLE, f"an attribute called {word}, a word of its own", word)


def _lines(entries: list[Values]) -> str:
    return ",\n".join(map(as_json, entries))
