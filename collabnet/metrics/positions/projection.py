"""From two modes to one: actors of one kind, tied by the actors of the other that they share."""

from collections.abc import Hashable
from typing import Literal, TypeAlias

import numpy as np
import pandas as pd

from collabnet.engine import Csr, Floats, Ints
from collabnet.metrics.arrays import Given, by_pair, csr_of, labels, read
from collabnet.metrics.groups.membership import named
from collabnet.metrics.options import Groups, check_option, groups_of
from collabnet.model.errors import AssumptionError
from collabnet.model.network import Network

Shared: TypeAlias = Literal["n_shared", "newman", "jaccard"]


def two_mode_projection(
    network: Given, *, mode: Groups, onto: Hashable | None = None
) -> pd.DataFrame:
    """Whom two actors of one mode have in common in the other: events, agencies, clients.

    Pairs that share nobody have no row. Direction and strength of ties are ignored.
    :func:`build_projection` gives the network of one mode, to measure it.
    After Breiger (1974), Soc. Forces 53, 181-190, and Newman (2001), Phys. Rev. E 64, 016132.
    Time: O(sum of squared numbers of ties).

    Parameters
    ----------
    mode : an attribute of the actors, or each actor's mode; exactly two
    onto : the mode whose pairs are wanted; both if not said

    Returns
    -------
    DataFrame, one row per pair with somebody in common, in the network's order
        mode : of the two
        from_id, to_id : the pair
        n_shared : int, 1 or more, actors of the other mode tied to both
        newman : float, sum over these of 1/(k - 1), where k actors are tied to the one shared:
            whom only the two know counts 1, whom many know counts little
        jaccard : float, above 0 to 1, those tied to both of those tied to either

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If there aren't two modes, an actor has none, a tie stays inside one, or ``onto`` is none.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> groups = Network.from_pairs([("Ann", "team"), ("Bea", "team"), ("Bea", "board")])
    >>> mode = {"Ann": "person", "Bea": "person", "team": "group", "board": "group"}
    >>> two_mode_projection(groups, mode=mode)
         mode from_id to_id  n_shared  newman  jaccard
    0  person     Ann   Bea         1     1.0      0.5
    1   group   board  team         1     1.0      0.5
    """
    given = read(network, "two_mode_projection")
    modes = _modes(given, mode, onto, "two_mode_projection")
    csr = csr_of(given, directed=False)
    rows, columns, values = _shared(csr)
    if onto is not None:
        kept = np.array([modes[u] == onto for u in rows.tolist()], dtype=np.bool_)
        rows, columns = rows[kept], columns[kept]
        values = {name: value[kept] for name, value in values.items()}
    settings = {"mode": named(mode), **({} if onto is None else {"onto": onto})}
    table = by_pair(given, rows, columns, settings=settings, **values)
    table.insert(0, "mode", labels([modes[u] for u in rows]))
    return table


def build_projection(
    network: Given, *, mode: Groups, onto: Hashable, strength: Shared = "n_shared"
) -> Network:
    """Build the network of one mode: two are tied where they share somebody of the other.

    Every measure takes it, as any network; ``cn.build_projection`` is the same function.

    Parameters
    ----------
    mode : an attribute of the actors, or each actor's mode; exactly two
    onto : the mode to keep
    strength : the column of :func:`two_mode_projection` that becomes the tie's strength

    Returns
    -------
    Network, undirected, with the actors of that mode and their attributes

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        As :func:`two_mode_projection`, and if there is no such strength.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> groups = Network.from_pairs([("Ann", "team"), ("Bea", "team"), ("Bea", "board")])
    >>> mode = {"Ann": "person", "Bea": "person", "team": "group", "board": "group"}
    >>> build_projection(groups, mode=mode, onto="person")
    Network(2 actors, 1 ties, undirected)
    """
    given = read(network, "build_projection")
    check_option("build_projection", "strength", strength, ("n_shared", "newman", "jaccard"))
    modes = _modes(given, mode, onto, "build_projection")
    table = two_mode_projection(given, mode=mode, onto=onto)
    ties = zip(table["from_id"], table["to_id"], table[strength].tolist(), strict=True)
    return Network(
        [actor for actor, its in zip(given.named_actors, modes, strict=True) if its == onto],
        [(u, v, 0, {"strength": value}) for u, v, value in ties],
        is_directed=False,
        is_multigraph=False,
        attributes=given.attributes,
        notices=[f"Two are tied where they share somebody of another mode; strength: {strength}."],
    )


def _modes(given: Network, mode: Groups, onto: Hashable | None, measure: str) -> list[Hashable]:
    """Give each actor's mode; refuse what isn't a network of two."""
    modes = groups_of(given, mode, measure, "mode")
    names = list(dict.fromkeys(modes))
    said = ", ".join(repr(name) for name in names)
    if len(names) != 2:
        raise AssumptionError(
            f"{measure} needs actors of exactly two modes; got {len(names)}: {said}. Choose an "
            "attribute with two values, or hand over a dict from actor to mode."
        )
    if onto is not None and onto not in names:
        raise AssumptionError(f"{measure} needs one of the modes {said} as onto; got {onto!r}.")
    rows, columns, _ = given.arcs
    inside = [i for i, (u, v) in enumerate(zip(rows, columns, strict=True)) if modes[u] == modes[v]]
    if inside:
        u, v = rows[inside[0]], columns[inside[0]]
        more = f", and so do {len(inside) - 1} more" if len(inside) > 1 else ""
        raise AssumptionError(
            f"{measure} needs ties between the two modes alone; the tie {given.actor_ids[u]!r} to "
            f"{given.actor_ids[v]!r} stays inside {modes[u]!r}{more}. Leave such ties out, or "
            "correct the mode."
        )
    return modes


def _shared(csr: Csr) -> tuple[Ints, Ints, dict[str, Ints | Floats]]:
    """Give the pairs that share somebody, sorted, and what they share."""
    from scipy.sparse import csr_array

    shape = (csr.n, csr.n)
    degree = np.diff(csr.indptr)
    ones = csr_array((np.ones(csr.indices.size), csr.indices, csr.indptr), shape=shape)
    # Row i, column k: what k is worth to a pair of those tied to it.
    worth = 1 / np.maximum(degree - 1, 1)[csr.indices]
    valued = csr_array((worth, csr.indices, csr.indptr), shape=shape)
    counted, newman = (ones @ ones).tocsr(), (valued @ ones).tocsr()
    for product in (counted, newman):
        product.sort_indices()
    rows = np.repeat(np.arange(csr.n, dtype=np.int64), np.diff(counted.indptr))
    columns = counted.indices.astype(np.int64)
    above = rows < columns
    rows, columns = rows[above], columns[above]
    n_shared = np.rint(counted.data[above]).astype(np.int64)
    return (
        rows,
        columns,
        {
            "n_shared": n_shared,
            "newman": newman.data[above],
            "jaccard": n_shared / (degree[rows] + degree[columns] - n_shared),
        },
    )
