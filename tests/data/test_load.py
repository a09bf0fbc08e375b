"""Load and check: what a user meets at the door."""

import json

import pytest

import collabnet as cn
from collabnet.data.check import check
from collabnet.data.templates import table_template
from collabnet.model.coalition import PROBLEM_COLUMNS
from collabnet.model.errors import (
    ChoiceNeededError,
    CollabnetError,
    NotFoundError,
    ReadingError,
)
from collabnet.model.specs import TABLES
from data.small_site import HEADER, LOG, TODAY


class TestPaths:
    def test_a_name_that_is_neither_names_the_nearest_sample(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        with pytest.raises(NotFoundError) as error:
            cn.load("site_bb")
        assert str(error.value).startswith(
            "There is no coalition folder or sample 'site_bb'. Did you mean site_b"
        )
        assert "collabnet new DIR writes an empty folder." in str(error.value)

    @pytest.mark.parametrize("name", ["", "a\0b", "x" * 5000, "sample:nothing"])
    def test_names_that_no_system_can_have_are_not_found(self, name):
        with pytest.raises(NotFoundError):
            cn.load(name)

    def test_an_existing_path_wins_over_a_sample(self, site, monkeypatch):
        monkeypatch.chdir(site.path.parent)
        site.path.rename(site.path.parent / "site_b")
        assert cn.load("site_b").settings.name == "Site"
        assert cn.load("sample:site_b").settings.name == "Site B"

    def test_a_single_file_is_read_where_it_lies(self, site):
        assert len(cn.load(site.path / "referrals.csv", today=TODAY).referrals) == 3


class TestLoad:
    def test_a_clean_folder_has_no_problems(self, site):
        coalition = site.load()
        assert repr(coalition) == "Coalition('Site': 3 agencies, 3 people, 3 referrals)"
        assert list(coalition.problems.columns) == list(PROBLEM_COLUMNS)
        assert coalition.problems.empty

    def test_rejected_rows_leave_the_table_and_stand_in_the_problems(self, site):
        coalition = site.log("r1,2024-01-05,o1,court,program,i1", "r2,x,o1,court,shelter,").load()
        (problem,) = coalition.problems.query("level == 'ROW'").itertuples()
        assert (problem.file, problem.row, problem.line, problem.column, problem.code) == (
            "referrals.csv",
            3,
            3,
            "date",
            "not_a_date",
        )
        assert len(coalition.referrals) == 1

    def test_a_refusal_lists_everything_at_once(self, site):
        site.write("people.csv", "").write("referrals.csv", LOG.replace("2024-0", "0"))
        site.write("agencies.csv", "agency_id,agency_id\ncourt,court\n")
        with pytest.raises(ReadingError) as error:
            site.load()
        lines = str(error.value).splitlines()
        assert lines[0] == "Site can't be read until 3 things are answered or corrected."
        assert lines[1].startswith("agencies.csv, column agency_id: Columns 1 and 2 are both")
        assert lines[2].startswith("people.csv: people.csv is an empty file.")
        assert lines[3].startswith("referrals.csv: ") or "referrals.csv" in lines[3]
        assert not isinstance(error.value, ChoiceNeededError)

    def test_the_tables_are_those_of_the_files(self, site):
        log = site.load().referrals
        assert list(log["from_person"]) == ["o1", "o2", "o1"]
        assert list(log["to_person"]) == ["i1", "i1", ""]
        assert list(log["row"]) == [2, 3, 4]

    def test_reading_twice_gives_the_same_digest(self, site):
        assert site.load().digest == site.load().digest


class TestFolder:
    def test_agencies_alone_give_coverage_only(self, site):
        for name in ("people.csv", "referrals.csv"):
            (site.path / name).unlink()
        found = site.found("coverage_only")
        assert (found.level, site.check().is_refused) == ("NOTE", False)
        assert site.check().cannot_say[0] == (
            "Who carries referrals, and how many: there is no log of referrals."
        )
        assert len(site.load().agencies) == 3

    def test_without_a_log_ties_or_agencies_there_is_nothing_to_read(self, site):
        for name in ("agencies.csv", "referrals.csv"):
            (site.path / name).unlink()
        problem = site.found("nothing_to_read")
        assert problem.level == "STOP"
        assert problem.message == (
            "The folder has no referrals.csv, ties.csv, survey_*.csv or agencies.csv that could "
            "be read; it holds coalition.toml and people.csv."
        )

    def test_an_empty_folder_is_said_to_be_empty(self, tmp_path):
        found = check(tmp_path)
        assert found.is_refused
        assert found.found[-1].message.endswith("could be read; it is empty.")

    def test_what_is_not_read_yet_is_named_and_what_is_kept_beside_is_not(self, site):
        (site.path / "scenarios").mkdir()
        site.write("recipes.toml", "x").write("budget.xlsx", "x")
        site.write("README.md", "x").write("NOTICE-to-staff.txt", "x").write(".hidden", "x")
        found = site.check()
        assert found.not_read == ("recipes.toml",)
        assert found.other_files == ("budget.xlsx",)

    @pytest.mark.parametrize("name", ["Ties.CSV", "tie.csv", "ties.xlsx"])
    def test_a_file_whose_name_is_nearly_right_is_named(self, site, name):
        problem = site.write(name, "x").found("file_name_near")
        assert problem.message == f"'{name}' was not read; it may be ties.csv."

    @pytest.mark.parametrize(
        ("name", "meant"),
        [
            ("referrals (1).csv", "referrals.csv"),
            ("referals.csv", "referrals.csv"),
            ("Copy of referrals.csv", "referrals.csv"),
            ("referrals.xlsx", "referrals.csv"),
            ("Tie.csv", "ties.csv"),
        ],
    )
    @pytest.mark.parametrize("is_template", [False, True])
    def test_a_log_under_a_wrong_name_is_no_coverage_only(self, site, name, meant, is_template):
        """Nothing is read until it is renamed, also beside an empty template of the right name."""
        (site.path / "referrals.csv").unlink()
        if is_template:
            site.write(meant, table_template(TABLES[meant.removesuffix(".csv")]))
        problem = site.write(name, LOG).found("log_misnamed")
        assert (problem.level, site.check().is_refused) == ("STOP", True)
        assert f"{problem.message} {problem.remedy}" == (
            f"'{name}' was not read, and there is no referrals.csv or ties.csv; it may be {meant}. "
            f"Rename it {meant} if it is, as a CSV file; else move it out of the folder."
        )
        with pytest.raises(ReadingError, match="can't be read until 1 thing is"):
            site.load()

    def test_a_copy_beside_the_log_is_left_alone(self, site):
        assert site.write("referrals (1).csv", LOG).codes() == []

    def test_a_name_with_strange_letters_is_shown_safely(self, site):
        site.write("a\nb\u202e.csv", "x")
        assert "a\\nb\\u202e.csv" in site.check().to_text()


class TestCheck:
    def test_rows_are_conserved_in_every_file(self, site):
        site.log(
            "r1,2024-01-05,o1,court,program,i1", "", "r2,x,o1,court,shelter,", "r3", "Total,,,,,3"
        )
        found = site.check(total_rows="drop")
        count = found.files[-1]
        assert (count.read, count.kept, count.rejected, count.skipped) == (5, 1, 2, 2)
        assert (
            "- referrals.csv: 5 rows read = 1 kept + 2 rejected + 2 skipped"
            in found.to_text().splitlines()
        )

    def test_the_text_names_place_rule_and_remedy(self, site):
        text = site.log("r1,2024-01-05,o1,court,program,i1", "r2,x,o1,court,shelter,").check()
        assert (
            "- referrals.csv, row 3, column date: 'x' is not a day. Write the day as YYYY-MM-DD. "
            "[not_a_date]"
        ) in text.to_text().splitlines()

    def test_a_refused_check_says_nothing_else(self, site):
        found = site.log(HEADER.strip()).check()
        assert found.is_refused
        assert found.coalition is None
        assert found.can_say == ()
        assert found.cannot_say == (
            "Anything, until what is listed above is answered or corrected.",
        )

    def test_it_can_be_written_as_json(self, site):
        given = site.log("r1,2024-01-05,o1,court,program,i1", "r2,x,o1,court,,").check().to_dict()
        read = json.loads(json.dumps(given, allow_nan=False))
        assert read["schema_version"] == 1
        assert read["problems"][-1]["row"] == 3
        assert read["files"][-1] == {
            "file": "referrals.csv",
            "read": 2,
            "kept": 1,
            "rejected": 1,
            "skipped": 0,
            "unknown_columns": [],
        }

    def test_tables_that_do_not_fit_are_a_problem_and_no_exception(self, site, monkeypatch):
        def refuse(*_, **__):
            raise CollabnetError("The tables don't fit.")

        monkeypatch.setattr("collabnet.data.folder.Coalition", refuse)
        assert site.found("inconsistent").message == "The tables don't fit."


class TestQuestions:
    def test_at_most_three_questions_the_largest_first(self, site):
        rows = [f"r{n},2024-01-{n:02},,court,program,i1" for n in range(1, 21)]
        questions = site.log(*rows, "r21,2024-02-01,o1,court,shelter,o2").check().questions
        assert questions == (
            "What do the referrals from Juvenile court to Program rest on (20 rows): something "
            "written, or personal contact?",
            "Who made the referrals from Juvenile court to Program that name no sender (20 rows)?",
            "Can the log be had for at least nine months?",
        )

    def test_an_answer_takes_its_question_away(self, site):
        before = site.check().questions
        assert before[0].startswith(
            "What do the referrals from Juvenile court to Program rest on (2 rows)"
        )
        site.write(
            "agreements.csv",
            "agreement_id,from_agency,to_agency,in_use\na1,court,program,yes\na2,court,shelter,no\n",
        )
        assert not any("rest on" in question for question in site.check().questions)
        assert "What rests on something written: 1 agreement is in use." in site.check().can_say

    @pytest.mark.parametrize("in_use", ["partly", "unknown"])
    def test_an_agreement_partly_in_use_is_not_no_agreement(self, site, in_use):
        before = "Whether 3 of 3 referrals would outlast a departure: no agreement and no tie says "
        before += "what they rest on"
        assert f"{before}." in site.check().cannot_say
        site.write(
            "agreements.csv",
            f"agreement_id,from_agency,to_agency,in_use\na1,court,program,{in_use}\n",
        )
        after = f"{before}, or the agreement is only partly in use or not known to be."
        assert after in site.check().cannot_say

    def test_people_of_whom_nothing_is_known_are_asked_for(self, site):
        site.write("people.csv", (site.path / "people.csv").read_bytes() + b"s1,S,shelter\n")
        assert (
            "Whether 1 person without a tie is connected to nobody: nothing is known of their ties."
            in site.check().cannot_say
        )

    def test_posts_that_say_who_held_them_give_rates(self, site):
        """A post without holders or years gives none."""
        rows = "court,,2,3,\ncourt,,,3,\ncourt,,2,,\nprogram,,1,3,8\n"
        site.write("posts.csv", "agency_id,role,holders_in_period,years,weeks_vacant\n" + rows)
        told = "How likely a loss is: 2 rows of posts.csv give rates."
        assert told in site.check().can_say
        assert "rates of leaving" not in " ".join(site.check().cannot_say)

    def test_a_post_of_a_role_that_nobody_has_gives_none(self, site):
        rows = "court,,2,3\nprogram,chaplain,1,3\n"
        site.write("posts.csv", "agency_id,role,holders_in_period,years\n" + rows)
        found = site.check()
        assert "How likely a loss is: 1 row of posts.csv gives rates." in found.can_say
        told = "1 row of posts.csv is of no use: nobody at that agency has that role."
        assert told in found.cannot_say

    def test_rates_make_chances_sayable(self, site):
        site.write("coalition.toml", '[assumptions]\ndeparture_rate = "low"\n')
        assert "How likely a loss is, if people leave at low: 0.05" in " ".join(
            site.check().can_say
        )
