"""Name the files that go into the wheel: the folders, their installed names, their files."""

import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BESIDE = ("pyproject.toml", "setup.py", "README.md", "LICENSE")


def folders() -> dict[str, str]:
    """Return the folder of each installed name, as pyproject.toml maps them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    mapping: dict[str, str] = settings["tool"]["setuptools"]["package-dir"]
    return mapping


def expected_files() -> set[str]:
    """List the files that the wheel must hold, by their installed names."""
    return {
        f"{name}/{path.relative_to(ROOT / folder).as_posix()}"
        for name, folder in folders().items()
        for path in _files(ROOT / folder)
    }


def copy_sources(to: Path) -> None:
    """Copy what a build needs, and nothing that an earlier build or a run has left."""
    to.mkdir(parents=True)
    for name in BESIDE:
        shutil.copy2(ROOT / name, to / name)
    for folder in folders().values():
        for path in _files(ROOT / folder):
            target = to / path.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, target)


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc":
            yield path
