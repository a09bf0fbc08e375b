"""The plain sentences about who reaches whom: single contacts, strain and gaps."""

from collections.abc import Sequence

from collabnet.risk.contacts import Link, PairContacts
from collabnet.risk.wording import Speaker, capital, count, listed, number

KIND_NOUN = {
    "referral": "referral",
    "contact": "contact",
    "case_report": "case report",
    "team_invitation": "team invitation",
    "information": "exchange of information",
    "trust": "tie of trust",
    "advice": "advice",
    "court_report": "court report",
    "protocol": "process (protocol)",
    "meeting_invitation": "invitation to meetings",
}


def contacts_sentence(
    contacts: PairContacts, asked: Sequence[str], speaker: Speaker, *, says_single: bool
) -> str:
    """Say what the direct ties of two agencies rest on, and what is strained or missing."""
    first = _single(contacts, speaker) if says_single else _missing(contacts, speaker)
    between = "between the two" if first else _between(contacts, speaker)
    parts = [
        first,
        _strained(contacts, between),
        _gaps(contacts, between, speaker),
        _told(contacts, asked, speaker),
    ]
    return " ".join(capital(part) for part in parts if part)


def _between(contacts: PairContacts, speaker: Speaker) -> str:
    if contacts.is_inside:
        return f"inside {speaker.agency(contacts.pair[0])}"
    return f"between {listed([speaker.agency(agency) for agency in contacts.pair])}"


def _single(contacts: PairContacts, speaker: Speaker) -> str:
    named = [(agency, person) for agency, person in contacts.single if person]
    if not named:
        agencies = [speaker.agency(agency) for agency, _ in contacts.single]
        n = len(contacts.usable)
        rows = "the one row" if n == 1 else f"none of the {number(n)} rows"
        names = "names nobody" if n == 1 else "names anybody"
        return (
            f"We don't know who holds the only contact {_between(contacts, speaker)}: "
            f"{rows} of the log {names} at {listed(agencies, 'or')}."
        )
    agency, person = named[0]
    who = count(1, speaker.noun([person]))
    said = f"{who} at {speaker.agency(agency)} is the only usable direct contact "
    said += _between(contacts, speaker)
    if len(named) > 1:
        agency, person = named[1]
        said += f"; on the other side it is one {speaker.noun([person])} as well"
    who = "that person" if len(named) == 1 else "either"
    return f"{said}. If {who} left, the two would have no direct contact."


def _missing(contacts: PairContacts, speaker: Speaker) -> str:
    if contacts.usable or contacts.is_inside:
        return ""
    return f"There is no working tie {_between(contacts, speaker)} on record."


def _strained(contacts: PairContacts, between: str) -> str:
    if not contacts.strained:
        return ""
    kinds = listed(sorted({KIND_NOUN.get(link.kind, link.kind) for link in contacts.strained}))
    ties = count(len(contacts.strained), "tie")
    verb = "is" if len(contacts.strained) == 1 else "are"
    return f"{ties} {between} {verb} described as strained ({kinds})."


def _gaps(contacts: PairContacts, between: str, speaker: Speaker) -> str:
    if not contacts.absent:
        return ""
    said = list(dict.fromkeys(_gap(contacts, link, speaker) for link in contacts.absent))
    return f"gaps reported {between}: {listed(said)}."


def _gap(contacts: PairContacts, link: Link, speaker: Speaker) -> str:
    noun = KIND_NOUN.get(link.kind, link.kind)
    ends = [_end(contacts, link, 0, speaker), _end(contacts, link, 1, speaker)]
    if not link.is_from_first:
        ends.reverse()
    joint = "from {} to {}" if link.is_directed else "between {} and {}"
    return f"no {noun} {joint.format(*ends)}"


def _end(contacts: PairContacts, link: Link, place: int, speaker: Speaker) -> str:
    """Name one end; people with the same gap to the same other end are counted together."""
    end, other = (link.at_first, link.at_second)[:: 1 if place == 0 else -1]
    if end.kind == "position":
        name = speaker.agency(end.id)
        return f"the staff of {name}" if contacts.is_inside else name
    alike = {
        ends[place].id
        for one in contacts.absent
        if one.kind == link.kind
        and (ends := (one.at_first, one.at_second))[1 - place] == other
        and ends[place].kind == end.kind == "person"
    }
    return count(len(alike), speaker.noun(alike)) if len(alike) > 1 else speaker.end(end.id)


def _told(contacts: PairContacts, asked: Sequence[str], speaker: Speaker) -> str:
    if contacts.is_inside or not (contacts.strained or contacts.absent):
        return ""
    if len(asked) == 1:
        silent = next(agency for agency in contacts.pair if agency != asked[0])
        return (
            f"This is told by the side of {speaker.agency(asked[0])} only; nobody at "
            f"{speaker.agency(silent)} was asked."
        )
    return "" if asked else "Nobody of either side is on record as asked."
