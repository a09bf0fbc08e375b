"""The registry of five programs: as its table has it, without a network."""

import tomllib

import pandas as pd
import pytest

import collabnet as cn
from samples.sample_files import SAMPLES, expected, table
from samples.shared import assessment_of, coalition_of

NAME = "programs"


class TestTable:
    def test_the_committed_answers_are_those_of_the_table(self):
        rows = table(NAME, "agencies")
        answer = expected(NAME)
        assert len(rows) == answer["counts"]["agencies"]
        assert {row["agency_id"]: row["shelter_beds"] for row in rows} == answer["beds_as_written"]
        (service,) = answer["coverage"]
        given = [row for row in rows if row["services"] == service["service"]]
        assert [row["agency_id"] for row in given] == service["providers"]
        assert sum(int(row["capacity"] or 0) for row in given) == service["capacity_stated"]

    def test_no_field_says_who_is_a_survivor(self):
        header = set(table(NAME, "agencies")[0])
        assert not {name for name in header if "survivor" in name or "mentor" in name}

    def test_settings_and_readme(self):
        with (SAMPLES / NAME / "coalition.toml").open("rb") as file:
            given = tomllib.load(file)
        assert given["id"] == NAME
        assert given["label"].startswith("example: ")
        assert "log_status" not in given
        text = " ".join((SAMPLES / NAME / "README.md").read_text(encoding="utf-8").split())
        for part in ("## Origin and licence", "## How to read it", "Nothing is made up", "2(4)"):
            assert part in text
        assert f"| `{NAME}` |" in (SAMPLES / "README.md").read_text(encoding="utf-8")


class TestCoalition:
    def test_beds_are_never_changed_silently(self):
        """9-12 is not one number: it stays text, and no capacity is made of it."""
        agencies = coalition_of(NAME).agencies.set_index("agency_id")
        assert agencies["shelter_beds"].to_dict() == expected(NAME)["beds_as_written"]
        assert pd.isna(agencies.loc["organization_b", "capacity"])
        assert agencies.loc["organization_a", "capacity"] == 24
        assert agencies.loc["organization_d", "serves_ages"] == "13+"
        assert agencies.loc["organization_b", "serves_ages"] == "12-24"

    def test_it_reads_with_notes_alone(self):
        found = cn.check(f"sample:{NAME}")
        assert [one.code for one in found.found] == expected(NAME)["notes"]
        assert not found.is_refused

    def test_it_gives_coverage_and_no_finding(self):
        assessment = assessment_of(NAME)
        assert assessment.found == ()
        row = assessment.coverage.iloc[0]
        (service,) = expected(NAME)["coverage"]
        assert row["service"] == service["service"]
        assert row["providers"].split(";") == service["providers"]
        assert not row["is_sole_provider"]

    def test_coverage_by_population(self):
        """By age, gender and kind of referral: who says so, and the places that are stated."""
        rows = assessment_of(NAME).coverage.iloc[1:].to_dict("records")
        answers = expected(NAME)["by_population"]
        assert len(rows) == len(answers)
        for row, answer in zip(rows, answers, strict=True):
            assert (row["dimension"], row["group"]) == (answer["dimension"], answer["group"])
            assert [one for one in row["providers"].split(";") if one] == answer["providers"]
            places = answer["capacity_stated"]
            wanted = pytest.approx(float("nan") if places is None else places, nan_ok=True)
            assert row["capacity"] == wanted, answer
            assert row["is_sole_provider"] == (len(answer["providers"]) == 1)
            assert row["is_unserved"] == (not answer["providers"])

    @pytest.mark.parametrize("audience", ["internal", "partner", "public"])
    def test_every_audience_and_page_answers(self, audience):
        from collabnet.reports.brief import brief_html
        from collabnet.reports.text import assessment_text
        from collabnet.sharing import release

        released = release(assessment_of(NAME), audience)
        assert "There is no referral log" in assessment_text(released, 100)
        assert "Five programs" in brief_html(released)
