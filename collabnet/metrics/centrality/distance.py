"""How near an actor is to the others: closeness, and whom it reaches in how many steps."""

from itertools import islice
from numbers import Real
from typing import Literal, TypeAlias

import numpy as np
import pandas as pd

from collabnet.engine import Csr, Ints
from collabnet.engine.paths.rings import rings_of
from collabnet.engine.work import in_parts
from collabnet.metrics.arrays import Given, by_actor, csr_along, read
from collabnet.metrics.centrality.paths import path_sums
from collabnet.metrics.options import Cost, Direction, check_option
from collabnet.model.errors import AssumptionError

ClosenessVariant: TypeAlias = Literal["freeman", "within_reach", "wasserman_faust", "gil_schmidt"]
AT_ONCE = 512
"""Actors looked for in one go: eight words of bits."""
WAYS_AT_ONCE = 2e6
"""Ways walked in one go."""
WORDS_PER_WAY = 5
"""To walk one way takes as long as to join so many words of bits."""


def closeness(
    network: Given,
    *,
    direction: Direction = "out",
    cost: Cost = "unweighted",
    variant: ClosenessVariant = "freeman",
) -> pd.DataFrame:
    """Divide the number of others by the sum of the distances to them.

    Undefined where somebody is out of reach; harmonic has a value there, and so have the
    variants. In a directed network distances are along the ties, from the actor outwards, or
    with the direction "in" towards it. With cost "1/strength" a tie of strength 2 is half as
    long as one of 1. After Freeman (1979), Social Networks 1, 215-239.

    Parameters
    ----------
    variant : where some are out of reach. "within_reach": only those within reach count, as in
        igraph; "wasserman_faust": the same times the share of others within reach, as in
        networkx; "gil_schmidt": the mean of 1/distance over those within reach, as in sna

    Returns
    -------
    DataFrame, one row per actor
        closeness : float, 0 to 1 (with costs, to the largest strength); NaN where undefined

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    CollabnetError
        If a strength is zero, negative or not a number, and the cost is made from it.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> closeness(Network.from_pairs([("clinic", "outreach"), ("outreach", "shelter")]))
       actor_id  closeness
    0    clinic   0.666667
    1  outreach   1.000000
    2   shelter   0.666667
    """
    given = read(network, "closeness")
    known = ("freeman", "within_reach", "wasserman_faust", "gil_schmidt")
    check_option("closeness", "variant", variant, known)
    sums = path_sums(given, "closeness", direction, cost)
    others = len(given.actor_ids) - 1
    near = np.full(others + 1, np.nan)  # 1 over the mean distance to those within reach
    has_reach = sums.reached > 0
    np.divide(sums.reached, sums.total, out=near, where=has_reach)
    if others == 0 or variant == "within_reach":
        values = near
    elif variant == "freeman":
        values = np.where(sums.reached == others, near, np.nan)
    elif variant == "wasserman_faust":
        values = np.where(has_reach, near * (sums.reached / others), 0.0)
    else:
        values = sums.reciprocal / np.maximum(sums.reached, 1)
    settings = {"direction": direction, "cost": cost, "variant": variant}
    return by_actor(given, settings=settings, closeness=values)


def harmonic(
    network: Given, *, direction: Direction = "out", cost: Cost = "unweighted"
) -> pd.DataFrame:
    """Average 1/distance from each actor to all others; an actor out of reach adds 0.

    In a directed network along the ties, from the actor outwards, or with the direction "in"
    towards it. With cost "1/strength" a tie of strength 2 is half as long as one of 1.
    After Marchiori and Latora (2000), Physica A 285, 539-546.

    Returns
    -------
    DataFrame, one row per actor
        harmonic : float, 0 (isolate) to 1 (tied to everybody; with costs, to the largest
        strength); NaN with one actor

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    CollabnetError
        If a strength is zero, negative or not a number, and the cost is made from it.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> harmonic(Network.from_pairs([("clinic", "outreach"), ("outreach", "shelter")]))
       actor_id  harmonic
    0    clinic      0.75
    1  outreach      1.00
    2   shelter      0.75
    """
    given = read(network, "harmonic")
    sums = path_sums(given, "harmonic", direction, cost)
    n = len(given.actor_ids)
    values = sums.reciprocal / (n - 1) if n > 1 else np.full(n, np.nan)
    return by_actor(given, settings={"direction": direction, "cost": cost}, harmonic=values)


def reach_in_steps(network: Given, *, steps: int = 2, direction: Direction = "out") -> pd.DataFrame:
    """Count the others whom each actor reaches within some number of ties.

    In a directed network along the ties, from the actor outwards, or with the direction "in"
    those by whom it is reached. Strength is not used. Isolates have 0.
    After Borgatti, Everett and Johnson (2013), Analyzing Social Networks, ch. 10.

    Parameters
    ----------
    steps : 1 or more; with 1 it is degree

    Returns
    -------
    DataFrame, one row per actor
        reach_in_steps : int, 0 to n - 1
        reach_in_steps_share : float, 0 to 1, of the others; NaN with one actor

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If steps isn't a whole number from 1.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> ties = [("clinic", "outreach"), ("outreach", "shelter"), ("shelter", "court")]
    >>> reach_in_steps(Network.from_pairs(ties))
       actor_id  reach_in_steps  reach_in_steps_share
    0    clinic               2              0.666667
    1     court               2              0.666667
    2  outreach               3              1.000000
    3   shelter               3              1.000000
    """
    given = read(network, "reach_in_steps")
    check_option("reach_in_steps", "direction", direction, ("out", "in", "ignored"))
    if not (isinstance(steps, Real) and steps >= 1 and steps % 1 == 0):
        raise AssumptionError(
            f"reach_in_steps needs a whole number of steps, 1 or more; got {steps!r}. 1 counts "
            "the actors tied to each actor, 2 also theirs."
        )
    reached = _reached_within(csr_along(given, direction), int(steps))
    n = len(given.actor_ids)
    share = reached / (n - 1) if n > 1 else np.full(n, np.nan)
    settings = {"steps": int(steps), "direction": direction}
    columns = {"reach_in_steps": reached, "reach_in_steps_share": share}
    return by_actor(given, settings=settings, **columns)


def _reached_within(csr: Csr, steps: int) -> Ints:
    """Count whom each actor reaches: by walking, unless there are too many ways to walk."""
    from scipy.sparse import csr_array, eye_array

    is_tie = np.ones(csr.indices.size, dtype=np.bool_)
    ties = csr_array((is_tie, csr.indices, csr.indptr), shape=(csr.n, csr.n))
    hop = ties + eye_array(csr.n, dtype=np.bool_, format="csr")
    most = steps * hop.nnz * (csr.n / 64 + 1) / WORDS_PER_WAY
    ways = np.ones(csr.n)
    for _ in range(steps):
        ways = hop @ ways
        if ways.sum() > most:
            return _reached_by_bits(csr, steps)

    def walk(begin: int, end: int) -> Ints:
        within = hop[begin:end]
        for _ in range(steps - 1):
            within = within @ hop
        counted: Ints = np.diff(within.indptr).astype(np.int64) - 1
        return counted

    part = 1 + int(csr.n * WAYS_AT_ONCE / ways.sum())
    return np.concatenate(list(in_parts(walk, csr.n, part=part, what="reach in steps")))


def _reached_by_bits(csr: Csr, steps: int) -> Ints:
    """Count whom each actor reaches; a bit for each of those looked for serves all actors."""

    def count(begin: int, end: int) -> Ints:
        counted = np.zeros(csr.n, dtype=np.int64)
        for ring in islice(rings_of(csr, targets=(begin, end)), steps):
            counted += np.bitwise_count(ring).sum(axis=1, dtype=np.int64)
        return counted

    parts = in_parts(count, csr.n, part=AT_ONCE, what="reach in steps", threads=None)
    return sum(parts, np.zeros(csr.n, dtype=np.int64))
