"""Waits with some still open: by hand, and equal to lifelines."""

import re
import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lifelines import AalenJohansenFitter, KaplanMeierFitter
from lifelines.utils import median_survival_times

from collabnet.model.errors import CollabnetError
from collabnet.stats.survival import at_day, cumulative_incidence, kaplan_meier, median_wait

EQUAL = 1e-9
FEW = settings(max_examples=25)
WAITS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 2)), min_size=1, max_size=40)
# Freireich et al. (1963), weeks in remission under 6-MP, as in Collett and in R's examples.
WEEKS = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
RELAPSED = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]


class TestKaplanMeier:
    def test_the_published_remission_times_are_reproduced(self):
        """6-MP patients: 0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448; median 23 weeks."""
        found = kaplan_meier(WEEKS, RELAPSED)
        ended = found[found["n_ended"] > 0]
        assert ended["day"].tolist() == [6, 7, 10, 13, 16, 22, 23]
        assert ended["waiting"].round(3).tolist() == [
            0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448,
        ]  # fmt: skip
        assert median_wait(found)[0] == 23

    def test_open_ones_are_followed_through_their_last_day(self):
        """Of three on day 3 one ends and one is last seen: both counted among three."""
        found = kaplan_meier([2, 3, 3, 5], [True, True, False, True])
        assert found["n_at_risk"].tolist() == [4, 4, 3, 1]
        assert found["n_open"].tolist() == [0, 0, 1, 0]
        assert found["waiting"].tolist() == [1.0, 0.75, 0.5, 0.0]

    @FEW
    @given(waits=WAITS)
    def test_it_equals_lifelines(self, waits):
        """Curve, Greenwood's log-log interval and median, to 1e-9."""
        days, ends = (np.array(one) for one in zip(*waits, strict=True))
        found, other = kaplan_meier(days, ends > 0), KaplanMeierFitter().fit(days, ends > 0)
        waiting = other.survival_function_.iloc[:, 0]
        assert found["day"].tolist() == waiting.index.tolist()
        assert np.abs(found["waiting"] - waiting.to_numpy()).max() < EQUAL
        bounds = other.confidence_interval_.to_numpy()
        assert np.abs(found[["ci_low", "ci_high"]].to_numpy() - bounds).max() < EQUAL
        near = np.abs(np.concatenate([waiting, bounds.ravel()]) - 0.5) < EQUAL
        if not near.any():  # at exactly a half lifelines hangs on how it rounds
            ends_of = median_survival_times(other.confidence_interval_).to_numpy().ravel()
            theirs = np.array([other.median_survival_time_, *ends_of])
            theirs[np.isinf(theirs)] = np.nan
            np.testing.assert_array_equal(median_wait(found), theirs)

    @FEW
    @given(waits=WAITS, seed=st.integers(0, 9))
    def test_order_makes_no_difference(self, waits, seed):
        days, ends = (np.array(one) for one in zip(*waits, strict=True))
        order = np.random.default_rng(seed).permutation(days.size)
        one, other = kaplan_meier(days, ends > 0), kaplan_meier(days[order], ends[order] > 0)
        assert one.equals(other)


class TestCumulativeIncidence:
    @FEW
    @given(waits=WAITS)
    def test_it_equals_lifelines_where_no_two_end_on_one_day(self, waits):
        """Lifelines moves equal days apart by chance, so these are made different first."""
        days = np.arange(1, len(waits) + 1) * 3.0
        ends = np.array([end for _, end in waits])
        found = cumulative_incidence(days, ends)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            other = AalenJohansenFitter().fit(days, ends, event_of_interest=1)
        theirs = other.cumulative_density_.iloc[:, 0].to_numpy()
        assert np.abs(found["ended"] - theirs).max() < EQUAL
        bounds = np.sort(other.confidence_interval_.to_numpy(), axis=1)
        known = np.isfinite(bounds).all(axis=1) & (theirs > 0) & (theirs < 1 - EQUAL)
        ours = found[["ci_low", "ci_high"]].to_numpy()
        assert np.abs(ours[known] - bounds[known]).max(initial=0) < EQUAL

    def test_ends_on_one_day_are_taken_together(self):
        """Four wait; on day 2 one is accepted and one declined: a quarter each."""
        found = cumulative_incidence([2, 2, 5, 5], [1, 2, 1, 0])
        assert found["ended"].tolist() == [0.0, 0.25, 0.5]
        other = cumulative_incidence([2, 2, 5, 5], [1, 2, 1, 0], of=2)
        assert other["ended"].tolist() == [0.0, 0.25, 0.25]

    @FEW
    @given(waits=WAITS)
    def test_all_ends_and_those_waiting_add_up_to_all(self, waits):
        days, ends = zip(*waits, strict=True)
        parts = sum(cumulative_incidence(days, ends, of=of)["ended"] for of in (1, 2))
        waiting = kaplan_meier(days, np.array(ends) > 0)["waiting"]
        assert np.abs(parts + waiting - 1).max() < EQUAL

    @FEW
    @given(waits=WAITS)
    def test_kaplan_meier_never_says_less(self, waits):
        """Whoever ended otherwise counts as if still to come: too much of it, never too little."""
        days, ends = zip(*waits, strict=True)
        share = cumulative_incidence(days, ends)["ended"]
        assert (1 - kaplan_meier(days, np.array(ends) == 1)["waiting"] - share > -EQUAL).all()


class TestReading:
    def test_a_median_is_undefined_while_most_are_waiting(self):
        median, low, high = median_wait(kaplan_meier([1, 9, 9, 9], [True, False, False, False]))
        assert np.isnan([median, high]).all()
        assert low == 1

    def test_nothing_is_said_of_days_on_which_nobody_was_followed(self):
        open_end = kaplan_meier([2, 3, 6], [True, False, False])
        assert np.isnan(at_day(open_end, "waiting", 7))
        assert at_day(open_end, "waiting", 6) == at_day(open_end, "waiting", 2)
        assert at_day(kaplan_meier([2, 3], [True, True]), "waiting", 30) == 0
        assert at_day(cumulative_incidence([2, 3], [1, 2]), "ended", 30) == 0.5


class TestErrors:
    @pytest.mark.parametrize(
        ("days", "ends", "said"),
        [
            ([], [], "kaplan_meier needs two lists of one length, with something in them; got 0 "
             "numbers of days and 0 ends. Give one end for each."),
            ([1, 2], [1], "kaplan_meier needs two lists of one length, with something in them; "
             "got 2 numbers of days and 1 ends. Give one end for each."),
            ([1, -2], [1, 0], "kaplan_meier needs numbers of days, 0 or more; got -2. Leave out "
             "what has none."),
            ([float("nan")], [1], "kaplan_meier needs numbers of days, 0 or more; got nan. Leave "
             "out what has none."),
            ([1], [-1], "kaplan_meier needs ends from 0 (still waiting) on; got -1. Number them "
             "anew."),
        ],
    )  # fmt: skip
    def test_what_cannot_be_followed_is_refused(self, days, ends, said):
        with pytest.raises(CollabnetError, match=f"^{re.escape(said)}$"):
            kaplan_meier(days, ends)

    def test_an_end_that_is_waiting_cannot_be_asked_about(self):
        with pytest.raises(CollabnetError, match="of needs an end, 1 or more; got 0"):
            cumulative_incidence([1], [1], of=0)
