"""QAP correlation: exact on few actors, near R's on more, the same for any order of input."""

from itertools import permutations

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import collabnet as cn
from collabnet.engine.work import told_to
from collabnet.model import Network
from collabnet.model.errors import AssumptionError, CollabnetError
from collabnet.stats import orders, qap_correlation
from stats.r_relations import BUSINESS, MARRIAGE, graph_of, regressions
from stats.reference import REFERENCE, is_near

approx = pytest.approx
FIVE = graph_of(5, (0, 1), (0, 2), (1, 2), (3, 4)), graph_of(5, (0, 1), (0, 2), (1, 2), (2, 3))
FOUR = graph_of(4, (0, 1), (0, 2), (0, 3)), graph_of(4, (0, 1), (0, 2), (1, 2))


def frame(array):
    """Give a square table of actors a, b, c ..."""
    ids = [chr(97 + i) for i in range(len(array))]
    return pd.DataFrame(array, index=ids, columns=ids, dtype=float)


def by_definition(x, y, *, is_directed):
    """Correlate cell by cell, and with every relabelling: r, and the three shares."""
    n = len(x)
    cells = [(i, j) for i in range(n) for j in range(n) if i != j and (is_directed or i < j)]

    def r(order):
        pairs = [(x[i, j], y[order[i], order[j]]) for i, j in cells]
        pairs = [(a, b) for a, b in pairs if not (np.isnan(a) or np.isnan(b))]
        first, second = (np.array(one) for one in zip(*pairs, strict=True))
        if np.ptp(first) == 0 or np.ptp(second) == 0:
            return np.nan
        return np.corrcoef(first, second)[0, 1]

    own = r(range(n))
    every = np.array([r(order) for order in permutations(range(n))])
    every = every[~np.isnan(every)]
    return own, [
        np.mean(every >= own - 1e-9),
        np.mean(every <= own + 1e-9),
        np.mean(abs(every) >= abs(own) - 1e-9),
    ]


def shares(found):
    return found.row[["p_greater", "p_less", "p_two_sided"]].astype(float).tolist()


class TestExact:
    def test_all_120_relabellings_of_five_actors(self):
        row = qap_correlation(*FIVE).row
        assert (round(row["r"], 4), row["p_greater"]) == (0.5833, 12 / 120)
        assert (row["n_permutations"], row["is_exact"], row["n_pairs"]) == (120, True, 10)

    def test_all_24_relabellings_of_four_actors(self):
        row = qap_correlation(*FOUR).row
        assert (round(row["r"], 4), row["p_greater"]) == (0.3333, 18 / 24)

    @settings(max_examples=25)
    @given(seed=st.integers(0, 10**6), is_directed=st.booleans(), blanks=st.integers(0, 3))
    def test_by_definition_with_blanks_too(self, seed, is_directed, blanks):
        random = np.random.default_rng(seed)
        x, y = (random.integers(0, 3, (5, 5)).astype(float) for _ in range(2))
        if not is_directed:
            x, y = np.triu(x, 1) + np.triu(x, 1).T, np.triu(y, 1) + np.triu(y, 1).T
        for i, j in random.integers(0, 5, (blanks, 2)):
            y[i, j] = y[j, i] = np.nan
        found = qap_correlation(frame(x), frame(y))
        np.fill_diagonal(y, 0)
        own, expected = by_definition(x, y, is_directed=is_directed)
        assert found.row["r"] == approx(own, nan_ok=True, abs=1e-12)
        if not np.isnan(own):
            assert shares(found) == approx(expected)

    def test_a_relation_goes_fully_with_itself_and_fully_against_its_opposite(self):
        x = FIVE[0]
        assert qap_correlation(x, x).row["r"] == approx(1)
        assert qap_correlation(x, nx.complement(x)).row["r"] == approx(-1)


class TestDrawn:
    def test_florentine_families_marry_those_they_trade_with(self):
        """r = 0.372: Borgatti, Everett and Freeman (2002), UCINET's guide; and R."""
        found = qap_correlation(MARRIAGE, BUSINESS)
        r, greater, less = REFERENCE["florence/qap"]
        assert found.row["r"] == approx(r, abs=1e-12)
        assert is_near(found.row["p_greater"], greater, 10_000)
        assert is_near(found.row["p_less"], less, 10_000)
        assert found.sentence == (
            "The two relations go together: r = 0.372; chance gives as much in fewer than 1 of "
            "100 cases (p = 0.001)."
        )

    @pytest.mark.parametrize("name", ["drawn", "drawn directed"])
    def test_strengths_as_in_r(self, name):
        (y, x, _), _ = regressions()[name]
        found = qap_correlation(frame(y), frame(x), permutations=5_000)
        r, greater, less = REFERENCE[f"{name}/qap"]
        assert found.row["r"] == approx(r, rel=1e-9)
        assert is_near(found.row["p_greater"], greater, 5_000)
        assert is_near(found.row["p_less"], less, 5_000)

    def test_drawn_shares_count_the_observed_one(self):
        row = qap_correlation(MARRIAGE, MARRIAGE, permutations=99).row
        assert (row["p_greater"], row["p_less"]) == (1 / 100, 1.0)

    def test_drawn_shares_come_near_to_the_exact_ones(self, monkeypatch):
        exact = shares(qap_correlation(*FIVE))
        monkeypatch.setattr(orders, "MOST_EXACT", 0)
        found = qap_correlation(*FIVE, permutations=4_000)
        assert not found.row["is_exact"]
        assert shares(found) == approx(exact, abs=0.03)

    def test_the_seed_decides_and_the_order_of_the_input_does_not(self):
        turned = nx.Graph()
        turned.add_nodes_from(reversed(list(BUSINESS)))
        turned.add_edges_from((v, u) for u, v in reversed(list(BUSINESS.edges)))
        first = qap_correlation(MARRIAGE, BUSINESS, permutations=300)
        same = qap_correlation(MARRIAGE, Network.from_networkx(turned), permutations=300)
        other = qap_correlation(MARRIAGE, BUSINESS, permutations=300, seed=2)
        assert first.table.equals(same.table)
        assert not first.table.equals(other.table)

    def test_parts_change_no_share(self, monkeypatch):
        whole = qap_correlation(MARRIAGE, BUSINESS, permutations=300)
        monkeypatch.setattr(orders, "AT_ONCE", 1)
        assert shares(qap_correlation(MARRIAGE, BUSINESS, permutations=300)) == shares(whole)


class TestInput:
    def test_networks_graphs_and_tables_say_the_same(self):
        x, y = FIVE
        asked = [
            (x, y),
            (Network.from_networkx(x), nx.to_pandas_adjacency(y)),
            (nx.to_pandas_adjacency(x), nx.to_pandas_adjacency(y).iloc[::-1]),
        ]
        assert len({repr(qap_correlation(*one)) for one in asked}) == 1

    def test_strengths_count_where_asked_for(self):
        x = Network.from_pairs([("a", "b", 5), ("b", "c", 1), ("c", "d", 1)])
        y = Network.from_pairs([("a", "b"), ("c", "d")])
        plain, strong = (
            qap_correlation(x, y, weights=weights).row["r"]
            for weights in ("unweighted", "strength")
        )
        both = np.array([[5, 0, 0, 1, 0, 1], [1, 0, 0, 0, 0, 1]])
        assert strong == approx(np.corrcoef(both)[0, 1])
        assert plain == approx(np.corrcoef(both > 0)[0, 1])

    def test_blanks_are_left_out_and_said(self):
        y = nx.to_pandas_adjacency(FIVE[1]).astype(float)
        y.loc[0, 1] = y.loc[1, 0] = np.nan
        found = qap_correlation(FIVE[0], y)
        assert found.row["n_pairs"] == 9
        assert found.notes[0] == (
            "1 of 10 pairs of actors was left out: a relation has no value there."
        )

    @pytest.mark.parametrize(
        ("kind", "blank"),
        [("Int64", pd.NA), ("str", ""), ("object", None), ("boolean", pd.NA), ("float", np.nan)],
    )
    def test_a_blank_of_any_kind_is_one(self, kind, blank):
        y = nx.to_pandas_adjacency(FIVE[1]).astype("int64")
        expected = y.astype(float)
        expected.loc[0, 1] = np.nan
        y = y.astype(kind)
        y.loc[0, 1] = blank
        found = qap_correlation(FIVE[0], y)
        assert found.row["n_pairs"] == 19
        assert found.table.equals(qap_correlation(FIVE[0], expected).table)

    def test_a_relation_that_is_the_same_for_all_pairs_is_undefined(self):
        found = qap_correlation(FIVE[0], nx.complete_graph(5))
        assert np.isnan([found.row["r"], *shares(found)]).all()
        assert found.sentence == (
            "One of the relations is the same for all pairs: they can't be correlated."
        )

    def test_other_actors_are_refused(self):
        with pytest.raises(CollabnetError) as refused:
            qap_correlation(FIVE[0], FOUR[0])
        assert str(refused.value) == (
            "qap_correlation needs relations of the same actors; the actor 4 is in x, and not in "
            "y. Leave out whoever is in one alone, with network.without([...])."
        )

    def test_a_table_that_is_not_square_is_refused(self):
        with pytest.raises(CollabnetError) as refused:
            qap_correlation(frame(np.eye(4)), frame(np.eye(4)).iloc[:3])
        assert str(refused.value) == (
            "qap_correlation needs y as a square table: a row and a column for each actor, each "
            "once and with the same ids. Got 3 rows and 4 columns; 'd' is not in both. Make the "
            "ids of rows and columns the same."
        )

    def test_a_table_of_words_is_refused(self):
        words = frame(np.eye(4)).astype(object)
        words.iloc[0, 1] = "often"
        with pytest.raises(CollabnetError) as refused:
            qap_correlation(words, frame(np.eye(4)))
        assert str(refused.value) == (
            "qap_correlation needs finite numbers in x, or blanks where it is not known whether "
            "there is a tie; it holds something else. Correct the cells."
        )

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            ({"permutations": 0}, "permutations a whole number, 1 or more; got 0."),
            ({"seed": -1}, "seed a whole number, 0 or more; got -1."),
        ],
    )
    def test_options_out_of_range(self, options, said):
        with pytest.raises(AssumptionError) as refused:
            qap_correlation(*FIVE, **options)
        assert str(refused.value) == f"qap_correlation needs as {said}"

    def test_two_actors_are_too_few(self):
        with pytest.raises(AssumptionError) as refused:
            qap_correlation(nx.path_graph(2), nx.path_graph(2))
        assert str(refused.value) == (
            "qap_correlation needs 3 actors or more; got 2. There is too little to compare."
        )


class TestFace:
    def test_statistics_come_with_the_package(self):
        assert cn.stats.qap_correlation is qap_correlation
        assert "stats" in dir(cn)

    def test_a_notebook_shows_sentence_table_and_notes(self):
        found = qap_correlation(*FIVE)
        shown = found._repr_html_()
        assert (
            "<p>The two relations go together: r = 0.583; chance gives as much in 10 of 100 cases"
            in shown
        )
        assert "Every relabelling was gone through: 120." in shown
        assert "<td>0.583333</td>" in shown

    def test_names_are_text_in_a_notebook(self):
        bold = nx.relabel_nodes(graph_of(4, (0, 1), (1, 2), (2, 3)), {0: "<b>Ann</b>"})
        assert "<b>" not in cn.stats.centrality_intervals(bold, "degree", draws=20)._repr_html_()

    def test_long_work_is_told_and_can_be_stopped(self):
        class Stop(Exception):  # noqa: N818 # not an error of ours
            pass

        class Listening:
            heard = ()

            def expect(self, what, seconds):
                pass

            def advance(self, what, done, total):
                self.heard += ((what, total),)
                raise Stop

        listener = Listening()
        with told_to(listener), pytest.raises(Stop):
            qap_correlation(MARRIAGE, BUSINESS)
        assert listener.heard == (("the correlation with relabelled actors", 10_000),)
