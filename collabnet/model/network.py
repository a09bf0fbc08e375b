"""A network as a value: actors, ties, and what was done to build it."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from collabnet.model.errors import CollabnetError

if TYPE_CHECKING:  # a fifth of a second for whoever asks for no graph
    import networkx as nx

Attributes = Mapping[str, Any]
Tie = tuple[Hashable, Hashable, Hashable, Attributes]
"""From, to, the key that tells parallel ties apart, attributes."""


class Network:
    """Actors and the ties between them; nothing in it changes.

    Every measure takes a Network or a networkx graph. Actors without ties are kept. Self-ties
    and parallel ties are kept too; measures leave self-ties out and count them in
    ``notices``, and add up the strengths of parallel ties.

    Attributes
    ----------
    actor_ids : tuple, in a fixed order; every table of a measure follows it
    is_directed : bool
    notices : tuple of str, what a reader of a measure should know
    """

    def __init__(
        self,
        actors: Iterable[tuple[Hashable, Attributes]],
        ties: Iterable[Tie],
        *,
        is_directed: bool,
        is_multigraph: bool = True,
        attributes: Attributes | None = None,
        notices: Sequence[str] = (),
    ) -> None:
        listed = [(actor, dict(values)) for actor, values in actors]
        self.actor_ids = tuple(actor for actor, _ in listed)
        self._actor_attributes = tuple(values for _, values in listed)
        self._position = {actor: i for i, actor in enumerate(self.actor_ids)}
        if len(self._position) < len(listed):
            raise CollabnetError(
                "Each actor of a network stands once; an id is repeated. Remove the second."
            )
        self._ties: tuple[Tie, ...] = tuple((u, v, key, dict(a)) for u, v, key, a in ties)
        for u, v, _, _ in self._ties:
            if u not in self._position or v not in self._position:
                raise CollabnetError(
                    f"A tie joins two actors of the network; {u!r} to {v!r} has an end that is "
                    "not one. Add the actor, or leave the tie out."
                )
        self.is_directed = is_directed
        self.is_multigraph = is_multigraph
        self._attributes = dict(attributes or {})
        loops = sum(u == v for u, v, _, _ in self._ties)
        said = f"{loops} self-{'tie is' if loops == 1 else 'ties are'} kept out of measures."
        self.notices = (*notices, said) if loops else tuple(notices)

    @classmethod
    def from_pairs(cls, pairs: Iterable[Sequence[Any]], *, is_directed: bool = False) -> "Network":
        """Build a network from pairs (or triples with a strength) of actor ids.

        Examples
        --------
        >>> Network.from_pairs([("clinic", "outreach"), ("outreach", "shelter")]).actor_ids
        ('clinic', 'outreach', 'shelter')
        """
        rows = [(pair[0], pair[1], pair[2] if len(pair) > 2 else 1) for pair in pairs]
        ends = {end for u, v, _ in rows for end in (u, v)}
        ids = sorted(ends, key=lambda one: (str(one), type(one).__name__))
        ties = [(u, v, i, {"strength": w}) for i, (u, v, w) in enumerate(rows)]
        return cls([(actor, {}) for actor in ids], ties, is_directed=is_directed)

    @classmethod
    def from_networkx(cls, graph: "nx.Graph[Any]") -> "Network":
        """Take over a networkx graph without loss; ``to_networkx`` gives an equal one back."""
        if graph.is_multigraph():
            ties: list[Tie] = list(graph.edges(keys=True, data=True))
        else:
            ties = [(u, v, 0, values) for u, v, values in graph.edges(data=True)]
        return cls(
            graph.nodes(data=True),
            ties,
            is_directed=graph.is_directed(),
            is_multigraph=graph.is_multigraph(),
            attributes=graph.graph,
        )

    def to_networkx(self) -> "nx.Graph[Any]":
        """Give a networkx graph of the same kind, with every actor, tie and attribute.

        Examples
        --------
        >>> import networkx as nx
        >>> graph = nx.Graph([("court", "program")])
        >>> nx.utils.graphs_equal(Network.from_networkx(graph).to_networkx(), graph)
        True
        """
        import networkx as nx

        plain = nx.DiGraph if self.is_directed else nx.Graph
        multi = nx.MultiDiGraph if self.is_directed else nx.MultiGraph
        graph: nx.Graph[Any] = multi() if self.is_multigraph else plain()
        graph.graph.update(self._attributes)
        pairs = zip(self.actor_ids, self._actor_attributes, strict=True)
        graph.add_nodes_from((actor, dict(values)) for actor, values in pairs)
        if self.is_multigraph:
            graph.add_edges_from((u, v, key, dict(a)) for u, v, key, a in self._ties)
        else:
            graph.add_edges_from((u, v, dict(a)) for u, v, _, a in self._ties)
        return graph

    @cached_property
    def _actors(self) -> pd.DataFrame:
        ids = pd.DataFrame({"actor_id": pd.Series(list(self.actor_ids), dtype="object")})
        rows = [_others(values, "actor_id") for values in self._actor_attributes]
        return ids.join(pd.DataFrame(rows, index=ids.index))

    @property
    def keyed_ties(self) -> tuple[Tie, ...]:
        """The ties as they were given: from, to, key, attributes. Change none of them."""
        return self._ties

    @property
    def named_actors(self) -> tuple[tuple[Hashable, Attributes], ...]:
        """The actors as they were given: id, attributes. Change none of them."""
        return tuple(zip(self.actor_ids, self._actor_attributes, strict=True))

    @property
    def attributes(self) -> Attributes:
        """What is said of the network as a whole."""
        return dict(self._attributes)

    @property
    def actors(self) -> pd.DataFrame:
        """One row per actor: ``actor_id`` and its attributes."""
        return self._actors.copy()

    @cached_property
    def _tie_table(self) -> pd.DataFrame:
        rows = [
            {"from_id": u, "to_id": v, **_others(a, "from_id", "to_id")}
            for u, v, _, a in self._ties
        ]
        return pd.DataFrame(rows, columns=None if rows else ["from_id", "to_id", "strength"])

    @property
    def ties(self) -> pd.DataFrame:
        """One row per tie: ``from_id``, ``to_id`` and its attributes."""
        return self._tie_table.copy()

    @cached_property
    def arcs(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Ends of the ties as positions in ``actor_ids``, and their strengths; no self-ties.

        The strength is the attribute ``strength``, else ``weight``, else 1; NaN where it is no
        number.
        """
        kept = [
            (self._position[u], self._position[v], _number(a.get("strength", a.get("weight", 1))))
            for u, v, _, a in self._ties
            if u != v
        ]
        rows, columns, strength = zip(*kept, strict=True) if kept else ((), (), ())
        made = (
            np.array(rows, dtype=np.int64),
            np.array(columns, dtype=np.int64),
            np.array(strength, dtype=np.float64),
        )
        for array in made:
            array.flags.writeable = False
        return made

    def without(self, actors: Iterable[Hashable]) -> "Network":
        """Give the network without some actors and their ties."""
        gone = set(actors)
        pairs = zip(self.actor_ids, self._actor_attributes, strict=True)
        return Network(
            [(actor, values) for actor, values in pairs if actor not in gone],
            [tie for tie in self._ties if tie[0] not in gone and tie[1] not in gone],
            is_directed=self.is_directed,
            is_multigraph=self.is_multigraph,
            attributes=self._attributes,
        )

    def __repr__(self) -> str:
        kind = "directed" if self.is_directed else "undirected"
        return f"Network({len(self.actor_ids)} actors, {len(self._ties)} ties, {kind})"


def _others(values: Attributes, *names: str) -> dict[str, Any]:
    """The attributes that don't share a name with a column of their own."""
    return {name: value for name, value in values.items() if name not in names}


def _number(value: object) -> float:
    try:
        return float(value)  # type: ignore[arg-type] # whatever is no number is caught
    except (TypeError, ValueError):
        return float("nan")


def as_network(given: "Network | nx.Graph[Any]") -> Network:
    """Give the network of whatever a measure was handed.

    Raises
    ------
    CollabnetError
        If it is neither a Network nor a networkx graph.
    """
    if isinstance(given, Network):
        return given
    import networkx as nx

    if not isinstance(given, nx.Graph):
        raise CollabnetError(
            f"A measure needs a Network or a networkx graph; got {type(given).__name__}. From a "
            "coalition, coalition.network() builds one."
        )
    return Network.from_networkx(given)
