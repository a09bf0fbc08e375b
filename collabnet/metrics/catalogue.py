"""The measures by name, so that several can be asked for at once."""

from collections.abc import Callable, Sequence

import pandas as pd

from collabnet.metrics.arrays import Given
from collabnet.metrics.centrality import betweenness, degree, harmonic, strength
from collabnet.metrics.cohesion import cutpoints
from collabnet.model.errors import unknown_name
from collabnet.model.network import as_network

MEASURES: dict[str, Callable[[Given], pd.DataFrame]] = {
    "degree": degree,
    "strength": strength,
    "betweenness": betweenness,
    "harmonic": harmonic,
    "cutpoints": cutpoints,
}
"""Measures with one value or more for each actor, by the name they are asked for."""


def measure(network: Given, measures: Sequence[str] | None = None) -> pd.DataFrame:
    """Compute several measures; all of them if none is named.

    Returns
    -------
    DataFrame, one row per actor in the network's order: actor_id, then each measure's columns

    Raises
    ------
    NotFoundError
        If a measure doesn't exist.
    EmptyNetworkError
        If the network has no actors.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> line = Network.from_pairs([("clinic", "outreach"), ("outreach", "shelter")])
    >>> measure(line, ["degree", "harmonic"])
       actor_id  degree  harmonic
    0    clinic       1      0.75
    1  outreach       2      1.00
    2   shelter       1      0.75
    """
    names = list(MEASURES) if measures is None else list(dict.fromkeys(measures))
    for name in names:
        if name not in MEASURES:
            remedy = f"Measures are {', '.join(MEASURES)}."
            raise unknown_name("measure", name, MEASURES, remedy)
    given = as_network(network)
    tables = [MEASURES[name](given).set_index("actor_id") for name in names]
    return pd.concat(tables, axis=1).reset_index()
