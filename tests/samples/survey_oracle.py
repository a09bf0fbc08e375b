"""The survey of a sample once more, plainly from its file."""

import csv
from itertools import combinations

from samples.sample_files import SAMPLES, table

FILE = "survey_illustrative.csv"


def answers(sample):
    """Give the rows of the survey, each with its row in a sheet."""
    with (SAMPLES / sample / FILE).open(encoding="utf-8", newline="") as file:
        return [{**row, "row": at} for at, row in enumerate(csv.DictReader(file), start=2)]


def members(sample):
    """Give the agencies inside the coalition: all of them were asked."""
    return sorted(row["agency_id"] for row in table(sample, "agencies") if row["outside"] != "yes")


def said(sample, question):
    """Give what each agency says of each other: "yes", "no", or "" for blank."""
    found = {}
    for row in answers(sample):
        if row["question"] == question:
            value = row["value"]
            word = "" if value == "" else "no" if value in ("0", "no") else "yes"
            found[row["respondent"], row["alter"]] = word
    return found


def tie_counts(sample, question):
    """Count the ties by each rule."""
    told, names = said(sample, question), members(sample)
    counts = dict.fromkeys(("union", "confirmed", "reconstructed", "fewest", "most"), 0)
    for i, j in combinations(names, 2):
        both = told.get((i, j), ""), told.get((j, i), "")
        counts["union"] += "yes" in both
        counts["confirmed"] += both == ("yes", "yes")
        counts["fewest"] += both == ("yes", "yes")
        counts["reconstructed"] += "yes" in both and "no" not in both
        counts["most"] += "no" not in both
    return counts


def wide_gaps(sample):
    """Give the pairs whose levels of collaboration are two or more apart."""
    level = {
        (row["respondent"], row["alter"]): int(row["value"])
        for row in answers(sample)
        if row["question"] == "collaboration" and row["value"]
    }
    return sorted(
        [i, j]
        for i, j in level
        if i < j and (j, i) in level and abs(level[i, j] - level[j, i]) >= 2
    )


def against_log(sample):
    """Give the ways that are claimed and never used, and used and denied."""
    told = said(sample, "referral")
    used = {
        (row["from_agency"], row["to_agency"])
        for row in table(sample, "referrals")
        if row["from_agency"] != row["to_agency"]
    }
    claimed = {way for way, word in told.items() if word == "yes"}
    denied = {way for way in used if told.get(way) == "no"}
    return (
        sorted(map(list, claimed - used)),
        sorted(map(list, denied)),
        sorted(map(list, used - claimed - denied)),
    )
