"""What to put where a row names nobody: nothing, somebody new, or the busiest one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from collabnet.risk.carriers import UNSEEN, Side, side_of
from collabnet.risk.rows import End, Row

Reading = Literal["named", "best", "worst"]
"""Blanks left out; spread over people who never leave; all with the busiest named person."""

Sides = Mapping[tuple[str, str], tuple[Side, Side]]


def sides_of(rows: Iterable[Row]) -> dict[tuple[str, str], tuple[Side, Side]]:
    """The sending and the receiving side of each ordered pair of agencies."""
    ends: defaultdict[tuple[str, str], tuple[list[End], list[End]]]
    ends = defaultdict(lambda: ([], []))
    for row in rows:
        senders, receivers = ends[row.from_agency, row.to_agency]
        senders.append(row.sender)
        receivers.append(row.receiver)
    return {
        pair: (side_of(senders), side_of(receivers)) for pair, (senders, receivers) in ends.items()
    }


def fill(rows: Sequence[Row], reading: Reading) -> Iterable[tuple[Row, End, End]]:
    """Give each row with its two ends, blanks filled in by the reading."""
    sides: Sides = sides_of(rows) if reading == "worst" and has_blanks(rows) else {}
    for row in rows:
        blank = "unknown" in (row.sender.kind, row.receiver.kind)
        if not blank:
            yield row, row.sender, row.receiver
        elif reading != "named":
            sending, receiving = sides.get((row.from_agency, row.to_agency), (None, None))
            yield (
                row,
                _filled(row.sender, sending, f"from {row.from_agency}", row),
                _filled(row.receiver, receiving, f"to {row.to_agency}", row),
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
    return any("unknown" in (row.sender.kind, row.receiver.kind) for row in rows)
