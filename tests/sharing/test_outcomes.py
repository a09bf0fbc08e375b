"""What became of referrals, for each audience."""

import re

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import collabnet as cn
from collabnet.model.errors import CollabnetError
from collabnet.sharing.outcomes import release_outcomes
from collabnet.sharing.outcomes_outside import published_outcomes, split, table_outside
from collabnet.sharing.released_outcomes import ReleasedOutcomes
from collabnet.sharing.withholding import audit
from risk.outcomes.made import coalition, log

STEPS = ("n_acknowledged", "n_accepted", "n_served")


def counts(no_word=0, acknowledged=0, accepted=0, served=0):
    """Give the counts of a pathway from how many came how far."""
    parts = (served, accepted, acknowledged, no_word)
    reached = (sum(parts[: i + 1]) for i in range(3))
    named = dict(zip(("n_served", "n_accepted", "n_acknowledged"), reached, strict=True))
    return {"n_sent": sum(parts), "n_unknown": no_word, **named}


@pytest.fixture(scope="module", name="several")
def three_pathways():
    """Served 20 and 12 open; 6 in all; 30 sent with 4 declined."""
    return coalition(
        log(*[("served", 5)] * 20, *[("acknowledged", 1)] * 12),
        log(*[("served", 4)] * 6, ends=("police", "program")),
        log(*[("accepted", 7)] * 26, *[("declined", 2)] * 4, ends=("hospital", "program")),
    )


class TestInternal:
    def test_rows_stand_by_name_and_shares_say_what_they_are_of(self, several):
        table = release_outcomes(several).table
        assert table["From"].tolist() == ["court", "hospital", "police"]
        assert table.loc[1].to_dict() == {
            "From": "hospital",
            "To": "program",
            "Sent": "30",
            "Acknowledged, of sent": "30 of 30 (100 %)",
            "Accepted, of sent": "26 of 30 (87 %)",
            "Accepted, of decided": "26 of 30 (87 %)",
            "Served, of sent": "0 of 30 (0 %)",
            "Served, of accepted": "0 of 26 (0 %)",
            "Closed, of sent": "4 of 30 (13 %)",
            "Not served so far": "4 declined, 26 still open",
        }

    def test_days_have_their_interval_and_both_readings(self, several):
        times = release_outcomes(several).times
        row = times[(times["From"] == "hospital") & (times["Until"] == "Acceptance")].iloc[0]
        assert row["Half by (days)"] == "7 (7 to 7)"
        assert row["Within 14 days, of sent"].startswith("87 % (")
        assert row["Within 14 days, were nobody declined"] == "100 %"

    def test_what_was_found_is_said_of_each_row(self, several):
        waits = release_outcomes(several).waits
        one = waits[("hospital", "program"), "accepted"]
        assert (one.about, one.n, one.n_open, one.n_left_out) == ("hospital to program", 30, 0, 0)
        assert one.sentence == (
            "Leaving aside those that ended otherwise, half were accepted within seven days; of "
            "all sent, an estimated 87 % were accepted within 30 days."
        )
        assert waits[("hospital", "program"), "served"].sentence == (
            "None is known to have been served so far."
        )

    def test_what_no_status_says_has_no_cell(self):
        row = release_outcomes(coalition(log(*[("open", 5)] * 8))).table.loc[0]
        assert row["Acknowledged, of sent":"Closed, of sent"].tolist() == [
            "", "", "", "0 of 8 (0 %)", "", "0 of 8 (0 %)",
        ]  # fmt: skip

    def test_days_that_are_the_longest_possible_say_so(self):
        """Six accepted after five days; one is only said to be open, and may have been sooner."""
        row = release_outcomes(coalition(log(*[("accepted", 5)] * 6, ("open", 5)))).times.iloc[0]
        assert row["Half by (days)"].startswith("at most 5 (")
        assert row["Within 14 days, of sent"].startswith("86 % or more (")

    def test_a_service_without_a_name_is_called_so(self):
        given = coalition(log(*[("served", 5)] * 7, service=""))
        assert release_outcomes(given, by="service").table.loc[0, "Service"] == "no service named"

    def test_nobody_is_named(self):
        coalition = cn.load("sample:site_b")
        people = {str(one) for column in ("person_id", "name") for one in coalition.people[column]}
        released = release_outcomes(coalition)
        shown = " ".join([released.table.to_csv(), released.times.to_csv(), *released.notes])
        assert not [one for one in people if one and one in shown]


class TestOutside:
    @pytest.mark.parametrize("audience", ["partner", "public"])
    def test_small_counts_and_what_tells_them_are_hidden(self, several, audience):
        """26 of 30 accepted would tell of the 4 others; 6 in all are hidden with all of theirs."""
        shown = release_outcomes(several, audience).table
        assert sorted(shown.drop(columns=["From", "To"]).to_numpy().tolist()) == [
            ["30", "withheld", "withheld", "withheld"],
            ["32", "32 of 32 (100 %)", "20 of 32 (62 %)", "20 of 20 (100 %)"],
            ["<11", "withheld", "withheld", "withheld"],
        ]

    def test_what_no_status_says_is_not_a_count_of_none(self):
        """12 are open: whether anybody accepted them isn't said, so it isn't 0 of 12."""
        shown = release_outcomes(coalition(log(*[("open", 5)] * 12)), "partner").table
        assert shown.drop(columns=["From", "To"]).to_numpy().tolist() == [
            ["12", *["not said in the log"] * 3]
        ]

    def test_agencies_are_called_by_what_they_agreed_to(self, several):
        shown = release_outcomes(several, "public").table
        said = {*shown["From"], *shown["To"]}
        assert said == {f"Agency {letter}" for letter in "ABCD"}
        assert shown["From"].is_monotonic_increasing

    def test_no_days_and_no_sentence_with_counts_go_out(self, several):
        released = release_outcomes(several, "partner")
        assert (len(released.times), dict(released.waits), released.sentence) == (0, {}, "")
        assert not any(re.search(r"\d", note.replace("11", "")) for note in released.notes)

    @pytest.mark.parametrize("by", ["service", "receiver", "all"])
    def test_only_pathways_go_out(self, several, by):
        said = (
            "Outside internal, outcomes are shown by pathway alone: beside these, counts by "
            f"{by} would give small ones away. Got by='{by}'. Leave it out."
        )
        with pytest.raises(CollabnetError, match=f"^{re.escape(said)}$"):
            release_outcomes(several, "partner", by=by)

    @pytest.mark.parametrize(
        ("given", "shown"),
        [
            # Served and accepted: 19 and 11; of the others 30: 5 small, so acknowledged stays in.
            (counts(5, 25, 11, 19), {"acknowledged": None, "accepted": 30, "served": 19}),
            (counts(12, 12, 0, 24), {"acknowledged": 36, "accepted": 24, "served": 24}),
            # Accepted or not is small: nothing is split.
            (counts(4, 0, 20, 20), {"acknowledged": None, "accepted": None, "served": None}),
            (counts(0, 0, 4, 6), {"acknowledged": None, "accepted": None, "served": None}),
            (counts(0, 0, 0, 40), {"acknowledged": 40, "accepted": 40, "served": 40}),
        ],
    )
    def test_a_split_is_shown_where_both_parts_are_none_or_eleven_and_more(self, given, shown):
        assert split(given) == shown

    @settings(max_examples=40)
    @given(
        several=st.lists(
            st.tuples(*[st.integers(0, 14)] * 4).filter(lambda one: sum(one) > 0),
            min_size=1,
            max_size=3,
        )
    )
    def test_no_hidden_count_can_be_worked_out(self, several):
        """What a reader can know of any hidden number, by linear programming: 1 to 10 at least."""
        rows = [
            {"from_agency": f"a{i}", "to_agency": "b", **counts(*parts)}
            for i, parts in enumerate(several)
        ]
        table = pd.DataFrame(rows)
        bounds = audit(published_outcomes(table))
        assert not [one for one in bounds if one.is_narrow]

    @settings(max_examples=25)
    @given(parts=st.tuples(*[st.integers(0, 5)] * 4).filter(lambda one: 0 < sum(one) < 11))
    def test_a_small_pathway_reads_the_same_whatever_became_of_it(self, parts):
        class Speaker:
            def title(self, agency):
                return agency

        pair = {"from_agency": "a", "to_agency": "b"}
        one, other = (
            table_outside(pd.DataFrame([{**pair, **told}]), Speaker())
            for told in (counts(*parts), counts(3))
        )
        assert one.equals(other)


def test_only_sharing_makes_released_outcomes():
    said = "Only collabnet.sharing makes released values: call release_outcomes(coalition)."
    with pytest.raises(TypeError, match=f"^{re.escape(said)}$"):
        ReleasedOutcomes("internal", "", "", "", "", "all", None, None, {}, "", ())
