"""Changes as sentences: with names for whoever holds the data, without any for those outside."""

from collections.abc import Callable
from dataclasses import dataclass

from collabnet.model import Coalition
from collabnet.planning.changes import (
    Backs,
    Change,
    Closes,
    Formalizes,
    Invites,
    Leaves,
    Moves,
    Repairs,
    Retains,
    Ties,
)
from collabnet.planning.whatif import WhatIf
from collabnet.risk.wording import capital
from collabnet.sharing.labels import OutsideSpeaker


@dataclass(frozen=True)
class Naming:
    """How ids are spoken of.

    Attributes
    ----------
    person : a person or group with their agency, as in "Ann at Court"; a position as its agency
    short : a person without the agency
    agency : an agency within a sentence
    rate : whose departures, and how many a year
    """

    person: Callable[[str], str]
    short: Callable[[str], str]
    agency: Callable[[str], str]
    rate: Callable[[Retains], str]


def changes_inside(what_if: WhatIf) -> tuple[str, ...]:
    """The changes as sentences, with names."""
    return tuple(
        say_change(change, _inside(coalition))
        for change, coalition in zip(what_if.changes, what_if.stages, strict=True)
    )


def change_inside(coalition: Coalition, change: Change) -> str:
    """A change to a coalition as a sentence with names, whether it is tried or not.

    Examples
    --------
    >>> import collabnet as cn
    >>> change_inside(cn.load("sample:g1"), cn.Closes("court"))
    'Court closes.'
    """
    return say_change(change, _inside(coalition))


def changes_outside(what_if: WhatIf, speaker: OutsideSpeaker) -> tuple[str, ...]:
    """The changes as sentences without names; agencies are called as before any of them.

    Roles and rates aren't told: a role may be one person's.
    """
    return tuple(
        capital(say_change(change, _outside(coalition, speaker)))
        for change, coalition in zip(what_if.changes, what_if.stages, strict=True)
    )


def say_change(change: Change, named: Naming) -> str:
    """A change as a sentence."""
    match change:
        case Leaves(person, post):
            state = "the post is empty" if post == "empty" else "a successor is in the post"
            said = f"{named.person(person)} leaves; {state}."
        case Closes(agency):
            said = f"{named.agency(agency)} closes."
        case Formalizes(one, other):
            ends = f"{named.agency(one)} to {named.agency(other)}"
            said = f"An agreement in use from {ends} names the position."
        case Backs(person, None):
            said = f"A new colleague shares the work of {named.person(person)}."
        case Backs(person, str(by)):
            said = f"{named.short(by)} shares the work of {named.person(person)}."
        case Ties(a, b):
            said = f"Between {named.person(a)} and {named.person(b)} there is a contact."
        case Repairs(a, b):
            where = (
                f"inside {named.person(a)}"
                if a == b
                else f"between {named.person(a)} and {named.person(b)}"
            )
            said = f"The strained ties {where} are repaired."
        case Invites(a, b):
            said = f"Invitations to meetings go from {named.person(a)} to {named.person(b)}."
        case Moves(person, to):
            said = f"{named.person(person)} moves to {named.agency(to)}."
        case Retains():
            said = named.rate(change)
    return said


def _inside(coalition: Coalition) -> Naming:
    names, homes = coalition.names, coalition.agencies_of

    def person(actor: str) -> str:
        at = "" if homes[actor][0] == actor else f" at {names[homes[actor][0]]}"
        return f"{names[actor]}{at}"

    def rate(change: Retains) -> str:
        return f"Each person in the role of {change.role}: {change.rate:g} departures a year."

    return Naming(person, lambda who: names[who], lambda agency: names[agency], rate)


def _outside(coalition: Coalition, speaker: OutsideSpeaker) -> Naming:
    homes, people = coalition.agencies_of, coalition.people
    groups = set(people.loc[people["kind"] == "group", "person_id"])

    def person(actor: str) -> str:
        agency = speaker.agency(homes[actor][0])
        if homes[actor][0] == actor:
            return agency
        return f"{'a group' if actor in groups else 'one person'} at {agency}"

    def rate(change: Retains) -> str:
        return "For everybody in one role it is assumed how often they leave."

    return Naming(person, lambda who: "a colleague", speaker.agency, rate)
