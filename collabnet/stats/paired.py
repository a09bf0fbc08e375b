"""Whether a number of a network differs between two waves, or two relations, of the same actors."""

from math import erfc, sqrt
from typing import Literal, TypeAlias

import numpy as np
import pandas as pd

from collabnet.metrics.arrays import Given, read
from collabnet.metrics.groups.membership import rank
from collabnet.metrics.options import check_count, check_option
from collabnet.model.errors import CollabnetError
from collabnet.model.network import Network
from collabnet.stats.bare import bare
from collabnet.stats.leave_one_out import Z, left_out, standard_error, undefined_note
from collabnet.stats.relations import check_actors
from collabnet.stats.result import Result, p_words
from collabnet.stats.statistic import Statistic, statistic_of
from collabnet.stats.vertices import TOO_WIDE, drawn

By: TypeAlias = Literal["jackknife", "bootstrap"]


def compare_paired(
    earlier: Given,
    later: Given,
    statistic: Statistic = "density",
    *,
    by: By = "jackknife",
    draws: int = 500,
    seed: int = 1,
) -> Result:
    """Compare a number between two networks of the same actors, such as two waves.

    The difference and its standard error, from leaving the same actor out of both (jackknife) or
    drawing the same actors for both (vertex bootstrap): actors who are busy in one network are in
    the other, and taking the two as unrelated would hide that. After Snijders and Borgatti (1999),
    Connections 22, 61-70. Networks of different actors, as two sites, are refused: there is no
    sample behind them that a p value could speak of. Time: O(n or draws) times the statistic's.

    Parameters
    ----------
    earlier, later : networks of the same actors
    statistic : as of ``jackknife``
    by : ``jackknife``; or ``bootstrap``, which is too wide for the density of sparse networks
    draws, seed : of the bootstrap

    Returns
    -------
    Result, with a table of one row
        statistic : str, its name
        earlier, later : float, of each network; NaN where undefined
        difference : float, later less earlier
        standard_error : float, of the difference; NaN where the statistic is undefined somewhere
        ci_low, ci_high : float, difference less and plus 1.96 standard errors
        t : float, difference over its standard error; NaN where that is 0 or undefined
        p_two_sided : float, by the normal distribution, which t has in large networks alone:
            below 20 actors take it as a rough guide
        n_actors : int

    Raises
    ------
    AssumptionError
        If there are fewer than 3 actors or no draws, or an option or statistic doesn't fit.
    CollabnetError
        If the networks don't have the same actors.
    EmptyNetworkError
        If a network has no actors.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> before = Network.from_pairs([("A", "B"), ("B", "C"), ("C", "D"), ("D", "E")])
    >>> after = Network.from_pairs([("A", "B"), ("A", "C"), ("C", "D"), ("D", "E"), ("A", "E")])
    >>> compare_paired(before, after).row[["difference", "t"]].astype(float).round(3).tolist()
    [0.1, 0.48]
    """
    check_option("compare_paired", "by", by, ("jackknife", "bootstrap"))
    check_count("compare_paired", "draws", draws)
    check_count("compare_paired", "seed", seed, least=0)
    name, number = statistic_of(statistic, "compare_paired")
    first, second = read(earlier, "compare_paired"), read(later, "compare_paired")
    _check_same(first, second)
    n = len(first.actor_ids)
    check_actors(n, 3, "compare_paired")
    values = number(first), number(second)
    notes: tuple[str, ...]
    if by == "jackknife":
        without = left_out(second, number, name) - left_out(first, number, name)
        error, notes = standard_error(without), undefined_note(name, without)
    else:
        both = [bare(one, "compare_paired", with_strength=True) for one in (first, second)]
        found = drawn(both, lambda graphs: [number(one) for one in graphs], draws, seed, name)
        differences = found[1] - found[0]
        seen = differences[np.isfinite(differences)]
        error = float(seen.std(ddof=1)) if seen.size > 1 else float("nan")
        notes = (TOO_WIDE,)
        if seen.size < draws:
            notes += (f"In {draws - seen.size} of {draws} draws {name} is undefined.",)
    if n < 20:
        notes += (f"With {n} actors the p value is a rough guide.",)
    difference = values[1] - values[0]
    t = difference / error if error > 1e-12 else float("nan")
    table = pd.DataFrame(
        {
            "statistic": [name],
            "earlier": values[0],
            "later": values[1],
            "difference": difference,
            "standard_error": error,
            "ci_low": difference - Z * error,
            "ci_high": difference + Z * error,
            "t": t,
            "p_two_sided": erfc(abs(t) / sqrt(2)),
            "n_actors": n,
        }
    )
    settings: dict[str, object] = {"by": by}
    if by == "bootstrap":
        settings |= {"draws": draws, "seed": seed}
    return Result(table, _sentence(table.iloc[0]), notes, settings)


def _sentence(row: pd.Series) -> str:
    name = str(row["statistic"]).replace("_", " ")
    if not np.isfinite(row["difference"]):
        return f"The {name} is undefined in one of the networks: they can't be compared."
    change = (
        f"The {name} of the same {row['n_actors']} actors is {row['earlier']:.3f} in the first "
        f"network and {row['later']:.3f} in the second"
    )
    if not np.isfinite(row["t"]):
        return f"{change}; how sure the difference is can't be told."
    return (
        f"{change}: a difference of {row['difference']:.3f} (95 % interval {row['ci_low']:.3f} to "
        f"{row['ci_high']:.3f}, {p_words(row['p_two_sided'])})."
    )


def _check_same(first: Network, second: Network) -> None:
    if apart := sorted(set(first.actor_ids) ^ set(second.actor_ids), key=rank):
        raise CollabnetError(
            f"compare_paired needs the same actors in both networks; {apart[0]!r} is in one alone"
            f"{f', and {len(apart) - 1} more are' if len(apart) > 1 else ''}. Between waves, leave "
            "out whoever was asked once, with network.without([...]); two sites can't be compared "
            "this way."
        )
