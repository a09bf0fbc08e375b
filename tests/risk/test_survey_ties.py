"""Findings from a survey alone: they cite its rows, and say who answered."""

import pandas as pd

import collabnet as cn
from collabnet.model.settings import Settings, SurveySettings
from collabnet.risk.survey import NO_RANKING, survey_sentences
from surveys.answers import NO, YES, frame

PEOPLE = pd.DataFrame(
    [("a1", "A"), ("a2", "A"), ("b1", "B"), ("b2", "B")], columns=["person_id", "agency_id"]
)


def of(answers, *, asked=("a1", "a2", "b1", "b2"), **settings):
    return cn.Coalition.from_frames(
        people=PEOPLE,
        answers=frame(answers),
        settings=Settings(survey=SurveySettings(asked=asked, **settings)),
    )


ALL = [("a1", "b1", YES), ("a2", "b1", NO), ("b1", "a1", YES), ("b2", "a1", NO)]


class TestFindings:
    def test_a_survey_alone_gives_contact_findings_that_cite_its_rows(self):
        (finding,) = cn.assess(of(ALL)).found
        assert (finding.id, finding.severity) == ("contacts:A:B", "high")
        assert finding.rows == (("survey.csv", 2), ("survey.csv", 4))
        assert finding.sources == ("survey",)
        assert finding.to_dict()["rests_on"]["sources"] == ["survey"]
        assert "is the only usable direct contact between A and B" in finding.sentence

    def test_it_says_who_answered(self):
        (finding,) = cn.assess(of(ALL)).found
        assert finding.sure.notes == (
            "4 of 4 asked answered on contact in wave 2024 (100 %; 4 of 12 possible ties known).",
        )

    def test_below_half_nothing_is_ranked(self):
        (finding,) = cn.assess(of(ALL[:1])).found
        assert finding.severity == "note"
        assert finding.sure.notes[-1] == NO_RANKING

    def test_what_a_table_of_ties_says_too_keeps_its_rank(self):
        own = pd.DataFrame([("a1", "b1")], columns=["source", "target"]).assign(kind="contact")
        made = cn.Coalition.from_frames(
            people=PEOPLE,
            ties=own,
            answers=frame(ALL[:1]),
            settings=Settings(survey=SurveySettings(asked=("a1", "a2", "b1", "b2"))),
        )
        (finding,) = cn.assess(made).found
        assert finding.severity == "high"
        assert finding.rows == (("ties.csv", 2), ("survey.csv", 2))
        assert finding.sources == ("coding", "survey")

    def test_an_agency_level_answer_is_no_persons_contact(self):
        """The end of the tie is the agency: nobody who answered for it is its single contact."""
        assert cn.assess(of(ALL, level="agency")).found == ()

    def test_a_referral_that_a_survey_states_is_a_pathway_without_a_count(self):
        made = cn.Coalition.from_frames(
            people=PEOPLE, answers=frame([("a1", "b1", YES)], question="referral")
        )
        (pathway,) = (one for one in cn.assess(made).all_pathways if one.service is None)
        assert (pathway.pair, pathway.n) == (("A", "B"), None)
        (finding,) = cn.assess(made).found
        assert finding.sources == ("survey",)
        assert finding.rows == (("survey.csv", 2),)


class TestSentences:
    def test_every_page_says_how_many_answered_in_shares_alone(self):
        assert survey_sentences(of(ALL[:3])) == [
            "75 % of those asked answered the survey's questions on contact in wave 2024: a "
            "missing answer is unknown, not zero."
        ]

    def test_one_view_and_few_answers_are_said(self):
        assert survey_sentences(of(ALL[:1], level="agency"))[1:] == [
            "Each agency was answered for by one person: one person's view."
        ]
        assert survey_sentences(of(ALL[:1]))[-1] == NO_RANKING

    def test_a_cap_is_said(self):
        said = survey_sentences(of(ALL, recall="free", most_names=1))
        assert said[1:] == ["Respondents could name only so many: ties may be more than are told."]

    def test_without_a_survey_or_with_one_kept_apart_nothing_is_said(self):
        assert survey_sentences(cn.Coalition.from_frames()) == []
        assert survey_sentences(of(ALL, merge=False)) == []

    def test_the_methods_paragraph_and_what_is_not_seen_say_so(self):
        from collabnet.sharing import release

        assessment = cn.assess(of(ALL[:3]))
        said = survey_sentences(assessment.coalition)[0]
        assert said in assessment.methods()
        assert said in release(assessment).unseen
        # Outside in the same bands as how many answered: an exact share tells how many were asked.
        band = said.replace("75 %", "Between half and 80 %")
        for audience in ("partner", "public"):
            assert band in release(assessment, audience).unseen
