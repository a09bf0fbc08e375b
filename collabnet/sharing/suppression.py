"""Figures for those outside, worked out from what they may know and from nothing else.

A count from 1 to 10 is hidden, and nothing is said of it that a single referral couldn't have
brought about. Any figure made of hidden counts is therefore given as the range that it has over
all counts they could be. So it says the same whatever they are, and gives none away; neither does
the choice what to show.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from collabnet.risk.assessment import Assessment
from collabnet.risk.carriers import UNSEEN
from collabnet.risk.continuity import departures
from collabnet.risk.pathways import Pathway
from collabnet.risk.rows import Row
from collabnet.risk.summary import nothing_counted
from collabnet.sharing.bands import SMALLEST, WITHHELD, is_small, share_words

UNKNOWN_PAPER = " (not known what is on paper)"


@dataclass(frozen=True)
class Cell:
    """Referrals that belong together, and the range that a reader knows their number to be in."""

    rows: tuple[Row, ...]
    low: int
    high: int

    @property
    def is_hidden(self) -> bool:
        """Whether the number isn't shown."""
        return self.low != self.high


def cells_of(rows: Iterable[Row]) -> list[Cell]:
    """Group the log by its two agencies; what stays inside one agency is a cell as well."""
    grouped: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.is_log:
            grouped[row.from_agency, row.to_agency].append(row)
    return [Cell(tuple(found), *_range(len(found))) for _, found in sorted(grouped.items())]


def _range(n: int) -> tuple[int, int]:
    return (1, SMALLEST - 1) if n < SMALLEST else (n, n)


def headline_outside(assessment: Assessment) -> tuple[str, str]:
    """Lost for good if one person leaves, and covered by an agreement: shares in words."""
    return headline_of(assessment.rows, has_log=len(assessment.coalition.referrals) > 0)


def headline_of(rows: Iterable[Row], *, has_log: bool) -> tuple[str, str]:
    """The same of some rows of an assessment."""
    cells = cells_of(rows)
    least, most = sum(cell.low for cell in cells), sum(cell.high for cell in cells)
    if not most:
        none = nothing_counted(has_log=has_log)
        return none, none
    low, high = _lost(cells)
    lost = share_words(low / most, min(1.0, high / least))
    low, high = _covered(cells)
    covered = share_words(low / most, min(1.0, high / least))
    is_open = lost != WITHHELD and _lost(cells) != _lost(cells, known=True)
    return lost + UNKNOWN_PAPER * is_open, covered


def _lost(cells: Sequence[Cell], *, known: bool = False) -> tuple[int, int]:
    """The least and the most that one departure loses, over all that hidden counts could be.

    ``known`` leaves out, at the upper end, what isn't known to be lost for want of a basis.
    """
    shown = [row for cell in cells if not cell.is_hidden for row in cell.rows]
    found = departures(shown)
    most = Counter({one.person: one.lost_low if known else one.lost_high for one in found})
    losing = ("no",) if known else ("no", "unknown")
    for cell in cells:
        if cell.is_hidden and any(row.basis.passes in losing for row in cell.rows):
            for person in _people(cell.rows):
                most[person] += cell.high
    least = max((one.lost_low for one in found), default=0)
    return least, max(most.values(), default=0)


def _people(rows: Sequence[Row]) -> set[str]:
    """Who may stand at these rows: those named, and somebody else where a side names nobody."""
    found = {person for row in rows for person in row.people}
    for side in ("sender", "receiver"):
        if all(getattr(row, side).kind == "unknown" for row in rows):
            found.add(UNSEEN)
    return found


def _covered(cells: Sequence[Cell]) -> tuple[int, int]:
    """The same for the referrals covered: all, some or none of a cell is all that is shown.

    Of a hidden cell that some are covered isn't said, since it takes two for that: it reads as one
    of which it isn't known whether its agreement is in use.
    """
    least = most = 0
    for cell in cells:
        n = sum(bool(row.basis.agreements) and row.basis.form == "formal" for row in cell.rows)
        if n == len(cell.rows):
            least += cell.low
            most += cell.high
        elif n or (cell.is_hidden and any(row.basis.agreements for row in cell.rows)):
            least += 0 if cell.is_hidden else 1
            most += cell.high - 1
    return least, most


def lost_range(assessment: Assessment) -> tuple[int, int]:
    """The least and the most referrals that one departure may lose, as far as may be known."""
    return _lost(cells_of(assessment.rows))


def is_main_for_sure(pathway: Pathway, assessment: Assessment) -> bool:
    """Whether a pathway is half of what its agency sends, whatever the hidden counts are."""
    others = [
        cell
        for cell in cells_of(assessment.rows)
        if cell.rows[0].from_agency == pathway.from_agency
        and cell.rows[0].to_agency not in pathway.pair
    ]
    return not is_small(pathway.n) and (pathway.n or 0) >= sum(cell.high for cell in others)
