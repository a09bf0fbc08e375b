"""Bytes: encodings, files that are no text, and files that can't be opened."""

import gzip
import io
import os
import time
import zipfile

import pytest

from collabnet.model.errors import ChoiceNeededError
from data.small_site import HEADER, LOG, where

NAMED = LOG.replace("r1,", "Café,")


class TestEncodings:
    def test_a_mark_of_utf8_never_joins_the_first_name(self, site):
        site.write("referrals.csv", b"\xef\xbb\xbf" + LOG.encode())
        assert site.codes() == []
        assert "referral_id" in site.load().referrals

    @pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
    def test_utf16_with_its_mark_is_read_and_said(self, site, order):
        problem = site.write("referrals.csv", f"\ufeff{NAMED}".encode(order)).found("utf16")
        assert problem.level == "NOTE"
        assert site.load().referrals["referral_id"][0] == "Café"

    @pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
    def test_utf16_without_its_mark_is_asked_about(self, site, order):
        problem = site.write("referrals.csv", LOG.encode(order)).found("encoding_unclear")
        assert problem.level == "ASK"
        assert f"As {order} it begins 'referral_id,date,from_person,f'" in problem.message
        assert f"--reading encoding={order}" in problem.remedy
        assert len(site.load(encoding=order).referrals) == 3

    def test_another_encoding_is_asked_about_with_both_readings(self, site):
        text = NAMED.replace("r2,", "\u201cr2\u201d,")
        problem = site.write("referrals.csv", text.encode("cp1252")).found("encoding_unclear")
        assert where(problem) == ("ASK", "referrals.csv", None, 2, "", "")
        assert problem.message == (
            "referrals.csv is not UTF-8. A word in line 2 reads as cp1252 'Café', as mac_roman "
            "'CafÈ'."
        )
        assert "--reading encoding=cp1252 or --reading encoding=mac_roman" in problem.remedy
        with pytest.raises(ChoiceNeededError, match="encoding=cp1252"):
            site.load()
        assert list(site.load(encoding="cp1252").referrals["referral_id"])[:2] == [
            "Café",
            "\u201cr2\u201d",
        ]

    def test_an_encoding_that_does_not_exist_is_refused(self, site):
        site.write("referrals.csv", NAMED.encode("cp1252"))
        problem = site.found("wrong_encoding", encoding="klingon")
        assert problem.message == (
            "referrals.csv can't be read as klingon: there is no such encoding."
        )
        assert site.found("wrong_encoding", encoding="unicode_escape").level == "STOP"

    def test_a_mixture_of_encodings_is_refused_at_its_place(self, site):
        data = NAMED.encode() + "r4,2024-04-08,o1,court,shelter,Café\n".encode("cp1252")
        problem = site.write("referrals.csv", data).found("mixed_encodings")
        assert where(problem) == ("STOP", "referrals.csv", None, 5, "", "")
        assert problem.message == (
            "referrals.csv mixes UTF-8 with another encoding: byte 0xE9 at character 35 of the "
            "line isn't UTF-8, other places are."
        )

    def test_words_that_were_decoded_wrongly_before_are_noted(self, site):
        problem = site.write("agencies.csv", "agency_id,name\ncourt,CafÃ©\nprogram,P\n").found(
            "mojibake"
        )
        assert where(problem)[:5] == ("NOTE", "agencies.csv", 2, 2, "name")
        assert "this one may be 'Café'" in problem.message

    def test_words_decoded_wrongly_in_several_columns_are_one_line(self, site):
        site.write("agencies.csv", "agency_id,name,aim\ncourt,CafÃ©,CafÃ©\nprogram,CafÃ©,x\n")
        assert site.found("mojibake").message == (
            "3 cells seem to have been decoded wrongly before this reading; this one may be 'Café'."
        )

    def test_a_lost_character_is_noted(self, site):
        site.write("agencies.csv", "agency_id,name\ncourt,Caf\ufffd\nprogram,P\nshelter,S\n")
        assert site.found("replacement_character").level == "NOTE"


class TestCharacters:
    @pytest.mark.parametrize(("character", "said"), [("\0", "U+0000"), ("\x07", "U+0007")])
    def test_a_control_character_rejects_its_row(self, site, character, said):
        problem = site.write("referrals.csv", LOG.replace("r2", f"r{character}2")).found(
            "control_character"
        )
        assert where(problem)[:5] == ("ROW", "referrals.csv", 3, 3, "referral_id")
        assert problem.message == f"The cell holds the control character {said}."
        assert problem.value == f"r\\x{ord(character):02x}2"

    def test_zero_bytes_at_the_end_are_a_copy_cut_off(self, site):
        problem = site.write("referrals.csv", LOG.encode() + bytes(4096)).found("nul_tail")
        assert problem.message == "referrals.csv ends in 4096 zero bytes: the copy was cut off."
        assert problem.remedy == "Copy or export it again."

    def test_a_cell_of_150_000_characters_rejects_its_row(self, site):
        problem = site.write("referrals.csv", LOG.replace("r2", "x" * 150_000)).found(
            "cell_too_long"
        )
        assert (problem.row, problem.message) == (
            3,
            "The cell has 150,000 characters; at most 131,072 are read.",
        )
        assert len(site.load().referrals) == 2

    def test_a_line_of_100_megabytes_is_refused_within_5_seconds(self, site):
        site.write("referrals.csv", HEADER.encode() + b"x" * 100_000_000)
        begun = time.process_time()
        problem = site.found("line_too_long")
        assert time.process_time() - begun < 5
        assert problem.level == "STOP"


def _zip(name):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(name, "x")
    return made.getvalue()


class TestOtherContent:
    @pytest.mark.parametrize(
        ("data", "code", "what"),
        [
            (b"\x89PNG\r\n\x1a\n" + bytes(100), "not_text", "a picture (PNG)"),
            (bytes(range(256)) * 4, "not_text", "a binary file"),
            (b"%PDF-1.7\n", "not_text", "a PDF document"),
            (_zip("xl/workbook.xml"), "spreadsheet_file", "an Excel workbook (.xlsx)"),
            (
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500),
                "spreadsheet_file",
                "an old Excel workbook (.xls)",
            ),
            (b"<html><table><tr>", "web_page", "a web page (HTML)"),
            (b"\n <!DOCTYPE HTML>\n<p>", "web_page", "a web page (HTML)"),
            (gzip.compress(LOG.encode()), "archive_file", "a gzip archive"),
            (_zip("referrals.csv"), "archive_file", "a zip archive"),
        ],
    )
    def test_what_is_no_text_is_refused_by_its_content(self, site, data, code, what):
        problem = site.write("referrals.csv", data).found(code)
        assert problem.level == "STOP"
        assert problem.message == f"referrals.csv is {what}, not CSV text."

    def test_a_workbook_is_told_how_to_become_csv(self, site):
        problem = site.write("referrals.csv", _zip("xl/workbook.xml")).found("spreadsheet_file")
        assert problem.remedy == (
            "Open it in Excel or LibreOffice, choose Save As, CSV UTF-8, and keep the name "
            "referrals.csv."
        )


class TestFilesThatCannotBeOpened:
    def test_a_folder_in_place_of_a_file_is_refused(self, site):
        (site.path / "ties.csv").mkdir()
        assert site.found("not_a_file").message == "ties.csv is a folder, not a file."

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
    def test_a_pipe_is_refused_at_once(self, site):
        os.mkfifo(site.path / "ties.csv")
        assert site.found("not_a_file").message == "ties.csv is a pipe, not a file."

    @pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="this system has no devices")  # noqa: PTH110
    def test_a_device_is_refused_at_once(self, site):
        (site.path / "ties.csv").symlink_to("/dev/zero")
        assert site.found("not_a_file").message == "ties.csv is a device, not a file."

    def test_a_broken_link_is_refused(self, site):
        (site.path / "ties.csv").symlink_to(site.path / "nowhere.csv")
        assert site.found("cannot_open").message == (
            "ties.csv can't be opened: it is a link to a file that is not there."
        )

    def test_a_file_larger_than_any_table_is_refused(self, site, monkeypatch):
        monkeypatch.setattr("collabnet.data.files.MOST_BYTES", 1000)
        problem = site.write("ties.csv", "x" * 1001).found("file_too_large")
        assert problem.remedy == (
            "Check that it is the right file, or split it by period; of a large log collabnet "
            "count FILE gives the pathways."
        )

    def test_a_file_without_permission_is_refused(self, site, monkeypatch):
        def refuse(*_):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(os, "open", refuse)
        problem = next(p for p in site.check().found if p.code == "cannot_open")
        assert "permission is denied, or another program holds it" in problem.message

    def test_a_file_that_changes_while_it_is_read_is_refused(self, site, monkeypatch):
        from collabnet.data import files

        real = os.fstat
        calls = []

        class Later:
            def __init__(self, number):
                state = real(number)
                self.st_mode, self.st_size = state.st_mode, state.st_size
                self.st_mtime_ns = state.st_mtime_ns + len(calls)
                calls.append(number)

        monkeypatch.setattr(files.os, "fstat", Later)
        assert "changed_while_read" in site.codes()
