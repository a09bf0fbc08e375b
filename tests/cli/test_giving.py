"""What commands make for others is in the disclosure log, printed or in a file."""

import json

import pytest

from cli.calls import call
from collabnet.data.samples import copy_sample

MORE = "r999,2023-12-30,officer_b1,court_b,residential_program,,residential care,made,,\n"


@pytest.fixture
def ours(tmp_path):
    return copy_sample("site_b", tmp_path / "ours")


def lines(folder):
    file = folder / "disclosures.jsonl"
    return (
        [json.loads(one) for one in file.read_text("utf-8").splitlines()] if file.exists() else []
    )


class TestGive:
    @pytest.mark.parametrize(
        ("command", "what", "format", "ending", "to_file"),
        [
            ("assess", "findings", "text", ".txt", False),
            ("assess", "findings", "csv", ".csv", True),
            ("assess", "findings", "json", ".json", True),
            ("outcomes", "outcomes", "csv", ".csv", False),
            ("outcomes", "outcomes", "text", ".txt", True),
        ],
    )
    def test_what_is_for_others_has_a_line_with_its_counts(
        self, capsys, ours, tmp_path, command, what, format, ending, to_file
    ):
        more = ("--output", tmp_path / f"for_them{ending}") if to_file else ("--format", format)
        assert call(capsys, command, ours, "--audience", "public", *more).code == 0
        (line,) = lines(ours)
        assert (line["audience"], line["what"]) == ("public", [what])
        assert list(line["files"]) == [f"{what}{ending}"]
        assert line["published"]

    @pytest.mark.parametrize(("command", "to_file"), [("assess", True), ("outcomes", False)])
    def test_what_tells_a_small_count_beside_it_is_refused(
        self, capsys, ours, tmp_path, command, to_file
    ):
        """Whatever the format: one referral more than what left before."""
        more = ("--output", tmp_path / "t.csv") if to_file else ("--format", "csv")
        asked = (command, ours, "--audience", "partner", *more)
        assert call(capsys, *asked).code == 0
        log = ours / "referrals.csv"
        log.write_text(f"{log.read_text('utf-8').rstrip()}\n{MORE}", "utf-8")
        refused = call(capsys, *asked)
        assert (refused.code, refused.out) == (1, "")
        assert "48 was passed on earlier, now it would be 49" in " ".join(refused.err.split())
        assert len(lines(ours)) == 1

    def test_the_work_of_whoever_holds_the_data_is_not_written_down(self, capsys, ours, tmp_path):
        for command in ("assess", "outcomes"):
            call(capsys, command, ours)
            call(capsys, command, ours, "--output", tmp_path / f"{command}.csv")
        assert lines(ours) == []

    def test_a_page_with_names_is_written_down(self, capsys, ours, tmp_path):
        asked = ("assess", ours, "--audience", "internal", "-o", tmp_path / "b.html")
        assert call(capsys, *asked).code == 0
        (line,) = lines(ours)
        assert (line["audience"], line["published"]) == ("internal", [])

    def test_where_the_log_cannot_be_written_nothing_goes_out(self, capsys, ours):
        (ours / "disclosures.jsonl").mkdir()
        answer = call(capsys, "assess", ours, "--audience", "partner")
        assert (answer.code, answer.out) == (1, "")
        assert answer.err.startswith("What leaves has to be written down in disclosures.jsonl")
        assert "is a folder, where the disclosure log is a file of that name" in answer.err

    def test_of_a_sample_there_is_no_log(self, capsys):
        answer = call(capsys, "assess", "sample:g1", "--audience", "partner")
        assert (answer.code, answer.err) == (0, "")
