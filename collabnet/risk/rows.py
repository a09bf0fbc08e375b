"""The rows of the referral graph: what was sent, by whom, on what basis."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, NamedTuple

import pandas as pd

from collabnet.model import Coalition
from collabnet.model.records import records
from collabnet.model.sheets import wave_day
from collabnet.model.vocabulary import USABLE
from collabnet.risk.basis import Basis, BasisOf

EndKind = Literal["person", "group", "position", "unknown"]


class End(NamedTuple):
    """Who stands at one end of a row; ``id`` is "" where nobody is named."""

    id: str
    kind: EndKind


@dataclass(frozen=True, slots=True)
class Row:
    """One row that something passed over, from one agency's end to another's.

    ``on`` is None for a tie; ``is_log`` tells a referral from a tie that stands for a pathway
    the log doesn't cover.
    """

    file: str
    row: int
    on: date | None
    from_agency: str
    sender: End
    to_agency: str
    receiver: End
    service: str
    basis: Basis
    status: str
    is_log: bool = True

    @property
    def people(self) -> tuple[str, ...]:
        """The people at its ends, each once; positions, groups and blanks are none."""
        sender, receiver = self.sender, self.receiver
        if sender.kind != "person":
            return (receiver.id,) if receiver.kind == "person" else ()
        if receiver.kind != "person" or receiver.id == sender.id:
            return (sender.id,)
        return sender.id, receiver.id

    @property
    def is_inside(self) -> bool:
        """Whether it stays in one agency: a hand-off inside, not a pathway."""
        return self.from_agency == self.to_agency


Part = Callable[[Row], str]
Alike = tuple[tuple[Row, int], ...]
"""One row of each kind, and how many there are like it."""


def alike(rows: Iterable[Row]) -> Alike:
    """Put rows together that differ in day, service and number only: ends, agencies, outcome."""
    first: dict[tuple[str, End, str, End, str], Row] = {}
    counts: dict[tuple[str, End, str, End, str], int] = {}
    for row in rows:
        key = (row.from_agency, row.sender, row.to_agency, row.receiver, row.basis.passes)
        if key in first:
            counts[key] += 1
        else:
            first[key], counts[key] = row, 1
    return tuple(zip(first.values(), counts.values(), strict=True))


def build_rows(coalition: Coalition, near: Iterable[Row] = ()) -> tuple[Row, ...]:
    """Give the rows of the referral graph: the log, then referral ties for pairs without one.

    Log rows outside the period observed don't count. Of rows that are equal to one in ``near``,
    the rows of nearly the same coalition, that one is given: it needn't be compared again.
    """
    basis_of = BasisOf(coalition)
    known = {row.row: row for row in near if row.is_log}
    log = [_log_row(known.get(cells[0]), basis_of, *cells) for cells in _log_cells(coalition)]
    covered = {(row.from_agency, row.to_agency) for row in log}
    return (*log, *_tie_rows(coalition, covered, basis_of))


def _log_cells(coalition: Coalition) -> Iterable[tuple[Any, ...]]:
    log, stated = _observed(coalition), coalition.settings.log_status
    days = log["on"].to_numpy().astype("datetime64[D]").tolist()  # dates, and None for a blank
    statuses = [_status(one, stated) for one in log["evidence_status"].tolist()]
    columns = ("from_agency", "from_id", "from_kind", "to_agency", "to_id", "to_kind", "service")
    cells = (log[column].tolist() for column in columns)
    return zip(log["row"].tolist(), days, *cells, statuses, strict=True)


def _log_row(
    old: Row | None,
    basis_of: BasisOf,
    number: int,
    on: date | None,
    from_agency: str,
    from_id: str,
    from_kind: EndKind,
    to_agency: str,
    to_id: str,
    to_kind: EndKind,
    service: str,
    status: str,
) -> Row:
    basis = basis_of(from_agency, to_agency, from_id, to_id)
    sender, receiver = (from_id, from_kind), (to_id, to_kind)
    if (
        old is not None
        and old.sender == sender
        and old.receiver == receiver
        and old.from_agency == from_agency
        and old.to_agency == to_agency
        and old.service == service
        and old.on == on
        and old.status == status
        and old.basis == basis
    ):
        return old
    return Row(
        "referrals.csv", number, on, from_agency, End(*sender), to_agency, End(*receiver), service,
        basis, status,
    )  # fmt: skip


def _observed(coalition: Coalition) -> pd.DataFrame:
    """The log within the period observed: a rate needs rows and months of the same time."""
    log = coalition.log()
    if coalition.period is None:
        return log
    first, last = pd.Timestamp(coalition.period.start), pd.Timestamp(coalition.period.end)
    return log[~((log["on"] < first) | (log["on"] > last))]


def _status(status: str, stated: str) -> str:
    """A row that says nothing special has the status of the whole log."""
    return stated if stated and status == "reported" else status


def _tie_rows(
    coalition: Coalition, covered: set[tuple[str, str]], basis_of: BasisOf
) -> Iterable[Row]:
    ties = coalition.ties
    ties = ties[(ties["kind"] == "referral") & ties["quality"].isin(USABLE)]
    kind_of, survey = end_kinds(coalition), coalition.settings.survey
    homes = {wave: coalition.homes_at(wave_day(wave, survey)) for wave in ties["wave"].unique()}
    for file, row, source, target, directed, status, wave in records(
        ties, "file", "row", "from_id", "to_id", "directed", "status", "wave"
    ):
        ways = [(source, target), (target, source)] if directed == "no" else [(source, target)]
        for sender, receiver in ways:
            from_agency, to_agency = homes[wave][sender], homes[wave][receiver]
            if (from_agency, to_agency) in covered or from_agency == to_agency:
                continue
            yield Row(
                file,
                row,
                None,
                from_agency,
                End(sender, kind_of[sender]),
                to_agency,
                End(receiver, kind_of[receiver]),
                "",
                basis_of(from_agency, to_agency, sender, receiver),
                status,
                is_log=False,
            )


def end_kinds(coalition: Coalition) -> dict[str, Any]:
    """What each id is at the end of a tie: person, group or position."""
    people = records(coalition.people, "person_id", "kind")
    kinds = {person: "group" if kind == "group" else "person" for person, kind in people}
    return kinds | dict.fromkeys(coalition.agencies["agency_id"], "position")
