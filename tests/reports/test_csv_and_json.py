"""Tables and JSON that can be handed on."""

import csv
import io
import json

import pytest

from collabnet.reports.as_dict import released_dict, to_json
from collabnet.reports.csv_table import FINDING_COLUMNS, findings_csv, to_csv
from collabnet.sharing import release
from samples.shared import assessment_of


class TestCsv:
    @pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
    def test_no_cell_is_taken_for_a_formula(self, start):
        """A name that begins like one gets an apostrophe in front; its text stays."""
        (row,) = csv.DictReader(io.StringIO(to_csv(["a"], [{"a": f"{start}cmd()"}]), newline=""))
        assert row["a"] == f"'{start}cmd()".replace("\r", " ")

    def test_a_negative_number_stays_a_number(self):
        assert to_csv(["a"], [{"a": -1.5}]) == "a\n-1.5\n"

    def test_undefined_is_empty(self):
        assert to_csv(["a", "b"], [{"a": float("nan"), "b": None}]) == "a,b\n,\n"

    def test_findings_carry_label_and_notice_on_every_line(self):
        released = release(assessment_of("site_b"))
        rows = list(csv.DictReader(io.StringIO(findings_csv(released))))
        assert tuple(rows[0]) == FINDING_COLUMNS
        assert len(rows) == len(released.findings)
        assert {row["notice"] for row in rows} == {"Internal: names staff"}
        assert all(row["statuses"].startswith(released.label) for row in rows)
        assert rows[0]["people"] == "Officer B1; Officer B2; Officer B3; Program director"


class TestJson:
    def test_nan_is_refused(self):
        with pytest.raises(ValueError, match="not JSON compliant"):
            to_json({"a": float("nan")})

    def test_any_language_can_be_read(self):
        assert to_json({"a": "Jośka"}) == '{\n  "a": "Jośka"\n}\n'

    def test_a_partner_object_has_no_people_and_no_rows(self):
        made = released_dict(release(assessment_of("site_b"), "partner"))
        assert next(iter(made)) == "schema_version"
        assert made["audience"] == "partner"
        assert all(not one["people"] and not one["rows"] for one in made["findings"])
        text = to_json(made)
        assert "officer_b1" not in text and "Officer B1" not in text
        assert json.loads(text) == made
