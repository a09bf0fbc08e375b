"""What the tests of the engine share: the fixture G1, random networks, slow true answers."""

from collections.abc import Collection, Iterable
from itertools import combinations
from random import Random

import networkx as nx

Pair = tuple[int, int]
Sets = tuple[tuple[int, ...], ...]

# Fixture G1: court officers, intake worker, advocate, detectives, hospital social worker.
O1, O2, O3, I1, A1, D1, D2, S1 = range(8)
COURT, RESIDENTIAL, ADVOCACY, POLICE, HOSPITAL = (O1, O2, O3), (I1,), (A1,), (D1, D2), (S1,)
G1_AGENCIES = (COURT, RESIDENTIAL, ADVOCACY, POLICE, HOSPITAL)
G1_ARCS = [(O1, I1), (O2, I1), (O3, I1), (D1, A1), (D2, A1), (A1, I1), (S1, A1), (D1, O1)]
G1_COUNTS = [6, 4, 2, 5, 1, 3, 2, 2]
G1_GROUP = [0, 0, 0, 1, 2, 3, 3, 4]


def random_pairs(random: Random, n: int, most: int) -> list[Pair]:
    """Draw up to ``most`` pairs of actors, repeats and entries to oneself among them."""
    return [(random.randrange(n), random.randrange(n)) for _ in range(random.randrange(most + 1))]


def random_members(random: Random, n: int, most: int) -> list[int]:
    return [random.randrange(n) for _ in range(random.randint(1, most))]


def random_fixed(random: Random, n: int) -> set[int]:
    share = random.choice([0, 0, 0.1, 0.3, 0.5])
    return {v for v in range(n) if random.random() < share}


def columns(pairs: Iterable[Pair]) -> tuple[list[int], list[int]]:
    rows = list(pairs)
    return [u for u, _ in rows], [v for _, v in rows]


def to_networkx(n: int, pairs: Iterable[Pair], *, directed: bool = False) -> nx.Graph:
    graph = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(range(n))
    graph.add_edges_from((u, v) for u, v in pairs if u != v)
    return graph


def contact_pairs(graph: nx.Graph) -> set[Pair]:
    return {
        pair for part in nx.connected_components(graph) for pair in combinations(sorted(part), 2)
    }


def is_way(
    arcs: Collection[Pair], sources: Iterable[int], sinks: Iterable[int], gone: Collection[int]
) -> bool:
    """Follow the arcs among those who stay."""
    reached = {v for v in sources if v not in gone}
    todo = list(reached)
    while todo:
        here = todo.pop()
        for u, v in arcs:
            if u == here and v not in gone and v not in reached:
                reached.add(v)
                todo.append(v)
    return not reached.isdisjoint(sinks)


def all_minimum_cuts(
    n: int,
    arcs: Collection[Pair],
    sources: Collection[int],
    sinks: Collection[int],
    fixed: Collection[int],
) -> tuple[int | None, Sets]:
    """Try all sets of removable vertices, small ones first."""
    removable = [v for v in range(n) if v not in fixed]
    for size in range(len(removable) + 1):
        tried = combinations(removable, size)
        if found := tuple(cut for cut in tried if not is_way(arcs, sources, sinks, cut)):
            return size, found
    return None, ()


def all_minimum_covers(rows: Collection[Pair], fixed: Collection[int]) -> tuple[int | None, Sets]:
    """Try all sets of removable vertices, small ones first."""
    removable = sorted({v for row in rows for v in row} - set(fixed))
    for size in range(len(removable) + 1):
        tried = combinations(removable, size)
        found = tuple(c for c in tried if all(u in c or v in c for u, v in rows))
        if found:
            return size, found
    return None, ()
