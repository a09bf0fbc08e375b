"""Keep two programs from writing to one folder at the same time."""

import contextlib
import hashlib
import os
import platform
import re
import time
from collections.abc import Iterator
from pathlib import Path

from collabnet.data.files import why
from collabnet.model.errors import CollabnetError

LOCK = ".collabnet-lock"
PATIENCE = 10.0
"""Seconds for which an import waits for whoever is just writing: that takes a moment only."""
_PAUSE = 0.02
_SAID = re.compile(r"process ([1-9]\d{0,9})\nhost ([0-9a-f]{16})\n")


@contextlib.contextmanager
def locked(folder: Path, wait: float = 0.0) -> Iterator[None]:
    """Keep other programs from writing to a folder; the lock says which process holds it.

    A lock that was left behind, by a process of this computer that doesn't run any more, is taken
    away, except on Windows. One of another computer stays, since nobody here can tell whether its
    process still runs; so does one whose number another process has by now, and one whose maker
    was ended before it had written its number. The message says what to delete then. For a lock
    that stays it is waited for ``wait`` seconds.

    Raises
    ------
    CollabnetError
        If another process holds it, or may hold it, or the folder can't be written.
    """
    lock = folder / LOCK
    end = time.monotonic() + wait
    while True:
        try:
            number = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
            break
        except FileExistsError as error:
            if _take_away(lock):
                continue
            if time.monotonic() >= end:
                raise CollabnetError(
                    f"{folder} is being written by another collabnet ({_holder(lock)}). Wait until "
                    f"it has ended; if none runs, delete {lock.name} in that folder."
                ) from error
        except OSError as error:
            # Windows denies access to a lock that its holder is just removing.
            if os.name != "nt" or time.monotonic() >= end:
                raise CollabnetError(
                    f"{folder} can't be written: {why(folder, error)}. Choose a folder that you "
                    "may write to; what was there before is unchanged."
                ) from error
        time.sleep(_PAUSE)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(f"process {os.getpid()}\nhost {_host()}\n".encode())
        yield
    finally:
        lock.unlink(missing_ok=True)


def _take_away(lock: Path) -> bool:
    """Remove a lock whose process has ended; tell whether it is gone.

    Two may find it at once: only who holds the very file removes it, so that a new lock under
    the same name stays.
    """
    try:
        import fcntl
    except ImportError:
        return False
    try:
        with lock.open("rb") as file:
            if not _is_dead(file.read(100)):
                return False
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.path.samestat(os.fstat(file.fileno()), lock.stat()):
                lock.unlink()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def _is_dead(said: bytes) -> bool:
    """Whether a lock is of a process of this computer that doesn't run any more."""
    found = _SAID.fullmatch(said.decode("ascii", "replace"))
    if found is None or found[2] != _host():
        return False
    try:
        os.kill(int(found[1]), 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        # It runs, and is somebody else's.
        return False
    return False


def _host() -> str:
    """Give this computer as a digest: nobody who gets the folder is to learn its name.

    Containers of one computer number their processes each for itself, so these are told apart.
    """
    numbers = ""
    with contextlib.suppress(OSError):
        numbers = str(Path("/proc/self/ns/pid").readlink())
    return hashlib.sha256(f"{platform.node()} {numbers}".encode()).hexdigest()[:16]


def _holder(lock: Path) -> str:
    with contextlib.suppress(OSError):
        said = lock.read_bytes()[:40].decode("ascii", "replace")
        return said.partition("\n")[0] or "just started"
    return "unknown"
