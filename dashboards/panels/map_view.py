"""What the map shows: everybody, or agencies alone where the ties are too many to read."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from ..components.network_map import Elements

View = Literal["people", "agencies"]
Drawn = Mapping[str, Sequence[Mapping[str, Any]]]
MANY = 600
"""With more ties than this the map begins with agencies alone."""


def first_view(drawn: Drawn) -> View:
    """Choose how the map begins."""
    return "agencies" if len(drawn["ties"]) > MANY else "people"


def elements(drawn: Drawn, view: str) -> Elements:
    """Give what is on the map; with agencies alone, one line for all ties alike of two of them."""
    if view == "people":
        return {"agencies": drawn["agencies"], "people": drawn["people"], "ties": drawn["ties"]}  # type: ignore[typeddict-item]
    ties = [_line(name, found, drawn) for name, found in lines(drawn).items()]
    return {"agencies": drawn["agencies"], "people": [], "ties": ties}  # type: ignore[typeddict-item]


def lines(drawn: Drawn) -> dict[str, list[Mapping[str, Any]]]:
    """Gather the ties between agencies by their ends, direction, basis and quality."""
    home = _homes(drawn)
    found: dict[str, list[Mapping[str, Any]]] = {}
    for tie in drawn["ties"]:
        ends = [home[tie["from"]], home[tie["to"]]]
        if ends[0] == ends[1]:
            continue
        if not tie.get("directed"):
            ends.sort()
        alike = (*ends, tie.get("directed"), tie.get("basis"), tie.get("quality"))
        found.setdefault("line:" + ":".join(map(str, alike)), []).append(tie)
    return found


def _homes(drawn: Drawn) -> dict[str, str]:
    home = {str(agency["id"]): str(agency["id"]) for agency in drawn["agencies"]}
    return home | {str(person["id"]): str(person["agency"]) for person in drawn["people"]}


def _line(name: str, ties: Sequence[Mapping[str, Any]], drawn: Drawn) -> dict[str, Any]:
    home, first = _homes(drawn), ties[0]
    ends = [home[first["from"]], home[first["to"]]]
    if not first.get("directed"):
        ends.sort()
    kinds = {tie.get("kind") for tie in ties}
    return {
        "id": name,
        "from": ends[0],
        "to": ends[1],
        "kind": first.get("kind") if len(kinds) == 1 else "ties of several kinds",
        "basis": first.get("basis"),
        "quality": first.get("quality"),
        "strength": sum(float(tie.get("strength") or 1.0) for tie in ties),
        "directed": bool(first.get("directed")),
    }


def marked(
    drawn: Drawn, highlight: Mapping[str, Sequence[str]], view: str
) -> dict[str, Sequence[str]]:
    """Say what to mark; between agencies a line is lost when every tie in it is."""
    if view == "people" or not highlight:
        return dict(highlight)
    lost = set(highlight["lost"])
    stopped = lost | set(highlight["interrupted"])
    found: dict[str, Sequence[str]] = {"gone": highlight["gone"]}
    members = {name: {tie["id"] for tie in ties} for name, ties in lines(drawn).items()}
    found["lost"] = [name for name, ties in members.items() if ties <= lost]
    found["interrupted"] = [
        name for name, ties in members.items() if ties <= stopped and not ties <= lost
    ]
    return found
