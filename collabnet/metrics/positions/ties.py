"""Ties as these measures read them: the same whatever order actors and ties came in."""

from collections.abc import Hashable
from dataclasses import dataclass

import numpy as np

from collabnet.engine import Floats, Ints
from collabnet.engine.communities.louvain import Pulls
from collabnet.metrics.options import Weights, check_option
from collabnet.model.errors import CollabnetError
from collabnet.model.network import Network

MOST_LOOKS = 2_000_000
"""Actors and ends of ties that are looked at to tell actors apart; a second or so."""


@dataclass(frozen=True, eq=False)
class Ties:
    """Ties between numbered actors, sorted; each in both directions unless directed.

    ``strength`` is multiplied by ``unit``, 1 to 1,000, where that makes all strengths whole: sums
    of whole numbers are exact, so that what is even stays even.
    """

    n: int
    rows: Ints
    columns: Ints
    strength: Floats
    unit: int

    def matrix(self) -> Floats:
        """Give the strengths as a table of actors by actors; nobody is tied to themselves."""
        table = np.zeros((self.n, self.n))
        table[self.rows, self.columns] = self.strength
        return table

    def renumbered(self, place: Ints) -> "Ties":
        """Number actor i ``place[i]``."""
        rows, columns = place[self.rows], place[self.columns]
        order = np.argsort(rows * self.n + columns)
        return Ties(self.n, rows[order], columns[order], self.strength[order], self.unit)

    def both_ways(self) -> "Ties":
        """Add to each tie's strength that of the tie back."""
        rows = np.concatenate([self.rows, self.columns])
        columns = np.concatenate([self.columns, self.rows])
        strength = np.concatenate([self.strength, self.strength])
        return Ties(self.n, *_summed(self.n, rows, columns, strength), self.unit)

    def pulls(self) -> Pulls:
        """Give what communities are made of."""
        both, none = self.both_ways(), self.strength > 0
        begin = np.zeros(self.n + 1, dtype=np.int64)
        is_tie = both.strength > 0
        np.cumsum(np.bincount(both.rows[is_tie], minlength=self.n), out=begin[1:])
        out = np.bincount(self.rows[none], self.strength[none], self.n).astype(np.float64)
        into = np.bincount(self.columns[none], self.strength[none], self.n).astype(np.float64)
        return Pulls(begin, both.columns[is_tie], both.strength[is_tie], out, into)


def ties_of(network: Network, measure: str, weights: Weights, *, directed: bool) -> Ties:
    """Read the ties of a network; parallel ties are added, self-ties left out.

    Unless ``directed``, ties there and back are one, and their strengths are added.

    Raises
    ------
    AssumptionError
        If the weights are none that there are.
    CollabnetError
        If strengths count and one is below zero or no number.
    """
    check_option(measure, "weights", weights, ("unweighted", "strength"))
    rows, columns, strength = network.arcs
    n = len(network.actor_ids)
    if not directed or not network.is_directed:
        rows, columns = np.concatenate([rows, columns]), np.concatenate([columns, rows])
        strength = np.concatenate([strength, strength])
    if weights == "unweighted":
        keys = np.unique(rows * n + columns)
        return Ties(n, keys // n, keys % n, np.ones(keys.size), 1)
    if (bad := np.flatnonzero(~(np.isfinite(strength) & (strength >= 0)))).size:
        first, second = network.actor_ids[rows[bad[0]]], network.actor_ids[columns[bad[0]]]
        raise CollabnetError(
            f"{measure} needs strengths of 0 or more; the tie {first!r} to {second!r} has "
            f"{strength[bad[0]]}. Correct it, leave the tie out, or use the weights 'unweighted'."
        )
    unit = next((unit for unit in (1, 10, 100, 1000) if _is_whole(strength * unit)), 1)
    if _is_whole(strength * unit):
        strength = np.rint(strength * unit)
    return Ties(n, *_summed(n, rows, columns, strength), unit)


def _is_whole(numbers: Floats) -> bool:
    return bool((np.abs(numbers - np.rint(numbers)) <= 1e-12 * np.abs(numbers)).all())


def _summed(n: int, rows: Ints, columns: Ints, strength: Floats) -> tuple[Ints, Ints, Floats]:
    """Add what stands for one pair, in an order that doesn't depend on that of the ties."""
    keys = rows * n + columns
    order = np.lexsort((strength, keys))
    keys, starts = np.unique(keys[order], return_index=True)
    total = np.add.reduceat(strength[order], starts) if keys.size else strength[:0]
    return keys // n, keys % n, total


def canonical_order(network: Network, ties: Ties) -> Ints:
    """Sort the actors by what their ties say, then by their ids' type and text.

    Actors who differ in ties, in those of whom they are tied to, and so on, are told apart by
    these alone (Weisfeiler and Leman 1968); ids decide among the others. In large networks it
    doesn't go on for ever: the two ends of a long path look alike until the middle is reached.

    Returns
    -------
    int array, positions in ``network.actor_ids``
    """
    n = ties.n
    near = np.concatenate([ties.columns, ties.rows])
    of = np.concatenate([ties.rows, ties.columns])
    _, kind = np.unique(np.concatenate([ties.strength, -ties.strength]), return_inverse=True)
    ends = np.cumsum(np.bincount(of, minlength=n)).tolist()
    colour, n_colours = np.zeros(n, dtype=np.int64), 1
    for _ in range(max(10, MOST_LOOKS // (n + near.size))):
        # A row per tie, sorted within each actor; what the actors' rows hold is compared as bytes.
        order = np.lexsort((kind, colour[near], of))
        row = np.stack([colour[near], kind], axis=1).astype(">i8")[order]
        seen = [row[a:b].tobytes() for a, b in zip([0, *ends[:-1]], ends, strict=True)]
        keys = [(c, text) for c, text in zip(colour.tolist(), seen, strict=True)]
        number = {key: i for i, key in enumerate(sorted(set(keys)))}
        colour = np.array([number[key] for key in keys], dtype=np.int64)
        if len(number) in (n_colours, n):
            break
        n_colours = len(number)
    named = [_name(actor) for actor in network.actor_ids]
    return np.array(sorted(range(n), key=lambda i: (colour[i], *named[i])), dtype=np.int64)


def _name(actor: Hashable) -> tuple[str, str]:
    return type(actor).__name__, _text(actor)


def _text(actor: Hashable) -> str:
    """Write an id; a set always in the same order."""
    if isinstance(actor, frozenset):
        return f"{{{', '.join(sorted(map(_text, actor)))}}}"
    if isinstance(actor, tuple):
        return f"({', '.join(map(_text, actor))})"
    return str(actor)


def numbered(label: Ints, order: Ints) -> Ints:
    """Number groups from 1, the largest first, then by their first actor in an order.

    Examples
    --------
    >>> numbered(np.array([5, 5, 3, 3, 3, 8]), np.arange(6)).tolist()
    [2, 2, 1, 1, 1, 3]
    """
    place = np.empty_like(order)
    place[order] = np.arange(order.size)
    groups, inverse, size = np.unique(label, return_inverse=True, return_counts=True)
    first = np.full(groups.size, order.size)
    np.minimum.at(first, inverse, place)
    rank = np.empty(groups.size, dtype=np.int64)
    rank[np.lexsort((first, -size))] = np.arange(1, groups.size + 1)
    return rank[inverse]
