"""CUG: whether a network is unlike random networks that share its size, ties or dyads."""

from collections.abc import Callable, Iterator
from itertools import chain, combinations, islice, product
from math import comb, inf, lgamma
from typing import Literal, TypeAlias

import numpy as np
import pandas as pd

from collabnet.engine import Bools
from collabnet.engine.work import in_parts
from collabnet.metrics.arrays import Given
from collabnet.metrics.options import check_count, check_option
from collabnet.stats.bare import Bare, bare
from collabnet.stats.orders import position
from collabnet.stats.relations import check_actors
from collabnet.stats.result import Result, p_words
from collabnet.stats.statistic import Statistic, statistic_of

Condition: TypeAlias = Literal["size", "edges", "dyads"]
FEW = 2_000
"""Networks that are all gone through where there are no more."""
_LIKE = {
    "size": "of the same size",
    "edges": "with as many actors and ties",
    "dyads": "with as many mutual, one-way and empty pairs",
}
_Draw: TypeAlias = Callable[[np.random.Generator], Bools]


def cug_test(
    network: Given,
    statistic: Statistic,
    *,
    condition: Condition = "edges",
    draws: int = 1_000,
    seed: int = 1,
) -> Result:
    """Compare a number of a network with that of random networks like it (CUG test).

    The random networks (conditional uniform graphs) are all alike probable. Where there are no
    more than 2,000 of them, or than ``draws``, all are gone through. Ties are there or not:
    strengths and kinds of ties are left out, in the observed network too; attributes of actors
    stay. After Holland and Leinhardt (1976), Sociol. Methodol. 7, 1-45, and Anderson, Butts
    and Carley (1999), Social Networks 21, 239-267. Time: O(draws) times that of the statistic.

    Parameters
    ----------
    statistic : the name of a measure with one number for a network, as ``"transitivity"``; one
        with options, as ``{"centralization": {"of": "betweenness"}}``; or a function that takes
        a network and gives a number
    condition : what random networks share with this one: ``size``, each pair tied or not with
        equal chance; ``edges``, the number of ties as well; ``dyads``, the number of pairs tied
        both ways, one way and not at all
    draws : how many random networks
    seed : of the draws

    Returns
    -------
    Result, with a table of one row
        statistic : str, its name
        observed : float, NaN where undefined
        share_below, share_at, share_above : float, share of random networks with less, as much
            and more: the observed one is not counted. NaN where ``observed`` is
        p_greater, p_less : float, share with as much or more, and as much or less; drawn ones
            count the observed one as one of them. NaN where ``observed`` is
        mean_by_chance, sd_by_chance : float, over the random networks
        n_graphs : int, how many were looked at
        n_undefined : int, how many of these have no such number; they are left out
        is_exact : bool, whether these are all there are

    Raises
    ------
    AssumptionError
        If there are fewer than 2 actors, no draws, or an option or statistic doesn't fit.
    EmptyNetworkError
        If the network has no actors.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> star = Network.from_pairs([("hub", "a"), ("hub", "b"), ("hub", "c")])
    >>> cug_test(star, "centralization").row[["share_below", "share_at"]].astype(float).tolist()
    [0.8, 0.2]
    """
    check_option("cug_test", "condition", condition, _LIKE)
    check_count("cug_test", "draws", draws)
    check_count("cug_test", "seed", seed, least=0)
    name, number = statistic_of(statistic, "cug_test")
    own = bare(network, "cug_test")
    check_actors(own.n, 2, "cug_test")
    if condition == "dyads" and not own.is_directed:
        condition = "edges"  # the same there
    every, draw, count = _graphs(own, condition)
    is_exact = count <= max(draws, FEW)
    observed = number(own.tied(own.is_tie[own.cells]))
    random = np.random.Generator(np.random.PCG64(seed))

    def work(begin: int, end: int) -> list[float]:
        size = end - begin
        graphs = islice(every, size) if is_exact else (draw(random) for _ in range(size))
        return [number(own.tied(one)) for one in graphs]

    total = int(count) if is_exact else draws
    what = f"{name} of random networks"
    found = np.array(list(chain.from_iterable(in_parts(work, total, part=1, what=what))))
    chance = position(observed, found, is_exact=is_exact)
    table = pd.DataFrame(
        {
            "statistic": [name],
            "observed": observed,
            "share_below": chance.below,
            "share_at": chance.at,
            "share_above": chance.above,
            "p_greater": chance.p_greater,
            "p_less": chance.p_less,
            "mean_by_chance": chance.mean,
            "sd_by_chance": chance.sd,
            "n_graphs": chance.count,
            "n_undefined": chance.undefined,
            "is_exact": is_exact,
        }
    )
    how = "All of them were gone through" if is_exact else "They were drawn"
    notes = [f"{how}: {total:,} networks {_LIKE[condition]}."]
    if chance.undefined:
        notes.append(f"In {chance.undefined:,} of them {name} is undefined; they are left out.")
    settings = {"condition": condition, "draws": draws, "seed": seed}
    return Result(table, _sentence(table.iloc[0], _LIKE[condition]), tuple(notes), settings)


def _sentence(row: pd.Series, like: str) -> str:
    name = str(row["statistic"]).replace("_", " ")
    if np.isnan(row["observed"]) or np.isnan(row["share_below"]):
        return f"For this network, or for random ones, {name} is undefined."
    is_high = row["p_greater"] <= row["p_less"]
    side = "as high or higher" if is_high else "as low or lower"
    return (
        f"The network's {name} is {row['observed']:.3f}. Random networks {like} have "
        f"{row['mean_by_chance']:.3f} on average; {side}: "
        f"{p_words(row['p_greater' if is_high else 'p_less'])}."
    )


def _graphs(own: Bare, condition: Condition) -> tuple[Iterator[Bools], _Draw, float]:
    """Give all networks like this one, a way to draw one, and how many there are."""
    cells = own.cells[0].size
    if condition == "size":
        return (
            (np.array(one, dtype=bool) for one in product((False, True), repeat=cells)),
            lambda random: random.random(cells) < 0.5,
            _power(cells),
        )
    if condition == "edges":
        ties = int(own.is_tie[own.cells].sum())
        return (
            (_chosen(cells, one) for one in combinations(range(cells), ties)),
            lambda random: _chosen(cells, random.choice(cells, ties, replace=False)),
            _ways(cells, ties),
        )
    return _dyads(own)


def _chosen(cells: int, places: object) -> Bools:
    is_tie = np.zeros(cells, dtype=bool)
    is_tie[np.asarray(places, dtype=np.int64)] = True
    return is_tie


def _dyads(own: Bare) -> tuple[Iterator[Bools], _Draw, float]:
    rows, columns = np.triu_indices(own.n, 1)
    there, back = own.is_tie[rows, columns], own.is_tie[columns, rows]
    mutual, one_way = int((there & back).sum()), int((there ^ back).sum())
    dyads = rows.size

    def build(both: object, single: object, forward: Bools) -> Bools:
        square = np.zeros((own.n, own.n), dtype=bool)
        tied, alone = np.asarray(both, dtype=np.int64), np.asarray(single, dtype=np.int64)
        square[rows[tied], columns[tied]] = square[columns[tied], rows[tied]] = True
        square[rows[alone[forward]], columns[alone[forward]]] = True
        square[columns[alone[~forward]], rows[alone[~forward]]] = True
        return square[own.cells]

    def every() -> Iterator[Bools]:
        for both in combinations(range(dyads), mutual):
            rest = [one for one in range(dyads) if one not in set(both)]
            for single in combinations(rest, one_way):
                for forward in product((True, False), repeat=one_way):
                    yield build(both, single, np.array(forward, dtype=bool))

    def draw(random: np.random.Generator) -> Bools:
        placed = random.permutation(dyads)
        single = placed[mutual : mutual + one_way]
        return build(placed[:mutual], single, random.random(one_way) < 0.5)

    return every(), draw, _ways(dyads, mutual) * _ways(dyads - mutual, one_way) * _power(one_way)


def _ways(of: int, chosen: int) -> float:
    """Ways to choose, exactly where they are few; far too many to go through are inf."""
    log = lgamma(of + 1) - lgamma(chosen + 1) - lgamma(of - chosen + 1)
    return comb(of, chosen) if log < 30 else inf


def _power(of: int) -> float:
    return 2**of if of < 40 else inf
