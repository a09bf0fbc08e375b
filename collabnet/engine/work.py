"""Long work in parts: in threads, told to whoever listens, stopped between two parts."""

import logging
import os
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from contextvars import ContextVar
from typing import Protocol, TypeVar

T = TypeVar("T")
MOST_THREADS = 8
LONG = 5.0
"""Seconds from which it is said beforehand how long something takes."""


class Listener(Protocol):
    """Hears of long work; raises to cancel it."""

    def expect(self, what: str, seconds: float) -> None:
        """Hear, soon after the beginning, that it takes some seconds more; at most once."""

    def advance(self, what: str, done: int, total: int) -> None:
        """Hear that a part is done; after the last one ``done`` is ``total``."""


class _Log:
    """Tells the log alone how long it takes: who works in a script sees that much unasked."""

    def expect(self, what: str, seconds: float) -> None:
        logging.getLogger("collabnet").warning("%s", say_long(what, seconds))

    def advance(self, what: str, done: int, total: int) -> None:
        pass


class _Within:
    """Hears of work inside a part of other work, which is told as a whole.

    Between its parts the whole is told again as far as it is, so that whoever listens can cancel.
    """

    def __init__(self, listener: Listener, what: str, total: int) -> None:
        self.done = 0
        self._listener, self._what, self._total = listener, what, total

    def expect(self, what: str, seconds: float) -> None:
        pass

    def advance(self, what: str, done: int, total: int) -> None:
        if done < total:
            self._listener.advance(self._what, self.done, self._total)


_LISTENER: ContextVar[Listener] = ContextVar("listener", default=_Log())  # noqa: B039 # no state


@contextmanager
def told_to(listener: Listener) -> Iterator[None]:
    """Have a listener hear of long work inside the block.

    Examples
    --------
    >>> class Counting(_Log):
    ...     def advance(self, what, done, total):
    ...         print(what, done, "of", total)
    >>> with told_to(Counting()):
    ...     list(in_parts(lambda begin, end: end - begin, 5, part=2, what="counting"))
    counting 2 of 5
    counting 4 of 5
    counting 5 of 5
    [2, 2, 1]
    """
    token = _LISTENER.set(listener)
    try:
        yield
    finally:
        _LISTENER.reset(token)


def in_parts(
    work: Callable[[int, int], T], total: int, *, part: int, what: str, threads: int | None = 1
) -> Iterator[T]:
    """Call ``work(begin, end)`` for every part of the items, and give its answers in order.

    Parts don't depend on the number of threads, so neither does what is added up from them.
    A part should take a fraction of a second: in between, Ctrl+C and listeners are heard.
    Soon after the first part it is known how long the rest takes; above ``LONG`` it is said.
    Of work inside a part nobody hears by its own name: the whole would seem to jump.

    Parameters
    ----------
    part : items in a part
    what : what is computed, as a reader would say it
    threads : None: as many as there are processors, 8 at most; only for work that lets go of
        Python's lock
    """
    listener = _LISTENER.get()
    inside = _Within(listener, what, total)

    def quietly(begin: int, end: int) -> T:
        with told_to(inside):
            return work(begin, end)

    bounds = [(begin, min(begin + part, total)) for begin in range(0, total, max(part, 1))]
    workers = count_threads(threads, len(bounds))
    first, since, is_told = bounds[workers - 1][1] if bounds else 0, 0.0, False
    with closing(_answers(quietly, bounds, workers)) as answers:
        for (_, end), answer in zip(bounds, answers, strict=True):
            now = time.perf_counter()
            if end <= first:  # what is done once, as compiling, says nothing about the rest
                since = now
            elif not is_told and end < total:
                left = (now - since) / (end - first) * (total - end)
                if is_told := left > LONG:
                    listener.expect(what, left)
            inside.done = end
            listener.advance(what, end, total)
            yield answer


def count_threads(threads: int | None, parts: int) -> int:
    """Give how many threads work on so many parts; None: as many as there are processors.

    Examples
    --------
    >>> count_threads(3, 2), count_threads(100, 100), count_threads(3, 0)
    (2, 8, 1)
    """
    return max(1, min(threads or os.cpu_count() or 1, MOST_THREADS, parts))


def _answers(
    work: Callable[[int, int], T], bounds: list[tuple[int, int]], workers: int
) -> Generator[T]:
    if workers == 1:
        for begin, end in bounds:
            yield work(begin, end)
        return
    pool = ThreadPoolExecutor(workers)
    try:
        waiting: deque[Future[T]] = deque()
        for begin, end in bounds:
            waiting.append(pool.submit(work, begin, end))
            if len(waiting) > 2 * workers:  # answers may be large: few are held at once
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def say_long(what: str, seconds: float) -> str:
    """Say beforehand how long something takes.

    Examples
    --------
    >>> say_long("betweenness", 200)
    'betweenness takes about 3 minutes; Ctrl+C stops it.'
    """
    return f"{what} takes about {in_words(seconds)}; Ctrl+C stops it."


def in_words(seconds: float) -> str:
    """Say a time as one would.

    Examples
    --------
    >>> in_words(1), in_words(8), in_words(200), in_words(9000)
    ('1 second', '8 seconds', '3 minutes', '2.5 hours')
    """
    if seconds < 90:
        return f"{seconds:.0f} second{'' if round(seconds) == 1 else 's'}"
    if seconds < 5400:
        return f"{seconds / 60:.0f} minutes"
    return f"{seconds / 3600:.1f} hours"
