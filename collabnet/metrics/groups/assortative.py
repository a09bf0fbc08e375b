"""Whether ties join alike with alike: by group, and by degree."""

from math import fsum, sqrt
from typing import Literal, TypeAlias

import numpy as np
import pandas as pd

from collabnet.engine import entry_rows
from collabnet.metrics.arrays import Given, csr_of, of_network, read
from collabnet.metrics.ego.sums import sums_at
from collabnet.metrics.groups.blocks import group_ends
from collabnet.metrics.groups.membership import grouped, named
from collabnet.metrics.options import Groups, Weights, check_option

End: TypeAlias = Literal["out", "in"]
"""Which degree of an actor is meant in a directed network."""


def group_assortativity(
    network: Given, *, groups: Groups, weights: Weights = "unweighted"
) -> pd.DataFrame:
    """Compare the share of ties within groups with the share that would be there by chance.

    (sum of e_ii - sum of a_i b_i) / (1 - sum of a_i b_i), where e_ij is the share of ties from
    group i to group j, a_i that of ties from i, and b_j that of ties to j; a tie of an undirected
    network counts from both ends. After Newman (2003), Phys. Rev. E 67, 026126. Time: O(m + k^2)
    with k groups.

    Parameters
    ----------
    groups : attribute of the actors, or a dict from actor to group
    weights : ``unweighted``, or ``strength``: ties count by strength

    Returns
    -------
    DataFrame, one row
        group_assortativity : float, 1 (all ties within groups), 0 as by chance, at least -1; NaN
            without ties, and where all of them are within one group

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If an actor has no group.
    CollabnetError
        If strengths count and one is below zero or no number.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> line = Network.from_pairs([("O1", "O2"), ("O2", "I1"), ("I1", "I2")])
    >>> agency = {"O1": "court", "O2": "court", "I1": "program", "I2": "program"}
    >>> group_assortativity(line, groups=agency).round(3)
       group_assortativity
    0                0.333
    """
    given = grouped(network, groups, "group_assortativity")
    first, second, counts = group_ends(given, "group_assortativity", weights)
    counts = np.ldexp(counts, -int(np.frexp(counts.max(initial=0))[1]))  # 1 at most: no overflow
    total = fsum(counts)
    within = fsum(counts[first == second]) * total
    starting, ending = (sums_at(of, counts, len(given.names)) for of in (first, second))
    by_chance = fsum(starting * ending)
    value = np.nan
    if np.count_nonzero(starting + ending) > 1:
        value = (within - by_chance) / (total**2 - by_chance)
    settings = {"groups": named(groups), "weights": weights}
    return of_network(group_assortativity=value, settings=settings)


def degree_assortativity(
    network: Given, *, from_degree: End = "out", to_degree: End = "in"
) -> pd.DataFrame:
    """Say whether actors with many ties have them with actors with many ties.

    The correlation, over ties, of the degrees at their two ends; a tie of an undirected network
    counts both ways. Strength is not used. After Newman (2003), Phys. Rev. E 67, 026126, and
    Foster et al. (2010), PNAS 107, 10815-10820, for directed networks. Time: O(n + m).

    Parameters
    ----------
    from_degree, to_degree : in a directed network, which degree counts where a tie begins, and
        which where it ends: ``out`` or ``in``

    Returns
    -------
    DataFrame, one row
        degree_assortativity : float, -1 to 1; NaN without ties, and where all degrees at one end
            of the ties are the same

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If a degree is neither.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> star = Network.from_pairs([("hub", "a"), ("hub", "b"), ("hub", "c")])
    >>> degree_assortativity(star)
       degree_assortativity
    0                  -1.0
    """
    given = read(network, "degree_assortativity")
    for option, value in (("from_degree", from_degree), ("to_degree", to_degree)):
        check_option("degree_assortativity", option, value, ("out", "in"))
    csr = csr_of(given, directed=given.is_directed)
    degrees = {"out": np.diff(csr.indptr), "in": np.bincount(csr.indices, minlength=csr.n)}
    first, second = degrees[from_degree][entry_rows(csr)], degrees[to_degree][csr.indices]
    return of_network(
        degree_assortativity=_correlation(first.tolist(), second.tolist()),
        settings={"from_degree": from_degree, "to_degree": to_degree},
    )


def _correlation(first: list[int], second: list[int]) -> float:
    """Pearson's correlation of whole numbers, rounded once; NaN if one of them doesn't vary."""
    n, total, other = len(first), sum(first), sum(second)
    spread = n * sum(x * x for x in first) - total * total
    other_spread = n * sum(y * y for y in second) - other * other
    if not spread or not other_spread:
        return np.nan
    together = n * sum(x * y for x, y in zip(first, second, strict=True)) - total * other
    return max(-1.0, min(1.0, together / sqrt(spread * other_spread)))
