"""Pairs and triples: reciprocity, censuses, transitivity, clustering."""

from collabnet.metrics.census.closure import average_clustering, global_clustering, triangles
from collabnet.metrics.census.dyads import actor_reciprocity, dyad_census, reciprocity
from collabnet.metrics.census.triads import transitivity, triad_census

__all__ = [
    "actor_reciprocity",
    "average_clustering",
    "dyad_census",
    "global_clustering",
    "reciprocity",
    "transitivity",
    "triad_census",
    "triangles",
]
