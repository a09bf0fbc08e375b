"""A second person shares somebody's work."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from collabnet.model import Coalition
from collabnet.model.errors import CollabnetError
from collabnet.model.records import records
from collabnet.model.vocabulary import USABLE
from collabnet.planning.changes.editing import (
    MADE_UP,
    edited,
    free_id,
    need_person,
    need_two,
    with_rows,
)

_GROUP = "Name one of them, each recorded by an id of their own."


@dataclass(frozen=True)
class Backs:
    """A second one shares a person's work: a colleague, or somebody new where ``by`` is None.

    Every second row of the person in the log, counted for each link between two agencies and
    each partner in the order of date and row, is the second one's; of agencies to which only
    one of the two belongs no row changes hands. The person's usable ties are held by both.
    Somebody new has the person's agencies, unit and role.
    """

    person: str
    by: str | None = None

    def apply(self, coalition: Coalition) -> Coalition:
        """Give the coalition in which two share the work."""
        own = need_person(coalition, self.person, "Backs", _GROUP)
        if own["enters_data_only"] == "yes":
            raise CollabnetError(
                f"Backs needs somebody who refers or receives; {self.person!r} only enters data, "
                "so nobody's work would be shared. Name whoever does the work."
            )
        by, new = self.by, {}
        homes = coalition.agencies_of
        shared = set(homes[self.person])
        if by is None:
            by = self.new_id(coalition)
            new = _new_person(coalition, own, by)
        else:
            need_person(coalition, by, "Backs", _GROUP)
            need_two("Backs", "people", self.person, by)
            shared &= set(homes[by])
            if not shared:
                raise CollabnetError(
                    f"Backs needs a colleague of the same agency; {by!r} belongs to "
                    f"{', '.join(homes[by])}, {self.person!r} to {', '.join(homes[self.person])}. "
                    "Name a colleague, or nobody: then somebody new comes."
                )
        return edited(
            coalition,
            **new,
            referrals=_share_log(coalition.referrals, self.person, by, shared),
            ties=_share_ties(coalition.ties, self.person, by),
        )

    def new_id(self, coalition: Coalition) -> str:
        """The id of somebody new."""
        taken = [*coalition.people["person_id"], *coalition.agencies["agency_id"]]
        return free_id(f"{self.person}_backup", taken)

    def __str__(self) -> str:
        return f"{self.by or 'a new colleague'} shares the work of {self.person}"


def _new_person(coalition: Coalition, own: Mapping[str, Any], new: str) -> dict[str, pd.DataFrame]:
    """Somebody new in the tables, with the agencies, the unit and the role of a person."""
    home, *others = coalition.agencies_of[own["person_id"]]
    made = {"person_id": new, "agency_id": home, "unit": own["unit"], "role": own["role"]}
    if own["name"]:
        made["name"] = f"{own['name']} (backup)"
    joined = [{"person_id": new, "agency_id": agency} for agency in others]
    return {
        "people": with_rows("people", coalition.people, [{**made, "status": MADE_UP}]),
        "memberships": with_rows("memberships", coalition.memberships, joined),
    }


def _share_log(log: pd.DataFrame, person: str, by: str, shared: set[str]) -> pd.DataFrame:
    """Give every second row of each link and partner to the second one."""
    # Rows without a day come last: nobody knows their place.
    order = log.sort_values(["on", "row"], kind="stable", na_position="last").index
    for side, other in (("from", "to"), ("to", "from")):
        seen: Counter[tuple[str, str, str]] = Counter()
        passed = []
        columns = (f"{side}_person", f"{side}_agency", f"{other}_agency", f"{other}_person")
        for index, cells in zip(order, records(log.loc[order], *columns), strict=True):
            who, agency, other_agency, partner = cells
            if who == person and agency in shared and partner != by:
                seen[agency, other_agency, partner] += 1
                if seen[agency, other_agency, partner] % 2 == 0:
                    passed.append(index)
        log[f"{side}_person"] = log[f"{side}_person"].mask(log.index.isin(passed), by)
    return log


def _share_ties(ties: pd.DataFrame, person: str, by: str) -> pd.DataFrame:
    """Add each usable tie of a person for the second one, unless that one has it already."""
    usable = ties[ties["quality"].isin(USABLE)]
    columns = ("from_id", "to_id", "kind", "basis", "directed", "quality", "strength")
    held = {cells[:4] for cells in records(usable, *columns)}
    made: dict[tuple[str, ...], dict[str, object]] = {}
    for source, target, *cells in records(usable, *columns):
        ends = tuple(by if end == person else end for end in (source, target))
        key = (*ends, *cells[:2])
        is_new = person in (source, target) and key not in held and ends[0] != ends[1]
        if is_new and key not in made:
            row = dict(zip(columns, (*ends, *cells), strict=True))
            made[key] = {**row, "status": MADE_UP}
    return with_rows("ties", ties, list(made.values()))
