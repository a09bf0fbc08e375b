"""Central by walks of any length, the longer the less they count: Katz, Bonacich, PageRank."""

from numbers import Real
from typing import Any

import numpy as np
import pandas as pd

from collabnet.engine import Floats
from collabnet.metrics.arrays import Given, by_actor, read
from collabnet.metrics.centrality.matrices import FEW, Matrix, largest_root, matrix_along, settled
from collabnet.metrics.options import Direction, Weights, check_option
from collabnet.model.errors import AssumptionError

SHARE = 0.75
"""Of 1/largest eigenvalue: what ``alpha`` and ``beta`` are unless said, after Podolny (1993)."""
ACCURATE = 1e-17
MOST_RATIO = 0.998
"""Of a term to the one before: beyond, there are more than 20,000 terms to add."""


def katz(
    network: Given,
    *,
    alpha: float | None = None,
    direction: Direction = "in",
    weights: Weights = "unweighted",
    normalised: bool = False,
) -> pd.DataFrame:
    """Give each actor 1, and for every walk that ends at it alpha to the power of its length.

    With the direction "in" of a directed network walks along the ties that end at the actor
    count, with "out" those that begin at it. ``alpha`` is 0.75 of 1/largest eigenvalue of the
    network unless said; an acyclic network has none, and NaN until ``alpha`` is said. Isolates
    have 1. After Katz (1953), Psychometrika 18, 39-43.

    Parameters
    ----------
    alpha : 0 up to, not including, 1/largest eigenvalue
    normalised : divide by the length of all scores, the root of their squares' sum

    Returns
    -------
    DataFrame, one row per actor
        katz : float, 1 or more; 0 to 1 if normalised; NaN where undefined

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If alpha is outside its range.
    CollabnetError
        If strengths are used, and one is negative or not a number.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> line = Network.from_pairs([("clinic", "outreach"), ("outreach", "shelter")])
    >>> katz(line, alpha=0.5)
       actor_id  katz
    0    clinic   3.0
    1  outreach   4.0
    2   shelter   3.0
    """
    given = read(network, "katz")
    _check_walk("katz", direction, weights)
    matrix, unit = matrix_along(given, "katz", direction, weights)
    root = largest_root(matrix)
    used = _factor("katz", "alpha", alpha, root * unit, signed=False)
    factor = used * unit if matrix.nnz else 0.0  # without ties no factor is needed
    values = walk_sums(matrix, factor, np.ones(matrix.shape[0]), factor * root)
    if normalised:
        values = values / np.linalg.norm(values)
    settings = {
        "alpha": used,
        "direction": direction,
        "weights": weights,
        "normalised": normalised,
    }
    return by_actor(given, settings=settings, katz=settled(values))


def bonacich_power(
    network: Given,
    *,
    beta: float | None = None,
    direction: Direction = "out",
    weights: Weights = "unweighted",
) -> pd.DataFrame:
    """Score an actor by its ties and by the scores of its contacts, which count beta.

    A positive ``beta`` makes those powerful whose contacts are powerful, a negative one those
    whose contacts depend on them; 0 gives degree. It is 0.75 of 1/largest eigenvalue of the
    network unless said; an acyclic network has none, and NaN until ``beta`` is said. Scores
    are scaled so that their squares add up to the number of actors. Isolates have 0.
    After Bonacich (1987), Am. J. Sociol. 92, 1170-1182.

    Parameters
    ----------
    beta : between -1/largest eigenvalue and 1/largest eigenvalue

    Returns
    -------
    DataFrame, one row per actor
        bonacich_power : float, up to the root of n; NaN where undefined

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If beta is outside its range.
    CollabnetError
        If strengths are used, and one is negative or not a number.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> line = Network.from_pairs([("clinic", "outreach"), ("outreach", "shelter")])
    >>> bonacich_power(line)
       actor_id  bonacich_power
    0    clinic        0.844545
    1  outreach        1.254387
    2   shelter        0.844545
    """
    given = read(network, "bonacich_power")
    _check_walk("bonacich_power", direction, weights)
    matrix, unit = matrix_along(given, "bonacich_power", direction, weights)
    root = largest_root(matrix)
    used = _factor("bonacich_power", "beta", beta, root * unit, signed=True)
    ties = np.asarray(matrix.sum(axis=1), dtype=np.float64)
    values = walk_sums(matrix, used * unit, ties, abs(used) * unit * root)
    length = np.linalg.norm(values)
    values = values * (np.sqrt(values.size) / length) if length > 0 else np.full(ties.size, np.nan)
    settings = {"beta": used, "direction": direction, "weights": weights}
    return by_actor(given, settings=settings, bonacich_power=settled(values))


def pagerank(
    network: Given,
    *,
    damping: float = 0.85,
    direction: Direction = "out",
    weights: Weights = "strength",
) -> pd.DataFrame:
    """Give the share of time that somebody spends at each actor who follows ties at random.

    At each step a tie is followed with the chance ``damping``, strong ties more often in
    proportion; else, and where no tie leads on, any actor comes next, all with the same chance.
    In a directed network ties are followed along their direction, so that actors with ties
    from many score high. After Brin and Page (1998), Comput. Netw. ISDN Syst. 30, 107-117.

    Parameters
    ----------
    damping : 0 up to, not including, 1
    direction : "in" follows ties against their direction, "ignored" both ways

    Returns
    -------
    DataFrame, one row per actor
        pagerank : float, above 0, adding up to 1

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If damping is outside its range.
    CollabnetError
        If strengths are used, and one is negative or not a number.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> ties = [("court", "clinic"), ("police", "clinic")]
    >>> pagerank(Network.from_pairs(ties, is_directed=True))
      actor_id  pagerank
    0   clinic  0.574468
    1    court  0.212766
    2   police  0.212766
    """
    given = read(network, "pagerank")
    _check_walk("pagerank", direction, weights)
    if not (isinstance(damping, Real) and 0 <= damping < 1):
        raise AssumptionError(
            f"pagerank needs a damping from 0 up to, not including, 1; got {damping!r}. 0.85 is "
            "the usual one."
        )
    matrix, _ = matrix_along(given, "pagerank", direction, weights)
    leaving = np.asarray(matrix.sum(axis=1), dtype=np.float64)
    shares = np.divide(1.0, leaving, out=np.zeros_like(leaving), where=leaving > 0)
    handed = matrix.multiply(shares[:, None]).T.tocsr()
    # Whoever is anywhere next is so alike after a jump and where no tie leads on: the scores
    # are those of jumps alone, scaled to add up to 1.
    values = walk_sums(handed, damping, np.ones(leaving.size), damping)
    settings = {"damping": damping, "direction": direction, "weights": weights}
    return by_actor(given, settings=settings, pagerank=settled(values / values.sum()))


def walk_sums(matrix: Matrix, factor: float, start: Floats, ratio: float) -> Floats:
    """Solve x = start + factor * matrix x; NaN where there is no factor.

    Few actors exactly; many by adding walks until longer ones add nothing, and where that takes
    too many terms, exactly too. In the long run terms shrink by ``ratio``.
    """
    from scipy.sparse import eye_array
    from scipy.sparse.linalg import spsolve

    n = start.size
    if np.isnan(factor):
        return np.full(n, np.nan)
    if n <= FEW:
        solved: Any = np.linalg.solve(np.eye(n) - factor * matrix.toarray(), start)
        return np.asarray(solved, dtype=np.float64)
    if not 0 < ratio < MOST_RATIO:
        return np.asarray(spsolve((eye_array(n) - factor * matrix).tocsc(), start))
    term, total = start, start.copy()
    while np.abs(term).max() > ACCURATE * (1 - ratio) * np.abs(total).max():
        term = factor * (matrix @ term)
        total += term
    return total


def _check_walk(measure: str, direction: str, weights: str) -> None:
    check_option(measure, "direction", direction, ("out", "in", "ignored"))
    check_option(measure, "weights", weights, ("unweighted", "strength"))


def _factor(measure: str, name: str, value: float | None, root: float, *, signed: bool) -> float:
    """The factor asked for, or the default; NaN without a cycle to make a default of."""
    if value is None:
        return SHARE / root if root else np.nan
    limit = 1 / root if root else np.inf
    most = limit * (1 - 1e-12)
    least = -most if signed else 0.0
    if not (isinstance(value, Real) and np.isfinite(value) and least <= value < most):
        bounds = f"between {-limit:.6g} and" if signed else "from 0 up to, not including,"
        needed = f"{bounds} {limit:.6g}, 1/largest eigenvalue of this network"
        if not root:
            needed = "to be a number" if signed else "to be a number from 0"
        raise AssumptionError(
            f"{measure} needs {name} {needed}; got {value!r}. Nearer to 0 long walks count less."
        )
    return value
