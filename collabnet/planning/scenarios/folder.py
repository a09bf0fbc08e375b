"""Scenarios in a coalition's folder: one file each, never half written, never written over."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from os import PathLike
from pathlib import Path
from typing import overload

from collabnet.data.files import read_bytes, why, write_atomic
from collabnet.data.folder_lock import PATIENCE, locked
from collabnet.data.issues import Ledger, shown
from collabnet.data.load import load
from collabnet.data.samples import PREFIX, find_path, list_samples
from collabnet.model import Coalition
from collabnet.model.errors import CollabnetError, unknown_name
from collabnet.planning.scenarios.scenario import Scenario
from collabnet.planning.scenarios.toml import read_scenario, write_scenario

FOLDER = "scenarios"
_END = ".toml"
_LONGEST = 40
_TAKEN_BY_WINDOWS = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)")


class ScenarioChangedError(CollabnetError):
    """Somebody else has saved, renamed or deleted the scenario meanwhile."""


@dataclass(frozen=True)
class Unreadable:
    """A file among the scenarios that is none, or a newer version's; it is left alone."""

    file: str
    why: str

    def __str__(self) -> str:
        return f"{FOLDER}/{self.file} can't be read and is left as it is: {self.why}."


@dataclass(frozen=True)
class Scenarios(Sequence[Scenario]):
    """The scenarios of a folder by name, and what lies among them that can't be read."""

    found: tuple[Scenario, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()

    @overload
    def __getitem__(self, place: int | str) -> Scenario: ...
    @overload
    def __getitem__(self, place: slice) -> "tuple[Scenario, ...]": ...
    def __getitem__(self, place: int | str | slice) -> "Scenario | tuple[Scenario, ...]":
        """Give a scenario by its place or its name; capitals don't matter.

        Raises
        ------
        NotFoundError
            If none has the name.
        """
        if not isinstance(place, str):
            return self.found[place]
        for one in self.found:
            if _same(one.name, place):
                return one
        names = [one.name for one in self.found]
        told = f"Saved are: {'; '.join(names)}." if names else "None is saved yet."
        raise unknown_name("scenario", place, names, told)

    def __len__(self) -> int:
        return len(self.found)

    def __iter__(self) -> Iterator[Scenario]:
        return iter(self.found)


def load_scenarios(path: str | PathLike[str]) -> Scenarios:
    """Read the scenarios of a coalition's folder.

    Returns
    -------
    Scenarios
        by name, also ``["by their name"]``; ``unreadable`` are files that are damaged or of a
        newer version

    Raises
    ------
    NotFoundError
        If there is no such folder or sample.
    """
    folder = find_path(path) / FOLDER
    found, unreadable = [], []
    for file in _files(folder):
        ledger = Ledger(file)
        data = read_bytes(folder / file, ledger)
        if data is None:
            unreadable.append(Unreadable(file, ledger.problems[0].message.rstrip(".")))
            continue
        try:
            made = read_scenario(data.decode("utf-8"))
            found.append(replace(made, file=file, digest=hashlib.sha256(data).hexdigest()))
        except UnicodeDecodeError:
            unreadable.append(Unreadable(file, "it is not UTF-8 text"))
        except CollabnetError as error:
            unreadable.append(Unreadable(file, str(error).rstrip(".")))
    found.sort(key=lambda one: (one.name.casefold(), one.file))
    return Scenarios(tuple(found), tuple(unreadable))


def save_scenario(
    path: str | PathLike[str],
    scenario: Scenario,
    coalition: Coalition | None = None,
    *,
    now: datetime | None = None,
) -> Scenario:
    """Save a scenario in a coalition's folder; give it as it is saved.

    A new one needs a name that none has. One that was read, or saved before, takes the place of
    its file, unless somebody else saved it meanwhile. Whenever the machine stops, the folder is
    as before or as after.

    Parameters
    ----------
    path : the coalition's folder
    scenario : what to save
    coalition : what it stands on from now on; without it, what it stands on already, and for a
        new one the coalition in the folder
    now : the time to write down; the computer's if not given

    Raises
    ------
    ScenarioChangedError
        If it isn't any more as it was read; nothing is written.
    CollabnetError
        If the name is taken, the folder is a sample or can't be written; nothing is written.
    """
    folder = own_folder(path)
    if coalition is None and not scenario.baseline:
        coalition = load(folder)
    if coalition is not None:
        scenario = scenario.rebased(coalition)
    saved = replace(scenario, saved_at=(now or datetime.now(UTC)).replace(microsecond=0))
    data = _bytes(saved)
    with locked(folder, wait=PATIENCE):
        there = load_scenarios(folder)
        file = _place(there, scenario, _files(folder / FOLDER))
        with _changing(folder / FOLDER):
            (folder / FOLDER).mkdir(exist_ok=True)
        write_atomic(folder / FOLDER / file, data)
    return replace(saved, file=file, digest=hashlib.sha256(data).hexdigest())


def rename_scenario(path: str | PathLike[str], scenario: Scenario, name: str) -> Scenario:
    """Give a saved scenario another name; raises as :func:`save_scenario` does."""
    folder = own_folder(path)
    renamed = scenario.renamed(name)
    data = _bytes(renamed)
    with locked(folder, wait=PATIENCE):
        there = load_scenarios(folder)
        file = _place(there, renamed, ())
        # The name stands in the file: with this it counts, whatever the file is called.
        write_atomic(folder / FOLDER / file, data)
        wished = _file_name(renamed.name, {*_files(folder / FOLDER)} - {file})
        with _changing(folder):
            (folder / FOLDER / file).replace(folder / FOLDER / wished)
    return replace(renamed, file=wished, digest=hashlib.sha256(data).hexdigest())


def delete_scenario(path: str | PathLike[str], scenario: Scenario) -> None:
    """Delete a saved scenario; raises as :func:`save_scenario` does."""
    folder = own_folder(path)
    with locked(folder, wait=PATIENCE):
        file = _place(load_scenarios(folder), scenario, ())
        with _changing(folder):
            (folder / FOLDER / file).unlink()


def own_folder(path: str | PathLike[str]) -> Path:
    """The folder to write to; samples stay as they are, and one file holds no scenarios."""
    folder = find_path(path)
    for sample in list_samples():
        if folder.resolve() == sample.path.resolve():
            raise CollabnetError(
                f"{PREFIX}{sample.name} is a sample, which stays as it is, so nothing can be saved "
                f"in it. Copy it first: collabnet samples {sample.name} --to my_copy"
            )
    if not folder.is_dir():
        raise CollabnetError(
            f"Scenarios are saved in a coalition's folder; {shown(str(path))} is a file. Make a "
            f"folder of it first: collabnet import {shown(str(path))} --into my_coalition"
        )
    return folder


def _place(there: Scenarios, scenario: Scenario, files: Sequence[str]) -> str:
    """The file to write, or the reason why not."""
    others = [one for one in there if one.file != scenario.file]
    if any(_same(one.name, scenario.name) for one in others):
        raise CollabnetError(
            f"There is a scenario {scenario.name!r} already. Choose another name, or change that "
            "one."
        )
    if not scenario.file:
        return _file_name(scenario.name, files)
    now = next((one.digest for one in there if one.file == scenario.file), "")
    if now != scenario.digest:
        done = "changed" if now else "renamed or deleted"
        raise ScenarioChangedError(
            f"The scenario {scenario.name!r} was {done} by somebody else since it was read. "
            "Nothing was written; read it again, or save yours under another name."
        )
    return scenario.file


def _file_name(name: str, taken: Sequence[str] | set[str]) -> str:
    """A file name that every system can have: small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain.lower())[:_LONGEST].strip("-")
    stem = words if words and not _TAKEN_BY_WINDOWS.fullmatch(words) else f"scenario-{words}"
    stem, number = stem.strip("-"), 1
    lower = {one.lower() for one in taken}
    made = f"{stem}{_END}"
    while made in lower:
        number += 1
        made = f"{stem}-{number}{_END}"
    return made


def _files(folder: Path) -> list[str]:
    """The names of the files that may be scenarios."""
    try:
        names = [one.name for one in folder.iterdir()]
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise CollabnetError(
            f"{folder} can't be read: {why(folder, error)}. Ask whoever keeps it for the right to."
        ) from error
    return sorted(name for name in names if name.lower().endswith(_END) and name[0] != ".")


@contextmanager
def _changing(folder: Path) -> Iterator[None]:
    """Say what to do where the system refuses."""
    try:
        yield
    except OSError as error:
        raise CollabnetError(
            f"{folder} can't be written: {why(folder, error)}. Choose a folder that you may write "
            "to; what was there before is unchanged."
        ) from error


def _bytes(scenario: Scenario) -> bytes:
    try:
        return write_scenario(scenario).encode("utf-8")
    except UnicodeEncodeError as error:
        raise CollabnetError(
            f"The scenario {scenario.name!r} has an id that can't be written: "
            f"{error.object[error.start : error.end]!a}. Use the id as it stands in the files."
        ) from error


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
