"""Questions as they are asked at the terminal and on the screen, and what answers make of them."""

import re

import pytest

from collabnet.data.codes import CODES
from collabnet.data.forms.answers_said import ANSWERS_SAID
from collabnet.data.importing.answering import (
    bare,
    can_be_asked,
    column_answer,
    fill_answer,
    pairs_answer,
    question_of,
    text_answer,
)
from collabnet.data.issues import Problem
from collabnet.data.options import OPTIONS
from collabnet.model.errors import CollabnetError
from collabnet.reports.groups import group
from data.readers.qualtrics_file import SURVEY

ASKED = [code for code in CODES.values() if code.level == "ASK" and code.answers]


def questions(done):
    found = group(one for one in done.problems if can_be_asked(one))
    return {
        one.first.code: question_of(one.first, one.columns, *done.roles(one.first)) for one in found
    }


class TestWords:
    @pytest.mark.parametrize("code", ASKED, ids=lambda code: code.name)
    def test_every_answer_that_is_offered_is_said_in_words(self, code):
        assert all(ANSWERS_SAID[code.key][answer] for answer in code.answers)

    def test_nothing_is_said_of_answers_that_no_setting_takes(self):
        for key, said in ANSWERS_SAID.items():
            takes = OPTIONS[key].takes
            assert isinstance(takes, str) or set(said) <= set(takes)

    @pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.name)
    def test_on_the_screen_nothing_speaks_of_the_command_line(self, code):
        said = bare(code.advice(), code.answers)
        assert not re.search(r"--\w|collabnet \w|coalition\.toml|\bSay \w+=", said)
        assert not said or said[-1] in ".?!"

    def test_the_words_in_brackets_go_with_the_answers(self):
        remedy = "Leave out (leave_out), or share (shared: half each)? Say --reading a=b, or c."
        assert bare(remedy, ["leave_out", "shared"]) == "Leave out, or share?"


class TestQuestionsOfALog:
    def test_each_column_is_asked_with_what_it_can_be(self, case):
        question = questions(case.plan(case.log()))["columns_to_confirm"]
        assert question.kind == "roles"
        assert [(one.header, one.role) for one in question.roles] == [
            ("Date of referral", "date"),
            ("Sent by", "from_agency"),
            ("Sent to", "to_agency"),
            ("Case manager", "from_person"),
            ("Remarks", "ignore"),
        ]
        assert [one.value for one in question.choices[:3]] == ["date", "from_agency", "to_agency"]
        assert "imported_from" not in {one.value for one in question.choices}

    def test_a_column_that_is_needed_can_be_named_or_filled(self, case):
        log = case.log("2024-01-05,shelter", header="date,to_agency\n")
        question = questions(case.plan(log, table="referrals"))["column_needed"]
        assert question.kind == "column"
        assert question.words == "Which column is from_agency? Which agency made it."
        assert column_answer(question, "to_agency") == ("map", ["to_agency=from_agency"])
        assert fill_answer(question, " court ") == ("fill", ["from_agency=court"])
        with pytest.raises(CollabnetError, match="That needs the from_agency of every row"):
            fill_answer(question, " ")

    def test_columns_that_seem_personal_are_one_question(self, case):
        log = case.log("2024-01-05,a,b,x,2010-01-01",
                       header="date,from_agency,to_agency,client name,dob\n")  # fmt: skip
        asked = questions(case.plan(log, map=["client name=keep", "dob=keep"]))
        question = asked["personal_column"]
        assert (question.kind, question.columns) == ("personal", ("client name", "dob"))

    def test_rejects_need_a_yes(self, case):
        log = case.log("2024-01-05,a,b", "2024-31-31,a,b", header="date,from_agency,to_agency\n")
        assert questions(case.plan(log))["rejects_to_accept"].kind == "yes"


class TestQuestionsOfASurvey:
    def test_what_each_question_asks_for_is_asked_of_each(self, case):
        question = questions(case.plan(case.file("survey.csv", SURVEY)))["survey_questions"]
        assert (question.kind, question.pairs) == ("pairs", (("Q5", "contact"),))
        assert pairs_answer(question, {"Q5": "trust "}) == ("questions", ["Q5=trust"])

    def test_who_answered_may_be_another_column(self, case):
        question = questions(case.plan(case.file("survey.csv", SURVEY)))["survey_respondent"]
        assert (question.kind, question.is_open) == ("choice", True)
        assert [one.value for one in question.choices] == ["Q1", "ResponseId"]
        assert text_answer(question, "Q9") == ("respondent", "Q9")

    def test_what_the_setting_does_not_take_is_refused_in_words(self):
        problem = Problem("log.csv", "", None, None, "", "header_not_first", "ASK", "", "", "",
                          "header_row", ("3",))  # fmt: skip
        with pytest.raises(CollabnetError, match="That needs a whole number from 1"):
            text_answer(question_of(problem), "the third")
