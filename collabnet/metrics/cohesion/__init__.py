"""What holds the network together: density, components, weak points, cores, connectivity."""

from collabnet.metrics.cohesion.all_tied import clique_overlap, cliques
from collabnet.metrics.cohesion.blocks import biconnected_components, bridges, cutpoints
from collabnet.metrics.cohesion.cores import core_numbers
from collabnet.metrics.cohesion.joined import component_sizes, components
from collabnet.metrics.cohesion.on_every_path import dominators
from collabnet.metrics.cohesion.separated import node_connectivity, tie_connectivity
from collabnet.metrics.cohesion.whole import (
    connectedness,
    density,
    krackhardt_efficiency,
    krackhardt_hierarchy,
)

__all__ = [
    "biconnected_components",
    "bridges",
    "clique_overlap",
    "cliques",
    "component_sizes",
    "components",
    "connectedness",
    "core_numbers",
    "cutpoints",
    "density",
    "dominators",
    "krackhardt_efficiency",
    "krackhardt_hierarchy",
    "node_connectivity",
    "tie_connectivity",
]
