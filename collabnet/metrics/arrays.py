"""From a network, or a networkx graph, to the arrays that the engine computes on, and back."""

from collections.abc import Hashable, Iterable, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd

from collabnet.engine import Csr, Floats, Ints, build_csr, entry_rows, integer_costs
from collabnet.metrics.options import Direction
from collabnet.model.errors import CollabnetError, EmptyNetworkError
from collabnet.model.network import Network, as_network

if TYPE_CHECKING:
    import networkx as nx

Given: TypeAlias = "Network | nx.Graph[Any]"
"""What a measure takes."""
_SMALLEST, _LARGEST = 1e-100, 1e100
"""Sizes of strengths beyond which sums, shares and 1/strength leave the range of floats."""
_BUILT: WeakKeyDictionary[Network, dict[Direction, Csr]] = WeakKeyDictionary()
"""The arrays of networks that are in use: neither ever changes."""


def read(given: Given, measure: str) -> Network:
    """Give the network a measure was handed.

    Raises
    ------
    EmptyNetworkError
        If it has no actors.
    """
    network = as_network(given)
    if not network.actor_ids:
        raise EmptyNetworkError(
            f"{measure} needs at least one actor; the network has none. Check what it was built "
            "from."
        )
    return network


def csr_of(network: Network, *, directed: bool) -> Csr:
    """Compressed rows of the ties; self-ties left out, parallel ones joined."""
    return csr_along(network, "out") if directed else csr_along(network, "ignored")


def csr_along(network: Network, direction: Direction) -> Csr:
    """Compressed rows along the ties, against them, or in both directions; built once each."""
    if not network.is_directed:
        direction = "ignored"
    built = _BUILT.setdefault(network, {})
    if direction not in built:
        rows, columns, _ = network.arcs
        if direction == "in":
            rows, columns = columns, rows
        n = len(network.actor_ids)
        built[direction] = build_csr(n, rows, columns, directed=direction != "ignored")
    return built[direction]


def strengths_along(
    network: Network, measure: str, direction: Direction = "out"
) -> tuple[Csr, Floats]:
    """Compressed rows and the strength of each entry; parallel ties are added.

    With the direction ``ignored``, ties in both directions are added too.

    Raises
    ------
    CollabnetError
        If a strength is no finite number, or beyond 1e-100 to 1e100.
    """
    rows, columns, weights = network.arcs
    if (bad := np.flatnonzero(~np.isfinite(weights))).size:
        first, second = network.actor_ids[rows[bad[0]]], network.actor_ids[columns[bad[0]]]
        raise CollabnetError(
            f"The measure {measure} needs a number on each tie; the tie {first!r} to {second!r} "
            "has none. Correct it, leave the tie out, or measure without strengths."
        )
    _check_sizes(network, measure)
    csr = csr_along(network, direction)
    if direction == "in":
        rows, columns = columns, rows
    if not csr.is_directed:
        rows, columns = np.concatenate([rows, columns]), np.concatenate([columns, rows])
        weights = np.concatenate([weights, weights])
    keys = entry_rows(csr) * csr.n + csr.indices
    at = np.searchsorted(keys, rows * csr.n + columns)
    return csr, np.bincount(at, weights=weights, minlength=keys.size).astype(np.float64)


def costs_along(
    network: Network, measure: str, direction: Direction = "out"
) -> tuple[Csr, list[int]]:
    """Compressed rows and the cost 1/strength of each entry, as whole numbers in proportion.

    Costs are exact, so that tied paths are told from nearly tied ones. Parallel ties are added
    before the cost is taken.

    Raises
    ------
    CollabnetError
        If a strength isn't above zero and finite, or is beyond 1e-100 to 1e100.
    """
    rows, columns, weights = network.arcs
    if (bad := np.flatnonzero(~((weights > 0) & np.isfinite(weights)))).size:
        first, second = network.actor_ids[rows[bad[0]]], network.actor_ids[columns[bad[0]]]
        raise CollabnetError(
            f"The measure {measure} with a cost of 1/strength needs strengths above zero; "
            f"the tie {first!r} to {second!r} has {float(weights[bad[0]])}. "
            "Correct it, leave the tie out, or use the cost 'unweighted'."
        )
    _check_sizes(network, measure)
    csr = csr_along(network, direction)
    if direction == "in":
        rows, columns = columns, rows
    pairs, at = np.unique(_pairs(csr, rows, columns), return_inverse=True)
    kinds, kind = np.unique(weights, return_inverse=True)
    # Fractions take long: one for each strength there is, and each set of strengths of a pair.
    exact = [_meant(strength) for strength in kinds.tolist()]
    listed = kind[np.lexsort((kind, at))].tolist()
    ends = [0, *np.cumsum(np.bincount(at)).tolist()]
    numbers: dict[tuple[int, ...], int] = {}
    number = np.array(
        [numbers.setdefault(tuple(listed[i:j]), len(numbers)) for i, j in pairwise(ends)],
        dtype=np.int64,
    )
    totals = [sum((exact[one] for one in of_pair), Fraction(0)) for of_pair in numbers]
    costs = integer_costs([1 / total for total in totals])
    entries = number[np.searchsorted(pairs, _pairs(csr, entry_rows(csr), csr.indices))]
    return csr, [costs[one] for one in entries.tolist()]


def _check_sizes(network: Network, measure: str) -> None:
    """Refuse strengths that are so far off that no float can hold what is made of them."""
    rows, columns, weights = network.arcs
    size = np.abs(weights)
    is_far_off = (size > _LARGEST) | ((size < _SMALLEST) & (size > 0))
    if (bad := np.flatnonzero(is_far_off)).size:
        first, second = network.actor_ids[rows[bad[0]]], network.actor_ids[columns[bad[0]]]
        raise CollabnetError(
            f"The measure {measure} needs strengths from {_SMALLEST:g} to {_LARGEST:g}; the tie "
            f"{first!r} to {second!r} has {float(weights[bad[0]])}. Give strengths in another "
            "unit, or measure without them."
        )


def _pairs(csr: Csr, rows: Ints, columns: Ints) -> Ints:
    """Number pairs of actors; both orders alike where ties have no direction."""
    if not csr.is_directed:
        rows, columns = np.minimum(rows, columns), np.maximum(rows, columns)
    return rows * csr.n + columns


def _meant(strength: float) -> Fraction:
    """The fraction a number stands for: 0.1 is a tenth, not the binary number nearest to it."""
    meant = Fraction(strength).limit_denominator(10**9)
    return meant if float(meant) == strength else Fraction(strength)


def by_actor(
    network: Network, *, settings: Mapping[str, object] | None = None, **columns: object
) -> pd.DataFrame:
    """One row per actor, in the network's order, with a column for each measure.

    ``settings`` are the options used; they stand in ``table.attrs["settings"]``.
    """
    table = pd.DataFrame({"actor_id": labels(network.actor_ids), **columns})
    table.attrs["settings"] = dict(settings or {})
    return table


def by_pair(
    network: Network,
    rows: Iterable[int],
    columns: Iterable[int],
    *,
    settings: Mapping[str, object] | None = None,
    **values: object,
) -> pd.DataFrame:
    """One row per tie or pair of actors, from their positions; ``from_id`` and ``to_id`` first."""
    ids = network.actor_ids
    ends = {
        "from_id": labels([ids[u] for u in rows]),
        "to_id": labels([ids[v] for v in columns]),
    }
    table = pd.DataFrame({**ends, **values})
    table.attrs["settings"] = dict(settings or {})
    return table


def of_network(*, settings: Mapping[str, object] | None = None, **values: object) -> pd.DataFrame:
    """One row for the network as a whole."""
    table = pd.DataFrame({name: [value] for name, value in values.items()})
    table.attrs["settings"] = dict(settings or {})
    return table


def labels(ids: Iterable[Hashable]) -> pd.Series:
    """A column of ids, whatever they are: text stays text, tuples stay tuples."""
    listed = list(ids)
    column = np.empty(len(listed), dtype=object)
    for i, one in enumerate(listed):  # one by one: an array of tuples would become a table
        column[i] = one
    return pd.Series(column, dtype="object").infer_objects()
