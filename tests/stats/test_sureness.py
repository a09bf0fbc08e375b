"""Intervals of centralities, rank bands, and how steady a centrality is."""

import networkx as nx
import numpy as np
import pytest

from collabnet.engine.work import told_to
from collabnet.metrics.arrays import read
from collabnet.model import Network
from collabnet.model.errors import AssumptionError, NotFoundError
from collabnet.stats import centrality_intervals, cug_test, stability
from collabnet.stats.bands import ranks
from collabnet.stats.leaving_out import Drawing
from metrics.g1 import DIRECTED

approx = pytest.approx
STAR = nx.star_graph(9)
KARATE = nx.karate_club_graph()
HOW = pytest.mark.parametrize("by", ["case_dropping", "tie_resampling"])


def drawn_from(of, rows):
    """Give the network of some rows, in their order."""
    graph = of()
    graph.add_edges_from(rows)
    return read(graph, "test")


def turned(graph):
    """Give the same graph, its actors and ties in another order."""
    other = nx.Graph()
    other.add_nodes_from(reversed(list(graph.nodes(data=True))))
    other.add_edges_from((v, u, a) for u, v, a in reversed(list(graph.edges(data=True))))
    return other


class TestIntervals:
    @HOW
    def test_the_centre_of_a_star_is_first_and_the_others_are_alike(self, by):
        table = centrality_intervals(STAR, "degree", by=by, draws=60).table
        centre, others = table.iloc[0], table.iloc[1:]
        assert (centre["value"], centre["band"], centre["first_share"]) == (9, 1, 1)
        assert centre["is_first"]
        assert set(others["band"]) == {2}
        assert set(others["first_share"]) == {0}

    @HOW
    def test_an_interval_holds_the_value_and_a_rank_is_among_all(self, by):
        found = centrality_intervals(KARATE, ["degree", "betweenness"], by=by, draws=40)
        table = found.table
        assert (table["ci_low"] <= table["value"]).all()
        assert (table["value"] <= table["ci_high"]).all()
        assert table["rank_low"].min() >= 1 and table["rank_high"].max() <= 34
        assert (table["rank_low"] <= table["rank_high"]).all()
        assert table["measure"].unique().tolist() == ["degree", "betweenness"]
        assert table["actor_id"].tolist() == [*KARATE, *KARATE]
        assert "rank" not in table

    def test_nobody_is_first_who_is_first_in_fewer_than_90_percent(self):
        """Of the karate club's two leaders, 16 and 17 ties, neither is."""
        table = centrality_intervals(KARATE, "degree", draws=200).table
        leaders = table.loc[[0, 33]]
        assert leaders["band"].tolist() == [1, 1]
        assert leaders["first_share"].between(0.05, 0.9).all()
        assert not table["is_first"].any()

    def test_two_with_the_same_value_are_never_first(self):
        pair = nx.Graph([("a", one) for one in "cdef"] + [("b", one) for one in "ghij"])
        pair.add_edge("a", "b")
        assert not centrality_intervals(pair, "degree", draws=40).table["is_first"].any()

    def test_leaving_out_is_by_the_share(self):
        drawing = Drawing(Network.from_networkx(KARATE))
        random = np.random.default_rng(1)
        assert len(drawing.without_actors(0.1, random).actor_ids) == 31
        assert len(drawing.without_actors(0.001, random).actor_ids) == 33
        assert len(drawing.without_ties(0.5, random).keyed_ties) == 39
        table = centrality_intervals(KARATE, "degree", leave_out=0.5, draws=200).table
        assert table["n_draws"].mean() == 100

    def test_the_same_log_kept_once_more_has_as_many_rows(self):
        drawing = Drawing(DIRECTED)
        random = np.random.default_rng(1)
        logs = [drawing.resampled(random).arcs[2] for _ in range(300)]
        assert {one.sum() for one in logs} == {25}
        assert all((one == np.floor(one)).all() for one in logs)
        heavy = np.mean([drawing.resampled(random).arcs[2].max() for _ in range(50)])
        assert heavy > 6

    def test_ties_without_whole_strengths_are_drawn_whole(self):
        network = Network.from_pairs([("a", "b", 0.5), ("b", "c", 2), ("c", "d", 1.5)])
        one = Drawing(network).resampled(np.random.default_rng(3))
        times = {0.5: 0.5, 2: 2, 1.5: 1.5}
        own = {frozenset(tie[:2]): tie[3]["strength"] for tie in network.keyed_ties}
        drawn = [t[3]["strength"] / times[own[frozenset(t[:2])]] for t in one.keyed_ties]
        assert sum(drawn) == 3 and all(n == int(n) for n in drawn)

    def test_undefined_stays_undefined(self):
        graph = nx.path_graph(5)
        graph.add_node("alone")
        row = centrality_intervals(graph, "constraint", draws=30).table.iloc[-1]
        assert row["actor_id"] == "alone"
        assert np.isnan(row[["value", "ci_low", "rank_low", "band"]].astype(float)).all()

    @HOW
    def test_the_seed_decides_and_the_order_of_the_input_does_not(self, by):
        asked = {"measures": ["degree"], "by": by, "draws": 40}
        first = centrality_intervals(KARATE, **asked).table.set_index("actor_id")
        same = centrality_intervals(turned(KARATE), **asked).table.set_index("actor_id")
        other = centrality_intervals(KARATE, seed=2, **asked).table.set_index("actor_id")
        assert first.equals(same.loc[first.index])
        assert not first.equals(other)

    def test_the_sentence_names_nobody(self):
        found = centrality_intervals(STAR, "degree", draws=60)
        assert found.sentence == (
            "By degree, the 10 actors with a value fall into 2 bands; one actor is first in 90 % "
            "of the draws."
        )
        assert found.notes[-1] == (
            "A row for each actor: for whoever holds the data, and no measure of anybody's work."
        )

    @pytest.mark.parametrize(
        ("measures", "options", "said"),
        [
            (
                "density",
                {},
                "centrality_intervals needs a measure with a number for each actor; density has "
                "rows for network. Take another; jackknife and cug_test take measures of a "
                "network.",
            ),
            ([], {}, "centrality_intervals needs the name of at least one measure; got none."),
            (
                "degree",
                {"by": "both"},
                "centrality_intervals needs the by 'case_dropping' or 'tie_resampling'; got "
                "'both'.",
            ),
            (
                "degree",
                {"leave_out": 1.0},
                "centrality_intervals needs as leave_out a share above 0 and below 1; got 1.0.",
            ),
            (
                "degree",
                {"draws": 5},
                "centrality_intervals needs as draws a whole number, 20 or more; got 5.",
            ),
        ],
    )
    def test_what_does_not_fit_is_refused(self, measures, options, said):
        with pytest.raises(AssumptionError) as refused:
            centrality_intervals(KARATE, measures, **options)
        assert str(refused.value) == said

    def test_a_measure_that_is_not_there(self):
        with pytest.raises(NotFoundError, match="There is no measure 'fame'"):
            centrality_intervals(KARATE, "fame")

    def test_three_actors_are_too_few(self):
        with pytest.raises(AssumptionError) as refused:
            centrality_intervals(nx.path_graph(3), "degree")
        assert str(refused.value) == (
            "centrality_intervals needs 4 actors or more; got 3. There is too little to leave out."
        )


class TestStability:
    def test_a_star_is_steady_while_its_centre_and_a_leaf_are_there(self):
        """Degree correlates fully, or not at all where the centre is gone: 1 draw in 10."""
        found = stability(STAR, "degree", drops=[0.1], draws=300)
        row = found.row
        assert row["correlation"] == approx(1)
        assert row["n_undefined"] / 300 == approx(0.1, abs=0.06)
        assert row["share_enough"] == 1 - row["n_undefined"] / 300
        assert found.cs_coefficient == 0
        assert found.sentence == (
            "The order of actors by degree is not steady: leaving few actors out changes it."
        )

    @pytest.mark.parametrize("by", ["actors", "ties"])
    def test_more_left_out_correlates_less(self, by):
        found = stability(KARATE, "betweenness", drops=[0.1, 0.5], by=by, draws=60)
        assert found.table["correlation"].is_monotonic_decreasing
        assert found.table["n_left"].tolist() == ([31, 17] if by == "actors" else [70, 39])

    def test_degree_is_steadier_than_betweenness(self):
        degree, betweenness = (
            stability(KARATE, name, draws=60).cs_coefficient for name in ("degree", "betweenness")
        )
        assert (degree, betweenness) == (0.5, 0.3)

    @pytest.mark.parametrize("how", ["pearson", "spearman"])
    def test_correlation_by_definition(self, how):
        """One tie left out of a small network: every draw is one of its ties."""
        graph = nx.Graph([(0, 1), (0, 2), (0, 3), (1, 2), (3, 4)])
        whole = [graph.degree(i) for i in range(5)]
        expected = []
        for tie in graph.edges:
            one = graph.copy()
            one.remove_edge(*tie)
            pair = np.array([whole, [one.degree(i) for i in range(5)]], dtype=float)
            if how == "spearman":
                pair = np.array([ranks(values) for values in pair])
            expected.append(np.corrcoef(pair)[0, 1])
        row = stability(graph, "degree", drops=[0.2], by="ties", draws=400, correlation=how).row
        assert row["correlation"] == approx(np.mean(expected), abs=0.03)
        assert row["ci_low"] == approx(min(expected), abs=1e-9)
        assert row["ci_high"] == approx(max(expected), abs=1e-9)

    def test_a_share_more_changes_none_of_the_others(self):
        one = stability(KARATE, "degree", drops=[0.3], draws=20).table
        two = stability(KARATE, "degree", drops=[0.1, 0.3], draws=20).table
        assert one.iloc[0].equals(two.iloc[1].rename(0))

    def test_the_seed_decides_and_the_order_of_the_input_does_not(self):
        first, same, other = (
            stability(one, "degree", drops=[0.2], draws=20, seed=seed).table
            for one, seed in ((KARATE, 1), (turned(KARATE), 1), (KARATE, 2))
        )
        assert first.equals(same)
        assert not first.equals(other)

    @pytest.mark.parametrize("of", [nx.Graph, nx.MultiDiGraph])
    def test_nor_in_the_last_digit(self, of):
        """Sums over ties taken in another order differ there: so they are put in one order."""
        rows = [(2, 1, {"strength": 0.1}), (1, 3, {"strength": 0.2}), (4, 2, {"strength": 0.7})]
        one, other = (Drawing(drawn_from(of, each)).network for each in (rows, rows[::-1]))
        assert one.named_actors == other.named_actors
        assert one.keyed_ties == other.keyed_ties

    def test_shares_may_be_an_array(self):
        one, other = (
            stability(KARATE, "degree", drops=drops, draws=5).table
            for drops in ([0.1, 0.2], np.array([0.2, 0.1]))
        )
        assert one.equals(other)

    @pytest.mark.parametrize("drops", [[0.1, "a"], {0.1}, np.array([[0.1, 0.2]])])
    def test_what_is_no_share_is_refused(self, drops):
        with pytest.raises(AssumptionError, match=r"^stability needs as drops a share above 0"):
            stability(KARATE, "degree", drops=drops)

    def test_who_listens_hears_of_the_whole_alone(self):
        """Betweenness is long work of its own; it is never told in between."""
        heard = []

        class Listener:
            def expect(self, what, seconds):
                pass

            def advance(self, what, done, total):
                heard.append((what, done, total))

        with told_to(Listener()):
            cug_test(KARATE, {"centralization": {"of": "betweenness"}}, draws=5)
        at = next(i for i, one in enumerate(heard) if one[2] == 5)
        whole = heard[at:]
        assert {what for what, _, _ in whole} == {whole[0][0]}
        assert [done for _, done, _ in whole] == sorted(done for _, done, _ in whole)
        assert whole[-1][1:] == (5, 5)

    def test_one_number_for_each_actor(self):
        with pytest.raises(AssumptionError) as refused:
            stability(DIRECTED, "hubs_and_authorities")
        assert str(refused.value) == (
            "stability needs one number for each actor; got hub, authority. Name one measure."
        )
