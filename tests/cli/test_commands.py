"""The other commands: demo, samples, new, check, measure, whatif."""

import csv
import io
import json

import pytest

import collabnet as cn
from cli.calls import call


class TestDemo:
    @pytest.fixture
    def out(self, capsys):
        return call(capsys, "demo", "--no-serve").out

    def test_both_sites_stand_side_by_side_first(self, out):
        lost, covered = (
            next(line for line in out.splitlines() if line.startswith(start))
            for start in ("Referrals lost for good", "Referrals covered by")
        )
        assert "0 to 2 of 149" in lost and lost.endswith("48 of 59")
        assert "120 of 149" in covered and covered.endswith("0 of 59")
        assert out.index(lost) < out.index("findings, worst first")

    def test_then_the_findings_of_each(self, out):
        flat = " ".join(out.split())
        a, b = flat.index("12 findings, worst first"), flat.index("17 findings, worst first")
        assert a < flat.index("on one supervisor at Juvenile court") < b
        assert b < flat.index("Three officers carry every referral from Juvenile court")

    def test_no_serve_stops_after_printing(self, out):
        assert out.endswith("On the screen: collabnet demo\n")
        assert "127.0.0.1" not in out

    @pytest.mark.parametrize("width", [80, 120])
    def test_it_fits_the_terminal(self, capsys, monkeypatch, width):
        monkeypatch.setenv("COLUMNS", str(width))
        lines = call(capsys, "demo", "--no-serve").out.splitlines()
        assert max(len(line) for line in lines) <= width


class TestSamples:
    def test_they_are_listed_with_label_and_subject(self, capsys):
        out = call(capsys, "samples").out
        assert "site_b: Site B [example: coding of a published article, log made up]\n  A" in out

    def test_one_is_copied_and_can_be_assessed(self, capsys, tmp_path):
        answer = call(capsys, "samples", "g1", "--to", tmp_path / "mine")
        assert (answer.code, answer.out) == (
            0,
            f"Copied to {tmp_path / 'mine'}. Look at it with: collabnet assess "
            f"{tmp_path / 'mine'}\n",
        )
        assert call(capsys, "assess", tmp_path / "mine").code == 0


class TestNew:
    def test_it_writes_templates_and_a_notice(self, capsys, tmp_path):
        answer = call(capsys, "new", tmp_path / "ours")
        assert answer.code == 0
        names = {path.name for path in (tmp_path / "ours").iterdir()}
        assert {"coalition.toml", "people.csv", "referrals.csv", "NOTICE-to-staff.txt"} <= names
        assert all(f"- {name}" in answer.out for name in names)

    def test_a_folder_that_holds_something_is_refused(self, capsys, tmp_path):
        (tmp_path / "mine.txt").write_text("kept", "utf-8")
        answer = call(capsys, "new", tmp_path)
        assert (answer.code, answer.err) == (
            1,
            f"{tmp_path} needs to be a new or an empty folder; it is there and holds something. "
            "Name another folder, or empty this one.\n",
        )


class TestCheck:
    def test_json_holds_the_same(self, capsys):
        made = json.loads(call(capsys, "check", "sample:g1", "--format", "json").out)
        assert made["is_refused"] is False
        assert made["files"][-1]["kept"] == 25

    def test_text_says_what_can_be_said(self, capsys):
        out = call(capsys, "check", "sample:site_b").out
        assert "What can be said" in out
        assert "Questions whose answers would help most" in out


class TestMeasure:
    def test_csv_has_a_row_for_each_actor_and_the_label(self, capsys):
        out = call(capsys, "measure", "sample:g1", "--measures", "degree,harmonic").out
        rows = list(csv.DictReader(io.StringIO(out)))
        assert len(rows) == 8
        assert {row["label"] for row in rows} == {"example: made up for hand checks"}

    def test_it_equals_the_measures_in_a_script(self, capsys):
        out = call(
            capsys, "measure", "sample:site_b", "--relations", "referral", "--format", "json",
            "--level", "agencies",
        ).out  # fmt: skip
        made = json.loads(out)
        network = cn.load("sample:site_b").network(level="agencies", relations=["referral"])
        table = cn.measure(network)
        assert [one["actor_id"] for one in made["actors"]] == table["actor_id"].tolist()
        assert [one["degree"] for one in made["actors"]] == table["degree"].tolist()
        assert (made["level"], made["relations"]) == ("agencies", ["referral"])


class TestWhatIf:
    def differences(self, capsys, *changes):
        answer = call(capsys, "whatif", "sample:site_b", *changes, "--format", "json")
        made = json.loads(answer.out)
        return {row["figure"]: row["difference"] for row in made["differences"]}, made["changes"]

    def test_changes_apply_in_the_order_written(self, capsys):
        """First the agreement, then the departure: the referrals pass to the post."""
        agreement = ("--formalizes", "court_b:residential_program")
        leaves = ("--leaves", "program_director")
        first, said = self.differences(capsys, *agreement, *leaves)
        assert first["referrals"] == 0
        assert said[0] == "an agreement from court_b to residential_program"
        second, _ = self.differences(capsys, *leaves, *agreement)
        assert second["referrals"] == -48

    @pytest.mark.parametrize(
        "written",
        [("--leaves", "program_director:empty"), ("--empty-post=program_director",)],
    )
    def test_a_post_can_be_empty(self, capsys, written):
        _, said = self.differences(capsys, *written)
        assert said == ["program_director leaves (the post is empty)"]

    def test_several_of_one_kind(self, capsys):
        found, said = self.differences(
            capsys, "--leaves", "officer_b1", "--closes", "police_b", "--leaves", "officer_b2"
        )
        assert said == [
            "officer_b1 leaves (a successor is there)",
            "police_b closes",
            "officer_b2 leaves (a successor is there)",
        ]
        assert found["referrals"] < -37

    def test_text_names_changes_and_assumptions(self, capsys):
        out = call(capsys, "whatif", "sample:g1", "--leaves", "I1").out
        assert "Changed\n- Intake worker I1 at Residential program leaves; a successor is in" in out
        assert "Assumed\n- Nobody rebuilds ties, and no colleague takes over." in out
