"""MRQAP: least squares as R's, and shares by double semi-partialling."""

from itertools import permutations

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from collabnet.model.errors import AssumptionError
from collabnet.stats import mrqap, orders
from stats.r_relations import graph_of, regressions
from stats.reference import REFERENCE, is_near

approx = pytest.approx
PERMUTED = ["p_greater", "p_less", "p_two_sided"]


def frame(array):
    ids = [f"a{i:02}" for i in range(len(array))]
    return pd.DataFrame(array, index=ids, columns=ids, dtype=float)


def t_of(y, columns):
    """The t value of the last column, by the textbook."""
    design = np.column_stack([np.ones(len(y)), *columns])
    b, *_ = np.linalg.lstsq(design, y, rcond=None)
    rest = y - design @ b
    variance = rest @ rest / (len(y) - design.shape[1])
    return b[-1] / np.sqrt(variance * np.linalg.inv(design.T @ design)[-1, -1])


def by_definition(y, own, other, *, is_directed):
    """The shares of one relation beside another, every relabelling gone through; NaN is a blank."""
    n = len(y)
    cells = [(i, j) for i in range(n) for j in range(n) if (i != j if is_directed else i < j)]
    seen = [c for c in cells if not np.isnan(y[c] + own[c] + other[c])]
    design = np.column_stack([np.ones(len(seen)), [other[c] for c in seen]])
    values = np.array([own[c] for c in seen])
    b, *_ = np.linalg.lstsq(design, values, rcond=None)
    left = np.full((n, n), np.nan)
    for cell, rest in zip(seen, values - design @ b, strict=True):
        left[cell] = rest
        if not is_directed:
            left[cell[::-1]] = rest

    def t(order):
        kept = [(i, j) for i, j in seen if not np.isnan(left[order[i], order[j]])]
        return t_of(
            np.array([y[c] for c in kept]),
            [[other[c] for c in kept], [left[order[i], order[j]] for i, j in kept]],
        )

    observed = t(range(n))
    every = np.array([t(order) for order in permutations(range(n))])
    return observed, [
        np.mean(every >= observed - 1e-7),
        np.mean(every <= observed + 1e-7),
        np.mean(abs(every) >= abs(observed) - 1e-7),
    ]


class TestAgainstR:
    """netlm of sna with nullhyp = "qapspp" and the t value as what is compared."""

    @pytest.mark.parametrize("name", ["florence", "drawn", "drawn directed"])
    def test_coefficients_and_shares(self, name):
        (y, *x), _ = regressions()[name]
        found = mrqap(frame(y), [frame(one) for one in x])
        table = found.table
        assert REFERENCE["sna"] == "2.7.1"
        assert table["coefficient"].tolist() == approx(
            REFERENCE[f"{name}/coefficient"], rel=1e-9, abs=1e-11
        )
        assert table["t"].tolist() == approx(REFERENCE[f"{name}/t"], rel=1e-9, abs=1e-11)
        assert found.r_squared == approx(REFERENCE[f"{name}/r_squared"][0], rel=1e-9)
        for column in PERMUTED:
            for ours, theirs in zip(
                table[column][1:], REFERENCE[f"{name}/{column}"][1:], strict=True
            ):
                assert is_near(ours, theirs, 2_000), (column, ours, theirs)


class TestDefinition:
    @pytest.mark.parametrize("blanks", [0, 2])
    @pytest.mark.parametrize("is_directed", [True, False])
    def test_every_relabelling_of_five_actors(self, is_directed, blanks):
        random = np.random.default_rng(blanks)
        arrays = [random.integers(0, 4, (5, 5)).astype(float) for _ in range(3)]
        for i in range(blanks):
            arrays[0][i, i + 1] = np.nan
        if not is_directed:
            arrays = [np.triu(one, 1) + np.triu(one, 1).T for one in arrays]
        y, first, second = arrays
        found = mrqap(frame(y), [frame(first), frame(second)]).table
        for row, own, other in ((1, first, second), (2, second, first)):
            t, shares = by_definition(y, own, other, is_directed=is_directed)
            assert found.loc[row, "t"] == approx(t)
            assert found.loc[row, PERMUTED].astype(float).tolist() == approx(shares)

    def test_standardized_is_in_standard_deviations(self):
        (y, *x), _ = regressions()["drawn directed"]
        table = mrqap(frame(y), [frame(one) for one in x], permutations=1).table
        off = ~np.eye(len(y), dtype=bool)
        scaled = [frame((one - one[off].mean()) / one[off].std()) for one in (y, *x)]
        again = mrqap(scaled[0], scaled[1:], permutations=1).table
        assert table["standardized"][1:].tolist() == approx(again["coefficient"][1:].tolist())

    def test_what_repeats_the_outcome_explains_all_of_it(self):
        y = graph_of(5, (0, 1), (0, 2), (1, 2), (2, 3))
        found = mrqap(y, {"itself": y, "other": graph_of(5, (0, 4), (1, 4), (2, 3))})
        row = found.table.iloc[1]
        assert (round(row["coefficient"], 9), found.r_squared, row["t"]) == (1, 1, np.inf)
        # Of 120 relabellings, the one that swaps 0 and 1 leaves y as it is, besides none at all.
        assert row["p_greater"] == approx(2 / 120)


class TestInput:
    X = graph_of(5, (0, 1), (0, 2), (1, 2), (3, 4))
    Y = graph_of(5, (0, 1), (0, 2), (1, 2), (2, 3))

    def test_relations_have_names(self):
        other = graph_of(5, (0, 4))
        assert mrqap(self.Y, [self.X, other]).table["term"].tolist() == ["intercept", "x1", "x2"]
        named = mrqap(self.Y, {"train": self.X, "share": other})
        assert named.table["term"].tolist() == ["intercept", "train", "share"]
        assert named.n_pairs == 10

    def test_pairs_without_a_value_are_left_out_and_said(self):
        y = nx.to_pandas_adjacency(self.Y).astype(float)
        y.loc[0, 1] = np.nan
        found = mrqap(y, [self.X])
        assert (found.n_pairs, found.notes[0]) == (
            19,
            "1 of 20 ordered pairs of actors was left out: a relation has no value there.",
        )

    def test_the_seed_decides_and_parts_do_not(self, monkeypatch):
        (y, *x), _ = regressions()["drawn"]
        y, x = frame(y), [frame(one) for one in x]
        first = mrqap(y, x, permutations=50)
        other = mrqap(y, x, permutations=50, seed=3)
        monkeypatch.setattr(orders, "AT_ONCE", 1)
        assert mrqap(y, x, permutations=50).table.equals(first.table)
        assert not first.table.equals(other.table)

    @pytest.mark.parametrize(
        ("y", "x", "said"),
        [
            (Y, [], "mrqap needs at least one relation to explain y by; got none."),
            (
                Y,
                [X, X],
                "mrqap needs relations that differ from each other; x1 is the same for all "
                "pairs, or made up of the others. Leave it out.",
            ),
            (
                Y,
                {"all": nx.complete_graph(5)},
                "mrqap needs relations that differ from each other; all is the same for all "
                "pairs, or made up of the others. Leave it out.",
            ),
            (
                nx.complete_graph(5),
                [X],
                "mrqap needs a y that differs between pairs of actors; it is the same for all. "
                "There is nothing to explain.",
            ),
            (
                nx.path_graph(3),
                [graph_of(3, (0, 1)), graph_of(3, (0, 2))],
                "mrqap needs more pairs of actors than terms; got 3 pairs with a value in every "
                "relation, and 3 terms. Leave relations out.",
            ),
        ],
    )
    def test_what_cannot_be_fitted_is_refused(self, y, x, said):
        with pytest.raises(AssumptionError) as refused:
            mrqap(y, x)
        assert str(refused.value) == said

    def test_one_relation_needs_no_list(self):
        assert mrqap(self.Y, self.X).table.equals(mrqap(self.Y, [self.X]).table)
