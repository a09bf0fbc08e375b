"""What can be chosen in the boxes of the form; values are numbers of addresses, never names."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from ...desk import Look

Options = list[dict[str, Any]]
WORDS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "posts": (("filled", "A successor is in the post"), ("empty", "The post is empty")),
    "rates": (
        ("0_05", "Seldom: one in twenty leaves each year"),
        ("0_15", "Now and then: three in twenty leave each year"),
        ("0_35", "Often: seven in twenty leave each year"),
    ),
}
NEW = {"value": "new", "label": "Somebody new"}


def options(look: Look, of: str) -> Options:
    """Give what can be chosen in a box."""
    if of in WORDS:
        return [{"value": value, "label": words} for value, words in WORDS[of]]
    if of == "people":
        return people(look)
    if of == "helpers":
        return [{"group": "Nobody on record", "items": [NEW]}, *people(look)]
    if of == "agencies":
        return agencies(look)
    if of == "actors":
        return [{"group": "Agencies", "items": agencies(look)}, *people(look, with_groups=True)]
    if of == "strained":
        return strained(look)
    return roles(look)


def people(look: Look, *, with_groups: bool = False) -> Options:
    """List people under their agencies, by name; groups can't leave."""
    names = _names(look)
    found = defaultdict(list)
    for one in look.released.map["people"]:
        if with_groups or one["kind"] != "group":
            found[one["agency"]].append((str(one["label"]), one["role"] or "", str(one["id"])))
    return [
        {
            "group": names[agency],
            "items": [
                {"value": look.refs.short(who), "label": _who(name, role)}
                for name, role, who in sorted(found[agency])
            ],
        }
        for agency in sorted(found, key=lambda one: (names[one], one))
    ]


def _who(name: str, role: str) -> str:
    return f"{name} ({role})" if role and role.lower() != name.lower() else name


def agencies(look: Look) -> Options:
    """List the agencies by name."""
    found = sorted((name, agency) for agency, name in _names(look).items())
    return [{"value": look.refs.short(agency), "label": name} for name, agency in found]


def strained(look: Look) -> Options:
    """List every two agencies between which a tie is called strained, and those inside of one."""
    names = _names(look)
    home = {str(one["id"]): str(one["agency"]) for one in look.released.map["people"]}
    ties = [one for one in look.released.map["ties"] if one["quality"] == "strained"]
    pairs = set()
    for one in ties:
        a, b = (home.get(one[end], one[end]) for end in ("from", "to"))
        pairs.add((a, b) if names[a] <= names[b] else (b, a))
    return [
        {
            "value": f"{look.refs.short(a)}.{look.refs.short(b)}",
            "label": f"Inside {names[a]}" if a == b else f"{names[a]} and {names[b]}",
        }
        for a, b in sorted(pairs, key=lambda pair: [names[end] for end in pair])
    ]


def roles(look: Look) -> Options:
    """List the roles that single people hold."""
    held = sorted({str(p["role"]) for p in look.released.map["people"] if _is_held(p)})
    return [{"value": look.refs.number("r", role), "label": role} for role in held]


def _is_held(person: Mapping[str, Any]) -> bool:
    return bool(person["role"]) and person["kind"] != "group"


def _names(look: Look) -> dict[str, str]:
    return {str(one["id"]): str(one["label"]) for one in look.released.map["agencies"]}
