"""Workbooks: what is hidden, merged, computed, coloured, or was turned into something else."""

from types import MappingProxyType

import pytest

from collabnet.data.options import Answers
from collabnet.data.sources.pick import pick_sheets
from data.sources.made_books import (
    LOG,
    book,
    log,
    number,
    parts,
    reader,
    row,
    sheet,
    styles,
    text,
    where,
    zipped,
)

TOKEN = "Token-Name-7391"


@pytest.fixture
def read(tmp_path):
    return reader(tmp_path)


class TestSheets:
    TWO = MappingProxyType({"Jan": sheet(*LOG), "Feb": sheet(*LOG), "Empty": sheet()})

    def test_several_sheets_are_asked_about_by_name(self, read):
        found = read(zipped(parts(self.TWO)))
        assert [grid.name for grid in found.opened.grids] == ["Jan", "Feb"]
        grids = pick_sheets(found.opened, found.ledgers.of(), Answers())
        problem = found.found("several_sheets")
        assert (where(problem), problem.key, problem.answers) == (
            ("ASK", "", None, ""), "sheet", ("Jan", "Feb"),
        )  # fmt: skip
        assert str(problem) == (
            "log.xlsx: log.xlsx has 2 sheets with content: Jan and Feb. Which one is to be read? "
            'Say --reading sheet=Jan or --reading sheet=Feb, or sheet = "Jan" under [reading] in '
            "coalition.toml. [several_sheets]"
        )
        assert [grid.name for grid in grids] == ["Jan"]

    def test_a_reader_that_stacks_offers_all(self, read):
        found = read(zipped(parts(self.TWO)))
        assert len(pick_sheets(found.opened, found.ledgers.of(), Answers(), stacks=True)) == 2
        assert found.found("several_sheets").answers == ("Jan", "Feb", "all")
        answered = read(zipped(parts(self.TWO)), sheet="all")
        whole = answered.ledgers.of()
        assert len(pick_sheets(answered.opened, whole, Answers({"sheet": "all"}), stacks=True)) == 2
        assert answered.codes == []

    def test_the_sheet_that_is_named_is_the_one_that_is_read(self, read):
        found = read(zipped(parts(self.TWO)), sheet="Feb")
        assert [grid.name for grid in found.opened.grids] == ["Feb"]
        assert found.found("sheets_not_read").message == "Not read, as sheet says: Jan."

    def test_a_sheet_that_is_not_there_is_asked_about_again(self, read):
        found = read(zipped(parts(self.TWO)), sheet="Mar")
        pick_sheets(found.opened, found.ledgers.of(), Answers({"sheet": "Mar"}))
        assert found.codes == ["no_such_sheet"]
        assert found.problems[0].message == "log.xlsx has no sheet 'Mar'; it has Jan and Feb."

    def test_a_workbook_without_a_cell_is_refused(self, read):
        assert read(book()).stopped("empty_workbook")

    @pytest.mark.parametrize("state", ["hidden", "veryHidden"])
    def test_a_hidden_sheet_is_said_and_left_out_unless_it_is_asked_for(self, read, state):
        made = zipped(parts(self.TWO, states={"Feb": f' state="{state}"'}))
        found = read(made)
        assert [grid.name for grid in found.opened.grids] == ["Jan"]
        problem = found.found("hidden_sheet")
        assert problem.level == "NOTE"
        assert str(problem) == (
            "log.xlsx: The sheet 'Feb' is hidden; it was left out. What is hidden can be read or "
            'left out. Say --reading hidden=keep or --reading hidden=leave_out, or hidden = "keep" '
            "under [reading] in coalition.toml. [hidden_sheet]"
        )
        kept = read(made, hidden="keep")
        assert [(grid.name, grid.is_hidden) for grid in kept.opened.grids] == [
            ("Jan", False), ("Feb", True),
        ]  # fmt: skip

    def test_sheets_of_charts_have_no_cells(self, read):
        made = parts({"Log": sheet(*LOG), "Chart": "<chartsheet/>"})
        links = made["xl/_rels/workbook.xml.rels"]
        at = links.rindex("/worksheet")
        made["xl/_rels/workbook.xml.rels"] = f"{links[:at]}/chartsheet{links[at + 10 :]}"
        assert [grid.name for grid in read(zipped(made)).opened.grids] == ["Log"]


class TestHidden:
    MADE = book(
        *LOG,
        row(3, text("A3", "x"), text("B3", "y"), text("C3", "z"), hidden="1"),
        row(9, hidden="1"),
        before='<cols><col min="2" max="2" hidden="1"/><col min="9" max="16384" hidden="1"/>'
        "</cols>",
    )

    def test_hidden_rows_and_columns_are_read_and_said(self, read):
        found = read(self.MADE)
        assert found.cells[2] == ["x", "y", "z"]
        rows, columns = found.found("hidden_rows"), found.found("hidden_columns")
        assert where(rows) == where(columns) == ("NOTE", "Log", None, "")
        assert rows.message == "1 row is hidden (row 3); it was read like the others."
        assert columns.message == "1 column is hidden (B); it was read like the others."
        assert "--reading hidden=leave_out" in rows.remedy

    def test_they_are_left_out_where_that_is_answered(self, read):
        found = read(self.MADE, hidden="leave_out")
        assert found.cells == [["date", "to_agency"], ["2024-03-05", "residential_program"]]
        assert found.found("hidden_rows").message == (
            "1 row is hidden (row 3); it was left out, as hidden says."
        )


class TestMerged:
    MADE = book(
        LOG[0],
        log(2),
        row(3, text("A3", "2024-03-06"), '<c r="B3"/>', text("C3", "x")),
        after_data='<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>',
    )

    def test_merged_cells_are_asked_about_and_filled_meanwhile(self, read):
        found = read(self.MADE)
        problem = found.found("merged_cells")
        assert where(problem) == ("ASK", "Log", None, "")
        assert (problem.key, problem.answers) == ("merged", ("fill", "leave"))
        assert problem.message == "1 group of merged cells, such as 'B2:B3'."
        assert found.cells[2][1] == "court_b"

    @pytest.mark.parametrize(("answer", "cell"), [("fill", "court_b"), ("leave", "")])
    def test_they_are_read_as_is_answered(self, read, answer, cell):
        found = read(self.MADE, merged=answer)
        assert (found.cells[2][1], found.codes) == (cell, [])

    def test_a_title_over_the_table_is_no_question(self, read):
        title = row(1, text("A1", "Log of site B"))
        merged = '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="E5:F9"/></mergeCells>'
        found = read(book(title, log(2), log(3), after_data=merged))
        assert found.codes == []
        assert found.cells[0] == ["Log of site B", "", ""]


class TestNotesOnCells:
    """What a cell is beside its text is said by its place: the value may be personal."""

    def test_numbers_as_text_are_noted_once_a_sheet(self, read):
        rows = [row(i, text(f"A{i}", f"00{i}"), number(f"B{i}", i)) for i in range(2, 5)]
        found = read(book(row(1, text("A1", "id"), text("B1", "n")), *rows))
        problem = found.found("numbers_as_text")
        assert where(problem) == ("NOTE", "Log", 2, "A")
        assert problem.message == (
            "3 cells with a number as text (column A), such as A2; kept as written."
        )
        assert [cells[0] for cells in found.cells[1:]] == ["002", "003", "004"]

    def test_numbers_as_text_in_several_columns_are_one_line(self, read):
        rows = [row(i, text(f"A{i}", f"00{i}"), text(f"B{i}", f"{i}")) for i in range(2, 4)]
        problem = read(book(row(1, text("A1", "id"), text("B1", "n")), *rows)).found(
            "numbers_as_text"
        )
        assert where(problem) == ("NOTE", "Log", 2, "")
        assert problem.message == (
            "4 cells with a number as text (columns A and B), such as A2; kept as written."
        )

    def test_numbers_whose_last_digits_excel_lost_are_noted(self, read):
        found = read(book(row(1, text("A1", "id")), row(2, number("A2", "1.23456789012345E+18"))))
        problem = found.found("long_number")
        assert where(problem) == ("NOTE", "Log", 2, "A")
        assert problem.message == (
            "1 number with more than 15 digits (column A), such as in A2; Excel keeps 15 and "
            "writes zeros for the rest."
        )

    @pytest.mark.parametrize("code", ["d-mmm", "mmm-yy", "d. mmm"])
    def test_a_text_that_excel_turned_into_a_day_is_noted(self, read, code):
        found = read(
            book(row(1, text("A1", "times")), row(2, number("A2", "45355", 1)), styles=styles(code))
        )
        problem = found.found("turned_into_date")
        assert where(problem) == ("NOTE", "Log", 2, "A")
        assert str(problem) == (
            "log.xlsx, sheet Log, row 2, column A: 1 cell that Excel may have turned into a day "
            f"(column A), such as A2, shown in the form {code}. If something else was typed, such "
            "as 3-4, format the column as text and type it again. [turned_into_date]"
        )
        assert found.cells[1] == ["2024-03-04"]

    def test_a_day_among_numbers_is_noted(self, read):
        rows = [row(i, number(f"A{i}", i)) for i in range(2, 7)]
        odd = row(7, number("A7", "45355", 1))
        found = read(book(row(1, text("A1", "n")), *rows, odd, styles=styles("yyyy-mm-dd")))
        assert where(found.found("turned_into_date")) == ("NOTE", "Log", 7, "A")

    def test_a_column_of_days_is_not_noted(self, read):
        rows = [row(i, number(f"A{i}", 45000 + i, 1)) for i in range(2, 7)]
        assert read(book(row(1, text("A1", "n")), *rows, styles=styles("yyyy-mm-dd"))).codes == []

    FILLS = (
        '<fonts><font/><font><strike/></font></fonts><fills><fill><patternFill patternType="none"/>'
        '</fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill '
        'patternType="solid"/></fill></fills><cellXfs><xf/><xf fillId="2"/><xf fontId="1"/>'
        "</cellXfs>"
    )

    @pytest.mark.parametrize("style", [1, 2])
    def test_colours_and_strokes_are_said_not_to_be_read(self, read, style):
        marked = f'<c r="B3" s="{style}" t="inlineStr"><is><t>court_b</t></is></c>'
        rows = row(3, text("A3", "2024-03-06"), marked, text("C3", "x"))
        problem = read(book(*LOG, rows, styles=self.FILLS)).found("colours_not_read")
        assert where(problem) == ("NOTE", "Log", 3, "B")
        assert str(problem) == (
            "log.xlsx, sheet Log, row 3, column B: 1 cell is coloured or struck through (row 3): "
            "colours and strokes are not read. If they say something, such as a status, write it "
            "in a column of its own. [colours_not_read]"
        )

    def test_a_coloured_blank_cell_counts_and_a_coloured_header_does_not(self, read):
        header = row(1, '<c r="A1" s="1" t="inlineStr"><is><t>date</t></is></c>')
        data = row(2, text("A2", "2024-03-05"))
        assert read(book(header, data, styles=self.FILLS)).codes == []
        blank = row(3, text("A3", "x"), '<c r="B3" s="1"/>', text("C3", "y"))
        assert "colours_not_read" in read(book(header, data, blank, styles=self.FILLS)).codes

    def test_a_stroke_through_part_of_a_text_counts(self, read):
        strings = "<si><r><rPr><strike/></rPr><t>no</t></r></si>"
        made = book(*LOG, row(3, '<c r="A3" t="s"><v>0</v></c>'), strings=strings)
        assert "colours_not_read" in read(made).codes


class TestWhatElseIsInside:
    def test_macros_are_ignored_and_said(self, read):
        found = read(book(*LOG, **{"xl/vbaProject.bin": TOKEN}), "log.xlsm")
        problem = found.found("macros_ignored")
        assert (problem.level, problem.message) == (
            "NOTE", "log.xlsm holds macros; they were neither run nor kept.",
        )  # fmt: skip
        assert found.codes == ["macros_ignored"]

    def test_links_to_other_files_are_never_followed_and_said(self, read):
        others = {
            "xl/externalLinks/externalLink1.xml": "<externalLink/>",
            "xl/externalLinks/_rels/externalLink1.xml.rels": "<Relationships/>",
            "xl/connections.xml": "<connections/>",
        }
        problem = read(book(*LOG, **others)).found("links_not_followed")
        assert problem.level == "NOTE"
        assert problem.message == (
            "log.xlsx refers to 2 other files or connections; none was opened: the values saved "
            "in it were read."
        )

    def test_comments_are_never_read_and_never_stored(self, read):
        others = {
            "xl/comments1.xml": f"<comments><text><t>{TOKEN}</t></text></comments>",
            "xl/threadedComments/threadedComment1.xml": f"<x><text>{TOKEN}</text></x>",
            "xl/persons/person.xml": f'<personList><person displayName="{TOKEN}"/></personList>',
            "docProps/core.xml": f"<creator>{TOKEN}</creator>",
            "xl/drawings/drawing1.xml": f"<t>{TOKEN}</t>",
        }
        found = read(book(*LOG, **others))
        assert TOKEN not in repr(found.opened)
        assert TOKEN not in repr(found.problems)
        assert found.opened.data == b""

    @pytest.mark.parametrize(
        ("last", "said"),
        [(65_536, "65,536, the most that an .xls sheet holds"),
         (1_048_576, "1,048,576, the most that a sheet of Excel or LibreOffice holds")],
    )  # fmt: skip
    def test_a_last_row_at_the_limit_is_noted(self, read, last, said):
        problem = read(book(*LOG, log(last))).found("rows_at_limit")
        assert where(problem) == ("NOTE", "Log", None, "")
        assert problem.message == f"The last row is {said}: rows may have been cut off."
