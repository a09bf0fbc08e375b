"""What nearly the same coalition has worked out already: a what-if changes little of it."""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

Value = TypeVar("Value")


def kept(
    built: Iterable[Value], near: Iterable[Value], key: Callable[[Value], Hashable]
) -> tuple[Value, ...]:
    """Give each value, but the one of ``near`` where that is equal: its figures are there already.

    Parameters
    ----------
    built : values, frozen and compared by what they hold
    near : those of nearly the same coalition
    key : what tells values of one coalition apart

    Examples
    --------
    >>> old = (1, 2)
    >>> kept([(1, 2), (1, 3)], [old], key=lambda one: one)[0] is old
    True
    """
    known = {key(one): one for one in near}
    return tuple(old if (old := known.get(key(one))) == one else one for one in built)
