"""What is shown on the map, as its address says it: numbers and words of ours, no names.

``~`` parts what is chosen, a letter says what it is: ``b.fi~q.us~c.a1,a4~o.p3,2`` shows formal and
informal ties, usable and strained ones, two agencies closed, and p3 with the neighbors of its
neighbors.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypedDict

from collabnet.model.errors import CollabnetError

from ...state.refs import Refs

Drawn = Mapping[str, Sequence[Mapping[str, Any]]]
MANY_TIES = 600
"""With more ties than this the map begins with closed agencies."""
LONGEST = 400  # as long as an argument of an address may be
INITIALS = {"b": "bases", "q": "qualities"}
WORDS = {
    "bases": {"f": "formal", "i": "informal", "u": "unknown"},
    "qualities": {"u": "usable", "s": "strained", "a": "absent"},
}
PLACES = {"r": "relations", "x": "sectors"}
MONTHS = {"f": "from", "t": "to"}


class View(TypedDict):
    """What the map shows: properties of the component."""

    filters: dict[str, Any]
    collapsed: list[str] | None
    focus: dict[str, Any] | None


def values(drawn: Drawn, group: str) -> list[str]:
    """List what can be filtered by place: kinds of tie, or sectors."""
    if group == "sectors":
        return sorted({str(row.get("sector") or "") for row in drawn["agencies"]})
    return sorted({str(row["kind"]) for row in drawn["ties"] if row.get("kind")})


def first_closed(drawn: Drawn) -> list[str] | None:
    """Say which agencies are closed at first: all where ties are many; None for the usual."""
    if len(drawn["ties"]) <= MANY_TIES or not drawn["people"]:
        return None
    return [str(row["id"]) for row in drawn["agencies"]]


def encode(view: Mapping[str, Any], drawn: Drawn, refs: Refs) -> str:
    """Write what is shown for the address; "" for what is usual.

    What doesn't fit into an address, a long list of closed agencies, is left out.
    """
    filters = view.get("filters") or {}
    parts = []
    for letter, group in INITIALS.items():
        if group in filters:
            short = {word: initial for initial, word in WORDS[group].items()}
            parts.append(f"{letter}.{''.join(short[word] for word in filters[group])}")
    for letter, group in PLACES.items():
        if group in filters:
            known = values(drawn, group)
            numbers = [str(known.index(one)) for one in filters[group] if one in known]
            parts.append(f"{letter}.{','.join(numbers)}")
    if "services" in filters:
        parts.append("s." + ",".join(refs.number("s", one) for one in filters["services"]))
    parts += [f"{letter}.{filters[name]}" for letter, name in MONTHS.items() if name in filters]
    if filters.get("least"):
        parts.append(f"l.{int(filters['least'])}")
    if focus := view.get("focus"):
        parts.append(f"o.{refs.short(focus['id'])},{focus.get('steps', 1)}")
    closed = view.get("collapsed")
    if closed is not None and set(closed) != set(first_closed(drawn) or ()):
        listed = "c." + ",".join(sorted(refs.short(one) for one in closed))
        everybody = {row["id"] for row in drawn["agencies"]}
        parts.append("c.all" if set(closed) == everybody else listed)
    code = "~".join(parts)
    return code if len(code) <= LONGEST else "~".join(parts[:-1])


def decode(code: str, drawn: Drawn, refs: Refs) -> View:
    """Read what is shown from the address; what can't be read there is as usual."""
    view: View = {"filters": {}, "collapsed": first_closed(drawn), "focus": None}
    for part in filter(None, code.split("~")):
        letter, _, said = part.partition(".")
        try:
            _read(view, letter, said, drawn, refs)
        except (CollabnetError, ValueError, KeyError, IndexError):
            continue  # an address of other times, or written by hand
    return view


def _read(view: View, letter: str, said: str, drawn: Drawn, refs: Refs) -> None:
    filters, listed = view["filters"], [one for one in said.split(",") if one]
    if letter in INITIALS:
        group = INITIALS[letter]
        filters[group] = [WORDS[group][initial] for initial in said]
    elif letter in PLACES:
        known = values(drawn, PLACES[letter])
        filters[PLACES[letter]] = [known[int(one)] for one in listed]
    elif letter == "s":
        filters["services"] = [refs.id(one) for one in listed]
    elif letter in MONTHS:
        filters[MONTHS[letter]] = said
    elif letter == "l":
        filters["least"] = int(said)
    elif letter == "o":
        ref, _, steps = said.partition(",")
        what = "person" if ref.startswith("p") else "agency"
        view["focus"] = {"what": what, "id": refs.id(ref), "steps": 2 if steps == "2" else 1}
    elif letter == "c":
        agencies: Iterable[Any] = [row["id"] for row in drawn["agencies"]]
        view["collapsed"] = [
            str(one) for one in (agencies if said == "all" else map(refs.id, listed))
        ]
