"""What one departure takes along: lost for good, interrupted until the post is filled, kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from collabnet.risk.blanks import fill
from collabnet.risk.pathways import Pathway
from collabnet.risk.rows import Row

Outcome = Literal["lost", "reduced", "interrupted", "kept"]
REDUCED = 0.25
"""A pathway that loses more than this share is reduced."""


@dataclass(frozen=True, slots=True)
class Departure:
    """What leaves with one person, in rows, if no colleague takes over.

    Attributes
    ----------
    lost_low, lost_high : int, rows lost for good; those of unknown basis only in the second
    interrupted : int, rows that wait until the post is filled and are then expected to pass on
    of : int, rows of the pathway (or of the log)
    """

    person: str
    lost_low: int
    lost_high: int
    interrupted: int
    of: int

    @property
    def n_stopped(self) -> int:
        """Rows that stop on the day, for good or until the post is filled."""
        return self.lost_high + self.interrupted

    @property
    def outcome(self) -> Outcome:
        """What becomes of the pathway, if what isn't known to be on paper is not."""
        return outcome(self.lost_high, self.interrupted, self.of)

    @property
    def outcome_if_on_paper(self) -> Outcome:
        """What becomes of it, if every row of unknown basis is on paper and names the post."""
        return outcome(self.lost_low, self.n_stopped - self.lost_low, self.of)


def outcome(lost: int, interrupted: int, of: int) -> Outcome:
    """Name what happens to a pathway of ``of`` rows.

    Examples
    --------
    >>> outcome(12, 0, 12), outcome(4, 0, 12), outcome(0, 12, 12), outcome(3, 0, 12)
    ('lost', 'reduced', 'interrupted', 'kept')
    """
    if lost == of:
        return "lost"
    if lost > REDUCED * of:
        return "reduced"
    if lost + interrupted > REDUCED * of:
        return "interrupted"
    return "kept"


def departures(rows: Sequence[Row]) -> tuple[Departure, ...]:
    """What would leave with each person of some rows, by id.

    Rows that name nobody count for the busiest named person of their pathway and side in
    ``lost_high`` (one person who is not named, where nobody is), and for nobody in ``lost_low``.
    """
    tally: dict[str, tuple[int, int, int]] = {}
    for row, sender, receiver in fill(rows, "worst"):
        seen = set(row.people)
        for person in {end.id for end in (sender, receiver) if end.kind == "person"}:
            low, high, waiting = tally.get(person, (0, 0, 0))
            if row.basis.passes == "yes":
                tally[person] = low, high, waiting + 1
            else:
                known = person in seen and row.basis.passes == "no"
                tally[person] = low + known, high + 1, waiting
    return tuple(Departure(who, *counts, len(rows)) for who, counts in sorted(tally.items()))


def worst_departure(pathway: Pathway) -> Departure | None:
    """The one departure that stops most of a pathway; None where nobody could leave."""
    found = departures(pathway.rows)
    return max(found, key=lambda one: (one.n_stopped, one.lost_high), default=None)


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline pair: lost for good if one person leaves; covered by an agreement in use."""

    lost_low: int
    lost_high: int
    covered: int
    of: int


def headline(rows: Iterable[Row]) -> Headline:
    """The most log rows that one departure loses for good, and the rows that are covered."""
    log = [row for row in rows if row.is_log]
    found = departures(log)
    return Headline(
        max((one.lost_low for one in found), default=0),
        max((one.lost_high for one in found), default=0),
        sum(bool(row.basis.agreements) and row.basis.form == "formal" for row in log),
        len(log),
    )
