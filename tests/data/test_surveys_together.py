"""Surveys in a folder: what answers say together, and what coalition.toml says of them."""

import pytest

from collabnet.model.errors import ChoiceNeededError
from data.small_site import where
from data.small_survey import LONG, long, said, settings


class TestTwice:
    def test_two_different_answers_are_asked_about(self, site):
        """B86."""
        long(site, "o1,i1,contact,3", "o2,i1,contact,1", "o1,i1,contact,0")
        problem = site.found("answered_twice")
        assert where(problem) == ("ASK", "survey_2024.csv", 4, 4, "respondent", "o1")
        assert problem.message == (
            "'o1' answered contact twice or more in wave '2024', such as '3' and '0' of 'i1' "
            "(1 answer in all)."
        )
        with pytest.raises(ChoiceNeededError, match="answered_twice=first or"):
            site.load()

    @pytest.mark.parametrize(("answer", "value"), [("first", "3"), ("last", "0")])
    def test_the_answer_says_which_counts(self, site, answer, value):
        long(site, "o1,i1,contact,3", "o1,i1,contact,0")
        assert [one[3] for one in said(site, answered_twice=answer)] == [value]
        problem = site.found("answers_chosen", answered_twice=answer)
        assert problem.message == (
            f"1 answer was skipped: the {answer} one counts, as answered_twice says."
        )
        count = site.check(answered_twice=answer).files[-1]
        assert (count.read, count.kept, count.rejected, count.skipped) == (2, 1, 0, 1)

    def test_the_same_answer_twice_is_one(self, site):
        long(site, "o1,i1,contact,3", "o1,i1,contact,3", "o1,i1,contact,")
        problem = site.found("answer_repeated")
        assert problem.message == "2 answers repeat another, the first of them by 'o1'; skipped."
        assert [one[3] for one in said(site)] == ["3"]

    def test_a_second_row_of_a_matrix_fills_what_the_first_left_blank(self, site):
        rows = "respondent,court,shelter\nprogram,2,\nprogram,2,1\n"
        site.write("survey_contact_2024.csv", rows)
        assert site.codes() == ["answer_repeated"]
        assert [(one[1], one[3]) for one in said(site)] == [("court", "2"), ("shelter", "1")]

    def test_one_question_in_two_files_of_a_wave_is_asked_about(self, site):
        """B89."""
        long(site, "o1,i1,contact,3", name="survey_a.csv")
        long(site, "o2,i1,contact,1", name="survey_b.csv")
        settings(
            site, '[files."survey_a.csv"]', 'wave = "2024"', '[files."survey_b.csv"]',
            'wave = "2024"',
        )  # fmt: skip
        problem = site.found("wave_in_two_files")
        assert where(problem)[:2] == ("ASK", "survey_b.csv")
        assert problem.message == (
            "survey_b.csv and survey_a.csv both say wave '2024', and both ask contact."
        )
        assert {one[4] for one in said(site, wave_files="together")} == {"2024"}
        assert {one[4] for one in said(site, wave_files="apart")} == {
            "2024 (survey_a)", "2024 (survey_b)",
        }  # fmt: skip

    def test_files_of_one_wave_with_their_own_questions_are_one_wave(self, site):
        site.write("survey_contact_2024.csv", "respondent,court\nprogram,2\nshelter,1\n")
        site.write("survey_trust_2024.csv", "respondent,court\nprogram,2\nshelter,1\n")
        assert site.codes() == []


class TestRoster:
    @pytest.mark.parametrize(
        ("row", "column", "name"),
        [("o9,i1,contact,1", "respondent", "o9"), ("o1,i9,contact,1", "alter", "i9")],
    )
    def test_who_is_in_no_roster_is_asked_about(self, site, row, column, name):
        """B87 for the respondent, B76 for the alter."""
        problem = long(site, row, "o2,i1,contact,1").found("unknown_actor")
        assert where(problem) == ("ASK", "survey_2024.csv", 2, 2, column, name)
        assert problem.message.startswith(
            f"'{name}' in {column} is in neither agencies.csv nor people.csv (1 row)."
        )
        assert len(said(site, unknown_actors="reject")) == 1
        assert len(said(site, unknown_actors="add")) == 2

    def test_a_blank_respondent_leaves_the_row_out(self, site):
        """B84."""
        problem = long(site, " ,i1,contact,1", "o2,i1,contact,1").found("required_blank")
        assert where(problem) == ("ROW", "survey_2024.csv", 2, 2, "respondent", "")

    def test_two_agencies_with_one_name_stay_two(self, site):
        """B85."""
        site.write("agencies.csv", "agency_id,name\ncourt,Court\nprogram,Court\nshelter,S\n")
        long(site, "court,shelter,contact,1", "program,shelter,contact,2")
        assert site.codes() == ["same_name"]
        assert [one[0] for one in said(site)] == ["court", "program"]

    def test_a_folder_with_a_survey_alone_takes_everybody_in_it_as_an_agency(self, tmp_path):
        from collabnet.data.check import check
        from collabnet.data.load import load

        text = LONG + "court,program,contact,1\nprogram,court,contact,2\n"
        (tmp_path / "survey_2024.csv").write_text(text)
        found = check(tmp_path)
        assert [one.code for one in found.found] == ["no_settings", "no_roster"]
        coalition = load(tmp_path)
        assert list(coalition.agencies["agency_id"]) == ["court", "program"]
        assert len(coalition.ties) == 2

    def test_who_was_asked_and_is_nowhere_is_noted(self, site):
        settings(long(site, "o1,i1,contact,1"), "[survey]", 'asked = ["o1", "o7"]')
        assert site.found("asked_unknown").message == (
            "survey.asked names 'o7', who is in no table; left out of the count of those asked."
        )
        assert "1 of 1 asked answered" in " ".join(site.check().can_say)


class TestSides:
    ROWS = ("o1,i1,contact,3", "i1,o1,contact,0", "o2,i1,contact,1")

    def test_two_directions_are_two_ties(self, site):
        """Different answers of two sides are both kept."""
        assert long(site, *self.ROWS).codes() == []
        assert len(said(site)) == 3
        assert len(site.load().ties) == 2

    def test_one_tie_between_two_needs_a_rule_where_they_differ(self, site):
        settings(long(site, *self.ROWS), "[survey]", 'undirected = ["contact"]')
        problem = site.found("sides_differ")
        assert problem.level == "ASK"
        assert problem.message == (
            "'contact' is said to have no direction, but in 2 pairs one side says yes and the "
            "other doesn't, such as 'i1 and o1'."
        )

    @pytest.mark.parametrize(
        ("rule", "tied"), [("union", {"o1", "o2"}), ("confirmed", set()), ("reconstructed", {"o2"})]
    )
    def test_the_rule_makes_one_tie_without_direction(self, site, rule, tied):
        settings(long(site, *self.ROWS), "[survey]", 'undirected = ["contact"]')
        ties = site.load(tie_rule=rule).ties
        assert set(ties["from_id"]) == tied
        assert set(ties["directed"]) <= {"no"}

    def test_where_both_agree_nothing_is_asked(self, site):
        settings(
            long(site, "o1,i1,contact,3", "i1,o1,contact,1"), "[survey]", 'undirected = ["contact"]'
        )
        assert site.codes() == []

    def test_a_cap_on_names_warns(self, site):
        settings(long(site, *self.ROWS), "[survey]", 'recall = "free"', "most_names = 1")
        problem = site.found("names_capped")
        assert problem.message == (
            "2 respondents named the 1 that could be named at most: whom else they know isn't "
            "known."
        )


class TestSettings:
    @pytest.mark.parametrize(
        ("line", "name", "needed"),
        [
            ('recall = "memory"', "survey.recall", "list or free"),
            ('level = "site"', "survey.level", "person or agency"),
            ("most_names = 0", "survey.most_names", "a whole number from 1"),
            ('scale = "five"', "survey.scale", 'a scale such as "0-4"'),
            ("asked = 3", "survey.asked", 'a list of ids such as ["court_b"]'),
            (
                'values = { often = "much" }',
                "survey.values",
                "words with the number of each, such as often = 3",
            ),
        ],
    )
    def test_a_setting_that_can_not_be(self, site, line, name, needed):
        problem = settings(site, "[survey]", line).found("wrong_setting")
        assert problem.message.startswith(f"The setting {name} needs {needed}; got ")

    def test_an_unknown_setting_names_the_nearest(self, site):
        problem = settings(site, "[survey]", 'aksed = ["o1"]').found("unknown_setting")
        assert problem.message == (
            "The setting 'survey.aksed' is not known and has no effect. It may be survey.asked."
        )

    def test_waves_have_days_and_names_with_points(self, site):
        settings(long(site, "o1,i1,contact,1"), "[waves]", '"2024.1" = 2024-02-01', "x = 3")
        assert site.found("wrong_setting").message == (
            "The setting waves.x needs a day such as 2023-01-31; got '3'."
        )

    def test_other_files_are_for_something_that_is_not_read_yet(self, site):
        problem = settings(site, '[files."log.xlsx"]', 'sheet = "A"').found("setting_not_used")
        assert problem.message == (
            "The setting 'files.log.xlsx' is for something that is not read yet."
        )


class TestPosts:
    HEADER = "agency_id,role,holders_in_period,years,weeks_vacant\n"

    def test_posts_are_read_and_checked(self, site):
        site.write(
            "posts.csv",
            f"{self.HEADER}court,deputy juvenile officer,4,3,6.5\nprogram,intake worker,2,3,\n",
        )
        assert site.codes() == []
        posts = site.load().posts
        assert posts["holders_in_period"].tolist() == [4, 2]
        assert posts["weeks_vacant"].tolist()[0] == 6.5

    def test_an_agency_that_no_roster_names_is_asked_about(self, site):
        problem = site.write("posts.csv", f"{self.HEADER}clinic,nurse,1,3,0\n").found(
            "unknown_actor"
        )
        assert where(problem) == ("ASK", "posts.csv", 2, 2, "agency_id", "clinic")

    def test_people_are_counted_in_whole_numbers(self, site):
        site.write("posts.csv", f"{self.HEADER}court,officer,2.5,3,0\ncourt,clerk,1,3,0\n")
        assert site.found("not_whole").row == 2


class TestSaid:
    def test_below_half_nothing_is_ranked(self, site):
        settings(long(site, "o1,i1,contact,1"), "[survey]", 'asked = ["o1", "o2", "i1"]')
        assert (
            "Who ranks first by the survey: 1 of 3 asked answered on contact in wave 2024 (33 %; "
            "1 of 6 possible ties known). Below 50 % nothing is ranked."
        ) in site.check().cannot_say

    def test_up_to_four_fifths_it_is_said_who_is_missing(self, site):
        settings(
            long(site, "o1,i1,contact,1", "o2,i1,contact,0"),
            "[survey]", 'asked = ["o1", "o2", "i1"]',
        )  # fmt: skip
        found = site.check()
        assert (
            "Who says what of whom: 2 of 3 asked answered on contact in wave 2024 (67 %; 2 of 6 "
            "possible ties known)."
        ) in found.can_say
        assert "What those who did not answer (1) would say of whom." in found.cannot_say

    def test_where_nobody_says_who_was_asked_all_in_the_roster_are(self, site):
        found = long(site, "o1,i1,contact,1").check()
        assert (
            "Whether those who are missing from the survey were asked: survey.asked doesn't say, "
            "so everybody in the roster is counted as asked."
        ) in found.cannot_say
