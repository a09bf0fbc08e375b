"""Actors and ties whose attributes have types: what formats other than plain text share."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from collabnet.data.issues import Ledger
from collabnet.data.networks.reading import NetworkDraft, NetworkReading, ReadTie
from collabnet.data.networks.reading_drafts import number_text
from collabnet.data.options import Answers
from collabnet.data.sources.json_text import WrittenNumber
from collabnet.model.network import Network
from collabnet.model.vocabulary import plain

Values = dict[str, Any]
STRENGTHS = ("strength", "weight")
"""Attributes that say how strong a tie is: our word for it, then that of most programs."""
_NUMERIC = re.compile(r"[^\w]*\d[^a-z]*(e[+-]?\d+)?[^a-z]*", re.IGNORECASE)


@dataclass
class _Tie:
    at: int
    from_id: str
    to_id: str
    values: Values
    is_directed: bool
    key: object


class TypedDraft:
    """Actors and ties of a file while it is read, with values as the file types them.

    Checks are those of :class:`NetworkDraft`; the network that comes out keeps numbers as
    numbers. An attribute called weight becomes the strength of ties, if it holds numbers and
    none is called strength.

    Examples
    --------
    >>> draft = TypedDraft(Ledger("ties.json"), Answers())
    >>> draft.tie(1, "clinic", "outreach", {"weight": 2, "urgent": True})
    >>> draft.finish().network.ties.to_dict("records")
    [{'from_id': 'clinic', 'to_id': 'outreach', 'strength': 2, 'urgent': True}]
    """

    def __init__(
        self,
        ledger: Ledger,
        answers: Answers,
        *,
        merge: bool = False,
        strengths: Sequence[str] = STRENGTHS,
    ) -> None:
        self.draft = NetworkDraft(ledger, answers, merge=merge)
        self.ledger = ledger
        self.ids: dict[str, object] = {}
        """For each actor the id in the type that the file gives it."""
        self._strengths = strengths
        self._actors: dict[int, Values] = {}
        self._ties: list[_Tie] = []

    def place(self, line: int, cells: Sequence[str], row: int | None = None) -> int:
        """Give a new position, for an entry that is going to be rejected."""
        return self.draft.place(line, cells, row)

    def actor(self, line: int, actor_id: object, values: Values, *, at: int | None = None) -> None:
        """Declare an actor; ``at`` is its position where it has one already."""
        name = as_cell(actor_id)
        if at is None:
            at = self.draft.place(line, [name, *map(as_cell, values.values())])
        self._actors[at] = values
        self.ids.setdefault(name, actor_id)
        self.draft.actor(at, name, {key: as_cell(value) for key, value in values.items()})

    def tie(
        self,
        line: int,
        from_id: object,
        to_id: object,
        values: Values,
        *,
        is_directed: bool = True,
        key: object = None,
        at: int | None = None,
    ) -> None:
        """Add a tie; its ends need not have been declared."""
        ends = as_cell(from_id), as_cell(to_id)
        if at is None:
            at = self.draft.place(line, [*ends, *map(as_cell, values.values())])
        for name, end in zip(ends, (from_id, to_id), strict=True):
            self.ids.setdefault(name, end)
        self._ties.append(_Tie(at, *ends, dict(values), is_directed, key))

    def check_ends(self) -> None:
        """Refuse the file where a tie names an actor that it doesn't declare."""
        for tie in self._ties:
            for end in (tie.from_id, tie.to_id):
                if end.strip() and not self.draft.has(end):
                    self.ledger.add("unknown_end", tie.at, value=end)
                    return

    def finish(
        self,
        *,
        is_directed: bool = True,
        is_stated: bool = False,
        is_multigraph: bool | None = None,
        attributes: Values | None = None,
    ) -> NetworkReading:
        """Check everything and give the network, its values as they were typed.

        ``is_stated`` tells that the file itself says that the network has direction, whatever
        its ties have. Without ``is_multigraph`` it is one when ties run parallel.
        """
        strength = self._strength()
        for tie in self._ties:
            told = {key: as_cell(value) for key, value in tie.values.items() if key != strength}
            relation = told.pop("relation", "")
            self.draft.tie(
                tie.at,
                tie.from_id,
                tie.to_id,
                relation=relation,
                strength=as_cell(tie.values.get(strength)),
                attributes=told,
                is_directed=tie.is_directed,
            )
        reading = self.draft.finish(is_directed=is_directed)
        if reading.network is not None:
            told = plain_values(attributes or {})
            way = reading.network.is_directed or (is_stated and is_directed)
            reading.network = self._network(reading, strength, way, is_multigraph, told)
        return reading

    def _strength(self) -> str:
        """The attribute that is the strength of ties; empty if there is none."""
        for wanted in self._strengths:
            names = {name for tie in self._ties for name in tie.values if plain(name) == wanted}
            name = min(names, key=lambda one: (one != wanted, one), default="")
            if not name:
                continue
            given = [tie.values[name] for tie in self._ties if name in tie.values]
            if any(_is_number(value) for value in given) or not any(map(as_cell, given)):
                if wanted not in STRENGTHS:
                    self.ledger.add("strength_from", value=name)
                return name
            if wanted in STRENGTHS:
                self._keep_words(name, as_cell(given[0]))
        return ""

    def _keep_words(self, name: str, first: str) -> None:
        kept = f"{name}_in_file"
        self.ledger.add("strength_in_words", column=name, value=first, found=kept)
        for tie in self._ties:
            if name in tie.values:
                tie.values[kept] = tie.values.pop(name)

    def _network(
        self,
        reading: NetworkReading,
        strength: str,
        is_directed: bool,
        is_multigraph: bool | None,
        attributes: Values,
    ) -> Network:
        ties = {tie.at: tie for tie in self._ties}
        kept = [(ties[tie.at], tie) for tie in reading.ties]
        if is_multigraph is None:
            is_multigraph = _has_parallel(reading.ties)
        made = []
        for place, (tie, checked) in enumerate(kept):
            values = self._values(tie, strength, checked.number)
            if not is_multigraph and tie.key is not None and "id" not in values:
                values["id"] = tie.key
            key = (place if tie.key is None else tie.key) if is_multigraph else 0
            ends = self.ids[tie.from_id], self.ids[tie.to_id]
            if is_directed and not tie.is_directed:
                values["directed"] = "no"
                if tie.from_id != tie.to_id:
                    made.append((ends[1], ends[0], key, dict(values)))
            made.append((*ends, key, values))
        return Network(
            [
                (self.ids[one.actor_id], plain_values(self._actors.get(one.at, {})))
                for one in reading.actors
            ],
            made,
            is_directed=is_directed,
            is_multigraph=is_multigraph,
            attributes=attributes,
        )

    @staticmethod
    def _values(tie: _Tie, strength: str, number: float) -> Values:
        """The values of a tie, its strength in the place where the file has it."""
        values: Values = {}
        for name, value in tie.values.items():
            if name != strength:
                values[name] = value
            elif number == number:
                values["strength"] = _same_number(value, number)
        return plain_values(values)


def _has_parallel(ties: Sequence[ReadTie]) -> bool:
    seen: set[tuple[str, str]] = set()
    for tie in ties:
        ends = (tie.from_id, tie.to_id)
        both = {ends} if tie.is_directed else {ends, ends[::-1]}
        if seen & both:
            return True
        seen |= both
    return False


def _same_number(value: object, number: float) -> object:
    """The value as the file types it, where it is that number; else the number as it was read."""
    typed = isinstance(value, int | float) and not isinstance(value, bool) and value == number
    if not typed:
        return int(number) if number == int(number) and isinstance(value, int) else number
    return float(value) if isinstance(value, float) else value


def _is_number(value: object) -> bool:
    if isinstance(value, bool):
        return False
    return isinstance(value, int | float) or (
        isinstance(value, str) and _NUMERIC.fullmatch(value) is not None
    )


def as_cell(value: object) -> str:
    """Write a value as the text that a cell holds; lists of texts as a coalition's files do.

    Examples
    --------
    >>> as_cell(True), as_cell(2.0), as_cell(["a", "b"]), as_cell(None), as_cell({"x": 1})
    ('true', '2', 'a;b', '', '{"x": 1}')
    """
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, WrittenNumber):
        return value.text
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number_text(value) if abs(value) < float("inf") else str(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list | tuple) and not any(isinstance(one, list | dict) for one in value):
        return ";".join(map(as_cell, value))
    return json.dumps(value, ensure_ascii=False, default=str)


def own_values(values: Mapping[str, Any], *left_out: str) -> Values:
    """Give a copy of values without some of them."""
    return {name: value for name, value in values.items() if name not in left_out}


def plain_values(values: Mapping[str, Any]) -> Values:
    """Give values whose numbers are plain ones, whatever they remember of how they were written."""
    return {name: _plain_value(value) for name, value in values.items()}


def _plain_value(value: object) -> object:
    if isinstance(value, WrittenNumber):
        return float(value)
    if isinstance(value, list):
        return [_plain_value(one) for one in value]
    if isinstance(value, dict):
        return plain_values(value)
    return value
