"""Compressed rows: who is joined to whom, as two arrays that cannot change."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from collabnet.engine.worth import ENTRY, is_worth_compiling

Ints: TypeAlias = npt.NDArray[np.int64]
Small: TypeAlias = npt.NDArray[np.int32]
Floats: TypeAlias = npt.NDArray[np.float64]
Bools: TypeAlias = npt.NDArray[np.bool_]
IntsLike: TypeAlias = Sequence[int] | Ints


@dataclass(frozen=True, eq=False)
class Csr:
    """Hold a network of ``n`` actors: row i's neighbours are a slice of ``indices``.

    The slice is ``indices[indptr[i]:indptr[i + 1]]``, sorted, without i and without repeats.
    Undirected networks hold each tie twice. The arrays are read-only.
    """

    n: int
    indptr: Ints
    indices: Ints
    is_directed: bool = False


def build_csr(n: int, rows: IntsLike, columns: IntsLike, *, directed: bool = False) -> Csr:
    """Build compressed rows from pairs of actors numbered 0 to n - 1.

    Entries from an actor to itself and repeated entries are dropped; unless ``directed``,
    every entry is also read the other way round.

    Raises
    ------
    ValueError
        If the two lists differ in length or name an actor outside 0 to n - 1.

    Examples
    --------
    >>> path = build_csr(3, [0, 1, 1, 2], [1, 0, 2, 2])
    >>> path.indptr.tolist(), path.indices.tolist()
    ([0, 1, 3, 4], [1, 0, 2, 1])
    """
    row = np.asarray(rows, dtype=np.int64)
    column = np.asarray(columns, dtype=np.int64)
    if row.shape != column.shape or row.ndim != 1:
        raise ValueError(
            f"build_csr needs as many rows as columns; got {row.size} and {column.size}."
        )
    for ends in (row, column):
        if ends.size and (ends.min() < 0 or ends.max() >= n):
            raise ValueError(
                f"build_csr needs actors from 0 to {n - 1}; got {ends.min()} to {ends.max()}."
            )
    if is_worth_compiling(2 * row.size * ENTRY, "csr_compiled"):
        from collabnet.engine.csr_compiled import rows_of

        indptr, keys = rows_of(n, row, column, directed)
    else:
        indptr, keys = _rows_of(n, row, column, directed=directed)
    for array in (indptr, keys):
        array.setflags(write=False)
    return Csr(n, indptr, keys, directed)


def _rows_of(n: int, row: Ints, column: Ints, *, directed: bool) -> tuple[Ints, Ints]:
    if not directed:
        row, column = np.concatenate([row, column]), np.concatenate([column, row])
    apart = row != column
    keys = np.sort(row[apart] * n + column[apart])  # np.unique hashes, which takes 20 times longer
    keys = keys[np.append(True, keys[1:] != keys[:-1])] if keys.size else keys
    indptr = np.zeros(n + 1, dtype=np.int64)
    if n:
        np.cumsum(np.bincount(keys // n, minlength=n), out=indptr[1:])
        keys %= n
    return indptr, keys


def entry_rows(csr: Csr) -> Ints:
    """List the row of every entry, in the order of ``csr.indices``.

    Examples
    --------
    >>> entry_rows(build_csr(3, [0, 1], [1, 2])).tolist()
    [0, 1, 1, 2]
    """
    return np.repeat(np.arange(csr.n, dtype=np.int64), np.diff(csr.indptr))


def neighbour_lists(csr: Csr) -> list[list[int]]:
    """List every actor's neighbours as plain Python lists, for loops over single entries.

    Examples
    --------
    >>> neighbour_lists(build_csr(3, [0, 1], [1, 2]))
    [[1], [0, 2], [1]]
    """
    flat = csr.indices.tolist()
    ends = csr.indptr.tolist()
    return [flat[start:end] for start, end in pairwise(ends)]


def to_undirected(csr: Csr) -> Csr:
    """Read every entry in both directions; an undirected network comes back as it is.

    Examples
    --------
    >>> to_undirected(build_csr(2, [0], [1], directed=True)).indices.tolist()
    [1, 0]
    """
    if not csr.is_directed:
        return csr
    return build_csr(csr.n, entry_rows(csr), csr.indices)
