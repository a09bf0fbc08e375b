"""QAP: whether two relations between the same actors go together more than by chance."""

import numpy as np
import pandas as pd

from collabnet.engine import Floats, Ints
from collabnet.engine.work import in_parts
from collabnet.metrics.options import Weights
from collabnet.stats.orders import Orders, position
from collabnet.stats.relations import (
    Relation,
    check_actors,
    known,
    missing_notes,
    relations,
)
from collabnet.stats.result import Result, by_chance


def qap_correlation(
    x: Relation,
    y: Relation,
    *,
    permutations: int = 10_000,
    seed: int = 1,
    weights: Weights = "unweighted",
) -> Result:
    """Correlate two relations between the same actors, and compare with relabelled actors.

    Pearson's r over the pairs of actors; each pair counts once where both relations run both
    ways. Pairs share actors, so that tables of the usual test don't hold: the actors of one
    relation are dealt out anew, ties as they are (quadratic assignment procedure). With 8 actors
    or fewer every relabelling is gone through. After Hubert (1987), Assignment Methods in
    Combinatorial Data Analysis, and Krackhardt (1988), Social Networks 10, 359-381.
    Time: O(permutations x cells).

    Parameters
    ----------
    x, y : networks, networkx graphs, or square tables with actors as rows and columns. A blank
        cell in a table is a pair nobody knows about: it is left out, in each relabelling too
    permutations : how many relabellings to draw
    seed : of the draws
    weights : ``unweighted``: a tie of a network counts 1; ``strength``: its strength. The cells
        of a table count as they are

    Returns
    -------
    Result, with a table of one row
        r : float, -1 to 1; NaN where one of the relations is the same for all pairs
        p_greater, p_less : float, share of relabellings with an r as large or larger, and as
            small or smaller; drawn ones count the observed one as one of them. NaN where r is
        p_two_sided : float, share with an r as far from 0 or farther
        mean_by_chance, sd_by_chance : float, of r over the relabellings
        n_actors, n_pairs : int, ordered pairs where a relation has a direction
        n_permutations : int, how many were looked at
        is_exact : bool, whether these are all there are

    Raises
    ------
    AssumptionError
        If there are fewer than 3 actors, no permutations, or an option has no such value.
    CollabnetError
        If the actors differ, or a table isn't square or holds something else than numbers.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> refer = Network.from_pairs([("A", "B"), ("A", "C"), ("B", "C"), ("D", "E")])
    >>> train = Network.from_pairs([("A", "B"), ("A", "C"), ("C", "D"), ("D", "E")])
    >>> found = qap_correlation(refer, train)
    >>> found.sentence
    'The two relations go together: r = 0.583; chance gives as much in 30 of 100 cases (p = 0.300).'
    """
    both = relations([x, y], ["x", "y"], "qap_correlation", weights)
    n = len(both.ids)
    check_actors(n, 3, "qap_correlation")
    orders = Orders(n, permutations, seed, "qap_correlation")
    first, second = both.arrays
    rows, columns = both.cells
    seen = np.isfinite(first[rows, columns])
    has_all = bool(known(both.arrays).all())
    # Sums without the threads of a numerics library: the same to the last digit anywhere.
    correlate = (_OfAll if has_all else _OfKnown)(
        first[rows[seen], columns[seen]], second, rows[seen], columns[seen]
    )
    cells = int(np.count_nonzero(first[rows, columns])) if has_all else rows.size
    observed = float(correlate(np.arange(n)[None, :])[0])
    found = np.concatenate(
        list(
            in_parts(
                lambda begin, end: correlate(orders.take(end - begin)),
                orders.count,
                part=orders.part(cells),
                what="the correlation with relabelled actors",
            )
        )
    )
    chance = position(observed, found, is_exact=orders.is_exact)
    n_cells = both.cells[0].size
    n_known = int(known(both.arrays)[both.cells].sum())
    table = pd.DataFrame(
        {
            "r": [observed],
            "p_greater": chance.p_greater,
            "p_less": chance.p_less,
            "p_two_sided": chance.p_two_sided,
            "mean_by_chance": chance.mean,
            "sd_by_chance": chance.sd,
            "n_actors": n,
            "n_pairs": n_known,
            "n_permutations": chance.count,
            "is_exact": orders.is_exact,
        }
    )
    notes = missing_notes(n_cells, n_known, is_directed=both.is_directed)
    settings = {"permutations": permutations, "seed": seed, "weights": weights}
    return Result(table, _sentence(observed, chance.p_two_sided), (*notes, orders.note), settings)


def _sentence(r: float, p: float) -> str:
    if r != r:
        return "One of the relations is the same for all pairs: they can't be correlated."
    goes = "go together" if r > 0 else "go apart" if r < 0 else "have nothing to do with each other"
    return f"The two relations {goes}: r = {r:.3f}; {by_chance(p)}."


class _OfAll:
    """Pearson's r with another relation relabelled, where every pair has a value in both."""

    def __init__(self, x: Floats, y: Floats, rows: Ints, columns: Ints) -> None:
        own, others = _scaled(x), _scaled(y[rows, columns])
        self._y = np.zeros(y.shape)
        self._y[rows, columns] = others
        if np.array_equal(y, y.T):  # the cells may hold each pair once
            self._y[columns, rows] = others
        # All of y adds up to 0, however it is relabelled: of x, what is most common can go.
        levels, often = np.unique(own, return_counts=True)
        least = levels[often.argmax()]
        told = np.flatnonzero(own != least)
        spread = float(np.sqrt((own * own).sum() * (others * others).sum()))
        self._weights = (own[told] - least) / spread if spread else np.full(told.size, np.nan)
        self._rows, self._columns = rows[told], columns[told]
        self._is_defined = spread > 0

    def __call__(self, orders: Ints) -> Floats:
        """Give r of each relabelling; NaN where one of the two doesn't vary."""
        if not self._is_defined:
            return np.full(len(orders), np.nan)
        y = self._y[orders[:, self._rows], orders[:, self._columns]]
        return np.asarray(np.clip(np.einsum("kc,c->k", y, self._weights), -1.0, 1.0))


class _OfKnown:
    """The same where some pairs have none: in each relabelling, over those that have."""

    def __init__(self, x: Floats, y: Floats, rows: Ints, columns: Ints) -> None:
        self._rows, self._columns = rows, columns
        self._is_known = np.isfinite(y)
        self._x = _scaled(x)
        self._y = np.zeros(y.shape)
        self._y[self._is_known] = _scaled(y[self._is_known])

    def __call__(self, orders: Ints) -> Floats:
        """Give r of each relabelling; NaN where one of the two doesn't vary."""
        first, second = orders[:, self._rows], orders[:, self._columns]
        x, y = self._x, self._y[first, second]
        is_known = self._is_known[first, second].astype(np.float64)
        n, sum_x, sum_y = is_known.sum(axis=1), np.einsum("kc,c->k", is_known, x), y.sum(axis=1)
        with np.errstate(divide="ignore", invalid="ignore"):
            spread_x = np.einsum("kc,c->k", is_known, x * x) - sum_x**2 / n
            spread_y = np.einsum("kc,kc->k", y, y) - sum_y**2 / n
            together = np.einsum("kc,c->k", y, x) - sum_x * sum_y / n
            r = together / np.sqrt(spread_x * spread_y)
        r[~((spread_x > 1e-12 * n) & (spread_y > 1e-12 * n))] = np.nan
        return np.asarray(np.clip(r, -1.0, 1.0))


def _scaled(values: Floats) -> Floats:
    """Values around 0 with 1 as the largest: sums of squares keep their digits."""
    if not values.size:
        return values
    around = values - values.mean()
    largest = abs(around).max()
    # What is left of equal values by rounding is no spread.
    if largest <= 1e-12 * abs(values).max():
        return np.zeros(values.shape)
    return np.asarray(around / largest)
