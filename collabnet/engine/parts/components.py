"""Components: which actors are in contact with each other, directly or through others."""

from collections.abc import Iterable

import numpy as np

from collabnet.engine.csr import Csr, Ints, build_csr, entry_rows, neighbour_lists, to_undirected


def component_labels(csr: Csr) -> Ints:
    """Label every actor with its component; direction is ignored.

    Returns
    -------
    int array, one label per actor, 0 for the component of actor 0, then as they come

    Examples
    --------
    >>> component_labels(build_csr(4, [0], [2])).tolist()
    [0, 1, 0, 2]
    """
    neighbours = neighbour_lists(to_undirected(csr))
    label = [-1] * csr.n
    found = 0
    for first in range(csr.n):
        if label[first] >= 0:
            continue
        label[first] = found
        todo = [first]
        while todo:
            for other in neighbours[todo.pop()]:
                if label[other] < 0:
                    label[other] = found
                    todo.append(other)
        found += 1
    return np.array(label, dtype=np.int64)


def drop(csr: Csr, leavers: int | Iterable[int]) -> Csr:
    """Take one actor or several out; those who stay are numbered anew, in the same order.

    Examples
    --------
    >>> drop(build_csr(4, [0, 1, 2], [1, 2, 3]), 1).indices.tolist()
    [2, 1]
    >>> drop(build_csr(4, [0, 1, 2], [1, 2, 3]), [0, 1]).indices.tolist()
    [1, 0]
    """
    gone = [leavers] if isinstance(leavers, int) else list(leavers)
    stays = np.ones(csr.n, dtype=np.bool_)
    stays[gone] = False
    number = np.cumsum(stays) - 1
    rows = entry_rows(csr)
    kept = stays[rows] & stays[csr.indices]
    left = int(stays.sum())
    return build_csr(left, number[rows[kept]], number[csr.indices[kept]], directed=csr.is_directed)


def isolate(csr: Csr, leavers: Iterable[int]) -> Csr:
    """Take all ties from some actors; everybody keeps their number.

    Examples
    --------
    >>> isolate(build_csr(4, [0, 1, 2], [1, 2, 3]), [1]).indices.tolist()
    [3, 2]
    """
    gone = np.zeros(csr.n, dtype=np.bool_)
    gone[list(leavers)] = True
    kept = ~(np.repeat(gone, np.diff(csr.indptr)) | gone[csr.indices])
    indptr = np.concatenate([[0], np.cumsum(kept)])[csr.indptr]
    return Csr(csr.n, indptr, csr.indices[kept], csr.is_directed)


def pairs_in_contact(labels: Ints) -> int:
    """Count the unordered pairs of actors in the same component.

    Examples
    --------
    >>> pairs_in_contact(np.array([0, 0, 0, 1]))
    3
    """
    size = np.bincount(labels)
    return int((size * (size - 1) // 2).sum())


def fragmentation(labels: Ints, *, n: int | None = None) -> float:
    """Share of the pairs of actors that are not in contact: fragmentation F (Borgatti 2006).

    ``n`` counts actors who left as isolates: give the number there was before they did.

    Returns
    -------
    float, 0 (all in contact) to 1 (nobody is); NaN with fewer than 2 actors

    Examples
    --------
    >>> fragmentation(np.array([0, 0, 1]))
    0.6666666666666667
    >>> fragmentation(np.array([0, 0, 1]), n=4)
    0.8333333333333334
    """
    actors = labels.size if n is None else n
    if actors < 2:
        return float("nan")
    return 1 - pairs_in_contact(labels) / (actors * (actors - 1) // 2)
