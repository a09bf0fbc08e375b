"""A finding as pages list it: a card that opens to what would help, how sure, numbers, people."""

from collections.abc import Collection, Sequence
from typing import Literal

from collabnet.model.errors import NotFoundError
from collabnet.planning.changes import Change, Formalizes, Leaves
from collabnet.reports.glossary import term_named
from collabnet.sharing import Released, ReleasedFinding, ReleasedPerson, ReleasedWhatIf

from ..components import FindingCard
from ..components.finding_card import Ask, Fact, Part, Person
from ..desk import Look
from ..state.steps import to_plain
from .pieces import lead_of, rows_words

LONG = 240
"""More letters than this of row numbers are folded away."""
NOT_MENDED = "gone, but not mended: the link itself is gone."
HUB_GONE = "gone, but not mended: the person has left."
RESOLVED = "resolved."


def card(
    finding: ReleasedFinding, look: Look, *, heading: Literal["h3", "h4"] = "h3", tag: bool = False
) -> FindingCard:
    """Make the card of a finding; ``tag`` says how bad it is where no title above does."""
    lead, rest = lead_of(finding.sentence)
    return FindingCard(
        severity=finding.severity,
        lead=lead,
        rest=rest,
        status=finding.statuses,
        tag=finding.severity_words if tag else "",
        mark=mark(finding, look.tried),
        heading=heading,
        parts=parts(finding, look),
    )


def mark(finding: ReleasedFinding, tried: ReleasedWhatIf | None) -> str:
    """Say what is tried does to a finding; nothing where it stays as it is."""
    if tried is None:
        return ""
    if finding.id in {one.id for one in tried.resolved}:
        if finding.id not in tried.broken:
            return RESOLVED
        return HUB_GONE if finding.kind == "hub" else NOT_MENDED
    after = next((after for before, after in tried.changed if before.id == finding.id), None)
    return becomes(finding, after) if after else ""


def becomes(before: ReleasedFinding, after: ReleasedFinding) -> str:
    """Say what a finding becomes: its new severity if that changes, and its new sentence."""
    if before.severity == after.severity:
        return after.sentence
    return f"{after.severity_words} instead of {before.severity_words.lower()}. {after.sentence}"


def parts(finding: ReleasedFinding, look: Look) -> list[Part]:
    """Give everything behind a finding, part by part; what it doesn't have is left out."""
    found: list[Part] = [
        {"title": "What would help", "text": finding.remedy},
        {"title": "How sure", "text": sure_words(finding.sure)},
    ]
    if finding.numbers:
        found.append({"title": "The numbers", "facts": facts(finding.numbers)})
    found.append(rows_part(finding.rows))
    found += _link(finding, look)
    if finding.people:
        found.append(people_part("People concerned, by name", finding.people, look.released))
    return found


def facts(numbers: Sequence[tuple[str, str]]) -> list[Fact]:
    """Let the words of numbers open what they mean, where the glossary has them."""
    return [_fact(words, value) for words, value in numbers]


def _fact(words: str, value: str) -> Fact:
    try:
        term = term_named(words)
    except NotFoundError:
        return words, value
    return words, value, {"title": term.title, "meaning": term.meaning, "term": term.term}


def rows_part(rows: Sequence[tuple[str, int]]) -> Part:
    """Say which rows of which files stand behind it."""
    lines = rows_words(rows)
    part: Part = {"title": "Rows it stands on", "lines": lines}
    if sum(map(len, lines)) > LONG:
        part["fold"] = f"{len(rows)} rows"
    return part


def _link(finding: ReleasedFinding, look: Look) -> list[Part]:
    """The way to the page with more of it; paper as a remedy for pathways only."""
    ends = finding.subject_ids[:2]
    if finding.kind == "pathway":
        ask = asked("it is put on paper?", finding.subjects, Formalizes(*ends))
        sender, receiver = map(look.refs.short, ends)
        href = look.link("links", **{"from": sender, "to": receiver})
        return [
            {"title": "Try it", "asks": [ask]},
            {"title": "More of it", "ways": [{"words": "Open the link", "href": href}]},
        ]
    if finding.kind == "coverage":
        return [_way("See who offers what", look.link("coverage"))]
    if finding.kind == "hub":
        return []
    agency = look.refs.short(ends[0])
    return [_way("Open the agency", look.link("agencies", agency=agency))]


def _way(words: str, href: str) -> Part:
    return {"title": "More of it", "ways": [{"words": words, "href": href}]}


def people_part(title: str, people: Sequence[ReleasedPerson], released: Released) -> Part:
    """List people by name, with the departures that can be tried."""
    can_leave = single_people(released)
    return {"title": title, "people": [_person(who, can_leave) for who in people], "wide": True}


def single_people(released: Released) -> frozenset[str]:
    """Give the ids of single people: a group can't leave."""
    people = released.map["people"]
    return frozenset(str(one["id"]) for one in people if one.get("kind") != "group")


def _person(who: ReleasedPerson, can_leave: Collection[str]) -> Person:
    return {
        "name": who.name,
        "about": ", ".join(filter(None, (who.role, who.agency))),
        "asks": _departures(who) if who.id in can_leave else [],
    }


def _departures(who: ReleasedPerson) -> list[Ask]:
    return [
        asked("they leave?", who.name, Leaves(who.id)),
        asked("the post is empty?", who.name, Leaves(who.id, "empty")),
    ]


def asked(words: str, about: str, change: Change) -> Ask:
    """Make the button of a what-if; ``about`` is read out after its words."""
    return {"words": words, "about": about, "asked": to_plain(change)}


def sure_words(sure: str) -> str:
    """Leave out of the text what its heading says already.

    Examples
    --------
    >>> sure_words("How sure: too few to tell.")
    'Too few to tell.'
    """
    said = sure.removeprefix("How sure: ")
    return said[:1].upper() + said[1:]
