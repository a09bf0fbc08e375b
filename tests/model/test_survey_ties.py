"""Answers become ties and networks: what is kept, what a rule joins, what is said."""

import pandas as pd
import pytest

import collabnet as cn
from collabnet.model.settings import Settings, SurveySettings
from surveys.answers import FOUR, NO, YES, frame, survey


def arcs(network):
    ties = network.ties
    return sorted(zip(ties["from_id"], ties["to_id"], ties["strength"], strict=True))


class TestTies:
    def test_an_answer_above_zero_is_a_tie_of_its_respondent(self):
        ties = survey(FOUR).ties
        assert len(ties) == sum(value == YES for *_, value in FOUR)
        assert ties["reported_by"].tolist() == ties["from_id"].tolist()
        assert set(ties["file"]) == {"survey.csv"}
        assert ties["row"].tolist() == [2, 3, 4, 8, 10]

    def test_questions_that_are_no_tie_stay_answers(self):
        assert survey(FOUR, question="shared_goal").ties.empty
        assert survey(FOUR, question="a question of our own").ties.empty

    def test_kept_apart_there_are_none(self):
        coalition = survey(FOUR, merge=False)
        assert coalition.ties.empty
        assert len(cn.surveys.ties(coalition)) == 4

    def test_whoever_speaks_for_an_agency_states_the_agencys_ties(self):
        people = pd.DataFrame([("a1", "A"), ("b1", "B")], columns=["person_id", "agency_id"])
        made = cn.Coalition.from_frames(
            people=people,
            answers=frame([("a1", "b1", YES), ("b1", "B", YES)]),
            settings=Settings(survey=SurveySettings(level="agency")),
        )
        (tie,) = made.ties.to_dict("records")
        assert (tie["from_id"], tie["to_id"], tie["reported_by"]) == ("A", "B", "a1")

    def test_edited_ties_stay_edited(self):
        coalition = survey(FOUR)
        edited = coalition.with_tables(ties=coalition.ties.iloc[:1])
        assert len(edited.ties) == 1
        assert len(edited.answers) == len(FOUR)

    def test_an_answer_about_somebody_unknown_is_refused(self):
        with pytest.raises(cn.CollabnetError) as refused:
            survey([("A", "Z", YES)])
        assert str(refused.value) == (
            "The column alter of the table answers needs ids that are in people or agencies; "
            "row 2 has 'Z'. Add it there, or correct it."
        )

    def test_a_survey_and_a_table_of_ties_are_told_apart(self):
        own = pd.DataFrame([("A", "B")], columns=["source", "target"]).assign(kind="contact")
        made = cn.Coalition.from_frames(
            agencies=pd.DataFrame({"agency_id": list("AB")}),
            ties=own,
            answers=frame([("A", "B", YES)]),
        )
        assert made.ties["file"].tolist() == ["ties.csv", "survey.csv"]
        assert made.own_ties["file"].tolist() == ["ties.csv"]


class TestNetwork:
    def test_without_a_rule_both_directions_stay_as_reported(self):
        """B78."""
        rows = [("A", "B", "3"), ("B", "A", "1"), ("A", "C", "2"), ("C", "A", NO)]
        network = survey(rows, agencies="ABC").network(level="agencies")
        assert arcs(network) == [("A", "B", 3.0), ("A", "C", 2.0), ("B", "A", 1.0)]

    @pytest.mark.parametrize(
        ("rule", "expected"),
        [("union", "AB AC AD CD"), ("confirmed", "AB"), ("reconstructed", "AB AD CD"),
         ("fewest", "AB"), ("most", "AB AD CD")],
    )  # fmt: skip
    def test_a_rule_makes_one_tie_in_both_directions(self, rule, expected):
        network = survey(FOUR).network(level="agencies", tie_rule=rule)
        ties = {(u, v) for u, v, _ in arcs(network)}
        pairs = {tuple(pair) for pair in expected.split()}
        assert ties == pairs | {pair[::-1] for pair in pairs}

    def test_its_strength_is_the_mean_of_what_was_said(self):
        rows = [("A", "B", "3"), ("B", "A", "1")]
        network = survey(rows, agencies="AB").network(level="agencies", tie_rule="union")
        assert arcs(network) == [("A", "B", 2.0), ("B", "A", 2.0)]

    def test_referrals_keep_their_direction_under_any_rule(self):
        network = survey(FOUR, question="referral").network(level="agencies", tie_rule="confirmed")
        assert len(arcs(network)) == 5
        assert "as each respondent says, in their direction" in network.notices[0]

    def test_waves_are_chosen_by_name(self):
        coalition = survey(FOUR, more=[frame([("B", "D", YES)], wave="2025")])
        network = coalition.network(level="agencies", wave="2025")
        assert arcs(network) == [("B", "D", 1.0)]
        with pytest.raises(cn.CollabnetError) as refused:
            coalition.network(wave="2026")
        assert str(refused.value) == (
            "There is no wave '2026'. Did you mean 2025 or 2024? Waves of ties are: 2024, 2025."
        )

    def test_a_rule_that_does_not_exist(self):
        with pytest.raises(cn.CollabnetError) as refused:
            survey(FOUR).network(tie_rule="both")
        assert str(refused.value) == (
            "There is no tie rule 'both'. Rules are: union, confirmed, reconstructed, fewest, most."
        )

    def test_notices_say_rule_rate_and_that_strengths_are_no_counts(self):
        network = survey(FOUR, asked=tuple("ABCD")).network(level="agencies", tie_rule="union")
        assert network.notices == (
            "Survey ties are taken by the rule union; their strength is what was answered, no "
            "count.",
            "3 of 4 asked answered on contact in wave 2024 (75 %; 9 of 12 possible ties known): a "
            "missing answer is unknown, not zero.",
        )

    def test_a_cap_on_names_warns_of_degrees(self):
        network = survey(FOUR, recall="free", most_names=2).network(level="agencies")
        assert network.notices[-1] == (
            "Respondents could name 2 at most, and some did: degrees are at least what is shown."
        )

    def test_a_network_without_survey_ties_says_nothing_of_one(self):
        assert survey(FOUR, merge=False).network(level="agencies").notices == ()

    def test_survey_ties_of_kind_referral_never_add_to_counts_of_the_log(self):
        log = pd.DataFrame(
            [("2024-01-05", "A", "B")] * 2, columns=["date", "from_agency", "to_agency"]
        )
        made = cn.Coalition.from_frames(
            referrals=log,
            agencies=pd.DataFrame({"agency_id": list("ABC")}),
            answers=frame([("A", "B", "5"), ("A", "C", "4")], question="referral"),
        )
        network = made.network(level="agencies", relations=["referral"])
        assert arcs(network) == [("A", "B", 2.0), ("A", "C", 4.0)]
        assert network.notices[0] == (
            "Survey ties are taken as each respondent says, in their direction; their strength "
            "is what was answered, no count."
        )
