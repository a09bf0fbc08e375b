"""The fixture G1 as a network: who referred to whom, how often, and whose people they are."""

from collabnet.model import Network

COUNTS = {
    ("O1", "I1"): 6,
    ("O2", "I1"): 4,
    ("O3", "I1"): 2,
    ("D1", "A1"): 5,
    ("D2", "A1"): 1,
    ("A1", "I1"): 3,
    ("S1", "A1"): 2,
    ("D1", "O1"): 2,
}
AGENCY = {
    "O1": "court",
    "O2": "court",
    "O3": "court",
    "I1": "residential",
    "A1": "advocacy",
    "D1": "police",
    "D2": "police",
    "S1": "hospital",
}
TRIPLES = [(u, v, n) for (u, v), n in COUNTS.items()]
UNDIRECTED = Network.from_pairs(TRIPLES)
DIRECTED = Network.from_pairs(TRIPLES, is_directed=True)


def values(table, column):
    """Give one column by actor."""
    return dict(zip(table["actor_id"], table[column], strict=True))


def nonzero(table, column):
    return {actor: value for actor, value in values(table, column).items() if value}
