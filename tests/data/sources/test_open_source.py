"""The door of every import: what a file is by content, and what can't be opened."""

import gzip
import hashlib
import io
import os
import stat
import threading
import time
import zipfile

import pytest

from data.sources.made_books import LOG, Read, book, reader

CSV = "date,from_agency,to_agency\n2024-03-05,court_b,residential_program\n"
ROWS = [line.split(",") for line in CSV.split()]


@pytest.fixture
def read(tmp_path):
    return reader(tmp_path)


class TestContents:
    """A file is what its content says, whatever it is called."""

    def test_a_table_of_text_is_one_grid(self, read):
        found = read(CSV, "log.csv")
        assert (found.opened.kind, found.cells, found.codes) == ("table", ROWS, [])
        assert found.opened.digest == hashlib.sha256(CSV.encode()).hexdigest()
        assert list(found.opened.grids[0].records.rows) == [1, 2]

    def test_title_rows_stay_in_the_grid(self, read):
        assert read(f"Log of site B\n\n{CSV}", "log.csv").cells == [["Log of site B"], [""], *ROWS]

    @pytest.mark.parametrize("mark", [";", "\t", "|"])
    def test_another_delimiter_is_found_and_said(self, read, mark):
        found = read("Sent on;By;To\n2024-03-05;court_b;x\n".replace(";", mark), "log.txt")
        assert found.cells[0] == ["Sent on", "By", "To"]
        assert found.found("delimiter_found").level == "NOTE"

    def test_semicolons_win_over_decimal_commas(self, read):
        assert read("Agency;Weight\nA;1,5\nB;2\n", "w.csv").cells[1] == ["A", "1,5"]

    def test_two_delimiters_that_fit_alike_are_asked_about(self, read):
        assert read("a;b,c\n1;2,3\n", "w.csv").found("delimiter_unclear").level == "ASK"

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("DL N=2 FORMAT=EDGELIST1\nDATA:\n1 2\n", "text"),
            ("dl\nn = 2, format = fullmatrix\n", "text"),
            ('% by Pajek\n*Vertices 2\n1 "A"\n', "text"),
            ("*Network advice\n*Vertices 2\n", "text"),
            ('Creator "igraph"\nVersion 1\ngraph\n[\n', "text"),
            ("graph [\n  directed 1\n]\n", "text"),
            ('{"nodes": [], "links": []}', "json"),
            ('{"resourceType": "Task"}\n{"resourceType": "Task"}\n', "json"),
            ('[{"a": 1}]', "json"),
            ('<?xml version="1.0"?>\n<graphml xmlns="http://a.example"/>', "xml"),
            ("\ufeff<gexf/>", "xml"),
        ],
    )
    def test_text_of_programs_is_kept_whole(self, read, text, kind):
        found = read(text, "file.txt")
        assert (found.opened.kind, found.opened.text.strip("\ufeff"), list(found.opened.grids)) == (
            kind, text.strip("\ufeff"), [],
        )  # fmt: skip

    def test_a_table_whose_first_cell_is_in_brackets_is_a_table(self, read):
        assert read("[id],name\n1,A\n", "a.csv").opened.kind == "table"

    def test_xml_is_decoded_as_it_says(self, read):
        data = '<?xml version="1.0" encoding="ISO-8859-1"?><graphml>é</graphml>'
        assert "é" in read(data.encode("latin-1"), "a.graphml").opened.text
        assert "é" in read(data.replace("ISO-8859-1", "UTF-16").encode("utf-16")).opened.text

    def test_a_workbook_called_csv_is_read_and_said(self, read):
        found = read(book(*LOG), "log.csv")
        assert (found.opened.kind, found.cells) == ("workbook", ROWS)
        problem = found.found("named_otherwise")
        assert str(problem) == (
            "log.csv: log.csv is an Excel workbook (.xlsx), whatever its name says; it was read "
            "as such. Rename it so that others are not misled. [named_otherwise]"
        )
        assert problem.level == "NOTE"

    def test_text_called_xls_is_read_and_said(self, read):
        assert read(CSV, "log.xls").codes == ["named_otherwise"]

    @pytest.mark.parametrize(
        ("data", "code", "what"),
        [
            (b"<html><body><table><tr><td>a</td></tr></table>", "web_page", "a web page (HTML)"),
            (b"<table><tr><td>a</td></tr></table>", "web_page", "a web page (HTML)"),
            (
                b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>',
                "web_page",
                "a web page (HTML)",
            ),
            (gzip.compress(b"a,b\n1,2\n", mtime=0), "archive_file", "a gzip archive"),
            (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "not_text", "a picture (PNG)"),
            (b"%PDF-1.7\n", "not_text", "a PDF document"),
            (bytes(range(256)) * 40, "not_text", "a binary file"),
        ],
    )
    def test_what_is_no_table_is_refused_by_content(self, read, data, code, what):
        problem = read(data, "log.xls").stopped(code)
        assert problem.message == f"log.xls is {what}, not CSV text."
        assert problem.remedy

    def test_an_archive_that_is_no_workbook_is_refused(self, read):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("log.csv", CSV)
        assert read(out.getvalue(), "log.csv").stopped("archive_file").message == (
            "log.csv is a zip archive, not CSV text."
        )

    def test_the_xml_workbook_of_2003_is_refused_with_a_remedy(self, read):
        problem = read(
            '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
            '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
            "log.xls",
        ).stopped("excel_xml")
        assert str(problem) == (
            "log.xls: log.xls is an Excel workbook in the XML form of 2003. Open it in Excel or "
            "LibreOffice and save it as .xlsx, then read it again. [excel_xml]"
        )

    def test_xml_with_a_document_type_is_refused_before_it_is_read(self, read):
        bomb = (
            '<?xml version="1.0"?><!DOCTYPE g [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><g>&b;</g>'
        )
        problem = read(bomb, "a.graphml").stopped("xml_with_dtd")
        assert problem.message == (
            "a.graphml declares a document type or entities, which are never read."
        )

    @pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf"])
    def test_an_empty_file_is_refused(self, read, data):
        assert read(data, "log.xlsx").stopped("empty_file")

    def test_as_many_rows_as_a_sheet_holds_are_noted(self, read):
        problem = read("a,b\n" * 65_536, "log.csv").found("rows_at_limit")
        assert problem.message == (
            "The last row is 65,536, the most that an .xls sheet holds: rows may have been cut off."
        )


class TestDoors:
    """What can't be opened is refused at once, with what to do."""

    def test_a_folder_is_refused(self, tmp_path):
        (tmp_path / "log.csv").write_text("x")
        problem = Read(tmp_path).stopped("folder_given")
        assert problem.message == f"{tmp_path.name} is a folder, not a file."
        assert problem.remedy == "Name the files in it that are to be read, such as log.csv."

    def test_a_file_that_is_not_there_names_the_nearest(self, tmp_path):
        (tmp_path / "Referral Log 2024-05.xlsx").write_text("x")
        problem = Read(tmp_path / "referral log 2024-5.xlsx").stopped("cannot_open")
        assert problem.message == (
            "referral log 2024-5.xlsx can't be opened: there is no such file."
        )
        assert problem.remedy == (
            'Did you mean "Referral Log 2024-05.xlsx"? A name with blanks needs quotes around it.'
        )

    def test_the_first_word_of_a_name_with_blanks_is_recognised(self, tmp_path):
        (tmp_path / "Referral Log 2024-05.xlsx").write_text("x")
        problem = Read(tmp_path / "Referral").stopped("cannot_open")
        assert "needs quotes around it" in problem.remedy

    def test_a_file_like_no_other_names_what_is_there(self, tmp_path):
        folder = tmp_path / "exports"
        folder.mkdir()
        assert Read(folder / "log.csv").stopped("cannot_open").remedy == (
            "Check the name; the folder 'exports' holds no file."
        )
        remedy = Read(folder / "none" / "log.csv").stopped("cannot_open").remedy
        assert remedy.startswith("There is no folder ") and remedy.endswith("check the path.")

    def test_a_pipe_is_refused_without_waiting(self, tmp_path):
        os.mkfifo(tmp_path / "log.csv")
        begun = time.monotonic()
        assert "a pipe" in Read(tmp_path / "log.csv").stopped("not_a_file").message
        assert time.monotonic() - begun < 10

    def test_a_device_is_refused_without_reading(self):
        assert "a device" in Read("/dev/zero").stopped("not_a_file").message

    def test_a_broken_link_is_refused(self, tmp_path):
        (tmp_path / "log.csv").symlink_to(tmp_path / "gone.csv")
        assert Read(tmp_path / "log.csv").stopped("cannot_open").message == (
            "log.csv can't be opened: it is a link to a file that is not there."
        )

    def test_a_file_that_may_not_be_read_is_refused(self, tmp_path, monkeypatch):
        path = tmp_path / "log.xlsx"
        path.write_bytes(book(*LOG))

        def refuse(*_):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(os, "open", refuse)
        problem = Read(path).stopped("cannot_open")
        assert "Close it where it is open" in problem.remedy

    def test_a_file_locked_by_excel_says_who_holds_it(self, tmp_path, monkeypatch):
        path = tmp_path / "log.xlsx"
        path.write_bytes(book(*LOG))
        (tmp_path / "~$log.xlsx").write_bytes(b"lock")

        def refuse(*_):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(os, "open", refuse)
        found = Read(path)
        assert found.codes == ["cannot_open", "locked_by_program"]
        assert str(found.problems[1]) == (
            "log.xlsx: log.xlsx can't be opened: '~$log.xlsx' beside it says that Excel holds it. "
            "Save and close it there, then read it again. [locked_by_program]"
        )

    @pytest.mark.parametrize(
        ("lock", "program"),
        [("~$log.xlsx", "Excel"), ("~$g.xlsx", "Excel"), (".~lock.log.xlsx#", "LibreOffice")],
    )
    def test_a_file_that_is_open_elsewhere_is_read_and_said(self, tmp_path, lock, program):
        (tmp_path / "log.xlsx").write_bytes(book(*LOG))
        (tmp_path / lock).write_bytes(b"lock")
        found = Read(tmp_path / "log.xlsx")
        assert found.cells == ROWS
        problem = found.found("open_elsewhere")
        assert problem.level == "NOTE"
        assert f"seems to be open in {program}" in problem.message

    def test_a_file_that_changes_while_it_is_read_is_refused(self, tmp_path, monkeypatch):
        path = tmp_path / "log.csv"
        path.write_text(CSV)
        true, calls = os.fstat, []

        def fstat(number):
            found = true(number)
            # Folders of pytest are looked at too.
            if stat.S_ISREG(found.st_mode) and threading.current_thread().name == "MainThread":
                calls.append(number)
                if len(calls) == 1:
                    with path.open("a") as file:
                        file.write("more\n")
            return found

        monkeypatch.setattr(os, "fstat", fstat)
        assert "changed while it was read" in Read(path).stopped("changed_while_read").message

    @pytest.mark.parametrize("name", ["a\nb.csv", "🙂.csv", f"{'n' * 251}.csv"])
    def test_strange_names_are_read(self, read, name):
        found = read(CSV, name)
        assert found.cells == ROWS
        assert found.opened.name == name
