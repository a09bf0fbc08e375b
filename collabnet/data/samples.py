"""Sample networks: coalition folders with known answers that come with the package."""

import os
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from os import PathLike
from pathlib import Path

from collabnet.data.files import write_folder
from collabnet.data.issues import shown
from collabnet.model.errors import NotFoundError, unknown_name

PREFIX = "sample:"
_SETTINGS = "coalition.toml"


@dataclass(frozen=True)
class Sample:
    """One sample: the name to load it by, its title, its label, and what it is about."""

    name: str
    title: str
    label: str
    about: str
    path: Path


def list_samples() -> tuple[Sample, ...]:
    """List the samples by name.

    Examples
    --------
    >>> [sample.name for sample in list_samples()][-2:]
    ['site_b', 'two_waves']
    """
    return _samples()


@lru_cache(maxsize=1)
def _samples() -> tuple[Sample, ...]:
    try:
        root = files("collabnet_samples")
    except ModuleNotFoundError:
        return ()
    folders = [Path(str(one)) for one in root.iterdir() if (one / _SETTINGS).is_file()]
    return tuple(_sample(path) for path in sorted(folders, key=lambda path: path.name))


def _sample(path: Path) -> Sample:
    said = tomllib.loads((path / _SETTINGS).read_text("utf-8"))
    title, label, about = (str(said.get(key, "")) for key in ("name", "label", "about"))
    return Sample(path.name, title or path.name, label, about, path)


def is_sample(folder: Path) -> bool:
    """Tell whether a folder is a sample, where nothing is of real people and nothing is kept.

    Examples
    --------
    >>> is_sample(sample_path("g1")), is_sample(Path("."))
    (True, False)
    """
    return folder.resolve() in {sample.path.resolve() for sample in list_samples()}


def sample_path(name: str) -> Path:
    """Give the folder of a sample.

    Raises
    ------
    NotFoundError
        If there is no such sample; the text names the nearest.
    """
    known = {sample.name: sample.path for sample in list_samples()}
    name = name.removeprefix(PREFIX)
    if name not in known:
        raise unknown_name("sample", shown(name), known, f"Samples are: {', '.join(known)}.")
    return known[name]


def copy_sample(name: str, to: str | PathLike[str], *, called: str = "") -> Path:
    """Copy a sample into a new or empty folder, to start from; ``called`` gives it another name.

    Raises
    ------
    NotFoundError
        If there is no such sample.
    CollabnetError
        If the folder is there and holds something, or can't be written.
    """
    source, folder = sample_path(name), Path(to)
    inside = [one for one in sorted(source.iterdir()) if one.is_file() and one.suffix != ".pyc"]
    made = {one.name: one.read_bytes() for one in inside}
    if called:
        made[_SETTINGS] = _renamed(made[_SETTINGS], called)
    write_folder(folder, made)
    return folder


def _renamed(settings: bytes, name: str) -> bytes:
    """Give a coalition.toml with another name; the rest stays as it is written."""
    import tomlkit

    document = tomlkit.parse(settings.decode("utf-8"))
    document["name"] = name
    return tomlkit.dumps(document).encode("utf-8")


def find_path(path: str | PathLike[str]) -> Path:
    """Give the folder meant by a path or by a sample's name.

    An existing path wins; ``sample:site_b`` is always the sample.

    Raises
    ------
    NotFoundError
        If there is neither; the text names the nearest samples.
    """
    text = os.fspath(path)
    if text.startswith(PREFIX):
        return sample_path(text)
    # lexists answers False, and doesn't raise, for names that no system can have.
    if os.path.lexists(text):
        return Path(text)
    known = {sample.name: sample.path for sample in list_samples()}
    if text in known:
        return known[text]
    raise _nowhere(text, list(known))


def _nowhere(text: str, known: list[str]) -> NotFoundError:
    remedy = f"Samples are: {', '.join(known)}; collabnet new DIR writes an empty folder."
    return unknown_name("coalition folder or sample", shown(text), known, remedy)
