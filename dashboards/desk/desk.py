"""What one start of the dashboard works with: coalitions read, assessed and released when asked.

What is worked out is kept, but nothing in it ever changes: it belongs to files as they were at a
stamp. What a user tries lives in the browser's address and comes along with each request.
"""

import gc
from collections.abc import Mapping
from os import PathLike
from threading import Lock
from typing import NamedTuple

from collabnet.data.check import Check, check
from collabnet.model import Network
from collabnet.model.coalition import Level
from collabnet.model.errors import CollabnetError
from collabnet.planning.changes import Change
from collabnet.planning.planner.plans import RankBy, plan
from collabnet.planning.whatif import what_if
from collabnet.risk.assessment import Assessment, assess
from collabnet.sharing import (
    Released,
    ReleasedPlan,
    ReleasedWhatIf,
    release,
    release_plan,
    release_what_if,
)

from ..state.address import Address
from ..state.refs import Refs
from .coalitions import GIVEN, Coalitions, stamp_of
from .jobs import Jobs
from .kept import Kept
from .look import Look, Opened, StaleError


class _State(NamedTuple):
    """A coalition as its files were at a stamp."""

    key: str
    stamp: str


class _Tried(NamedTuple):
    state: _State
    changes: tuple[Change, ...]


class _Planned(NamedTuple):
    state: _State
    changes: int
    rank_by: RankBy


class _Level(NamedTuple):
    state: _State
    level: Level


class Desk:
    """What one start of the dashboard works with.

    Parameters
    ----------
    given : a coalition folder or the name of a sample; neither: the page begins empty
    reading : answers to questions of the check, for the folder given
    home : the folder in which new coalitions are made

    Raises
    ------
    NotFoundError
        If there is neither such a folder nor such a sample.
    """

    def __init__(
        self,
        given: str | PathLike[str] | None = None,
        *,
        reading: Mapping[str, object] | None = None,
        home: str | PathLike[str] | None = None,
    ) -> None:
        self.coalitions = Coalitions(given, home=home, always_given=bool(reading))
        self.jobs = Jobs()
        self._reading = dict(reading or {})
        self._checked = Kept(self._check, most=4)
        self._assessed = Kept(self._assess, most=4)
        self._released = Kept(self._release, most=4)
        self._refs = Kept(self._number, most=4)
        self._tried = Kept(self._try, most=64)
        self._planned = Kept(self._plan, most=16)
        self._network = Kept(self._build, most=4)
        self._one_tries = Lock()

    def open(self, key: object) -> tuple[Opened, Check]:
        """Read a coalition, and check it.

        Raises
        ------
        NotFoundError
            If it isn't one that can be chosen.
        ReadingError
            If its folder can't be opened.
        """
        state = _State(str(key), stamp_of(self.coalitions.path(key)))
        return Opened(key=state.key, stamp=state.stamp), self._checked(state)

    def look(self, shown: object) -> Look:
        """Give the view that a page is told to show; nothing in it is worked out yet.

        Raises
        ------
        StaleError
            If the files have changed since the page read them.
        CollabnetError
            If what the page says of itself is no view.
        """
        match shown:
            case {"path": path, "search": search, "opened": {"key": key, "stamp": str(stamp)}}:
                self._need_current(key, stamp)
                return Look(self, key, stamp, Address.parse(path, search))
        raise CollabnetError("The page doesn't say what it shows. Reload it.")

    def checked(self, key: str, stamp: str) -> Check:
        """Give what the check of a coalition found."""
        return self._checked(_State(key, stamp))

    def assessed(self, key: str, stamp: str) -> Assessment:
        """Give the assessment of a coalition."""
        return self._assessed(_State(key, stamp))

    def released(self, key: str, stamp: str) -> Released:
        """Give a coalition as it may be shown to whoever holds the data."""
        return self._released(_State(key, stamp))

    def refs(self, key: str, stamp: str) -> Refs:
        """Give the numbers of a coalition's people and agencies."""
        return self._refs(_State(key, stamp))

    def network(self, key: str, stamp: str, level: Level) -> Network:
        """Give the network of a coalition, for measures."""
        return self._network(_Level(_State(key, stamp), level))

    def tried(self, key: str, stamp: str, changes: tuple[Change, ...]) -> ReleasedWhatIf | None:
        """Give what some changes would do; None without a change.

        Raises
        ------
        NotFoundError
            If a change names somebody who isn't there, or no longer.
        """
        return self._tried(_Tried(_State(key, stamp), changes)) if changes else None

    def planned(self, key: str, stamp: str, changes: int, rank_by: RankBy) -> ReleasedPlan:
        """Give the best few changes to a coalition; long work where they aren't known yet."""
        return self._planned(_Planned(_State(key, stamp), changes, rank_by))

    def has_planned(self, key: str, stamp: str, changes: int, rank_by: RankBy) -> bool:
        """Tell whether the best few changes are known without any work."""
        return self._planned.has(_Planned(_State(key, stamp), changes, rank_by))

    def _need_current(self, key: object, stamp: str) -> None:
        path = self.coalitions.path(key)
        if stamp_of(path) != stamp:
            raise StaleError(
                f"The files of {self.coalitions.title(str(key))} have changed since this page read "
                "them. Reload the page to read them again."
            )

    def reading(self, key: str) -> Mapping[str, object] | None:
        """Give the answers to questions of the check that came with a folder."""
        return self._reading if key == GIVEN else None

    def _check(self, state: _State) -> Check:
        return check(self.coalitions.path(state.key), reading=self.reading(state.key))

    def _assess(self, state: _State) -> Assessment:
        found = self._checked(state)
        if found.coalition is None:
            raise CollabnetError(found.to_text())
        return assess(found.coalition)

    def _number(self, state: _State) -> Refs:
        return Refs.of(self._assessed(state).coalition)

    def _release(self, state: _State) -> Released:
        released = release(self._assessed(state))
        # What was read stays: the collector needn't look through it again with every what-if,
        # which took 15 % of the time with 10,000 referrals. And it looks less often: a what-if
        # makes many values and drops nearly all of them, which took as much again.
        gc.set_threshold(100_000, 20, 20)
        gc.unfreeze()  # but for what belongs to files as they were before
        gc.collect()
        gc.freeze()
        return released

    def _build(self, asked: _Level) -> Network:
        return self._assessed(asked.state).coalition.network(asked.level)

    def _try(self, asked: _Tried) -> ReleasedWhatIf:
        assessment = self._assessed(asked.state)
        # One after the other: at once, on Python's one core, all would be as late as the last.
        with self._one_tries:
            return release_what_if(what_if(assessment, asked.changes))

    def _plan(self, asked: _Planned) -> ReleasedPlan:
        found = self._assessed(asked.state)
        return release_plan(plan(found, asked.changes, rank_by=asked.rank_by))
