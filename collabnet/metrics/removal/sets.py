"""The few actors whose leaving hurts most, or who together reach most."""

from collections.abc import Hashable, Iterable
from math import comb, nan
from numbers import Real
from typing import Literal, TypeAlias, get_args

import numpy as np
import pandas as pd

from collabnet.engine.csr import Csr, Ints, build_csr, entry_rows
from collabnet.engine.sets.best import best_sets
from collabnet.engine.sets.criteria import (
    Closeness,
    Criterion,
    PairsInContact,
    PairsReached,
    Reach,
)
from collabnet.engine.sets.searches import looks
from collabnet.metrics.arrays import Given, csr_along, csr_of, labels, read
from collabnet.metrics.options import Direction, check_count, check_option
from collabnet.metrics.positions.ties import canonical_order, ties_of
from collabnet.metrics.removal.those_who_leave import numbers_of
from collabnet.model import Network
from collabnet.model.errors import AssumptionError

Wanted: TypeAlias = Literal[
    "fragmentation", "distance fragmentation", "pairs connectivity", "reach"
]
"""What a set of key players is best at."""
MOST_REACHING = 5_000
"""Actors up to whom every pair's distance is held: 25 million."""
MOST_LOOKS = 2 * 10**12
"""Entries that are looked at, at most; some hours."""


def key_players(
    network: Given,
    *,
    size: int = 1,
    criterion: Wanted = "fragmentation",
    from_actors: Iterable[Hashable] | None = None,
    to_actors: Iterable[Hashable] | None = None,
    among: Iterable[Hashable] | None = None,
    direction: Direction = "out",
    effort: float = 1.0,
) -> pd.DataFrame:
    """Find the set of actors whose leaving breaks up the network most, or who reach most.

    All sets are tried where there are few. Else a set is built up one by one, improved by swaps,
    and an integer program looks for a better one and for the proof that there is none. The
    method, the bound and the gap say how far from the best the set is at most. Strengths are
    ignored; the order of actors and ties in the data changes nothing. After Borgatti (2006),
    Comput. Math. Organ. Theory 12, 21-34; pairs connectivity after Arulselvan, Commander,
    Elefteriadou and Pardalos (2009), Comput. Oper. Res. 36, 2193-2200.

    Parameters
    ----------
    size : actors in the set
    criterion : "fragmentation" and "distance fragmentation", F and DF among those who stay, as
        high as possible; "pairs connectivity", pairs of those who stay that are joined by a path,
        as few as possible; "reach", the mean over all actors of 1/distance from the nearest
        member (members count 1), as high as possible
    from_actors, to_actors : for pairs connectivity: where paths begin and end. With either, and
        in a directed network, paths run along the ties and pairs are ordered; else direction is
        of no account. Refused with the other criteria; F and DF ignore direction
    among : the actors who may be in the set; everybody if not said
    direction : for reach: along the ties, against them, or both ways
    effort : how much is done at most to find a better set, or to prove that there is none: 1
        takes some seconds, 10 about ten times as long; the same answer on every run

    Returns
    -------
    DataFrame, one row per member, for each of the best sets (100 at most are listed)
        set : int, 1 for the first
        actor_id : a member, in the network's order
        score : float, the criterion's value with this set; NaN where fewer than two stay
        score_intact : float, without any
        score_bound : float, no set of this size does better
        gap : float, how much better another set could be at most; 0 is proven best
        tied_sets : float, how many sets are as good; NaN if that isn't known
        method : "all sets tried", "integer program" or "greedy with swaps"

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If the size is below 1 or above the actors who may be chosen, the options don't fit, or
        it would take many hours; for reach, if there are more than 5,000 actors.
    NotFoundError
        If somebody named isn't in the network.

    Examples
    --------
    >>> line = Network.from_pairs([("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")])
    >>> found = key_players(line, criterion="pairs connectivity")
    >>> found[["actor_id", "score", "score_intact", "gap", "method"]]
      actor_id  score  score_intact  gap          method
    0        c    2.0          10.0  0.0  all sets tried
    """
    given = read(network, "key_players")
    check_option("key_players", "criterion", criterion, get_args(Wanted))
    check_option("key_players", "direction", direction, get_args(Direction))
    if not isinstance(effort, Real) or not 0 <= effort < float("inf"):
        raise AssumptionError(
            f"key_players needs an effort of 0 or more; got {effort!r}. 1 is the usual one."
        )
    if criterion != "pairs connectivity" and not (from_actors is None and to_actors is None):
        raise AssumptionError(
            f"key_players takes from_actors and to_actors with the criterion 'pairs connectivity' "
            f"alone; got {criterion!r}. Leave them out, or choose that criterion."
        )
    ends = [
        None if some is None else np.array(numbers_of(given, some, "key_players"), dtype=np.int64)
        for some in (from_actors, to_actors)
    ]
    n = len(given.actor_ids)
    may = np.ones(n, dtype=np.bool_)
    if among is not None:
        may[:] = False
        may[numbers_of(given, among, "key_players")] = True
    if not may.any():
        raise AssumptionError(
            "key_players needs somebody who may be chosen (among); got nobody. Name some, or leave "
            "among out."
        )
    check_count("key_players", "size", size)
    if size > may.sum():
        raise AssumptionError(
            f"key_players needs a size from 1 to {may.sum()}, the actors who may be chosen; got "
            f"{size}."
        )
    if criterion == "reach" and n > MOST_REACHING:
        raise AssumptionError(
            f"key_players by reach compares every pair of at most {MOST_REACHING:,} actors; the "
            f"network has {n:,}. Leave actors out with network.without([...]), or take the network "
            "of agencies."
        )
    order = canonical_order(given, ties_of(given, "key_players", "unweighted", directed=True))
    judged = _criterion(given, criterion, ends, direction, order)
    if looks(judged, size, int(may.sum())) > MOST_LOOKS:
        raise AssumptionError(
            f"key_players by {criterion} takes many hours with {n:,} actors and a size of {size}. "
            "Take a smaller size or the criterion 'fragmentation', or leave actors out with "
            "network.without([...])."
        )
    found, method = best_sets(judged, size, may[order], effort=effort)
    sets = sorted(sorted(order[list(members)].tolist()) for members in found.sets)
    table = _table(
        given,
        sets,
        score=_score(criterion, found.loss, n, n - size),
        intact=_score(criterion, judged.intact(), n, n),
        bound=_score(criterion, max(found.bound, -float(n)), n, n - size),
        tied=nan if found.tied is None else float(found.tied),
        method=method,
    )
    table.attrs["settings"] = {
        "size": size,
        "criterion": criterion,
        "direction": direction,
        "effort": effort,
        **{
            name: tuple(given.actor_ids[v] for v in some.tolist())
            for name, some in zip(("from_actors", "to_actors"), ends, strict=True)
            if some is not None
        },
        **({} if among is None else {"among": tuple(np.array(given.actor_ids, dtype=object)[may])}),
    }
    return table


def _criterion(
    network: Network,
    criterion: Wanted,
    ends: list[Ints | None],
    direction: Direction,
    order: Ints,
) -> Criterion:
    """Judge the actors in an order that isn't the data's: this changes nothing then."""
    place = np.argsort(order)

    def ordered(csr: Csr) -> Csr:
        rows, columns = place[entry_rows(csr)], place[csr.indices]
        return build_csr(csr.n, rows, columns, directed=csr.is_directed)

    if criterion == "fragmentation":
        return PairsInContact(ordered(csr_of(network, directed=False)))
    if criterion == "distance fragmentation":
        return Closeness(ordered(csr_of(network, directed=False)))
    if criterion == "reach":
        return Reach(ordered(csr_along(network, direction)))
    if not network.is_directed and all(some is None for some in ends):
        return PairsInContact(ordered(csr_of(network, directed=False)))
    csr = ordered(csr_of(network, directed=network.is_directed))
    sources, targets = (np.arange(csr.n) if some is None else np.sort(place[some]) for some in ends)
    return PairsReached(csr, sources, targets)


def _score(criterion: Wanted, loss: float, n: int, left: int) -> float:
    """The criterion's value, in its own terms; ``left`` are counted."""
    if criterion == "reach":
        return max(0.0, -loss) / n
    loss = max(loss, 0.0)
    if criterion == "pairs connectivity":
        return loss
    if left < 2:
        return nan
    return 1 - loss / (comb(left, 2) if criterion == "fragmentation" else left * (left - 1))


def _table(
    network: Network,
    sets: list[list[int]],
    *,
    score: float,
    intact: float,
    bound: float,
    tied: float,
    method: str,
) -> pd.DataFrame:
    rows = [(at, v) for at, members in enumerate(sets, start=1) for v in members]
    return pd.DataFrame(
        {
            "set": [at for at, _ in rows],
            "actor_id": labels([network.actor_ids[v] for _, v in rows]),
            "score": score,
            "score_intact": intact,
            "score_bound": bound,
            "gap": abs(score - bound),
            "tied_sets": tied,
            "method": method,
        }
    )
