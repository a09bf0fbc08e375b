"""The kinds of change as the form asks for them, in plain words."""

from collections.abc import Mapping
from typing import Any, NamedTuple


class Field(NamedTuple):
    """A box of the form: its words, what can be chosen in it, and what is chosen at first."""

    label: str
    of: str
    usual: str | None = None


class Kind(NamedTuple):
    """A kind of change in plain words, what it takes for granted, and its boxes."""

    words: str
    about: str
    fields: tuple[Field, ...]


KINDS: Mapping[str, Kind] = {
    "leaves": Kind(
        "Somebody leaves",
        "What an agreement gives to the post stays with the post. The rest goes.",
        (Field("Who leaves", "people"), Field("Their post", "posts", "filled")),
    ),
    "moves": Kind(
        "Somebody moves to another agency",
        "Their own informal contacts move along. What is on paper stays with the old post.",
        (Field("Who moves", "people"), Field("To which agency", "agencies")),
    ),
    "closes": Kind(
        "An agency closes",
        "Its people, agreements, contacts and referrals are gone.",
        (Field("Which agency", "agencies"),),
    ),
    "formalizes": Kind(
        "A link is put on paper",
        "An agreement names the post, not the person, and it is really used.",
        (Field("From which agency", "agencies"), Field("To which agency", "agencies")),
    ),
    "backs": Kind(
        "A second person shares the work",
        "Every second referral goes to the second person, and both hold the contacts.",
        (Field("Whose work", "people"), Field("Shared by", "helpers", "new")),
    ),
    "ties": Kind(
        "Two get in contact",
        "People or agencies who had no working contact have one from the first day.",
        (Field("One side", "actors"), Field("The other side", "actors")),
    ),
    "repairs": Kind(
        "A strained tie is repaired",
        "What strained it is over. The list has every two agencies with a strained tie.",
        (Field("Between whom", "strained"),),
    ),
    "invites": Kind(
        "One invites the other to its meetings",
        "Whoever is invited comes.",
        (Field("Who invites", "actors"), Field("Who is invited", "actors")),
    ),
    "retains": Kind(
        "People in a role stay longer",
        "This changes chances only, and only on links where it is known how often people leave.",
        (Field("Role", "roles"), Field("How often one of them leaves", "rates", "0_05")),
    ),
}
"""By the word that stands for each in an address."""
FIRST_KIND = "leaves"
GOING = ("leaves", "moves", "closes")


def _group(words: str, names: tuple[str, ...]) -> dict[str, Any]:
    return {"group": words, "items": [{"value": n, "label": KINDS[n].words} for n in names]}


GROUPS = [
    _group("Somebody or something goes", GOING),
    _group("Something is done about it", tuple(name for name in KINDS if name not in GOING)),
]
