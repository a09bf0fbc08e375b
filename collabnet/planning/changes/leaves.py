"""A person leaves: what an agreement passes on stays with the post, the rest goes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from collabnet.model import Coalition
from collabnet.model.errors import CollabnetError
from collabnet.model.records import records
from collabnet.planning.changes.editing import edited, flags, need_person, without
from collabnet.risk.basis import BasisOf

Cells = tuple[str, str, str, str]


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
        instead = "Name one person, or let the agency close."
        own = need_person(coalition, self.person, "Leaves", instead)
        people, members = coalition.people, coalition.memberships
        log, ties = coalition.referrals, coalition.ties
        if own["enters_data_only"] == "yes":
            log = _unnamed(log, self.person)
        basis_of = BasisOf(coalition)
        home = coalition.agencies_of[self.person][0]
        is_filled = self.post == "filled"
        passing = [is_filled and one for one in contacts_pass(coalition, self.person, basis_of)]
        gone = {self.person}
        return edited(
            coalition,
            people=without(people, gone, "person_id"),
            memberships=without(members, gone, "person_id"),
            referrals=pass_log(
                log, self.person, lambda *cells: is_filled and basis_of(*cells).passes == "yes"
            ),
            ties=pass_ties(ties, self.person, home, passing),
            answers=without(coalition.answers, gone, "respondent", "alter"),
        )

    def __str__(self) -> str:
        state = "the post is empty" if self.post == "empty" else "a successor is there"
        return f"{self.person} leaves ({state})"


def pass_log(
    log: pd.DataFrame,
    person: str,
    passes: Callable[[str, str, str, str], bool],
    concerns: Callable[[str], bool] = lambda agency: True,
) -> pd.DataFrame:
    """Put the position where a person stood in rows that pass on; drop the others.

    Only rows count in which the person stands for an agency that ``concerns``.
    """
    columns = ("from_agency", "to_agency", "from_person", "to_person")
    kept = []
    for cells in records(log, *columns):
        agencies, ends = cells[:2], cells[2:]
        stands_for = [a for a, end in zip(agencies, ends, strict=True) if end == person]
        kept.append(not any(map(concerns, stands_for)) or passes(*cells))
    log = log[flags(log, kept)].copy()
    for side in ("from", "to"):
        own = log[f"{side}_person"].eq(person) & log[f"{side}_agency"].map(concerns).astype("bool")
        log[f"{side}_person"] = log[f"{side}_person"].mask(own, log[f"{side}_agency"])
    return log


def contacts_pass(coalition: Coalition, person: str, basis_of: BasisOf) -> list[bool]:
    """Whether each tie is a person's, and an agreement in use passes it on to the position."""
    home = coalition.agencies_of[person][0]
    found = []
    columns = ("from_id", "to_id", "basis", "quality")
    for source, target, basis, quality in records(coalition.ties, *columns):
        is_own = person in (source, target)
        other = coalition.agencies_of[target if source == person else source][0]
        passes = is_own and basis_of.of_contact(home, other, basis, "").passes == "yes"
        found.append(passes and quality != "absent")
    return found


def pass_ties(
    ties: pd.DataFrame,
    person: str,
    position: str,
    passing: list[bool],
    kept: list[bool] | None = None,
) -> pd.DataFrame:
    """Put the position where a person stood in ties that pass on; drop the person's others.

    ``kept`` are those that stay the person's.
    """
    own = ties["from_id"].eq(person) | ties["to_id"].eq(person)
    passed = flags(ties, passing)
    stays = flags(ties, kept or [False] * len(ties))
    for column in ("from_id", "to_id"):
        ties[column] = ties[column].mask(ties[column].eq(person) & passed, position)
    ties = ties[~own | passed | stays]
    return ties[~(own & passed).reindex(ties.index) | (ties["from_id"] != ties["to_id"])]


def _unnamed(log: pd.DataFrame, person: str) -> pd.DataFrame:
    """Blank somebody who only enters data: their rows are nobody's known work, and stay."""
    for column in ("from_person", "to_person"):
        log[column] = log[column].mask(log[column] == person, "")
    return log
