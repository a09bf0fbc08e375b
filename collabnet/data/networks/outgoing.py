"""A network on its way out: what every writer of a network file asks of it first."""

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from collabnet.data.issues import listed, shown
from collabnet.data.networks.typed import Values, as_cell, plain_values
from collabnet.model.errors import CollabnetError
from collabnet.model.network import Network

_HOLD_MOST = ("GraphML", "node-link JSON")
ALL = "attributes"
"""What to leave out when every attribute that a format can't hold may go."""


class CannotHoldError(CollabnetError):
    """A format can't hold something of a network; ``drop`` is what would have to be left out."""

    def __init__(self, title: str, what: str, drop: str) -> None:
        self.drop = drop
        others = " or ".join(one for one in _HOLD_MOST if one != title)
        super().__init__(
            f"{title} can't hold {what}. Agree to leave that out (--drop {shown(drop)}, or "
            f"leave_out=[{drop!r}]), or choose {others}."
        )


@dataclass(frozen=True)
class OutTie:
    """A tie to be written; of one without direction the ends stand in the order of the network."""

    from_id: str
    to_id: str
    key: Hashable
    values: Values
    is_directed: bool


@dataclass(frozen=True)
class Outgoing:
    """What is to be written, checked: ids as text, ties without direction once."""

    actors: list[tuple[str, Values]]
    ties: list[OutTie]
    is_directed: bool
    is_multigraph: bool
    attributes: Values = field(default_factory=dict)

    @cached_property
    def is_mixed(self) -> bool:
        """Whether some ties of a network with direction have none."""
        return any(tie.is_directed != self.is_directed for tie in self.ties)

    @cached_property
    def has_parallel(self) -> bool:
        """Whether two ties have the same ends."""
        ends = [
            (t.from_id, t.to_id) if self.is_directed else tuple(sorted((t.from_id, t.to_id)))
            for t in self.ties
        ]
        return len(set(ends)) < len(ends)


def prepare(
    network: Network,
    title: str,
    *,
    leave_out: Collection[str] = (),
    types: tuple[type, ...] = (str, bool, int, float),
    strength: str = "weight",
    graph_names: Collection[str] | None = None,
) -> Outgoing:
    """Bring a network into the form in which a format can write it.

    ``graph_names`` are the attributes of the network as a whole that the format can hold; all,
    if None. ``types`` are those of the values that the format can hold, ``strength`` is its word
    for the strength of ties; a tie that has that word already keeps both.

    Raises
    ------
    CannotHoldError
        If something would be lost that ``leave_out`` does not name.
    """
    ids = _ids(network, title)
    keep = _Keeper(title, leave_out, types)
    attributes = dict(network.attributes)
    if graph_names is not None and ALL not in leave_out:
        for name in attributes:
            if name not in graph_names and name not in leave_out:
                raise CannotHoldError(
                    title, f"{shown(str(name))}, which is said of the network", name
                )
    actors = [(ids[actor], keep.values(values)) for actor, values in network.named_actors]
    ties = [
        OutTie(ids[u], ids[v], key, keep.values(renamed(values, strength)), is_directed)
        for u, v, key, values, is_directed in told_once(network)
    ]
    held = {n: x for n, x in attributes.items() if graph_names is None or n in graph_names}
    told = keep.values(held)
    keep.check()
    return Outgoing(actors, ties, network.is_directed, network.is_multigraph, told)


def told_once(
    network: Network,
) -> list[tuple[Hashable, Hashable, Hashable, Values, bool]]:
    """Give ties with their direction; one that leads both ways without direction stands once.

    In a network with both sorts of ties such a tie is a pair marked ``directed: no``.
    """
    ties = network.keyed_ties
    waiting: dict[object, list[int]] = defaultdict(list)
    gone: set[int] = set()
    for place, (u, v, key, values) in enumerate(ties):
        if not _is_loose(network, values) or u == v:
            continue
        back = waiting[(v, u, key)]
        match = next((one for one in back if ties[one][3] == values), None)
        if match is None:
            waiting[(u, v, key)].append(place)
        else:
            back.remove(match)
            gone.add(match)
    single = {place for places in waiting.values() for place in places}
    found = []
    for place, (u, v, key, values) in enumerate(ties):
        if place in gone:
            continue
        loose = _is_loose(network, values) and place not in single
        told = {n: x for n, x in values.items() if not (loose and n == "directed")}
        found.append((u, v, key, told, network.is_directed and not loose))
    return found


def renamed(values: Mapping[str, Any], strength: str) -> Values:
    """Call the strength of a tie as a program does, unless the tie has that word already."""
    if strength in values or "strength" not in values:
        return dict(values)
    return {strength if name == "strength" else name: value for name, value in values.items()}


def names_of(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """Give the names of the attributes that any of several rows has, in the order of the rows."""
    return list(dict.fromkeys(name for values in rows for name in values))


def check_whole(text: str, title: str) -> None:
    """Refuse text with half of a character that takes two: no file can hold it.

    Raises
    ------
    CollabnetError
        If it has one.
    """
    if any("\ud800" <= one <= "\udfff" for one in text):
        raise CollabnetError(
            f"{title} can't hold half a character, which stands in {text[:60]!a}. Remove it."
        )


def unique_keys(out: Outgoing) -> bool:
    """Tell whether the keys of the ties can be their ids in a file, whole numbers included."""
    if not out.is_multigraph:
        return False
    kept = all(_is_id(tie.key) for tie in out.ties)
    return kept and max(Counter(str(tie.key) for tie in out.ties).values(), default=0) <= 1


def _is_id(key: object) -> bool:
    """Whether a key comes back from text as it was."""
    return key_of(str(key)) == key and not isinstance(key, bool) and str(key).strip() != ""


def key_of(text: str) -> int | str:
    """Give the key that a text stands for: a whole number if it is written as one.

    Examples
    --------
    >>> key_of("7"), key_of("007"), key_of("e7")
    (7, '007', 'e7')
    """
    short = text.isascii() and text.isdigit() and len(text) < 19
    return int(text) if short and str(int(text)) == text else text


class _Keeper:
    """Collect the attributes that a format can't hold, and leave out those that may go."""

    def __init__(self, title: str, leave_out: Collection[str], types: tuple[type, ...]) -> None:
        self.title = title
        self.leave_out = set(leave_out)
        self.types = types
        self.wrong: dict[str, str] = {}

    def values(self, values: Mapping[Any, Any]) -> Values:
        kept: Values = {}
        for name, value in values.items():
            plain = value.item() if isinstance(value, np.generic) else value
            if name in self.leave_out:
                continue
            if isinstance(name, str) and type(plain) in self.types:
                check_whole(name, self.title)
                if isinstance(plain, str):
                    check_whole(plain, self.title)
                kept[name] = plain
            elif ALL not in self.leave_out:
                self.wrong.setdefault(str(name), _type_name(plain))
        return plain_values(kept)

    def check(self) -> None:
        if self.wrong:
            said = [f"{shown(name)} ({kind})" for name, kind in sorted(self.wrong.items())]
            what = f"the attribute {said[0]}" if len(said) == 1 else f"attributes {listed(said)}"
            drop = next(iter(self.wrong)) if len(said) == 1 else ALL
            raise CannotHoldError(self.title, what, drop)


def _type_name(value: object) -> str:
    names = {list: "a list", tuple: "a list", dict: "values inside values", type(None): "nothing"}
    return names.get(type(value), f"of type {type(value).__name__}")


def _ids(network: Network, title: str) -> dict[Hashable, str]:
    ids = {actor: as_cell(actor) for actor in network.actor_ids}
    for one in ids.values():
        check_whole(one, title)
    if any(not one.strip() for one in ids.values()):
        raise CollabnetError(f"{title} needs an id for every actor; one is blank. Give it an id.")
    if len(set(ids.values())) < len(ids):
        twice = next(one for one, n in Counter(ids.values()).items() if n > 1)
        raise CollabnetError(
            f"{title} writes ids as text, and two actors have ids that read {shown(twice)!r}. "
            "Rename one of them."
        )
    return ids


def _is_loose(network: Network, values: Mapping[str, Any]) -> bool:
    return network.is_directed and values.get("directed") == "no"
