"""``collabnet survey``: each table, each format, and what is refused."""

import csv
import io
import json

import pytest

from cli.calls import call
from samples.sample_files import expected

TABLES = ("responses", "sides", "claimed", "used", "unknown", "ties")


class TestSurvey:
    @pytest.mark.parametrize("table", TABLES)
    @pytest.mark.parametrize("kind", ["text", "csv", "json"])
    def test_every_table_in_every_format(self, capsys, table, kind):
        answer = call(capsys, "survey", "sample:site_b", "--table", table, "--format", kind)
        assert (answer.code, answer.err) == (0, "")
        # A table without rows has no line to label.
        assert "illustrative" in answer.out or (table, kind) == ("unknown", "csv")

    def test_the_text_says_who_answered_and_that_it_is_made_up(self, capsys):
        out = call(capsys, "survey", "sample:site_b").out
        assert "Every answer is illustrative: made up." in out
        assert "with a warning" in out
        assert "Internal: names staff." in out

    def test_csv_has_the_rows_and_the_label_on_every_line(self, capsys):
        out = call(capsys, "survey", "sample:site_b", "--table", "claimed", "--format", "csv").out
        rows = list(csv.DictReader(io.StringIO(out)))
        assert [[row["from_id"], row["to_id"]] for row in rows] == (
            expected("site_b")["survey"]["claimed_never_used"]
        )
        assert all(row["rows"].startswith("survey_illustrative.csv:") for row in rows)
        assert {row["label"] for row in rows} == {
            "example: coding of a published article, log made up; Every answer is illustrative: "
            "made up"
        }

    def test_json_is_one_object_with_rows(self, capsys):
        out = call(capsys, "survey", "sample:site_b", "--table", "used", "--format", "json").out
        made = json.loads(out)
        assert (made["schema_version"], made["table"]) == (1, "used")
        (row,) = made["rows"]
        assert (row["from_id"], row["to_id"], row["last_used"]) == (
            "court_b", "youth_dropin", "2023-01-31",
        )  # fmt: skip
        assert {one["file"] for one in row["rows"]} == {
            "survey_illustrative.csv", "referrals.csv",
        }  # fmt: skip

    def test_an_unknown_number_is_null(self, capsys):
        out = call(
            capsys, "survey", "sample:site_b", "--table", "sides", "--question", "trust",
            "--format", "json",
        ).out  # fmt: skip
        gaps = [row["gap"] for row in json.loads(out)["rows"]]
        assert None in gaps
        assert any(gap is not None for gap in gaps)

    def test_rule_question_and_wave_choose(self, capsys):
        made = {
            rule: len(
                json.loads(
                    call(
                        capsys, "survey", "sample:site_b", "--table", "ties", "--rule", rule,
                        "--question", "contact", "--wave", "2023", "--format", "json",
                    ).out
                )["rows"]
            )
            for rule in ("union", "confirmed", "reconstructed")
        }  # fmt: skip
        assert made == {
            rule: expected("site_b")["survey"]["contact"][rule]
            for rule in ("union", "confirmed", "reconstructed")
        }

    def test_nothing_to_show_is_said(self, capsys):
        answer = call(capsys, "survey", "sample:site_b", "--table", "unknown")
        assert answer.code == 0
        assert "There is nothing to show." in answer.out

    def test_a_coalition_without_a_survey_has_empty_tables(self, capsys):
        answer = call(capsys, "survey", "sample:g1")
        assert answer.code == 0
        assert "There is nothing to show." in answer.out

    def test_a_file_is_written(self, capsys, tmp_path):
        target = tmp_path / "sides.csv"
        answer = call(
            capsys, "survey", "sample:site_a", "--table", "sides", "--format", "csv", "-o", target
        )
        assert (answer.code, answer.out) == (0, "")
        assert target.read_text("utf-8").startswith("from_id,to_id,wave,question,")


class TestRefusals:
    def test_a_rule_that_does_not_exist_makes_the_call_wrong(self, capsys):
        answer = call(capsys, "survey", "sample:site_b", "--rule", "both")
        assert answer.code == 2
        assert answer.err.startswith(
            "collabnet survey: --rule needs one of union, confirmed, reconstructed, fewest, most, "
            "bounds; got 'both'."
        )

    def test_a_question_that_nobody_was_asked(self, capsys):
        answer = call(capsys, "survey", "sample:site_b", "--table", "sides", "--question", "advice")
        assert answer.code == 1
        assert "There is no question 'advice'." in answer.err
