"""Robustness: the curve and its R, by hand and by removing and counting again."""

from itertools import permutations
from random import Random

import networkx as nx
import numpy as np
import pytest

from collabnet.metrics import robustness, robustness_r
from collabnet.model.errors import AssumptionError
from metrics.g1 import DIRECTED, UNDIRECTED
from metrics.networks import network_of, random_graphs, simple
from metrics.removal.oracles import curve_by_hand

STAR = nx.star_graph(4)
PATH = network_of(("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"))


def r_of(network, **options):
    return robustness_r(network, **options).iloc[0, 0]


class TestRobustnessR:
    @pytest.mark.parametrize(
        ("network", "r"),
        [
            (UNDIRECTED, 0.1875),
            (DIRECTED, 0.1875),
            (STAR, 0.16),
            (nx.complete_graph(5), 0.40),
            (PATH, 0.24),
            (nx.cycle_graph(5), 0.32),
        ],
        ids=["G1", "G1 directed", "star of 5", "K5", "path of 5", "ring of 5"],
    )
    def test_of_small_networks(self, network, r):
        assert r_of(network) == pytest.approx(r, abs=1e-12)

    def test_everybody_tied_is_the_most_and_nobody_the_least(self):
        for n in range(1, 8):
            assert r_of(nx.complete_graph(n)) == pytest.approx((n - 1) / (2 * n))
            assert r_of(nx.empty_graph(n)) == pytest.approx((n - 1) / n**2)

    def test_it_is_the_mean_of_the_curve_after_the_first_row(self):
        for order in ("degree", "betweenness", "random"):
            shares = robustness(UNDIRECTED, order=order)["largest_share"]
            assert r_of(UNDIRECTED, order=order) == pytest.approx(shares[1:].mean())

    def test_the_order_of_actors_does_not_matter_where_surroundings_tell_them_apart(self):
        """Four actors of a path with a branch have two ties: their surroundings differ."""
        pairs = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"), ("e", "f"), ("c", "g"), ("g", "h")]
        pairs += [("h", "i")]
        found = set()
        for seed in range(20):
            names = list("abcdefghi")
            Random(seed).shuffle(names)
            found.add(r_of(network_of(*pairs, actors=names)))
            graph = nx.Graph()
            graph.add_nodes_from(names)
            graph.add_edges_from(pairs)
            found.add(r_of(graph))
        assert len(found) == 1


class TestRobustness:
    def test_the_most_tied_leaves_first_then_whoever_has_most_ties_left(self):
        table = robustness(UNDIRECTED)
        assert set(table["actor_id"][1:3]) == {"I1", "A1"}
        assert table["largest"].tolist() == [8, 5, 2, 1, 1, 1, 1, 1, 0]
        assert table["n_removed"].tolist() == list(range(9))
        assert table["actor_id"][0] == ""

    def test_degree_counted_once_keeps_its_first_order(self):
        """Once b is gone a has no tie left, but two to begin with: it leaves before x."""
        graph = nx.Graph([("b", end) for end in "acde"] + [("a", "c"), ("x", "y")])
        assert set(robustness(graph, adaptive=False)["actor_id"][2:4]) == {"a", "c"}
        assert set(robustness(graph)["actor_id"][2:4]) != {"a", "c"}

    def test_betweenness_once_and_anew(self):
        """On a path the middle leaves first; then, anew, the middle of what is left."""
        path = nx.path_graph(7)
        once, anew = (
            robustness(path, order="betweenness", adaptive=adaptive) for adaptive in (False, True)
        )
        assert once["actor_id"][1] == anew["actor_id"][1] == 3
        assert set(once["actor_id"][2:4]) == {2, 4}
        assert set(anew["actor_id"][2:4]) == {1, 5}
        assert anew["largest"].tolist() == [7, 3, 3, 1, 1, 1, 1, 0]

    def test_random_orders_are_a_mean_that_a_seed_repeats(self):
        one, same, other = (
            robustness(UNDIRECTED, order="random", seed=seed, draws=30) for seed in (1, 1, 2)
        )
        assert one.equals(same) and not one.equals(other)
        assert set(one["actor_id"]) == {""}
        assert one.attrs["settings"] == {
            "order": "random",
            "adaptive": True,
            "draws": 30,
            "seed": 1,
        }

    def test_random_orders_come_near_the_mean_over_all(self):
        """A star of 4: over all 24 orders the largest component is counted out."""
        star = simple(nx.star_graph(3), directed=False)
        exact = np.mean([curve_by_hand(star, order) for order in permutations(star)], axis=0)
        found = robustness(star, order="random", draws=4000)["largest"]
        assert found.to_numpy() == pytest.approx(exact, abs=0.06)

    def test_an_unknown_order_and_no_draw_are_refused(self):
        with pytest.raises(AssumptionError) as refused:
            robustness(PATH, order="age")
        assert str(refused.value) == (
            "robustness needs the order 'degree' or 'betweenness' or 'random'; got 'age'."
        )
        with pytest.raises(AssumptionError) as refused:
            robustness_r(PATH, order="random", draws=0)
        assert str(refused.value) == (
            "robustness_r needs as draws a whole number, 1 or more; got 0."
        )

    @pytest.mark.parametrize("seed", [-1, 1.5, None, "a", True])
    def test_a_seed_is_a_whole_number(self, seed):
        with pytest.raises(AssumptionError) as refused:
            robustness(PATH, order="random", seed=seed)
        assert str(refused.value) == (
            f"robustness needs as seed a whole number, 0 or more; got {seed!r}."
        )

    def test_what_would_take_hours_is_refused(self):
        with pytest.raises(AssumptionError) as refused:
            robustness_r(nx.cycle_graph(20_000), order="betweenness")
        assert str(refused.value) == (
            "robustness_r by betweenness counted anew after each leaving takes many hours with "
            "20,000 actors and 20,000 ties. Count it once (adaptive=False), take the order "
            "'degree', or leave actors out with network.without([...])."
        )


class TestRandom:
    @pytest.mark.parametrize("order", ["degree", "betweenness"])
    @pytest.mark.parametrize("adaptive", [True, False])
    def test_leavers_rank_first_and_sizes_are_counted_again(self, order, adaptive):
        score = {"degree": lambda g: dict(g.degree), "betweenness": nx.betweenness_centrality}
        for graph in random_graphs(count=None if order == "degree" else 100):
            plain = simple(graph, directed=False)
            table = robustness(graph, order=order, adaptive=adaptive)
            leavers = table["actor_id"].tolist()[1:]
            assert sorted(map(str, leavers)) == sorted(map(str, plain))
            assert table["largest"].tolist() == curve_by_hand(plain, leavers)
            left, values = plain.copy(), score[order](plain)
            for leaver in leavers:
                if adaptive:
                    values = score[order](left)
                assert values[leaver] >= max(values[v] for v in left) - 1e-12
                left.remove_node(leaver)
