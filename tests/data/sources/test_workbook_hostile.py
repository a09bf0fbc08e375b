"""Workbooks that are damaged or meant to do harm: refused with a message, in bounded time."""

import io
import random
import struct
import time
import tracemalloc
import zipfile

import pytest

from collabnet.data.sources import archive, sheet
from data.sources.made_books import (
    HEAD,
    LOG,
    MAIN,
    book,
    number,
    ods,
    parts,
    reader,
    row,
    text,
    xlsb,
    zipped,
)
from data.sources.made_books import sheet as made_sheet


@pytest.fixture
def read(tmp_path):
    return reader(tmp_path)


@pytest.fixture
def bounded():
    """At most 10 seconds, measuring included, and 200 megabytes for what the test does."""
    begun = time.monotonic()
    tracemalloc.start()
    yield
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 200_000_000
    assert time.monotonic() - begun < 30


class TestDamaged:
    @pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
    def test_a_truncated_archive_is_refused(self, read, share):
        data = book(*LOG, **{"docProps/app.xml": "x" * 5000})
        problem = read(data[: int(len(data) * share)]).stopped("damaged_file")
        assert str(problem) == (
            "log.xlsx: log.xlsx is an archive that is cut off or damaged: its end is missing. Copy "
            "or download it again. If it opens where it was made, save it again there. "
            "[damaged_file]"
        )

    def test_a_part_with_other_bytes_is_refused(self, read):
        data = zipped(parts({"Log": made_sheet(*LOG)}), zipfile.ZIP_STORED)
        problem = read(data.replace(b"residential", b"residentiak")).stopped("damaged_file")
        assert "its part xl/worksheets/sheet1.xml can't be unpacked" in problem.message

    def test_broken_xml_is_refused_with_its_part(self, read):
        made = parts({"Log": made_sheet(*LOG)[:-20]})
        problem = read(zipped(made)).stopped("damaged_file")
        assert "its XML is broken" in problem.message
        assert "in its part xl/worksheets/sheet1.xml" in problem.message

    def test_xml_nested_very_deeply_costs_nothing(self, read, bounded):
        deep = f"{HEAD}<worksheet {MAIN}>{'<a>' * 100_000}"
        assert (
            "its XML is broken"
            in read(zipped(parts({"Log": deep}))).stopped("damaged_file").message
        )
        closed = f"{deep}{'</a>' * 100_000}</worksheet>"
        assert read(zipped(parts({"Log": closed}))).stopped("empty_workbook")

    def test_a_workbook_without_its_list_of_sheets_is_refused(self, read):
        made = parts({"Log": made_sheet(*LOG)}, **{"xl/workbook.xml": None})
        assert "no part xl/workbook.xml" in read(zipped(made)).stopped("damaged_file").message

    def test_mutated_workbooks_never_crash(self, read):
        chance = random.Random(7)
        seeds = [zipped(parts({"Log": made_sheet(*LOG)}), zipfile.ZIP_STORED), book(*LOG)]
        seeds += [ods("<table:table table:name='T'/>"), xlsb([["a", 1.0]])]
        for i in range(200):
            data = bytearray(seeds[i % len(seeds)])
            for _ in range(chance.randint(1, 6)):
                data[chance.randrange(len(data))] = chance.randrange(256)
            found = read(bytes(data))
            assert found.opened is not None or found.problems


class TestBombs:
    def test_a_part_that_unpacks_to_far_more_is_refused(self, read, bounded):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
            for name, content in parts({"Log": made_sheet(*LOG)}).items():
                made.writestr(name, content)
            with made.open("xl/sharedStrings.xml", "w") as part:
                for _ in range(100):
                    part.write(b" " * 1_000_000)
        problem = read(out.getvalue()).stopped("unpacks_too_large")
        assert "unpacks to 100 megabytes" in problem.message
        assert problem.remedy == (
            "Check where it comes from; if it is genuine, save the one sheet as CSV."
        )

    def test_what_parts_claim_together_is_bounded(self, read, monkeypatch):
        monkeypatch.setattr(archive, "MOST_UNPACKED", 2_000_000)
        data = zipped(parts({"Log": made_sheet(*LOG)}) | {f"x{i}": "x" * 900_000 for i in range(3)})
        assert "its parts unpack to 2 megabytes" in read(data).stopped("unpacks_too_large").message

    def test_a_part_is_never_unpacked_beyond_what_it_claims(self, read, bounded):
        """A liar: the list of parts says 1,000 bytes where 100 million are packed."""
        made = parts({"Log": made_sheet(*LOG)})
        made["xl/worksheets/sheet1.xml"] = b" " * 40_000_000
        data = bytearray(zipped(made))
        for sign, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
            start = 0
            while (start := data.find(sign, start)) >= 0:
                if struct.unpack("<L", data[start + at : start + at + 4])[0] == 40_000_000:
                    data[start + at : start + at + 4] = struct.pack("<L", 1000)
                start += 4
        assert read(bytes(data)).stopped("damaged_file")

    def test_too_many_parts_are_refused_before_they_are_listed(self, read, bounded):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as made:
            for i in range(archive.MOST_PARTS + 1):
                made.writestr(zipfile.ZipInfo(f"{i}"), "")
        data = out.getvalue()
        assert "more than 5,000 parts" in read(data).stopped("unpacks_too_large").message
        end = data.rindex(b"PK\x05\x06")
        claimed = data[: end + 12] + struct.pack("<L", 100_000_000) + data[end + 16 :]
        assert read(claimed).stopped("unpacks_too_large")

    @pytest.mark.parametrize(
        "part",
        ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml",
         "xl/_rels/workbook.xml.rels"],
    )  # fmt: skip
    def test_entities_in_any_part_are_refused_before_they_are_read(self, read, bounded, part):
        made = parts({"Log": made_sheet(*LOG)}, strings="<si><t>a</t></si>", styles="<cellXfs/>")
        entities = '<!ENTITY a0 "aaaaaaaaaa">' + "".join(
            f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10)
        )
        made[part] = made[part].replace(HEAD, f"{HEAD}<!DOCTYPE x [{entities}]>")
        problem = read(zipped(made)).stopped("xml_with_dtd")
        assert str(problem) == (
            f"log.xlsx: The part {part} of log.xlsx declares a document type or entities, which "
            "are never read. Remove the lines that begin with <!DOCTYPE or <!ENTITY, or export it "
            "again. [xml_with_dtd]"
        )

    def test_an_outside_document_type_is_not_fetched(self, read):
        made = parts({"Log": made_sheet(*LOG)})
        outside = f'{HEAD}<!DOCTYPE x SYSTEM "file:///etc/passwd">'
        made["xl/worksheets/sheet1.xml"] = made["xl/worksheets/sheet1.xml"].replace(HEAD, outside)
        assert read(zipped(made)).stopped("xml_with_dtd")

    def test_a_claimed_size_costs_nothing(self, read, bounded):
        found = read(book(*LOG, before='<dimension ref="A1:XFD1048576"/>'))
        assert (len(found.cells), len(found.cells[0]), found.codes) == (2, 3, [])

    def test_two_cells_in_far_corners_are_refused(self, read, bounded):
        corner = row(1_048_576, text("XFD1048576", "x"))
        problem = read(book(*LOG, corner))
        assert problem.opened is None
        assert problem.found("sheet_too_large").level == "STOP"

    def test_more_cells_than_are_read_are_refused(self, read, monkeypatch):
        monkeypatch.setattr(sheet, "MOST_CELLS", 5)
        problem = read(book(*LOG)).stopped("sheet_too_large")
        assert problem.remedy == (
            "Save it as CSV or Parquet by period, or select fewer rows by a query."
        )

    def test_merged_cells_over_the_whole_sheet_cost_nothing(self, read, bounded):
        merged = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
        found = read(book(*LOG, after_data=merged))
        assert found.codes == ["merged_cells"]
        assert len(found.cells) == 2

    def test_many_groups_over_each_other_are_refused(self, read, bounded):
        rows = [row(i, number(f"A{i}", i), number(f"Z{i}", i)) for i in range(1, 2001)]
        merged = '<mergeCell ref="A1:Z2000"/>' * 50_000
        found = read(book(*rows, after_data=f"<mergeCells>{merged}</mergeCells>"))
        assert found.opened is None
        assert "sheet_too_large" in found.codes

    def test_rows_repeated_without_end_in_an_open_document_are_refused(self, read):
        cell = "<table:table-cell table:number-columns-repeated='16384'><text:p>x</text:p>"
        rows = f"<table:table-row table:number-rows-repeated='1048576'>{cell}</table:table-cell>"
        begun = time.monotonic()
        made = ods(f"<table:table table:name='T'>{rows}</table:table-row></table:table>")
        assert read(made, "log.ods").stopped("sheet_too_large")
        assert time.monotonic() - begun < 30

    def test_two_far_cells_of_a_binary_workbook_are_refused_before_it_is_opened(
        self, read, bounded
    ):
        assert read(xlsb([["a"]], far=(1_048_575, 16_383)), "log.xlsb").stopped("sheet_too_large")


class TestNamesOfParts:
    @pytest.mark.parametrize(
        "name", ["../evil.xml", "xl/../../evil.xml", "/etc/evil", "..\\evil.xml", "C:\\evil.xml"]
    )
    def test_a_name_that_points_outside_is_refused(self, read, name):
        problem = read(book(*LOG, **{name: "x"})).stopped("unsafe_part")
        assert problem.message.endswith("which points outside of the file.")
        assert problem.remedy == ("Don't open it; ask whoever sent it. Nothing of it was unpacked.")

    def test_a_part_that_refers_outside_is_not_found(self, read):
        made = parts({"Log": made_sheet(*LOG)})
        links = made["xl/_rels/workbook.xml.rels"]
        made["xl/_rels/workbook.xml.rels"] = links.replace("worksheets/", "../../../worksheets/")
        assert read(zipped(made)).stopped("empty_workbook")


class TestPasswords:
    def test_a_workbook_with_a_password_is_refused(self, read):
        """Office wraps it in an OLE file with two streams."""
        data = (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016)
            + "EncryptionInfo".encode("utf-16-le") + bytes(100)
            + "EncryptedPackage".encode("utf-16-le") + bytes(900)
        )  # fmt: skip
        problem = read(data).stopped("password_protected")
        assert str(problem) == (
            "log.xlsx: log.xlsx is protected by a password. Open it, save it without a password "
            "(File, Info, Protect), and read that copy. [password_protected]"
        )

    def test_an_open_document_with_a_password_is_refused(self, read):
        made = ods("<table:table table:name='T'/>", manifest="<manifest:encryption-data/>")
        assert read(made, "log.ods").stopped("password_protected")

    def test_an_archive_with_encrypted_parts_is_refused(self, read):
        data = bytearray(book(*LOG))
        at = data.find(b"PK\x01\x02")
        data[at + 8] |= 1
        assert read(bytes(data)).stopped("password_protected")
