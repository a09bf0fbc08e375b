"""How broken up the network is, whole and when somebody leaves."""

from collections.abc import Hashable, Iterable
from typing import Literal, TypeAlias, get_args

import pandas as pd

from collabnet.engine import departures
from collabnet.engine import distance_weighted_fragmentation as df_of
from collabnet.engine import distance_weighted_fragmentation_without as df_without
from collabnet.metrics.arrays import Given, by_actor, csr_of, of_network, read
from collabnet.metrics.options import check_option
from collabnet.metrics.removal.those_who_leave import numbers_of
from collabnet.model import Network

Variant: TypeAlias = Literal["removed", "isolates"]
"""Whether those who left count no more, or as actors without ties."""


def fragmentation(
    network: Given, *, without: Iterable[Hashable] = (), variant: Variant = "removed"
) -> pd.DataFrame:
    """Share of the pairs of actors that have no path between them.

    F = 1 - sum s(s-1) / [n(n-1)] over components of size s. Direction and strength of ties are
    ignored; an isolate is a component of its own. After Borgatti (2006), Comput. Math. Organ.
    Theory 12, 21-34.

    Parameters
    ----------
    without : actors who leave first
    variant : "removed", n counts those who stay; "isolates", those who left count as isolates,
        as where they stay in the matrix without ties

    Returns
    -------
    DataFrame, one row
        fragmentation : float, 0 (connected) to 1 (all isolated); NaN with fewer than two actors

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    NotFoundError
        If somebody who leaves isn't in the network.

    Examples
    --------
    >>> line = Network.from_pairs([("clinic", "outreach"), ("outreach", "shelter")])
    >>> fragmentation(line)
       fragmentation
    0            0.0
    >>> fragmentation(line, without=["clinic"], variant="isolates").round(4)
       fragmentation
    0         0.6667
    """
    left, settings = _left(network, "fragmentation", without, variant)
    found = departures(csr_of(left, directed=False)).fragmentation
    return of_network(settings=settings, fragmentation=found)


def distance_weighted_fragmentation(
    network: Given, *, without: Iterable[Hashable] = (), variant: Variant = "removed"
) -> pd.DataFrame:
    """One less the mean of 1/distance over all pairs of actors; no path adds 0.

    Direction and strength of ties are ignored. After Borgatti (2006), Comput. Math. Organ.
    Theory 12, 21-34.

    Parameters
    ----------
    without, variant : as for :func:`fragmentation`

    Returns
    -------
    DataFrame, one row
        distance_weighted_fragmentation : float, 0 (everybody tied to everybody) to 1 (no ties);
        NaN with fewer than two actors

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    NotFoundError
        If somebody who leaves isn't in the network.

    Examples
    --------
    >>> line = Network.from_pairs([("clinic", "outreach"), ("outreach", "shelter")])
    >>> distance_weighted_fragmentation(line).round(4)
       distance_weighted_fragmentation
    0                           0.1667
    """
    left, settings = _left(network, "distance_weighted_fragmentation", without, variant)
    found = df_of(csr_of(left, directed=False))
    return of_network(settings=settings, distance_weighted_fragmentation=found)


def fragmentation_without(network: Given) -> pd.DataFrame:
    """Fragmentation among the others when an actor leaves, and by how much it rises.

    For each actor alone. Direction and strength of ties are ignored. The rise is against the
    network with everybody there; it is below 0 where the others are better connected among
    themselves, as when an isolate leaves. After Borgatti (2006), Comput. Math. Organ. Theory 12,
    21-34. Time: F one search for all; DF a repair of the searches for each.

    Returns
    -------
    DataFrame, one row per actor
        fragmentation_without : float, F, 0 to 1, n counted after removal; NaN if fewer than two
            stay
        fragmentation_as_isolate : float, F in the other reading: the leaver counts as an isolate
        fragmentation_rise : float, -1 to 1, F without less F with everybody
        distance_weighted_without : float, DF, 0 to 1, among those who stay
        distance_weighted_rise : float, -1 to 1, DF without less DF with everybody

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.

    Examples
    --------
    >>> line = Network.from_pairs([("a", "b"), ("b", "c")])
    >>> found = fragmentation_without(line).set_index("actor_id")
    >>> found.loc["b"].round(3).tolist()
    [1.0, 1.0, 1.0, 1.0, 0.833]
    """
    given = read(network, "fragmentation_without")
    csr = csr_of(given, directed=False)
    found, by_distance = departures(csr), df_without(csr)
    return by_actor(
        given,
        fragmentation_without=found.fragmentation_without,
        fragmentation_as_isolate=found.fragmentation_with_isolate,
        fragmentation_rise=found.fragmentation_without - found.fragmentation,
        distance_weighted_without=by_distance,
        distance_weighted_rise=by_distance - df_of(csr),
    )


def _left(
    network: Given, measure: str, without: Iterable[Hashable], variant: Variant
) -> tuple[Network, dict[str, object]]:
    """The network without some; as isolates, the others' ties and everybody."""
    given = read(network, measure)
    check_option(measure, "variant", variant, get_args(Variant))
    gone = [given.actor_ids[v] for v in numbers_of(given, without, measure)]
    settings: dict[str, object] = {"without": tuple(gone), "variant": variant}
    if variant == "removed":
        return given.without(gone), settings
    leave = set(gone)
    ties = [tie for tie in given.keyed_ties if tie[0] not in leave and tie[1] not in leave]
    return Network(given.named_actors, ties, is_directed=given.is_directed), settings
