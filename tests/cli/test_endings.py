"""What is written follows from the ending of its file: what it can't be is refused."""

from pathlib import Path

import pytest

from cli.calls import call
from collabnet.cli.assess import Format
from collabnet.cli.endings import format_of
from collabnet.cli.options import WrongCall

ALL = ".txt, .json, .csv, .html, .pdf, .xlsx or .zip"


class TestFormatOf:
    @pytest.mark.parametrize(
        ("given", "output", "found"),
        [
            (None, None, "text"),
            ("csv", None, "csv"),
            (None, "a.HTML", "html"),
            (None, "a.htm", "html"),
            ("html", "a.htm", "html"),
            (None, "a.b.xlsx", "xlsx"),
            ("json", "no_ending", "json"),
        ],
    )
    def test_the_ending_says_the_format(self, given, output, found):
        asked = None if given is None else Format(given)
        assert format_of(asked, output and Path(output), Format.text).value == found

    @pytest.mark.parametrize(
        ("given", "output", "why"),
        [
            (None, "a.docx", f"--output needs a file ending in {ALL}, which says what is written; "
             "got a file ending in .docx: a.docx. Name the file so."),
            (None, "a", f"--output needs a file ending in {ALL}, which says what is written; got a "
             "file without an ending: a. Name the file so."),
            ("html", "a.pdf", "--format html writes a file ending in .html; got a.pdf. Leave "
             "--format out, or name the file a.html."),
        ],
    )  # fmt: skip
    def test_what_it_cannot_be_is_refused(self, given, output, why):
        asked = None if given is None else Format(given)
        with pytest.raises(WrongCall) as caught:
            format_of(asked, Path(output), Format.text)
        assert caught.value.message == why


@pytest.mark.parametrize(
    ("call_", "file"),
    [
        (("compare", "sample:site_a", "sample:site_b"), "c.xlsx"),
        (("waves", "sample:two_waves"), "w.pdf"),
        (("outcomes", "sample:site_b"), "o.xlsx"),
        (("measure", "sample:g1"), "m.xlsx"),
    ],
)
def test_an_ending_that_a_command_cannot_write_is_refused(capsys, tmp_path, call_, file):
    answer = call(capsys, *call_, "--output", tmp_path / file)
    assert (answer.code, "--output needs a file ending in .") == (
        2,
        answer.err.split(": ", 1)[1][:33],
    )
    assert not (tmp_path / file).exists()


def test_a_page_by_its_ending_is_for_partners(capsys, tmp_path):
    """Without --format, too: it names no staff."""
    file = tmp_path / "b.html"
    assert call(capsys, "assess", "sample:site_b", "--output", file).code == 0
    page = file.read_text("utf-8")
    assert ("Made for partners" in page, "Officer B1" in page) == (True, False)
