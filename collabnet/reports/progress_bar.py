"""Show how far long work is: a bar on a terminal, elsewhere a line beforehand."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from collabnet.engine.work import say_long, told_to

if TYPE_CHECKING:
    from rich.progress import Progress

WAIT = 0.5
"""Seconds after which a bar appears: what takes less needs none."""
Tell = Callable[[str, float], None]
"""Says what is done, and which share of it, 0 to 1."""


@contextmanager
def progress() -> Iterator[None]:
    """Show a bar on the terminal while measures inside the block take long.

    What takes more than some seconds is announced, with the time it will take; Ctrl+C stops it.
    Where standard error is no terminal, as in a notebook, the announcement alone is printed.

    Examples
    --------
    >>> import collabnet as cn
    >>> network = cn.load("sample:g1").network()
    >>> with cn.progress():
    ...     table = cn.metrics.betweenness(network)
    """
    with open_bar() as tell, told_to(_OnTerminal(tell)):
        yield


class _OnTerminal:
    """Passes on what long work tells to the bar, and says beforehand how long it takes."""

    def __init__(self, tell: Tell | None) -> None:
        self.tell = tell

    def expect(self, what: str, seconds: float) -> None:
        print(say_long(what, seconds), file=sys.stderr)  # noqa: T201 # above the bar, if there is one

    def advance(self, what: str, done: int, total: int) -> None:
        if self.tell is not None:
            self.tell(what, done / total)


@contextmanager
def open_bar() -> Iterator[Tell | None]:
    """Give the function that moves a bar on standard error; None where that is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    bar = _Bar()
    try:
        yield bar.tell
    finally:
        bar.close()


class _Bar:
    """One bar for what is done at the moment; it appears after ``WAIT`` seconds."""

    def __init__(self) -> None:
        self.begun = time.monotonic()
        self.shown: Progress | None = None

    def tell(self, what: str, share: float) -> None:
        if self.shown is None:
            if time.monotonic() - self.begun < WAIT:
                return
            from rich.console import Console
            from rich.progress import Progress

            # What is printed to standard error meanwhile appears above the bar.
            self.shown = Progress(console=Console(stderr=True), transient=True)
            self.task = self.shown.add_task(what, total=1.0)
            self.shown.start()
        self.shown.update(self.task, description=what, completed=share)

    def close(self) -> None:
        if self.shown is not None:
            self.shown.stop()
