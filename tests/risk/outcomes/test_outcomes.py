"""What became of referrals: counts, shares with their denominators, days."""

import re
from datetime import date
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import collabnet as cn
from collabnet.model.errors import CollabnetError
from collabnet.model.vocabulary import OUTCOME
from collabnet.risk.outcomes.statuses import MEANINGS, STEPS
from risk.outcomes.made import WORKED, coalition, log, of_statuses

STATUSES = st.sampled_from([*OUTCOME.terms, "in limbo"])


def only(frame, **chosen):
    """Give the one row of a table that has these cells."""
    for name, cell in chosen.items():
        frame = frame[frame[name] == cell]
    assert len(frame) == 1
    return frame.iloc[0]


class TestStatuses:
    def test_every_status_of_the_vocabulary_has_a_meaning(self):
        assert set(MEANINGS) == set(OUTCOME.terms)

    @pytest.mark.parametrize("status", MEANINGS)
    def test_a_later_step_implies_the_earlier_ones(self, status):
        """Served implies accepted implies acknowledged; who wasn't accepted wasn't served."""
        said = [getattr(MEANINGS[status], step) for step in STEPS]
        for earlier, later in pairwise(said):
            assert later != "yes" or earlier == "yes"
            assert earlier != "no" or later == "no"


class TestCounts:
    def test_the_worked_example(self):
        """10 sent: acknowledged 8/10, accepted 6/10 and 6/8, served 4/10 and 4/6, closed 7/10."""
        found = cn.outcomes(of_statuses(*WORKED)).table.iloc[0]
        assert found["n_sent"] == 10
        assert found["acknowledged_of_sent"] == 8 / 10
        assert (found["accepted_of_sent"], found["accepted_of_decided"]) == (6 / 10, 6 / 8)
        assert (found["served_of_sent"], found["served_of_accepted"]) == (4 / 10, 4 / 6)
        assert found["ended_of_sent"] == 7 / 10
        assert (found["n_no_word"], found["n_open"], found["n_known"]) == (2, 1, 8)

    @settings(max_examples=25)
    @given(statuses=st.lists(STATUSES, min_size=1, max_size=20))
    def test_every_referral_is_counted_once(self, statuses):
        row = cn.outcomes(of_statuses(*statuses)).table.iloc[0]
        assert row["n_ended"] + row["n_open"] + row["n_no_word"] + row["n_not_listed"] == len(
            statuses
        )
        assert row["n_served"] <= row["n_accepted"] <= row["n_acknowledged"] <= row["n_known"]

    def test_no_share_of_fewer_than_six(self):
        """Five of six were accepted: a share of those sent, none of those accepted."""
        row = cn.outcomes(of_statuses(*["served"] * 5, "declined")).table.iloc[0]
        assert row["accepted_of_sent"] == 5 / 6
        assert np.isnan(row["served_of_accepted"])

    def test_where_nothing_is_known_nothing_is_said(self):
        """A log without statuses: unknown is not 'not served'."""
        found = cn.outcomes(of_statuses(*["made"] * 12))
        row, times = found.table.iloc[0], only(found.times, goal="accepted")
        assert (row["n_sent"], row["n_known"], row["n_no_word"]) == (12, 0, 12)
        assert row[["acknowledged_of_sent", "served_of_sent"]].isna().all()
        assert (times["n_timed"], times["n_unread"]) == (0, 12)
        assert found.sentence == (
            "12 referrals from one agency to another. The log doesn't say what became of them."
        )

    def test_a_status_that_no_list_has_says_nothing(self):
        found = cn.outcomes(of_statuses(*["accepted"] * 6, "in limbo"))
        row, times = found.table.iloc[0], only(found.times, goal="accepted")
        assert (row["n_known"], row["n_not_listed"], times["n_unread"]) == (6, 1, 1)
        assert any(one.startswith("One status is in no list") for one in found.notes)

    @pytest.mark.parametrize("status", ["open", "cancelled"])
    def test_what_a_status_does_not_say_is_unknown_and_not_none(self, status):
        """Eight open or cancelled ones: whether anybody accepted them isn't said; served, none."""
        found = cn.outcomes(of_statuses(*[status] * 8))
        row, times = found.table.iloc[0], only(found.times, goal="accepted")
        assert (row["n_unknown"], row["n_known"], row["n_no_word"]) == (8, 8, 0)
        assert row[["acknowledged_of_sent", "accepted_of_sent"]].isna().all()
        assert row["served_of_sent"] == 0
        assert (times["n_timed"], times["n_unread"]) == (0, 8)
        assert times.filter(regex="median|within").isna().all()
        assert found.sentence == (
            "Eight referrals from one agency to another, none of them served. The log doesn't say "
            "whether they were acknowledged or accepted."
        )
        assert (
            "Eight referrals are only said to be open or cancelled: whether anybody acknowledged "
            "or accepted them is unknown. True shares may be higher, and true waits shorter."
        ) in found.notes

    def test_shares_with_unknown_ones_among_them_are_the_least_that_can_be(self):
        """Six accepted at once, six open: 50 % or more; left out, it would be 100 % of all."""
        found = cn.outcomes(of_statuses(*["accepted"] * 6, *["open"] * 6))
        times = only(found.times, goal="accepted")
        assert (times["n_timed"], times["n_unsaid"], times["within_30_share"]) == (12, 6, 0.5)
        assert only(found.times, goal="served")["n_unsaid"] == 0
        assert found.sentence == (
            "12 referrals from one agency to another: six (50 %) acknowledged, six accepted, "
            "none served. Half were accepted within at most nine days; of all sent, an estimated "
            "50 % or more were accepted within 30 days."
        )

    def test_referrals_outside_the_period_are_told(self):
        given = coalition(log(*[("served", 3)] * 8))
        later = cn.outcomes(given.with_settings(period_start=date(2024, 1, 2)))
        assert later.sentence == (
            "The log has no referral from one agency to another within the period observed. Eight "
            "referrals lie outside the period observed: not counted. Correct the period in "
            "coalition.toml, or the dates."
        )
        both = pd.concat([given.referrals, given.referrals.assign(on=pd.Timestamp("2023-12-31"))])
        assert cn.outcomes(given.with_tables(referrals=both)).notes[0] == (
            "Eight referrals lie outside the period observed: not counted. Correct the period in "
            "coalition.toml, or the dates."
        )

    def test_rows_are_pathways_services_or_receivers(self):
        """Three agencies; hand-offs inside an agency are no referrals between agencies."""
        given = coalition(
            log(("served", 3)),
            log(("declined", 3), ends=("police", "program"), service=""),
            log(("served", 3), ends=("court", "court")),
        )
        assert cn.outcomes(given).table[["from_agency", "to_agency", "n_sent"]].to_numpy().tolist(
        ) == [["court", "program", 1], ["police", "program", 1]]  # fmt: skip
        assert cn.outcomes(given, by="receiver").table["n_sent"].tolist() == [2]
        by_service = cn.outcomes(given, by="service").table
        assert by_service[["service", "n_sent"]].to_numpy().tolist() == [["", 1], ["shelter", 1]]
        assert cn.outcomes(given, by="all").table["n_sent"].tolist() == [2]

    def test_a_coalition_without_a_log_has_no_rows(self):
        agencies = pd.DataFrame({"agency_id": ["court"]})
        found = cn.outcomes(cn.Coalition.from_frames(agencies=agencies))
        assert (len(found.table), len(found.times), found.notes) == (0, 0, ())
        assert found.sentence == "The log has no referral from one agency to another."
        assert list(found.table.columns[:3]) == ["from_agency", "to_agency", "n_sent"]

    @settings(max_examples=10)
    @given(order=st.permutations(range(10)))
    def test_the_order_of_rows_makes_no_difference(self, order):
        rows = [(one, 3 * i if one != "made" else None) for i, one in enumerate(WORKED)]
        one, other = (
            cn.outcomes(coalition(log(*(rows[i] for i in places)))) for places in (range(10), order)
        )
        assert one.table.equals(other.table)
        assert one.times.equals(other.times)
        assert (one.sentence, one.notes) == (other.sentence, other.notes)

    def test_what_a_row_is_about_is_checked(self):
        said = "by needs one of all, pathway, service, receiver; got 'person'. Choose one."
        with pytest.raises(CollabnetError, match=f"^{re.escape(said)}$"):
            cn.outcomes(of_statuses("served"), by="person")


class TestDays:
    def test_open_ones_wait_up_to_the_last_day_known(self):
        """Accepted after 2, 4, 6 and 8 days, two still open after 60: median 8 by hand."""
        rows = [("accepted", day) for day in (2, 4, 6, 8)] + [("acknowledged", 1), ("made", None)]
        found = only(cn.outcomes(coalition(log(*rows))).times, goal="accepted")
        # Still waiting: 5/6, 4/6, 3/6, 2/6.
        assert found["median_days"] == 6
        assert found["within_14_share"] == pytest.approx(4 / 6)
        assert found[["n_timed", "n_reached", "n_otherwise", "n_waiting"]].tolist() == [6, 4, 0, 2]

    def test_those_declined_end_the_wait_and_both_readings_are_given(self):
        """Declined on day 1, accepted on 2 to 6: of all sent 5/6; were nobody declined, all."""
        rows = [("declined", 1), *(("accepted", day) for day in (2, 3, 4, 5, 6))]
        found = only(cn.outcomes(coalition(log(*rows))).times, goal="accepted")
        assert found["within_14_share"] == pytest.approx(5 / 6)
        assert found["within_14_km_share"] == 1
        assert found["median_days"] == 4

    def test_of_those_served_the_day_of_acceptance_is_at_most_that_of_service(self):
        given = cn.outcomes(of_statuses(*["served"] * 4, *["accepted"] * 3))
        found = only(given.times, goal="accepted")
        assert (found["n_reached"], found["n_at_latest"], found["median_days"]) == (7, 4, 9)
        assert only(given.times, goal="served")["n_at_latest"] == 0
        assert given.sentence.endswith(
            "Half were accepted within at most nine days; of all sent, an estimated 100 % were "
            "accepted within 30 days."
        )

    def test_who_was_not_reached_was_accepted_and_can_no_longer_be_served(self):
        found = cn.outcomes(of_statuses(*["closed_unreached"] * 6)).times
        assert only(found, goal="accepted")["n_reached"] == 6
        assert only(found, goal="served")["n_otherwise"] == 6

    def test_odd_and_missing_days_are_counted_and_told(self):
        """Dated before the referral, and without a date: counted as accepted, left out of days."""
        rows = [("accepted", day) for day in (2, 3, 4, 5, 6, 7, -3, None)]
        found = cn.outcomes(coalition(log(*rows)))
        times = only(found.times, goal="accepted")
        assert found.table.loc[0, "n_accepted"] == 8
        assert (times["n_timed"], times["n_odd_dates"], times["n_undated"]) == (6, 1, 1)
        assert (
            "One referral has a status dated before the referral: counted, but left out of the "
            "days. Correct the date."
        ) in found.notes
        assert (
            "One referral lacks a day that is needed: counted, but left out of the days. Add "
            "status_date."
        ) in found.notes

    def test_a_status_after_the_stated_period_still_counts(self):
        """The log was kept until then: open ones are followed as long."""
        rows = [*[("accepted", 5)] * 5, ("accepted", 80), ("made", None)]
        found = cn.outcomes(coalition(log(*rows), until=60))
        assert found.until.isoformat() == "2024-03-21"
        assert found.curve("accepted", "court", "program")["day"].max() == 80

    def test_fewer_than_six_have_no_days(self):
        found = cn.outcomes(of_statuses(*["accepted"] * 5))
        days = only(found.times, goal="accepted").filter(regex="median|within")
        assert days.isna().all()
        assert found.curve("accepted", "court", "program").empty

    def test_a_curve_has_both_readings_day_by_day(self):
        rows = [("declined", 1), *(("accepted", day) for day in (2, 3, 4, 5)), ("made", None)]
        found = cn.outcomes(coalition(log(*rows))).curve("accepted", "court", "program")
        assert found["day"].tolist() == [0, 1, 2, 3, 4, 5, 60]
        assert found["still_waiting_share"].round(6).tolist() == [1, 1, 0.8, 0.6, 0.4, 0.2, 0.2]
        assert found["reached_share"].round(6).tolist() == [
            0, 0, *(round(n / 6, 6) for n in (1, 2, 3, 4, 4)),
        ]  # fmt: skip
        assert found["n_open"].tolist() == [0, 0, 0, 0, 0, 0, 1]

    @pytest.mark.parametrize(
        ("asked", "said"),
        [
            (("sent",), "A curve needs accepted or served; got 'sent'. Choose one."),
            (("served", "x", "y"), "A curve needs a row of the table, by from_agency and "
             "to_agency; got 'x' to 'y'. The rows are in .table."),
        ],
    )  # fmt: skip
    def test_a_curve_that_is_not_there_is_refused(self, asked, said):
        found = cn.outcomes(of_statuses("served"))
        with pytest.raises(CollabnetError, match=f"^{re.escape(said)}$"):
            found.curve(*asked)


class TestShown:
    def test_a_notebook_shows_it_with_every_name_escaped(self):
        given = coalition(log(("served", 3), ends=("<b>court</b>", "program")))
        shown = cn.outcomes(given)._repr_html_()
        assert "&lt;b&gt;court" in shown
        assert "<b>court" not in shown

    def test_clients_that_were_not_linked_are_told(self):
        assert (
            cn.outcomes(of_statuses("served"))
            .notes[-1]
            .startswith("Referrals are counted, not clients: clients weren't linked")
        )
