"""How many actors of a diagram without names can still be told apart by their place in it."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from collabnet.model.errors import CollabnetError, EmptyNetworkError
from collabnet.model.network import Network, as_network
from collabnet.sharing.policy import FEWEST_ALIKE

if TYPE_CHECKING:
    import networkx as nx

KNOWLEDGE: dict[str, str] = {
    "degree": "A reader who knows how many contacts somebody has",
    "neighbourhood": "One who also knows how many contacts each of these has",
    "two_steps": "One who knows the same one step further out",
    "whole": "One who knows it of the whole diagram",
}
"""What a reader may know, from little to much, and the words for it."""
_Colours = list[int]


@dataclass(frozen=True, eq=False)
class Uniqueness:
    """What a reader of a diagram without names could tell, by what the reader knows.

    Attributes
    ----------
    table : DataFrame, one row for each knowledge, from little to much
        knowledge : str, see `uniqueness`
        n_actors : int
        n_unique : int, actors whom no other looks like
        unique_share : float, 0 to 1
        n_below : int, actors who look like fewer than ``fewest - 1`` others
        below_share : float, 0 to 1
        k : int, 1 or more, size of the smallest group of actors who look alike
    alike : DataFrame, one row per actor in the network's order
        actor_id, and for each knowledge how many actors look like it, itself included
    fewest : how many have to look alike
    groups : for each actor in the network's order the number of its group: those of one group
        look alike to a reader who knows the whole diagram
    """

    table: pd.DataFrame
    alike: pd.DataFrame
    fewest: int = FEWEST_ALIKE
    groups: tuple[int, ...] = ()

    @property
    def k(self) -> int:
        """The smallest group of actors who look alike to a reader who knows the whole diagram."""
        return int(self.table["k"].iloc[-1])

    @property
    def is_safe(self) -> bool:
        """Whether every actor looks like enough others, whatever a reader knows."""
        return self.k >= self.fewest

    @property
    def sentences(self) -> tuple[str, ...]:
        """Say it in plain sentences, from little knowledge to much; the last says what follows."""
        said = []
        columns = ("knowledge", "n_actors", "n_unique", "n_below")
        for name, n, unique, below in self.table[list(columns)].itertuples(index=False):
            said.append(
                f"{KNOWLEDGE[name]} can tell {unique} of {n} actors apart; {below} look like "
                f"fewer than {self.fewest - 1} others."
            )
        if self.is_safe:
            end = (
                f"To these readers every actor looks like {self.k - 1} or more others. Who knows "
                "which contacts of somebody are in contact may still tell more apart."
            )
        else:
            end = "So a diagram without names would still show who is who: pass on sectors instead."
        return (*said, end)

    def __str__(self) -> str:
        """Give the sentences, one a line."""
        return "\n".join(self.sentences)


def uniqueness(
    network: "Network | nx.Graph[Any]",
    *,
    attributes: Sequence[str] = (),
    tie_attributes: Sequence[str] = (),
    fewest: int = FEWEST_ALIKE,
) -> Uniqueness:
    """Tell how many actors of a diagram without names can be told apart by their place in it.

    Two actors look alike to a reader who knows

    - degree: how many contacts each has (in a network with direction: to and from it);
    - neighbourhood: also how many contacts each of these has;
    - two_steps: the same one step further out;
    - whole: the same until nothing more can be told (stable colour refinement).

    Self-ties and strengths are ignored, and parallel ties that look the same count once. A
    reader who knows more than these counts, such as which contacts of somebody know each other,
    may tell more apart.

    Parameters
    ----------
    network : Network or networkx graph
    attributes : attributes of actors that the diagram shows, such as "sector"
    tie_attributes : attributes of ties that the diagram shows, such as "quality"
    fewest : so many have to look alike, 1 or more

    Returns
    -------
    Uniqueness
        A table by knowledge, a table by actor, and sentences. Time: O(n + m) for each of at
        most n steps.

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    CollabnetError
        If ``fewest`` is below 1, or no actor or tie has an attribute.

    Notes
    -----
    Degree and neighbourhood are H1 and H2 of Hay, Miklau, Jensen, Towsley and Weis (2008),
    Proc. VLDB Endowment 1, 102-114; k-anonymity is Sweeney (2002), Int. J. Uncertain. Fuzz.
    10, 557-570; colour refinement is Weisfeiler and Leman (1968).

    Examples
    --------
    >>> star = Network.from_pairs([("hub", "a"), ("hub", "b"), ("hub", "c"), ("c", "d")])
    >>> uniqueness(star).table[["knowledge", "n_unique", "n_below", "k"]]
           knowledge  n_unique  n_below  k
    0         degree         2        2  1
    1  neighbourhood         3        5  1
    2      two_steps         3        5  1
    3          whole         3        5  1
    """
    given = as_network(network)
    if not given.actor_ids:
        raise EmptyNetworkError(
            "uniqueness needs at least one actor; the network has none. Check what it was built "
            "from."
        )
    if fewest < 1:
        raise CollabnetError(f"fewest is a whole number, 1 or more; got {fewest}. Usual is 3.")
    _check_attributes(given, attributes, tie_attributes)
    first = _numbered(
        tuple(repr(values.get(name)) for name in attributes) for _, values in given.named_actors
    )
    colours = list(_refined(first, _neighbours(given, tie_attributes)))
    alike = {name: _sizes(found) for name, found in zip(KNOWLEDGE, colours, strict=True)}
    n = len(given.actor_ids)
    rows = []
    for name, sizes in alike.items():
        unique, below = sum(one == 1 for one in sizes), sum(one < fewest for one in sizes)
        rows.append((name, n, unique, unique / n, below, below / n, min(sizes)))
    columns = ["knowledge", "n_actors", "n_unique", "unique_share", "n_below", "below_share", "k"]
    ids = pd.Series(list(given.actor_ids), dtype="object")
    return Uniqueness(
        pd.DataFrame(rows, columns=columns),
        pd.DataFrame({"actor_id": ids, **alike}),
        fewest,
        tuple(colours[-1]),
    )


def _check_attributes(network: Network, actors: Sequence[str], ties: Sequence[str]) -> None:
    """Refuse a name that nothing has: a slip would make a diagram look safer than it is."""
    held = {
        "actor": {name for _, values in network.named_actors for name in values},
        "tie": {name for _, _, _, values in network.keyed_ties for name in values},
    }
    for kind, names in (("actor", actors), ("tie", ties)):
        for name in names:
            if name not in held[kind] and (kind == "actor" or network.keyed_ties):
                known = ", ".join(sorted(map(str, held[kind]))) or "none"
                raise CollabnetError(
                    f"No {kind} of the network has the attribute {name!r}; there are: {known}. "
                    "Name one of these, or leave it out."
                )


def _neighbours(network: Network, shown: Sequence[str]) -> list[set[tuple[Hashable, int]]]:
    """Give for each actor how it stands to whom: direction and what is shown of the tie."""
    place = {actor: i for i, actor in enumerate(network.actor_ids)}
    found: list[set[tuple[Hashable, int]]] = [set() for _ in place]
    for u, v, _, values in network.keyed_ties:
        if u == v:
            continue
        looks = tuple(repr(values.get(name)) for name in shown)
        ways = ("to", "from") if network.is_directed else ("", "")
        found[place[u]].add(((ways[0], *looks), place[v]))
        found[place[v]].add(((ways[1], *looks), place[u]))
    return found


def _refined(
    first: _Colours, neighbours: Sequence[set[tuple[Hashable, int]]]
) -> Iterable[_Colours]:
    """Give the groups of actors who look alike, by knowledge."""
    colours, found = first, []
    for _ in range(len(KNOWLEDGE) - 1):
        colours = _step(colours, neighbours)
        found.append(colours)
    while True:
        finer = _step(colours, neighbours)
        if len(set(finer)) == len(set(colours)):
            return [*found, colours]
        colours = finer


def _step(colours: _Colours, neighbours: Sequence[set[tuple[Hashable, int]]]) -> _Colours:
    return _numbered(
        (own, frozenset(Counter((looks, colours[other]) for looks, other in around).items()))
        for own, around in zip(colours, neighbours, strict=True)
    )


def _numbered(looks: Iterable[Hashable]) -> _Colours:
    numbers: defaultdict[Hashable, int] = defaultdict(lambda: len(numbers))
    return [numbers[one] for one in looks]


def _sizes(colours: _Colours) -> list[int]:
    sizes = Counter(colours)
    return [sizes[one] for one in colours]
