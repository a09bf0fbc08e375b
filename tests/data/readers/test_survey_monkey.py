"""SurveyMonkey: two rows of headers, the first only above the first column of each question."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabnet.data.options import Answers
from collabnet.data.readers.survey_monkey import SURVEY_MONKEY
from collabnet.data.sources.opened import Grid, Ledgers, Opened
from data.readers.survey_platforms import ROSTER, Reading, answer_all, csv_text, opened, rows_of

ABOUT = ("Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address",
         "Email Address", "First Name", "Last Name", "Custom Data 1")  # fmt: skip
OFTEN = "How often does your agency contact each of these?"


def response(*cells, number=1, custom=""):
    """One response with the columns that every export has."""
    return [str(11_400_000_000 + number), "446111201", "03/04/2024 10:00:01",
            "03/04/2024 10:08:22", "192.0.2.9", "", "", "", custom, *cells]  # fmt: skip


def survey(questions, *responses):
    """An export as SurveyMonkey writes it: questions are (wording, second row)."""
    first, second, last = [*ABOUT], [""] * len(ABOUT), ""
    for wording, label in questions:
        first.append("" if wording == last and len(second) > len(ABOUT) else wording)
        second.append(label)
        last = wording
    return "\ufeff" + csv_text(first, second, *responses, line_end="\r\n")


AGENCY = ("What is the name of your agency?", "Open-Ended Response")
MATRIX = [(OFTEN, name) for name in ROSTER]
SURVEY = survey(
    [AGENCY, *MATRIX, ("Anything else?", "Open-Ended Response")],
    response("Program", "Weekly", "Never", "", "No", number=1),
    response("Shelter", "Daily", "", "Monthly", "", number=2),
)
ANSWERED = {
    "respondent": "Q1",
    "questions": ("Q2=contact",),
    "alters": "agencies",
    "blank_means": "not answered",
    "likert": ("Never=0", "Monthly=2", "Weekly=3", "Daily=4"),
}


class TestHeaders:
    def test_the_first_columns_make_it_certain(self):
        assert SURVEY_MONKEY.recognise(opened(SURVEY)) == 1.0

    def test_the_wording_of_a_question_holds_for_all_its_columns(self):
        read = Reading(SURVEY_MONKEY, SURVEY, **ANSWERED)
        assert read.rows("answers", "respondent", "alter", "question", "value") == [
            ("Program", "Juvenile court", "contact", "3"),
            ("Program", "Shelter", "contact", "0"),
            ("Program", "Residential program", "contact", ""),
            ("Program", "", "Q3", "No"),
            ("Shelter", "Juvenile court", "contact", "4"),
            ("Shelter", "Residential program", "contact", "2"),
        ]
        assert read.rows("answers", "evidence")[0] == (f"Q2_1: {OFTEN}",)
        assert read.asked == {}

    def test_proposals_are_those_that_are_likely(self):
        read = Reading(SURVEY_MONKEY, SURVEY)
        assert read.asked == {
            "respondent": "Q1",
            "questions": "Q2=contact",
            "alters": "agencies",
            "likert": "Weekly=4,Never=0,Daily=5,Monthly=3",
            "blank_means": "not answered",
        }

    def test_names_and_addresses_are_never_stored(self):
        read = Reading(SURVEY_MONKEY, SURVEY, **ANSWERED)
        assert read.found("survey_personal_left_out").message == (
            "Left out and not stored: IP Address, Email Address, First Name and Last Name."
        )
        assert "192.0.2.9" not in str(read.rows())

    def test_a_workbook_is_read_like_the_text(self):
        grid = opened(SURVEY).grids[0]
        book = Opened("survey.xlsx", "workbook", grids=[Grid("Sheet", grid.records)])
        ledgers = Ledgers("survey.xlsx")
        drafts = SURVEY_MONKEY.read(book, ledgers, Answers(ANSWERED))
        assert SURVEY_MONKEY.recognise(book) == 1.0
        assert len(rows_of(drafts)) == 6
        assert drafts[0].ledger is ledgers.of("Sheet")

    def test_an_export_with_one_header_row_is_read(self):
        first, _, *rest = SURVEY.split("\r\n")
        read = Reading(SURVEY_MONKEY, "\r\n".join([first.replace(",,", ",x,y"), *rest]))
        assert read.ledger.headers == [read.ledger.originals[0]]
        assert read.ledger.n_read == 2

    def test_without_the_respondents_ids_it_is_refused(self):
        problem = Reading(SURVEY_MONKEY, "Collector ID,Q\n,Response\n1,2\n").found("survey_headers")
        assert problem.message == (
            "survey.csv needs the questions in the first row; there is no Respondent ID in the "
            "first row."
        )

    def test_custom_data_may_say_who_answered(self):
        text = survey(MATRIX, response("1", "2", "3", custom="prog_b"))
        read = answer_all(SURVEY_MONKEY, text)
        assert {row[0] for row in read.rows("answers", "respondent")} == {"prog_b"}


class TestQuestions:
    def test_boxes_are_one_and_zero_and_the_other_one_is_typed_in(self):
        asked = "To which of these did you refer clients?"
        labels = ["Juvenile court", "Shelter", "Other (please specify)"]
        text = survey([AGENCY, *((asked, label) for label in labels)],
                      response("Program", "Juvenile court", "", "Clinic B"),
                      response("Court", "", "Shelter", "", number=2))  # fmt: skip
        read = answer_all(SURVEY_MONKEY, text)
        assert read.rows("answers", "respondent", "alter", "question", "value") == [
            ("Program", "Juvenile court", "referral", "1"),
            ("Program", "Shelter", "referral", "0"),
            ("Program", "Clinic B", "referral", "1"),
            ("Court", "Juvenile court", "referral", "0"),
            ("Court", "Shelter", "referral", "1"),
        ]

    def test_a_remark_beside_a_matrix_names_nobody(self):
        text = survey([AGENCY, *MATRIX, (OFTEN, "Other (please specify)")],
                      response("Program", "1", "2", "3", "It varies"))  # fmt: skip
        read = answer_all(SURVEY_MONKEY, text)
        assert ("", "Q2_4", "It varies") in read.rows("answers", "alter", "question", "value")

    def test_names_typed_in_are_alters(self):
        asked = "Whom do you ask for advice?"
        text = survey([AGENCY, (asked, "Person 1"), (asked, "Person 2")],
                      response("Program", "Officer B1", ""))  # fmt: skip
        read = answer_all(SURVEY_MONKEY, text)
        assert read.rows("answers", "alter", "question", "value") == [("Officer B1", "advice", "1")]

    def test_contact_information_gives_the_agency_and_no_address(self):
        labels = ["Name", "Company", "Address", "Email Address", "Phone Number"]
        text = survey([*(("Contact information", label) for label in labels), *MATRIX],
                      response("Officer B1", "Court B", "1 Main", "x@example.org", "555", "1", "2",
                               "3"))  # fmt: skip
        read = answer_all(SURVEY_MONKEY, text)
        assert {row[0] for row in read.rows("answers", "respondent")} == {"Court B"}
        assert "example.org" not in str(read.rows())
        assert "Q1 (Email Address)" in read.found("survey_personal_left_out").message

    def test_respondents_who_answer_twice_are_asked_about(self):
        text = survey([AGENCY, *MATRIX], response("Program", "1", "2", "3", number=1),
                      response("Program", "1", "2", "4", number=2))  # fmt: skip
        assert Reading(SURVEY_MONKEY, text).asked["respondent_twice"] == "first"


class TestBadShapes:
    @pytest.mark.parametrize("text", ["Respondent ID,Collector ID\n", "Respondent ID\n,\n"])
    def test_headers_alone_hold_no_responses(self, text):
        assert Reading(SURVEY_MONKEY, text).found("no_data_rows").level == "STOP"

    def test_a_row_too_long_is_rejected(self):
        text = SURVEY + ",".join(response("Clinic", "1", "2", "3", "", "x", number=3)) + "\r\n"
        read = Reading(SURVEY_MONKEY, text, **ANSWERED)
        assert read.found("row_too_long").row == 5
        assert len(read.rows()) == 6


NAMES = st.text(
    st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12
).map(str.strip).filter(bool)  # fmt: skip
HARD = st.sampled_from(['Court, "B"', "007", "🏠 Shelter", "بيت آمن", "a - b", "x\ny", "NA"])


class TestAnyNames:
    @settings(max_examples=60)
    @given(st.lists(st.one_of(NAMES, HARD), min_size=2, max_size=5, unique=True), NAMES)
    def test_names_come_through_as_they_stand(self, roster, agency):
        labels = [f"x{name}" for name in roster]
        values = [str(n) for n, _ in enumerate(roster, 1)]
        text = survey([AGENCY, *((OFTEN, label) for label in labels)], response(agency, *values))
        read = Reading(SURVEY_MONKEY, text, **ANSWERED)
        assert read.rows("answers", "respondent", "alter", "value") == [
            (agency, label, value) for label, value in zip(labels, values, strict=True)
        ]


class TestOwnWords:
    """A text in one's own words may name young people: it is stored only when somebody says so."""

    def test_it_is_asked_about_and_left_out(self):
        from collabnet.data.options import Answers
        from collabnet.data.readers.survey_monkey import read
        from collabnet.data.records import split_records
        from collabnet.data.sources.opened import Grid, Ledgers, Opened

        text = (
            "Respondent ID,Collector ID,Start Date,End Date,Which agency do you work for?,"
            "How often do you have contact with these agencies?,,Any comments?\n"
            ",,,,Open-Ended Response,Shelter,Police,Open-Ended Response\n"
            "1,9,01/05/2024 10:00:00,01/05/2024 10:05:00,Court of B,3,2,T0KEN is fine\n"
            "2,9,01/06/2024 10:00:00,01/06/2024 10:05:00,Shelter,,1,\n"
        )
        opened = Opened("sm.csv", "table", grids=[Grid("", split_records(text, ","))])
        for answer, code in (("", "survey_free_text"), ("leave_out", "survey_text_left_out")):
            ledgers = Ledgers("sm.csv")
            given = Answers({"free_text": answer}) if answer else Answers()
            (draft,) = read(opened, ledgers, given)
            (problem,) = [one for one in ledgers.of().problems if one.code == code]
            assert problem.level == ("NOTE" if answer else "ASK")
            assert "T0KEN" not in str(draft.cells) + str(problem)
        (draft,) = read(opened, Ledgers("sm.csv"), Answers({"free_text": "keep"}))
        assert "T0KEN is fine" in [cell for cells in draft.cells for cell in cells]
