"""Write several files of a coalition folder as one: all of them, or none.

The new files are written beside the old ones; then one small file, the marker, says that they
count. Whoever reads the folder with a marker in it reads the new files, wherever they stand by
then; whoever writes next moves them to their places first. A folder is thus always in the state
before or in the state after, at whatever moment the machine stops.
"""

import contextlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from collabnet.data.files import why, write_atomic, write_folder
from collabnet.model.errors import CollabnetError

MARKER = ".collabnet-written.json"
_WAITING = ".collabnet-waiting"
LOCK = ".collabnet-lock"


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
    """What the marker says: the files that count, and those that are gone."""
    marker = folder / MARKER
    try:
        found = json.loads(marker.read_text("utf-8"))
        return {"files": list(found["files"]), "gone": list(found["gone"])}
    except (FileNotFoundError, NotADirectoryError):
        return {"files": [], "gone": []}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CollabnetError(
            f"{marker} is damaged: an import was interrupted and can't be completed. Restore the "
            "folder from a copy, or delete that file to keep the state before the import."
        ) from error


def write_together(folder: Path, files: Mapping[str, bytes], gone: Sequence[str] = ()) -> None:
    """Write files into a folder, all of them or none; what else is there stays.

    Names may have a folder in front. A folder that is not there is made. ``gone`` are names of
    files that are deleted in the same step.

    Raises
    ------
    CollabnetError
        If another program is writing to the folder, or it can't be written; the folder is as it
        was before.
    """
    if not folder.exists():
        write_folder(folder, files)
        return
    with locked(folder):
        settle(folder)
        try:
            waiting = folder / _WAITING
            shutil.rmtree(waiting, ignore_errors=True)
            waiting.mkdir()
            for number, data in enumerate(files.values()):
                write_atomic(waiting / str(number), data)
            write_atomic(folder / MARKER, _marker(files, gone))
        except OSError as error:
            raise CollabnetError(
                f"{folder} can't be written: {why(folder, error)}. Choose a folder that you may "
                "write to; what was there before is unchanged."
            ) from error
        settle(folder)


def settle(folder: Path) -> None:
    """Move files that count already to their places, after an interruption or as the last step."""
    for name, path in pending(folder).items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
    for name in _marked(folder)["gone"]:
        (folder / name).unlink(missing_ok=True)
    (folder / MARKER).unlink(missing_ok=True)
    shutil.rmtree(folder / _WAITING, ignore_errors=True)


def _marker(files: Mapping[str, bytes], gone: Sequence[str]) -> bytes:
    return json.dumps({"files": list(files), "gone": list(gone)}).encode("utf-8")


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other programs from writing to a folder; the lock says which process holds it.

    Raises
    ------
    CollabnetError
        If another process that still runs holds it, or the folder can't be written.
    """
    lock = folder / LOCK
    try:
        number = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
    except FileExistsError as error:
        raise CollabnetError(
            f"{folder} is being written by another collabnet ({_holder(lock)}). Wait until it has "
            f"ended; if none runs, delete {lock.name} in that folder."
        ) from error
    except OSError as error:
        raise CollabnetError(
            f"{folder} can't be written: {why(folder, error)}. Choose a folder that you may write "
            "to; what was there before is unchanged."
        ) from error
    try:
        with os.fdopen(number, "w") as file:
            file.write(f"process {os.getpid()}")
        yield
    finally:
        lock.unlink(missing_ok=True)


def _holder(lock: Path) -> str:
    with contextlib.suppress(OSError):
        return lock.read_text("utf-8")[:40] or "just started"
    return "unknown"
