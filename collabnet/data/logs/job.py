"""Long work that says how far it is and can be stopped."""

from collections.abc import Callable
from threading import Event

Progress = Callable[[str, float], None]
"""Called with what is being done and the share that is done, 0 to 1."""


class Stopped(Exception):  # noqa: N818 - whoever asked for it knows: it is no error
    """The work was stopped, as was asked; nothing was left behind."""


class Job:
    """Say how far the work is; stop it when ``cancel`` is set.

    Examples
    --------
    >>> told = []
    >>> job = Job(lambda what, share: told.append((what, share)))
    >>> job.begin("counting", 200)
    >>> job.advance(50)
    >>> told
    [('counting', 0.0), ('counting', 0.25)]
    """

    def __init__(self, progress: Progress | None = None, cancel: Event | None = None) -> None:
        self._progress = progress
        self._cancel = cancel
        self._what = ""
        self._whole, self._done = 1, 0

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody asked to stop."""
        return self._cancel is not None and self._cancel.is_set()

    def begin(self, what: str, whole: int) -> None:
        """Start a part of the work that takes ``whole`` steps."""
        self._what, self._whole, self._done = what, max(whole, 1), 0
        self.advance(0)

    def advance(self, steps: int) -> None:
        """Say that so many more steps are done.

        Raises
        ------
        Stopped
            If somebody asked to stop.
        """
        self._done += steps
        self.tell(self._done / self._whole)

    def tell(self, share: float) -> None:
        """Say which share of this part is done; nothing is said before the first part.

        Raises
        ------
        Stopped
            If somebody asked to stop.
        """
        if self.is_cancelled:
            raise Stopped
        if self._progress is not None and self._what:
            self._progress(self._what, min(max(share, 0.0), 1.0))
