"""Survey and log on the same people: claims, use, and who said nothing."""

import pandas as pd
import pytest

import collabnet as cn
from collabnet.model.settings import Settings, SurveySettings
from surveys.answers import BLANK, NO, YES, frame

PEOPLE = pd.DataFrame(
    [("a1", "A"), ("a2", "A"), ("b1", "B"), ("c1", "C")], columns=["person_id", "agency_id"]
)


def both(answers, log, *, people=PEOPLE, memberships=None, wave="2024", **settings):
    columns = ["date", "from_person", "from_agency", "to_agency", "to_person"]
    return cn.Coalition.from_frames(
        agencies=pd.DataFrame({"agency_id": ["A", "B", "C"]}),
        people=people,
        memberships=memberships,
        referrals=pd.DataFrame(log, columns=columns),
        answers=frame(answers, question="referral", wave=wave),
        settings=Settings(survey=SurveySettings(**settings)),
    )


def ends(table):
    return list(zip(table["from_id"], table["to_id"], strict=True))


A_TO_B = ("2024-03-04", "a1", "A", "B", "b1")


class TestClaimedAndUsed:
    def test_claimed_never_used(self):
        found = cn.surveys.claimed_and_used(both([("a1", "c1", YES), ("a1", "b1", YES)], [A_TO_B]))
        (row,) = found.claimed.to_dict("records")
        assert (row["from_id"], row["to_id"], row["claimed_by"]) == ("A", "C", ["a1"])
        assert (row["waves"], row["rows"]) == (["2024"], [{"file": "survey.csv", "row": 2}])
        assert found.used.empty
        assert found.unknown.empty

    def test_used_never_claimed_keeps_the_rows_of_both(self):
        found = cn.surveys.claimed_and_used(both([("a1", "b1", NO)], [A_TO_B, A_TO_B]))
        (row,) = found.used.to_dict("records")
        assert (row["from_id"], row["to_id"], row["referrals"]) == ("A", "B", 2)
        assert row["denied_by"] == ["a1"]
        assert row["last_used"] == pd.Timestamp("2024-03-04")
        assert row["rows"] == [
            {"file": "survey.csv", "row": 2},
            {"file": "referrals.csv", "row": 2},
            {"file": "referrals.csv", "row": 3},
        ]

    @pytest.mark.parametrize(
        ("answers", "settings", "reason"),
        [
            ([("c1", "b1", NO)], {}, "not asked"),
            ([("c1", "b1", NO)], {"asked": ("a1", "c1")}, "not answered"),
            ([("a1", "b1", BLANK)], {}, "not answered"),
            ([("a1", "b1", NO), ("a2", "b1", BLANK)], {}, "not answered"),
        ],
    )
    def test_who_said_nothing_has_denied_nothing(self, answers, settings, reason):
        found = cn.surveys.claimed_and_used(both(answers, [A_TO_B], **settings))
        assert found.used.empty
        assert found.unknown["reason"].tolist() == [reason]
        assert ends(found.unknown) == [("A", "B")]

    def test_one_who_was_not_asked_does_not_open_what_all_asked_deny(self):
        found = cn.surveys.claimed_and_used(both([("a1", "b1", NO)], [A_TO_B]))
        assert (ends(found.used), ends(found.unknown)) == ([("A", "B")], [])

    def test_who_recalls_freely_denies_whom_they_do_not_name(self):
        found = cn.surveys.claimed_and_used(
            both([("a1", "c1", YES)], [A_TO_B], recall="free", asked=("a1",))
        )
        assert found.used["denied_by"].tolist() == [["a1"]]
        capped = both([("a1", "c1", YES)], [A_TO_B], recall="free", asked=("a1",), most_names=1)
        found = cn.surveys.claimed_and_used(capped)
        assert (ends(found.used), ends(found.unknown)) == ([], [("A", "B")])

    def test_people_send_to_agencies_at_their_own_level(self):
        answers = [("a1", "b1", YES), ("a2", "b1", NO), ("a2", "c1", YES)]
        log = [A_TO_B, ("2024-03-05", "a2", "A", "B", "b1"), ("2024-03-06", "", "A", "C", "")]
        found = cn.surveys.claimed_and_used(both(answers, log), level="people")
        assert ends(found.claimed) == [("a2", "C")]
        assert ends(found.used) == [("a2", "B")]

    def test_hand_offs_inside_an_agency_are_neither(self):
        log = [("2024-03-04", "a1", "A", "A", "a2")]
        found = cn.surveys.claimed_and_used(both([("a1", "a2", YES)], log))
        assert [len(table) for table in found] == [0, 0, 0]

    def test_another_level_is_refused(self):
        with pytest.raises(cn.CollabnetError) as refused:
            cn.surveys.claimed_and_used(both([], []), level="sectors")
        assert str(refused.value) == (
            "There is no level 'sectors'. Levels are agencies and people."
        )


class TestMoves:
    """A person who moved stands for the agency of that day, in the survey as in the log."""

    MOVED = pd.DataFrame(
        [("a1", "B", "2024-06-01", ""), ("a1", "A", "", "2024-05-31")],
        columns=["person_id", "agency_id", "from", "to"],
    )
    # The roster says where a1 is now: at B.
    NOW = PEOPLE.assign(agency_id=["B", "A", "B", "C"])

    @pytest.mark.parametrize(("wave", "agency"), [("2024-03", "A"), ("2024-09", "B")])
    def test_an_answer_counts_for_the_agency_at_the_waves_day(self, wave, agency):
        made = both(
            [("a1", "c1", YES)], [A_TO_B], people=self.NOW, memberships=self.MOVED, wave=wave
        )
        assert ends(cn.surveys.claimed_and_used(made).claimed) == [(agency, "C")]

    def test_the_day_of_a_wave_may_be_stated(self):
        made = both(
            [("a1", "c1", YES)], [A_TO_B], people=self.NOW, memberships=self.MOVED,
            wave="first", waves={"first": pd.Timestamp("2024-02-01").date()},
        )  # fmt: skip
        assert ends(cn.surveys.claimed_and_used(made).claimed) == [("A", "C")]

    @pytest.mark.parametrize(("wave", "agency"), [("2024-03", "A"), ("2024-09", "B")])
    def test_agency_totals_of_survey_ties_follow_the_wave(self, wave, agency):
        made = both([("a1", "c1", YES)], [], people=self.NOW, memberships=self.MOVED, wave=wave)
        ties = made.network(level="agencies", relations=["referral"]).ties
        assert ends(ties) == [(agency, "C")]

    @pytest.mark.parametrize(("wave", "pair"), [("2024-03", ("A", "C")), ("2024-09", ("B", "C"))])
    def test_contacts_and_pathways_of_survey_ties_follow_the_wave(self, wave, pair):
        made = both([("a1", "c1", YES)], [], people=self.NOW, memberships=self.MOVED, wave=wave)
        assessment = cn.assess(made)
        assert [one.pair for one in assessment.all_contacts] == [pair]
        assert [one.pair for one in assessment.all_pathways] == [pair]

    def test_a_log_row_counts_for_the_agency_that_it_states(self):
        log = [("2024-03-04", "a1", "A", "C", "c1"), ("2024-09-04", "a1", "B", "C", "c1")]
        made = both([], log, people=self.NOW, memberships=self.MOVED)
        assessment = cn.assess(made)
        counts = {one.pair: one.n for one in assessment.all_pathways if one.service is None}
        assert counts == {("A", "C"): 1, ("B", "C"): 1}
        touched = assessment.agencies.set_index("agency_id")
        sent = [column for column in touched.columns if "sent" in column or "referrals" in column]
        assert sent
        assert touched.loc["A", sent[0]] == touched.loc["B", sent[0]] == 1

    def test_somebody_in_two_agencies_at_once_counts_in_both_while_it_lasts(self):
        joint = pd.DataFrame(
            [("a1", "B", "2024-01-01", "2024-05-31")],
            columns=["person_id", "agency_id", "from", "to"],
        )
        made = both([], [], memberships=joint)
        assert made.agencies_at(pd.Timestamp("2024-03-01").date())["a1"] == ("A", "B")
        assert made.agencies_at(pd.Timestamp("2024-06-01").date())["a1"] == ("A",)
        assert made.agencies_at(pd.Timestamp("2023-12-31").date())["a1"] == ("A",)
