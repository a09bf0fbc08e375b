"""Unavoidable vertices: those that every way from some senders to some receivers meets."""

from collections.abc import Collection, Iterable
from functools import cached_property

from collabnet.engine.csr import Csr, build_csr, neighbour_lists


class DominatorTree:
    """Answer, for one set of sources, which vertices lie on every way to any sinks.

    The tree of immediate dominators, after Cooper, Harvey and Kennedy (2001). A vertex of
    ``fixed`` can't leave and is never named.

    Examples
    --------
    >>> chain = build_csr(5, [0, 1, 2, 2], [2, 2, 3, 4], directed=True)
    >>> tree = DominatorTree(chain, [0, 1])
    >>> tree.unavoidable([3]), tree.unavoidable([3, 4]), tree.is_reached([1, 0])
    ((2, 3), (2,), True)
    """

    def __init__(
        self, csr: Csr, sources: Iterable[int], fixed: Collection[int] = frozenset()
    ) -> None:
        self._csr = csr
        self._sources = frozenset(sources)
        self._fixed = frozenset(fixed)
        self._root = csr.n

    @cached_property
    def _tree(self) -> tuple[dict[int, int], dict[int, int]]:
        """The rank of each vertex reached, the root's the highest, and its immediate dominator."""
        root = self._root
        steps = [*neighbour_lists(self._csr), sorted(self._sources)]
        order = _finishing_order(steps, root)
        rank = {v: place for place, v in enumerate(order)}
        before: dict[int, list[int]] = {v: [] for v in order}
        for v in order:
            for other in steps[v]:
                before[other].append(v)
        dominator = {root: root}
        is_settled = False
        while not is_settled:
            is_settled = True
            for v in order[-2::-1]:
                nearest = _meet([u for u in before[v] if u in dominator], rank, dominator)
                if dominator.get(v) != nearest:
                    dominator[v] = nearest
                    is_settled = False
        return rank, dominator

    @property
    def immediate(self) -> dict[int, int]:
        """The last vertex on every way to each one reached; ``n`` stands before the sources.

        Dominators come before whom they dominate.

        Examples
        --------
        >>> DominatorTree(build_csr(3, [0, 1], [1, 2], directed=True), [0]).immediate
        {0: 3, 1: 0, 2: 1}
        """
        return {v: nearest for v, nearest in self._tree[1].items() if v != self._root}

    def is_reached(self, sinks: Iterable[int]) -> bool:
        """Say whether there is any way to one of the sinks; sources reach themselves."""
        return any(sink in self._tree[0] for sink in sinks)

    def unavoidable(self, sinks: Iterable[int]) -> tuple[int, ...]:
        """List the vertices on every way to any of the sinks, in the order they are met.

        Empty when there is none, and also when no way exists: see ``is_reached``.
        """
        ends = set(sinks)
        if len(ends & self._sources) > 1:
            return ()  # each of these is a way by itself: no tree is needed
        rank, dominator = self._tree
        reached = [sink for sink in ends if sink in rank]
        if not reached:
            return ()
        here = _meet(reached, rank, dominator)
        met = []
        while here != self._root:
            met.append(here)
            here = dominator[here]
        return tuple(v for v in reversed(met) if v not in self._fixed)


def unavoidable(
    n: int,
    arcs: Iterable[tuple[int, int]],
    sources: Iterable[int],
    sinks: Iterable[int],
    *,
    fixed: Collection[int] = frozenset(),
) -> tuple[int, ...]:
    """List the vertices whose leaving, each alone, stops every way from sources to sinks.

    Sources and sinks count too. In the order in which ways meet them; empty also when there
    is no way.

    Examples
    --------
    >>> unavoidable(4, [(0, 1), (1, 3), (2, 3)], [0], [3])
    (0, 1, 3)
    >>> unavoidable(4, [(0, 1), (1, 3), (2, 3)], [0, 2], [3])
    (3,)
    """
    pairs = list(arcs)
    csr = build_csr(n, [u for u, _ in pairs], [v for _, v in pairs], directed=True)
    return DominatorTree(csr, sources, fixed).unavoidable(sinks)


def _finishing_order(steps: list[list[int]], root: int) -> list[int]:
    """List what the root reaches, each vertex after all it leads to (rings aside)."""
    todo = [iter(row) for row in steps]
    seen = {root}
    order = []
    path = [root]
    while path:
        for other in todo[path[-1]]:
            if other not in seen:
                seen.add(other)
                path.append(other)
                break
        else:
            order.append(path.pop())
    return order


def _meet(vertices: list[int], rank: dict[int, int], dominator: dict[int, int]) -> int:
    """Find the last vertex that lies on every way to each of these."""
    one = vertices[0]
    for two in vertices[1:]:
        while one != two:
            if rank[one] < rank[two]:
                one = dominator[one]
            else:
                two = dominator[two]
    return one
