"""To igraph and back, for those who have it: ``pip install collabnet[igraph]``."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from collabnet.data.networks.outgoing import renamed
from collabnet.model.errors import CollabnetError
from collabnet.model.network import Network, as_network

if TYPE_CHECKING:
    import igraph
    import networkx as nx

MARK = "collabnet"
"""The attribute of an igraph graph that says what igraph has no place for."""


def to_igraph(network: "Network | nx.Graph[Any]") -> "igraph.Graph":
    """Give an igraph graph with every actor, tie and attribute.

    As igraph has it, the id of an actor is the vertex attribute ``name``; its own name is
    ``label``. The strength of ties is ``weight``. :func:`from_igraph` gives the very network back.

    Raises
    ------
    CollabnetError
        If igraph is not installed.

    Examples
    --------
    >>> graph = to_igraph(Network.from_pairs([("court", "clinic", 3)]))
    >>> graph.vs["name"], graph.es["weight"]
    (['clinic', 'court'], [3])
    """
    made = _igraph()
    given = as_network(network)
    place = {actor: number for number, actor in enumerate(given.actor_ids)}
    actors = [_to_vertex(values) for _, values in given.named_actors]
    ties = [renamed(values, "weight") for _, _, _, values in given.keyed_ties]
    graph = made.Graph(
        n=len(place),
        edges=[(place[u], place[v]) for u, v, _, _ in given.keyed_ties],
        directed=given.is_directed,
    )
    graph.vs["name"] = list(given.actor_ids)
    for name in _names(actors):
        graph.vs[name] = [values.get(name) for values in actors]
    for name in _names(ties):
        graph.es[name] = [values.get(name) for values in ties]
    for name, value in given.attributes.items():
        graph[name] = value
    graph[MARK] = {
        "is_multigraph": given.is_multigraph,
        "starts": [place[u] for u, _, _, _ in given.keyed_ties],
        "keys": [key for _, _, key, _ in given.keyed_ties],
        "labels": [_labels(values) for _, values in given.named_actors],
        "weights": ["strength" in values for _, _, _, values in given.keyed_ties],
        "nothing": {
            "vs": [_empty(values) for values in actors],
            "es": [_empty(values) for values in ties],
        },
        "notices": given.notices,
    }
    return graph


def from_igraph(graph: "igraph.Graph") -> Network:
    """Take over an igraph graph: actors by the vertex attribute ``name``, else by number.

    Without such names, or where two are the same, actors are called by their numbers.

    Raises
    ------
    CollabnetError
        If igraph is not installed, or what was given is not one of its graphs.

    Examples
    --------
    >>> pairs = Network.from_pairs([("court", "clinic", 3)])
    >>> from_igraph(to_igraph(pairs)).ties.equals(pairs.ties)
    True
    """
    made = _igraph()
    if not isinstance(graph, made.Graph):
        raise CollabnetError(
            f"from_igraph needs an igraph graph; got {type(graph).__name__}. For a networkx "
            "graph, write Network.from_networkx(graph)."
        )
    attributes = {name: graph[name] for name in graph.attributes()}
    told = attributes.pop(MARK, None)
    mark: Mapping[str, Any] = told if isinstance(told, dict) else {}
    if len(mark.get("keys", ())) != graph.ecount() or len(mark.get("labels", ())) != graph.vcount():
        mark = {}  # the graph was changed since; what was said of each of its parts no longer fits
    ids, actors = _actors(graph, mark)
    ties = []
    for edge in graph.es:
        values = _values(edge.attributes(), mark, "es", edge.index)
        is_ours = mark["weights"][edge.index] if mark else True
        if is_ours and "strength" not in values:
            values = {_ours(name): value for name, value in values.items()}
        key = mark["keys"][edge.index] if mark else edge.index
        start, end = edge.tuple
        if mark and mark["starts"][edge.index] != start:
            start, end = end, start  # igraph turns ties without direction as it likes
        ties.append((ids[start], ids[end], key, values))
    return Network(
        zip(ids, actors, strict=True),
        ties,
        is_directed=graph.is_directed(),
        is_multigraph=mark.get("is_multigraph", graph.has_multiple()),
        attributes=attributes,
    )


def _igraph() -> Any:  # noqa: ANN401 - a module that has no types of its own
    try:
        import igraph
    except ImportError as error:
        raise CollabnetError(
            "This needs igraph, which is not installed. Install it with: "
            "pip install 'collabnet[igraph]'."
        ) from error
    return igraph


def _ours(name: str) -> str:
    return "strength" if name == "weight" else name


def _to_vertex(values: Mapping[str, Any]) -> dict[str, Any]:
    """The attributes of an actor as igraph calls them, where ``name`` is the id."""
    if "name" not in values:
        return dict(values)
    label = "label" if "label" not in values else "name_of_actor"
    return {label if name == "name" else name: value for name, value in values.items()}


def _labels(values: Mapping[str, Any]) -> str:
    """Which attribute holds the name of an actor; empty if it has none."""
    if "name" not in values:
        return ""
    return "label" if "label" not in values else "name_of_actor"


def _names(rows: list[dict[str, Any]]) -> list[str]:
    return list(dict.fromkeys(name for values in rows for name in values))


def _empty(values: Mapping[str, Any]) -> list[str]:
    """Attributes that are there and hold nothing; in igraph this means that they are not there."""
    return [name for name, value in values.items() if value is None]


def _values(given: dict[str, Any], mark: Mapping[str, Any], part: str, at: int) -> dict[str, Any]:
    kept = mark["nothing"][part][at] if mark else ()
    return {name: value for name, value in given.items() if value is not None or name in kept}


def _actors(
    graph: "igraph.Graph", mark: Mapping[str, Any]
) -> tuple[list[Any], list[dict[str, Any]]]:
    names = graph.vs["name"] if "name" in graph.vs.attributes() else []
    has_names = len(set(map(str, names))) == graph.vcount() and None not in names
    ids = list(names) if has_names else list(range(graph.vcount()))
    rows = []
    for vertex in graph.vs:
        given = vertex.attributes()
        if has_names:
            given.pop("name", None)
        values = _values(given, mark, "vs", vertex.index)
        label = mark["labels"][vertex.index] if mark else ""
        rows.append({"name" if name == label else name: value for name, value in values.items()})
    return ids, rows
