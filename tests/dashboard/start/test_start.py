"""Where nothing is open: samples, templates, own files; and the questions of what can't be read."""

import io
import zipfile

import pytest
from playwright.sync_api import expect

import collabnet as cn
from collabnet.data.samples import list_samples
from collabnet.model.errors import CollabnetError
from collabnet_dashboards import ids
from collabnet_dashboards.panels.start.begin import ordered
from collabnet_dashboards.panels.start.problem import answers, problem, questions, unread
from pressing import Pressing
from screen_page import text_of, unclear_folder, write_folder


class TestQuestions:
    def test_what_the_check_asks_can_be_answered(self, tmp_path):
        check = cn.check(unclear_folder(tmp_path))
        assert [one.about.key for one in questions(check)] == ["date_order"]
        chosen = {0: {("choice", 0): "month-first"}}
        assert answers(questions(check), chosen) == [("date_order", "month-first")]
        with pytest.raises(CollabnetError, match="Answer at least one"):
            answers(questions(check), {})

    def test_a_setting_is_asked_once_for_all_files(self, tmp_path):
        rows = "\n".join(f"0{day}/0{day + 1}/2023,a,b" for day in range(1, 8))
        ties = "\n".join(["source,target,from,to", "a,b,01/02/2023,03/04/2023", ""])
        folder = write_folder(
            tmp_path, referrals=f"date,from_agency,to_agency\n{rows}\n", ties=ties
        )
        keys = [one.about.key for one in questions(cn.check(folder))]
        assert len(keys) == len(set(keys))

    def test_what_only_the_files_can_tell_is_listed(self, tmp_path):
        folder = write_folder(tmp_path, settings='name = "Ours"\n', referrals="day,from\n1,2\n")
        check = cn.check(folder)
        assert unread(check) == "Ours can't be read yet"
        assert "To correct in the files" in text_of(problem(check))

    def test_an_answer_to_what_was_asked_of_older_files_is_not_kept(self, tmp_path):
        """Other questions may stand in the same places by now."""
        folder = unclear_folder(tmp_path / "unclear")
        pressing, settings = Pressing(folder), (folder / "coalition.toml").read_text()
        asked = ids.answer("check", 0, "choice", 0)
        told = pressing.press(
            ids.START_ANSWER,
            {
                "opened.data": {"key": "given", "stamp": "older", "is_read": False},
                "revision.data": 0,
                "patterns": [asked],
                "check-answer.value": ["month-first"],
            },
            into=ids.START_SAID,
        )
        assert told[ids.START_SAID]["children"] == (
            "The files have changed since these questions were asked, so nothing was written. "
            "Reload the page to read them again."
        )
        assert (folder / "coalition.toml").read_text() == settings


def test_the_fullest_samples_come_first():
    names = [one.name for one in ordered(list_samples())]
    assert names[:2] == ["site_b", "site_a"]
    assert sorted(names) == [one.name for one in list_samples()]


class TestOnTheScreen:
    def test_a_sample_opens_from_the_first_page(self, bare):
        screen = bare().ready("What would break if somebody left?")
        screen.is_accessible()
        screen.tab_to("Site A")
        screen.page.keyboard.press("Enter")
        expect(screen.page.locator("#overview-title")).to_be_visible()
        expect(screen.page.get_by_role("textbox", name="Coalition")).to_have_value("Site A")

    def test_dark_on_a_telephone_and_the_templates(self, bare):
        """The workbook and the folder are those that a new coalition has."""
        screen = bare(width=400, scheme="dark").ready("What would break if somebody left?")
        screen.is_accessible()
        with screen.page.expect_download() as book:
            screen.page.get_by_role("link", name="Download the template (Excel)").click()
        assert book.value.suggested_filename == "coalition.xlsx"
        with zipfile.ZipFile(book.value.path()) as parts:
            assert 'name="referrals"' in parts.read("xl/workbook.xml").decode()
        with screen.page.expect_download() as folder:
            screen.page.get_by_role("link", name="Download it as CSV files").click()
        names = zipfile.ZipFile(io.BytesIO(folder.value.path().read_bytes())).namelist()
        assert {"coalition/referrals.csv", "coalition/README.txt"} <= set(names)

    def test_a_question_is_answered_and_the_page_that_was_asked_for_opens(self, screen, tmp_path):
        folder = unclear_folder(tmp_path / "unclear")
        page = screen(folder, path="/links").ready("Unclear can't be read yet")
        page.is_accessible()
        page.page.get_by_role("button", name="Read it with these answers").click()
        expect(page.page.locator("#start-said")).to_contain_text("Answer at least one")
        page.page.get_by_role("radio", name="The day comes first").check()
        page.page.get_by_role("button", name="Read it with these answers").click()
        expect(page.page.locator("#links-title")).to_be_visible()
        assert 'date_order = "day-first"' in (folder / "coalition.toml").read_text()
