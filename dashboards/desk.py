"""The coalitions that the page may show: read, assessed and released when they are asked for.

What is worked out is kept, but nothing in it ever changes: it belongs to files as they were at a
stamp. What a user tries lives in the browser and comes along with each request.
"""

import gc
import hashlib
from collections.abc import Mapping
from functools import lru_cache
from os import PathLike
from pathlib import Path
from threading import RLock
from typing import TypedDict

from collabnet.data.check import Check, check
from collabnet.data.folder_lock import LOCK
from collabnet.data.samples import find_path, list_samples
from collabnet.model import Network
from collabnet.model.coalition import Level
from collabnet.model.errors import CollabnetError, NotFoundError
from collabnet.planning.changes import Change
from collabnet.planning.scenarios import FOLDER
from collabnet.planning.whatif import what_if
from collabnet.plots.layout import NARROW, Positions, positions
from collabnet.risk.assessment import Assessment, assess
from collabnet.sharing import (
    Released,
    ReleasedMeasure,
    ReleasedWhatIf,
    release,
    release_measure,
    release_what_if,
)

from .components.choice import Group, Option
from .panels.map_view import elements
from .panels.measures_choice import check_size

GIVEN = "given"
FIRST_SAMPLE = "site_b"


class Opened(TypedDict):
    """The coalition on a page: which one, and the stamp of its files when they were read."""

    key: str
    stamp: str


class StaleError(CollabnetError):
    """The files have changed since the page read them."""


class Desk:
    """What one start of the dashboard works with: the folder given, and the samples.

    Parameters
    ----------
    given : a coalition folder or the name of a sample; the samples alone without it
    reading : answers to questions of the check, for the folder given

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
    ) -> None:
        samples = list_samples()
        self._paths: dict[str, Path] = {sample.name: sample.path for sample in samples}
        self._titles = {sample.name: sample.title for sample in samples}
        self._reading = dict(reading or {})
        self.start = FIRST_SAMPLE if FIRST_SAMPLE in self._paths else ""
        if given is not None:
            self._take(find_path(given))
        self._lock = RLock()
        self._checked = lru_cache(maxsize=4)(self._check)
        self._assessed = lru_cache(maxsize=4)(self._assess)
        self._released = lru_cache(maxsize=4)(self._release)
        self._tried = lru_cache(maxsize=64)(self._try)
        self._placed = lru_cache(maxsize=4)(self._place)
        self._measuring = RLock()  # what may take seconds holds nothing else up
        self._network = lru_cache(maxsize=4)(self._build)
        self._measured = lru_cache(maxsize=32)(self._measure)

    def _take(self, path: Path) -> None:
        """Start with a folder; one that is a sample stands among the samples."""
        same = [name for name, known in self._paths.items() if known.resolve() == path.resolve()]
        self.start = same[0] if same and not self._reading else GIVEN
        if self.start == GIVEN:
            self._paths[GIVEN] = path

    def groups(self) -> list[Group]:
        """List what can be chosen, the folder given on top."""
        found: list[Group] = []
        if GIVEN in self._paths:
            name = self._paths[GIVEN].resolve().name
            found.append(Group(label="Your folder", options=[Option(value=GIVEN, label=name)]))
        samples = [Option(value=name, label=title) for name, title in self._titles.items()]
        return [*found, Group(label="Samples", options=samples)]

    def open(self, key: object) -> tuple[Opened, Check]:
        """Read a coalition, and check it.

        Raises
        ------
        NotFoundError
            If it isn't one that can be chosen.
        ReadingError
            If its folder can't be opened.
        """
        path = self._path(key)
        opened = Opened(key=str(key), stamp=stamp_of(path))
        with self._lock:
            return opened, self._checked(**opened)

    def released(self, opened: Opened) -> Released:
        """Give the coalition on the page as it may be shown.

        Raises
        ------
        StaleError
            If its files have changed since.
        """
        with self._lock:
            return self._released(**self._current(opened))

    def tried(self, opened: Opened, changes: tuple[Change, ...]) -> ReleasedWhatIf | None:
        """Give what some changes would do; None without a change.

        Raises
        ------
        StaleError
            If the files have changed since.
        NotFoundError
            If a change names somebody who isn't there, or no longer.
        """
        with self._lock:
            return self._tried(changes=changes, **self._current(opened)) if changes else None

    def places(self, opened: Opened, view: str) -> tuple[Positions, Positions]:
        """Say where everything stands in a view of the map, on a wide and on a narrow screen."""
        with self._lock:
            return self._placed(view=view, **self._current(opened))

    def measured(self, opened: Opened, level: Level, measure: str) -> ReleasedMeasure:
        """Give a measure of every person or agency.

        Raises
        ------
        StaleError
            If the files have changed since.
        CollabnetError
            If there is no such measure, or the network is too large or too small for it.
        """
        with self._lock:
            current = self._current(opened)
        with self._measuring:
            return self._measured(level=level, measure=measure, **current)

    def _path(self, key: object) -> Path:
        if not isinstance(key, str) or key not in self._paths:
            raise NotFoundError(
                "The page asked for a coalition that this dashboard doesn't know. Reload the page "
                "and choose one of those on top."
            )
        return self._paths[key]

    def _current(self, opened: Opened) -> Opened:
        key, stamp = opened.get("key"), opened.get("stamp")
        path = self._path(key)
        if stamp_of(path) != stamp:
            raise StaleError(
                f"The files in {path.name} have changed since this page read them. Reload the "
                "page to read them again."
            )
        return Opened(key=str(key), stamp=str(stamp))

    def _check(self, *, key: str, stamp: str) -> Check:
        return check(self._paths[key], reading=self._reading if key == GIVEN else None)

    def _assess(self, *, key: str, stamp: str) -> Assessment:
        found = self._checked(key=key, stamp=stamp)
        if found.coalition is None:
            raise CollabnetError(found.to_text())
        return assess(found.coalition)

    def _release(self, *, key: str, stamp: str) -> Released:
        released = release(self._assessed(key=key, stamp=stamp))
        # What was read stays: the collector needn't look through it again with every what-if,
        # which took 15 % of the time with 10,000 referrals.
        gc.collect()
        gc.freeze()
        return released

    def _place(self, *, key: str, stamp: str, view: str) -> tuple[Positions, Positions]:
        drawn = elements(self._released(key=key, stamp=stamp).map, view)
        parts = drawn["agencies"], drawn["people"], drawn["ties"]
        narrow = positions(*parts, aspect=NARROW["aspect"], name_size=NARROW["name_size"])
        return positions(*parts), narrow

    def _build(self, *, key: str, stamp: str, level: Level) -> Network:
        coalition = self._assessed(key=key, stamp=stamp).coalition
        return coalition.network(level)

    def _measure(self, *, key: str, stamp: str, level: Level, measure: str) -> ReleasedMeasure:
        network = self._network(key=key, stamp=stamp, level=level)
        check_size(network, level, measure)
        coalition = self._assessed(key=key, stamp=stamp).coalition
        return release_measure(coalition, measure, level, network=network)

    def _try(self, *, key: str, stamp: str, changes: tuple[Change, ...]) -> ReleasedWhatIf:
        return release_what_if(what_if(self._assessed(key=key, stamp=stamp), changes))


def stamp_of(path: Path) -> str:
    """Give a stamp of the files in a folder: another one as soon as one of them is written."""
    made = hashlib.sha256()
    try:
        # A what-if that is saved beside the files makes none of what is shown out of date.
        for one in sorted(one for one in path.iterdir() if one.name not in (FOLDER, LOCK)):
            found = one.stat()
            made.update(f"{one.name}:{found.st_size}:{found.st_mtime_ns}\n".encode())
    except OSError as error:  # the check says what is wrong with it
        made.update(str(error.errno).encode())
    return made.hexdigest()[:16]
