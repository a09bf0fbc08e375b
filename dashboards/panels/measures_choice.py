"""Which measures the screen offers, and up to which size of a network."""

from collabnet.model import Network
from collabnet.model.errors import CollabnetError
from collabnet.sharing import is_releasable

from ..components.choice import Group, Option

MOST_ACTORS, MOST_TIES = 1_000, 10_000
"""Larger networks are measured on the command line: the slowest measures take some seconds here."""
LEVELS = Group(
    label="",
    options=[Option(value="people", label="people"), Option(value="agencies", label="agencies")],
)


def measure_groups() -> list[Group]:
    """List the measures that give a value for each actor: the usual ones, then by family."""
    from collabnet.metrics.catalogue import FAMILIES, USUAL

    usual = USUAL["actors"]
    found = [("The usual ones", list(usual))]
    for family, entries in FAMILIES.items():
        names = [one.name for one in entries if is_releasable(one) and one.name not in usual]
        found.append((family, names))
    return [
        Group(label=label, options=[Option(value=name, label=title_of(name)) for name in names])
        for label, names in found
        if names
    ]


def title_of(measure: str) -> str:
    """Write the name of a measure as a title.

    Examples
    --------
    >>> title_of("hubs_and_authorities")
    'Hubs and authorities'
    """
    return measure.replace("_", " ").capitalize()


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
