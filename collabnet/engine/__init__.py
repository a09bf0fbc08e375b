"""Graph algorithms: arrays in, arrays out; actors are numbered 0 to n - 1."""

from collabnet.engine.components import component_labels, drop, fragmentation, pairs_in_contact
from collabnet.engine.covers import direct_cuts
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
from collabnet.engine.cuts import CAP, Cuts, VertexCutGraph, Ways, minimum_cuts
from collabnet.engine.dominators import DominatorTree, unavoidable
from collabnet.engine.paths import (
    distance_weighted_fragmentation,
    distance_weighted_fragmentation_without,
    distances,
    reciprocal_distance_sums,
)
from collabnet.engine.reach import marks_reached, reach_bits
from collabnet.engine.shortest_paths import betweenness, entry_costs, integer_costs
from collabnet.engine.structure import Departures, departures

__all__ = [
    "CAP",
    "Bools",
    "Csr",
    "Cuts",
    "Departures",
    "DominatorTree",
    "Floats",
    "Ints",
    "IntsLike",
    "VertexCutGraph",
    "Ways",
    "betweenness",
    "build_csr",
    "component_labels",
    "departures",
    "direct_cuts",
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
    "to_undirected",
    "unavoidable",
]
