"""How many pairs an actor would stand between by chance, in each role."""

from fractions import Fraction
from math import perm, sqrt
from typing import Literal, NamedTuple, TypeAlias

import numpy as np
import pandas as pd

from collabnet.engine import Floats, Ints, entry_rows
from collabnet.metrics.arrays import Given, by_actor
from collabnet.metrics.ego.corners import find_keys
from collabnet.metrics.groups.brokers import ROLES, counts_of, ways
from collabnet.metrics.groups.membership import Grouped, grouped, named
from collabnet.metrics.groups.open_pairs import open_pairs
from collabnet.metrics.groups.patterns import Pattern, patterns
from collabnet.metrics.options import Groups, check_option

Null: TypeAlias = Literal["random grouping", "random ties"]
"""What chance does: deal the other actors' groups out anew, or the ties."""


def brokerage_expected(
    network: Given, *, groups: Groups, chance: Null = "random grouping"
) -> pd.DataFrame:
    """Say how many pairs an actor would stand between in each role by chance.

    The numbers are exact: nothing is drawn. Undirected ties go both ways, as in
    ``brokerage_roles``. Time: O(sum over actors of ties in times ties out).

    Parameters
    ----------
    groups : attribute of the actors, or a dict from actor to group
    chance : ``random grouping``: the ties stay, the actor stays in its group, and the groups of all
        others are dealt out anew, so that the total is what it is. ``random ties``: the groups
        stay, and each tie is there with a probability of the network's density (Gould and
        Fernandez 1989, Sociol. Methodol. 19, 89-126; sna's ``brokerage``).

    Returns
    -------
    DataFrame, one row per actor; for each role (coordinator, itinerant, gatekeeper,
    representative, liaison) and total
        *_expected : float, the mean, 0 or more
        *_sd : float, the standard deviation, 0 or more
        *_z : float, (count - mean) / standard deviation; NaN where that is 0

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If an actor has no group, or chance is neither of the two.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> line = Network.from_pairs([("D1", "O1"), ("O1", "I1"), ("I1", "I2")], is_directed=True)
    >>> agency = {"D1": "police", "O1": "court", "I1": "program", "I2": "program"}
    >>> found = brokerage_expected(line, groups=agency)
    >>> found[["actor_id", "liaison_expected", "liaison_sd", "liaison_z"]].round(3)
      actor_id  liaison_expected  liaison_sd  liaison_z
    0       D1             0.000       0.000        NaN
    1       I1             0.333       0.471     -0.707
    2       I2             0.000       0.000        NaN
    3       O1             0.667       0.471      0.707
    """
    given = grouped(network, groups, "brokerage_expected")
    check_option("brokerage_expected", "chance", chance, ("random grouping", "random ties"))
    counts = counts_of(given)
    raw = np.column_stack([counts, counts.sum(axis=1)]).astype(np.float64)
    by_chance = _random_grouping if chance == "random grouping" else _random_ties
    mean, spread = by_chance(given)
    z = np.divide(raw - mean, spread, out=np.full(raw.shape, np.nan), where=spread > 0)
    columns = {
        f"{role}_{name}": values[:, i]
        for i, role in enumerate((*ROLES, "total"))
        for name, values in (("expected", mean), ("sd", spread), ("z", z))
    }
    settings = {"groups": named(groups), "chance": chance}
    return by_actor(given.network, **columns, settings=settings)


class _Overlaps(NamedTuple):
    """How the open pairs of one broker overlap: ordered pairs of two such pairs.

    ``total`` pairs; with the same first actor, the same second; the second of one being the first
    of the other; the same two actors the other way round; nobody in common.
    """

    total: int
    same_first: int
    same_second: int
    chained: int
    turned: int
    apart: int


def _random_grouping(given: Grouped) -> tuple[Floats, Floats]:
    of_size, own = _by_size(given)
    n = given.of.size
    known: dict[tuple[int, _Overlaps], list[tuple[float, float]]] = {}
    found: list[list[tuple[float, float]]] = []
    for size, overlaps in zip(own, _overlaps(given), strict=True):
        key = (size, overlaps)  # actors alike are computed once
        if key not in known:
            known[key] = [_moments(pattern, overlaps, n - 1) for pattern in of_size[size]]
        found.append(known[key])
    both = np.array(found)
    return both[:, :, 0], both[:, :, 1]


def _random_ties(given: Grouped) -> tuple[Floats, Floats]:
    of_size, own = _by_size(given)
    n = given.of.size
    density = ways(given)[0].indices.size / (n * (n - 1)) if n > 1 else 0.0
    chance = density**2 * (1 - density)
    together = (density * (1 - density)) ** 3  # what two pairs with one tie in common co-vary
    found = {
        size: [
            (
                chance * one.once,
                sqrt(
                    chance * (1 - chance) * one.once + together * (one.same_first + one.same_second)
                ),
            )
            for one in of_size[size]
        ]
        for size in of_size
    }
    both = np.array([found[size] for size in own])
    return both[:, :, 0], both[:, :, 1]


def _by_size(given: Grouped) -> tuple[dict[int, list[Pattern]], list[int]]:
    """The patterns of a broker by the size of its group, and that size for every actor."""
    sizes = given.sizes.tolist()
    powers = [sum(size**k for size in sizes) for k in range(5)]
    of_size = {size: patterns(powers, size) for size in set(sizes)}
    return of_size, given.sizes[given.of].tolist()


def _moments(pattern: Pattern, overlaps: _Overlaps, others: int) -> tuple[float, float]:
    """Mean and standard deviation of a count of open pairs that follow a pattern, exactly."""
    two, three, four = (max(1, perm(others, k)) for k in (2, 3, 4))
    mean = Fraction(overlaps.total * pattern.once, two)
    square = (
        mean
        + Fraction(overlaps.turned * pattern.turned, two)
        + Fraction(
            overlaps.same_first * pattern.same_first
            + overlaps.same_second * pattern.same_second
            + overlaps.chained * pattern.chained,
            three,
        )
        + Fraction(overlaps.apart * pattern.apart, four)
    )
    return float(mean), sqrt(square - mean * mean)


def _overlaps(given: Grouped) -> list[_Overlaps]:
    along, against = ways(given)
    into, out = np.zeros(against.indices.size, np.int64), np.zeros(along.indices.size, np.int64)
    n = along.n
    senders, getters = entry_rows(along), entry_rows(against)
    keys, keys_against = senders * n + along.indices, getters * n + against.indices
    turned = np.zeros(n, np.int64)
    for pairs in open_pairs(along, against, "expected brokerage"):
        into += np.bincount(pairs.into, minlength=into.size)
        out += np.bincount(pairs.out, minlength=out.size)
        broker, first = getters[pairs.into], against.indices[pairs.into]
        second = along.indices[pairs.out]
        _, is_first = find_keys(keys, second * n + broker)
        _, is_second = find_keys(keys, broker * n + first)
        _, is_tied = find_keys(keys, second * n + first)
        is_turned = is_first & is_second & ~is_tied
        turned += np.bincount(broker[is_turned], minlength=n)
    _, both_into, both_out = np.intersect1d(keys_against, keys, True, return_indices=True)
    total = _per_actor(getters, into, n)
    first = _per_actor(getters, into * (into - 1), n)
    second = _per_actor(senders, out * (out - 1), n)
    chained = 2 * (_per_actor(senders[both_out], into[both_into] * out[both_out], n) - turned)
    square = total.astype(object) ** 2  # a hub of many thousands outgrows 64 bits
    apart = square - total - first - second - chained - turned
    columns = (total, first, second, chained, turned, apart)
    return [_Overlaps(*row) for row in zip(*(column.tolist() for column in columns), strict=True)]


def _per_actor(actors: Ints, counts: Ints, n: int) -> Ints:
    found = np.zeros(n, dtype=np.int64)
    np.add.at(found, actors, counts)
    return found
