"""What a finding opens to: what would help, how sure, numbers, rows, and only here people."""

from collections.abc import Collection

from collabnet.planning.changes import Formalizes, Leaves
from collabnet.sharing import ReleasedFinding

from .. import ids
from ..asked import try_
from ..components import FindingCard
from ..components.finding_card import Ask, Part, Person
from .pieces import lead_of, rows_words

LONG = 240
"""More letters than this of row numbers are folded away."""


def card(finding: ReleasedFinding, place: int, can_leave: Collection[str]) -> FindingCard:
    """Make the card of a finding; ``can_leave`` are the ids of single people."""
    lead, rest = lead_of(finding.sentence)
    return FindingCard(
        id=ids.mark(place),
        severity=finding.severity,
        lead=lead,
        rest=rest,
        status=finding.statuses,
        parts=parts(finding, can_leave),
    )


def parts(finding: ReleasedFinding, can_leave: Collection[str]) -> list[Part]:
    """Give everything behind a finding, part by part; what it doesn't have is left out."""
    found: list[Part] = [
        {"title": "What would help", "text": finding.remedy},
        {"title": "How sure", "text": sure_words(finding.sure)},
    ]
    if finding.numbers:
        found.append({"title": "The numbers", "facts": finding.numbers})
    found.append(_rows(finding))
    # Paper is a remedy for pathways, not for the other kinds.
    if finding.kind == "pathway" and len(finding.subject_ids) > 1:
        change = Formalizes(*finding.subject_ids[:2])
        ask: Ask = {
            "words": "it is put on paper?", "about": finding.subjects, "asked": try_(change)
        }  # fmt: skip
        found.append({"title": "This link", "asks": [ask]})
    if finding.people:
        found.append(
            {
                "title": "People concerned, by name",
                "people": people(finding, can_leave),
                "wide": True,
            }
        )
    return found


def _rows(finding: ReleasedFinding) -> Part:
    lines = rows_words(finding.rows)
    part: Part = {"title": "Rows it stands on", "lines": lines}
    if sum(map(len, lines)) > LONG:
        part["fold"] = f"{len(finding.rows)} rows"
    return part


def people(finding: ReleasedFinding, can_leave: Collection[str]) -> list[Person]:
    """List the people of a finding by name, with the departures that can be tried."""
    return [
        {
            "name": who.name,
            "about": ", ".join(filter(None, (who.role, who.agency))),
            "asks": _departures(who.name, who.id) if who.id in can_leave else [],
        }
        for who in finding.people
    ]


def _departures(name: str, person: str) -> list[Ask]:
    return [
        {"words": "they leave?", "about": name, "asked": try_(Leaves(person))},
        {"words": "the post is empty?", "about": name, "asked": try_(Leaves(person, "empty"))},
    ]


def sure_words(sure: str) -> str:
    """Leave out of the text what its heading says already.

    Examples
    --------
    >>> sure_words("How sure: too few to tell.")
    'Too few to tell.'
    """
    said = sure.removeprefix("How sure: ")
    return said[:1].upper() + said[1:]
