"""From a network, or a networkx graph, to the arrays that the engine computes on."""

from typing import TYPE_CHECKING, Any, TypeAlias

import pandas as pd

from collabnet.engine import Csr, build_csr
from collabnet.model.errors import EmptyNetworkError
from collabnet.model.network import Network, as_network

if TYPE_CHECKING:
    import networkx as nx

Given: TypeAlias = "Network | nx.Graph[Any]"
"""What a measure takes."""


def read(given: Given, measure: str) -> Network:
    """Give the network a measure was handed.

    Raises
    ------
    EmptyNetworkError
        If it has no actors.
    """
    network = as_network(given)
    if not network.actor_ids:
        raise EmptyNetworkError(
            f"{measure} needs at least one actor; the network has none. Check what it was built "
            "from."
        )
    return network


def csr_of(network: Network, *, directed: bool) -> Csr:
    """Compressed rows of the ties; self-ties left out, parallel ones joined."""
    rows, columns, _ = network.arcs
    return build_csr(len(network.actor_ids), rows, columns, directed=directed)


def by_actor(network: Network, **columns: object) -> pd.DataFrame:
    """One row per actor, in the network's order, with a column for each measure."""
    ids = pd.Series(list(network.actor_ids), dtype="object")
    return pd.DataFrame({"actor_id": ids.infer_objects(), **columns})
