"""What a coalition covers, as it is and with what is tried; kept for each state of the files."""

from collections.abc import Sequence
from typing import NamedTuple

from collabnet.planning.changes import Change
from collabnet.planning.whatif import what_if
from collabnet.risk.assessment import Assessment
from collabnet.sharing import ReleasedCoverage, ReleasedSeat, release_coverage, release_seats

from ...desk import Desk, Look
from ...desk.kept import Kept
from ...state.steps import changes_of


class _Asked(NamedTuple):
    key: str
    stamp: str
    changes: tuple[Change, ...]


class Known:
    """Coverage, worked out once for each state of the files and each set of changes."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept = Kept(self._cover, most=16)

    def now(self, look: Look) -> ReleasedCoverage:
        """What is covered as it is."""
        return self._kept(_Asked(look.key, look.stamp, ()))

    def tried(self, look: Look) -> ReleasedCoverage | None:
        """What would be covered with what is tried; None where nothing is, or can be."""
        return self._kept(_asked(look)) if look.tried else None

    def seats(self, look: Look, team: Sequence[str]) -> tuple[ReleasedSeat, ...]:
        """What is known of another response team, as it is."""
        return release_seats(look.assessment, team)

    def seats_tried(self, look: Look, team: Sequence[str]) -> tuple[ReleasedSeat, ...]:
        """The same with what is tried; nothing where nothing is, or can be."""
        return release_seats(self._assessment(_asked(look)), team) if look.tried else ()

    def _cover(self, asked: _Asked) -> ReleasedCoverage:
        return release_coverage(self._assessment(asked))

    def _assessment(self, asked: _Asked) -> Assessment:
        assessment = self._desk.assessed(asked.key, asked.stamp)
        return what_if(assessment, asked.changes).after if asked.changes else assessment


def _asked(look: Look) -> _Asked:
    return _Asked(look.key, look.stamp, changes_of(look.steps))
