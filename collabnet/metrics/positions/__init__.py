"""Groups that the ties themselves show: communities, cores, equivalent positions, projections."""

from collabnet.metrics.positions.core import core_periphery, core_periphery_fit
from collabnet.metrics.positions.detection import communities, community_agreement
from collabnet.metrics.positions.equivalence import equivalent_positions, structural_equivalence
from collabnet.metrics.positions.partition import modularity
from collabnet.metrics.positions.projection import build_projection, two_mode_projection

__all__ = [
    "build_projection",
    "communities",
    "community_agreement",
    "core_periphery",
    "core_periphery_fit",
    "equivalent_positions",
    "modularity",
    "structural_equivalence",
    "two_mode_projection",
]
