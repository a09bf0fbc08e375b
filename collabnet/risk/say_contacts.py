"""The plain sentences about who reaches whom: single contacts, strain and gaps."""

from collections.abc import Collection, Sequence

from collabnet.risk import patterns as p
from collabnet.risk.contacts import Link, PairContacts
from collabnet.risk.wording import Speaker, count, listed, number

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
    is_reported = says_single and any(link.file != "referrals.csv" for link in contacts.usable)
    is_told = is_reported or bool(contacts.strained or contacts.absent)
    parts = [
        *first,
        _strained(contacts, between),
        *_gaps(contacts, between, speaker),
        told_sentence(contacts.pair, asked, speaker) if is_told else "",
    ]
    return " ".join(part for part in parts if part)


def told_sentence(pair: tuple[str, str], asked: Collection[str], speaker: Speaker) -> str:
    """Say which side of a reported tie was not asked; "" where both were."""
    if pair[0] == pair[1]:
        return "" if asked else p.NOBODY_THERE.say()
    sides = [agency for agency in pair if agency in asked]
    if len(sides) == 1:
        silent = pair[pair[0] == sides[0]]
        return p.ONE_SIDE.say(agency=speaker.agency(sides[0]), other=speaker.agency(silent))
    return "" if sides else p.NO_SIDE.say()


def _between(contacts: PairContacts, speaker: Speaker) -> str:
    if contacts.is_inside:
        return f"inside {speaker.agency(contacts.pair[0])}"
    return f"between {listed([speaker.agency(agency) for agency in contacts.pair])}"


def _single(contacts: PairContacts, speaker: Speaker) -> list[str]:
    between = _between(contacts, speaker)
    named = [(agency, person) for agency, person in contacts.single if person]
    if not named:
        agencies = [speaker.agency(agency) for agency, _ in contacts.single]
        n = len(contacts.usable)
        rows = "the one row" if n == 1 else f"none of the {number(n)} rows"
        names = "names nobody" if n == 1 else "names anybody"
        at = listed(agencies, "or")
        return [p.SINGLE_UNKNOWN.say(between=between, rows=rows, names=names, agencies=at)]
    agency, person = named[0]
    noun, where = speaker.noun([person]), speaker.agency(agency)
    said = [p.SINGLE.say(officer=noun, agency=where, between=between)]
    if len(named) > 1:
        said.append(p.SINGLE_TOO.say(officer=speaker.noun([named[1][1]])))
    who = "that person" if len(named) == 1 else "either of them"
    return [*said, p.SINGLE_LEFT.say(who=who)]


def _missing(contacts: PairContacts, speaker: Speaker) -> list[str]:
    if contacts.usable or contacts.is_inside:
        return []
    return [p.NO_TIE.say(between=_between(contacts, speaker))]


def _strained(contacts: PairContacts, between: str) -> str:
    if not contacts.strained:
        return ""
    kinds = listed(sorted({KIND_NOUN.get(link.kind, link.kind) for link in contacts.strained}))
    n = len(contacts.strained)
    are = "is" if n == 1 else "are"
    return p.STRAINED.say(ties=count(n, "tie"), between=between, are=are, kinds=kinds)


def _gaps(contacts: PairContacts, between: str, speaker: Speaker) -> list[str]:
    said = [(_gap(contacts, link, speaker), link) for link in contacts.absent]
    # Whatever the order of the rows: by kind, those of a person before those of an agency.
    said.sort(key=lambda one: (one[1].kind, _is_of_agency(one[1]), one[0]))
    gaps = list(dict.fromkeys(gap for gap, _ in said))
    first = [p.GAP.say(between=between, gap=gap) for gap in gaps[:1]]
    return first + [p.GAP_TOO.say(gap=gap) for gap in gaps[1:]]


def _is_of_agency(link: Link) -> bool:
    return "position" in (link.at_first.kind, link.at_second.kind)


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
    if len(alike) > 1:
        return count(len(alike), speaker.noun(alike))
    said = speaker.end(end.id)
    here = f" at {speaker.agency(contacts.pair[0])}"
    return said.removesuffix(here) if contacts.is_inside else said
