"""Unavoidable vertices: those that every way from some senders to some receivers meets."""

from collections.abc import Collection, Iterable

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
        root = csr.n
        steps = [*neighbour_lists(csr), sorted(set(sources))]
        order = _finishing_order(steps, root)
        self._fixed = frozenset(fixed)
        self._root = root
        self._rank = {v: rank for rank, v in enumerate(order)}  # the root has the highest
        before: dict[int, list[int]] = {v: [] for v in order}
        for v in order:
            for other in steps[v]:
                before[other].append(v)
        self._dominator = {root: root}
        is_settled = False
        while not is_settled:
            is_settled = True
            for v in order[-2::-1]:
                known = [u for u in before[v] if u in self._dominator]
                nearest = self._meet(known)
                if self._dominator.get(v) != nearest:
                    self._dominator[v] = nearest
                    is_settled = False

    def is_reached(self, sinks: Iterable[int]) -> bool:
        """Say whether there is any way to one of the sinks; sources reach themselves."""
        return any(sink in self._rank for sink in sinks)

    def unavoidable(self, sinks: Iterable[int]) -> tuple[int, ...]:
        """List the vertices on every way to any of the sinks, in the order they are met.

        Empty when there is none, and also when no way exists: see ``is_reached``.
        """
        reached = [sink for sink in sinks if sink in self._rank]
        if not reached:
            return ()
        here = self._meet(reached)
        met = []
        while here != self._root:
            met.append(here)
            here = self._dominator[here]
        return tuple(v for v in reversed(met) if v not in self._fixed)

    def _meet(self, vertices: list[int]) -> int:
        """Find the last vertex that lies on every way to each of these."""
        rank, dominator = self._rank, self._dominator
        one = vertices[0]
        for two in vertices[1:]:
            while one != two:
                if rank[one] < rank[two]:
                    one = dominator[one]
                else:
                    two = dominator[two]
        return one


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
