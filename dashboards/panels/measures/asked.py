"""What is measured, as the address says it."""

from typing import Any, NamedTuple

from collabnet.metrics.entry import Entry
from collabnet.metrics.facts import choices_of
from collabnet.model import Coalition
from collabnet.model.coalition import Level
from collabnet.model.errors import CollabnetError
from collabnet.risk.say_contacts import KIND_NOUN

from ...desk import Look

DIRECTIONS = {"": "As they run", "in": "The other way", "ignored": "Both ways"}
YES = "yes"


class Asked(NamedTuple):
    """A measure of the coalition whose files are at a stamp, with the options chosen."""

    key: str
    stamp: str
    measure: str
    level: Level
    relation: str = ""
    direction: str = ""
    strength: bool = False
    share: bool = False


def asked(look: Look) -> Asked | None:
    """Read from the address what is measured; None where no measure is chosen.

    Raises
    ------
    CollabnetError
        If the address asks for something that isn't offered.
    """
    measure = look.arg("measure")
    if not measure:
        return None
    level = look.arg("of", "people")
    relation = look.arg("ties")
    if level not in ("people", "agencies") or (relation and relation not in KIND_NOUN):
        raise CollabnetError("Choose people or agencies, a measure, and one of the kinds of tie.")
    return Asked(
        look.key,
        look.stamp,
        measure,
        "people" if level == "people" else "agencies",
        relation,
        look.arg("direction"),
        look.arg("strength") == YES,
        look.arg("share") == YES,
    )


def options(entry: Entry, wanted: Asked) -> dict[str, Any]:
    """Give the options of a measure; those chosen that it hasn't got are left out."""
    given: dict[str, Any] = {}
    known = choices_of(entry)
    if wanted.direction in known.get("direction", ()):
        given["direction"] = wanted.direction
    if wanted.share and "normalised" in known:
        given["normalised"] = True
    if wanted.strength and "weights" in known:
        given["weights"] = "strength"
    if wanted.strength and "cost" in known:
        given["cost"] = "1/strength"
    return given


def relations_of(coalition: Coalition) -> list[tuple[str, str]]:
    """List the kinds of tie that can be chosen, with their words, by their words."""
    kinds = set(coalition.ties["kind"]) | ({"referral"} if len(coalition.referrals) else set())
    return sorted(((one, KIND_NOUN[one]) for one in kinds & set(KIND_NOUN)), key=lambda one: one[1])
