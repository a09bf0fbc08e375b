"""How sure the centrality of each actor is: an interval, and a band instead of a rank."""

from typing import Literal, TypeAlias

import numpy as np
import pandas as pd

from collabnet.engine import Bools, Floats
from collabnet.engine.work import in_parts
from collabnet.metrics.arrays import Given, labels
from collabnet.metrics.catalogue import Asked
from collabnet.metrics.options import check_count, check_option
from collabnet.stats.bands import is_first, rank_bands, ranks
from collabnet.stats.leaving_out import Drawing, Values, check_share, drawing, measured
from collabnet.stats.result import Result, percent

How: TypeAlias = Literal["case_dropping", "tie_resampling"]
FIRST = 0.9
"""Share of the draws in which an actor must be first to be called so."""
_LOW, _HIGH = 0.025, 0.975


def centrality_intervals(
    network: Given,
    measures: Asked | str,
    *,
    by: How = "case_dropping",
    draws: int = 500,
    leave_out: float = 0.1,
    seed: int = 1,
) -> Result:
    """Give each actor's centrality an interval, and a band that it shares with others near it.

    Networks are drawn from this one, and measured like it. Values of a draw are put on the scale
    of the whole: multiplied so that those in it add up to what they have in the whole network.
    Actors whose intervals overlap share a band, and so does whoever overlaps with one of them:
    within a band, nobody is shown to come before another. There are no single ranks, and nobody
    is first who isn't in 90 % of the draws. After Costenbader and Valente (2003), Social Networks
    25, 283-307, and Epskamp, Borsboom and Fried (2018), Behav. Res. Methods 50, 195-212.
    Time: O(draws) times that of the measures.

    Parameters
    ----------
    measures : a name, several, or names with options, as of ``cn.measure``; each with numbers for
        actors
    by : ``case_dropping`` leaves actors out at random, as if some had not been asked;
        ``tie_resampling`` draws as many ties as there are with replacement, as if the same log had
        been kept once more. A tie whose strength is a whole number k stands for k rows, where all
        are whole; ties without strengths are drawn whole, so that each draw lacks a third
        of them
    draws : how many networks
    leave_out : share of the actors that case-dropping leaves out, above 0 and below 1
    seed : of the draws

    Returns
    -------
    Result, with a table of one row per measure and actor, in the network's order
        measure : str, the column of the measure
        actor_id : the actor
        value : float, in the whole network; NaN where the measure is undefined
        ci_low, ci_high : float, the interval that holds 95 % of the draws with this actor in
            them, widened to hold ``value``; NaN where undefined
        rank_low, rank_high : float, 1 to n, the same of the actor's rank (1 is highest, equals
            share the mean), on the scale of the whole network
        band : float, 1 for the band with the highest values; NaN where undefined
        first_share : float, 0 to 1, share of draws in which the actor has more than anybody else
        is_first : bool, the highest value, and first in 90 % of the draws
        n_draws : int, draws with a value for this actor

    Raises
    ------
    NotFoundError
        If there is no measure of that name.
    AssumptionError
        If there are fewer than 4 actors, no draws, or an option or measure doesn't fit.
    EmptyNetworkError
        If the network has no actors.

    Examples
    --------
    >>> import networkx as nx
    >>> found = centrality_intervals(nx.star_graph(9), "degree", draws=100)
    >>> found.table.loc[:1, ["actor_id", "value", "band", "is_first"]]
       actor_id  value  band  is_first
    0         0    9.0   1.0      True
    1         1    1.0   2.0     False
    """
    check_option("centrality_intervals", "by", by, ("case_dropping", "tie_resampling"))
    check_count("centrality_intervals", "draws", draws, least=20)
    check_count("centrality_intervals", "seed", seed, least=0)
    check_share("centrality_intervals", "leave_out", leave_out)
    values_of = measured(measures, "centrality_intervals")
    given = drawing(network, "centrality_intervals")
    whole = values_of(given.network, given.ids)
    random = np.random.Generator(np.random.PCG64(seed))

    def draw(begin: int, end: int) -> list[Values]:
        found = []
        for _ in range(end - begin):
            one = (
                given.without_actors(leave_out, random)
                if by == "case_dropping"
                else given.resampled(random)
            )
            found.append(values_of(one, given.ids))
        return found

    parts = in_parts(draw, draws, part=1, what="centrality of networks drawn from this one")
    drawn = [one for part in parts for one in part]
    tables = [
        _of_measure(given, name, value, np.array([one[name] for one in drawn]))
        for name, value in whole.items()
    ]
    table = pd.concat(tables, ignore_index=True)
    settings: dict[str, object] = {"by": by, "draws": draws, "seed": seed}
    if by == "case_dropping":
        settings["leave_out"] = leave_out
    return Result(table, _sentence(table), (_NOTES[by], _OWN_USE), settings)


_OWN_USE = "A row for each actor: for whoever holds the data, and no measure of anybody's work."
_NOTES = {
    "case_dropping": "Intervals tell what changes when other actors are left out; they say nothing "
    "of ties that nobody reported.",
    "tie_resampling": "Intervals tell what changes when the ties are drawn anew; they say nothing "
    "of ties that nobody reported.",
}


def _of_measure(given: Drawing, name: str, value: Floats, found: Floats) -> pd.DataFrame:
    """The rows of one measure; ``found`` has a row per draw and a column per actor."""
    scaled = found * _scales(value, found)[:, None]
    low, high = _quantiles(scaled, value)
    placed = np.array([_placed(ranks(one), value.size) for one in found])
    rank_low, rank_high = _quantiles(placed, ranks(value))
    seen = np.isfinite(found).sum(axis=0)
    first = np.array([is_first(one) for one in found]).sum(axis=0)
    share = np.divide(first, seen, out=np.full(value.size, np.nan), where=seen > 0)
    named = {actor: i for i, actor in enumerate(given.ids)}
    order = [named[actor] for actor in given.given_ids]
    leads: Bools = is_first(value) & (share >= FIRST)
    return pd.DataFrame(
        {
            "measure": name,
            "actor_id": labels(given.given_ids),
            "value": value[order],
            "ci_low": low[order],
            "ci_high": high[order],
            "rank_low": rank_low[order],
            "rank_high": rank_high[order],
            "band": rank_bands(low, high)[order],
            "first_share": share[order],
            "is_first": leads[order],
            "n_draws": seen[order],
        }
    )


def _scales(value: Floats, found: Floats) -> Floats:
    """By what each draw is multiplied; 1 where signs are mixed or sums 0."""
    seen = np.isfinite(found) & np.isfinite(value)
    own = np.where(seen, value, 0.0).sum(axis=1)
    drawn = np.where(seen, found, 0.0).sum(axis=1)
    is_plain = (own > 0) & (drawn > 0) & bool((value[np.isfinite(value)] >= 0).all())
    scales: Floats = np.divide(own, drawn, out=np.ones(len(found)), where=is_plain)
    return scales


def _placed(rank: Floats, n: int) -> Floats:
    """Ranks among those in a draw, on the scale of all n."""
    among = np.count_nonzero(np.isfinite(rank))
    if among < 2:
        return rank
    return np.asarray(1 + (rank - 1) * (n - 1) / (among - 1))


def _quantiles(found: Floats, value: Floats) -> tuple[Floats, Floats]:
    low, high = np.full(value.size, np.nan), np.full(value.size, np.nan)
    for i in np.flatnonzero(np.isfinite(value)):
        own = found[np.isfinite(found[:, i]), i]
        if own.size:
            around = np.quantile(own, [_LOW, _HIGH])
            low[i], high[i] = min(around[0], value[i]), max(around[1], value[i])
    return low, high


def _sentence(table: pd.DataFrame) -> str:
    said = []
    for name, rows in table.groupby("measure", sort=False):
        if rows["band"].isna().all():
            said.append(f"No actor has a value of {str(name).replace('_', ' ')}.")
            continue
        word, n = str(name).replace("_", " "), int(rows["band"].nunique())
        share = f"first in {percent(FIRST)} of the draws"
        first = f"one actor is {share}" if rows["is_first"].any() else f"nobody is {share}"
        bands = "one band" if n == 1 else f"{n} bands"
        actors = int(rows["band"].count())
        said.append(f"By {word}, the {actors} actors with a value fall into {bands}; {first}.")
    return " ".join(said)
