"""One depth-first search: subtree sizes, and which subtrees split off when their parent goes."""

from typing import NamedTuple

from collabnet.engine.csr import Csr


class Forest(NamedTuple):
    """The trees of a depth-first search, one per component; lists have one item per actor.

    ``order`` is the order of discovery, each component in one stretch. ``splits_off[v]`` says
    that v's subtree loses its contact with the rest when ``parent[v]`` goes; it is true for
    every child of a root and false for the roots themselves. ``split`` and ``split_squares``
    add up the sizes, and the sizes squared, of the subtrees that split off when an actor goes;
    ``components`` are the sizes of the trees, in the order of discovery.
    """

    order: list[int]
    parent: list[int]
    size: list[int]
    splits_off: list[bool]
    bridges: list[tuple[int, int]]
    split: list[int]
    split_squares: list[int]
    components: list[int]


def build_forest(csr: Csr) -> Forest:
    """Search an undirected network depth first (Tarjan's low points). Time: O(n + m).

    Examples
    --------
    >>> from collabnet.engine import build_csr
    >>> forest = build_forest(build_csr(4, [0, 1, 2], [1, 2, 3]))
    >>> forest.size, sorted(forest.bridges)
    ([4, 3, 2, 1], [(0, 1), (1, 2), (2, 3)])
    """
    flat, begin = csr.indices.tolist(), csr.indptr.tolist()
    next_at = begin[:]  # the entry at which an actor's row is taken up again
    n = csr.n
    found_at, low, parent = [0] * n, [0] * n, [-1] * n
    size, splits_off = [1] * n, [False] * n
    split, split_squares = [0] * n, [0] * n
    order: list[int] = []
    bridges: list[tuple[int, int]] = []
    components: list[int] = []
    clock = 0
    for root in range(n):
        if found_at[root]:
            continue
        clock += 1
        found_at[root] = lowest = clock
        order.append(root)
        here, above = root, -1
        at, end = begin[root], begin[root + 1]
        while True:
            while at < end:
                other = flat[at]
                at += 1
                when = found_at[other]
                if when < lowest:  # not found yet is 0
                    if when:
                        if other != above:
                            lowest = when
                        continue
                    clock += 1
                    found_at[other] = clock
                    parent[other] = here
                    order.append(other)
                    first, last = begin[other], begin[other + 1]
                    if last - first == 1:  # tied to nobody else: nothing to search
                        splits_off[other] = True
                        split[here] += 1
                        split_squares[here] += 1
                        bridges.append((here, other) if here < other else (other, here))
                        continue
                    next_at[here], low[here] = at, lowest
                    here, above, lowest = other, here, clock
                    at, end = first, last
            when = found_at[here]
            size[here] = below = clock + 1 - when
            if above < 0:
                components.append(below)
                break
            when = found_at[above]
            if lowest >= when:
                splits_off[here] = True
                split[above] += below
                split_squares[above] += below * below
                if lowest > when:
                    bridges.append((here, above) if here < above else (above, here))
                lowest = low[above]
            elif low[above] < lowest:
                lowest = low[above]
            here, above = above, parent[above]
            at, end = next_at[here], begin[here + 1]
    return Forest(order, parent, size, splits_off, bridges, split, split_squares, components)
