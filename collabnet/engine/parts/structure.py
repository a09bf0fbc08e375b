"""What every actor's leaving does to the contact among the others, in one search."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from collabnet.engine.csr import Bools, Csr, Floats, Ints, IntsLike, to_undirected
from collabnet.engine.parts.forest import Forest, build_forest
from collabnet.engine.parts.group_pairs import same_group_pairs_cut
from collabnet.engine.worth import ENTRY, is_worth_compiling


@dataclass(frozen=True, eq=False)
class Departures:
    """Say for every actor what changes when that actor alone leaves; one item per actor.

    Attributes
    ----------
    is_cutpoint : whether some pair of others loses all contact
    pairs_cut : unordered pairs of other actors that lose all contact
    pairs_cut_between_groups : those of them whose two actors belong to different groups
    pairs_left : unordered pairs of other actors that keep contact
    fragmentation : F with everybody there (Borgatti 2006); NaN with fewer than 2 actors
    fragmentation_without : F among those who stay; NaN if fewer than 2 do
    fragmentation_with_isolate : F with the leaver counted as an isolate
    bridge_ends : pairs of actors whose tie is the only contact between its two sides, in any
        order; ``bridges`` gives them sorted
    """

    is_cutpoint: Bools
    pairs_cut: Ints
    pairs_cut_between_groups: Ints
    pairs_left: Ints
    fragmentation: float
    fragmentation_without: Floats
    fragmentation_with_isolate: Floats
    bridge_ends: Sequence[tuple[int, int]] | Ints

    @property
    def bridges(self) -> tuple[tuple[int, int], ...]:
        """The bridges, the smaller number first, in order."""
        ends = np.array(self.bridge_ends, dtype=np.int64).reshape(-1, 2)
        ties = ends[np.lexsort((ends[:, 1], ends[:, 0]))].tolist()
        return tuple((u, v) for u, v in ties)


def departures(
    csr: Csr, groups: IntsLike | None = None, *, compiled: bool | None = None
) -> Departures:
    """Find cutpoints, bridges, pairs cut and fragmentation without each actor.

    Direction is ignored. ``groups`` holds every actor's own group; a negative number stands
    for an unknown group and counts as different from all others, as does leaving it out.
    ``compiled``: None, where it pays; with groups, never.
    After Borgatti (2006), Comput. Math. Organ. Theory 12, 21-34, and Tarjan (1972). Time:
    O(n + m), with groups O(n log n + m).

    Raises
    ------
    ValueError
        If ``groups`` doesn't have one item per actor.

    Examples
    --------
    >>> from collabnet.engine import build_csr
    >>> found = departures(build_csr(3, [0, 1], [1, 2]), groups=[7, 8, 7])
    >>> found.pairs_cut.tolist(), found.pairs_cut_between_groups.tolist(), found.bridges
    ([0, 1, 0], [0, 0, 0], ((0, 1), (1, 2)))
    """
    if compiled is None:
        seconds = (csr.n + csr.indices.size) * ENTRY
        compiled = is_worth_compiling(seconds, "parts.structure_compiled")
    undirected = to_undirected(csr)
    if compiled and groups is None:
        bridges: Sequence[tuple[int, int]] | Ints
        whole, cut, bridges = _compiled(undirected)
        between = cut.copy()
    else:
        forest = build_forest(undirected)
        whole = _component_sizes(forest)
        rest = whole - 1 - np.array(forest.split, dtype=np.int64)
        cut = ((whole - 1) ** 2 - np.array(forest.split_squares, dtype=np.int64) - rest**2) // 2
        bridges, between = forest.bridges, cut.copy()
        if groups is not None:
            between -= same_group_pairs_cut(forest, _group_numbers(csr.n, groups))
    pairs = int((whole - 1).sum()) // 2
    left = pairs - (whole - 1) - cut
    return Departures(
        is_cutpoint=cut > 0,
        pairs_cut=cut,
        pairs_cut_between_groups=between,
        pairs_left=left,
        fragmentation=_fragmentation(np.array([pairs]), csr.n)[0].item(),
        fragmentation_without=_fragmentation(left, csr.n - 1),
        fragmentation_with_isolate=_fragmentation(left, csr.n),
        bridge_ends=bridges,
    )


def _component_sizes(forest: Forest) -> Ints:
    # Components lie one after the other in the order of discovery.
    whole = np.empty(len(forest.order), dtype=np.int64)
    sizes = np.array(forest.components, dtype=np.int64)
    whole[np.array(forest.order, dtype=np.int64)] = np.repeat(sizes, sizes)
    return whole


def _compiled(csr: Csr) -> tuple[Ints, Ints, Ints]:
    from collabnet.engine.parts.structure_compiled import pairs_cut

    whole, cut, bridges = pairs_cut(csr.indptr, csr.indices)
    return whole, cut, bridges.astype(np.int64)


def _group_numbers(n: int, groups: IntsLike) -> list[int]:
    group = np.array(groups, dtype=np.int64)
    if group.shape != (n,):
        raise ValueError(f"departures needs one group for each of {n} actors; got {group.size}.")
    unknown = np.flatnonzero(group < 0)
    group[unknown] = group.max(initial=0) + 1 + np.arange(unknown.size)
    numbers: list[int] = group.tolist()
    return numbers


def _fragmentation(pairs_left: Ints, n: int) -> Floats:
    if n < 2:
        return np.full(pairs_left.shape, np.nan)
    return 1 - pairs_left / (n * (n - 1) // 2)
