"""Bringing in files on the screen: beside another browser, refused, heard.

The walks by mouse and by keyboard are in tests/dashboard/tasks/test_own_files.py.
"""

from playwright.sync_api import expect

from collabnet_dashboards.server import BODY_LIMIT
from import_page import Import

SURVEY_ANSWERS = ("Q1", "Agencies", "There is no tie", "They were asked and did not answer")
WRONG = "date,from_agency,to_agency\n2024-31-31,{0},b\n2024-01-05,{0},b\n"


class TestTwoBrowsers:
    def test_neither_sees_what_the_other_brings(self, bare, tmp_path):
        """The page of another browser at the same dashboard stays as it is; so do their files."""
        bring = Import(bare("/data?part=import"))
        (tmp_path / "mine").mkdir()
        log = tmp_path / "mine" / "log.csv"
        log.write_text(WRONG.format("mine"))
        other = bring.page.context.new_page()
        other.goto(bring.page.url)
        bring.choose(log)
        bring.stands("1 row can't be used yet")
        log.write_text(WRONG.format("theirs"))
        other.set_input_files("input[type=file]", str(log))
        expect(other.get_by_label("from_agency, row 2")).to_have_value("theirs")
        expect(bring.page.get_by_label("from_agency, row 2")).to_have_value("mine")
        other.close()


class TestRefused:
    def test_what_is_too_large_or_of_no_kind_is_said_in_words(self, bare, tmp_path):
        """Too large: said before it is sent. No table: said by its content, and taken back."""
        bring = Import(bare("/data?part=import"))
        page = bring.page
        large = tmp_path / "large.csv"
        with large.open("wb") as file:
            file.truncate(BODY_LIMIT + 1)
        bring.choose(large)
        alert = page.get_by_role("alert").filter(has_text="large.csv is too large")
        expect(alert).to_have_text(
            "large.csv is too large: it has 26 MB, and at most 24 can be sent. Split it, for "
            "example by year."
        )
        photo = tmp_path / "photo.csv"
        photo.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
        bring.choose(photo)
        bring.stands("1 thing to correct in a file first")
        expect(alert).to_have_count(0)
        bring.press("Remove photo.csv")
        expect(bring.now).to_have_count(0)

    def test_after_a_restart_it_is_said_and_nothing_is_written(self, bare, tmp_path, monkeypatch):
        """What the server has forgotten is asked for again, in words."""
        bring = Import(bare("/data?part=import"))
        log = tmp_path / "log.csv"
        log.write_text(WRONG.format("<b>court"))
        bring.choose(log)
        bring.stands("1 row can't be used yet")
        expect(bring.page.get_by_label("from_agency, row 2")).to_have_value("<b>court")
        bring.page.evaluate(
            "dash_clientside.set_props('data-import-drop', {uploaded: {token: 'old', count: 9}})"
        )
        expect(bring.said).to_contain_text("Nothing was written. Choose them again.")


class TestAccess:
    def test_light(self, bare, files):
        bring = Import(bare("/data?part=import"))
        self.walk(bring, files)

    def test_dark_on_a_telephone(self, bare, files):
        bring = Import(bare("/data?part=import", width=400, scheme="dark"))
        self.walk(bring, files)

    def walk(self, bring, files):
        bring.choose(*files)
        bring.stands("6 questions before the files can be read")
        bring.page.get_by_text("What these names mean").click()
        bring.screen.is_accessible()
        bring.check(*SURVEY_ANSWERS)
        bring.press("Read on with these answers")
        bring.stands("1 question before the files can be read")
        bring.check("Add all such names")
        bring.press("Read on with these answers")
        bring.stands("2 rows can't be used yet")
        bring.page.get_by_text("What you answered (7)").click()
        bring.screen.is_accessible()
        bring.press("Bring in the others, keep these aside")
        bring.stands("14 rows ready to be brought in")
        bring.page.get_by_text("Worth knowing").first.click()
        bring.screen.is_accessible()
