"""Pairs of others that lose all contact, or every path, when an actor leaves."""

from collections.abc import Hashable, Iterable, Mapping

import pandas as pd

from collabnet.engine import departures
from collabnet.engine.parts.breaks import pairs_broken as broken_of
from collabnet.metrics.arrays import Given, by_actor, csr_of, read
from collabnet.metrics.options import Groups, groups_of
from collabnet.metrics.removal.those_who_leave import numbers_of
from collabnet.model import Network


def pairs_cut(network: Given, *, groups: Groups | None = None) -> pd.DataFrame:
    """Count the pairs of other actors that lose all contact when an actor leaves.

    Direction and strength of ties are ignored. With ``groups`` (say the agency of each person),
    pairs of different groups as well; an actor without a group counts as one of its own. After
    Borgatti (2006), Comput. Math. Organ. Theory 12, 21-34. Time: O(n + m) for all actors.

    Parameters
    ----------
    groups : an attribute of the actors, or a dict from actor to group

    Returns
    -------
    DataFrame, one row per actor
        pairs_cut : int, unordered pairs, 0 to (n-1)(n-2)/2
        pairs_cut_between_groups : int, those of different groups; only with ``groups``

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If no actor has the attribute that should say the group.

    Examples
    --------
    >>> line = Network.from_pairs([("O1", "I1"), ("O2", "I1")])
    >>> pairs_cut(line, groups={"O1": "court", "O2": "court", "I1": "program"})
      actor_id  pairs_cut  pairs_cut_between_groups
    0       I1          1                         0
    1       O1          0                         0
    2       O2          0                         0
    """
    given = read(network, "pairs_cut")
    csr = csr_of(given, directed=False)
    if groups is None:
        return by_actor(given, pairs_cut=departures(csr).pairs_cut)
    found = departures(csr, _group_numbers(given, groups))
    return by_actor(
        given,
        settings={"groups": groups if isinstance(groups, str) else "given"},
        pairs_cut=found.pairs_cut,
        pairs_cut_between_groups=found.pairs_cut_between_groups,
    )


def _group_numbers(network: Network, groups: Groups) -> list[int]:
    """Number the groups; -1 for an actor without one."""
    if isinstance(groups, str):
        if groups not in network.actors.columns[1:]:
            groups_of(network, groups, "pairs_cut")  # says which attributes there are
        named = {actor: values.get(groups) for actor, values in network.named_actors}
    elif isinstance(groups, (Mapping, pd.Series)):
        named = {actor: groups.get(actor) for actor in network.actor_ids}
    else:
        named = dict(zip(network.actor_ids, groups_of(network, groups, "pairs_cut"), strict=True))
    if not all(isinstance(group, Hashable) for group in named.values()):
        groups_of(network, groups, "pairs_cut")  # says whose is none
    number: dict[Hashable, int] = {}
    return [
        -1 if pd.isna(group) or group == "" else number.setdefault(group, len(number))
        for group in named.values()
    ]


def pairs_broken(
    network: Given,
    *,
    from_actors: Iterable[Hashable] | None = None,
    to_actors: Iterable[Hashable] | None = None,
) -> pd.DataFrame:
    """Count the pairs, from one actor to another, that lose every path when an actor leaves.

    Paths run along the ties; in an undirected network both ways, and each pair counts twice,
    once from either end. Pairs that the leaver is an end of don't count. Strengths are ignored.
    The leaver dominates the target of such a pair as seen from its source: Lengauer and Tarjan
    (1979), ACM Trans. Program. Lang. Syst. 1, 121-141; computed after Cooper, Harvey and Kennedy
    (2001). Time: about three searches for each source.

    Parameters
    ----------
    from_actors, to_actors : where paths begin and end; everybody if not said

    Returns
    -------
    DataFrame, one row per actor
        pairs_broken : int, ordered pairs, 0 to (n-1)(n-2)

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    NotFoundError
        If somebody named isn't in the network.

    Examples
    --------
    >>> chain = Network.from_pairs([("O1", "I1"), ("O2", "I1"), ("I1", "A1")], is_directed=True)
    >>> pairs_broken(chain)
      actor_id  pairs_broken
    0       A1             0
    1       I1             2
    2       O1             0
    3       O2             0
    """
    given = read(network, "pairs_broken")
    ends = [
        None if some is None else numbers_of(given, some, "pairs_broken")
        for some in (from_actors, to_actors)
    ]
    csr = csr_of(given, directed=given.is_directed)
    named = [
        "everybody" if some is None else tuple(given.actor_ids[v] for v in some) for some in ends
    ]
    return by_actor(
        given,
        settings=dict(zip(("from_actors", "to_actors"), named, strict=True)),
        pairs_broken=broken_of(csr, *ends, threads=None),
    )
