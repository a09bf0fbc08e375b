"""What to put where a row names nobody: nothing, somebody new, or the busiest one."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from collabnet.risk.carriers import UNSEEN, Side, side_of_counts
from collabnet.risk.rows import Alike, End, Row, alike

Reading = Literal["named", "best", "worst"]
"""Blanks left out; spread over people who never leave; all with the busiest named person."""

Sides = Mapping[tuple[str, str], tuple[Side, Side]]


def sides_of(kinds: Alike) -> Sides:
    """The sending and the receiving side of each ordered pair of agencies."""
    counts: defaultdict[tuple[str, str], tuple[Counter[End], Counter[End]]]
    counts = defaultdict(lambda: (Counter(), Counter()))
    for row, n in kinds:
        senders, receivers = counts[row.from_agency, row.to_agency]
        senders[row.sender] += n
        receivers[row.receiver] += n
    return {
        pair: (side_of_counts(senders), side_of_counts(receivers))
        for pair, (senders, receivers) in counts.items()
    }


def fill(
    rows: Sequence[Row], reading: Reading, sides: Sides | None = None
) -> Iterator[tuple[Row, End, End]]:
    """Give each row with its two ends, blanks filled in by the reading.

    ``sides`` are those of all rows, where ``rows`` are one of each kind.
    """
    if reading != "worst":
        sides = {}
    elif sides is None:
        sides = sides_of(alike(rows)) if has_blanks(rows) else {}
    for row in rows:
        sender, receiver = row.sender, row.receiver
        if sender.kind != "unknown" != receiver.kind:
            yield row, sender, receiver
        elif reading != "named":
            sending, receiving = sides.get((row.from_agency, row.to_agency), (None, None))
            yield (
                row,
                _filled(sender, sending, f"from {row.from_agency}", row),
                _filled(receiver, receiving, f"to {row.to_agency}", row),
            )


def _filled(end: End, side: Side | None, place: str, row: Row) -> End:
    """A blank end: somebody who never leaves (no side: best), else the side's busiest person."""
    if end.kind != "unknown":
        return end
    if side is None:
        return End(f"{UNSEEN} {place}", "unknown")
    if side.busiest != UNSEEN:
        return End(side.busiest, "person")
    return End(f"{UNSEEN} {place}, {row.from_agency} to {row.to_agency}", "person")


def has_blanks(rows: Sequence[Row]) -> bool:
    """Whether any row names nobody at an end."""
    return any(row.sender.kind == "unknown" or row.receiver.kind == "unknown" for row in rows)
