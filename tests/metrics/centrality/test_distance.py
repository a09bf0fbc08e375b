"""Closeness, harmonic closeness and reach, by hand and against every shortest path there is."""

from fractions import Fraction

import networkx as nx
import numpy as np
import pytest

from collabnet.metrics import closeness, degree, harmonic, reach_in_steps
from collabnet.metrics.centrality import distance
from collabnet.model import Network
from collabnet.model.errors import AssumptionError, CollabnetError
from metrics.centrality.oracles import as_igraph, costs_of, distances_of, near, plain_of
from metrics.g1 import DIRECTED, UNDIRECTED, values
from metrics.networks import network_of, random_graphs, simple

ALONE = Network([("clinic", {})], [], is_directed=False)
CHAIN = Network.from_pairs([("a", "b"), ("b", "c")], is_directed=True)
APART = network_of(("a", "b"), ("b", "c"), ("d", "e"), actors=["f"])


class TestCloseness:
    def test_g1(self):
        found = values(closeness(UNDIRECTED), "closeness")
        assert (found["I1"], found["O1"], found["O2"]) == (0.7, 0.5, 0.4375)

    def test_along_the_ties_outwards_unless_said(self):
        assert values(closeness(CHAIN), "closeness") == near_dict(a=2 / 3, b=np.nan, c=np.nan)
        inwards = values(closeness(CHAIN, direction="in"), "closeness")
        assert inwards == near_dict(a=np.nan, b=np.nan, c=2 / 3)
        both = values(closeness(CHAIN, direction="ignored"), "closeness")
        assert both == near_dict(a=2 / 3, b=1, c=2 / 3)

    def test_undefined_where_somebody_is_out_of_reach(self):
        assert closeness(APART)["closeness"].isna().all()

    def test_within_reach_as_igraph(self):
        """igraph 1.3.5 of R: closeness(g, normalized = TRUE), for five actors the same."""
        found = values(closeness(APART, variant="within_reach"), "closeness")
        assert found == near_dict(a=2 / 3, b=1, c=2 / 3, d=1, e=1, f=np.nan)

    def test_wasserman_faust_counts_the_share_within_reach(self):
        found = values(closeness(APART, variant="wasserman_faust"), "closeness")
        assert found == near_dict(a=4 / 15, b=2 / 5, c=4 / 15, d=1 / 5, e=1 / 5, f=0)

    def test_gil_schmidt_as_sna(self):
        """sna 2.7-1: closeness(s, cmode = "gil-schmidt") of G1."""
        found = closeness(DIRECTED, variant="gil_schmidt")["closeness"].tolist()
        assert found == near([1, 0.8333333333333333, 0.75, 0, 1, 1, 1, 0.75])
        assert closeness(APART, variant="gil_schmidt")["closeness"].tolist() == near(
            [0.75, 1, 0.75, 1, 1, 0]
        )

    def test_costs_keep_their_unit(self):
        """A tie of strength 2 is half a step, one of 4 a quarter."""
        ties = [("a", "b", 2), ("b", "c", 4)]
        found = closeness(Network.from_pairs(ties), cost="1/strength")
        assert found["closeness"].tolist() == near([2 / 1.25, 2 / 0.75, 2 / 1])
        alike = Network.from_pairs([("a", "b", 5)])
        assert closeness(alike, cost="1/strength")["closeness"].tolist() == [5.0, 5.0]

    @pytest.mark.parametrize("variant", ["within_reach", "wasserman_faust", "gil_schmidt"])
    def test_one_actor_has_nobody_to_be_near(self, variant):
        assert np.isnan(closeness(ALONE)["closeness"].item())
        assert np.isnan(closeness(ALONE, variant=variant)["closeness"].item())

    def test_another_variant_is_refused(self):
        with pytest.raises(AssumptionError) as refused:
            closeness(ALONE, variant="networkx")
        assert str(refused.value) == (
            "closeness needs the variant 'freeman' or 'within_reach' or 'wasserman_faust' or "
            "'gil_schmidt'; got 'networkx'."
        )


class TestHarmonic:
    def test_g1(self):
        found = values(harmonic(UNDIRECTED), "harmonic")
        rounded = {actor: round(value, 4) for actor, value in found.items()}
        assert (rounded["I1"], rounded["O1"], rounded["O2"]) == (0.7857, 0.5952, 0.5)

    def test_who_is_out_of_reach_adds_nothing(self):
        apart = Network.from_pairs([("a", "b"), ("c", "d")])
        assert set(harmonic(apart)["harmonic"]) == {1 / 3}

    def test_along_the_ties_from_the_actor_outwards(self):
        assert values(harmonic(CHAIN), "harmonic") == {"a": 0.75, "b": 0.5, "c": 0}
        assert values(harmonic(CHAIN, direction="in"), "harmonic") == {"a": 0, "b": 0.5, "c": 0.75}
        both = values(harmonic(CHAIN, direction="ignored"), "harmonic")
        assert both == {"a": 0.75, "b": 1, "c": 0.75}

    def test_costs_keep_their_unit(self):
        ties = [("a", "b", 2), ("b", "c", 4)]
        found = harmonic(Network.from_pairs(ties), cost="1/strength")["harmonic"].tolist()
        assert found == near([(2 + 4 / 3) / 2, 3, (4 + 4 / 3) / 2])

    @pytest.mark.parametrize("measure", [closeness, harmonic])
    def test_a_cost_that_is_none_is_refused_by_name(self, measure):
        network = Network.from_pairs([("a", "b", 1), ("court", "program", 0)], is_directed=True)
        with pytest.raises(CollabnetError) as refused:
            measure(network, cost="1/strength", direction="in")
        assert str(refused.value) == (
            f"The measure {measure.__name__} with a cost of 1/strength needs strengths above zero; "
            "the tie 'court' to 'program' has 0.0. Correct it, leave the tie out, or use the cost "
            "'unweighted'."
        )

    def test_one_actor_has_nobody_to_be_near(self):
        assert np.isnan(harmonic(ALONE)["harmonic"].item())


class TestReach:
    def test_two_steps_unless_said(self):
        table = reach_in_steps(UNDIRECTED)
        assert values(table, "reach_in_steps") == {
            "A1": 7,
            "D1": 5,
            "D2": 4,
            "I1": 7,
            "O1": 5,
            "O2": 4,
            "O3": 4,
            "S1": 4,
        }
        assert values(table, "reach_in_steps_share")["O1"] == 5 / 7
        assert table.attrs["settings"] == {"steps": 2, "direction": "out"}

    def test_one_step_is_degree(self):
        for graph in random_graphs(count=40):
            column = "out_degree" if graph.is_directed() else "degree"
            found = reach_in_steps(graph, steps=1)["reach_in_steps"]
            assert found.tolist() == degree(graph)[column].tolist()

    def test_along_the_ties_outwards_unless_said(self):
        assert values(reach_in_steps(CHAIN), "reach_in_steps") == {"a": 2, "b": 1, "c": 0}
        assert values(reach_in_steps(CHAIN, direction="in"), "reach_in_steps") == {
            "a": 0,
            "b": 1,
            "c": 2,
        }

    def test_as_networkx_on_random_networks(self):
        for graph in random_graphs():
            for steps in (2, 3, 100):
                assert_reach(graph, steps)

    def test_many_actors_one_by_one_or_bit_by_bit(self, monkeypatch):
        """More than one go, of 512 bits or of 2,000 ways, with few ways to walk and with many."""
        monkeypatch.setattr(distance, "WAYS_AT_ONCE", 2000)
        assert_reach(nx.gnm_random_graph(700, 900, seed=1, directed=True), steps=3)
        with_hub = nx.compose(nx.star_graph(600), nx.gnm_random_graph(700, 900, seed=1))
        assert_reach(with_hub, steps=3)

    @pytest.mark.parametrize("steps", [0, -1, 1.5, float("inf"), float("nan"), None])
    def test_other_steps_are_refused(self, steps):
        with pytest.raises(AssumptionError) as refused:
            reach_in_steps(CHAIN, steps=steps)
        assert str(refused.value) == (
            f"reach_in_steps needs a whole number of steps, 1 or more; got {steps}. 1 counts the "
            "actors tied to each actor, 2 also theirs."
        )


class TestAgainstAllPaths:
    @pytest.mark.parametrize("cost", ["unweighted", "1/strength"])
    @pytest.mark.parametrize("direction", ["out", "in", "ignored"])
    def test_random_networks(self, cost, direction):
        for graph in random_graphs():
            plain = simple(graph, directed=graph.is_directed() and direction != "ignored")
            far = distances_of(plain, costs_of(plain, weighted=cost == "1/strength"))
            if direction == "in":
                far = {(v, u): cost_of for (u, v), cost_of in far.items()}
            rows = [[far[u, v] for v in plain if (u, v) in far] for u in plain]
            n = len(plain)
            options = {"cost": cost, "direction": direction}
            expected = [_ratio(sum(1 / d for d in row), n - 1) for row in rows]
            assert harmonic(graph, **options)["harmonic"].tolist() == near(expected)
            expected = [_ratio(n - 1, sum(row)) if len(row) == n - 1 else np.nan for row in rows]
            assert closeness(graph, **options)["closeness"].tolist() == near(expected)
            expected = [_ratio(len(row), sum(row)) for row in rows]
            found = closeness(graph, variant="within_reach", **options)["closeness"].tolist()
            assert found == near(expected)
            if n > 1:
                shared = [len(row) / (n - 1) * _ratio(len(row), sum(row) or 1) for row in rows]
                found = closeness(graph, variant="wasserman_faust", **options)["closeness"]
                assert found.tolist() == near(shared)
                means = [_ratio(sum(1 / d for d in row), len(row)) if row else 0 for row in rows]
                found = closeness(graph, variant="gil_schmidt", **options)["closeness"]
                assert found.tolist() == near(means)

    def test_networkx_and_igraph(self):
        for graph in random_graphs():
            plain = plain_of(graph)
            made = as_igraph(plain)
            if len(plain) < 2:
                continue
            theirs = nx.closeness_centrality(plain)
            found = closeness(graph, variant="wasserman_faust", direction="in")["closeness"]
            assert found.tolist() == near(theirs.values())
            theirs = nx.harmonic_centrality(plain)
            expected = [theirs[actor] / (len(plain) - 1) for actor in plain]
            assert harmonic(graph, direction="in")["harmonic"].tolist() == near(expected)
            assert harmonic(graph)["harmonic"].tolist() == near(
                made.harmonic_centrality(mode="out")
            )
            found = closeness(graph, variant="within_reach")["closeness"].tolist()
            assert found == near(made.closeness(mode="out"))
            found = closeness(graph, variant="within_reach", cost="1/strength")["closeness"]
            lengths = [1 / strength for strength in made.es["strength"]]
            assert found.tolist() == near(made.closeness(mode="out", weights=lengths))


def assert_reach(graph, steps):
    plain = plain_of(graph)
    far = [nx.single_source_shortest_path_length(plain, actor, cutoff=steps) for actor in plain]
    found = reach_in_steps(graph, steps=steps)["reach_in_steps"].tolist()
    assert found == [len(reached) - 1 for reached in far]


def near_dict(**expected):
    return pytest.approx(expected, nan_ok=True)


def _ratio(share, of):
    return float(Fraction(share) / of) if of else np.nan
