"""How good a partition of the actors is, and how alike two are."""

from collections.abc import Hashable
from dataclasses import dataclass
from itertools import combinations
from numbers import Real

import numpy as np
import pandas as pd

from collabnet.engine import Floats, Ints
from collabnet.engine.communities.louvain import Pulls
from collabnet.engine.work import in_parts
from collabnet.metrics.arrays import Given, of_network, read
from collabnet.metrics.groups.membership import named
from collabnet.metrics.options import Direction, Groups, Weights, check_option, groups_of
from collabnet.metrics.positions.ties import ties_of
from collabnet.model.errors import AssumptionError


def modularity(
    network: Given,
    *,
    groups: Groups,
    weights: Weights = "unweighted",
    direction: Direction = "ignored",
    resolution: float = 1.0,
) -> pd.DataFrame:
    """Share of ties inside groups, less the share expected if ties were dealt out by chance.

    Chance keeps each actor's number (or strength) of ties. Direction is ignored unless
    ``direction`` is ``out``: then outgoing and incoming ties are kept apart, as Leicht and Newman
    (2008) do; ``in`` gives the same. Isolates and several components change nothing by themselves.
    After Newman and Girvan (2004), Phys. Rev. E 69, 026113. Time: O(n + m).

    Parameters
    ----------
    groups : an attribute of the actors, or each actor's group
    weights : whether every tie counts 1, or its strength
    resolution : how much the share expected counts; more than 1 favours small groups

    Returns
    -------
    DataFrame, one row
        modularity : float, -0.5 to 1; 0 is chance; NaN without ties
        n_groups : int

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If an actor has no group, or the resolution isn't above zero.
    CollabnetError
        If strengths count and one is below zero.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> pairs = Network.from_pairs([("a", "b"), ("c", "d")])
    >>> modularity(pairs, groups={"a": 1, "b": 1, "c": 2, "d": 2})
       modularity  n_groups
    0         0.5         2
    """
    given = read(network, "modularity")
    is_directed = is_kept_apart("modularity", direction)
    check_resolution("modularity", resolution)
    number: dict[Hashable, int] = {}
    names = groups_of(given, groups, "modularity")
    label = np.array([number.setdefault(one, len(number)) for one in names], dtype=np.int64)
    pulls = ties_of(given, "modularity", weights, directed=is_directed).pulls()
    return of_network(
        settings={
            "groups": named(groups),
            "weights": weights,
            "direction": direction,
            "resolution": resolution,
        },
        modularity=modularity_of(pulls, label, resolution),
        n_groups=len(number),
    )


def is_kept_apart(measure: str, direction: Direction) -> bool:
    """Say whether outgoing and incoming ties are told apart.

    Raises
    ------
    AssumptionError
        If there is no such direction.
    """
    check_option(measure, "direction", direction, ("out", "in", "ignored"))
    return direction != "ignored"


def check_resolution(measure: str, resolution: float) -> None:
    """Refuse a resolution that isn't above zero.

    Raises
    ------
    AssumptionError
        Saying what came.
    """
    if not isinstance(resolution, Real) or not 0 < resolution < float("inf"):
        raise AssumptionError(
            f"{measure} needs a resolution above 0; got {resolution!r}. 1 is the usual one."
        )


def modularity_of(pulls: Pulls, label: Ints, resolution: float) -> float:
    """Give the modularity of a partition; NaN without ties."""
    if pulls.total == 0:
        return float("nan")
    rows = np.repeat(np.arange(label.size), np.diff(pulls.begin))
    inside = pulls.strength[label[rows] == label[pulls.to]].sum() / 2
    held = np.bincount(label, pulls.out), np.bincount(label, pulls.into)
    return float(inside / pulls.total - resolution * (held[0] @ held[1]) / pulls.total**2)


@dataclass(frozen=True, eq=False)
class Runs:
    """The different partitions of many runs, how often each came, and which is the best."""

    partitions: Ints
    counts: Ints
    best: int
    modularity: float

    @classmethod
    def of(cls, runs: Ints, pulls: Pulls, resolution: float) -> "Runs":
        """Choose the highest modularity, then fewest communities, then the first in order."""
        partitions, counts = np.unique(runs, axis=0, return_counts=True)
        values = [modularity_of(pulls, one, resolution) for one in partitions]
        rated = [
            (-round(value, 12), one.max()) for value, one in zip(values, partitions, strict=True)
        ]
        best = min(range(counts.size), key=lambda i: (*rated[i], i)) if pulls.total else 0
        return cls(partitions, counts, best, values[best])

    def shares(self) -> tuple[Floats, Floats]:
        """Share of runs in which an actor is with its community's others, and apart from the rest.

        Means over these others; NaN where there are none.
        """
        own = self.partitions[self.best]
        n, size = own.size, np.bincount(own)[own]
        together, mixed = np.zeros(n), np.zeros(n)
        for partition, count in zip(self.partitions, self.counts, strict=True):
            both = own * n + partition
            _, inverse, alike = np.unique(both, return_inverse=True, return_counts=True)
            together += count * (alike[inverse] - 1)
            mixed += count * (np.bincount(partition)[partition] - alike[inverse])
        draws = self.counts.sum()
        with np.errstate(invalid="ignore"):
            return together / (draws * (size - 1)), 1 - mixed / (draws * (n - size))

    def mean_rand_index(self) -> float:
        """Mean adjusted Rand index over all pairs of runs; NaN with one run."""
        draws = int(self.counts.sum())
        if draws < 2:
            return float("nan")
        alike = float((self.counts * (self.counts - 1) // 2).sum())
        pairs = list(combinations(range(self.counts.size), 2))

        def work(begin: int, end: int) -> float:
            return sum(
                float(self.counts[a] * self.counts[b])
                * rand_index(self.partitions[a], self.partitions[b])
                for a, b in pairs[begin:end]
            )

        part = max(1, 1_000_000 // self.partitions.shape[1])
        total = sum(in_parts(work, len(pairs), part=part, what="agreement between runs"), alike)
        return total / (draws * (draws - 1) / 2)


def rand_index(first: Ints, second: Ints) -> float:
    """Agreement of two partitions beyond chance (Hubert and Arabie 1985); 1 if they are the same.

    Examples
    --------
    >>> rand_index(np.array([0, 0, 1, 1]), np.array([0, 0, 1, 2]))
    0.5714285714285715
    """
    both = _pairs(np.unique(first * first.size + second, return_counts=True)[1])
    one, other = _pairs(np.bincount(first)), _pairs(np.bincount(second))
    every = first.size * (first.size - 1) / 2
    expected = one * other / every if every else 0.0
    most = (one + other) / 2
    return 1.0 if most == expected else (both - expected) / (most - expected)


def _pairs(sizes: Ints) -> float:
    return float((sizes * (sizes - 1) // 2).sum())
