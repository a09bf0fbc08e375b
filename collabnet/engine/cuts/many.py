"""Cuts and ways of many questions on one graph: compiled and in threads where it is much."""

import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from collabnet.engine.csr import Ints
from collabnet.engine.cuts.bits import mask, members
from collabnet.engine.cuts.flow_state import Flat, new_state
from collabnet.engine.cuts.minimum import CAP, Cuts, VertexCutGraph, Ways
from collabnet.engine.scenarios.blocks import Words
from collabnet.engine.work import count_threads

COMPILED_FROM = 3_000_000
"""Questions x vertices from which compiling, half a minute once, is worth it."""
LOADED_FROM = 30_000
"""Questions x vertices from which loading what was compiled before, half a second, is worth it."""
IN_USE_FROM = 1_000
"""Questions x vertices from which it pays where it has been loaded already."""
MOST_ROOM = 50_000_000
"""Fixed x other vertices up to which there is room for all the flow through fixed ones."""

Groups = Mapping[Any, Collection[int]]
"""Vertices by any hashable name."""
Pair = tuple[Any, Any]


class ManyCuts:
    """Answer for pairs of a named group of senders and a named group of receivers.

    The same as :meth:`VertexCutGraph.solve` for each. Compiled where there are many questions
    and numba is installed; then objects are made when asked for only.

    Parameters
    ----------
    pairs : those that will be asked for; others are answered one by one
    without : vertices that no way of a pair runs over, by the names of its two groups
    compiled : None: where there is much to do; the answers are the same
    threads : None: as many as there are processors, 8 at most; the answers are the same

    Examples
    --------
    >>> graph = VertexCutGraph(3, [(0, 1), (1, 2)])
    >>> many = ManyCuts(graph, {"a": {0}}, {"b": {2}}, [("a", "b")])
    >>> many.cuts("a", "b").sets, many.ways("a", "b").ways
    (((0,), (1,), (2,)), ((0, 1, 2),))
    """

    def __init__(
        self,
        graph: VertexCutGraph,
        senders: Groups,
        receivers: Groups,
        pairs: Iterable[Pair],
        *,
        without: Groups | None = None,
        cap: int = CAP,
        compiled: bool | None = None,
        threads: int | None = None,
    ) -> None:
        self._graph, self._senders, self._receivers, self._cap = graph, senders, receivers, cap
        self._without: Groups = without or {}
        self._places: dict[Pair, tuple[Flat, int]] = {}
        self._known: dict[Pair, tuple[Cuts, Ways]] = {}
        asked = list(dict.fromkeys(pairs))
        if is_worth_compiling(graph, len(asked)) if compiled is None else compiled:
            self._solve_compiled(asked, threads)

    def cuts(self, one: Any, other: Any) -> Cuts:  # noqa: ANN401 - any hashable
        """Give the minimum cuts of one pair of groups."""
        place = self._places.get((one, other))
        return self._solved((one, other))[0] if place is None else _cuts(*place)

    def ways(self, one: Any, other: Any) -> Ways:  # noqa: ANN401 - any hashable
        """Give the ways of one pair of groups that share no vertex."""
        place = self._places.get((one, other))
        return self._solved((one, other))[1] if place is None else _ways(*place)

    def _solved(self, pair: Pair) -> tuple[Cuts, Ways]:
        if pair not in self._known:
            self._known[pair] = self._graph.solve(
                self._senders[pair[0]],
                self._receivers[pair[1]],
                without={v for name in pair for v in self._without.get(name, ())},
                cap=self._cap,
            )
        return self._known[pair]

    def _solve_compiled(self, pairs: list[Pair], threads: int | None) -> None:
        graph = self._graph
        senders = {name: mask(self._senders[name]) for name, _ in pairs}
        receivers = {name: mask(self._receivers[name]) for _, name in pairs}
        # Ways over fixed vertices alone are few, and left to the plain search.
        endless = {name: _reached(graph, group) for name, group in senders.items()}
        pairs = [pair for pair in pairs if not endless[pair[0]] & receivers[pair[1]]]
        at_sender = {name: i for i, name in enumerate(senders)}
        at_receiver = {name: i for i, name in enumerate(receivers)}
        # What is the same for all that lead to one group is found once for those in a row.
        pairs.sort(key=lambda pair: (at_receiver[pair[1]], at_sender[pair[0]]))
        questions = np.array([(at_sender[a], at_receiver[b]) for a, b in pairs], dtype=np.int64)
        groups = (
            _rows(list(senders.values()), graph.n),
            _rows([mask(self._without.get(name, ())) for name in senders], graph.n),
            _rows(list(receivers.values()), graph.n),
            _rows([mask(self._without.get(name, ())) for name in receivers], graph.n),
        )
        workers = count_threads(threads, len(pairs))
        parts = np.array_split(np.arange(len(pairs)), workers)
        work = _Work(graph, groups, self._cap)
        work(questions[:0].reshape(0, 2))  # compiled once, before the threads begin
        with ThreadPoolExecutor(workers) as pool:
            answers = pool.map(lambda part: work(questions[part].reshape(-1, 2)), parts)
            for part, (found, begins) in zip(parts, answers, strict=True):
                for number, begin in zip(part.tolist(), begins.tolist(), strict=True):
                    self._places[pairs[number]] = (found, begin)


def is_worth_compiling(graph: VertexCutGraph, questions: int) -> bool:
    """Say whether so many questions are better answered by compiled search."""
    fixed = len(list(members(graph.fixed)))
    least = COMPILED_FROM
    if "collabnet.engine.cuts.minimum_compiled" in sys.modules:
        least = IN_USE_FROM
    elif is_compiled():
        least = LOADED_FROM
    much = questions * graph.n >= least
    return much and fixed * (graph.n - fixed) <= MOST_ROOM and find_spec("numba") is not None


def is_compiled() -> bool:
    """Say whether the search was compiled before, and is kept on disk."""
    return any((Path(__file__).parent / "__pycache__").glob("minimum_compiled.solve_all-*.nbi"))


class _Work:
    """Holds what all threads read; each has rows of its own to write."""

    def __init__(
        self, graph: VertexCutGraph, groups: tuple[Words, Words, Words, Words], cap: int
    ) -> None:
        self._groups = groups
        self._steps = _rows(graph.after, graph.n), _rows(graph.before, graph.n)
        self._fixed, self._cap = _rows([graph.fixed], graph.n)[0], cap
        self._is_fixed = np.array([graph.fixed >> v & 1 for v in range(graph.n)], dtype=np.int64)

    def __call__(self, questions: Ints) -> tuple[Flat, Ints]:
        from collabnet.engine.cuts.minimum_compiled import solve_all

        state = new_state(*self._steps, self._fixed, self._is_fixed, self._cap)
        found: tuple[Flat, Ints] = solve_all(self._groups, questions, *state)
        return found


def _reached(graph: VertexCutGraph, group: int) -> int:
    """What some vertices reach over fixed ones alone."""
    reached = 0
    for v in members(group & graph.fixed):
        reached |= graph.fixed_reach[v]
    return reached


def _rows(sets: Sequence[int], n: int) -> Words:
    """Write sets as rows of 64-bit words, bit v % 64 of word v // 64 for vertex v."""
    words = max(1, (n + 63) // 64)
    packed = b"".join(one.to_bytes(8 * words, "little") for one in sets)
    return np.frombuffer(packed, dtype="<u8").reshape(len(sets), words).astype(np.uint64)


def _cuts(found: Flat, at: int) -> Cuts:
    size, n_sets, is_complete, _ = found[at : at + 4].tolist()
    flat = found[at + 5 : at + 5 + n_sets * size].tolist()
    sets = tuple(tuple(flat[i * size : i * size + size]) for i in range(n_sets))
    return Cuts(size, sets, bool(is_complete))


def _ways(found: Flat, at: int) -> Ways:
    size, n_sets, _, n_ways, length = found[at : at + 5].tolist()
    begin = at + 5 + n_sets * size
    flat = found[begin : begin + length].tolist()
    ways, i = [], 0
    for _ in range(n_ways):
        end = i + 1 + flat[i]
        ways.append(tuple(flat[i + 1 : end]))
        i = end
    return Ways(n_ways, tuple(ways))
