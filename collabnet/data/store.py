"""Write several files of a coalition folder as one: all of them, or none.

The new files are written beside the old ones; then one small file, the marker, says that they
count. Whoever reads the folder with a marker in it reads the new files, wherever they stand by
then; whoever writes next moves them to their places first. A folder is thus always in the state
before or in the state after, at whatever moment the machine stops.
"""

import contextlib
import hashlib
import json
import os
import secrets
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from collabnet.data.files import read_bytes, why, write_atomic, write_folder
from collabnet.data.folder_lock import LOCK, PATIENCE, locked
from collabnet.data.issues import Ledger
from collabnet.data.rejects import FOLDER as REJECTS
from collabnet.model.errors import CollabnetError

__all__ = ["LOCK", "MARKER", "FolderChangedError", "locked", "pending", "settle", "write_together"]

MARKER = ".collabnet-written.json"
_WAITING = ".collabnet-waiting"
_WIPING = ".collabnet-wiping"
_BLOCK = 1_000_000
_READ = (".csv", ".toml")
"""What the files are called on which an import may depend."""


class FolderChangedError(CollabnetError):
    """What was read of a folder is not what is there any more, so nothing was written."""


def pending(folder: Path) -> dict[str, Path]:
    """Give the files that count already and are not at their places yet, by name.

    Raises
    ------
    CollabnetError
        If the marker can't be read.
    """
    names = _marked(folder)["files"]
    waiting = {name: folder / _WAITING / str(number) for number, name in enumerate(names)}
    return {name: path for name, path in waiting.items() if path.exists()}


def _marked(folder: Path) -> dict[str, list[str]]:
    """What the marker says: the files that count, those that are gone, and what to wipe."""
    marker = folder / MARKER
    try:
        found = json.loads(marker.read_text("utf-8"))
        told = {"files": list(found["files"]), "gone": list(found["gone"])}
        return told | {"wipe": list(found.get("wipe", []))}
    except (FileNotFoundError, NotADirectoryError):
        return {"files": [], "gone": [], "wipe": []}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CollabnetError(
            f"{marker} is damaged: an import was interrupted and can't be completed. Restore the "
            "folder from a copy, or delete that file to keep the state before the import."
        ) from error


def digests(folder: Path) -> dict[str, str]:
    """Give the SHA-256 of each of a coalition's files and files of rejects, by name.

    What is asked for before a folder is read, and compared under the lock before it is written,
    tells whether somebody else wrote meanwhile. Files that count already are those that count.
    """
    if not folder.is_dir():
        return {}
    gone = set(_marked(folder)["gone"])
    found = {name: path for name, path in _files(folder) if name not in gone} | pending(folder)
    return {name: _digest(path) for name, path in sorted(found.items())}


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for inside, front in ((folder, ""), (folder / REJECTS, f"{REJECTS}/")):
        # A folder that is not there, or can't be listed, has nothing that could be read.
        with contextlib.suppress(OSError):
            for path in inside.iterdir():
                if path.suffix.lower() in _READ and not path.name.startswith("."):
                    yield front + path.name, path


def _digest(path: Path) -> str:
    data = read_bytes(path, Ledger(path.name))
    if data is not None:
        return hashlib.sha256(data).hexdigest()
    with contextlib.suppress(OSError):
        # What can't be read can be told from what it was by its size and time.
        found = path.stat()
        return f"{found.st_size} {found.st_mtime_ns}"
    return "gone"


def write_together(
    folder: Path,
    files: Mapping[str, bytes],
    gone: Sequence[str] = (),
    expected: Mapping[str, str] | None = None,
    *,
    wipe: bool = False,
) -> None:
    """Write files into a folder, all of them or none; what else is there stays.

    Names may have a folder in front. A folder that is not there is made. ``gone`` are names of
    files that are deleted in the same step. ``expected`` are the :func:`digests` of the folder
    when it was read: with them nothing is written over what somebody else wrote since, and who
    is just writing is waited for. With ``wipe`` the old bytes of all these files are overwritten.

    Raises
    ------
    FolderChangedError
        If the folder is not as expected; it is left as it is.
    CollabnetError
        If another program is writing to the folder, or it can't be written; the folder is as it
        was before.
    """
    if not folder.exists():
        try:
            _refuse_changes(folder, expected)
            write_folder(folder, files)
        except FolderChangedError:
            raise
        except CollabnetError:
            # Somebody else may have made it in this very moment.
            _refuse_changes(folder, expected)
            raise
        return
    with locked(folder, wait=0.0 if expected is None else PATIENCE):
        settle(folder)
        _refuse_changes(folder, expected)
        try:
            waiting = folder / _WAITING
            shutil.rmtree(waiting, ignore_errors=True)
            waiting.mkdir()
            for number, data in enumerate(files.values()):
                write_atomic(waiting / str(number), data)
            write_atomic(folder / MARKER, _marker(files, gone, wipe=wipe))
        except OSError as error:
            raise CollabnetError(
                f"{folder} can't be written: {why(folder, error)}. Choose a folder that you may "
                "write to; what was there before is unchanged."
            ) from error
        settle(folder)


def _refuse_changes(folder: Path, expected: Mapping[str, str] | None) -> None:
    if expected is not None and digests(folder) != dict(expected):
        raise FolderChangedError(
            f"{folder} has changed while the files were read. Nothing was written; run the import "
            "again."
        )


def is_wiping(folder: Path) -> bool:
    """Tell whether a purge is under way in a folder, or was interrupted: old bytes are there."""
    return bool(_marked(folder)["wipe"]) or (folder / _WIPING).is_dir()


def settle(folder: Path) -> None:
    """Move files that count already to their places, after an interruption or as the last step."""
    marked, waiting = _marked(folder), pending(folder)
    for name in marked["wipe"]:
        # What stands there may be the new file already, after an interruption.
        if name in waiting or name in marked["gone"]:
            _set_aside(folder, folder / name)
    for name, path in waiting.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
    for name in marked["gone"]:
        (folder / name).unlink(missing_ok=True)
    _wipe_aside(folder)
    if marked["gone"]:
        with contextlib.suppress(OSError):  # what isn't empty stays
            (folder / REJECTS).rmdir()
    (folder / MARKER).unlink(missing_ok=True)
    shutil.rmtree(folder / _WAITING, ignore_errors=True)


def _set_aside(folder: Path, path: Path) -> None:
    """Rename a file that is to be wiped, so that no reader ever meets it half wiped."""
    if path.is_file() and not path.is_symlink():
        (folder / _WIPING).mkdir(exist_ok=True)
        path.replace(folder / _WIPING / secrets.token_hex(8))


def _wipe_aside(folder: Path) -> None:
    """Overwrite and delete what was set aside."""
    aside = folder / _WIPING
    if not aside.is_dir():
        return
    for path in aside.iterdir():
        wipe(path)
    aside.rmdir()


def wipe(path: Path) -> None:
    """Overwrite a file and delete it; of one that stands elsewhere too only this name goes."""
    found = path.stat()
    if found.st_nlink == 1:
        with path.open("r+b", buffering=0) as file:
            for start in range(0, found.st_size, _BLOCK):
                file.write(bytes(min(_BLOCK, found.st_size - start)))
            os.fsync(file.fileno())
    path.unlink()


def _marker(files: Mapping[str, bytes], gone: Sequence[str], *, wipe: bool) -> bytes:
    told = {"files": list(files), "gone": list(gone)}
    if wipe:
        told["wipe"] = [*files, *gone]
    return json.dumps(told).encode("utf-8")
