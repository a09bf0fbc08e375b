"""MRQAP: a relation explained by several others, tested by relabelling what is left of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from collabnet.engine import Floats, Ints
from collabnet.metrics.options import Weights
from collabnet.model.errors import AssumptionError
from collabnet.stats.least_squares import fit
from collabnet.stats.orders import Orders, position
from collabnet.stats.partialling import t_relabelled
from collabnet.stats.relations import (
    Relation,
    Relations,
    Several,
    check_actors,
    known,
    missing_notes,
    relations,
)
from collabnet.stats.result import Result, p_words, percent

_ENDLESS = 1e100
"""What an infinite t counts as on comparing."""


@dataclass(frozen=True, eq=False, repr=False)
class Regression(Result):
    """The coefficients of a regression between relations, and how much it explains.

    Attributes
    ----------
    r_squared : share of the spread of ``y`` that is explained, 0 to 1
    adjusted_r_squared : the same, less what as many random relations would explain
    n_pairs : pairs of actors that count
    """

    r_squared: float = float("nan")
    adjusted_r_squared: float = float("nan")
    n_pairs: int = 0


def mrqap(
    y: Relation,
    x: Several,
    *,
    permutations: int = 2_000,
    seed: int = 1,
    weights: Weights = "unweighted",
) -> Regression:
    """Explain one relation by several others between the same actors (MRQAP).

    Least squares over the pairs of actors. Each relation is tested beside the others by double
    semi-partialling: what the others leave of it is relabelled, and its t value is compared
    with those that come out. After Dekker, Krackhardt and Snijders (2007), Psychometrika 72,
    563-581. With 8 actors or fewer every relabelling is gone through.
    Time: O(permutations x cells x k^2) with k relations.

    Parameters
    ----------
    y : the relation to explain: a network, a networkx graph or a square table. With ties of 0 and
        1 the coefficients are differences in the share of pairs that are tied
    x : relations that explain it: one, a list, or a dict by name
    permutations : how many relabellings to draw for each relation
    seed : of the draws
    weights : ``unweighted``: a tie of a network counts 1; ``strength``: its strength

    Returns
    -------
    Regression, with a table of one row per term, the intercept first
        term : ``intercept``, then the names of the relations; in a list they are x1, x2, ...
        coefficient : float, in units of ``y`` per unit of the relation
        standardized : float, both in standard deviations; NaN for the intercept
        t : float, coefficient over its usual standard error; the quantity that is compared
        p_greater, p_less, p_two_sided : float, share of relabellings with a t as large or larger,
            as small or smaller, as far from 0 or farther; drawn ones count the observed one as
            one of them. NaN for the intercept, which says nothing about a relation

    Raises
    ------
    AssumptionError
        If there are fewer than 3 actors, no relation in ``x``, too few pairs, one that the others
        make up, or a ``y`` that is the same for all pairs; or an option has no such value.
    CollabnetError
        If the actors differ, or a table isn't square or holds something else than numbers.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> refer = Network.from_pairs([("A", "B"), ("A", "C"), ("B", "C"), ("D", "E")])
    >>> train = Network.from_pairs([("A", "B"), ("A", "C"), ("C", "D"), ("D", "E")])
    >>> share = Network.from_pairs([("A", "E"), ("B", "C"), ("B", "D")])
    >>> found = mrqap(refer, {"train": train, "share": share})
    >>> found.table[["term", "coefficient", "t"]].round(3)
            term  coefficient      t
    0  intercept        0.000  0.000
    1      train        0.750  2.183
    2      share        0.333  0.907
    """
    if not isinstance(x, Mapping):
        several = x if isinstance(x, Sequence) else [x]
        x = {f"x{i + 1}": one for i, one in enumerate(several)}
    named = dict(x)
    if not named:
        raise AssumptionError("mrqap needs at least one relation to explain y by; got none.")
    every = relations([y, *named.values()], ["y", *named], "mrqap", weights)
    n = len(every.ids)
    check_actors(n, 3, "mrqap")
    cells = _known_cells(every)
    outcome, *explaining = (array[cells] for array in every.arrays)
    fitted = fit(outcome, explaining, list(named))
    tested = []
    for k in range(len(named)):
        orders = Orders(n, permutations, seed, "mrqap")
        found = t_relabelled(fitted, k, every, cells, orders, list(named)[k])
        own, found = _finite(fitted.t[k + 1]), _finite(found)
        tested.append(position(float(own), found, is_exact=orders.is_exact))
    undefined = float("nan")
    table = pd.DataFrame(
        {
            "term": ["intercept", *named],
            "coefficient": fitted.coefficients,
            "standardized": [
                undefined,
                *(
                    b * one.std() / outcome.std()
                    for b, one in zip(fitted.coefficients[1:], explaining, strict=True)
                ),
            ],
            "t": fitted.t,
            "p_greater": [undefined, *(one.p_greater for one in tested)],
            "p_less": [undefined, *(one.p_less for one in tested)],
            "p_two_sided": [undefined, *(one.p_two_sided for one in tested)],
        }
    )
    notes = missing_notes(every.cells[0].size, cells[0].size, is_directed=every.is_directed)
    explained = 1 - fitted.unexplained / float(((outcome - outcome.mean()) ** 2).sum())
    return Regression(
        table,
        _sentence(table, explained),
        (*notes, orders.note),
        {"permutations": permutations, "seed": seed, "weights": weights},
        r_squared=explained,
        adjusted_r_squared=1 - (1 - explained) * (outcome.size - 1) / fitted.freedom,
        n_pairs=int(outcome.size),
    )


def _known_cells(every: Relations) -> tuple[Ints, Ints]:
    rows, columns = every.cells
    seen = known(every.arrays)[rows, columns]
    return rows[seen], columns[seen]


def _sentence(table: pd.DataFrame, explained: float) -> str:
    said = [
        f"{term} (coefficient {coefficient:.3f}, two-sided {p_words(p)})"
        for term, coefficient, p in zip(
            table["term"][1:], table["coefficient"][1:], table["p_two_sided"][1:], strict=True
        )
    ]
    return f"Beside each other: {'; '.join(said)}. They explain {percent(explained)} of the spread."


def _finite(t: Floats) -> Floats:
    return np.asarray(np.nan_to_num(t, nan=np.nan, posinf=_ENDLESS, neginf=-_ENDLESS))
