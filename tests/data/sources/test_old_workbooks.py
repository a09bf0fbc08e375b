"""Workbooks in other formats than .xlsx: .xls, .xlsb and .ods."""

import subprocess
from pathlib import Path

import pytest

from collabnet.data.sources import old_excel
from data.sources.made_books import Read, ods, reader, xlsb

XLS = Path(__file__).with_name("log.xls")
"""Written by xlwt: a log with a day, an id, merged cells, and a second sheet that is hidden."""
TOKEN = "Token-Name-7391"


@pytest.fixture
def read(tmp_path):
    return reader(tmp_path)


class TestXls:
    def test_cells_are_text(self):
        found = Read(XLS, merged="leave")
        assert found.cells == [
            ["date", "from_agency", "to_agency", "n"],
            ["2024-03-05", "court_b", "007", "3"],
            ["2024-03-06", "residential_program", "", "2.5"],
            ["", "", "", "TRUE"],
        ]
        assert found.codes == ["old_workbook", "hidden_sheet", "numbers_as_text"]

    def test_what_can_not_be_told_is_said(self):
        problem = Read(XLS).found("old_workbook")
        assert str(problem) == (
            "log.xls: log.xls is an old Excel workbook (.xls): whether rows or columns are hidden, "
            "results of formulas missing or cells coloured can't be told. Save it as .xlsx if any "
            "of that may be so. [old_workbook]"
        )
        assert problem.level == "NOTE"

    def test_merged_cells_and_hidden_sheets_are_known(self):
        found = Read(XLS, hidden="keep")
        assert found.found("merged_cells").message == ("1 group of merged cells, such as 'B3:B4'.")
        assert [grid.name for grid in found.opened.grids] == ["Log", "Old"]
        assert found.cells[3][1] == "residential_program"

    @pytest.mark.parametrize("share", [0.2, 0.6])
    def test_a_damaged_one_is_refused_with_a_remedy(self, read, capfd, share):
        data = XLS.read_bytes()
        problem = read(data[: int(len(data) * share)], "log.xls").stopped("not_opened")
        assert problem.remedy == (
            "Open it in Excel or LibreOffice and save it as .xlsx, then read it again."
        )
        assert capfd.readouterr() == ("", "")

    def test_what_the_library_does_to_its_process_harms_nobody(self, read, monkeypatch):
        class Died:
            returncode, stdout = -6, b""

        monkeypatch.setattr(subprocess, "run", lambda *_, **__: Died())
        assert "it is damaged" in Read(XLS).stopped("not_opened").message

    def test_a_library_that_never_ends_is_ended(self, monkeypatch):
        monkeypatch.setattr(old_excel, "SECONDS", 0.001)
        assert "took longer" in Read(XLS).stopped("not_opened").message

    def test_a_cell_with_an_error_makes_its_row_unusable(self, monkeypatch):
        sheet = old_excel._sheet(
            {"name": "Log", "is_hidden": False, "cells": [(2, 1, "s", "#N/A")], "merged": []}
        )
        assert sheet.faults == {(2, 1): ("error_value", "#N/A")}


class TestXlsb:
    def test_cells_are_text(self, read):
        found = read(xlsb([["id", "n"], ["007", 3.0], ["court_b", 2.5]]), "log.xlsb")
        assert found.cells == [["id", "n"], ["007", "3"], ["court_b", "2.5"]]
        assert found.codes == ["old_workbook", "numbers_as_text"]

    def test_a_damaged_one_is_refused(self, read):
        made = xlsb([["id", "n"]])
        assert read(made[:-40], "log.xlsb").stopped("damaged_file")


class TestOds:
    def cells(self, *cells, **attributes):
        said = "".join(f' table:{k.replace("_", "-")}="{v}"' for k, v in attributes.items())
        return f"<table:table-row{said}>{''.join(cells)}</table:table-row>"

    def words(self, *words):
        start = '<table:table-cell office:value-type="string"><text:p>'
        return self.cells(*(f"{start}{word}</text:p></table:table-cell>" for word in words))

    def table(self, *rows, name="Log", style="", columns=""):
        return (
            f'<table:table table:name="{name}" table:style-name="{style}">{columns}'
            f"{''.join(rows)}</table:table>"
        )

    def value(self, kind, attribute, raw, shown="x", **more):
        others = "".join(f' {name}="{word}"' for name, word in more.items())
        return (
            f'<table:table-cell office:value-type="{kind}" office:{attribute}="{raw}"{others}>'
            f"<text:p>{shown}</text:p></table:table-cell>"
        )

    def test_each_kind_of_cell_is_text_as_it_is_stored(self, read):
        row = self.cells(
            self.value("float", "value", "1234567890123456789"),
            self.value("float", "value", "3.0"),
            self.value("percentage", "value", "0.5", "50%"),
            self.value("date", "date-value", "2024-03-05", "5 Mar"),
            self.value("date", "date-value", "2024-03-05T10:30:00"),
            self.value("time", "time-value", "PT10H30M00S"),
            self.value("boolean", "boolean-value", "true"),
        )
        assert read(ods(self.table(row)), "log.ods").cells == [
            ["1234567890123456789", "3", "0.5", "2024-03-05", "2024-03-05T10:30:00", "10:30:00",
             "TRUE"]
        ]  # fmt: skip

    def test_spaces_lines_and_paragraphs_of_a_text_are_kept(self, read):
        cell = (
            '<table:table-cell office:value-type="string"><text:p>a<text:s text:c="3"/>b'
            "<text:line-break/>c</text:p><text:p>d<text:a>e</text:a></text:p></table:table-cell>"
        )
        assert read(ods(self.table(self.cells(cell))), "log.ods").cells == [["a   b\nc\nde"]]

    def test_repeated_rows_and_cells_are_as_many(self, read):
        blank = self.cells(number_rows_repeated="3")
        twice = (
            '<table:table-cell table:number-columns-repeated="2" office:value-type="string">'
            "<text:p>x</text:p></table:table-cell>"
        )
        end = self.cells(number_rows_repeated="1048570")
        found = read(ods(self.table(self.words("h"), blank, self.cells(twice), end)), "log.ods")
        assert found.cells == [["h", ""], ["", ""], ["", ""], ["", ""], ["x", "x"]]
        assert list(found.opened.grids[0].records.rows) == [1, 2, 3, 4, 5]

    def test_hidden_sheets_rows_and_columns_are_said(self, read):
        styles = (
            '<style:style style:name="h"><style:table-properties table:display="false"/>'
            "</style:style>"
        )
        column = '<table:table-column/><table:table-column table:visibility="collapse"/>'
        row = self.words("x", "y").replace(
            "<table:table-row", '<table:table-row table:visibility="filter"'
        )
        found = read(
            ods(
                self.table(self.words("a", "b"), row, columns=column),
                self.table(self.words("c"), name="Old", style="h"),
                styles=styles,
            ),
            "log.ods",
        )
        assert found.codes == ["hidden_sheet", "hidden_rows", "hidden_columns"]
        assert found.cells == [["a", "b"], ["x", "y"]]

    def test_merged_cells_are_asked_about(self, read):
        cell = (
            '<table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="1" '
            'office:value-type="string"><text:p>court_b</text:p></table:table-cell>'
        )
        rows = self.cells(cell, "<table:table-cell><text:p>a</text:p></table:table-cell>")
        below = self.cells(
            "<table:covered-table-cell/>", "<table:table-cell><text:p>b</text:p></table:table-cell>"
        )
        found = read(ods(self.table(rows, below)), "log.ods")
        assert found.found("merged_cells").message == "1 group of merged cells, such as 'A1:A2'."
        assert found.cells == [["court_b", "a"], ["court_b", "b"]]

    @pytest.mark.parametrize(
        ("cell", "code"),
        [
            ('<table:table-cell table:formula="of:=[.B1]"/>', "formula_without_value"),
            ('<table:table-cell table:formula="of:=X" office:value-type="string" '
             'calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>', "error_value"),
        ],
    )  # fmt: skip
    def test_formulas_without_a_result_are_unusable(self, read, cell, code):
        found = read(ods(self.table(self.words("h"), self.cells(cell))), "log.ods")
        assert found.opened.grids[0].records.faults[1][:3] == (code, "A", "A2")

    def test_comments_drawings_and_deleted_cells_are_never_read(self, read):
        cell = (
            '<table:table-cell office:value-type="string"><office:annotation><dc:creator>'
            f"{TOKEN}</dc:creator><text:p>{TOKEN}</text:p></office:annotation><text:p>x</text:p>"
            "</table:table-cell>"
        )
        changes = (
            f"<table:tracked-changes><table:table-cell><text:p>{TOKEN}</text:p></table:table-cell>"
            "</table:tracked-changes>"
        )
        found = read(ods(changes, self.table(self.cells(cell))), "log.ods")
        assert found.cells == [["x"]]
        assert TOKEN not in repr(found.opened)

    def test_colours_and_macros_are_said(self, read):
        styles = (
            '<style:style style:name="y"><style:table-cell-properties '
            'fo:background-color="#ffff00"/></style:style>'
        )
        marked = self.cells(
            '<table:table-cell table:style-name="y"><text:p>x</text:p></table:table-cell>',
            "<table:table-cell><text:p>y</text:p></table:table-cell>",
        )
        made = ods(self.table(self.words("a", "b"), marked), styles=styles, **{"Basic/x.xml": "x"})
        assert read(made, "log.ods").codes == ["macros_ignored", "colours_not_read"]

    def test_entities_are_refused(self, read):
        made = ods(**{"content.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'})
        assert read(made, "log.ods").stopped("xml_with_dtd")

    def test_a_text_document_is_no_workbook(self, read):
        made = ods(mimetype="application/vnd.oasis.opendocument.text")
        assert "an OpenDocument text" in read(made, "log.odt").stopped("not_text").message
