"""Pairs cut and pairs broken: by hand, and by removing every actor and searching again."""

from random import Random

import networkx as nx
import numpy as np
import pytest

from collabnet.metrics import cutpoints, pairs_broken, pairs_cut
from collabnet.model import Network
from collabnet.model.errors import AssumptionError, NotFoundError
from metrics.g1 import AGENCY, DIRECTED, UNDIRECTED, nonzero, values
from metrics.networks import network_of, random_graphs, simple
from metrics.removal.oracles import joined, reached, without


class TestPairsCut:
    @pytest.mark.parametrize("network", [UNDIRECTED, DIRECTED], ids=["undirected", "directed"])
    def test_g1_and_pairs_of_different_agencies_alone(self, network):
        table = pairs_cut(network, groups=AGENCY)
        assert nonzero(table, "pairs_cut") == {"I1": 11, "A1": 11}
        assert nonzero(table, "pairs_cut_between_groups") == {"I1": 8, "A1": 10}

    def test_without_groups_there_is_no_such_column(self):
        assert list(pairs_cut(UNDIRECTED).columns) == ["actor_id", "pairs_cut"]

    def test_an_actor_without_a_group_counts_as_one_of_its_own(self):
        star = Network.from_pairs([("hub", end) for end in "abcd"])
        table = pairs_cut(star, groups={"a": 1, "b": 1, "c": None, "d": float("nan")})
        assert nonzero(table, "pairs_cut_between_groups") == {"hub": 5}

    @pytest.mark.parametrize(
        ("groups", "said"),
        [
            (
                [1, 2, 1],
                "pairs_cut needs as groups the name of an attribute of the actors, or a dict from "
                "actor to group; got list. A list becomes one with "
                "dict(zip(network.actor_ids, groups)).",
            ),
            (
                {"a": [1]},
                "pairs_cut needs one group for every actor; 'a' has the list [1]. Give it a word "
                "or a number.",
            ),
        ],
    )
    def test_what_is_no_group_is_refused(self, groups, said):
        with pytest.raises(AssumptionError) as refused:
            pairs_cut(network_of(("a", "b"), ("b", "c")), groups=groups)
        assert str(refused.value) == said

    def test_groups_may_be_an_attribute(self):
        graph = UNDIRECTED.to_networkx()
        for actor, agency in AGENCY.items():
            graph.nodes[actor]["agency"] = agency
        table = pairs_cut(graph, groups="agency")
        assert nonzero(table, "pairs_cut_between_groups") == {"I1": 8, "A1": 10}
        assert table.attrs["settings"] == {"groups": "agency"}

    def test_an_attribute_that_nobody_has_is_refused(self):
        with pytest.raises(AssumptionError) as refused:
            pairs_cut(UNDIRECTED, groups="agency")
        assert str(refused.value) == (
            "pairs_cut needs an attribute of the actors as groups: they have none; got 'agency'. "
            "Choose among these, or hand over a dict from actor to group."
        )

    def test_florentine_families_as_computed_with_r(self):
        """Padgett's marriages; R 4.2.2, igraph 1.3.5: delete_vertices and components."""
        found = nonzero(pairs_cut(nx.florentine_families_graph()), "pairs_cut")
        assert found == {"Medici": 35, "Guadagni": 13, "Albizzi": 13, "Salviati": 13}


class TestPairsBroken:
    def test_g1_along_the_referrals(self):
        """A1 carries D2 and S1 to I1; D1 has O1 as well."""
        assert nonzero(pairs_broken(DIRECTED), "pairs_broken") == {"A1": 2}

    def test_undirected_pairs_count_from_both_ends(self):
        assert nonzero(pairs_broken(UNDIRECTED), "pairs_broken") == {"I1": 22, "A1": 22}

    def test_from_some_to_some(self):
        table = pairs_broken(DIRECTED, from_actors=["D1", "D2"], to_actors=["I1", "A1"])
        assert nonzero(table, "pairs_broken") == {"A1": 1}
        assert table.attrs["settings"] == {"from_actors": ("D1", "D2"), "to_actors": ("A1", "I1")}

    def test_everybody_on_the_only_way(self):
        line = network_of(("a", "b"), ("b", "c"), ("c", "d"), directed=True)
        assert values(pairs_broken(line), "pairs_broken") == {"a": 0, "b": 2, "c": 2, "d": 0}
        assert nonzero(pairs_broken(line, from_actors="a", to_actors="d"), "pairs_broken") == {
            "b": 1,
            "c": 1,
        }

    def test_nobody_asked_for_is_nothing_broken(self):
        assert not nonzero(pairs_broken(DIRECTED, from_actors=[]), "pairs_broken")

    def test_somebody_unknown_is_refused(self):
        with pytest.raises(NotFoundError) as refused:
            pairs_broken(DIRECTED, to_actors=["shelter"])
        assert str(refused.value) == (
            "There is no actor 'shelter'. pairs_broken needs actors of the network."
        )


class TestRandom:
    def test_pairs_cut_by_removing_each(self):
        for graph in random_graphs():
            plain = simple(graph, directed=False)
            groups = {actor: i % 3 for i, actor in enumerate(graph)}
            table, whole = pairs_cut(graph, groups=groups), joined(plain)
            for actor in graph:
                lost = {pair for pair in whole if actor not in pair} - joined(without(plain, actor))
                assert values(table, "pairs_cut")[actor] == len(lost)
                between = [1 for one, two in map(tuple, lost) if groups[one] != groups[two]]
                assert values(table, "pairs_cut_between_groups")[actor] == len(between)
            cuts = {actor for actor, n in values(table, "pairs_cut").items() if n}
            assert cuts == set(nx.articulation_points(plain))
            assert values(cutpoints(graph), "pairs_cut") == values(table, "pairs_cut")

    def test_pairs_broken_by_removing_each(self):
        for seed, graph in enumerate(random_graphs()):
            draw, plain = Random(seed), simple(graph, directed=graph.is_directed())
            n_from, n_to = (draw.choice([len(graph), draw.randint(0, len(graph))]) for _ in "st")
            sources, targets = draw.sample(list(graph), n_from), draw.sample(list(graph), n_to)
            found = values(
                pairs_broken(graph, from_actors=sources, to_actors=targets), "pairs_broken"
            )
            whole = reached(plain, sources, targets)
            for actor in graph:
                left = reached(without(plain, actor), sources, targets)
                lost = {pair for pair in whole if actor not in pair} - left
                assert found[actor] == len(lost), (seed, actor)

    def test_pairs_broken_as_dominators_of_networkx_and_igraph(self):
        """Directed, everybody: those above a target in the dominator trees of both."""
        import igraph

        for graph in random_graphs(directed=True, count=100):
            plain = simple(graph, directed=True)
            place = {actor: i for i, actor in enumerate(plain)}
            other = igraph.Graph(
                len(place), [(place[u], place[v]) for u, v in plain.edges], directed=True
            )
            found = values(pairs_broken(graph), "pairs_broken")
            by_networkx, by_igraph = np.zeros(len(plain)), np.zeros(len(plain))
            for source in plain:
                tree = nx.immediate_dominators(plain, source)
                parents = other.dominator(place[source], mode="out")
                for target in set(tree) - {source}:
                    above = tree[target]
                    while above is not None and above != source:
                        by_networkx[place[above]] += 1
                        above = tree[above]
                    up = parents[place[target]]
                    while up >= 0 and up != place[source]:
                        by_igraph[up] += 1
                        up = parents[up]
            assert by_networkx.tolist() == by_igraph.tolist() == list(found.values())
