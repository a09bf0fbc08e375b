"""What every measure is tried on, and how two of its tables are compared."""

import inspect
import math
import re
from collections.abc import Hashable

import networkx as nx
import numpy as np
import pytest

from collabnet.metrics.catalogue import MEASURES
from collabnet.metrics.facts import options_of
from metrics.networks import simple, two_groups

NAMES = tuple(MEASURES)
EACH = pytest.mark.parametrize("name", NAMES)
BOTH = pytest.mark.parametrize("directed", [False, True], ids=["undirected", "directed"])
FEW_DRAWS = 20
"""Random draws where a test asks for a measure as it is; it says so in its settings."""


def options(entry, graph, **more):
    """Give what a measure needs, from the actors it is asked about, and few random draws."""
    actors = list(graph)
    given = {
        "groups": two_groups(graph),
        "from_actor": actors[0],
        "to_actor": actors[-1],
        "mode": {actor: i % 2 for i, actor in enumerate(actors)},
        "actors": actors[:1],
    }
    found = {name: given[name] for name in entry.needs}
    if "draws" in options_of(entry):
        found["draws"] = FEW_DRAWS
    return {**found, **more}


def table(name, graph, **more):
    """Compute a measure with what it needs."""
    entry = MEASURES[name]
    return entry.function(graph, **options(entry, graph, **more))


def example(name, *, directed=False):
    """Two components and an isolate, with a ring, a triangle and strengths that differ.

    Two-mode for measures that need a mode: every tie joins an even and an odd place.
    """
    pairs = [(0, 1, 3), (1, 2, 1), (2, 3, 2), (3, 0, 5), (3, 4, 1), (4, 5, 2), (7, 8, 4)]
    if "mode" not in MEASURES[name].needs:
        pairs += [(4, 6, 1), (5, 6, 2), (0, 2, 2)]
    graph = nx.DiGraph() if directed else nx.Graph()
    # An order that no sorting gives, with the isolate (9) inside.
    graph.add_nodes_from(f"a{i}" for i in (4, 1, 8, 9, 6, 3, 0, 7, 2, 5))
    graph.add_weighted_edges_from(((f"a{u}", f"a{v}", w) for u, v, w in pairs), weight="strength")
    if directed:
        graph.add_edge("a1", "a0", strength=2)
        graph.add_edge("a6" if "mode" not in MEASURES[name].needs else "a3", "a4", strength=1)
    return graph


def by_place(name, graph):
    """Groups and modes by where an actor stands in the example, for graphs in another order."""
    entry = MEASURES[name]
    place = {actor: int(str(actor)[1:]) for actor in graph}
    given = {
        "groups": {actor: "AB"[at % 2] for actor, at in place.items()},
        "mode": {actor: at % 2 for actor, at in place.items()},
        "from_actor": "a0",
        "to_actor": "a4",
        "actors": ["a3"],
    }
    return {one: given[one] for one in entry.needs}


def relabelled(cell, names):
    """Give a cell of a table with the actors' new names, also inside tuples and lists."""
    if isinstance(cell, Hashable) and cell in names:
        return names[cell]
    if isinstance(cell, list | tuple):
        return type(cell)(relabelled(one, names) for one in cell)
    if isinstance(cell, frozenset | set):
        return type(cell)(relabelled(one, names) for one in cell)
    return cell


def assert_same(found, expected, *, within=1e-12):
    """Two tables hold the same; numbers to ``within``, relative."""
    assert list(found.columns) == list(expected.columns)
    assert len(found) == len(expected)
    for column in expected:
        for one, other in zip(found[column], expected[column], strict=True):
            assert is_same(one, other, within), (column, one, other)


def is_same(one, other, within=1e-12):
    """Two cells hold the same; nobody is nobody, whatever pandas writes for it."""
    if one is None or other is None:
        return is_missing(one) and is_missing(other)
    if isinstance(one, float | np.floating) and isinstance(other, float | np.floating):
        if math.isnan(one) or math.isnan(other):
            return math.isnan(one) and math.isnan(other)
        return math.isclose(one, other, rel_tol=within, abs_tol=within)
    return one == other


def is_missing(cell):
    """Whether a cell is empty."""
    return cell is None or (isinstance(cell, float) and math.isnan(cell))


def joined_up(graph):
    """Give the plain graph that measures see."""
    return simple(graph, directed=graph.is_directed())


def keys_of(entry, found):
    """The columns that say what a row stands for."""
    if entry.of == "actors":
        return ["actor_id"]
    if entry.of in ("ties", "pairs"):
        return ["from_id", "to_id"]
    if entry.of == "groups":
        return ["group"] if "group" in found else ["from_group", "to_group"]
    return []


def fits(shape, column):
    """Whether a name of the entry, with ``*`` for what differs, means a column."""
    return re.fullmatch(re.escape(shape).replace(r"\*", ".+"), column) is not None


def all_tables(name):
    """Tables of a measure that show every column: both directions, yes to all, with groups."""
    entry = MEASURES[name]
    for directed in (False, True):
        graph = example(name, directed=directed)
        yield table(name, graph)
        parameters = inspect.signature(entry.function).parameters
        more = {one.name: not one.default for one in parameters.values() if one.default in (True, False) and one.default is not None and isinstance(one.default, bool)}  # fmt: skip # noqa: E501
        if "groups" in parameters:
            more["groups"] = options(entry, graph).get("groups") or {
                actor: "AB"[i % 2] for i, actor in enumerate(graph)
            }
        if more:
            yield table(name, graph, **more)
