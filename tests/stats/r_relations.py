"""Relations and networks whose tests were computed with R, and small ones checked by hand."""

import networkx as nx
import numpy as np

MARRIAGE = nx.florentine_families_graph()
MARRIAGE.add_node("Pucci")
BUSINESS = nx.Graph(
    [
        ("Barbadori", "Castellani"),
        ("Barbadori", "Ginori"),
        ("Barbadori", "Medici"),
        ("Barbadori", "Peruzzi"),
        ("Bischeri", "Guadagni"),
        ("Bischeri", "Lamberteschi"),
        ("Bischeri", "Peruzzi"),
        ("Castellani", "Lamberteschi"),
        ("Castellani", "Peruzzi"),
        ("Ginori", "Medici"),
        ("Guadagni", "Lamberteschi"),
        ("Lamberteschi", "Peruzzi"),
        ("Medici", "Pazzi"),
        ("Medici", "Salviati"),
        ("Medici", "Tornabuoni"),
    ]
)
"""Padgett and Ansell (1993): business ties between the sixteen Florentine families."""
BUSINESS.add_nodes_from(MARRIAGE)


def graph_of(n, *pairs, directed=False):
    """Give a graph of the actors 0 to n - 1."""
    graph = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(range(n))
    graph.add_edges_from(pairs)
    return graph


def wealth():
    """Each family's net wealth in 1427, thousands of lira, Padgett and Ansell (1993)."""
    return {
        "Acciaiuoli": 10, "Albizzi": 36, "Barbadori": 55, "Bischeri": 44, "Castellani": 20,
        "Ginori": 32, "Guadagni": 8, "Lamberteschi": 42, "Medici": 103, "Pazzi": 48,
        "Peruzzi": 49, "Pucci": 3, "Ridolfi": 27, "Salviati": 10, "Strozzi": 146,
        "Tornabuoni": 48,
    }  # fmt: skip


def array_of(graph, actors, *, strengths=False):
    """Give a graph as an array in an order of its actors."""
    weight = "strength" if strengths else None
    return nx.to_numpy_array(graph, nodelist=actors, weight=weight)


def drawn(n=14, *, directed):
    """Give an outcome and two relations that go with it, weighted."""
    random = np.random.default_rng(7)
    first, second, noise = (random.normal(size=(n, n)) for _ in range(3))
    if not directed:
        first, second, noise = (
            np.triu(one, 1) + np.triu(one, 1).T for one in (first, second, noise)
        )
    y = np.round(0.4 * first - 0.1 * second + noise, 3)
    arrays = [y, np.round(first, 3), np.round(second + 0.3 * first, 3)]
    for one in arrays:
        np.fill_diagonal(one, 0)
    return arrays


def regressions():
    """Give outcome and relations by name, as arrays, and whether they have a direction."""
    families = sorted(MARRIAGE)
    money = np.array([wealth()[one] for one in families], dtype=float)
    florence = [
        array_of(MARRIAGE, families),
        array_of(BUSINESS, families),
        abs(money[:, None] - money[None, :]),
    ]
    return {
        "florence": (florence, False),
        "drawn": (drawn(directed=False), False),
        "drawn directed": (drawn(directed=True), True),
    }


def cug_graphs():
    """Give networks for CUG tests by name."""
    return {
        "karate club": nx.karate_club_graph(),
        "directed": nx.gnp_random_graph(12, 0.3, seed=4, directed=True),
    }
