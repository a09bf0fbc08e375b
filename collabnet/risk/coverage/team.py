"""Whether the response team is complete: by the team on record, else by hand-offs."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import pandas as pd

from collabnet.model import Coalition
from collabnet.model.records import records
from collabnet.model.vocabulary import CONTACT_KINDS, USABLE
from collabnet.risk.coverage.identifying import identifying_agencies
from collabnet.risk.coverage.steps import steps_from
from collabnet.risk.rows import Row

Ways = Mapping[str, Collection[str]]
State = Literal["on the team", "reached", "strained", "missing", "nobody listed", "not known"]
"""Whether a role or sector is there; "strained": only through ties described as strained."""
TEAM_TIE = "team_invitation"
WAYS = (*CONTACT_KINDS, "referral")
"""Kinds of tie over which somebody reaches somebody of the team."""
TABLE = ("member", "from_agency", "state", "basis", "hand_offs", "holders")


@dataclass(frozen=True)
class Seat:
    """One role or sector of the response team, as seen from one or more identifying agencies.

    Attributes
    ----------
    member : as in coalition.toml, "role:judge" or "sector:health care"
    basis : "team on record" where somebody invites to the team, else "hand-offs"
    hand_offs : fewest over usable ties and referrals; 0 inside the agency, None without a way
    holders : actors that hold the role, or belong to the sector: people, groups, positions
    """

    member: str
    state: State
    basis: Literal["team on record", "hand-offs"]
    hand_offs: int | None
    holders: tuple[str, ...]


def team_table(coalition: Coalition, rows: Sequence[Row]) -> pd.DataFrame:
    """Check the response team, role by role and sector by sector.

    Where ties of kind team_invitation are on record, those at their ends are the team. Else a
    role or sector should be reached within so many hand-offs (``[team] hand_offs``, default 2)
    over usable ties and referrals, in their direction, from each agency that identifies cases;
    inside that agency it takes none. The young person and the family are not counted.

    Returns
    -------
    DataFrame, one row per role or sector and identifying agency, in the order of the list
        state : "on the team", "reached", "strained" (only through ties described as strained),
            "missing", "nobody listed" (no person or agency of this kind is in the tables), or
            "not known" (a blank role or sector may be it, or nobody was asked about them)
        hand_offs : float, fewest; NaN without a way
        holders : str, ids of the people, groups and positions that hold the role or belong to the
            sector, joined by ";"
    """
    check = TeamCheck(coalition, rows)
    found = []
    for member in coalition.settings.coverage.team:
        for start in check.starts or ("",):
            seat = check.seat(member, (start,) if start else ())
            holders = ";".join(seat.holders)
            found.append((member, start, seat.state, seat.basis, seat.hand_offs, holders))
    return pd.DataFrame(found, columns=list(TABLE)).astype({"hand_offs": "float64"})


class TeamCheck:
    """Looks for each role and sector of the response team."""

    def __init__(self, coalition: Coalition, rows: Sequence[Row]) -> None:
        self._coalition = coalition
        self._rows = rows
        self._settings = coalition.settings.coverage
        self._sectors = dict(records(coalition.agencies, "agency_id", "sector"))
        self._roles = dict(records(coalition.people, "person_id", "role"))
        self._homes = {a: homes[0] for a, homes in coalition.agencies_of.items()}
        self._actors = sorted(set(self._homes) - coalition.outside)
        self._known_holders: dict[str, tuple[tuple[str, ...], frozenset[str]]] = {}
        self._known_steps: dict[tuple[frozenset[str], bool], dict[str, int]] = {}

    @cached_property
    def is_on_record(self) -> bool:
        """Whether any tie says who is invited to the team."""
        return bool(self._team["usable"])

    @cached_property
    def starts(self) -> tuple[str, ...]:
        """The agencies from which the team should be reached."""
        return identifying_agencies(self._coalition, self._rows)

    def seat(self, member: str, starts: tuple[str, ...]) -> Seat:
        """Look for a role or sector from some agencies together: from whichever is nearest."""
        holders, may_be = self.holders(member)
        basis: Literal["team on record", "hand-offs"] = (
            "team on record" if self.is_on_record else "hand-offs"
        )
        steps = self._steps(starts, frozenset(holders), self._before)
        return Seat(member, self._state(starts, holders, may_be), basis, steps, holders)

    def _state(
        self, starts: tuple[str, ...], holders: tuple[str, ...], may_be: frozenset[str]
    ) -> State:
        if not holders and not may_be:
            return "nobody listed"
        if not (starts or self.is_on_record):
            return "not known"
        if self.is_on_record:
            if not self._team["usable"].isdisjoint(holders):
                return "on the team"
            is_strained = not self._team["strained"].isdisjoint(holders)
            is_open = not may_be.isdisjoint(self._team["usable"])
        else:
            if self._is_near(starts, frozenset(holders), self._before):
                return "reached"
            is_strained = self._is_near(starts, frozenset(holders), self._before_strained)
            is_open = self._is_near(starts, may_be, self._before)
        if is_strained:
            return "strained"
        # Of somebody who was never asked, and whom no row names, nothing is known.
        return "missing" if not is_open and not self._told.isdisjoint(holders) else "not known"

    def holders(self, member: str) -> tuple[tuple[str, ...], frozenset[str]]:
        """Actors of a role or sector, and those whose cell is blank.

        A position has the roles of the agency's people.
        """
        if member not in self._known_holders:
            kind, _, word = member.partition(":")
            words = self._sectors_of if kind == "sector" else self._roles_of
            holders = tuple(actor for actor in self._actors if word.lower() in words[actor])
            blank = {actor for actor in self._actors if not words[actor] or "" in words[actor]}
            self._known_holders[member] = holders, frozenset(blank.difference(holders))
        return self._known_holders[member]

    @cached_property
    def _sectors_of(self) -> dict[str, set[str]]:
        agencies = {a: _parts(cell) for a, cell in self._sectors.items()}
        return {actor: agencies.get(self._homes[actor], set()) for actor in self._actors}

    @cached_property
    def _roles_of(self) -> dict[str, set[str]]:
        roles = {person: _parts(cell) for person, cell in self._roles.items()}
        of_agency: dict[str, set[str]] = {}
        for person, own in roles.items():
            of_agency.setdefault(self._homes[person], set()).update(own or {""})
        return {
            actor: roles[actor] if actor in roles else of_agency.get(actor, {""})
            for actor in self._actors
        }

    @cached_property
    def _team(self) -> dict[str, frozenset[str]]:
        """Who stands at an invitation to the team, by whether the tie is usable or strained."""
        found: dict[str, set[str]] = {"usable": set(), "strained": set()}
        for source, target, kind, quality in self._ties:
            if kind == TEAM_TIE and quality != "absent":
                name = "usable" if quality in USABLE else "strained"
                found[name] |= {source, target}
        return {name: frozenset(actors) for name, actors in found.items()}

    @cached_property
    def _ties(self) -> list[tuple[str, str, str, str]]:
        """Each tie once for each way in which it can be used."""
        columns = ("from_id", "to_id", "kind", "quality", "directed")
        found = []
        for source, target, kind, quality, directed in records(self._coalition.ties, *columns):
            found.append((source, target, kind, quality))
            if directed == "no":
                found.append((target, source, kind, quality))
        return found

    @cached_property
    def _told(self) -> frozenset[str]:
        """Whom a row names, or who was asked."""
        people = self._coalition.people
        asked = people["interviewed"].eq("yes") | people["ties_known"].eq("yes")
        named = {actor for source, target, _, _ in self._ties for actor in (source, target)}
        log = {end.id for row in self._rows for end in (row.sender, row.receiver)}
        return frozenset(named | log | set(people.loc[asked, "person_id"]))

    def _is_near(self, starts: tuple[str, ...], actors: frozenset[str], before: Ways) -> bool:
        steps = self._steps(starts, actors, before)
        return steps is not None and steps <= self._settings.hand_offs

    def _steps(self, starts: tuple[str, ...], actors: frozenset[str], before: Ways) -> int | None:
        """Fewest hand-offs from anybody of some agencies, positions included, to some actors."""
        key = (actors, before is self._before)
        if key not in self._known_steps:
            # Walked backwards once for all agencies.
            steps: dict[str, int] = {}
            for actor, n in steps_from(sorted(actors), before).items():
                home = self._homes[actor]
                steps[home] = min(n, steps.get(home, n))
            self._known_steps[key] = steps
        found = self._known_steps[key]
        return min((found[one] for one in starts if one in found), default=None)

    @cached_property
    def _handed(self) -> frozenset[tuple[str, str]]:
        """Who has passed a referral on to whom."""
        return frozenset(
            (row.sender.id, row.receiver.id)
            for row in self._rows
            if row.sender.id and row.receiver.id
        )

    @cached_property
    def _before(self) -> Ways:
        return self._passing(USABLE)

    @cached_property
    def _before_strained(self) -> Ways:
        return self._passing((*USABLE, "strained"))

    def _passing(self, qualities: Collection[str]) -> Ways:
        """Who can pass a case on to each actor, over ties of some qualities and the log."""
        before: dict[str, set[str]] = {}
        for source, target, kind, quality in self._ties:
            if kind in WAYS and quality in qualities:
                before.setdefault(target, set()).add(source)
        for sender, receiver in self._handed:
            before.setdefault(receiver, set()).add(sender)
        return {target: sorted(sources) for target, sources in before.items()}


def _parts(cell: str) -> set[str]:
    """The words of a cell that may hold several: "therapist and director" is both."""
    return {part.strip().lower() for one in cell.split(";") for part in one.split(" and ")} - {""}
