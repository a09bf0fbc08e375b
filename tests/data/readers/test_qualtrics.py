"""Qualtrics: three rows of headers, what is asked of whom, who answered, and what is left out."""

from datetime import date

import pytest

from collabnet.data.issues import Ledger
from collabnet.data.options import Answers
from collabnet.data.readers.qualtrics import QUALTRICS
from collabnet.data.rejects import rejects_csv
from collabnet.data.table import read_draft
from collabnet.data.text import read_text
from data.readers.qualtrics_file import (
    AGENCY,
    ANSWERED,
    HOW_OFTEN,
    MATRIX,
    SURVEY,
    response,
    survey,
)
from data.readers.survey_platforms import Reading, opened


class TestHeaders:
    def test_the_row_of_import_ids_makes_it_certain(self):
        assert QUALTRICS.recognise(opened(SURVEY)) == 1.0

    def test_a_matrix_gives_an_answer_for_each_respondent_and_entry(self):
        read = Reading(QUALTRICS, SURVEY, **ANSWERED)
        assert read.rows("answers", "respondent", "alter", "question", "value") == [
            ("Program", "Juvenile court", "contact", "3"),
            ("Program", "Shelter", "contact", "0"),
            ("Program", "Residential program", "contact", ""),
            ("Juvenile court", "Shelter", "contact", "2"),
            ("Juvenile court", "Residential program", "contact", "5"),
        ]
        assert read.asked == {}
        first = dict(zip(read.drafts[0].names, read.drafts[0].cells[0], strict=True))
        assert first["evidence"] == f"Q5_1: {HOW_OFTEN}"
        assert first["answered_on"] == "2024-03-04 10:09:22"
        assert (first["response_id"], first["alter_kind"]) == ("R_000000000000001", "agency")

    def test_the_checks_of_values_take_the_answers_as_they_are(self):
        read = Reading(QUALTRICS, SURVEY, **ANSWERED)
        table = read_draft(read.drafts[0], Answers(ANSWERED), date(2024, 6, 30))
        assert list(table.kept["value"]) == ["3", "0", "", "2", "5"]
        assert list(table.kept["row"]) == [4, 4, 4, 5, 5]

    def test_rejects_can_be_written_under_all_header_rows(self):
        read = Reading(QUALTRICS, survey([AGENCY, *MATRIX], response("", "1", "2", "3")),
                       **ANSWERED)  # fmt: skip
        problem = read.found("required_blank")
        assert (problem.level, problem.row, problem.column) == ("ROW", 4, "Q1")
        assert [row[0] for row in read.ledger.headers] == [
            "StartDate",
            "Start Date",
            '{"ImportId":"startDate"}',
        ]
        assert read.ledger.originals[3][17:] == ["", "1", "2", "3"]

    def test_rejects_that_were_corrected_are_read_as_the_rows_that_they_were(self):
        text = survey([AGENCY, *MATRIX], response("Program", "1", "2", "3"),
                      response("", "3", "2", "1", number=2))  # fmt: skip
        read = Reading(QUALTRICS, text, **ANSWERED)
        rejects = rejects_csv(read.ledger).decode("utf-8-sig")
        assert "192.0.2.7" not in rejects
        assert rejects.count("\r\n") == 4
        again = Reading(QUALTRICS, rejects.replace("EN,,3,2,1", "EN,Shelter,3,2,1"), **ANSWERED)
        assert again.rows("answers", "respondent", "value") == [
            ("Shelter", "3"),
            ("Shelter", "2"),
            ("Shelter", "1"),
        ]
        assert again.ledger.rows[3] == 5

    def test_without_the_row_of_import_ids_names_tell_the_same(self):
        lines = SURVEY.split("\n")
        text = "\n".join([*lines[:2], *lines[3:]])
        assert QUALTRICS.recognise(opened(text)) == 0.9
        read = Reading(QUALTRICS, text, **ANSWERED)
        assert len(read.rows()) == 5

    def test_a_missing_header_row_is_refused(self):
        text = "\n".join(SURVEY.split("\n")[1:])
        problem = Reading(QUALTRICS, text).found("survey_headers")
        assert problem.level == "STOP"
        assert problem.message == (
            "survey.csv needs the columns' names, their wording and their import ids, one row "
            "each; the import ids stand in row 2."
        )

    def test_headers_alone_hold_no_responses(self):
        assert Reading(QUALTRICS, survey([AGENCY])).found("no_data_rows").level == "STOP"

    def test_a_tab_separated_export_is_utf_16(self):
        text = survey([AGENCY, *MATRIX], response("Program", "3", "0", "5"), delimiter="\t")
        data = b"\xff\xfe" + text.encode("utf-16-le")
        ledger = Ledger("survey.tsv")
        read_back = read_text(data, ledger, Answers())
        assert [problem.code for problem in ledger.problems] == ["utf16"]
        assert QUALTRICS.recognise(opened(read_back, delimiter="\t")) == 1.0
        read = Reading(QUALTRICS, read_back, "survey.tsv", "\t", **ANSWERED)
        assert [row[0] for row in read.rows("answers", "value")] == ["3", "0", "5"]

    def test_names_of_columns_in_another_language_are_known_by_their_ids(self):
        text = SURVEY.replace("StartDate,", "Anfangsdatum,").replace("ResponseId", "Antwort-ID")
        assert len(Reading(QUALTRICS, text, **ANSWERED).rows()) == 5

    def test_a_row_with_too_few_cells_is_rejected(self):
        read = Reading(QUALTRICS, SURVEY + "2024-03-04 10:00:00,x\n", **ANSWERED)
        assert read.found("row_too_short").row == 6
        assert len(read.rows()) == 5


class TestWhatIsAsked:
    def test_everything_that_is_not_written_is_asked_with_a_proposal(self):
        read = Reading(QUALTRICS, SURVEY)
        assert read.asked == {
            "respondent": "Q1",
            "questions": "Q5=contact",
            "alters": "agencies",
            "blank_means": "not answered",
            "zero_means": "no tie",
        }
        assert read.found("survey_respondent").message == (
            "Who answered may stand in Q1 (such as Program) or ResponseId "
            "(such as R_000000000000001)."
        )
        assert read.found("survey_questions").message == (
            "1 question asks about others: Q5 ('In the past year, how often did your agency "
            "contact each of…') seems to be contact."
        )
        assert read.found("survey_alters").message == (
            "Respondents answer about others: 3 names, such as Juvenile court, Shelter and "
            "Residential program."
        )
        assert read.found("survey_blanks").message == (
            "1 cell is blank in questions about others, such as Q5_3."
        )
        assert read.found("survey_zeros").message == (
            "1 answer is zero in questions about others, such as Q5_2."
        )

    def test_an_answer_may_name_another_column(self):
        text = survey([AGENCY, *MATRIX], response("Program", "3", "1", "1", reference="prog_b"))
        read = Reading(QUALTRICS, text, **{**ANSWERED, "respondent": "ExternalReference"})
        assert {row[0] for row in read.rows("answers", "respondent")} == {"prog_b"}
        # What was no respondent stays an answer about the respondent.
        assert ("", "Q1", "Program") in read.rows("answers", "alter", "question", "value")

    def test_a_column_that_is_not_there_is_refused(self):
        read = Reading(QUALTRICS, SURVEY, **{**ANSWERED, "respondent": "Q99"})
        problem = read.found("survey_no_such_column")
        assert problem.level == "STOP"
        assert problem.message == (
            "There is no column 'Q99' that could say who answered; found Q1 and ResponseId."
        )

    def test_an_address_is_never_the_respondent(self):
        read = Reading(QUALTRICS, SURVEY, **{**ANSWERED, "respondent": "IPAddress"})
        assert read.found("survey_no_such_column").value == "IPAddress"
        assert "192.0.2.7" not in str(read.ledger.problems)

    def test_the_recipient_s_name_is_taken_when_that_is_answered(self):
        row = response("Program", "3", "1", "1")
        row[9], row[10] = "B1", "Officer"
        read = Reading(QUALTRICS, survey([AGENCY, *MATRIX], row), **{**ANSWERED,
                       "respondent": "recipient"})  # fmt: skip
        assert read.rows("answers", "respondent")[0] == ("Officer B1",)

    def test_no_question_about_others_is_said(self):
        read = Reading(QUALTRICS, survey([AGENCY, ("Q2", "Any comments?", "QID2_TEXT")],
                                         response("Program", "None")))  # fmt: skip
        assert read.found("survey_no_alters").message == (
            "No question of survey.csv was recognised as one about other agencies or people."
        )

    @pytest.mark.parametrize(
        ("answer", "values"),
        [("not answered", ["1", ""]), ("not asked", ["1"]), ("no", ["1", "0"])],
    )
    def test_a_blank_is_what_it_was_said_to_mean(self, answer, values):
        text = survey([AGENCY, *MATRIX[:2]], response("Program", "1", ""))
        read = Reading(QUALTRICS, text, **{**ANSWERED, "blank_means": answer})
        assert [row[0] for row in read.rows("answers", "value")] == values

    def test_what_blanks_were_read_as_is_said(self):
        text = survey([AGENCY, *MATRIX[:2]], response("Program", "1", ""))
        read = Reading(QUALTRICS, text, **{**ANSWERED, "blank_means": "no"})
        assert read.found("survey_blanks_read").message == (
            "1 blank cell was read as no tie, as blank_means says."
        )

    def test_a_blank_in_a_response_that_was_broken_off_is_never_a_no(self):
        text = survey([AGENCY, *MATRIX[:2]], response("Program", "1", "", finished="False"))
        read = Reading(QUALTRICS, text, **{**ANSWERED, "blank_means": "no"})
        assert [row[0] for row in read.rows("answers", "value")] == ["1", ""]

    def test_a_blank_about_oneself_says_nothing(self):
        text = survey([AGENCY, *MATRIX], response("Shelter", "1", "", "2"))
        read = Reading(QUALTRICS, text, **ANSWERED)
        assert read.found("survey_own_row").message == (
            "Left out 1 blank cell of respondents about themselves."
        )
        assert [row[0] for row in read.rows("answers", "value")] == ["1", "2"]

    def test_rows_that_are_no_actors_stay_questions_about_oneself(self):
        columns = [
            ("Q9_1", "How much do you agree? - We know whom to call", "QID9_1"),
            ("Q9_2", "How much do you agree? - I feel supported", "QID9_2"),
        ]
        text = survey([AGENCY, *columns], response("Program", "4", "5"))
        assert Reading(QUALTRICS, text).asked["questions"] == "Q9=self"
        read = Reading(QUALTRICS, text, **{**ANSWERED, "questions": ("Q9=self",)})
        assert read.rows("answers", "alter", "question", "value") == [
            ("", "Q9_1", "4"),
            ("", "Q9_2", "5"),
        ]


class TestResponses:
    @pytest.mark.parametrize(
        ("status", "what"),
        [("Survey Preview", "previews"), ("1", "previews"), ("Spam", "spam"), ("8", "spam"),
         ("Survey Test", "tests"), ("17", "previews")],
    )  # fmt: skip
    def test_what_nobody_answered_in_earnest_is_skipped(self, status, what):
        text = survey([AGENCY, *MATRIX], response("Program", "1", "1", "1", number=1),
                      response("Shelter", "1", "1", "1", status=status, number=2))  # fmt: skip
        read = Reading(QUALTRICS, text, **ANSWERED)
        problem = read.found("survey_tests")
        assert (problem.level, problem.row) == ("NOTE", 5)
        assert problem.message == f"Skipped 1 response that nobody gave in earnest: {what}."
        assert {row[0] for row in read.rows("answers", "respondent")} == {"Program"}

    @pytest.mark.parametrize("finished", ["False", "0"])
    def test_what_was_not_finished_is_kept_and_said(self, finished):
        text = survey([AGENCY, *MATRIX], response("Program", "1", "", "", finished=finished))
        problem = Reading(QUALTRICS, text, **ANSWERED).found("survey_unfinished")
        assert problem.message == "1 response not finished; what was answered is kept."

    def test_addresses_are_named_and_never_stored(self):
        read = Reading(QUALTRICS, SURVEY, **ANSWERED)
        assert read.found("survey_personal_left_out").message == (
            "Left out and not stored: IPAddress, RecipientLastName, RecipientFirstName, "
            "RecipientEmail, LocationLatitude and LocationLongitude."
        )
        assert read.ledger.left_out == {3, 9, 10, 11, 13, 14}
        assert "192.0.2.7" not in str(read.rows())
        assert "-45.67" not in str(read.rows())

    def test_a_response_without_an_answer_is_skipped(self):
        text = survey([AGENCY, *MATRIX], response("Program", "", "", ""),
                      response("Shelter", "1", "1", "1", number=2))  # fmt: skip
        read = Reading(QUALTRICS, text, **ANSWERED)
        problem = read.found("survey_response_empty")
        assert problem.message == "Skipped 1 response without an answer."

    def test_blank_lines_between_responses_are_skipped(self):
        lines = SURVEY.split("\n")
        read = Reading(QUALTRICS, "\n".join([*lines[:4], "", *lines[4:]]), **ANSWERED)
        assert read.found("blank_lines").row == 5
        assert len(read.rows()) == 5

    def test_a_question_that_asks_for_an_address_is_dropped_or_accepted(self):
        text = survey([AGENCY, *MATRIX, ("Q8", "Whom may we ask?", "QID8_TEXT")],
                      response("Program", "1", "1", "1", "someone@example.org"))  # fmt: skip
        problem = Reading(QUALTRICS, text, **ANSWERED).found("personal_values")
        assert (problem.level, problem.column, problem.value) == ("STOP", "Q8", "(not shown)")
        assert "--reading drop=Q8" in problem.remedy
        read = Reading(QUALTRICS, text, **ANSWERED, drop=("Q8",))
        assert "example" not in str(read.rows())
        assert read.found("column_dropped").column == "Q8"

    def test_ids_of_clients_are_dropped(self):
        text = survey([AGENCY, *MATRIX, ("client_id", "Client", "client_id")],
                      response("Program", "1", "1", "1", "c17"))  # fmt: skip
        read = Reading(QUALTRICS, text, **ANSWERED)
        assert read.found("client_ids_dropped").column == "client_id"
        assert "c17" not in str(read.rows())
