"""Networks as pairs that are tied or not, and networks made from such pairs."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from collabnet.engine import Bools, Floats, Ints, entry_rows
from collabnet.metrics.arrays import Given, csr_along, read, strengths_along
from collabnet.metrics.groups.membership import rank
from collabnet.model.network import Attributes, Network, Tie
from collabnet.stats.relations import cells_of


@dataclass(frozen=True, eq=False)
class Bare:
    """Who is tied to whom, the actors in the order of their ids.

    What is drawn from it doesn't depend on the order in which actors and ties came. Parallel ties
    are one tie with their strengths added; actors keep their attributes, ties only the strength.
    """

    actors: tuple[tuple[Hashable, Attributes], ...]
    is_tie: Bools
    strength: Floats
    is_directed: bool

    @property
    def n(self) -> int:
        """How many actors there are."""
        return len(self.actors)

    @cached_property
    def cells(self) -> tuple[Ints, Ints]:
        """Pairs of actors: both orders where ties have a direction, else each once."""
        return cells_of(self.n, is_directed=self.is_directed)

    def tied(self, is_tie: Bools) -> Network:
        """Give a network of the same actors in which these of the ``cells`` are tied."""
        rows, columns = (ends[is_tie].tolist() for ends in self.cells)
        ids = [actor for actor, _ in self.actors]
        ties: list[Tie] = [(ids[u], ids[v], 0, {}) for u, v in zip(rows, columns, strict=True)]
        return Network(self.actors, ties, is_directed=self.is_directed, is_multigraph=False)


def bare(given: Given, test: str, *, with_strength: bool = False) -> Bare:
    """Read a network as pairs that are tied or not.

    Raises
    ------
    EmptyNetworkError
        If it has no actors.
    CollabnetError
        If strengths are asked for and one is no number.
    """
    network = read(given, test)
    if with_strength:
        csr, counts = strengths_along(network, test)
    else:
        csr = csr_along(network, "out")
        counts = np.ones(csr.indices.size)
    named = network.named_actors
    order = sorted(range(len(named)), key=lambda i: rank(named[i][0]))
    is_tie = np.zeros((csr.n, csr.n), dtype=bool)
    strength = np.zeros((csr.n, csr.n))
    is_tie[entry_rows(csr), csr.indices] = True
    strength[entry_rows(csr), csr.indices] = counts
    at = np.ix_(order, order)
    actors = tuple(named[i] for i in order)
    return Bare(actors, is_tie[at], strength[at], network.is_directed)


def made(
    actors: Sequence[tuple[Hashable, Attributes]],
    is_tie: Bools,
    strength: Floats,
    *,
    is_directed: bool,
) -> Network:
    """Make a network from square arrays."""
    rows, columns = np.nonzero(is_tie if is_directed else np.triu(is_tie, 1))
    ties = [
        (actors[u][0], actors[v][0], 0, {"strength": float(strength[u, v])})
        for u, v in zip(rows.tolist(), columns.tolist(), strict=True)
    ]
    return Network(actors, ties, is_directed=is_directed, is_multigraph=False)
