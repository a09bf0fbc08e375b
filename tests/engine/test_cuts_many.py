"""Compiled cuts and ways against the plain ones: the same, whatever the network."""

import random
import sys
from itertools import product
from types import ModuleType

import pytest

from collabnet.engine import VertexCutGraph
from collabnet.engine.cuts.many import COMPILED_FROM, ManyCuts, is_worth_compiling

COMPILED = "collabnet.engine.cuts.minimum_compiled"


def _network(seed: int) -> tuple[VertexCutGraph, dict[str, set[int]], dict[str, set[int]]]:
    """Anything from a few steps to long ways with many turns; some vertices fixed."""
    draw = random.Random(seed)
    n = draw.randint(2, 130)
    far = draw.random() < 0.5
    arcs = set()
    for _ in range(round(n * draw.choice([1, 1.5, 2, 4, 8]))):
        u = draw.randrange(n)
        arcs.add((u, draw.randrange(n) if far else (u + draw.randint(-3, 9)) % n))
    share = draw.choice([0, 0.05, 0.2])
    fixed = {v for v in range(n) if draw.random() < share}
    most = min(n, draw.choice([1, 3, 12]))

    def groups() -> dict[str, set[int]]:
        return {name: set(draw.sample(range(n), draw.randint(1, most))) for name in "abcde"}

    return VertexCutGraph(n, sorted(arcs), fixed), groups(), groups()


class TestManyCuts:
    """Many questions at once are answered as one by one."""

    @pytest.mark.parametrize("cap", [64, 3, 1])
    def test_compiled_and_plain_give_the_same_cuts_and_ways(self, cap: int) -> None:
        pytest.importorskip("numba")
        pairs = list(product("abcde", repeat=2))
        for seed in range(150):
            graph, senders, receivers = _network(seed)
            many = ManyCuts(graph, senders, receivers, pairs, cap=cap, compiled=True, threads=2)
            for one, other in pairs:
                cuts, ways = graph.solve(senders[one], receivers[other], cap=cap)
                assert many.cuts(one, other) == cuts, (seed, one, other)
                assert many.ways(one, other) == ways, (seed, one, other)

    def test_vertices_left_out_with_a_group_are_on_no_way_of_its_pairs(self) -> None:
        pytest.importorskip("numba")
        for seed in range(150):
            graph, senders, receivers = _network(seed)
            draw = random.Random(seed)
            names = {name: frozenset({name}) for name in "abcde"}
            ends = {names[name]: group for name, group in receivers.items()}
            left_out = {
                name: set(draw.sample(range(graph.n), draw.randint(0, 2)))
                for name in (*"abc", names["d"], names["e"])
            }
            pairs = [(one, names[other]) for one, other in product("abcde", repeat=2)]
            found = [
                ManyCuts(graph, senders, ends, pairs, without=left_out, compiled=compiled)
                for compiled in (True, False)
            ]
            for pair in pairs:
                without = {v for name in pair for v in left_out.get(name, ())}
                cuts, ways = graph.solve(senders[pair[0]], ends[pair[1]], without=without)
                assert [one.cuts(*pair) for one in found] == [cuts, cuts], (seed, pair)
                assert [one.ways(*pair) for one in found] == [ways, ways], (seed, pair)
                assert without.isdisjoint(v for way in ways.ways for v in way)

    def test_ways_are_as_many_as_people_in_a_cut_and_share_nobody(self) -> None:
        for seed in range(150):
            graph, senders, receivers = _network(seed)
            many = ManyCuts(graph, senders, receivers, [], compiled=False)
            for one, other in product("abcde", repeat=2):
                ways, size = many.ways(one, other), many.cuts(one, other).size
                assert ways.n == size
                met = [v for way in ways.ways for v in way if not graph.fixed >> v & 1]
                assert size is None or len(met) == len(set(met))
                assert size is None or len(ways.ways) == size

    @pytest.mark.parametrize("is_compiled", [True, False])
    def test_few_questions_are_worth_loading_what_is_compiled_but_not_compiling_it(
        self, monkeypatch: pytest.MonkeyPatch, *, is_compiled: bool
    ) -> None:
        pytest.importorskip("numba")
        monkeypatch.delitem(sys.modules, COMPILED, raising=False)
        monkeypatch.setattr("collabnet.engine.cuts.many.is_compiled", lambda: is_compiled)
        graph = VertexCutGraph(330, [])
        assert is_worth_compiling(graph, 870) == is_compiled
        assert not is_worth_compiling(graph, 50)

    def test_once_it_is_loaded_it_answers_fewer(self, monkeypatch: pytest.MonkeyPatch) -> None:
        pytest.importorskip("numba")
        monkeypatch.setitem(sys.modules, COMPILED, ModuleType(COMPILED))
        assert is_worth_compiling(VertexCutGraph(330, []), 50)
        assert not is_worth_compiling(VertexCutGraph(9, []), 50)

    def test_a_network_with_no_room_for_all_the_flow_is_left_to_the_plain_search(self) -> None:
        graph = VertexCutGraph(20_000, [], fixed=range(10_000))
        assert not is_worth_compiling(graph, COMPILED_FROM)

    def test_nothing_asked_is_nothing_done(self) -> None:
        pytest.importorskip("numba")
        graph = VertexCutGraph(2, [(0, 1)])
        many = ManyCuts(graph, {"a": {0}}, {"b": {1}}, [], compiled=True)
        assert many.cuts("a", "b").sets == ((0,), (1,))


class TestTwoSearchesThatMeetAtSeveralVertices:
    """A way that comes back to a vertex is cut short before it is taken."""

    def test_it_takes_no_flow_back_twice(self) -> None:
        for seed in range(1000, 1300):
            draw = random.Random(seed)
            n = draw.randint(20, 120)
            arcs = {(u, (u + draw.randint(-3, 9)) % n) for u in range(n) for _ in range(2)}
            graph = VertexCutGraph(n, sorted(arcs))
            cuts, ways = graph.solve(range(9), range(n // 2, n // 2 + 9))
            assert ways.n == cuts.size
