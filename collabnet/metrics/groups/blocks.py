"""Ties within and between groups, one row per pair of groups."""

from collections.abc import Mapping
from math import fsum

import numpy as np
import pandas as pd

from collabnet.engine import Floats, Ints
from collabnet.metrics.arrays import Given, labels
from collabnet.metrics.ego.sums import sums_at
from collabnet.metrics.groups.membership import Grouped, Ties, grouped, named, ties_of
from collabnet.metrics.options import Direction, Groups, Weights
from collabnet.model.errors import AssumptionError

MOST = 2_000
"""Groups of a table of pairs of groups."""


def density_between(
    network: Given, *, groups: Groups, direction: Direction = "out"
) -> pd.DataFrame:
    """Give the share of pairs with a tie, within each group and between any two.

    Parallel ties count once, self-ties not at all; strength is not used. Time: O(m + n + k^2)
    with k groups.

    Parameters
    ----------
    groups : attribute of the actors, or a dict from actor to group
    direction : in a directed network ``out`` counts ties from the first group to the second,
        ``in`` those from the second to the first, ``ignored`` pairs tied either way

    Returns
    -------
    DataFrame, one row per pair of groups, a group with itself among them; where direction counts,
    both orders of a pair
        from_group, to_group : the groups: numbers by size, then by how they are written
        n_pairs : int, pairs of actors that could have a tie
        n_ties : int, those that have one
        density : float, 0 to 1; NaN where there are no pairs, as within a group of one actor

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If an actor has no group, there are too many, or the direction is none of the three.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> ring = Network.from_pairs([("O1", "O2"), ("O1", "I1"), ("O2", "I1")])
    >>> density_between(ring, groups={"O1": "court", "O2": "court", "I1": "program"})
      from_group to_group  n_pairs  n_ties  density
    0      court    court        1       1      1.0
    1      court  program        2       2      1.0
    2    program  program        0       0      NaN
    """
    given = _few_groups(network, groups, "density_between")
    ties = ties_of(given.network, "density_between", direction, "unweighted")
    first, second = _pairs(given, ties)
    n_ties = _by_block(given, ties, np.ones(ties.rows.size)).astype(np.int64)
    sizes = given.sizes
    n_pairs = sizes[first] * (sizes[second] - (first == second))
    if not ties.is_directed:
        n_pairs = np.where(first == second, n_pairs // 2, n_pairs)
    density = np.divide(n_ties, n_pairs, out=np.full(first.size, np.nan), where=n_pairs > 0)
    return _table(
        given,
        first,
        second,
        {"groups": named(groups), "direction": direction},
        n_pairs=n_pairs,
        n_ties=n_ties,
        density=density,
    )


def strength_between(
    network: Given, *, groups: Groups, direction: Direction = "out"
) -> pd.DataFrame:
    """Add up the strength of ties within each group and between any two.

    Parallel ties are added up; with the direction ignored, so are the two directions of a pair.
    Time: O(m + n + k^2) with k groups.

    Parameters
    ----------
    groups, direction : as in ``density_between``

    Returns
    -------
    DataFrame, rows as those of ``density_between``
        from_group, to_group : the groups
        n_ties : int, pairs of actors with a tie
        strength : float, sum of the strengths
        strength_mean : float, per pair with a tie; NaN where there is none

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If an actor has no group, there are too many, or the direction is none of the three.
    CollabnetError
        If a strength is no number.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> line = Network.from_pairs([("O1", "I1", 6), ("O2", "I1", 4)], is_directed=True)
    >>> table = strength_between(line, groups={"O1": "court", "O2": "court", "I1": "program"})
    >>> table.loc[table["n_ties"] > 0]
      from_group to_group  n_ties  strength  strength_mean
    1      court  program       2      10.0            5.0
    """
    given = _few_groups(network, groups, "strength_between")
    ties = ties_of(given.network, "strength_between", direction, "strength")
    first, second = _pairs(given, ties)
    n_ties = _by_block(given, ties, np.ones(ties.rows.size)).astype(np.int64)
    strength = _by_block(given, ties, ties.counts)
    mean = np.divide(strength, n_ties, out=np.full(first.size, np.nan), where=n_ties > 0)
    return _table(
        given,
        first,
        second,
        {"groups": named(groups), "direction": direction},
        n_ties=n_ties,
        strength=strength,
        strength_mean=mean,
    )


def group_mixing(
    network: Given, *, groups: Groups, weights: Weights = "unweighted"
) -> pd.DataFrame:
    """Give the share of all ties that lead from each group to each.

    The mixing matrix e_ij of Newman (2003), Phys. Rev. E 67, 026126. A tie of an undirected
    network is counted from both its ends, so that the matrix is symmetric. Time: O(m + n + k^2).

    Parameters
    ----------
    groups : attribute of the actors, or a dict from actor to group
    weights : ``unweighted``, or ``strength``: ties count by strength

    Returns
    -------
    DataFrame, one row per ordered pair of groups, a group with itself among them
        from_group, to_group : the groups
        mixing_share : float, 0 to 1, adding up to 1; NaN without ties

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If an actor has no group, or there are too many.
    CollabnetError
        If strengths count and one is below zero or no number.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> line = Network.from_pairs([("O1", "O2"), ("O2", "I1")])
    >>> table = group_mixing(line, groups={"O1": "court", "O2": "court", "I1": "program"})
    >>> table["mixing_share"].tolist()
    [0.5, 0.25, 0.25, 0.0]
    """
    given = _few_groups(network, groups, "group_mixing")
    first, second, counts = group_ends(given, "group_mixing", weights)
    k, total = len(given.names), fsum(counts)
    found = sums_at(first * k + second, counts, k * k)
    share = np.divide(found, total, out=np.full(k * k, np.nan), where=total > 0)
    settings = {"groups": named(groups), "weights": weights}
    return _table(given, *np.divmod(np.arange(k * k), k), settings, mixing_share=share)


def group_ends(given: Grouped, measure: str, weights: Weights) -> tuple[Ints, Ints, Floats]:
    """Give the groups at the two ends of each tie, and what it counts; undirected ones twice."""
    ties = ties_of(given.network, measure, "out", weights, allow_negative=False)
    first, second, counts = given.of[ties.rows], given.of[ties.columns], ties.counts
    if not ties.is_directed:
        first, second = np.concatenate([first, second]), np.concatenate([second, first])
        counts = np.concatenate([counts, counts])
    return first, second, counts


def _few_groups(network: Given, groups: Groups, measure: str) -> Grouped:
    given = grouped(network, groups, measure)
    if len(given.names) > MOST:
        raise AssumptionError(
            f"{measure} needs at most {MOST:,} groups, for its table has a row for each pair of "
            f"them; got {len(given.names):,}. Choose groups with more actors in each."
        )
    return given


def _pairs(given: Grouped, ties: Ties) -> tuple[Ints, Ints]:
    """Pairs of groups: in both orders where direction counts."""
    k = len(given.names)
    if ties.is_directed:
        first, second = np.divmod(np.arange(k * k), k)
        return first, second
    return np.triu_indices(k)


def _by_block(given: Grouped, ties: Ties, counts: Floats) -> Floats:
    k = len(given.names)
    first, second = given.of[ties.rows], given.of[ties.columns]
    if not ties.is_directed:
        first, second = np.minimum(first, second), np.maximum(first, second)
    found = sums_at(first * k + second, counts, k * k)
    return found.reshape(k, k)[_pairs(given, ties)]


def _table(
    given: Grouped, first: Ints, second: Ints, settings: Mapping[str, object], **columns: object
) -> pd.DataFrame:
    ends = {
        "from_group": labels([given.names[i] for i in first]),
        "to_group": labels([given.names[i] for i in second]),
    }
    table = pd.DataFrame({**ends, **columns})
    table.attrs["settings"] = settings
    return table
