"""Central by being tied to the central: eigenvectors, hubs and authorities."""

from typing import Literal, TypeAlias

import numpy as np
import pandas as pd

from collabnet.engine import Floats, Ints
from collabnet.metrics.arrays import Given, by_actor, read
from collabnet.metrics.centrality.matrices import (
    Core,
    Matrix,
    cores_of,
    matrix_along,
    parts_of,
    settled,
)
from collabnet.metrics.options import Direction, Weights, check_option

EigenvectorVariant: TypeAlias = Literal["per_component", "sna", "igraph"]
HubsVariant: TypeAlias = Literal["per_component", "igraph", "networkx"]
TIED = 1e-9
"""Share by which two largest eigenvalues differ at least, lest they count as tied."""


def eigenvector(
    network: Given,
    *,
    direction: Direction = "in",
    weights: Weights = "unweighted",
    variant: EigenvectorVariant = "per_component",
) -> pd.DataFrame:
    """Score actors so that each one's score is proportional to the sum of its contacts' scores.

    The leading eigenvector of the matrix of ties, in each component by itself, of length 1
    there. In a directed network with the direction "in" those count who have a tie to the
    actor, with "out" those it has a tie to. Isolates are NaN: nobody can lend them a score. So
    are components without a cycle in the direction of ties, and those in which two parts tie
    for the largest eigenvalue, for there any mix of the two would do.
    After Bonacich (1972), J. Math. Sociol. 2, 113-120.

    Parameters
    ----------
    variant : "sna": the network taken as a whole, length 1 over all; outside the component with
        the largest eigenvalue 0; "igraph": the same, the largest score 1

    Returns
    -------
    DataFrame, one row per actor
        eigenvector : float, 0 to 1; NaN where undefined

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    CollabnetError
        If strengths are used, and one is negative or not a number.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> eigenvector(Network.from_pairs([("clinic", "outreach"), ("outreach", "shelter")]))
       actor_id  eigenvector
    0    clinic     0.500000
    1  outreach     0.707107
    2   shelter     0.500000
    """
    given = read(network, "eigenvector")
    check_option("eigenvector", "direction", direction, ("out", "in", "ignored"))
    check_option("eigenvector", "weights", weights, ("unweighted", "strength"))
    check_option("eigenvector", "variant", variant, ("per_component", "sna", "igraph"))
    matrix, _ = matrix_along(given, "eigenvector", direction, weights)
    part = parts_of(matrix) if variant == "per_component" else _one_part(matrix)
    values = leading_vectors(matrix, part)
    if variant == "igraph":
        values = values / values.max()
    settings = {"direction": direction, "weights": weights, "variant": variant}
    return by_actor(given, settings=settings, eigenvector=settled(values))


def hubs_and_authorities(
    network: Given,
    *,
    weights: Weights = "unweighted",
    variant: HubsVariant = "per_component",
) -> pd.DataFrame:
    """Score actors as hubs, tied to good authorities, and as authorities, with ties from good hubs.

    The first left and right singular vectors of the matrix of ties, in each component by
    itself, of length 1 there. Isolates are NaN, and so are components in which two parts tie
    for the largest singular value: as a chain of two ties, where either tie could be the one.
    In an undirected network both are the eigenvector centrality.
    After Kleinberg (1999), J. ACM 46, 604-632.

    Parameters
    ----------
    variant : "igraph": the network taken as a whole, the largest score 1; "networkx": as a
        whole, scores add up to 1

    Returns
    -------
    DataFrame, one row per actor
        hub, authority : float, 0 to 1; NaN where undefined

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    CollabnetError
        If strengths are used, and one is negative or not a number.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> ties = [("court", "clinic"), ("police", "clinic")]
    >>> hubs_and_authorities(Network.from_pairs(ties, is_directed=True))
      actor_id       hub  authority
    0   clinic  0.000000        1.0
    1    court  0.707107        0.0
    2   police  0.707107        0.0
    """
    given = read(network, "hubs_and_authorities")
    check_option("hubs_and_authorities", "weights", weights, ("unweighted", "strength"))
    check_option(
        "hubs_and_authorities", "variant", variant, ("per_component", "igraph", "networkx")
    )
    matrix, _ = matrix_along(given, "hubs_and_authorities", "out", weights)
    part = parts_of(matrix) if variant == "per_component" else _one_part(matrix)
    if given.is_directed:
        hub, authority = _singular(matrix, part)
    else:
        hub = authority = leading_vectors(matrix, part)
    if variant != "per_component":
        total = np.max if variant == "igraph" else np.sum
        hub, authority = hub / total(hub), authority / total(authority)
    settings = {"weights": weights, "variant": variant}
    return by_actor(given, settings=settings, hub=settled(hub), authority=settled(authority))


def leading_vectors(matrix: Matrix, part: Ints) -> Floats:
    """Give the leading eigenvector of every part of a network, of length 1 there.

    NaN in a part without a cycle, and in one with more than one such vector.
    """
    values = np.full(matrix.shape[0], np.nan)
    by_part: dict[int, list[Core]] = {}
    for core in cores_of(matrix):
        by_part.setdefault(int(part[core.members[0]]), []).append(core)
    onward = matrix.T.tocsr()  # row u, column v: u counts for v
    inside = np.argsort(part, kind="stable")
    bounds = np.searchsorted(part[inside], np.arange(part.max() + 2))
    for number, cores in by_part.items():
        if (only := _source(onward, cores)) is None:
            continue
        members = inside[bounds[number] : bounds[number + 1]]
        values[members] = 0.0
        values[only.members] = only.vector
        if members.size > only.members.size:
            _pass_on(matrix, onward, only, values)
        values[members] /= np.linalg.norm(values[members])
    return values


def _source(onward: Matrix, cores: list[Core]) -> Core | None:
    """The core whose members the leading eigenvector is made by; None if there are several.

    Of cores with the largest eigenvalue one that reaches another has no share, for it would
    add to the other without end.
    """
    largest = max(core.root for core in cores)
    first = [core for core in cores if core.root >= largest * (1 - TIED)]
    if len(first) == 1:
        return first[0]
    last = None
    for core in first:
        after = _reached(onward, core)
        if not any(after[other.members[0]] for other in first if other is not core):
            if last is not None:
                return None
            last = core
    return last


def _pass_on(matrix: Matrix, onward: Matrix, core: Core, values: Floats) -> None:
    """Fill in who doesn't reach back to the core, but is reached from it."""
    from scipy.sparse import eye_array
    from scipy.sparse.linalg import spsolve

    after = _reached(onward, core)
    after[core.members] = False
    outer = np.flatnonzero(after)
    if outer.size:
        rows = matrix[outer]
        handed = np.asarray(rows[:, core.members] @ core.vector)
        rest = core.root * eye_array(outer.size) - rows[:, outer]
        values[outer] = np.abs(spsolve(rest.tocsc(), handed))


def _reached(onward: Matrix, core: Core) -> np.ndarray:
    from scipy.sparse.csgraph import breadth_first_order

    at = breadth_first_order(onward, int(core.members[0]), return_predecessors=False)
    is_reached = np.zeros(onward.shape[0], dtype=np.bool_)
    is_reached[at] = True
    return is_reached


def _singular(matrix: Matrix, part: Ints) -> tuple[Floats, Floats]:
    """Hubs and authorities: every actor stands twice, as a sender and as a receiver."""
    from scipy.sparse import block_array

    twice = block_array([[None, matrix], [matrix.T, None]], format="csr")
    # The two halves of an eigenvector of such a network are equally long.
    both = leading_vectors(twice, np.concatenate([part, part])) * np.sqrt(2)
    return both[: matrix.shape[0]], both[matrix.shape[0] :]


def _one_part(matrix: Matrix) -> Ints:
    return np.zeros(matrix.shape[0], dtype=np.int64)
