"""Graph algorithms: arrays in, arrays out; actors are numbered 0 to n - 1."""

from collabnet.engine.csr import (
    Bools,
    Csr,
    Floats,
    Ints,
    IntsLike,
    build_csr,
    entry_rows,
    neighbour_lists,
    to_undirected,
)
from collabnet.engine.cuts.covers import direct_cuts
from collabnet.engine.cuts.minimum import CAP, Cuts, VertexCutGraph, Ways, minimum_cuts
from collabnet.engine.parts.components import (
    component_labels,
    drop,
    fragmentation,
    pairs_in_contact,
)
from collabnet.engine.parts.dominators import DominatorTree, unavoidable
from collabnet.engine.parts.reach import marks_reached, reach_bits
from collabnet.engine.parts.structure import Departures, departures
from collabnet.engine.paths.costs import entry_costs, integer_costs
from collabnet.engine.paths.distances_counted import (
    DistanceSums,
    distance_counts,
    distance_sums,
    distance_totals,
)
from collabnet.engine.paths.shortest import (
    CostSums,
    betweenness,
    cost_sums,
    tie_betweenness,
)
from collabnet.engine.paths.spread import (
    distance_weighted_fragmentation,
    distance_weighted_fragmentation_without,
    distances,
    reciprocal_distance_sums,
)

__all__ = [
    "CAP",
    "Bools",
    "CostSums",
    "Csr",
    "Cuts",
    "Departures",
    "DistanceSums",
    "DominatorTree",
    "Floats",
    "Ints",
    "IntsLike",
    "VertexCutGraph",
    "Ways",
    "betweenness",
    "build_csr",
    "component_labels",
    "cost_sums",
    "departures",
    "direct_cuts",
    "distance_counts",
    "distance_sums",
    "distance_totals",
    "distance_weighted_fragmentation",
    "distance_weighted_fragmentation_without",
    "distances",
    "drop",
    "entry_costs",
    "entry_rows",
    "fragmentation",
    "integer_costs",
    "marks_reached",
    "minimum_cuts",
    "neighbour_lists",
    "pairs_in_contact",
    "reach_bits",
    "reciprocal_distance_sums",
    "tie_betweenness",
    "to_undirected",
    "unavoidable",
]
