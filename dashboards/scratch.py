"""Private folders for files that aren't to outlive the program, however it ends.

They are deleted when nobody needs them any more, and when the program ends as it should. One that
was killed deletes nothing; so whoever starts next deletes what it left. A running program holds a
lock on a file beside its folders, which the system lets go with the program.
"""

import os
import shutil
import tempfile
import threading
import weakref
from contextlib import suppress
from pathlib import Path

_BEGINNING = "collabnet-uploads-"
_HELD = "held"


class Scratch:
    """A private folder of this program, made when it is first needed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._root: Path | None = None

    def folder(self) -> Path:
        """Make a new empty folder in it, which only this user may open."""
        with self._lock:
            if self._root is None:
                self._root = Path(tempfile.mkdtemp(prefix=_BEGINNING))
                held = os.open(self._root / _HELD, os.O_CREAT | os.O_RDWR, 0o600)
                _hold(held)
                # Called when this goes, and at the latest when Python ends.
                weakref.finalize(self, _let_go, self._root, held)
            return Path(tempfile.mkdtemp(dir=self._root))


def sweep() -> None:
    """Delete what programs of this user left that were killed; of those that run, nothing."""
    for root in Path(tempfile.gettempdir()).glob(f"{_BEGINNING}*"):
        # Another user's, one that is just being deleted, one that is held: each stays.
        with suppress(OSError):
            if root.is_symlink() or not _is_own(root):
                continue
            held = os.open(root / _HELD, os.O_RDWR)
            try:
                _hold(held)
            except OSError:
                os.close(held)
            else:
                _let_go(root, held)


def _is_own(path: Path) -> bool:
    return os.name == "nt" or path.stat().st_uid == os.getuid()


def _let_go(root: Path, held: int) -> None:
    os.close(held)  # before the folder goes: Windows deletes no file that is open
    shutil.rmtree(root, ignore_errors=True)


def _hold(number: int) -> None:
    """Lock an open file; raises OSError where another program has."""
    try:
        import fcntl
    except ImportError:
        import msvcrt

        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]  # Windows alone
    else:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
