"""Who stands on all shortest paths from one actor to whom, compiled: for large networks only.

They make a tree. If v leaves, those below v lose all their shortest paths from the first, and
nobody else does. Most of them have a neighbour just as near that isn't below v: they are one tie
further away.

Actors are numbered in the order in which they are met, 0 for the first: whoever is above has the
smaller number. A branch is what hangs directly on the first: whoever is in another branch has
nobody but the first above in common.
"""

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from collabnet.engine.csr import Ints
from collabnet.engine.jit import jit
from collabnet.engine.paths.rings import Numbers

Short: TypeAlias = npt.NDArray[np.int32]
Ties: TypeAlias = tuple[Ints, Numbers]
"""Where rows begin, and the neighbours."""
Met: TypeAlias = tuple[Short, Short, Short, Short]
"""By actor: number, distance and branch; by number: who."""
Tree: TypeAlias = tuple[Short, Short, Short, Short]
"""By number: who is next above; one tie further away without those from ``since`` upwards, not
as far up as ``until``; and from where up others have a neighbour outside."""

UNMET = -1


def _search(ties: Ties, start: int, met: Met, above: Short) -> int:
    """Number who is met from one actor, with the distance and who is above; give how many."""
    indptr, indices = ties
    number, far, branch, who = met
    far[:] = UNMET
    who[0], number[start], far[start], above[0], branch[start] = start, 0, 0, 0, UNMET
    size, at = 1, 0
    while at < size:
        u = who[at]
        far[u] = max(far[u], -far[u])
        distance = far[u] + 1
        for j in range(indptr[u], indptr[u + 1]):
            w = indices[j]
            if far[w] == UNMET:
                who[size], number[w], far[w], above[size] = w, size, distance, at
                branch[w] = size if at == 0 else branch[u]
                size += 1
            elif far[w] == distance:
                k = number[w]
                if branch[w] == branch[u]:
                    one, other = above[k], at
                    while one != other:
                        one, other = min(one, other), above[max(one, other)]
                    above[k] = one
                else:  # further ways change nothing; until its turn the distance says so
                    above[k], branch[w], far[w] = 0, k, -distance
        at += 1
    return size


def _join(met: Met, above: Short, u: int, w: int) -> int:
    """The last who is above both."""
    number, _, branch, _ = met
    if branch[u] != branch[w]:
        return 0
    one, other = number[u], number[w]
    while one != other:
        one, other = min(one, other), above[max(one, other)]
    return int(one)


search = jit(_search)
join = jit(_join)


def _look(ties_in: Ties, met: Met, tree: Tree, k: int) -> None:
    """Find without whom one actor is just one tie further away."""
    indptr, indices = ties_in
    number, far, _, who = met
    above, since, until, outside = tree
    t = who[k]
    begin, end = indptr[t], indptr[t + 1]
    top = above[k]
    for j in range(begin, end):
        if far[indices[j]] == far[t]:
            top = min(top, join(met, above, t, indices[j]))
            if top == 0:
                break
    since[k], until[k], outside[k] = above[k], top, top
    if top == 0:
        return
    for j in range(begin, end):
        u = indices[j]
        if far[u] > far[t]:
            outside[k] = min(outside[k], join(met, above, t, u))
        elif far[u] == far[t] - 1:
            # Without whom all on the way here come one tie later, so does who follows.
            low, high = until[number[u]], min(since[number[u]], above[k])
            if low < high and since[k] == until[k]:
                since[k], until[k] = high, low
            elif low <= since[k] and until[k] <= high:
                since[k], until[k] = max(since[k], high), min(until[k], low)


look = jit(_look)
