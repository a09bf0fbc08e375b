"""Fewest steps from some actors to every other."""

from collections import deque
from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

Actor = TypeVar("Actor", int, str)


def steps_from(
    starts: Iterable[Actor], after: Mapping[Actor, Collection[Actor]]
) -> dict[Actor, int]:
    """Give the fewest steps to every actor that is reached; 0 for those who start.

    Examples
    --------
    >>> steps_from(["a"], {"a": ["b"], "b": ["c"], "x": ["a"]})
    {'a': 0, 'b': 1, 'c': 2}
    """
    steps = dict.fromkeys(starts, 0)
    queue = deque(steps)
    while queue:
        actor = queue.popleft()
        for other in after.get(actor, ()):
            if other not in steps:
                steps[other] = steps[actor] + 1
                queue.append(other)
    return steps
