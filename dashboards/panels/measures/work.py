"""Work a measure out: at once, or in the background where the network is larger."""

from collabnet.model import Network
from collabnet.model.errors import CollabnetError
from collabnet.sharing import ReleasedMeasure, release_measure

from ...desk import Desk
from .asked import Asked, options

MOST_ACTORS, MOST_TIES = 1_000, 50_000
"""Larger networks are measured on the command line: a table of all would be too long here."""
QUICK_ACTORS, QUICK_TIES = 200, 1_000
"""Up to so many, every measure is there at once; above, it is worked out in the background."""


def network_of(desk: Desk, wanted: Asked) -> Network:
    """Build what is measured.

    Raises
    ------
    CollabnetError
        If the data have no such ties, or there are too many for the screen.
    """
    if wanted.relation:
        coalition = desk.assessed(wanted.key, wanted.stamp).coalition
        network = coalition.network(wanted.level, [wanted.relation])
    else:
        network = desk.network(wanted.key, wanted.stamp, wanted.level)
    check_size(network, wanted.level, wanted.measure)
    return network


def measured(desk: Desk, wanted: Asked) -> ReleasedMeasure:
    """Work a measure out."""
    from collabnet.metrics.catalogue import entry_named

    return release_measure(
        desk.assessed(wanted.key, wanted.stamp).coalition,
        wanted.measure,
        wanted.level,
        relations=[wanted.relation] if wanted.relation else None,
        options=options(entry_named(wanted.measure), wanted),
        network=network_of(desk, wanted),
    )


def command(level: str, measure: str) -> str:
    """Write the command that makes the same table.

    Examples
    --------
    >>> command("agencies", "degree")
    'collabnet measure PATH --level agencies --measures degree'
    """
    return f"collabnet measure PATH --level {level} --measures {measure}"


def check_size(network: Network, level: str, measure: str) -> None:
    """Refuse a network that is too large for the screen.

    Raises
    ------
    CollabnetError
        Saying the command that measures it.
    """
    n, m = len(network.actor_ids), len(network.keyed_ties)
    if n > MOST_ACTORS or m > MOST_TIES:
        raise CollabnetError(
            f"The screen measures up to {MOST_ACTORS:,} actors and {MOST_TIES:,} ties; here are "
            f"{n:,} and {m:,}. In a terminal: {command(level, measure)}"
        )


def is_quick(network: Network) -> bool:
    """Whether any measure of a network is there at once."""
    return len(network.actor_ids) <= QUICK_ACTORS and len(network.keyed_ties) <= QUICK_TIES
