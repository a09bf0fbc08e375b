"""Contacts change: a new one, strained ones repaired, invitations that were missing."""

from dataclasses import dataclass

from collabnet.model import Coalition
from collabnet.model.errors import CollabnetError
from collabnet.model.records import records
from collabnet.model.sheets import wave_day
from collabnet.model.vocabulary import USABLE
from collabnet.planning.changes.editing import (
    MADE_UP,
    edited,
    flags,
    need_actor,
    need_two,
    with_rows,
)

_INVITATIONS = ("meeting_invitation", "team_invitation")


@dataclass(frozen=True)
class Ties:
    """A contact between two actors: people, groups or agencies (their positions).

    A gap of contact that somebody reports between the two, or between one of them and the
    other's agency as a whole, or between both agencies as a whole, is closed by it.
    """

    a: str
    b: str

    def apply(self, coalition: Coalition) -> Coalition:
        """Give the coalition with the contact, without the gaps that it closes."""
        for actor in (self.a, self.b):
            need_actor(coalition, actor)
        need_two("Ties", "people or agencies", self.a, self.b)
        ties = coalition.ties
        ends = {self.a, self.b}
        columns = ("from_id", "to_id", "kind", "quality")
        if any(
            {source, target} == ends and kind == "contact" and quality in USABLE
            for source, target, kind, quality in records(ties, *columns)
        ):
            raise CollabnetError(
                f"Between {self.a!r} and {self.b!r} there is a contact already that nobody calls "
                "strained. Name two who have none."
            )
        first, second = ({end, *coalition.agencies_of[end]} for end in (self.a, self.b))
        closed = [
            quality == "absent"
            and kind == "contact"
            and ((source in first and target in second) or (source in second and target in first))
            for source, target, kind, quality in records(ties, *columns)
        ]
        made = {
            "from_id": self.a,
            "to_id": self.b,
            "directed": "no",
            "kind": "contact",
            "basis": "informal",
            "quality": "positive",
            "status": MADE_UP,
        }
        kept = ties[~flags(ties, closed)]
        return edited(coalition, ties=with_rows("ties", kept, [made]))

    def __str__(self) -> str:
        return f"a contact between {self.a} and {self.b}"


@dataclass(frozen=True)
class Repairs:
    """Ties that somebody calls strained, between two actors or two agencies, become positive.

    An agency stands for its people and its position; one agency twice for the ties inside it.
    """

    a: str
    b: str

    def apply(self, coalition: Coalition) -> Coalition:
        """Give the coalition with the ties repaired."""
        for actor in (self.a, self.b):
            need_actor(coalition, actor)
        if self.a not in set(coalition.agencies["agency_id"]):
            need_two("Repairs", "people or agencies", self.a, self.b)
        ties = coalition.ties
        is_between = flags(ties, map(any, between(coalition, self.a, self.b)))
        strained = is_between & ties["quality"].eq("strained")
        if not strained.any():
            is_inside = self.a == self.b
            where = f"Inside {self.a!r}" if is_inside else f"Between {self.a!r} and {self.b!r}"
            raise CollabnetError(
                f"{where} no tie is called strained, so there is nothing to repair. Strained ties "
                "stand in ties.csv with the quality strained."
            )
        ties["quality"] = ties["quality"].mask(strained, "positive")
        return edited(coalition, ties=ties)

    def __str__(self) -> str:
        if self.a == self.b:
            return f"strained ties inside {self.a} are repaired"
        return f"strained ties between {self.a} and {self.b} are repaired"


@dataclass(frozen=True)
class Invites:
    """One invites the other to its meetings: a person, a group or an agency each.

    Invitations of the one to the other that somebody reports as missing become positive; where
    none is reported missing, an invitation to the team is added. An agency stands for its people
    and its position.
    """

    a: str
    b: str

    def apply(self, coalition: Coalition) -> Coalition:
        """Give the coalition with the invitations."""
        for actor in (self.a, self.b):
            need_actor(coalition, actor)
        need_two("Invites", "people or agencies", self.a, self.b)
        ties = coalition.ties
        invited = []
        missing = []
        columns = ("kind", "quality", "directed")
        ways = between(coalition, self.a, self.b)
        for (forth, back), cells in zip(ways, records(ties, *columns), strict=True):
            kind, quality, directed = cells
            is_one = kind in _INVITATIONS and (forth or (back and directed == "no"))
            missing.append(is_one and quality == "absent")
            invited.append(is_one and quality in USABLE)
        if any(missing):
            ties["quality"] = ties["quality"].mask(flags(ties, missing), "positive")
            return edited(coalition, ties=ties)
        if any(invited):
            raise CollabnetError(
                f"{self.a!r} invites {self.b!r} already, and nobody reports an invitation as "
                "missing. Name two of whom one isn't invited."
            )
        made = {
            "from_id": self.a,
            "to_id": self.b,
            "directed": "yes",
            "kind": "team_invitation",
            "basis": "informal",
            "quality": "positive",
            "status": MADE_UP,
        }
        return edited(coalition, ties=with_rows("ties", ties, [made]))

    def __str__(self) -> str:
        return f"{self.a} invites {self.b}"


def between(coalition: Coalition, a: str, b: str) -> list[tuple[bool, bool]]:
    """Tell of each tie whether it leads from ``a`` to ``b``, and whether from ``b`` to ``a``.

    An agency stands for everybody to whom contacts count it, at the time of the tie's wave:
    two ends that share an agency are between two others of theirs where there are some.
    """
    ties, survey = coalition.ties, coalition.settings.survey
    places = {wave: coalition.agencies_at(wave_day(wave, survey)) for wave in ties["wave"].unique()}
    found = []
    for source, target, wave in records(ties, "from_id", "to_id", "wave"):
        pairs = {(x, y) for x in places[wave][source] for y in places[wave][target]}
        counted = {(x, y) for x, y in pairs if x != y} or pairs
        forth = any(a in (source, x) and b in (target, y) for x, y in counted)
        back = any(b in (source, x) and a in (target, y) for x, y in counted)
        found.append((forth and source != target, back and source != target))
    return found
