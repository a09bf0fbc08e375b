"""Whom every path from one actor has to pass."""

from collections.abc import Hashable

import numpy as np
import pandas as pd

from collabnet.engine import DominatorTree
from collabnet.metrics.arrays import Given, by_actor, csr_along, read
from collabnet.metrics.cohesion.ends import place_of
from collabnet.metrics.options import Direction, check_option


def dominators(
    network: Given, *, from_actor: Hashable, direction: Direction = "out"
) -> pd.DataFrame:
    """Find on whom every path from one actor to each other depends.

    An actor dominates another if every path to it passes through it. The last of them on the
    way, the immediate dominator, tells all: its own immediate dominator is the one before, and
    so on back to ``from_actor``, which counts as a dominator of all others. Along the ties;
    ``direction="in"`` asks about paths that end at ``from_actor``. Strengths aren't used. After
    Lowry and Medlock (1969), Commun. ACM 12, 13-22; computed after Cooper, Harvey and Kennedy
    (2001). Time: O(n^2) at worst, near O(n + m) as a rule.

    Parameters
    ----------
    from_actor : where the paths begin

    Returns
    -------
    DataFrame, one row per actor
        dominator : id of the immediate dominator; NaN for ``from_actor`` and who isn't reached
        n_on_every_path : float, actors between the two on every path, 0 to n - 2; NaN likewise
        n_cut_off : int, other actors that are out of ``from_actor``'s reach if this one leaves

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    NotFoundError
        If the actor isn't in the network.
    AssumptionError
        If there is no such direction.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> pairs = [("police", "intake"), ("intake", "clinic"), ("intake", "shelter")]
    >>> dominators(Network.from_pairs(pairs, is_directed=True), from_actor="police")
      actor_id dominator  n_on_every_path  n_cut_off
    0   clinic    intake              1.0          0
    1   intake    police              0.0          2
    2   police       NaN              NaN          3
    3  shelter    intake              1.0          0
    """
    given = read(network, "dominators")
    check_option("dominators", "direction", direction, ("out", "in", "ignored"))
    root = place_of(given, from_actor)
    csr = csr_along(given, direction)
    above = DominatorTree(csr, [root]).immediate
    del above[root]
    named = np.full(csr.n, np.nan, dtype=object)
    between = np.full(csr.n, np.nan)
    cut_off = np.zeros(csr.n, dtype=np.int64)
    for v, nearest in above.items():
        named[v] = given.actor_ids[nearest]
        between[v] = 0 if nearest == root else between[nearest] + 1
    for v, nearest in reversed(above.items()):
        cut_off[nearest] += cut_off[v] + 1
    return by_actor(
        given,
        settings={"from_actor": from_actor, "direction": direction},
        dominator=pd.Series(named, dtype="object"),
        n_on_every_path=between,
        n_cut_off=cut_off,
    )
