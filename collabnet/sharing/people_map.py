"""The network map of agencies, people and ties, for whoever holds the data."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from collabnet.model import Coalition
from collabnet.model.records import records
from collabnet.model.vocabulary import USABLE
from collabnet.risk.assessment import Assessment
from collabnet.risk.basis import BasisOf
from collabnet.risk.rows import Row
from collabnet.risk.say_contacts import KIND_NOUN
from collabnet.risk.wording import count

Passes = Literal["yes", "no", "unknown"]
Map = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True)
class MapTie:
    """A line of the map: a reported tie, or the referrals between two ends on one basis.

    ``referrals`` counts those in the log by month and service, so that the map can be narrowed
    down to some of them; ``strength`` is their number, None for a tie that was reported.
    """

    id: str
    from_id: str
    to_id: str
    kind: str
    basis: str
    quality: str
    strength: float | None
    is_directed: bool
    label: str | None
    passes: Passes
    referrals: tuple[tuple[str, str, int], ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The line as the map takes it."""
        return {
            "id": self.id,
            "from": self.from_id,
            "to": self.to_id,
            "kind": KIND_NOUN.get(self.kind, self.kind),
            "basis": self.basis,
            "quality": self.quality,
            "strength": self.strength,
            "directed": self.is_directed,
            "label": self.label,
            "referrals": [list(part) for part in self.referrals],
        }


def people_map(assessment: Assessment, *, mark_hubs: bool = True) -> Map:
    """Agencies, people and ties as the network map takes them.

    Hubs are among the findings: who shows agencies alone spares finding them.
    """
    coalition = assessment.coalition
    judged = assessment.judged if mark_hubs else ()
    hubs = {person for one in judged if one.kind == "hub" for person in one.people}
    outside, names = coalition.outside, coalition.names
    agencies = [
        {
            "id": agency,
            "label": names[agency],
            "sector": sector or None,
            "outside": agency in outside,
        }
        for agency, sector in records(coalition.agencies, "agency_id", "sector")
    ]
    people = [
        {
            "id": person,
            "label": names[person],
            "agency": agency,
            "role": role or None,
            "kind": kind,
            "is_hub": person in hubs,
            "outside": person in outside,
        }
        for person, agency, role, kind in records(
            coalition.people, "person_id", "agency_id", "role", "kind"
        )
    ]
    ties = [tie.to_dict() for tie in map_ties(coalition, assessment.rows)]
    return {"agencies": agencies, "people": people, "ties": ties}


def map_ties(coalition: Coalition, rows: Sequence[Row]) -> list[MapTie]:
    """The lines of the map: referrals by their two ends, then the ties that were reported."""
    return [*_log_ties(row for row in rows if row.is_log), *_reported_ties(coalition)]


def _log_ties(rows: Iterable[Row]) -> list[MapTie]:
    grouped: defaultdict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        ends = row.sender.id or row.from_agency, row.receiver.id or row.to_agency
        if ends[0] != ends[1]:
            grouped[*ends, row.basis.form].append(row)
    return [
        MapTie(
            id=f"log:{sender}>{receiver}:{form}",
            from_id=sender,
            to_id=receiver,
            kind="referral",
            basis=form,
            quality="usable",
            strength=float(len(found)),
            is_directed=True,
            label=f"{count(len(found), 'referral')} in the log",
            passes=_weakest({row.basis.passes for row in found}),
            referrals=_by_month_and_service(found),
        )
        for (sender, receiver, form), found in sorted(grouped.items())
    ]


def _by_month_and_service(rows: Iterable[Row]) -> tuple[tuple[str, str, int], ...]:
    """Count referrals of the same month and service; "" where the log doesn't tell."""
    counts = Counter((f"{row.on:%Y-%m}" if row.on else "", row.service) for row in rows)
    return tuple((*part, n) for part, n in sorted(counts.items()))


def _reported_ties(coalition: Coalition) -> list[MapTie]:
    basis_of, agencies_of = BasisOf(coalition), coalition.agencies_of
    found = []
    columns = ("file", "row", "from_id", "to_id", "directed", "kind", "basis", "quality")
    for file, row, source, target, directed, kind, basis, quality in records(
        coalition.ties, *columns
    ):
        if source == target:
            continue
        home, other = agencies_of[source][0], agencies_of[target][0]
        judged = basis_of.of_contact(home, other, basis, "")
        found.append(
            MapTie(
                id=f"tie:{row}" if file == "ties.csv" else f"tie:{file}:{row}:{source}:{target}",
                from_id=source,
                to_id=target,
                kind=kind,
                basis=basis,
                quality="usable" if quality in USABLE else quality,
                strength=None,
                is_directed=directed != "no",
                label=None,
                passes=judged.passes if basis == "formal" else "no",
            )
        )
    return found


def _weakest(passes: set[Passes]) -> Passes:
    if "no" in passes:
        return "no"
    return "unknown" if "unknown" in passes else "yes"
