"""The matrix of a network for measures that solve equations, and its largest eigenvalues."""

from itertools import pairwise
from typing import Any, NamedTuple, TypeAlias

import numpy as np

from collabnet.engine import Floats, Ints, entry_rows
from collabnet.metrics.arrays import csr_along, strengths_along
from collabnet.metrics.options import Direction, Weights
from collabnet.model.errors import CollabnetError
from collabnet.model.network import Network

Matrix: TypeAlias = Any
"""A scipy.sparse.csr_array; scipy brings no types."""
FEW = 400
"""Actors up to whom a matrix with every entry is faster than one without the zeros."""
ACCURATE = 1e-14
MOST_ROUNDS = 100


class Core(NamedTuple):
    """Actors who all reach one another, and the largest eigenvalue among them."""

    members: Ints
    root: float
    vector: Floats


def matrix_along(
    network: Network, measure: str, direction: Direction, weights: Weights
) -> tuple[Matrix, float]:
    """Matrix with row v, column u above zero where u counts for v, and the unit of its entries.

    The largest entry is 1; times the unit they are the strengths. A tie of strength 0 counts
    for nothing.

    Raises
    ------
    CollabnetError
        If a strength is negative or no finite number.
    """
    from scipy.sparse import csr_array

    if weights == "unweighted":
        csr = csr_along(network, direction)
        entries = np.ones(csr.indices.size)
    else:
        csr, entries = strengths_along(network, measure, direction)
        if (bad := np.flatnonzero(entries < 0)).size:
            ends = [entry_rows(csr)[bad[0]], csr.indices[bad[0]]]
            first, second = (network.actor_ids[i] for i in ends[:: -1 if direction == "in" else 1])
            raise CollabnetError(
                f"The measure {measure} needs strengths of zero or more; the tie {first!r} to "
                f"{second!r} has {entries[bad[0]]}. Correct it, leave the tie out, or measure "
                "with the weights 'unweighted'."
            )
    unit = float(entries.max(initial=0)) or 1.0
    made = csr_array((entries / unit, csr.indices.copy(), csr.indptr.copy()), shape=(csr.n,) * 2)
    made.eliminate_zeros()
    return made, unit


def parts_of(matrix: Matrix) -> Ints:
    """Number the components, the direction of entries ignored."""
    from scipy.sparse.csgraph import connected_components

    labels = connected_components(matrix, directed=True, connection="weak")[1]
    return np.asarray(labels, dtype=np.int64)


def cores_of(matrix: Matrix) -> list[Core]:
    """Find the sets of two or more actors who reach one another both ways."""
    from scipy.sparse.csgraph import connected_components

    labels = connected_components(matrix, directed=True, connection="strong")[1]
    order = np.argsort(labels, kind="stable")
    side_by_side = matrix[order][:, order]
    bounds = np.cumsum(np.bincount(labels))
    return [
        Core(order[begin:end], *_leading_pair(side_by_side[begin:end, begin:end]))
        for begin, end in pairwise([0, *bounds.tolist()])
        if end > begin + 1
    ]


def largest_root(matrix: Matrix) -> float:
    """Give the largest eigenvalue; 0 without a cycle."""
    return max((core.root for core in cores_of(matrix)), default=0.0)


def settled(values: Floats) -> Floats:
    """Round to 12 digits: actors in equal positions don't differ by how sums were rounded."""
    size = np.floor(np.log10(np.abs(values), where=values != 0, out=np.zeros_like(values)))
    with np.errstate(over="ignore"):
        unit = 10.0 ** (11 - size)
    exact = ~np.isfinite(values) | ~np.isfinite(unit)
    unit[exact] = 1.0
    return np.where(exact, values, np.round(values * unit) / unit)


def _leading_pair(block: Matrix) -> tuple[float, Floats]:
    """Largest eigenvalue of a matrix in which all reach one another, and its positive vector."""
    k = block.shape[0]
    vector = _by_arpack(block) if k > FEW else None
    if vector is None:
        vector = _by_noda(block)
    # Multiplying makes small entries, far from the centre, as accurate as large ones.
    for _ in range(MOST_ROUNDS):
        times = block @ vector
        ratios = times / vector
        if np.ptp(ratios) <= ACCURATE * ratios.max():
            break
        vector = vector + times / times.max()
        vector /= vector.max()
    root = float((block @ vector).sum() / vector.sum())
    return root, vector / np.linalg.norm(vector)


def _by_noda(block: Matrix) -> Floats:
    """Inverse iteration from above, quadratic: Noda (1971), Numer. Math. 17, 382-386."""
    from scipy.sparse import eye_array
    from scipy.sparse.linalg import splu

    k = block.shape[0]
    full = block.toarray() if k <= FEW else None
    vector, spread = np.ones(k), np.inf
    for _ in range(MOST_ROUNDS):
        ratios = (block @ vector) / vector
        bound = ratios.max()
        if np.ptp(ratios) <= ACCURATE * bound or np.ptp(ratios) >= 2 * spread:
            break  # as near as sums of floats come
        spread = np.ptp(ratios)
        try:
            if full is None:
                lower = splu((bound * eye_array(k) - block).tocsc())
                better = np.abs(lower.solve(vector))
            else:
                better = np.abs(np.linalg.solve(bound * np.eye(k) - full, vector))
        except (np.linalg.LinAlgError, RuntimeError):  # the bound is the eigenvalue itself
            break
        if not np.isfinite(better).all() or not better.min() > 0:
            break
        vector = better / better.max()
    return vector


def _by_arpack(block: Matrix) -> Floats | None:
    """Lanczos or Arnoldi iteration; None where the largest eigenvalues lie too close for it."""
    from scipy.sparse.linalg import ArpackError, eigs, eigsh

    is_symmetric = abs(block - block.T).nnz == 0
    begin = np.asarray(block.sum(axis=1)) + 1.0
    try:
        if is_symmetric:
            roots, found = eigsh(block, k=1, which="LA", v0=begin, maxiter=300)
        else:
            roots, found = eigs(block, k=1, which="LR", v0=begin, maxiter=300)
    except ArpackError:
        return None
    vector: Floats = np.abs(found[:, 0])
    off = np.abs(block @ vector - roots[0].real * vector).max()
    if off > 1e-9 * roots[0].real * vector.max():  # only the largest has a vector without signs
        return None
    positive: Floats = np.maximum(vector / vector.max(), np.finfo(np.float64).tiny)
    return positive
