"""Contacts from surveys are compared only where both sites were asked in the same way."""

import pytest

import collabnet as cn
from risk.cases import coalition, person, tie
from surveys.answers import FOUR, survey

EVERYBODY = (*FOUR, ("D", "A", "1"))
FEW = [row for row in FOUR if row[0] == "A"]


def verdict(a, b):
    """The verdict on the contacts of two sites that say of their boundaries that they are alike."""
    named = a.with_settings(name="Town"), b.with_settings(name="City")
    found = cn.compare(*named, kind="sites", same_boundary=True, draws=2)
    row = found.figures.set_index("figure").loc["mean_contacts"]
    return row["comparable"], row["reason"]


class TestSurveys:
    def test_two_surveys_alike_are_compared(self):
        """One of four didn't answer in one site: 3 of 4 and 4 of 4 are not far apart."""
        one, other = survey(EVERYBODY, recall="list"), survey(FOUR, recall="list")
        assert cn.compare(one, other, kind="sites", draws=2).b.known_share == 3 / 4
        assert verdict(one, survey(EVERYBODY, recall="list", wave="2025")) == ("yes", "")

    @pytest.mark.parametrize(
        ("one", "other", "reason"),
        [
            (
                {"recall": "list"},
                {"recall": "free"},
                "names were not given in the same way (Town: from a list; City: from memory)",
            ),
            (
                {"recall": "list"},
                {},
                "names were not given in the same way (Town: from a list; City: not stated)",
            ),
            (
                {"recall": "free", "most_names": 3},
                {"recall": "free"},
                "respondents could not name equally many",
            ),
            (
                {"level": "agency"},
                {"level": "person"},
                "in one site people answered for themselves, in the other for their agency",
            ),
        ],
    )
    def test_two_surveys_that_asked_otherwise_are_not(self, one, other, reason):
        found = verdict(survey(EVERYBODY, **one), survey(EVERYBODY, **other))
        assert found == ("no", reason)

    def test_answers_of_fewer_than_half_are_not(self):
        found = verdict(survey(EVERYBODY), survey(FEW))
        assert found == ("no", "the contacts of fewer than half at City are known")

    def test_a_survey_and_what_somebody_wrote_down_are_not(self):
        told = coalition(
            people=[person("O1", "court"), person("I1", "home")], ties=[tie("O1", "I1")]
        )
        said = "contacts of Town come from a survey, those of City do not"
        assert verdict(survey(EVERYBODY), told) == ("no", said)
        assert verdict(told, survey(EVERYBODY)) == (
            "no", "contacts of City come from a survey, those of Town do not",
        )  # fmt: skip
