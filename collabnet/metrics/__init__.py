"""Measures on networks: each takes a Network or a networkx graph and gives a table."""

from collabnet.metrics.centrality import betweenness, degree, harmonic, strength
from collabnet.metrics.cohesion import (
    bridges,
    core_numbers,
    cutpoints,
    distance_weighted_fragmentation,
    fragmentation,
    fragmentation_without,
    pairs_cut,
)

__all__ = [
    "betweenness",
    "bridges",
    "core_numbers",
    "cutpoints",
    "degree",
    "distance_weighted_fragmentation",
    "fragmentation",
    "fragmentation_without",
    "harmonic",
    "pairs_cut",
    "strength",
]
