"""What was decided stands in the longer report and workbook, for whoever holds the data alone."""

from html import unescape

import pytest

import collabnet as cn
from collabnet.planning.actions import FILE
from collabnet.reports.made import report_bytes
from collabnet.reports.tables import tables_of
from collabnet.sharing import AUDIENCES
from samples.sample_files import SAMPLES

TOKEN = "Zoe Zulu"
LINES = (
    "action,what,who,due,status,finding,opened,closed\n"
    f"1,Second person at the program,{TOKEN},2027-01-31,open,"
    "pathway:court_b:residential_program,2026-01-02,\n"
    f"2,=1+1 {TOKEN},,,dropped,pathway:gone:too,2026-01-02,2026-03-04\n"
)


@pytest.fixture
def folder(tmp_path):
    """A copy of a sample in which something was decided."""
    made = tmp_path / "ours"
    made.mkdir()
    for file in (SAMPLES / "site_b").iterdir():
        if file.suffix in (".csv", ".toml"):
            (made / file.name).write_bytes(file.read_bytes())
    (made / FILE).write_text(LINES, "utf-8")
    return made


def decided(folder, audience="internal"):
    found = tables_of(cn.assess(cn.load(folder), worlds=0), audience)
    return next((one for one in found if one.name == "decided"), None)


class TestDecidedTables:
    def test_each_action_with_what_it_is_about(self, folder):
        table = decided(folder)
        assert table.title == "What was decided"
        assert [cells[:6] for cells in table.cells] == [
            (
                "1", "Second person at the program",
                "From Juvenile court to Residential program", TOKEN, "2027-01-31", "open",
            ),
            ("2", f"=1+1 {TOKEN}", "pathway:gone:too", "", "", "dropped, 2026-03-04"),
        ]  # fmt: skip

    def test_it_stands_in_the_internal_report_alone(self, folder):
        """Never in what is made for others, in any form."""
        assessment = cn.assess(cn.load(folder), worlds=0)
        for audience in AUDIENCES:
            text = unescape(report_bytes(assessment, ".html", audience, kind="full").decode())
            is_inside = audience == "internal"
            assert (">What was decided</h2>" in text) is is_inside
            assert (TOKEN in text) is is_inside
            assert (decided(folder, audience) is not None) is is_inside

    def test_a_folder_without_a_register_has_no_such_table(self, folder):
        (folder / FILE).unlink()
        assert decided(folder) is None
        (folder / FILE).write_text("action,what,status\n", "utf-8")
        assert decided(folder) is None

    def test_lines_that_cannot_be_used_are_said(self, folder):
        (folder / FILE).write_text("action,what,status\nx,Call them,open\n", "utf-8")
        table = decided(folder)
        assert table.cells == ()
        assert table.says.startswith("A row is what was decided about a link. ")
        assert len(table.says) > len("A row is what was decided about a link. ")
