"""How central each actor is: ties, paths, and being tied to the central."""

from collabnet.metrics.centrality.activity import degree, strength
from collabnet.metrics.centrality.between import betweenness, tie_betweenness
from collabnet.metrics.centrality.distance import closeness, harmonic, reach_in_steps
from collabnet.metrics.centrality.leading import eigenvector, hubs_and_authorities
from collabnet.metrics.centrality.lengths import diameter, global_efficiency, mean_distance
from collabnet.metrics.centrality.spread import centralization
from collabnet.metrics.centrality.walks import bonacich_power, katz, pagerank

__all__ = [
    "betweenness",
    "bonacich_power",
    "centralization",
    "closeness",
    "degree",
    "diameter",
    "eigenvector",
    "global_efficiency",
    "harmonic",
    "hubs_and_authorities",
    "katz",
    "mean_distance",
    "pagerank",
    "reach_in_steps",
    "strength",
    "tie_betweenness",
]
