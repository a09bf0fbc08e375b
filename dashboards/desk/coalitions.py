"""Which coalitions can be chosen: the folder given, those kept at home, and the samples."""

import hashlib
import os
import tomllib
from collections.abc import Mapping
from os import PathLike
from pathlib import Path

from collabnet.data.folder_lock import LOCK
from collabnet.data.samples import find_path, list_samples
from collabnet.model.errors import CollabnetError, NotFoundError
from collabnet.planning.actions import FILE as REGISTER
from collabnet.planning.scenarios import FOLDER
from collabnet.sharing.disclosures import FILE as LOG
from collabnet.sharing.letter_key import FILE as LETTERS

GIVEN = "given"
OWN = "own-"
SETTINGS = "coalition.toml"
BESIDE = frozenset({FOLDER, LETTERS, LOCK, LOG, REGISTER})
"""What lies in a folder beside the data."""


class Coalitions:
    """What can be chosen, by keys of our own: a path or a name never comes from the browser.

    Parameters
    ----------
    given : a coalition folder or the name of a sample, open when the page opens
    home : the folder in which new coalitions are made; made itself with the first of them

    Raises
    ------
    NotFoundError
        If there is neither such a folder nor such a sample.
    """

    def __init__(
        self,
        given: str | PathLike[str] | None = None,
        *,
        home: str | PathLike[str] | None = None,
        always_given: bool = False,
    ) -> None:
        samples = list_samples()
        self.home = Path(home) if home is not None else Path.home() / "collabnet"
        self._samples: dict[str, Path] = {sample.name: sample.path for sample in samples}
        self._titles: dict[str, str] = {sample.name: sample.title for sample in samples}
        self._given: Path | None = None
        self.start = ""
        if given is not None:
            self._take(find_path(given), always_given=always_given)

    def _take(self, path: Path, *, always_given: bool) -> None:
        """Start with a folder; one that is a sample stands among the samples."""
        same = [name for name, one in self._samples.items() if one.resolve() == path.resolve()]
        self.start = same[0] if same and not always_given else GIVEN
        if self.start == GIVEN:
            self._given = path

    def options(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """List what can be chosen, group by group: key and title, what is the user's own on top."""
        own = [(GIVEN, self.title(GIVEN))] if self._given else []
        own += [(key, self.title(key)) for key in self._own()]
        groups = [("Your coalitions", own)] if own else []
        return [*groups, ("Samples (made up, or from a study)", list(self._titles.items()))]

    def title(self, key: str) -> str:
        """Give the name to show for a coalition."""
        if key in self._titles:
            return self._titles[key]
        path = self.path(key)
        return _name_in(path) or path.resolve().name

    def path(self, key: object) -> Path:
        """Give the folder of a key.

        Raises
        ------
        NotFoundError
            If it is none of those that can be chosen.
        """
        known = {**self._samples, **self._own()}
        if self._given is not None:
            known[GIVEN] = self._given
        if not isinstance(key, str) or key not in known:
            raise NotFoundError(
                "The page asked for a coalition that this dashboard doesn't know. Reload the page "
                "and choose one of those on top."
            )
        return known[key]

    def is_sample(self, key: object) -> bool:
        """Tell whether a coalition is a sample: it can be looked at and tried, never changed."""
        return key in self._samples

    def new_folder(self) -> tuple[str, Path]:
        """Give the key and the folder of the next new coalition; nothing is made yet."""
        taken = self._own()
        number = 1 + max((int(key.removeprefix(OWN)) for key in taken), default=0)
        key = f"{OWN}{number}"
        return key, self.home / f"coalition-{number}"

    def _own(self) -> Mapping[str, Path]:
        try:
            found = sorted(os.scandir(self.home), key=lambda one: one.name)
        except OSError:
            return {}
        folders = {one.name.removeprefix("coalition-"): Path(one.path) for one in found}
        return {
            f"{OWN}{int(number)}": path
            for number, path in folders.items()
            if number.isascii() and number.isdigit() and (path / SETTINGS).is_file()
        }


def _name_in(folder: Path) -> str:
    """Read the name that a coalition gives itself; "" where it gives none that can be read."""
    try:
        found = tomllib.loads((folder / SETTINGS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    name = found.get("name")
    return name.strip() if isinstance(name, str) else ""


def stamp_of(path: Path) -> str:
    """Give a stamp of the files in a folder, or of a file: another one as soon as it is written."""
    made = hashlib.sha256()
    try:
        # What is decided, tried or passed on makes none of what is shown out of date.
        found = path.iterdir() if path.is_dir() else [path]
        for one in sorted(one for one in found if one.name not in BESIDE):
            seen = one.stat()
            made.update(f"{one.name}:{seen.st_size}:{seen.st_mtime_ns}\n".encode())
    except OSError as error:  # the check says what is wrong with it
        made.update(str(error.errno).encode())
    return made.hexdigest()[:16]


def refuse_samples(coalitions: Coalitions, key: object) -> None:
    """Refuse to change a sample.

    Raises
    ------
    CollabnetError
        Saying what to do instead.
    """
    if coalitions.is_sample(key):
        raise CollabnetError(
            "A sample can't be changed. Make a coalition of your own first: on the page Data."
        )
