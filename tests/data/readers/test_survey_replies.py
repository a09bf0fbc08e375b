"""Replies of any survey platform: repeated responses, waves, words among numbers, scales."""

import pytest

from collabnet.data.readers.qualtrics import QUALTRICS
from data.readers.qualtrics_file import AGENCY, ANSWERED, MATRIX, SURVEY, response, survey
from data.readers.survey_platforms import Reading


class TestAnsweredTwice:
    TEXT = survey(
        [AGENCY, *MATRIX[:1]],
        response("Program", "1", number=1),
        response("Shelter", "2", number=2),
        response("Program", "3", number=3),
    )

    def test_it_is_asked_which_counts(self):
        read = Reading(QUALTRICS, self.TEXT, **{**ANSWERED, "questions": ("Q5=contact",)})
        problem = read.found("respondent_twice")
        assert (problem.level, problem.row, problem.column) == ("ASK", 6, "Q1")
        assert problem.message == "'Program' answered 2 times in wave 2024."
        assert problem.answers == ("first", "last", "reject")

    @pytest.mark.parametrize(
        ("answer", "kept"),
        [("first", ["1", "2"]), ("last", ["2", "3"]), ("reject", ["2"])],
    )
    def test_the_answer_says_which_is_kept(self, answer, kept):
        read = Reading(QUALTRICS, self.TEXT, **ANSWERED, respondent_twice=answer)
        assert [row[0] for row in read.rows("answers", "value")] == kept
        if answer == "reject":
            hits = [one for one in read.ledger.problems if one.code == "respondent_twice_rejected"]
            assert [one.row for one in hits] == [4, 6]
        else:
            problem = read.found("respondent_twice_skipped")
            assert problem.message == "1 response was skipped, as respondent_twice says."

    def test_answers_in_two_waves_are_two_answers(self):
        columns = [AGENCY, ("wave", "wave", "wave"), *MATRIX[:1]]
        text = survey(columns, response("Program", "2023", "1", number=1),
                      response("Program", "2024", "2", number=2))  # fmt: skip
        read = Reading(QUALTRICS, text, **ANSWERED)
        assert read.rows("answers", "wave", "value") == [("2023", "1"), ("2024", "2")]

    def test_one_wave_under_two_labels_is_asked_about(self):
        columns = [AGENCY, ("wave", "wave", "wave"), *MATRIX[:1]]
        text = survey(columns, response("Program", "Wave 1", "1", number=1),
                      response("Shelter", "w1", "2", number=2))  # fmt: skip
        problem = Reading(QUALTRICS, text, **ANSWERED).found("wave_twice")
        assert problem.message == "'Wave 1' and 'w1' may be the same wave."
        same = Reading(QUALTRICS, text, **ANSWERED, same_wave="same")
        assert same.rows("answers", "wave") == [("Wave 1",), ("Wave 1",)]
        apart = Reading(QUALTRICS, text, **ANSWERED, same_wave="apart")
        assert apart.rows("answers", "wave") == [("Wave 1",), ("w1",)]

    def test_a_wave_named_for_the_file_holds_for_all(self):
        read = Reading(QUALTRICS, SURVEY, **ANSWERED, wave="2024")
        assert {row[0] for row in read.rows("answers", "wave")} == {"2024"}


class TestWaves:
    """Where no column says the wave, the days of the answers propose it."""

    COLUMNS = (AGENCY, *MATRIX[:1])

    def of(self, *years, who=("Program", "Shelter", "Clinic"), **answers):
        rows = []
        for number, (year, name) in enumerate(zip(years, who, strict=False), 1):
            cells = response(name, "1", number=number)
            cells[7] = cells[7].replace("2024", year) if year else ""
            rows.append(cells)
        name = answers.pop("name", "survey.csv")
        return Reading(QUALTRICS, survey(self.COLUMNS, *rows), name, **{**ANSWERED, **answers})

    def test_answers_of_one_year_are_the_wave_of_that_year(self):
        read = self.of("2024", "2024", name="Roster Survey_May 12, 2024_10.15.csv")
        assert read.asked == {}
        assert {row[0] for row in read.rows("answers", "wave")} == {"2024"}
        problem = read.found("survey_wave_found")
        assert problem.message == (
            "The wave of these answers is '2024', the year in which all of them were given."
        )
        assert problem.remedy == (
            "Nothing to do; if the year has another wave, name this one, as in "
            '--reading "wave=2024-03".'
        )

    def test_answers_of_two_years_are_asked_about(self):
        read = self.of("2023", "2024", "2023")
        problem = read.found("survey_wave")
        assert (problem.level, problem.key) == ("ASK", "wave")
        assert problem.answers == ("2023", "2024", "by year")
        assert problem.message == (
            "No column says the wave; by year there are so many responses: 2023 (2) and 2024 (1)."
        )
        assert {row[0] for row in read.rows("answers", "wave")} == {"2023"}

    def test_who_answered_in_both_years_answered_in_two_waves(self):
        who = ("Program", "Program", "Shelter")
        read = self.of("2023", "2024", "2024", who=who)
        assert read.asked == {"wave": "by year"}
        read = self.of("2023", "2024", "2024", who=who, wave="by year")
        assert read.rows("answers", "respondent", "wave") == [
            ("Program", "2023"), ("Program", "2024"), ("Shelter", "2024"),
        ]  # fmt: skip
        assert read.asked == {}

    def test_a_response_without_a_day_has_no_wave_of_its_year(self):
        read = self.of("2023", "", "2024", wave="by year")
        problem = read.found("survey_wave_without_day")
        assert (problem.level, problem.row, problem.column) == ("ROW", 5, "RecordedDate")
        assert problem.message == (
            "The response has no day, and its wave is told by the year, as wave says."
        )

    def test_without_days_the_file_s_name_proposes_the_wave(self):
        read = self.of("", name="Roster Survey_May 12, 2024_10.15.csv")
        problem = read.found("survey_wave_unsaid")
        assert (problem.level, problem.key, problem.answers) == ("ASK", "wave", ("2024",))
        assert problem.message == (
            "Nothing in Roster Survey_May 12, 2024_10.15.csv says when these answers were given."
        )
        assert self.of("", name="Spring round.csv").asked == {"wave": "spring_round"}

    def test_a_wave_kept_from_another_year_is_noted(self):
        read = self.of("2025", "2025", wave="2024")
        assert read.found("survey_wave_of_other_year").message == (
            "The wave was named '2024'; the answers were given in 2025."
        )


class TestWordsAndNumbers:
    TEXT = survey(
        [AGENCY, *MATRIX[:2]],
        response("Program", "Never", "3", number=1),
        response("Shelter", "Weekly", "Don't know", number=2),
    )

    def test_words_among_numbers_are_asked_about_with_a_proposal(self):
        problem = Reading(QUALTRICS, self.TEXT, **ANSWERED).found("survey_words")
        assert problem.message == (
            "Answers such as 'Never' are words mixed with numbers: Never, Weekly and Don't know."
        )
        assert problem.answers == ("Never=0,Weekly=4,Don't know=", "keep")

    def test_words_get_the_numbers_that_are_answered(self):
        likert = ("Never=0", "Weekly=3", "Don't know=")
        read = Reading(QUALTRICS, self.TEXT, **ANSWERED, likert=likert)
        assert [row[0] for row in read.rows("answers", "value")] == ["0", "3", "3", ""]
        assert read.found("survey_words_numbered").message == (
            "3 answers were given a number, as likert says."
        )

    def test_a_word_without_a_number_rejects_its_response(self):
        read = Reading(QUALTRICS, self.TEXT, **ANSWERED, likert=("Never=0", "Don't know="))
        problem = read.found("survey_word_unknown")
        assert (problem.level, problem.row, problem.column) == ("ROW", 5, "Q5_1")
        assert problem.message == "'Weekly' in Q5_1 has no number."
        assert [row[0] for row in read.rows("answers", "value")] == ["0", "3"]

    def test_words_are_kept_when_that_is_answered(self):
        read = Reading(QUALTRICS, self.TEXT, **ANSWERED, likert=("keep",))
        assert read.rows("answers", "value")[0] == ("Never",)

    def test_a_number_outside_the_stated_scale_rejects_its_response(self):
        text = survey([AGENCY, *MATRIX[:2]], response("Program", "7", "3", number=1),
                      response("Shelter", "5", "1", number=2))  # fmt: skip
        read = Reading(QUALTRICS, text, **ANSWERED, strength_scale="1-5")
        problem = read.found("out_of_scale")
        assert (problem.level, problem.row, problem.column) == ("ROW", 4, "Q5_1")
        assert problem.message == "'7' lies outside the scale from 1 to 5."
        assert [row[0] for row in read.rows("answers", "value")] == ["5", "1"]

    def test_seen_and_not_answered_is_a_blank_that_is_said(self):
        text = survey([AGENCY, *MATRIX[:2]], response("Program", "-99", "3"))
        read = Reading(QUALTRICS, text, **ANSWERED)
        assert read.found("survey_seen").message == "1 cell with -99: seen and not answered."
        assert [row[0] for row in read.rows("answers", "value")] == ["", "3"]
