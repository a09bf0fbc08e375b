"""Who answered: by respondent and by possible tie, and what the rates allow."""

import math

import pandas as pd
import pytest

import collabnet as cn
from surveys.answers import BLANK, FOUR, NO, YES, frame, survey


def rate(coalition):
    (row,) = cn.surveys.response_rates(coalition).to_dict("records")
    return row


class TestResponseRates:
    def test_blank_is_asked_and_not_answered(self):
        row = rate(survey([("A", "B", YES), ("B", "A", BLANK)], agencies="AB"))
        assert (row["asked"], row["answered"], row["known_ties"]) == (2, 1, 1)
        assert (row["response_rate"], row["tie_rate"]) == (0.5, 0.5)

    def test_a_no_is_an_answer(self):
        row = rate(survey([("A", "B", NO), ("B", "A", NO)], agencies="AB"))
        assert (row["response_rate"], row["tie_rate"]) == (1.0, 1.0)

    def test_who_was_asked_is_what_is_stated_else_everybody(self):
        assert rate(survey(FOUR))["asked"] == 4
        assert not rate(survey(FOUR))["asked_is_stated"]
        row = rate(survey(FOUR, asked=("A", "B", "C")))
        assert (row["asked"], row["response_rate"], row["asked_is_stated"]) == (3, 1.0, True)
        assert (row["known_ties"], row["possible_ties"]) == (6, 6)

    @pytest.mark.parametrize(
        ("answering", "standing"),
        [(4, "no ranking"), (5, "with a warning"), (7, "with a warning"), (8, "enough")],
    )
    def test_below_half_nothing_is_ranked_below_four_fifths_it_is_said(self, answering, standing):
        agencies = "ABCDEFGHIJ"
        rows = [(one, "J" if one != "J" else "A", YES) for one in agencies[:answering]]
        assert rate(survey(rows, agencies=agencies))["standing"] == standing

    def test_freely_recalled_names_make_the_others_known(self):
        rows = [("A", "B", YES), ("B", "C", YES), ("B", "D", YES)]
        assert rate(survey(rows, recall="free"))["known_ties"] == 6
        assert rate(survey(rows, recall="free", most_names=2))["known_ties"] == 5
        assert rate(survey(rows, recall="free", most_names=2))["at_cap"] == 1
        assert rate(survey(rows, recall="list"))["known_ties"] == 3

    def test_agencies_outside_and_groups_were_not_asked(self):
        agencies = pd.DataFrame({"agency_id": ["A", "B", "C"], "outside": ["no", "no", "yes"]})
        made = cn.Coalition.from_frames(agencies=agencies, answers=frame([("A", "B", YES)]))
        assert rate(made)["asked"] == 2

    def test_one_respondent_for_each_agency_is_one_persons_view(self):
        people = pd.DataFrame(
            [("a1", "A"), ("a2", "A"), ("b1", "B")], columns=["person_id", "agency_id"]
        )
        one = [("a1", "B", YES), ("b1", "A", YES)]
        for rows, expected in ((one, True), ([*one, ("a2", "B", NO)], False)):
            settings = cn.Settings(survey=cn.model.settings.SurveySettings(level="agency"))
            made = cn.Coalition.from_frames(people=people, answers=frame(rows), settings=settings)
            assert rate(made)["is_one_view"] is expected
            assert rate(made)["asked"] == 2

    def test_people_who_speak_for_themselves_are_no_view_of_an_agency(self):
        people = pd.DataFrame([("a1", "A"), ("b1", "B")], columns=["person_id", "agency_id"])
        made = cn.Coalition.from_frames(people=people, answers=frame([("a1", "b1", YES)]))
        assert (rate(made)["is_one_view"], rate(made)["asked"]) == (False, 2)


class TestTieCounts:
    def test_a_rate_without_claims_is_undefined_and_never_zero(self):
        (row,) = cn.surveys.tie_counts(survey([("A", "B", NO)], agencies="AB")).to_dict("records")
        assert math.isnan(row["confirmation_rate"])
        assert (row["confirmed_of"], row["reconstructed_of"], row["pairs"]) == (0, 1, 1)

    def test_several_people_of_one_agency_say_yes_together_if_one_does(self):
        people = pd.DataFrame(
            [("a1", "A"), ("a2", "A"), ("b1", "B")], columns=["person_id", "agency_id"]
        )
        rows = [("a1", "B", NO), ("a2", "B", "3"), ("b1", "A", "1")]
        made = cn.Coalition.from_frames(
            people=people,
            answers=frame(rows),
            settings=cn.Settings(survey=cn.model.settings.SurveySettings(level="agency")),
        )
        row = cn.surveys.ties(made, rule="confirmed").iloc[0]
        assert (row["from_id"], row["to_id"], row["strength_by_from"]) == ("A", "B", 1.5)
        assert [one["row"] for one in row["rows"]] == [2, 3, 4]
