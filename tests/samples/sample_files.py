"""Read the committed files of the samples plainly, without collabnet."""

import csv
import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "sample_networks"
SCRIPT = ROOT / "scripts" / "make_sample_logs.py"
ARRANGEMENTS = ("advocacy_center_48h", "deputized_task_force", "hospital_program")
NAMES = (*ARRANGEMENTS, "g1", "g1_second_intake", "site_a", "site_b")
SITES = ("site_a", "site_b")


def table(sample, name):
    """Give the rows of one table; none if the sample doesn't have it."""
    path = SAMPLES / sample / f"{name}.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def expected(sample):
    """Give the committed answers of one sample."""
    return json.loads((SAMPLES / sample / "expected.json").read_text(encoding="utf-8"))


def agency_of(sample):
    """Give the agency of every end: a person's, and an agency's own for its position."""
    ends = {row["agency_id"]: row["agency_id"] for row in table(sample, "agencies")}
    return ends | {row["person_id"]: row["agency_id"] for row in table(sample, "people")}


def persons(sample):
    """Give the ids that can leave: people who aren't groups."""
    return {row["person_id"] for row in table(sample, "people") if row["kind"] == "person"}
