"""Keep what was worked out: once for each question, however many ask at the same time."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Question = TypeVar("Question", bound=Hashable)
Answer = TypeVar("Answer")


class _Slot(Generic[Answer]):
    def __init__(self) -> None:
        self.lock = Lock()
        self.answers: list[Answer] = []


class Kept(Generic[Question, Answer]):
    """A function that keeps its last answers; only those who ask the same wait for each other.

    What raises an error is not kept. ``most`` answers are.

    Examples
    --------
    >>> double = Kept(lambda n: 2 * n, most=4)
    >>> double(3)
    6
    """

    def __init__(self, work: Callable[[Question], Answer], *, most: int) -> None:
        self._work, self._most = work, most
        self._lock = Lock()
        self._slots: OrderedDict[Question, _Slot[Answer]] = OrderedDict()

    def __call__(self, question: Question) -> Answer:
        """Give the answer, working it out where nobody has asked before."""
        with self._lock:
            slot = self._slots.setdefault(question, _Slot())
            self._slots.move_to_end(question)
            while len(self._slots) > self._most:
                self._slots.popitem(last=False)
        with slot.lock:
            if not slot.answers:
                slot.answers.append(self._work(question))
            return slot.answers[0]

    def has(self, question: Question) -> bool:
        """Tell whether the answer is there without any work."""
        with self._lock:
            slot = self._slots.get(question)
        return slot is not None and bool(slot.answers)
