"""Long work in the background: begun by a page, told in words, cancelled, and taken away once.

A job is known to the browser that began it alone: by a token that nobody can guess.
"""

import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from collabnet.engine.work import in_words, told_to
from collabnet.model.errors import CollabnetError

Status = Literal["waiting", "running", "done", "failed", "cancelled"]
AT_ONCE = 2
KEPT = 600.0  # seconds after its end; what nobody took by then goes
UNASKED = 300.0  # seconds; a page asks all the time (hidden, once a minute): this one is closed
MOST = 40


class Cancelled(Exception):  # noqa: N818 - told to the work, never shown
    """Raised inside work that somebody has cancelled."""


class TooManyError(CollabnetError):
    """More work is waiting than can be done soon."""


@dataclass
class Job:
    """Some work: what it is in words, how far it is, and what came of it."""

    what: str
    status: Status = "waiting"
    step: str = ""
    share: float | None = None
    answer: Any = None
    error: str = ""
    begun: float = field(default_factory=time.monotonic)
    asked: float = field(default_factory=time.monotonic)
    ended: float | None = None
    is_cancelled: bool = False

    def expect(self, what: str, seconds: float) -> None:
        """Hear that a part takes long (called by `collabnet.engine.work`)."""
        self.step = what

    def advance(self, what: str, done: int, total: int) -> None:
        """Hear how far a part is; here work ends that was cancelled, or that nobody waits for."""
        if self.is_cancelled or time.monotonic() - self.asked > UNASKED:
            raise Cancelled
        self.step, self.share = what, done / total if total else None

    @property
    def words(self) -> str:
        """Say in words how it goes."""
        if self.status == "waiting":
            return f"{self.what}: waits for other work to end."
        since = in_words(time.monotonic() - self.begun)
        share = f", {self.share:.0%} of {self.step}" if self.share is not None else ""
        return f"{self.what}: {since} so far{share}."

    @property
    def is_over(self) -> bool:
        """Whether nothing more comes of it."""
        return self.status in ("done", "failed", "cancelled")


class Jobs:
    """The work of all pages of one dashboard; a token is needed to ask for any of it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._places = threading.Semaphore(AT_ONCE)
        self._jobs: dict[str, Job] = {}

    def begin(self, what: str, work: Callable[[], Any]) -> str:
        """Begin some work and give its token; ``what`` says what is done, such as "The plan".

        Raises
        ------
        TooManyError
            If too much is waiting already.
        """
        with self._lock:
            self._forget()
            if len(self._jobs) >= MOST:
                raise TooManyError(
                    "The dashboard is busy with other work. Wait a moment and try again."
                )
            token, job = secrets.token_urlsafe(16), Job(what)
            self._jobs[token] = job
        threading.Thread(target=self._run, args=(job, work), daemon=True).start()
        return token

    def state(self, token: object) -> Job | None:
        """Give a job; None where there is none of this token, or no longer."""
        with self._lock:
            job = self._jobs.get(token) if isinstance(token, str) else None
            if job is not None:
                job.asked = time.monotonic()
            return job

    def cancel(self, token: object) -> None:
        """Cancel a job: what it works out meanwhile is thrown away."""
        job = self.state(token)
        if job is not None:
            job.is_cancelled = True
            self._end(job, "cancelled")

    def take(self, token: object) -> Any:  # noqa: ANN401 - the answer of whatever was begun
        """Take what came of a job away; nothing stays here.

        Raises
        ------
        CollabnetError
            If it failed (with its words), was cancelled, isn't done, or isn't there.
        """
        with self._lock:
            job = self._jobs.get(token) if isinstance(token, str) else None
            if job is not None and job.is_over:
                del self._jobs[str(token)]
        if job is None or job.status != "done":
            raise CollabnetError(
                (job and job.error) or "What was asked for isn't there any more. Ask for it again."
            )
        return job.answer

    def _run(self, job: Job, work: Callable[[], Any]) -> None:
        with self._places:
            with self._lock:
                if job.is_over:
                    return
                job.status, job.begun = "running", time.monotonic()
            try:
                with told_to(job):
                    answer = work()
            except Cancelled:
                self._end(job, "cancelled")
            except CollabnetError as error:
                self._end(job, "failed", error=str(error))
            except Exception as error:  # noqa: BLE001 - said as every error of the dashboard is
                from ..server import error_words  # the server imports nothing of this

                self._end(job, "failed", error=error_words(error))
            else:
                self._end(job, "done", answer=answer)

    def _end(self, job: Job, status: Status, *, answer: object = None, error: str = "") -> None:
        """End a job, unless it has ended already; what was cancelled has no answer."""
        with self._lock:
            if not job.is_over:
                job.answer, job.error, job.status = answer, error, status
                job.ended = time.monotonic()

    def _forget(self) -> None:
        old = time.monotonic() - KEPT
        ended = [t for t, job in self._jobs.items() if job.ended is not None and job.ended < old]
        for token in ended:
            del self._jobs[token]
