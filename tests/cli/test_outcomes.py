"""``collabnet outcomes``: each row, each format, each audience."""

import csv
import io
import json

import pytest

from cli.calls import call
from collabnet.sharing.disclosures import read_disclosures


class TestOutcomes:
    def test_the_text_says_what_became_of_each_pathway(self, capsys):
        answer = call(capsys, "outcomes", "sample:site_b")
        assert (answer.code, answer.err) == (0, "")
        assert "Juvenile court to Residential program: 48 sent" in answer.out
        said = " ".join(answer.out.split())
        assert "accepted, of decided: 35 of 39 (90 %)" in said
        assert "log made up" in said
        assert "Internal: names staff." in said
        assert "clients weren't linked" in said

    def test_csv_has_the_same_numbers_as_the_function(self, capsys):
        out = call(capsys, "outcomes", "sample:site_b", "--by", "receiver", "--format", "csv").out
        rows = {row["to_agency"]: row for row in csv.DictReader(io.StringIO(out))}
        one = rows["residential_program"]
        assert (one["n_sent"], one["n_accepted"], one["n_served"]) == ("48", "35", "25")
        assert (one["accepted_median_days"], one["served_median_ci_high"]) == ("20.0", "")
        assert {row["notice"] for row in rows.values()} == {"Internal: names staff"}

    def test_json_has_counts_and_days(self, capsys):
        answer = call(capsys, "outcomes", "sample:site_b", "--by", "all", "--format", "json")
        told = json.loads(answer.out)
        assert next(iter(told)) == "schema_version"
        assert (told["by"], told["until"], len(told["times"])) == ("all", "2023-12-31", 2)
        assert told["rows"][0]["n_sent"] == 59

    @pytest.mark.parametrize("kind", ["text", "csv", "json"])
    @pytest.mark.parametrize("audience", ["partner", "public"])
    def test_outside_small_counts_are_hidden_in_every_format(self, capsys, kind, audience):
        """Of 48 sent 35 were accepted; how many of these were served would tell of the others."""
        answer = call(capsys, "outcomes", "sample:site_b", "--audience", audience, "--format", kind)
        assert answer.code == 0
        assert "35 of 48 (73 %)" in answer.out
        assert "<11" in answer.out
        assert "withheld" in answer.out
        assert "Residential program" not in answer.out
        assert "median" not in answer.out

    def test_other_rows_are_refused_outside(self, capsys):
        answer = call(
            capsys, "outcomes", "sample:site_b", "--audience", "partner", "--by", "service"
        )
        assert (answer.code, answer.out) == (1, "")
        assert answer.err.startswith("Outside internal, outcomes are shown by pathway alone")

    def test_a_log_without_statuses_says_so(self, capsys):
        out = call(capsys, "outcomes", "sample:g1").out
        assert "The log doesn't say what became of them." in out

    def test_it_is_written_to_a_file(self, capsys, tmp_path):
        path = tmp_path / "outcomes.txt"
        call(capsys, "outcomes", "sample:site_b", "--output", path)
        assert "48 sent" in path.read_text("utf-8")

    def test_a_file_for_partners_is_written_down_with_its_counts(self, capsys, tmp_path):
        """An export of one more referral tells of a small count beside it, and is refused."""
        ours, path = tmp_path / "ours", tmp_path / "for_partners.csv"
        call(capsys, "samples", "site_b", "--to", ours)
        asked = ("outcomes", ours, "--audience", "partner", "--format", "csv", "--output", path)
        assert call(capsys, *asked).code == 0
        assert "35 of 48 (73 %)" in path.read_text("utf-8")
        (line,) = read_disclosures(ours)
        assert (line.audience, line.what, line.published[0]["title"]) == (
            "partner", ("outcomes",), "Outcomes",
        )  # fmt: skip
        log = ours / "referrals.csv"
        more = "r999,2023-12-30,officer_b1,court_b,residential_program,,residential care,made,,\n"
        log.write_text(log.read_text("utf-8").rstrip("\n") + f"\n{more}", "utf-8")
        refused = call(capsys, *asked)
        assert refused.code == 1
        assert "48 was passed on earlier, now it would be 49" in " ".join(refused.err.split())
        assert len(read_disclosures(ours)) == 1
