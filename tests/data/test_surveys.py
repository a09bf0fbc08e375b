"""Files of a survey in a folder: one row an answer, or a matrix; names and values."""

import pytest

from collabnet.data.surveys import name_says
from data.small_site import where
from data.small_survey import long, said, settings


class TestLongForm:
    def test_rows_are_answers_with_their_file_and_row(self, site):
        long(site, "o1,i1,contact,3", "i1,o1,contact,0", "o2,i1,contact,")
        assert site.codes() == []
        answers = site.load().answers
        assert answers["value"].tolist() == ["3", "0", ""]
        assert set(answers["wave"]) == {"2024"}
        assert set(answers["file"]) == {"survey_2024.csv"}
        assert answers["row"].tolist() == [2, 3, 4]
        count = site.check().files[-1]
        assert (count.file, count.read, count.kept) == ("survey_2024.csv", 3, 3)

    def test_answers_about_a_kind_of_tie_become_ties_of_the_respondent(self, site):
        long(site, "o1,i1,contact,3", "i1,o1,contact,0", "o2,i1,information,yes", "o2,i1,value,4")
        ties = site.load().ties
        assert ties[["from_id", "to_id", "kind", "reported_by", "file", "row"]].values.tolist() == [
            ["o1", "i1", "contact", "o1", "survey_2024.csv", 2],
            ["o2", "i1", "information", "o2", "survey_2024.csv", 4],
        ]
        assert ties["strength"].tolist()[0] == 3
        assert set(ties["quality"]) == {"unrated"}
        assert set(ties["wave"]) == {"2024"}

    def test_ties_of_the_table_and_of_the_survey_stand_side_by_side(self, site):
        long(site.ties("o1,o2,contact,1"), "o1,i1,contact,3")
        coalition = site.load()
        assert coalition.ties["file"].tolist() == ["ties.csv", "survey_2024.csv"]
        assert coalition.own_ties["file"].tolist() == ["ties.csv"]
        assert len(coalition.with_survey_ties().ties) == 2

    def test_question_and_wave_may_stand_in_columns(self, site):
        long(
            site, "o1,i1,contacts,1,spring", "o1,i1,trust,2,",
            header="respondent,alter,question,value,wave\n", name="survey_2024.csv",
        )  # fmt: skip
        assert said(site) == [
            ("o1", "i1", "contact", "1", "spring"),
            ("o1", "i1", "trust", "2", "2024"),
        ]

    def test_an_answer_about_oneself_has_no_alter(self, site):
        long(site, "o1,,what_would_help,a protocol")
        assert site.codes() == ["unlisted_value"]
        assert said(site) == [("o1", "", "what_would_help", "a protocol", "2024")]
        assert site.load().ties.empty

    def test_kept_apart_answers_never_become_ties(self, site):
        settings(long(site, "o1,i1,contact,3"), "[survey]", 'merge = "no"')
        coalition = site.load()
        assert (len(coalition.answers), len(coalition.ties)) == (1, 0)
        assert any("kept apart" in said_ for said_ in site.check().cannot_say)

    def test_an_illustrative_answer_is_an_illustrative_tie(self, site):
        header = "respondent,alter,question,value,status\n"
        long(site, "o1,i1,contact,3,made up", header=header)
        assert site.load().ties["status"].tolist() == ["illustrative"]


class TestMatrix:
    MATRIX = "respondent,court,program,shelter\ncourt,,2,0\nprogram,1,,\nshelter,0,3,\n"

    def test_a_cell_is_an_answer_and_the_diagonal_none(self, site):
        site.write("survey_contact_2024.csv", self.MATRIX)
        assert site.codes() == []
        assert said(site) == [
            ("court", "program", "contact", "2", "2024"),
            ("court", "shelter", "contact", "0", "2024"),
            ("program", "court", "contact", "1", "2024"),
            ("program", "shelter", "contact", "", "2024"),
            ("shelter", "court", "contact", "0", "2024"),
            ("shelter", "program", "contact", "3", "2024"),
        ]
        count = site.check().files[-1]
        assert (count.read, count.kept, count.rejected, count.skipped) == (3, 3, 0, 0)

    def test_question_and_wave_may_be_stated(self, site):
        site.write("survey_2024.csv", self.MATRIX)
        settings(site, '[files."survey_2024.csv"]', 'question = "trust"', "wave = 2023")
        assert {(one[2], one[4]) for one in said(site)} == {("trust", "2023")}

    def test_a_question_that_nothing_names_is_asked(self, site):
        problem = site.write("survey_2024.csv", self.MATRIX).found("question_not_named")
        assert problem.level == "ASK"
        assert problem.message == (
            "Neither a column nor the name of survey_2024.csv says which question was asked."
        )
        assert 'question = "contact"' in problem.remedy
        assert {one[2] for one in said(site, question="information")} == {"information"}

    def test_labels_in_another_order_are_matched_by_name(self, site):
        turned = "respondent,shelter,court,program\nprogram,0,1,\ncourt,0,,2\nshelter,,0,3\n"
        site.write("survey_contact_2024.csv", turned)
        assert site.codes() == []
        assert ("court", "program", "contact", "2", "2024") in said(site)

    def test_rows_and_columns_that_differ_are_asked_about(self, site):
        """Respondents who are in no column, though others are."""
        site.write("survey_contact_2024.csv", "respondent,court,program\ncourt,,1\nshelter,1,1\n")
        problem = site.found("matrix_rows_differ")
        assert where(problem) == (
            "ASK", "survey_contact_2024.csv", 3, 3, "respondent", "shelter",
        )  # fmt: skip
        assert problem.message == (
            "1 respondent of the matrix is in no column, such as 'shelter', though others are."
        )
        assert len(said(site, matrix_rows="kept")) == 3

    def test_a_list_of_others_needs_no_question(self, site):
        site.write("survey_contact_2024.csv", "respondent,court,program\no1,1,2\no2,0,1\n")
        assert site.codes() == []

    def test_who_did_not_answer_may_be_a_column_only(self, site):
        site.write("survey_contact_2024.csv", "respondent,court,program\ncourt,,1\n")
        assert site.codes() == []

    def test_answers_about_oneself_are_left_out_and_said(self, site):
        site.write("survey_contact_2024.csv", "respondent,court,program\ncourt,5,1\nprogram,1,\n")
        problem = site.found("own_answers")
        assert (problem.level, problem.row) == ("NOTE", 2)
        assert (
            problem.message
            == "1 answer is about the respondent itself, first of 'court'; left out."
        )

    def test_a_label_twice_stops_the_file(self, site):
        site.write("survey_contact_2024.csv", "respondent,court,court\nprogram,5,1\n")
        problem = site.found("duplicate_header")
        assert problem.message == "Columns 2 and 3 are both called 'court'."

    def test_a_column_without_a_label_is_asked_about(self, site):
        site.write("survey_contact_2024.csv", "respondent,court,\nprogram,5,1\nshelter,1,\n")
        assert site.found("blank_header").message == (
            "Column 3 has no name but holds data, as in row 2."
        )
        assert len(said(site, blank_header="drop")) == 2

    def test_a_blank_respondent_is_one_rejected_row(self, site):
        site.write("survey_contact_2024.csv", "respondent,court,program\n,5,1\nshelter,1,2\n")
        assert site.found("required_blank").row == 2
        count = site.check().files[-1]
        assert (count.read, count.kept, count.rejected) == (2, 1, 1)

    def test_an_empty_column_without_a_label_is_left_out(self, site):
        site.write("survey_contact_2024.csv", "respondent,court,,program\nshelter,1,,2\no1,1,,0\n")
        assert site.codes() == ["blank_column"]


class TestNames:
    @pytest.mark.parametrize(
        ("name", "says"),
        [
            ("survey_2024.csv", ("", "2024")),
            ("survey_contact_2024.csv", ("contact", "2024")),
            ("survey_2024_follow_up.csv", ("follow_up", "2024")),
            ("survey_trust.csv", ("trust", "")),
        ],
    )
    def test_a_files_name_says_question_and_wave(self, name, says):
        assert name_says(name) == says

    @pytest.mark.parametrize("name", ["survey_2024.xlsx", "survey.csv", "Survey 2024.csv"])
    def test_a_name_that_is_nearly_right_is_named(self, site, name):
        problem = site.write(name, "x").found("file_name_near")
        assert problem.message == f"'{name}' was not read; it may be survey_*.csv."


class TestValues:
    def test_words_are_kept_and_neither_yes_nor_no(self, site):
        """An answer in words is asked to be given its number, and nothing is made of it."""
        long(site, "o1,i1,contact,often", "o2,i1,contact,often", "i1,o1,contact,2")
        problem = site.found("answer_in_words")
        assert where(problem) == ("NOTE", "survey_2024.csv", 2, 2, "value", "often")
        assert problem.message == (
            "'often' stands in 2 answers and is neither a number nor yes or no; kept, but not "
            "known to be a tie or none."
        )
        assert problem.remedy == (
            "Say what number it stands for under [survey.values] in coalition.toml."
        )
        assert len(site.load().ties) == 1

    def test_words_with_a_number_count(self, site):
        settings(long(site, "o1,i1,contact,Often"), "[survey.values]", "often = 3")
        assert site.codes() == []
        assert site.load().ties["strength"].tolist() == [3]

    def test_a_number_off_the_scale_is_rejected(self, site):
        """7 on a scale from 1 to 5; zero says that there is no tie."""
        settings(
            long(site, "o1,i1,contact,7", "o2,i1,contact,0", "i1,o1,contact,5"),
            "[survey]", 'scale = "1-5"',
        )  # fmt: skip
        problem = site.found("out_of_scale")
        assert where(problem) == ("ROW", "survey_2024.csv", 2, 2, "value", "7")
        assert [one[3] for one in said(site)] == ["0", "5"]
