"""Measures of many networks at once, and where one stands among random ones."""

from itertools import combinations
from math import isnan

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabnet import metrics
from collabnet.comparison.structure import MEASURES, positions_among_random
from collabnet.model import Network
from collabnet.stats import cug_test

STAR = np.zeros((4, 4), dtype=bool)
STAR[0, 1:] = STAR[1:, 0] = True


@st.composite
def drawn(draw):
    """Ties among one to seven actors, directed or not."""
    n, is_directed = draw(st.integers(1, 7)), draw(st.booleans())
    cells = st.lists(st.booleans(), min_size=n * n, max_size=n * n)
    ties = np.array(draw(cells)).reshape(n, n)
    np.fill_diagonal(ties, val=False)
    return (ties if is_directed else ties | ties.T), is_directed


def network(ties, is_directed):
    """The same as a Network."""
    pairs = np.argwhere(ties if is_directed else np.triu(ties)).tolist()
    made = [(i, j, place, {}) for place, (i, j) in enumerate(pairs)]
    return Network([(i, {}) for i in range(len(ties))], made, is_directed=is_directed)


class TestMeasures:
    @pytest.mark.parametrize("name", MEASURES)
    @given(drawn())
    @settings(max_examples=60)
    def test_each_equals_the_measure_of_the_catalogue(self, name, given_ties):
        ties, is_directed = given_ties
        (expected,) = getattr(metrics, name)(network(ties, is_directed))[name]
        if not is_directed and name == "reciprocity":
            return
        assert MEASURES[name](ties[None])[0] == pytest.approx(expected, nan_ok=True, abs=1e-9)

    def test_a_stack_gives_what_each_network_alone_gives(self):
        ring = np.roll(np.eye(4, dtype=bool), 1, axis=1)
        stack = np.array([STAR, ring | ring.T])
        assert MEASURES["centralization"](stack).tolist() == [1.0, 0.0]


class TestPositionsAmongRandom:
    def test_a_star_of_four_is_as_central_in_four_of_twenty_networks(self):
        """4 actors, 3 ties: centralization is 1 in 4 of 20 networks, and never above."""
        found = positions_among_random(STAR, is_directed=False, seed=1, draws=4000)
        position = found["centralization"]
        assert position.value == 1
        assert position.equal == pytest.approx(4 / 20, abs=3 * (0.2 * 0.8 / 4000) ** 0.5)
        assert (position.above, position.draws) == (0, 4000)
        assert position.below + position.equal == pytest.approx(1)

    def test_every_network_is_equally_likely(self):
        """The mean over all 20 networks of 4 actors and 3 ties is what draws come near to."""
        cells = list(combinations(range(4), 2))
        stack = np.zeros((20, 4, 4), dtype=bool)
        for one, chosen in zip(stack, combinations(cells, 3), strict=True):
            for i, j in chosen:
                one[i, j] = one[j, i] = True
        found = positions_among_random(STAR, is_directed=False, seed=2, draws=4000)
        for name in ("centralization", "fragmentation"):
            values = MEASURES[name](stack)
            assert found[name].mean == pytest.approx(
                values.mean(), abs=3 * values.std() / 4000**0.5
            )

    def test_undirected_ties_have_no_reciprocity(self):
        assert "reciprocity" not in positions_among_random(STAR, is_directed=False, seed=0, draws=1)
        assert "reciprocity" in positions_among_random(STAR, is_directed=True, seed=0, draws=1)

    def test_the_same_seed_gives_the_same_and_another_another(self):
        ties = np.triu(np.ones((6, 6), dtype=bool), 1)
        ties[0, 3:] = False
        one, again, other = (
            positions_among_random(ties, is_directed=True, seed=seed, draws=50)["transitivity"]
            for seed in (3, 3, 4)
        )
        assert one == again
        assert one != other

    def test_more_draws_begin_with_the_same_networks(self, monkeypatch):
        """The networks don't depend on how many are worked on at once."""
        whole = positions_among_random(STAR, is_directed=True, seed=5, draws=40)
        monkeypatch.setattr("collabnet.comparison.structure.ROOM", 16)
        assert positions_among_random(STAR, is_directed=True, seed=5, draws=40) == whole

    def test_without_ties_or_with_all_there_is_only_one_network(self):
        """Where every random network has the same value, it tells nothing of this one."""
        for ties in (np.zeros((4, 4), dtype=bool), ~np.eye(4, dtype=bool)):
            found = positions_among_random(ties, is_directed=True, seed=0, draws=9)
            assert (found["fragmentation"].equal, found["fragmentation"].band) == (1, "")

    def test_one_tie_has_one_value_wherever_it_stands(self):
        ties = np.zeros((4, 4), dtype=bool)
        ties[0, 1] = ties[1, 0] = True
        found = positions_among_random(ties, is_directed=False, seed=0, draws=50)
        assert found["fragmentation"].value == 5 / 6
        assert found["fragmentation"].is_all_there_is

    def test_what_is_not_defined_has_no_position(self):
        pair = np.array([[False, True], [True, False]])
        found = positions_among_random(pair, is_directed=False, seed=0, draws=9)
        assert isnan(found["centralization"].value)
        assert found["centralization"].band == ""

    def test_beyond_95_in_100_it_is_more_or_less_than_by_chance(self):
        cliques = np.kron(np.eye(3, dtype=bool), np.ones((4, 4), dtype=bool))
        np.fill_diagonal(cliques, val=False)
        found = positions_among_random(cliques, is_directed=False, seed=0, draws=300)
        assert [found[name].band for name in ("transitivity", "centralization")] == ["more", "less"]

    @pytest.mark.parametrize("is_directed", [True, False])
    def test_the_test_of_one_network_says_the_same(self, is_directed):
        """`cn.stats.cug_test` goes through all networks of so few actors: an exact oracle."""
        ties = np.zeros((4, 4), dtype=bool)
        ties[[0, 1, 1, 3], [1, 0, 2, 1]] = True
        ties = ties if is_directed else ties | ties.T
        found = positions_among_random(ties, is_directed=is_directed, seed=6, draws=3000)
        for name, position in found.items():
            exact = cug_test(network(ties, is_directed), name).row
            assert exact["is_exact"]
            assert position.value == pytest.approx(exact["observed"], nan_ok=True)
            shares = (position.below, position.equal, position.above)
            for share, column in zip(shares, ("below", "at", "above"), strict=True):
                assert share == pytest.approx(exact[f"share_{column}"], abs=0.04), (name, column)
