"""The plain sentences about a departure: what would need another way, and what would wait."""

from collections import Counter
from collections.abc import Sequence

from collabnet.risk import patterns as p
from collabnet.risk.continuity import Departure
from collabnet.risk.pathways import Pathway
from collabnet.risk.wording import amount

NOT_ON_PAPER = " (if not on paper)"


def departure_sentences(pathway: Pathway) -> list[str]:
    """Say for each side what one departure would stop; nothing where nobody could leave."""
    if not pathway.is_log:
        return _link(pathway)
    found = {one.person: one for one in pathway.departures}
    sides = [
        ("sender", [found[person] for person in pathway.sending.people]),
        ("receiver", [found[person] for person in pathway.receiving.people]),
    ]
    return [*_lost(pathway, sides), *_waiting(pathway, sides)]


def if_not_written(pathway: Pathway) -> tuple[str, str]:
    """On what a link that only a tie speaks of depends: a mark, and a sentence; "" for nothing."""
    bases = [row.basis for row in pathway.rows]
    if all(basis.form == "formal" and basis.passes == "unknown" for basis in bases):
        if all(basis.names_position == "yes" for basis in bases):
            return " (if what is written is not in use)", ""
        if all(basis.names_position == "no" for basis in bases):
            return "", p.WRITTEN_NOT_NAMED.say()
        return " (if what is written is not in use, or doesn't name the position)", ""
    is_open = any(basis.form == "unknown" and basis.agreements for basis in bases)
    return (NOT_ON_PAPER if is_open else ""), ""


def _link(pathway: Pathway) -> list[str]:
    if not pathway.cut_worst.singles:
        return []
    if all(row.basis.passes == "yes" for row in pathway.rows):
        return [p.LINK_WAITS.say()]
    mark, written = if_not_written(pathway)
    return [p.LINK_GONE.say(mark=mark), written]


_Sides = Sequence[tuple[str, Sequence[Departure]]]


def _lost(pathway: Pathway, sides: _Sides) -> list[str]:
    """What would need another way: "if not on paper" where that isn't known."""
    sure = all(one.lost_low == one.lost_high for _, people in sides for one in people)
    named = _named(pathway, waiting=False)
    counts = [(who, [(named[one.person], one.lost_high) for one in out]) for who, out in sides]
    if all(row.basis.form == "formal" and row.basis.agreements for row in pathway.rows):
        said = _clauses(pathway, counts, p.LOST, "")
        return [*said, (p.NOT_NAMED if sure else p.MAY_NOT_BE_NAMED).say()] if said else []
    return _clauses(pathway, counts, p.LOST, "" if sure else NOT_ON_PAPER)


def _waiting(pathway: Pathway, sides: _Sides) -> list[str]:
    """What would wait for a successor, and why it is expected to pass on."""
    named = _named(pathway, waiting=True)
    counts = [(who, [(named[one.person], one.interrupted) for one in out]) for who, out in sides]
    said = _clauses(pathway, counts, p.WAIT, "")
    return [*said, p.PASS_ON.say()] if said else []


def _named(pathway: Pathway, *, waiting: bool) -> Counter[str]:
    """Rows that name each person and would wait, or be lost; blanks come on top at the worst."""
    return Counter(
        person
        for row in pathway.rows
        if (row.basis.passes == "yes") == waiting
        for person in row.people
    )


_Counts = Sequence[tuple[str, Sequence[tuple[int, int]]]]
"""For each side the fewest and the most rows of each person."""


def _clauses(pathway: Pathway, sides: _Counts, first: p.Pattern, mark: str) -> list[str]:
    yearly = pathway.period is not None and pathway.period.yearly_is_defined
    when = " a year" if yearly else " of this log"
    said: list[str] = []
    for who, counts in sides:
        least = min((low for low, _ in counts), default=0)
        most = max((high for _, high in counts), default=0)
        if most == 0:
            continue
        everybody = f"the {who}" if len(counts) == 1 else f"any one of the {who}s"
        noun = "" if said else noun_of(pathway)
        ends = pathway.a_year(least), pathway.a_year(most)
        much = amount(*ends, noun, is_all=least == len(pathway.rows)) + ("" if said else when)
        said.append((p.TOO if said else first).say(who=everybody, amount=much, mark=mark))
    return said


def noun_of(pathway: Pathway) -> str:
    """What passes: "case report" where every row is one, else "referral"."""
    is_report = {row.service for row in pathway.rows} == {"case report"}
    return "case report" if is_report else "referral"
