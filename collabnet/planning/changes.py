"""Single changes to a coalition: each gives an edited copy, as if the input had been edited."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from collabnet.model import Coalition
from collabnet.model.errors import CollabnetError, unknown_name
from collabnet.model.records import records
from collabnet.risk.basis import BasisOf


@dataclass(frozen=True)
class Leaves:
    """A person leaves; ``post`` says whether somebody has taken over.

    With the post filled, rows and contacts under an agreement in use that names the position
    stay, with the agency's position in the person's place; all others are gone. With the post
    empty, everything that rests on the person stops.
    """

    person: str
    post: Literal["filled", "empty"] = "filled"

    def __post_init__(self) -> None:
        """Refuse a state of the post that doesn't exist."""
        if self.post not in ("filled", "empty"):
            raise CollabnetError(
                f"Leaves needs the post to be 'filled' or 'empty'; got {self.post!r}."
            )

    def apply(self, coalition: Coalition) -> Coalition:
        """Give the coalition without the person."""
        people, members = coalition.people, coalition.memberships
        _need(coalition, self.person, "person", people["person_id"])
        own = people[people["person_id"] == self.person].iloc[0]
        if own["kind"] == "group":
            raise CollabnetError(
                f"Leaves needs one person; {self.person!r} is several people recorded as one. "
                "Name one person, or let the agency close."
            )
        if own["enters_data_only"] == "yes":
            coalition = _unnamed(coalition, self.person)
        basis_of = BasisOf(coalition)
        return coalition.with_tables(
            people=people[people["person_id"] != self.person],
            memberships=members[members["person_id"] != self.person],
            referrals=self._hand_over(coalition.referrals, _log_passes(basis_of)),
            ties=self._ties(coalition, basis_of),
            answers=_without(coalition.answers, {self.person}, "respondent", "alter"),
        )

    def _hand_over(
        self, log: pd.DataFrame, passes: Callable[[str, str, str, str], bool]
    ) -> pd.DataFrame:
        """Put the position where the person stood in rows that pass on; drop the others."""
        own = log["from_person"].eq(self.person) | log["to_person"].eq(self.person)
        kept = [
            self.post == "filled" and passes(*cells)
            for cells in records(log[own], "from_agency", "to_agency", "from_person", "to_person")
        ]
        log = log.drop(index=log.index[own][[not one for one in kept]])
        for side in ("from", "to"):
            ends = log[f"{side}_person"]
            log[f"{side}_person"] = ends.mask(ends == self.person, log[f"{side}_agency"])
        return log

    def _ties(self, coalition: Coalition, basis_of: BasisOf) -> pd.DataFrame:
        ties = coalition.ties
        own = ties["from_id"].eq(self.person) | ties["to_id"].eq(self.person)
        home = coalition.agencies_of[self.person][0]
        kept = []
        for source, target, basis, quality in records(
            ties[own], "from_id", "to_id", "basis", "quality"
        ):
            other = coalition.agencies_of[target if source == self.person else source][0]
            is_there = quality != "absent" and self.post == "filled"
            kept.append(is_there and basis_of.of_contact(home, other, basis, "").passes == "yes")
        ties = ties.drop(index=ties.index[own][[not one for one in kept]])
        for column in ("from_id", "to_id"):
            ties[column] = ties[column].mask(ties[column] == self.person, home)
        return ties[ties["from_id"] != ties["to_id"]]

    def __str__(self) -> str:
        state = "the post is empty" if self.post == "empty" else "a successor is there"
        return f"{self.person} leaves ({state})"


@dataclass(frozen=True)
class Closes:
    """An agency closes: its people, its agreements and everything to and from it are gone."""

    agency: str

    def apply(self, coalition: Coalition) -> Coalition:
        """Give the coalition without the agency; people of two agencies stay in the other."""
        _need(coalition, self.agency, "agency", coalition.agencies["agency_id"])
        people = coalition.people
        others = {
            person: [agency for agency in homes if agency != self.agency]
            for person, homes in coalition.agencies_of.items()
        }
        gone = {self.agency} | {person for person, homes in others.items() if not homes}
        people = people[~people["person_id"].isin(gone)]
        agency = people["person_id"].map(lambda person: others[person][0]).astype("str")
        return coalition.with_tables(
            agencies=_without(coalition.agencies, gone, "agency_id"),
            people=people.assign(agency_id=agency),
            memberships=_without(coalition.memberships, gone, "agency_id", "person_id"),
            agreements=_without(coalition.agreements, gone, "from_agency", "to_agency"),
            ties=_without(coalition.ties, gone, "from_id", "to_id"),
            answers=_without(coalition.answers, gone, "respondent", "alter"),
            posts=_without(coalition.posts, gone, "agency_id"),
            referrals=_without(
                coalition.referrals, gone, "from_agency", "to_agency", "from_person", "to_person"
            ),
        )

    def __str__(self) -> str:
        return f"{self.agency} closes"


@dataclass(frozen=True)
class Formalizes:
    """An agreement in use from one agency to another that names the position."""

    from_agency: str
    to_agency: str

    def apply(self, coalition: Coalition) -> Coalition:
        """Give the coalition with the agreement added."""
        for agency in (self.from_agency, self.to_agency):
            _need(coalition, agency, "agency", coalition.agencies["agency_id"])
        agreements = coalition.agreements
        ids = set(agreements["agreement_id"])
        name = f"what_if_{self.from_agency}_{self.to_agency}"
        while name in ids:
            name += "_again"
        made = {
            "agreement_id": name,
            "from_agency": self.from_agency,
            "to_agency": self.to_agency,
            "kind": "protocol",
            "names_position": "yes",
            "in_use": "yes",
            "status": "illustrative",
            "row": int(agreements["row"].max()) + 1 if len(agreements) else 2,
        }
        columns = {c: made.get(c, pd.NaT if c.endswith("_on") else "") for c in agreements.columns}
        added = pd.DataFrame([columns])
        both = pd.concat([agreements, added]) if len(agreements) else added
        return coalition.with_tables(agreements=both.reset_index(drop=True))

    def __str__(self) -> str:
        return f"an agreement from {self.from_agency} to {self.to_agency}"


Change = Leaves | Closes | Formalizes


def apply_changes(coalition: Coalition, changes: Iterable[Change]) -> Coalition:
    """Apply changes one after the other; the coalition that was given stays as it is.

    The period observed stays too: the log covers the same months, whoever is gone.
    """
    if period := coalition.period:
        coalition = coalition.with_settings(period_start=period.start, period_end=period.end)
    for change in changes:
        coalition = change.apply(coalition)
    return coalition


def _unnamed(coalition: Coalition, person: str) -> Coalition:
    """Blank somebody who only enters data: their rows are nobody's known work, and stay."""
    log = coalition.referrals
    for column in ("from_person", "to_person"):
        log[column] = log[column].mask(log[column] == person, "")
    return coalition.with_tables(referrals=log)


def _log_passes(basis_of: BasisOf) -> Callable[[str, str, str, str], bool]:
    return lambda *cells: basis_of(*cells).passes == "yes"


def _without(table: pd.DataFrame, gone: set[str], *columns: str) -> pd.DataFrame:
    for column in columns:
        table = table[~table[column].isin(gone)]
    return table


def _need(coalition: Coalition, actor: str, what: str, known: Iterable[str]) -> None:
    ids = list(known)
    if actor not in ids:
        where = "people.csv" if what == "person" else "agencies.csv"
        remedy = f"Ids of {coalition.settings.name} stand in {where}."
        raise unknown_name(what, actor, ids, remedy)
