"""A person moves to another agency: posts keep what is on paper, people what is their own."""

from dataclasses import dataclass

import pandas as pd

from collabnet.model import Coalition
from collabnet.model.errors import CollabnetError
from collabnet.model.records import records
from collabnet.model.vocabulary import USABLE
from collabnet.planning.changes.editing import edited, need_agency, need_person, without
from collabnet.planning.changes.leaves import contacts_pass, pass_log, pass_ties
from collabnet.risk.basis import BasisOf


@dataclass(frozen=True)
class Moves:
    """A person changes from their agency to another one; other memberships stay.

    As if they had left with a successor there: rows and contacts under an agreement in use that
    names the position stay with the old agency's position, and the other rows for the old agency
    are gone. Usable contacts that are known to be informal stay the person's and move along;
    those whose basis isn't known are gone.
    """

    person: str
    to: str

    def apply(self, coalition: Coalition) -> Coalition:
        """Give the coalition with the person at the other agency."""
        instead = "Name one person, each recorded by an id of their own."
        own = need_person(coalition, self.person, "Moves", instead)
        need_agency(coalition, self.to)
        old = coalition.agencies_of[self.person][0]
        if self.to == old:
            raise CollabnetError(
                f"Moves needs another agency; {self.person!r} belongs to {old!r} already. Name "
                "the agency to move to."
            )
        basis_of = BasisOf(coalition)
        log = coalition.referrals
        if own["enters_data_only"] != "yes":
            log = pass_log(
                log,
                self.person,
                lambda *cells: basis_of(*cells).passes == "yes",
                lambda agency: agency == old,
            )
        passing = contacts_pass(coalition, self.person, basis_of)
        kept = _own(coalition, self.person, old, basis_of)
        return edited(
            coalition,
            people=_rehomed(coalition.people, self.person, self.to),
            memberships=_left(coalition.memberships, self.person, {old, self.to}),
            referrals=log,
            ties=pass_ties(coalition.ties, self.person, old, passing, kept),
            answers=without(coalition.answers, {self.person}, "respondent", "alter"),
        )

    def __str__(self) -> str:
        return f"{self.person} moves to {self.to}"


def _own(coalition: Coalition, person: str, home: str, basis_of: BasisOf) -> list[bool]:
    """Whether each tie is a person's own: usable, and known to be informal."""
    found = []
    columns = ("from_id", "to_id", "basis", "quality", "status")
    for source, target, basis, quality, status in records(coalition.ties, *columns):
        other = coalition.agencies_of[target if source == person else source][0]
        form = basis_of.of_contact(home, other, basis, status).form
        found.append(person in (source, target) and quality in USABLE and form == "informal")
    return found


def _rehomed(people: pd.DataFrame, person: str, to: str) -> pd.DataFrame:
    """Write the new agency down; unit and office were the old one's."""
    own = people["person_id"] == person
    people["agency_id"] = people["agency_id"].mask(own, to)
    for column in ("unit", "office"):
        people[column] = people[column].mask(own, "")
    return people


def _left(memberships: pd.DataFrame, person: str, agencies: set[str]) -> pd.DataFrame:
    gone = memberships["person_id"].eq(person) & memberships["agency_id"].isin(agencies)
    return memberships[~gone]
