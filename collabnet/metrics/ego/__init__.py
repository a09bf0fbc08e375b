"""What an actor's own contacts look like: structural holes and clustering."""

from collabnet.metrics.ego.holes import burt_efficiency, burt_hierarchy, constraint, effective_size
from collabnet.metrics.ego.surroundings import ego_density, local_clustering

__all__ = [
    "burt_efficiency",
    "burt_hierarchy",
    "constraint",
    "effective_size",
    "ego_density",
    "local_clustering",
]
