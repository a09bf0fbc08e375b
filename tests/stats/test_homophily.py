"""Homophily by groups, and autocorrelation of numbers."""

from itertools import permutations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabnet.metrics import ei_index, group_assortativity
from collabnet.model import Network
from collabnet.model.errors import AssumptionError
from collabnet.stats import homophily, network_autocorrelation, qap_correlation
from metrics.g1 import AGENCY, DIRECTED
from stats.r_relations import MARRIAGE, graph_of, wealth
from stats.reference import REFERENCE

approx = pytest.approx
KARATE = nx.karate_club_graph()
SIX = graph_of(6, (0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (4, 5))
HALVES = {i: "a" if i < 3 else "b" for i in range(6)}


def by_measure(found):
    return found.table.set_index("measure")


class TestHomophily:
    def test_by_hand(self):
        """Five of six ties within halves; 6 pairs of 15 are in one half: odds 5 * 8 / (1 * 1).

        Degrees of the halves are 7 and 5: (10/12 - 74/144) / (1 - 74/144).
        """
        table = by_measure(homophily(SIX, groups=HALVES))
        assert table["observed"].tolist() == approx([5, -4 / 6, 40, 46 / 70])
        assert table.loc["same_group_ties", "mean_by_chance"] == approx(6 * 6 / 15)

    def test_its_numbers_are_those_of_the_measures(self):
        table = by_measure(homophily(KARATE, groups="club", permutations=99))
        assert table.loc["ei_index", "observed"] == ei_index(KARATE, groups="club")["ei_index"][0]
        mixing = group_assortativity(KARATE, groups="club")["group_assortativity"][0]
        assert table.loc["assortativity", "observed"] == approx(mixing)
        directed = by_measure(homophily(DIRECTED, groups=AGENCY, direction="out"))
        mixing = group_assortativity(DIRECTED, groups=AGENCY)["group_assortativity"][0]
        assert directed.loc["assortativity", "observed"] == approx(mixing)

    def test_the_test_is_that_of_the_ei_index(self):
        ei = ei_index(SIX, groups=HALVES).iloc[0]
        row = by_measure(homophily(SIX, groups=HALVES)).loc["ei_index"]
        assert row["p_alike"] == approx(ei["ei_at_most"])
        assert row["p_unlike"] == approx(ei["ei_at_least"])
        assert row["p_two_sided"] == approx(ei["ei_p_value"])
        assert row["mean_by_chance"] == approx(ei["ei_expected"])

    def test_and_that_of_a_correlation_with_the_same_group_matrix(self):
        same = nx.Graph((u, v) for u in HALVES for v in HALVES if u < v and HALVES[u] == HALVES[v])
        row = by_measure(homophily(SIX, groups=HALVES)).loc["same_group_ties"]
        assert qap_correlation(SIX, same).row["p_greater"] == approx(row["p_alike"])

    @settings(max_examples=15)
    @given(seed=st.integers(0, 10**6), is_directed=st.booleans())
    def test_assortativity_against_every_grouping(self, seed, is_directed):
        graph = nx.gnp_random_graph(6, 0.4, seed=seed, directed=is_directed)
        names = ["a", "a", "b", "b", "b", "c"]
        direction = "out" if is_directed else "ignored"

        def value(dealt):
            groups = dict(zip(graph, dealt, strict=True))
            return group_assortativity(graph, groups=groups)["group_assortativity"][0]

        row = by_measure(homophily(graph, groups=dict(enumerate(names)), direction=direction)).loc[
            "assortativity"
        ]
        own = value(names)
        assert row["observed"] == approx(own, nan_ok=True)
        if not np.isnan(own):
            every = np.array([value(dealt) for dealt in set(permutations(names))])
            every = every[~np.isnan(every)]
            assert row["p_alike"] == approx(np.mean(every >= own - 1e-9))
            assert row["p_unlike"] == approx(np.mean(every <= own + 1e-9))

    def test_join_counts_of_each_group(self):
        """By chance each of 6 ties falls within a half of three in 3 of 15 cases."""
        groups = homophily(SIX, groups=HALVES).groups.set_index("group")
        assert groups["same_group_ties"].tolist() == [3, 2]
        assert groups["mean_by_chance"].tolist() == approx([6 * 3 / 15] * 2)
        triangle = sum(set(deal) == {0, 1, 2} for deal in permutations(range(6), 3)) / 120
        assert groups.loc["a", "p_greater"] == approx(triangle)

    def test_strengths_count_where_asked_for(self):
        network = Network.from_pairs([(0, 1, 4), (1, 2, 1), (2, 3, 2)])
        table = by_measure(homophily(network, groups={0: 1, 1: 1, 2: 2, 3: 2}, weights="strength"))
        assert table.loc["ei_index", "observed"] == approx((1 - 6) / 7)
        assert np.isnan(table.loc["odds_ratio", "observed"])

    def test_without_ties_nothing_can_be_told(self):
        found = homophily(nx.empty_graph(4), groups={0: 1, 1: 1, 2: 2, 3: 2})
        assert by_measure(found)["p_two_sided"].isna().all()
        assert found.sentence == (
            "There are no ties: whether they join alike with alike can't be told."
        )

    def test_all_ties_within_groups_have_endless_odds(self):
        table = by_measure(homophily(graph_of(4, (0, 1)), groups={0: 1, 1: 1, 2: 2, 3: 2}))
        assert table.loc["odds_ratio", "observed"] == np.inf
        assert table.loc["odds_ratio", "p_alike"] == approx(1 / 3)

    def test_the_sentence(self):
        found = homophily(KARATE, groups="club", permutations=2_000)
        assert found.sentence == (
            "86 % of the ties are within a group; by chance it would be 49 %. As far from that: "
            "chance gives as much in fewer than 1 of 100 cases (p < 0.001)."
        )

    def test_the_seed_decides_and_the_order_of_the_input_does_not(self):
        turned = nx.Graph()
        turned.add_nodes_from(reversed(list(KARATE.nodes(data=True))))
        turned.add_edges_from((v, u) for u, v in reversed(list(KARATE.edges)))
        groups = {actor: actor % 3 for actor in KARATE}
        first, same, other = (
            homophily(one, groups=groups, permutations=200, seed=seed).table
            for one, seed in ((KARATE, 1), (turned, 1), (KARATE, 2))
        )
        assert first.equals(same)
        assert not first.equals(other)


class TestAutocorrelation:
    def test_wealth_of_families_who_marry_as_in_r(self):
        """nacf of sna, type "moran" and "geary"."""
        found = network_autocorrelation(MARRIAGE, values=wealth())
        table = by_measure(found)
        assert table.loc["moran_i", "observed"] == approx(REFERENCE["moran"][0], rel=1e-9)
        assert table.loc["geary_c", "observed"] == approx(REFERENCE["geary"][0], rel=1e-9)
        assert table["expected"].tolist() == [-1 / 15, 1]
        assert found.sentence.startswith(
            "The numbers of tied actors are farther from each other than expected by "
            "chance: Moran's I is -0.311; chance gives as much in "
        )

    @settings(max_examples=15)
    @given(seed=st.integers(0, 10**6), is_directed=st.booleans())
    def test_by_definition_against_every_way_to_deal_the_numbers_out(self, seed, is_directed):
        graph = nx.gnp_random_graph(5, 0.5, seed=seed, directed=is_directed)
        x = np.random.default_rng(seed).integers(0, 5, 5).astype(float)
        w = nx.to_numpy_array(graph)

        def scores(values):
            z = values - values.mean()
            apart = (values[:, None] - values[None, :]) ** 2
            return (
                5 * (w * np.outer(z, z)).sum() / (w.sum() * (z**2).sum()),
                4 * (w * apart).sum() / (2 * w.sum() * (z**2).sum()),
            )

        table = network_autocorrelation(graph, values=dict(enumerate(x))).table
        if not w.sum() or np.ptp(x) == 0:
            assert table["observed"].isna().all()
            return
        every = np.array([scores(x[list(order)]) for order in permutations(range(5))])
        for i, own in enumerate(scores(x)):
            row = table.iloc[i]
            assert row["observed"] == approx(own)
            assert row["expected"] == approx(every[:, i].mean())
            assert row["p_greater"] == approx(np.mean(every[:, i] >= own - 1e-9))
            assert row["p_less"] == approx(np.mean(every[:, i] <= own + 1e-9))

    def test_who_has_no_number_is_left_out_and_said(self):
        values = {i: i for i in range(5)}
        found = network_autocorrelation(SIX, values=values)
        assert found.notes[0] == "1 actor has no number and is left out."
        rest = network_autocorrelation(SIX.subgraph(range(5)), values=values)
        assert found.table.equals(rest.table)

    @pytest.mark.parametrize(
        ("values", "said"),
        [
            (
                "years",
                "network_autocorrelation needs an attribute of the actors as values: they have "
                "none; got 'years'. Choose among these, or hand over a dict from actor to number.",
            ),
            (
                {0: "many"},
                "network_autocorrelation needs a number for each actor, or none; 0 has 'many'. "
                "For groups there is homophily.",
            ),
            (
                {0: 1, 1: 2},
                "network_autocorrelation needs 3 actors or more; got 2. There is too little to "
                "compare.",
            ),
        ],
    )
    def test_what_are_no_numbers(self, values, said):
        with pytest.raises(AssumptionError) as refused:
            network_autocorrelation(SIX, values=values)
        assert str(refused.value) == said
