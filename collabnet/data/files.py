"""Open, read and write files: the one place that asks the operating system for more than text."""

import contextlib
import os
import stat
import tempfile
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

from collabnet.data.issues import Facts, Ledger, listed
from collabnet.model.errors import CollabnetError

MOST_BYTES = 250_000_000
_MEGABYTE = 1_000_000
_HELD = (32, 33)
"""Windows' numbers for a file that another program holds."""
_MANY = 5
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)


def read_bytes(path: Path, ledger: Ledger) -> bytes | None:
    """Read a file whole, or say in the ledger why that can't be.

    A folder, pipe or device is refused at once, before a byte is waited for.
    """
    try:
        # O_NONBLOCK: opening a pipe that nobody writes to would wait for ever.
        if (what := _kind(path.stat().st_mode)) != "a file":
            ledger.add("not_a_file", what=what)
            return None
        number = os.open(path, _READ)
        with os.fdopen(number, "rb") as file:
            before = os.fstat(file.fileno())
            if _kind(before.st_mode) != "a file":
                ledger.add("not_a_file", what=_kind(before.st_mode))
                return None
            if before.st_size > MOST_BYTES:
                sizes: Facts = {
                    "found": before.st_size // _MEGABYTE,
                    "limit": MOST_BYTES // _MEGABYTE,
                }
                ledger.add("file_too_large", **sizes)
                return None
            data = file.read(before.st_size + 1)
            after = os.fstat(file.fileno())
    except (OSError, ValueError) as error:
        ledger.add("cannot_open", **cannot_open(path, error))
        return None
    if len(data) != before.st_size or after.st_mtime_ns != before.st_mtime_ns:
        ledger.add("changed_while_read")
        return None
    return data


def cannot_open(path: Path, error: Exception) -> Facts:
    """Say why a file could not be opened, and what to do about that cause."""
    if path.is_symlink() and not path.exists():
        todo = "Bring back the file that the link points to, or name that file itself."
    elif isinstance(error, FileNotFoundError):
        return {"why": "there is no such file", "todo": _nearest(path)}
    elif isinstance(error, PermissionError) and getattr(error, "winerror", None) in _HELD:
        todo = "Close it where it is open (Excel locks the files it shows), then read it again."
    elif isinstance(error, PermissionError):
        todo = (
            "Ask whoever keeps it for the right to read it. Close it where it is open (Excel locks "
            "the files it shows)."
        )
    else:
        todo = "Check that the disk or the network drive is there, then read it again."
    return {"why": why(path, error), "todo": todo}


def _nearest(path: Path) -> str:
    """Name the files beside it that may have been meant."""
    try:
        beside = sorted(one.name for one in path.parent.iterdir() if one.is_file())
    except (OSError, ValueError):
        return f"There is no folder {str(path.parent)!r} either; check the path."
    lower = {name.lower(): name for name in beside}
    near = get_close_matches(path.name.lower(), lower, n=3, cutoff=0.6)
    # A path that was cut at a blank: the first word of a name, or one inside it.
    cut = [name for name in lower if path.name.lower() in name.split() and name not in near]
    meant = [f'"{lower[name]}"' for name in (*near, *cut)][:3]
    if not meant:
        return f"Check the name; {_such(path.parent, beside)}"
    blanks = " A name with blanks needs quotes around it." if any(" " in m for m in meant) else ""
    return f"Did you mean {listed(meant, 'or')}?{blanks}"


def _such(folder: Path, names: Sequence[str]) -> str:
    seen = [name for name in names if not name.startswith(".")]
    rest = [f"{len(seen) - 5} more"] if len(seen) > 5 else []
    said = listed([*seen[:5], *rest]) if seen else "no file"
    return f"the folder {str(folder.resolve().name)!r} holds {said}."


def none_kept(count: int) -> Facts:
    """What to say when no row of a file could be used; of a few rows nothing can be guessed."""
    likely = "; a wrong delimiter or column order is likely" if count >= _MANY else ""
    return {"count": count, "likely": likely}


def why(path: Path, error: Exception) -> str:
    """Say in plain words why a file could not be opened or written."""
    if path.is_symlink() and not path.exists():
        return "it is a link to a file that is not there"
    if isinstance(error, PermissionError):
        return "permission is denied, or another program holds it"
    text = error.strerror if isinstance(error, OSError) else str(error)
    return (text or "the system gives no reason").lower()


def _kind(mode: int) -> str:
    kinds = (
        (stat.S_ISREG, "a file"),
        (stat.S_ISDIR, "a folder"),
        (stat.S_ISFIFO, "a pipe"),
        (stat.S_ISSOCK, "a socket"),
    )
    return next((name for test, name in kinds if test(mode)), "a device")


def encoded(text: str) -> bytes:
    r"""Give the bytes of a text; half a character, which UTF-8 can't hold, as its number.

    Examples
    --------
    >>> encoded("caf\u00e9 \ud800")
    b'caf\xc3\xa9 \\ud800'
    """
    return text.encode("utf-8", "backslashreplace")


def write_atomic(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all, whatever happens meanwhile.

    Raises
    ------
    CollabnetError
        If it can't be written; what was there before is unchanged.
    """
    if not path.parent.exists():
        raise CollabnetError(
            f"{path} can't be written: there is no folder {path.parent}. Make the folder first, "
            "or choose another one."
        )
    if path.is_dir():
        raise CollabnetError(
            f"{path} can't be written: it is a folder. Add the name of a file to it, or choose "
            "another one."
        )
    temporary = None
    try:
        number, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise CollabnetError(
            f"{path} can't be written: {why(path, error)}. Free some space, or choose a folder "
            "that you may write to; what was there before is unchanged."
        ) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def write_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Fill a new or empty folder with files.

    A new folder appears whole or not at all. A folder that exists and is empty is filled file by
    file, ``coalition.toml`` last.

    Raises
    ------
    CollabnetError
        If the folder holds something already, or can't be written.
    """
    try:
        if path.is_dir() and not any(path.iterdir()):
            for name in sorted(files, key=lambda name: (name == "coalition.toml", name)):
                (path / name).parent.mkdir(parents=True, exist_ok=True)
                write_atomic(path / name, files[name])
            return
        if os.path.lexists(path):
            raise CollabnetError(
                f"{path} needs to be a new or an empty folder; it is there and holds something. "
                "Name another folder, or empty this one."
            )
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".collabnet-", dir=path.parent) as made:
            inside = Path(made) / "folder"
            inside.mkdir()
            for name, data in files.items():
                (inside / name).parent.mkdir(parents=True, exist_ok=True)
                write_atomic(inside / name, data)
            inside.replace(path)
            _sync_folder(path.parent)
    except (OSError, ValueError) as error:
        raise CollabnetError(
            f"{path} can't be written: {why(path, error)}. Choose a folder that you may write to."
        ) from error


def _sync_folder(path: Path) -> None:
    # Windows can't open a folder; there the rename is on disk when it returns.
    with contextlib.suppress(OSError):
        number = os.open(path, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
