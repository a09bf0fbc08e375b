"""The largest component while actors leave, compiled: for large networks and many orders."""

import numpy as np

from collabnet.engine.csr import Ints
from collabnet.engine.jit import jit


def _largest(begin: Ints, entries: Ints, order: Ints) -> Ints:
    """What :mod:`collabnet.engine.parts.leaving` does, on arrays."""
    n = order.shape[0]
    above, size = np.full(n, -1, np.int32), np.ones(n, np.int32)
    sizes = np.zeros(n + 1, np.int64)
    most = np.int64(0)
    for q in range(n - 1, -1, -1):
        root = order[q]
        above[root] = root
        for entry in range(begin[root], begin[root + 1]):
            other = entries[entry]
            if above[other] < 0:
                continue
            while above[other] != other:
                above[other] = above[above[other]]
                other = above[other]
            top = np.int64(above[root])
            while above[top] != top:
                above[top] = above[above[top]]
                top = np.int64(above[top])
            if other == top:
                continue
            if size[other] > size[top]:
                other, top = top, other
            above[other] = top
            size[top] += size[other]
            most = max(most, np.int64(size[top]))
        most = max(most, np.int64(1))
        sizes[q] = most
    return sizes


largest = jit(_largest)
