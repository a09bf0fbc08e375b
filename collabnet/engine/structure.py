"""What every actor's leaving does to the contact among the others, in one search."""

from dataclasses import dataclass

import numpy as np

from collabnet.engine.csr import Bools, Csr, Floats, Ints, IntsLike, to_undirected
from collabnet.engine.forest import Forest, build_forest
from collabnet.engine.group_pairs import same_group_pairs_cut


@dataclass(frozen=True, eq=False)
class Departures:
    """Say for every actor what changes when that actor alone leaves; one item per actor.

    Attributes
    ----------
    is_cutpoint : whether some pair of others loses all contact
    pairs_cut : unordered pairs of other actors that lose all contact
    pairs_cut_between_groups : those of them whose two actors belong to different groups
    fragmentation : F with everybody there (Borgatti 2006); NaN with fewer than 2 actors
    fragmentation_without : F among those who stay; NaN if fewer than 2 do
    fragmentation_with_isolate : F with the leaver counted as an isolate
    bridges : pairs of actors whose tie is the only contact between its two sides
    """

    is_cutpoint: Bools
    pairs_cut: Ints
    pairs_cut_between_groups: Ints
    fragmentation: float
    fragmentation_without: Floats
    fragmentation_with_isolate: Floats
    bridges: tuple[tuple[int, int], ...]


def departures(csr: Csr, groups: IntsLike | None = None) -> Departures:
    """Find cutpoints, bridges, pairs cut and fragmentation without each actor.

    Direction is ignored. ``groups`` holds every actor's own group; a negative number stands
    for an unknown group and counts as different from all others, as does leaving it out.
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
    forest = build_forest(to_undirected(csr))
    whole = _component_sizes(forest)
    split, split_squares = _split_sizes(forest)
    rest = whole - 1 - split
    cut = ((whole - 1) ** 2 - split_squares - rest**2) // 2
    between = cut.copy()
    if groups is not None:
        between -= same_group_pairs_cut(forest, _group_numbers(csr.n, groups))
    pairs = int((whole - 1).sum()) // 2
    left = pairs - (whole - 1) - cut
    return Departures(
        is_cutpoint=cut > 0,
        pairs_cut=cut,
        pairs_cut_between_groups=between,
        fragmentation=_fragmentation(np.array([pairs]), csr.n)[0].item(),
        fragmentation_without=_fragmentation(left, csr.n - 1),
        fragmentation_with_isolate=_fragmentation(left, csr.n),
        bridges=tuple(forest.bridges),
    )


def _component_sizes(forest: Forest) -> Ints:
    sizes = np.array(
        [size for size, above in zip(forest.size, forest.parent, strict=True) if above < 0],
        dtype=np.int64,
    )
    # Roots were tried in the order of their numbers, so components lie in that order.
    whole = np.empty(len(forest.order), dtype=np.int64)
    whole[np.array(forest.order, dtype=np.int64)] = np.repeat(sizes, sizes)
    return whole


def _split_sizes(forest: Forest) -> tuple[Ints, Ints]:
    """Sum over the parts that split off below an actor: their sizes, and sizes squared."""
    apart = np.array(forest.splits_off, dtype=np.bool_)
    size = np.array(forest.size, dtype=np.int64)[apart]
    above = np.array(forest.parent, dtype=np.int64)[apart]
    total = np.zeros(apart.size, dtype=np.int64)
    squares = np.zeros(apart.size, dtype=np.int64)
    np.add.at(total, above, size)
    np.add.at(squares, above, size * size)
    return total, squares


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
