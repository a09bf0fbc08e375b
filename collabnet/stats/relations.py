"""Relations between the same actors as square arrays, whatever they were handed over as."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import pandas as pd

from collabnet.engine import Bools, Floats, Ints, entry_rows
from collabnet.metrics.arrays import csr_along, read, strengths_along
from collabnet.metrics.groups.membership import rank
from collabnet.metrics.options import Weights, check_option
from collabnet.model.errors import AssumptionError, CollabnetError
from collabnet.model.network import Network

if TYPE_CHECKING:
    import networkx as nx

Relation: TypeAlias = "Network | nx.Graph[Any] | pd.DataFrame"
"""Ties as a network, or as a square table whose rows and columns are the same actors."""
Several: TypeAlias = (
    "Network | nx.Graph[Any] | pd.DataFrame | Sequence[Relation] | Mapping[str, Relation]"
)
"""One relation, a list of them, or a dict by name."""


@dataclass(frozen=True, eq=False)
class Relations:
    """Several relations between the same actors, who stand in the order of their ids.

    Attributes
    ----------
    ids : of the actors
    arrays : one array (n, n) per relation; NaN where it is not known whether there is a tie
    is_directed : whether any of them has another value from one actor to the other than back
    """

    ids: tuple[Hashable, ...]
    arrays: tuple[Floats, ...]
    is_directed: bool

    @property
    def cells(self) -> tuple[Ints, Ints]:
        """Positions of the cells that count: not the diagonal, and each pair once if undirected."""
        return cells_of(len(self.ids), is_directed=self.is_directed)


def relations(
    given: Sequence[Relation], names: Sequence[str], test: str, weights: Weights
) -> Relations:
    """Read several relations between the same actors.

    Raises
    ------
    AssumptionError
        If the weights are none there are.
    CollabnetError
        If a table is not square, holds no numbers, names an actor twice, or the actors differ.
    """
    check_option(test, "weights", weights, ("unweighted", "strength"))
    found = [_read(one, name, test, weights) for one, name in zip(given, names, strict=True)]
    ids = tuple(sorted(found[0][0], key=rank))
    arrays = []
    for (own, array), name in zip(found, names, strict=True):
        _check_same(ids, own, names[0], name, test)
        place = {actor: i for i, actor in enumerate(own)}
        order = [place[actor] for actor in ids]
        arrays.append(array[np.ix_(order, order)])
    is_directed = any(not _is_symmetric(array) for array in arrays)
    return Relations(ids, tuple(arrays), is_directed)


def cells_of(n: int, *, is_directed: bool) -> tuple[Ints, Ints]:
    """Positions of pairs of actors: both orders where ties have a direction, else each once.

    Examples
    --------
    >>> [ends.tolist() for ends in cells_of(3, is_directed=False)]
    [[0, 0, 1], [1, 2, 2]]
    """
    is_pair = ~np.eye(n, dtype=bool)
    rows, columns = np.nonzero(is_pair if is_directed else np.triu(is_pair))
    return rows, columns


def known(arrays: Sequence[Floats]) -> Bools:
    """Say of each cell whether every relation has a value there."""
    return np.asarray(np.isfinite(np.stack(arrays)).all(axis=0))


def missing_notes(n_cells: int, n_known: int, *, is_directed: bool) -> tuple[str, ...]:
    """Say how many cells were left out because a relation has no value there.

    Examples
    --------
    >>> missing_notes(20, 18, is_directed=True)
    ('2 of 20 ordered pairs of actors were left out: a relation has no value there.',)
    """
    if n_cells == n_known:
        return ()
    pairs = "ordered pairs" if is_directed else "pairs"
    gone = n_cells - n_known
    return (
        f"{gone} of {n_cells} {pairs} of actors {'was' if gone == 1 else 'were'} left out: a "
        "relation has no value there.",
    )


def _read(given: Relation, name: str, test: str, weights: Weights) -> tuple[list[Hashable], Floats]:
    if isinstance(given, pd.DataFrame):
        return _table(given, name, test)
    network = read(given, test)
    if weights == "strength":
        csr, counts = strengths_along(network, test)
    else:
        csr = csr_along(network, "out")
        counts = np.ones(csr.indices.size)
    array = np.zeros((csr.n, csr.n))
    array[entry_rows(csr), csr.indices] = counts
    return list(network.actor_ids), array


def _table(given: pd.DataFrame, name: str, test: str) -> tuple[list[Hashable], Floats]:
    rows, columns = list(given.index), list(given.columns)
    if not rows or set(rows) != set(columns) or len(set(rows)) < max(len(rows), len(columns)):
        raise CollabnetError(
            f"{test} needs {name} as a square table: a row and a column for each actor, each once "
            f"and with the same ids. Got {len(rows)} rows and {len(columns)} columns"
            f"{_first_apart(rows, columns)}. Make the ids of rows and columns the same."
        )
    try:
        square = given[rows]
        array = square.mask(square == "").to_numpy(dtype=np.float64, na_value=np.nan)
    except (TypeError, ValueError):
        array = np.full((1, 1), np.inf)
    if np.isinf(array).any():
        raise CollabnetError(
            f"{test} needs finite numbers in {name}, or blanks where it is not known whether there "
            "is a tie; it holds something else. Correct the cells."
        )
    array = array.copy()
    np.fill_diagonal(array, 0.0)
    return rows, array


def _first_apart(rows: Sequence[Hashable], columns: Sequence[Hashable]) -> str:
    apart = sorted(set(rows) ^ set(columns), key=rank)
    if not apart:
        return ""
    return f"; {apart[0]!r} is not in both"


def _check_same(
    ids: Sequence[Hashable], own: list[Hashable], first: str, name: str, test: str
) -> None:
    if apart := sorted(set(ids) ^ set(own), key=rank):
        has, lacks = (first, name) if apart[0] in set(ids) else (name, first)
        raise CollabnetError(
            f"{test} needs relations of the same actors; the actor {apart[0]!r} is in {has}, and "
            f"not in {lacks}"
            f"{f' ({len(apart)} differ in all)' if len(apart) > 1 else ''}. Leave out whoever is "
            "in one alone, with network.without([...])."
        )


def _is_symmetric(array: Floats) -> bool:
    return bool(np.array_equal(array, array.T, equal_nan=True))


def check_actors(n: int, least: int, test: str) -> None:
    """Refuse a test of too few actors.

    Raises
    ------
    AssumptionError
        Saying from how many on.
    """
    if n < least:
        raise AssumptionError(
            f"{test} needs {least} actors or more; got {n}. There is too little to compare."
        )
