"""``collabnet assess``: text, JSON, CSV and the brief."""

import csv
import io
import json

import pytest

import collabnet as cn
from cli.calls import call
from reports.pdf_reading import Pdf, needs_pdf
from samples.sample_files import NAMES
from samples.shared import assessment_of

SCHEMA = {
    "": {
        "schema_version", "findings", "pathways", "reachable", "contacts", "people", "agencies",
        "assumptions", "inputs", "version",
    },
    "findings": {
        "id", "kind", "severity", "subjects", "sentence", "numbers", "rows", "rests_on", "sure",
        "remedy",
    },
    "pathways": {
        "from_agency", "to_agency", "service", "referrals", "per_year", "per_year_low",
        "per_year_high", "named_share_sending", "named_share_receiving", "carriers", "receivers",
        "top_share", "effective_carriers", "bus_factor", "basis", "cut_size", "cut_sets",
        "reach_cut_size", "reach_cut_sets", "ranges", "last_used", "thin", "quiet", "vital",
        "p_any_leaves", "volume_lost_low", "volume_lost_high", "p_gone", "disrupted_per_year",
    },
    "reachable": {"from_agency", "to_agency", "reach_cut_size", "reach_cut_sets"},
}  # fmt: skip
NO_RATE = "collabnet assess: --rates needs low, middle, high or a number of departures a year "


def refuse(constant):
    raise AssertionError(f"{constant} is not JSON")


class TestJson:
    @pytest.mark.parametrize("name", NAMES)
    def test_every_field_is_there_and_nothing_is_nan(self, capsys, name):
        answer = call(capsys, "assess", f"sample:{name}", "--format", "json")
        made = json.loads(answer.out, parse_constant=refuse)
        assert next(iter(made)) == "schema_version"
        assert SCHEMA[""] <= set(made)
        for part in ("findings", "pathways", "reachable"):
            assert all(SCHEMA[part] <= set(one) for one in made[part])
        for finding in made["findings"]:
            assert all(set(row) == {"file", "row"} for row in finding["rows"])
            assert set(finding["rests_on"]) == {"sources", "statuses"}
        for pathway in made["pathways"]:
            assert set(pathway["basis"]) == {"formal", "informal", "unknown"}
            assert all({"person", "referrals", "share"} <= set(c) for c in pathway["carriers"])
            assert all(set(cut) == {"people", "side"} for cut in pathway["cut_sets"])

    def test_it_names_people_unless_asked(self, capsys):
        partner = call(
            capsys, "assess", "sample:g1", "--format", "json", "--audience", "partner"
        ).out
        assert json.loads(partner)["audience"] == "partner"
        assert "Officer O1" not in partner
        assert '"O1"' in call(capsys, "assess", "sample:g1", "--format", "json").out


class TestRates:
    def test_without_rates_there_are_no_chances(self, capsys):
        assert "Chance that" not in call(capsys, "assess", "sample:g1").out

    @pytest.mark.parametrize(
        ("rate", "said"), [("middle", "0.15"), ("0.2", "0.2"), ("HIGH", "0.35")]
    )
    def test_a_word_or_a_number_gives_chances(self, capsys, rate, said):
        answer = call(capsys, "assess", "sample:g1", "--rates", rate)
        assert answer.code == 0
        assert "Chance that at least one carrier leaves within a year" in answer.out
        assert f"Chances assume {said} departures a year" in answer.out

    @pytest.mark.parametrize("rate", ["lots", "-1", "13", "nan", ""])
    def test_anything_else_is_a_wrong_call(self, capsys, rate):
        answer = call(capsys, "assess", "sample:g1", f"--rates={rate}")
        assert answer.code == 2
        assert answer.out == ""
        assert answer.err == (
            f"{NO_RATE}from 0 to 12; got {rate!r}. Read: collabnet assess --help\n"
        )


class TestOutput:
    def test_a_file_is_written_and_named(self, capsys, tmp_path):
        file = tmp_path / "findings.csv"
        answer = call(capsys, "assess", "sample:g1", "--format", "csv", "--output", file)
        assert (answer.code, answer.out, answer.err) == (0, "", f"Written: {file}\n")
        rows = list(csv.DictReader(io.StringIO(file.read_text("utf-8"))))
        assert rows[0]["id"] == "pathway:court:residential"

    def test_a_folder_that_is_not_there_is_refused(self, capsys, tmp_path):
        file = tmp_path / "none" / "x.txt"
        answer = call(capsys, "assess", "sample:g1", "--output", file)
        assert answer.code == 1
        assert answer.err == (
            f"{file} can't be written: there is no folder {file.parent}. Make the folder first, "
            "or choose another one.\n"
        )

    def test_the_brief_is_for_partners(self, capsys):
        answer = call(capsys, "assess", "sample:site_b", "--format", "html")
        assert answer.out.startswith("<!DOCTYPE html>")
        assert "Made for partners" in answer.out
        assert "Officer" not in answer.out

    @pytest.mark.parametrize(
        ("format", "begins"), [("xlsx", b"PK"), ("zip", b"PK"), ("html", b"<!DOCTYPE")]
    )
    def test_what_is_passed_on_is_for_partners(self, capsys, tmp_path, format, begins):
        """The same bytes as a script writes."""
        file, same = tmp_path / f"x.{format}", tmp_path / f"same.{format}"
        answer = call(capsys, "assess", "sample:g1", "--format", format, "--output", file)
        assert (answer.code, answer.out, answer.err) == (0, "", f"Written: {file}\n")
        assert file.read_bytes().startswith(begins)
        cn.report(assessment_of("g1"), same)
        assert file.read_bytes() == same.read_bytes()

    @needs_pdf
    def test_a_pdf_may_be_for_a4_and_full(self, capsys, tmp_path):
        file = tmp_path / "full.pdf"
        asked = ("--format", "pdf", "--full", "--paper", "a4", "--output", file)
        assert call(capsys, "assess", "sample:g1", *asked).code == 0
        found = Pdf(file.read_bytes())
        assert found.text.startswith("G1: the full report")
        assert round(float(found.reader.pages[0].mediabox.width)) == 595

    @pytest.mark.parametrize(
        ("asked", "why"),
        [
            (["--format", "pdf"], "--format pdf needs a file to write, which a terminal can't "
             "show. Say --output FILE.pdf."),
            (["--full"], "--full needs --format html or pdf; got text. Leave --full out: xlsx and "
             "zip hold every table."),
        ],
    )  # fmt: skip
    def test_a_call_that_cannot_be_meant_is_refused(self, capsys, asked, why):
        answer = call(capsys, "assess", "sample:g1", *asked)
        assert (answer.code, answer.out) == (2, "")
        assert answer.err == f"collabnet assess: {why} Read: collabnet assess --help\n"

    def test_text_wraps_at_the_terminal(self, capsys, monkeypatch):
        monkeypatch.setenv("COLUMNS", "60")
        out = call(capsys, "assess", "sample:site_b").out
        assert max(len(line) for line in out.splitlines()) <= 60

    def test_text_that_goes_elsewhere_is_not_broken(self, capsys, monkeypatch):
        """So that a search finds a sentence whole."""
        monkeypatch.delenv("COLUMNS")
        out = call(capsys, "assess", "sample:site_b").out
        assert (
            "  Three officers carry every referral from Juvenile court to Residential program (48 "
            "of 48 in this log). There is no agreement on record, and one person receives them "
            "all. If any one of the senders left, 11 to 21 referrals a year would need another "
            "way. If the receiver left, all 48 would.\n"
        ) in out
