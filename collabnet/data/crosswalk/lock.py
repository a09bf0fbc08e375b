"""Hold a coalition folder while a decision is added, waiting for whoever else is writing."""

import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from collabnet.data.store import locked
from collabnet.model.errors import CollabnetError

WAIT = 10.0
_PAUSE = 0.02


@contextmanager
def hold(folder: Path, *, wait: float = WAIT) -> Iterator[None]:
    """Hold a folder; others wait, and are told who holds it if that takes too long.

    Raises
    ------
    CollabnetError
        If somebody else holds it for longer than ``wait`` seconds, or it can't be written.
    """
    end = time.monotonic() + wait
    with ExitStack() as held:
        while True:
            try:
                held.enter_context(locked(folder))
                break
            except CollabnetError as error:
                # Windows denies access to a lock that its holder is just removing.
                waits = FileExistsError if os.name != "nt" else (FileExistsError, PermissionError)
                if not isinstance(error.__cause__, waits) or time.monotonic() >= end:
                    raise
            time.sleep(_PAUSE)
        yield
