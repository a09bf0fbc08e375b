"""Core and periphery: the best core by trying all, and the marks of a good search beyond."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabnet.engine.work import told_to
from collabnet.metrics import core_periphery, core_periphery_fit
from collabnet.model.errors import AssumptionError, CollabnetError
from metrics.g1 import DIRECTED, UNDIRECTED, nonzero, values
from metrics.networks import network_of, random_graphs
from metrics.positions import by_definition

KARATE = nx.karate_club_graph()
STAR = network_of(("hub", "a"), ("hub", "b"), ("hub", "c"))


def fit(network, **options):
    return core_periphery_fit(network, **options).iloc[0]


def core(network, **options):
    return set(nonzero(core_periphery(network, **options), "is_core"))


def perfect(n_core, n):
    """Everybody in the core is tied to everybody; the others to the core alone."""
    return nx.Graph([(u, v) for u in range(n_core) for v in range(u + 1, n)])


class TestG1:
    @pytest.mark.parametrize("network", [UNDIRECTED, DIRECTED], ids=["undirected", "directed"])
    def test_the_best_core_is_the_two_hubs(self, network):
        assert core(network) == {"I1", "A1"}

    def test_its_correlation(self):
        found = fit(UNDIRECTED)
        assert found["correlation"] == pytest.approx(0.5208, abs=5e-5)
        assert (found["n_core"], found["n_best_cores"], found["is_exact"]) == (2, 1, True)

    def test_every_ordered_pair_of_a_directed_network_counts(self):
        """8 of 56 pairs tied, 7 of them touch the core, which 26 pairs do."""
        mean, touched = 8 / 56, 26 / 56
        wanted = (7 / 56 - mean * touched) / np.sqrt(mean * (1 - mean) * touched * (1 - touched))
        assert fit(DIRECTED)["correlation"] == pytest.approx(wanted)


class TestByHand:
    @pytest.mark.parametrize(("n_core", "n"), [(1, 4), (3, 9), (4, 20), (5, 30), (12, 60)])
    def test_a_perfect_core_has_1(self, n_core, n):
        network = perfect(n_core, n)
        assert fit(network)["correlation"] == pytest.approx(1)
        assert core(network) == set(range(n_core))
        assert fit(network)["is_exact"] == (n <= 20)

    def test_strengths_decide_on_request(self):
        """Everybody is tied to everybody: only strengths tell."""
        pairs = [("a", "b", 5), ("a", "c", 5), ("a", "d", 5)]
        pairs += [("b", "c", 1), ("b", "d", 1), ("c", "d", 1)]
        assert core(network_of(*pairs), weights="strength") == {"a"}
        assert fit(network_of(*pairs), weights="strength")["correlation"] == pytest.approx(1)
        assert core(network_of(*pairs)) == set()

    def test_of_equally_good_cores_one_is_marked_and_the_share_says_so(self):
        """A ring of four: either two opposite actors are tied to all others."""
        ring = network_of(("a", "b"), ("b", "c"), ("c", "d"), ("d", "a"))
        table = core_periphery(ring)
        assert table["is_core"].sum() == fit(ring)["n_core"] == 2
        assert core(ring) == {"a", "c"}
        assert fit(ring)["n_best_cores"] == 2
        assert table["best_cores_share"].tolist() == [0.5] * 4

    @pytest.mark.parametrize(
        "network",
        [network_of(actors="abc"), network_of(("a", "b")), nx.complete_graph(5)],
        ids=["no ties", "two actors", "all tied"],
    )
    def test_where_every_pair_is_alike_there_is_no_core(self, network):
        found = fit(network)
        assert np.isnan(found["correlation"])
        assert (found["n_core"], found["n_best_cores"], found["is_exact"]) == (0, 0, True)
        table = core_periphery(network)
        assert not table["is_core"].any()
        assert table["best_cores_share"].isna().all()


class TestRefusals:
    @pytest.mark.parametrize("measure", [core_periphery, core_periphery_fit])
    def test_no_search(self, measure):
        with pytest.raises(AssumptionError) as refused:
            measure(STAR, draws=0)
        assert (
            str(refused.value)
            == f"{measure.__name__} needs as draws a whole number, 1 or more; got 0."
        )

    def test_a_strength_below_zero(self):
        with pytest.raises(CollabnetError) as refused:
            core_periphery(network_of(("a", "b", -2)), weights="strength")
        assert str(refused.value) == (
            "core_periphery needs strengths of 0 or more; the tie 'a' to 'b' has -2.0. Correct "
            "it, leave the tie out, or use the weights 'unweighted'."
        )


class TestOnRandomNetworks:
    @pytest.mark.parametrize("weights", ["unweighted", "strength"])
    def test_the_best_of_all_cores(self, weights):
        for graph in random_graphs(most=7):
            table = by_definition.matrix(graph, directed=True, strengths=weights == "strength")
            found = fit(graph, weights=weights)
            off = table[~np.eye(len(table), dtype=bool)]
            if len(table) < 3 or np.ptp(off) == 0:
                assert np.isnan(found["correlation"])
                continue
            fits = by_definition.core_fits(table)
            best = max(fits.values())
            assert found["correlation"] == pytest.approx(best, rel=1e-9, abs=1e-9)
            ties = [members for members, one in fits.items() if one > best - 1e-9]
            assert found["n_best_cores"] == len(ties)
            place = {actor: i for i, actor in enumerate(graph)}
            marked = tuple(sorted(place[actor] for actor in core(graph, weights=weights)))
            assert marked in ties
            assert len(marked) == found["n_core"] == min(map(len, ties))
            shares = core_periphery(graph, weights=weights)["best_cores_share"]
            counted = [sum(i in members for members in ties) / len(ties) for i in place.values()]
            assert shares.tolist() == pytest.approx(counted)


class TestBeyond20:
    def test_it_says_that_it_searched(self):
        found = fit(KARATE)
        assert not found["is_exact"]
        assert core(KARATE) == {0, 1, 2, 32, 33}
        assert found["correlation"] == pytest.approx(0.431475, abs=5e-7)

    def test_other_seeds_find_no_better_core(self):
        fits = {round(fit(KARATE, seed=seed)["correlation"], 9) for seed in range(5)}
        assert len(fits) == 1

    def test_the_order_of_the_data_changes_nothing(self):
        other = nx.Graph()
        other.add_nodes_from(reversed(list(KARATE)))
        other.add_edges_from(reversed(list(KARATE.edges)))
        one, two = (values(core_periphery(graph), "is_core") for graph in (KARATE, other))
        assert one == two

    def test_each_search_is_told(self):
        class Counting:
            def expect(self, what, seconds):
                pass

            def advance(self, what, done, total):
                heard.append((what, done, total))

        heard = []
        with told_to(Counting()):
            core_periphery(KARATE, draws=3)
        assert heard == [("the core", 1, 3), ("the core", 2, 3), ("the core", 3, 3)]


PAIRS = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(1, 4)), min_size=1, max_size=16
)


class TestProperties:
    @settings(max_examples=60)
    @given(PAIRS, st.permutations(range(7)), st.booleans())
    def test_range_relabelling_and_reversal(self, pairs, names, directed):
        network = network_of(*pairs, actors=range(7), directed=directed)
        found = fit(network, weights="strength")
        renamed = [(names[u], names[v], w) for u, v, w in pairs]
        back = [(v, u, w) for u, v, w in pairs]
        for others in (renamed, back):
            other = fit(network_of(*others, actors=range(7), directed=directed), weights="strength")
            assert other.tolist() == pytest.approx(found.tolist(), abs=1e-12, nan_ok=True)
        if found["n_core"]:
            assert -1 <= found["correlation"] <= 1
            assert 1 <= found["n_core"] <= 5

    @settings(max_examples=40)
    @given(PAIRS)
    def test_an_isolate_is_not_in_the_core(self, pairs):
        network = network_of(*pairs, actors=["alone"])
        if len(network.actor_ids) > 3:
            assert "alone" not in core(network)
