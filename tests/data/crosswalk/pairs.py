"""The labelled pairs, and how well the proposals do on them."""

import csv
from dataclasses import dataclass
from pathlib import Path

from collabnet.data.crosswalk.candidates import judge
from collabnet.data.crosswalk.entries import Entry, Spelling
from collabnet.data.crosswalk.evidence import SUGGESTED

FILE = Path(__file__).with_name("labelled_pairs.csv")


@dataclass(frozen=True)
class Pair:
    """One line of the file: a spelling, a name, and whether they mean the same."""

    half: str
    kind: str
    case: str
    is_same: bool
    spelling: Spelling
    entry: Entry


def pairs(half):
    """The pairs of one half; rules were looked at on the half "tune" only."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return [pair(row) for row in csv.DictReader(file) if row["half"] == half]


def pair(row):
    """Read a line: of agencies the places are sites, of people they are agencies."""
    written_at, name_at = row["written_at"], row["name_at"]
    names = (row["name"], *filter(None, row["alternate_names"].split(";")))
    kind = (row["kind"],)
    if row["kind"] == "agency":
        spelling = Spelling(kind, row["written"], places=(written_at, ""))
        entry = Entry("agency", "e1", names, places=(name_at, ""))
    else:
        spelling = Spelling(kind, row["written"], written_at)
        entry = Entry("person", "e1", names, (name_at,))
    return Pair(row["half"], row["kind"], row["case"], row["same"] == "yes", spelling, entry)


def precision_and_recall(some):
    """The share of suggestions that are right, and of true variants that are suggested."""
    hits = [(one.is_same, judge(one.spelling, one.entry).score >= SUGGESTED) for one in some]
    right = sum(is_same and is_hit for is_same, is_hit in hits)
    return right / sum(hit for _, hit in hits), right / sum(same for same, _ in hits)
