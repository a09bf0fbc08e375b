"""Ways that share nobody, and the agencies that ways between two others pass through."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise
from typing import NamedTuple

from collabnet.engine import VertexCutGraph
from collabnet.engine.cuts.many import ManyCuts
from collabnet.risk.rows import Row

CAP = 64
"""Most minimum sets that are listed."""


class Way(NamedTuple):
    """One way from an agency to another: the ends it runs over, and the agencies they stand for.

    Positions and groups are among the ends; they may be on several ways.
    """

    ends: tuple[str, ...]
    agencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """As many ways as can be had without sharing a person (Menger 1927).

    ``n`` is None where a way runs over positions and groups alone: no departure stops it, and
    that way is the one given. Short ways come first.
    """

    n: int | None = 0
    ways: tuple[Way, ...] = ()


class Stations:
    """Says for which agencies the ends of each step stand.

    Of several possible agencies the one where the way is already counts, else the first by id.
    """

    def __init__(self, steps: Iterable[tuple[int, int, str, str]]) -> None:
        found: defaultdict[tuple[int, int], set[tuple[str, str]]] = defaultdict(set)
        homes: defaultdict[int, set[str]] = defaultdict(set)
        for sender, receiver, from_agency, to_agency in steps:
            found[sender, receiver].add((from_agency, to_agency))
            homes[sender].add(from_agency)
            homes[receiver].add(to_agency)
        self._found: Mapping[tuple[int, int], list[tuple[str, str]]] = {
            step: sorted(places) for step, places in found.items()
        }
        # Most stand for one agency wherever they are met.
        self._home = {end: min(some) for end, some in homes.items() if len(some) == 1}
        self._at_home = frozenset(self._home)

    def passed(self, way: Sequence[int], from_agency: str, to_agency: str) -> tuple[str, ...]:
        """The agencies that a way passes, its two ends included."""
        if self._at_home.issuperset(way):
            homes = tuple(map(self._home.__getitem__, way))
            return homes if len(set(homes)) == len(homes) else tuple(h for h, _ in groupby(homes))
        passed, here = [from_agency], from_agency
        for step in pairwise(way):
            places = self._found.get(step, [])  # none: a hand-over inside an agency
            if places:
                begin, end = next((place for place in places if place[0] == here), places[0])
                passed += [b for a, b in pairwise((here, begin, end)) if a != b]
                here = end
        if here != to_agency:
            passed.append(to_agency)
        return tuple(passed)


@dataclass(frozen=True, slots=True)
class AgencyCuts:
    """The agencies that the ways between two others pass through.

    Attributes
    ----------
    size : int or None, fewest agencies whose closing leaves no way; None where referrals pass
        directly, which no other agency's closing stops
    sets : all such sets, up to 64, the agencies by id
    is_complete : False where there are more than 64
    ways : as many ways as share no agency between, the direct one among them
    """

    size: int | None
    sets: tuple[tuple[str, ...], ...]
    is_complete: bool
    ways: tuple[tuple[str, ...], ...]


class AgencyNetwork:
    """Cut sets of agencies: which must close before one can't be reached from another.

    One step for each pathway, rows that name nobody included: an agency that receives is taken
    to be able to send on. The two ends of a pair are not among those that close, since without
    them there is no pair: naming them would say the same of every pair.

    Examples
    --------
    >>> import collabnet as cn
    >>> network = AgencyNetwork(cn.assess(cn.load("sample:g1")).rows)
    >>> network.cuts("hospital", "residential").sets
    (('advocacy',),)
    >>> network.cuts("police", "residential").ways
    (('police', 'advocacy', 'residential'), ('police', 'court', 'residential'))
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        steps = {(row.from_agency, row.to_agency) for row in rows if not row.is_inside}
        self.names = sorted({agency for step in steps for agency in step})
        self._number = {name: i for i, name in enumerate(self.names)}
        self._steps = frozenset((self._number[a], self._number[b]) for a, b in steps)
        self._after: defaultdict[int, set[int]] = defaultdict(set)
        self._before: defaultdict[int, set[int]] = defaultdict(set)
        for a, b in self._steps:
            self._after[a].add(b)
            self._before[b].add(a)
        self._graph = VertexCutGraph(len(self.names), sorted(self._steps))
        self._many = self._together(())

    def _together(self, pairs: Iterable[tuple[str, str]]) -> ManyCuts:
        """Ways over others: from whom the first agency sends to, to who sends to the second."""
        numbered = [(self._number[a], self._number[b]) for a, b in pairs]
        ends = {v: (v,) for v in self._number.values()}
        return ManyCuts(self._graph, self._after, self._before, numbered, without=ends, cap=CAP)

    @cached_property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Ordered pairs of different agencies that a way joins."""
        found = []
        for start, name in enumerate(self.names):
            seen, todo = {start}, [start]
            while todo:
                fresh = self._after[todo.pop()] - seen
                seen |= fresh
                todo.extend(fresh)
            found += [(name, self.names[v]) for v in sorted(seen - {start})]
        return tuple(found)

    def by_pair(self) -> dict[tuple[str, str], AgencyCuts]:
        """The cut sets and the ways of every pair that a way joins."""
        self._many = self._together(self.pairs)
        return {pair: self.cuts(*pair) for pair in self.pairs}

    def cuts(self, from_agency: str, to_agency: str) -> AgencyCuts:
        """The agencies between two others; the size is 0 where no way joins them."""
        if from_agency not in self._number or to_agency not in self._number:
            return AgencyCuts(0, ((),), True, ())
        start, goal = self._number[from_agency], self._number[to_agency]
        found, between = self._many.cuts(start, goal), self._many.ways(start, goal)
        ways = [(from_agency, *self._named(way), to_agency) for way in between.ways]
        if (start, goal) in self._steps:
            return AgencyCuts(None, (), True, ((from_agency, to_agency), *ways))
        sets = tuple(sorted(self._named(one) for one in found.sets))
        return AgencyCuts(found.size, sets, found.is_complete, tuple(ways))

    def _named(self, vertices: Iterable[int]) -> tuple[str, ...]:
        return tuple(self.names[v] for v in vertices)
