"""Rank bands: who may be first, given how sure each centrality is."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabnet.stats.bands import rank_bands, ranks

approx = pytest.approx
ENDS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)).map(sorted), min_size=1, max_size=8)


class TestBands:
    @given(ends=ENDS)
    def test_overlapping_intervals_share_a_band_and_bands_do_not_overlap(self, ends):
        low, high = (np.array(one, dtype=float) for one in zip(*ends, strict=True))
        bands = rank_bands(low, high)
        assert set(bands) == set(range(1, len(set(bands)) + 1))
        for i in range(low.size):
            for j in range(low.size):
                if low[i] <= high[j] and low[j] <= high[i]:
                    assert bands[i] == bands[j]
                elif bands[i] < bands[j]:
                    assert low[i] > high[j]

    @given(ends=ENDS)
    def test_two_actors_share_a_band_only_where_overlaps_lead_from_one_to_the_other(self, ends):
        low, high = (np.array(one, dtype=float) for one in zip(*ends, strict=True))
        overlaps = nx.Graph()
        overlaps.add_nodes_from(range(low.size))
        overlaps.add_edges_from(
            (i, j)
            for i in range(low.size)
            for j in range(i)
            if low[i] <= high[j] and low[j] <= high[i]
        )
        bands = rank_bands(low, high)
        assert len(set(bands)) == nx.number_connected_components(overlaps)

    def test_an_undefined_interval_has_no_band(self):
        bands = rank_bands(np.array([np.nan, 1.0]), np.array([np.nan, 2.0]))
        assert np.isnan(bands[0]) and bands[1] == 1

    def test_equals_share_the_mean_of_their_ranks(self):
        assert ranks(np.array([1.0, 3.0, 3.0, 0.0])).tolist() == [3, 1.5, 1.5, 4]
