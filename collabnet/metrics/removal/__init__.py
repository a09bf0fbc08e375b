"""What the network loses when actors leave: fragmentation, key players, robustness."""

from collabnet.metrics.removal.curves import robustness, robustness_r
from collabnet.metrics.removal.fragments import (
    distance_weighted_fragmentation,
    fragmentation,
    fragmentation_without,
)
from collabnet.metrics.removal.pairs import pairs_broken, pairs_cut
from collabnet.metrics.removal.sets import key_players

__all__ = [
    "distance_weighted_fragmentation",
    "fragmentation",
    "fragmentation_without",
    "key_players",
    "pairs_broken",
    "pairs_cut",
    "robustness",
    "robustness_r",
]
