"""The order of two columns between which few ribbons cross."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

ROUNDS = 8


def in_order(
    links: Sequence[tuple[str, str, float]],
) -> tuple[list[str], list[str]]:
    """Order senders and receivers: each near the middle of those it is linked with.

    Parameters
    ----------
    links : sender, receiver and weight; the first sender that is named begins

    Examples
    --------
    >>> in_order([("a", "x", 1.0), ("b", "y", 5.0), ("b", "z", 1.0), ("c", "x", 2.0)])
    (['b', 'a', 'c'], ['y', 'z', 'x'])
    """
    left = list(dict.fromkeys(one for one, _, _ in links))
    right = list(dict.fromkeys(other for _, other, _ in links))
    best, fewest = (left, right), _crossings(links, left, right)
    for _ in range(ROUNDS):
        right = _beside(right, left, [(b, a, w) for a, b, w in links])
        left = _beside(left, right, links)
        crossings = _crossings(links, left, right)
        if crossings < fewest:
            best, fewest = (left, right), crossings
    return best


def _beside(
    moved: Sequence[str], fixed: Sequence[str], links: Sequence[tuple[str, str, float]]
) -> list[str]:
    place = {one: i for i, one in enumerate(fixed)}
    was = {one: i for i, one in enumerate(moved)}
    sums: defaultdict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for one, other, weight in links:
        sums[one][0] += place[other] * max(weight, 1.0)
        sums[one][1] += max(weight, 1.0)
    return sorted(moved, key=lambda one: (sums[one][0] / sums[one][1], was[one]))


def _crossings(
    links: Sequence[tuple[str, str, float]], left: Sequence[str], right: Sequence[str]
) -> float:
    """How much of the ribbons crosses, by the smaller of each two."""
    from_, to = _places(left), _places(right)
    found = 0.0
    for i, (a, b, w) in enumerate(links):
        for c, d, v in links[i + 1 :]:
            if (from_[a] - from_[c]) * (to[b] - to[d]) < 0:
                found += max(min(w, v), 1.0)
    return found


def _places(side: Sequence[str]) -> Mapping[str, int]:
    return {one: i for i, one in enumerate(side)}
