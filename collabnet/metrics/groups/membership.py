"""Who is in which group, as numbers, and which ties there are between them."""

from collections.abc import Hashable
from dataclasses import dataclass
from numbers import Real
from typing import cast

import numpy as np

from collabnet.engine import Floats, Ints, entry_rows
from collabnet.metrics.arrays import Given as GivenNetwork
from collabnet.metrics.arrays import csr_along, read, strengths_along
from collabnet.metrics.ego.contacts import refuse_negative
from collabnet.metrics.options import Direction, Groups, Weights, check_option, groups_of
from collabnet.model import Network


@dataclass(frozen=True, eq=False)
class Grouped:
    """A network whose actors are in groups.

    Attributes
    ----------
    names : the groups in order: numbers by size, then by how they are written
    of : of each actor, the position of its group in ``names``
    """

    network: Network
    names: tuple[Hashable, ...]
    of: Ints

    @property
    def sizes(self) -> Ints:
        """Actors in each group."""
        return np.bincount(self.of, minlength=len(self.names))


@dataclass(frozen=True, eq=False)
class Ties:
    """The ties of a network: each once, from ``rows`` to ``columns``, and what it counts.

    With the direction ignored, a pair stands once, the actor that comes first in the network
    before the other.
    """

    rows: Ints
    columns: Ints
    counts: Floats
    is_directed: bool


def grouped(given: GivenNetwork, groups: Groups, measure: str) -> Grouped:
    """Give the network a measure was handed, and its groups.

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If an actor has no group.
    """
    network = read(given, measure)
    listed = groups_of(network, groups, measure)
    names = sorted(dict.fromkeys(listed), key=rank)
    number = {name: i for i, name in enumerate(names)}
    return Grouped(network, tuple(names), np.array([number[name] for name in listed]))


def ties_of(
    network: Network,
    measure: str,
    direction: Direction,
    weights: Weights,
    *,
    allow_negative: bool = True,
) -> Ties:
    """Give the ties along a direction, each counting 1 or its strength.

    Raises
    ------
    AssumptionError
        If an option has no such value.
    CollabnetError
        If strengths count and one is no number, or below zero where that makes no sense.
    """
    check_option(measure, "direction", direction, ("out", "in", "ignored"))
    check_option(measure, "weights", weights, ("unweighted", "strength"))
    if weights == "strength":
        if not allow_negative:
            refuse_negative(network, measure)
        csr, counts = strengths_along(network, measure, direction)
    else:
        csr = csr_along(network, direction)
        counts = np.ones(csr.indices.size)
    rows, columns = entry_rows(csr), csr.indices
    if not csr.is_directed:
        once = rows < columns
        rows, columns, counts = rows[once], columns[once], counts[once]
    return Ties(rows, columns, counts, csr.is_directed)


def named(groups: Groups) -> str:
    """Say which groups were used: the attribute, or that they were handed over."""
    return groups if isinstance(groups, str) else "as given"


def rank(thing: Hashable) -> tuple[bool, float, str, str]:
    """Order things of any kind: numbers by size, then all else by how it is written.

    Examples
    --------
    >>> sorted([10, "b", 2, (1, "x"), "a"], key=rank)
    [2, 10, (1, 'x'), 'a', 'b']
    """
    if isinstance(thing, Real) and thing == thing:
        return False, cast("float", thing), "", ""
    return True, 0, str(thing), type(thing).__name__
