"""What one departure takes along: lost for good, interrupted until the post is filled, kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from collabnet.risk.blanks import Sides, fill, sides_of
from collabnet.risk.rows import Alike, Row, alike

if TYPE_CHECKING:
    from collabnet.risk.pathways import Pathway

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
    kinds = alike(rows)
    return departures_of(kinds, sides_of(kinds))


def departures_of(kinds: Alike, sides: Sides) -> tuple[Departure, ...]:
    """The same of rows that are put together already, with the sides of their pathways."""
    tally: dict[str, list[int]] = {}
    filled = fill([row for row, _ in kinds], "worst", sides)
    for (row, sender, receiver), (_, n) in zip(filled, kinds, strict=True):
        passes, seen = row.basis.passes, row.people
        is_named = sender is row.sender and receiver is row.receiver
        met = seen if is_named else {end.id for end in (sender, receiver) if end.kind == "person"}
        for person in met:
            counts = tally.setdefault(person, [0, 0, 0])
            if passes == "yes":
                counts[2] += n
            else:
                counts[1] += n
                if passes == "no" and person in seen:
                    counts[0] += n
    of = sum(n for _, n in kinds)
    return tuple(
        Departure(who, low, high, waiting, of)
        for who, (low, high, waiting) in sorted(tally.items())
    )


def share_nobody(rows: Iterable[Row]) -> bool:
    """Whether rows that name both ends have nobody in common: mostly seen after a few."""
    shared: set[str] | None = None
    for row in rows:
        if "unknown" not in (row.sender.kind, row.receiver.kind):
            shared = set(row.people) if shared is None else shared.intersection(row.people)
            if not shared:
                return True
    return False


def worst_departure(pathway: "Pathway") -> Departure | None:
    """The one departure that stops most of a pathway; None where nobody could leave."""
    return pathway.worst_departure


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline pair: lost for good if one person leaves; covered by an agreement in use."""

    lost_low: int
    lost_high: int
    covered: int
    of: int


def headline(rows: Iterable[Row], leaving: Iterable[Departure]) -> Headline:
    """The most log rows that one departure loses for good, and the rows that are covered.

    ``leaving`` is what would leave with each person of the log.
    """
    log = [row for row in rows if row.is_log]
    found = list(leaving)
    return Headline(
        max((one.lost_low for one in found), default=0),
        max((one.lost_high for one in found), default=0),
        sum(bool(row.basis.agreements) and row.basis.form == "formal" for row in log),
        len(log),
    )
