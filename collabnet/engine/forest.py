"""One depth-first search: subtree sizes, and which subtrees split off when their parent goes."""

from typing import NamedTuple

from collabnet.engine.csr import Csr, neighbour_lists


class Forest(NamedTuple):
    """The trees of a depth-first search, one per component; lists have one item per actor.

    ``order`` is the order of discovery, each component in one stretch. ``splits_off[v]`` says
    that v's subtree loses its contact with the rest when ``parent[v]`` goes; it is true for
    every child of a root and false for the roots themselves.
    """

    order: list[int]
    parent: list[int]
    size: list[int]
    splits_off: list[bool]
    bridges: list[tuple[int, int]]


def build_forest(csr: Csr) -> Forest:
    """Search an undirected network depth first (Tarjan's low points). Time: O(n + m).

    Examples
    --------
    >>> from collabnet.engine import build_csr
    >>> forest = build_forest(build_csr(4, [0, 1, 2], [1, 2, 3]))
    >>> forest.size, forest.bridges
    ([4, 3, 2, 1], [(0, 1), (1, 2), (2, 3)])
    """
    neighbours = neighbour_lists(csr)
    todo = [iter(row) for row in neighbours]
    found_at = [0] * csr.n
    low = [0] * csr.n
    parent = [-1] * csr.n
    size = [1] * csr.n
    splits_off = [False] * csr.n
    order: list[int] = []
    bridges: list[tuple[int, int]] = []
    clock = 0
    for root in range(csr.n):
        if found_at[root]:
            continue
        clock += 1
        found_at[root] = lowest = clock
        order.append(root)
        here, above = root, -1
        while True:
            for other in todo[here]:
                when = found_at[other]
                if not when:
                    low[here] = lowest
                    parent[other] = here
                    here, above = other, here
                    clock += 1
                    found_at[here] = lowest = clock
                    order.append(here)
                    break
                if when < lowest and other != above:
                    lowest = when
            else:
                if above < 0:
                    break
                size[above] += size[here]
                when = found_at[above]
                if lowest >= when:
                    splits_off[here] = True
                    if lowest > when:
                        bridges.append((here, above) if here < above else (above, here))
                here = above
                above = parent[here]
                if low[here] < lowest:
                    lowest = low[here]
    bridges.sort()
    return Forest(order, parent, size, splits_off, bridges)
