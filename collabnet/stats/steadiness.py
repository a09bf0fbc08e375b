"""How steady a centrality is when actors or ties are missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
import pandas as pd

from collabnet.engine import Floats
from collabnet.engine.work import in_parts
from collabnet.metrics.arrays import Given
from collabnet.metrics.catalogue import Asked
from collabnet.metrics.options import check_count, check_option
from collabnet.model.errors import AssumptionError
from collabnet.stats.bands import ranks
from collabnet.stats.leaving_out import By, check_share, drawing, measured
from collabnet.stats.result import Result, percent

Correlation: TypeAlias = Literal["pearson", "spearman"]
ENOUGH, OFTEN = 0.7, 0.95
"""The correlation that must be reached, and the share of draws in which it must be."""


@dataclass(frozen=True, eq=False, repr=False)
class Stability(Result):
    """How centrality correlates with that of the whole network as more is left out.

    Attributes
    ----------
    cs_coefficient : the largest share that can be left out so that, there and at every smaller
        share tried, 95 % of draws correlate with the whole at 0.7 or more; 0 if none, NaN where the
        correlation is undefined in all draws
    """

    cs_coefficient: float = float("nan")


def stability(
    network: Given,
    measure: Asked | str,
    *,
    drops: Sequence[float] | Floats | float = (0.1, 0.2, 0.3, 0.4, 0.5),
    by: By = "actors",
    draws: int = 500,
    correlation: Correlation = "pearson",
    seed: int = 1,
) -> Stability:
    """Say how much of a network can be missing before a centrality tells another story.

    A share of the actors, or of the ties, is left out at random, the measure is taken again, and
    correlated with that of the whole network over the actors still there. After Costenbader and
    Valente (2003), Social Networks 25, 283-307; the coefficient is that of Epskamp, Borsboom and
    Fried (2018), Behav. Res. Methods 50, 195-212, who ask for 0.25 at least, better 0.5.
    Time: O(draws) times that of the measure, for each share.

    Parameters
    ----------
    measure : the name of one measure with a number for each actor, or one with its options
    drops : share to leave out, or several, each above 0 and below 1
    by : ``actors`` or ``ties``
    draws : networks for each share
    correlation : ``pearson``; or ``spearman``, of ranks
    seed : of the draws

    Returns
    -------
    Stability, with a table of one row per share
        left_out : float, the share
        n_left : int, actors or ties that are left
        correlation : float, -1 to 1, mean over the draws; NaN where undefined in all
        ci_low, ci_high : float, the interval that holds 95 % of the draws
        share_enough : float, 0 to 1, share of draws with a correlation of 0.7 or more; those
            where it is undefined don't count as such
        n_undefined : int, draws in which the values left don't vary, or are fewer than three

    Raises
    ------
    NotFoundError
        If there is no measure of that name.
    AssumptionError
        If there are fewer than 4 actors, no draws, more than one number for each actor, or an
        option has no such value.
    EmptyNetworkError
        If the network has no actors.

    Examples
    --------
    >>> import networkx as nx
    >>> found = stability(nx.karate_club_graph(), "degree", draws=100)
    >>> found.cs_coefficient
    0.5
    """
    check_option("stability", "by", by, ("actors", "ties"))
    check_option("stability", "correlation", correlation, ("pearson", "spearman"))
    check_count("stability", "draws", draws)
    check_count("stability", "seed", seed, least=0)
    asked = np.atleast_1d(np.asarray(drops, dtype=object)).tolist()
    if not asked:
        raise AssumptionError("stability needs at least one share to leave out; got none.")
    for share in asked:
        check_share("stability", "drops", share)
    shares = sorted(set(asked))
    values_of = measured(measure, "stability")
    given = drawing(network, "stability")
    whole = values_of(given.network, given.ids)
    name = _the_one(list(whole), measure)

    def correlations(share: float) -> tuple[Floats, int]:
        # A stream for each share: adding another share changes none of those there were.
        random = np.random.Generator(np.random.PCG64([seed, round(share * 1_000_000)]))
        left = 0

        def draw(begin: int, end: int) -> list[float]:
            nonlocal left
            found = []
            for _ in range(end - begin):
                if by == "actors":
                    one = given.without_actors(share, random)
                    left = len(one.actor_ids)
                else:
                    one = given.without_ties(share, random)
                    left = len(one.keyed_ties)
                found.append(_correlated(whole[name], values_of(one, given.ids)[name], correlation))
            return found

        what = f"{name} with {percent(share)} of the {by} left out"
        parts = list(in_parts(draw, draws, part=1, what=what))
        return np.array([one for part in parts for one in part]), left

    table = pd.DataFrame([_row(share, *correlations(share)) for share in shares])
    holds = np.cumprod(table["share_enough"].to_numpy() >= OFTEN).astype(bool)
    coefficient = float(table["left_out"][holds].max()) if holds.any() else 0.0
    if table["correlation"].isna().all():
        coefficient = float("nan")
    settings = {"by": by, "draws": draws, "correlation": correlation, "seed": seed}
    return Stability(
        table, _sentence(name, coefficient, by), (), settings, cs_coefficient=coefficient
    )


def _the_one(names: list[str], measure: Asked | str) -> str:
    asked = [measure] if isinstance(measure, str) else list(measure)
    if len(asked) == 1 and asked[0] in names:
        return asked[0]
    if len(names) == 1:
        return names[0]
    raise AssumptionError(
        f"stability needs one number for each actor; got {', '.join(names)}. Name one measure."
    )


def _correlated(whole: Floats, part: Floats, how: Correlation) -> float:
    seen = np.isfinite(whole) & np.isfinite(part)
    first, second = whole[seen], part[seen]
    if first.size < 3:
        return float("nan")
    if how == "spearman":
        first, second = ranks(first), ranks(second)
    first, second = first - first.mean(), second - second.mean()
    spread = float((first * first).sum() * (second * second).sum())
    if spread <= 1e-20 * max(1.0, float(abs(whole[seen]).max()) ** 4):
        return float("nan")
    return float(np.clip((first * second).sum() / np.sqrt(spread), -1.0, 1.0))


def _row(share: float, found: Floats, left: int) -> dict[str, float]:
    values = found[np.isfinite(found)]
    low, high = np.quantile(values, [0.025, 0.975]) if values.size else (np.nan, np.nan)
    return {
        "left_out": share,
        "n_left": left,
        "correlation": float(values.mean()) if values.size else float("nan"),
        "ci_low": float(low),
        "ci_high": float(high),
        "share_enough": float(np.count_nonzero(values >= ENOUGH) / found.size),
        "n_undefined": found.size - values.size,
    }


def _sentence(name: str, coefficient: float, by: By) -> str:
    word = name.replace("_", " ")
    if np.isnan(coefficient):
        return f"How steady {word} is can't be told: it doesn't vary between actors."
    if not coefficient:
        return f"The order of actors by {word} is not steady: leaving few {by} out changes it."
    judged = (
        "steady"
        if coefficient >= 0.5
        else "fairly steady"
        if coefficient >= 0.25
        else "not steady enough to be told in order"
    )
    return (
        f"Up to {percent(coefficient)} of the {by} can be left out, and {word} still correlates at "
        f"0.7 or more with that of the whole network in 95 % of draws: {judged}."
    )
