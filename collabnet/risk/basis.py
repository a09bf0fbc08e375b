"""What a row rests on: something written, the people alone, or nobody knows."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from collabnet.model import Coalition
from collabnet.model.records import records

Form = Literal["formal", "informal", "unknown"]
Passing = Literal["yes", "no", "unknown"]


@dataclass(frozen=True, slots=True)
class Basis:
    """The basis of a row, and whether a successor is expected to take it over.

    ``passes`` is yes when an agreement in use names the position, no for informal rows and
    agreements that don't name it, unknown otherwise. ``names_position`` is what is known of
    agreements of which it isn't known whether they are in use.
    """

    form: Form
    passes: Passing
    agreements: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    names_position: Passing = "unknown"


class BasisOf:
    """Looks up the basis of a row by its agencies and its ends.

    A row is formal if an agreement in use runs from its sender's to its receiver's agency (for
    contacts: either way), or a formal tie of kind referral joins its ends; informal if a tie
    says so; else unknown. An agreement in use partly, or perhaps, leaves it unknown.
    """

    def __init__(self, coalition: Coalition) -> None:
        self._agreements = _agreements(coalition)
        self._ties = _referral_ties(coalition)
        self._known: dict[tuple[str, str, str, str], Basis] = {}

    def __call__(self, from_agency: str, to_agency: str, from_id: str, to_id: str) -> Basis:
        """Give the basis of a referral row."""
        key = (from_agency, to_agency, from_id, to_id)
        if key not in self._known:
            tie, status = self._ties.get((from_id, to_id), ("", ""))
            self._known[key] = self._judge(((from_agency, to_agency),), tie, status)
        return self._known[key]

    def of_contact(self, agency: str, other: str, tie_basis: str, status: str) -> Basis:
        """Give the basis of a contact: an agreement either way counts."""
        return self._judge(((agency, other), (other, agency)), tie_basis, status)

    def _judge(self, ways: tuple[tuple[str, str], ...], tie: str, status: str) -> Basis:
        found = [agreement for way in dict.fromkeys(ways) for agreement in self._agreements[way]]
        in_use = [agreement for agreement in found if agreement[1] == "yes"]
        if in_use:
            ids, _, names, statuses = zip(*in_use, strict=True)
            return Basis("formal", _strongest(names), ids, statuses)
        statuses = (status,) if status else ()
        maybe = [agreement for agreement in found if agreement[1] in ("partly", "unknown")]
        names_position = _strongest([agreement[2] for agreement in maybe]) if maybe else "unknown"
        if tie == "formal":
            return Basis("formal", "unknown", (), statuses, names_position)
        if maybe:
            ids = tuple(agreement[0] for agreement in found)
            return Basis("unknown", "unknown", ids, tuple(a[3] for a in found), names_position)
        if tie == "informal":
            return Basis("informal", "no", (), statuses)
        return Basis("unknown", "unknown")


def expired(coalition: Coalition) -> frozenset[str]:
    """Give the ids of agreements that have expired by the end of the period."""
    if coalition.period is None:
        return frozenset()
    end = pd.Timestamp(coalition.period.end)
    return frozenset(
        agreement
        for agreement, expires in records(coalition.agreements, "agreement_id", "expires_on")
        if expires is not None and expires < end
    )


def _strongest(names: Collection[str]) -> Passing:
    if "yes" in names:
        return "yes"
    return "no" if set(names) == {"no"} else "unknown"


Agreement = tuple[str, str, Passing, str]
"""Id, in use, names the position, status of evidence."""


def _agreements(coalition: Coalition) -> "defaultdict[tuple[str, str], list[Agreement]]":
    """The agreements that have not expired by the end of the period, by their two agencies."""
    gone = expired(coalition)
    found: defaultdict[tuple[str, str], list[Agreement]] = defaultdict(list)
    columns = ("from_agency", "to_agency", "agreement_id", "in_use", "names_position", "status")
    for from_agency, to_agency, agreement, in_use, names, status in records(
        coalition.agreements, *columns
    ):
        if agreement not in gone:
            found[from_agency, to_agency].append((agreement, in_use, names, status))
    return found


def _referral_ties(coalition: Coalition) -> dict[tuple[str, str], tuple[str, str]]:
    """Basis and status of the referral ties by their ends; a formal tie wins over others."""
    ties = coalition.ties
    ties = ties[(ties["kind"] == "referral") & (ties["quality"] != "absent")]
    rank = {"formal": 2, "informal": 1}
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for source, target, directed, basis, status in records(
        ties, "from_id", "to_id", "directed", "basis", "status"
    ):
        for way in ((source, target), (target, source))[: 2 if directed == "no" else 1]:
            if rank.get(basis, 0) > rank.get(found.get(way, ("", ""))[0], 0):
                found[way] = (basis, status)
    return found
