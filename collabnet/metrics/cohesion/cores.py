"""K-cores: the parts in which everybody has several contacts."""

from collections.abc import Sequence
from typing import Literal, TypeAlias

import numpy as np
import pandas as pd

from collabnet.engine import neighbour_lists
from collabnet.metrics.arrays import Given, by_actor, csr_along, csr_of, read
from collabnet.metrics.options import Direction, check_option

Counted: TypeAlias = Literal["pairs", "arcs"]
"""What counts once: a pair of actors with a tie, or each of its ties."""


def core_numbers(
    network: Given, *, direction: Direction = "ignored", variant: Counted = "pairs"
) -> pd.DataFrame:
    """Find the k-core of each actor: the largest k so that k of its ties lead into the core.

    The k-core is the largest part of the network in which each actor has k ties or more with
    the others of the part. Strength isn't used, parallel ties count once. After Seidman
    (1983), Social Networks 5, 269-287. Time: O(n + m).

    Parameters
    ----------
    direction : "ignored" counts contacts; "in" the ties that come in, "out" those that go out
    variant : with the direction ignored, "arcs" counts a pair with ties both ways twice

    Returns
    -------
    DataFrame, one row per actor
        core_number : int, 0 (isolate) to n - 1; to 2(n - 1) with the variant "arcs"

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If there is no such direction or variant.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> ring = [("a", "b"), ("b", "c"), ("c", "a"), ("a", "d")]
    >>> core_numbers(Network.from_pairs(ring))["core_number"].tolist()
    [2, 2, 2, 1]
    """
    given = read(network, "core_numbers")
    check_option("core_numbers", "direction", direction, ("ignored", "out", "in"))
    check_option("core_numbers", "variant", variant, ("pairs", "arcs"))
    if not given.is_directed or (direction, variant) == ("ignored", "pairs"):
        counted = losing = neighbour_lists(csr_of(given, directed=False))
    else:
        after = neighbour_lists(csr_along(given, "out"))
        before = neighbour_lists(csr_along(given, "in"))
        counted, losing = (after, before) if direction == "out" else (before, after)
        if direction == "ignored":
            counted = losing = [a + b for a, b in zip(after, before, strict=True)]
    found = _peel([len(row) for row in counted], losing)
    settings = {"direction": direction, "variant": variant}
    return by_actor(given, settings=settings, core_number=np.array(found, dtype=np.int64))


def _peel(degree: list[int], losing: Sequence[Sequence[int]]) -> list[int]:
    """Take out whoever has least, again and again; ``losing`` lose one each time."""
    left = list(degree)
    waiting: list[list[int]] = [[] for _ in range(max(left) + 1)]
    for actor, n_ties in enumerate(left):
        waiting[n_ties].append(actor)
    is_gone = bytearray(len(left))
    for k, todo in enumerate(waiting):
        while todo:
            actor = todo.pop()
            if is_gone[actor] or left[actor] != k:  # it stands further down too
                continue
            is_gone[actor] = True
            for other in losing[actor]:
                if left[other] > k:
                    left[other] -= 1
                    waiting[left[other]].append(other)
    return left
