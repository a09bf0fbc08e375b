"""Forms in a coalition's folder: untouched they are no problem, filled in they aren't forgotten."""

import pytest

import collabnet as cn
from collabnet.data.forms.ask import write_questionnaire
from collabnet.data.forms.template_book import template_book
from collabnet.data.importing.plan import plan_import
from collabnet.data.templates import new_coalition
from collabnet.model.errors import CollabnetError
from data.forms.asked import book
from data.forms.filled import fill, table
from data.importing.import_case import TODAY

ROWS = {"agencies": table([["court_b", "Juvenile Court"], ["shelter", "Shelter"]])}
TIE = {"ties": table([["officer_b1", "shelter", None, "contact"]]),
       "people": table([["officer_b1", None, "court_b"]])}  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    return new_coalition(tmp_path / "ours")


def notes(folder):
    return [str(one) for one in cn.check(folder).found if one.code == "form_to_import"]


def do(folder, *names):
    done = plan_import([folder / one for one in names], folder, today=TODAY)
    assert not done.is_refused, [str(one) for one in done.problems]
    done.write()


class TestForms:
    def test_an_untouched_one_is_no_problem_and_no_stranger(self, folder):
        write_questionnaire(folder)
        found = cn.check(folder)
        assert notes(folder) == []
        assert found.other_files == ()

    def test_one_that_is_filled_in_names_the_command(self, folder):
        (folder / "coalition.xlsx").write_bytes(fill(template_book(), ROWS | TIE))
        assert notes(folder) == [
            "(folder): 'coalition.xlsx' is filled in, and what it holds now has not been "
            "imported: it is not read here. Import it: collabnet import "
            f"{folder / 'coalition.xlsx'} --into {folder} [form_to_import]"
        ]
        do(folder, "coalition.xlsx")
        assert notes(folder) == []

    def test_it_says_so_again_when_something_was_added(self, folder):
        (folder / "coalition.xlsx").write_bytes(fill(template_book(), ROWS | TIE))
        do(folder, "coalition.xlsx")
        more = {**ROWS, **TIE, "posts": table([["court_b", "officer", None, None]])}
        (folder / "coalition.xlsx").write_bytes(fill(template_book(), more))
        assert len(notes(folder)) == 1

    def test_answered_questionnaires_are_told_by_their_names(self, folder):
        (folder / "questionnaire_court.xlsx").write_bytes(book("court_b", {"shelter": {"sent": 3}}))
        (folder / "other.xlsx").write_bytes(book("court_b", {"shelter": {"sent": 3}}))
        (found,) = notes(folder)
        assert "'questionnaire_court.xlsx' is filled in" in found

    def test_a_damaged_one_is_left_to_the_import(self, folder):
        (folder / "coalition.xlsx").write_bytes(template_book()[:900])
        assert len(notes(folder)) == 1


class TestQuestionnaire:
    def test_it_asks_about_the_roster(self, folder):
        (folder / "agencies.csv").write_text("agency_id,name\nshelter,Shelter\nb,\n", "utf-8")
        assert write_questionnaire(folder)[1:] == (["questionnaire.xlsx", "questionnaire.txt"], 2)
        text = (folder / "questionnaire.txt").read_text("utf-8")
        assert text.startswith("[[AdvancedFormat]]")
        assert "Shelter [shelter]" in text

    def test_it_follows_the_roster_until_it_is_filled_in(self, folder):
        write_questionnaire(folder)
        (folder / "agencies.csv").write_text("agency_id,name\nshelter,Shelter\n", "utf-8")
        assert write_questionnaire(folder)[2] == 1
        form = folder / "questionnaire.xlsx"
        form.write_bytes(book("court_b", {"shelter": {"sent": 3}}))
        before = form.read_bytes()
        with pytest.raises(CollabnetError) as caught:
            write_questionnaire(folder)
        assert str(caught.value) == (
            f"{form} is there already and filled in: it is not written over. Import it, or give it "
            "another name; then ask for the questionnaire again."
        )
        assert form.read_bytes() == before

    def test_a_folder_of_something_else_is_left_alone(self, tmp_path):
        (tmp_path / "mine.txt").write_text("kept", "utf-8")
        with pytest.raises(CollabnetError, match="needs to be a new or an empty folder"):
            write_questionnaire(tmp_path)
        assert [one.name for one in tmp_path.iterdir()] == ["mine.txt"]


class TestNotice:
    def test_it_says_what_staff_must_know(self, folder):
        said = " ".join((folder / "NOTICE-to-staff.txt").read_text("utf-8").split())
        for title in ("What is recorded", "Who sees it", "What it is not for",
                      "How to see and correct what is recorded"):  # fmt: skip
            assert title in said
        assert "not for appraisal, pay, promotion, discipline or dismissal" in said
        assert "No ranking of people is made." in said
        assert "to correct them" in said
