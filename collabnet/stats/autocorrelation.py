"""Network autocorrelation: whether tied actors have numbers that are near each other."""

from collections.abc import Hashable, Mapping
from typing import TypeAlias

import numpy as np
import pandas as pd

from collabnet.engine import Floats, Ints
from collabnet.engine.work import in_parts
from collabnet.metrics.arrays import Given, read
from collabnet.metrics.options import Weights, check_option
from collabnet.model.errors import AssumptionError
from collabnet.model.network import Network
from collabnet.stats.bare import bare
from collabnet.stats.orders import Orders, position
from collabnet.stats.relations import check_actors
from collabnet.stats.result import Result, by_chance

Numbers: TypeAlias = str | Mapping[Hashable, float]
"""An attribute of the actors, or each actor's number."""


def network_autocorrelation(
    network: Given,
    *,
    values: Numbers,
    weights: Weights = "unweighted",
    permutations: int = 10_000,
    seed: int = 1,
) -> Result:
    """Test whether tied actors have numbers near each other (Moran's I and Geary's C).

    I = n / W sum of w_ij z_i z_j / sum of z_i^2, and C = (n - 1) / (2 W) sum of w_ij
    (x_i - x_j)^2 / sum of z_i^2, where z is the number less the mean, w a tie and W all ties.
    Chance is the numbers dealt out anew among the actors; with 8 actors or fewer every way is gone
    through. After Moran (1950), Biometrika 37, 17-23; Geary (1954), Incorporated Statistician 5,
    115-145; Cliff and Ord (1981), Spatial Processes. Time: O(permutations m).

    Parameters
    ----------
    values : attribute of the actors, or a dict from actor to number. Actors without one are left
        out, with their ties
    weights : ``unweighted``, or ``strength``: ties count by strength
    permutations : how many ways of dealing the numbers out to draw
    seed : of the draws

    Returns
    -------
    Result, with a table of two rows
        measure : ``moran_i`` (above what is expected where tied actors are alike), ``geary_c``
            (0 or more, below 1 where tied actors are alike)
        observed : float; NaN without ties, and where all numbers are the same
        expected : float, over all ways to deal the numbers out: -1 / (n - 1), and 1
        sd_by_chance : float, over those looked at
        p_greater, p_less : float, share with as much or more, and as much or less; drawn ones
            count the observed one as one of them. NaN where ``observed`` is
        p_two_sided : float, share as far from what is expected or farther

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If fewer than 3 actors have a number, something else stands in its place, no actor has the
        attribute, or an option has no such value.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> line = Network.from_pairs([("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")])
    >>> years = {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5}
    >>> found = network_autocorrelation(line, values=years).table
    >>> found[["measure", "observed", "expected", "p_greater", "p_less"]].round(3)
       measure  observed  expected  p_greater  p_less
    0  moran_i       0.5     -0.25      0.067    1.000
    1  geary_c       0.2      1.00      1.000    0.017
    """
    test = "network_autocorrelation"
    check_option(test, "weights", weights, ("unweighted", "strength"))
    given = read(network, test)
    number = _numbers(given, values)
    n = len(number)
    check_actors(n, 3, test)
    without = [actor for actor in given.actor_ids if actor not in number]
    own = bare(given.without(without), test, with_strength=weights == "strength")
    orders = Orders(n, permutations, seed, test)
    rows, columns = np.nonzero(own.is_tie)
    x = np.array([number[actor] for actor, _ in own.actors])
    scores = _Scores(x, rows, columns, own.strength[rows, columns])
    observed = scores(np.arange(n)[None, :])[:, 0]
    found = np.concatenate(
        list(
            in_parts(
                lambda begin, end: scores(orders.take(end - begin)),
                orders.count,
                part=orders.part(rows.size),
                what="the autocorrelation of numbers dealt out anew",
            )
        ),
        axis=1,
    )
    table = pd.DataFrame(
        [
            _row(name, float(observed[i]), found[i], middle, is_exact=orders.is_exact)
            for i, (name, middle) in enumerate({"moran_i": -1 / (n - 1), "geary_c": 1.0}.items())
        ]
    )
    notes: tuple[str, ...] = (orders.note,)
    if without:
        left = f"{len(without)} actor{' has' if len(without) == 1 else 's have'}"
        notes = (f"{left} no number and {'is' if len(without) == 1 else 'are'} left out.", *notes)
    settings = {
        "values": values if isinstance(values, str) else "as given",
        "weights": weights,
        "permutations": permutations,
        "seed": seed,
    }
    return Result(table, _sentence(table), notes, settings)


class _Scores:
    """Moran's I and Geary's C of numbers, however they are dealt out."""

    def __init__(self, x: Floats, rows: Ints, columns: Ints, strength: Floats) -> None:
        around = x - x.mean()
        largest = float(abs(around).max())
        is_same = largest <= 1e-12 * float(abs(x).max())
        self._z = np.zeros(x.size) if is_same else around / largest
        self._rows, self._columns, self._strength = rows, columns, strength

    def __call__(self, orders: Ints) -> Floats:
        """Give both for each order, (2, orders); NaN without ties or differences."""
        z, n = self._z, self._z.size
        spread, total = float((z * z).sum()), float(self._strength.sum())
        if not spread or not total:
            return np.full((2, len(orders)), np.nan)
        first, second = z[orders[:, self._rows]], z[orders[:, self._columns]]
        together = np.einsum("km,m->k", first * second, self._strength)
        apart = np.einsum("km,m->k", (first - second) ** 2, self._strength)
        moran = n * together / (total * spread)
        return np.stack([moran, (n - 1) * apart / (2 * total * spread)])


def _numbers(network: Network, values: Numbers) -> dict[Hashable, float]:
    """The number of each actor that has one."""
    test = "network_autocorrelation"
    if isinstance(values, str):
        names = list(network.actors.columns[1:])
        if values not in names:
            raise AssumptionError(
                f"{test} needs an attribute of the actors as values: "
                f"{', '.join(names) or 'they have none'}; got {values!r}. Choose among these, or "
                "hand over a dict from actor to number."
            )
        given = {actor: attributes.get(values) for actor, attributes in network.named_actors}
    elif isinstance(values, Mapping | pd.Series):
        given = {actor: values.get(actor) for actor in network.actor_ids}
    else:
        raise AssumptionError(
            f"{test} needs as values the name of an attribute of the actors, or a dict from actor "
            f"to number; got {type(values).__name__}."
        )
    found: dict[Hashable, float] = {}
    for actor, value in given.items():
        if value is None or value == "" or pd.isna(value):
            continue
        try:
            found[actor] = float(value)
        except (TypeError, ValueError):
            found[actor] = float("inf")
        if not np.isfinite(found[actor]):
            raise AssumptionError(
                f"{test} needs a number for each actor, or none; {actor!r} has {value!r}. For "
                "groups there is homophily."
            )
    return found


def _row(
    name: str, observed: float, found: Floats, middle: float, *, is_exact: bool
) -> dict[str, object]:
    chance = position(observed, found, is_exact=is_exact, middle=middle)
    return {
        "measure": name,
        "observed": observed,
        "expected": middle,
        "sd_by_chance": chance.sd,
        "p_greater": chance.p_greater,
        "p_less": chance.p_less,
        "p_two_sided": chance.p_two_sided,
    }


def _sentence(table: pd.DataFrame) -> str:
    row = table.iloc[0]
    if np.isnan(row["observed"]):
        return "Without ties, or where all numbers are the same, nothing can be told."
    over = row["observed"] - row["expected"]
    nearness = "nearer to each other than" if over > 0 else "farther from each other than"
    if abs(over) < 1e-9:
        nearness = "as near to each other as"
    return (
        f"The numbers of tied actors are {nearness} expected by chance: Moran's I "
        f"is {row['observed']:.3f}; {by_chance(row['p_two_sided'])}."
    )
