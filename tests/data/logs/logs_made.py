"""Logs for the tests of counting, and what the reader of a coalition's own tables makes of them."""

import csv
import io
import random
from collections import Counter
from datetime import date

from collabnet.data.issues import Ledger
from collabnet.data.options import Answers
from collabnet.data.table import read_table
from collabnet.model.specs import REFERRALS

TODAY = date(2024, 12, 31)
HEADER = ["date", "from_person", "from_agency", "to_agency", "service", "status", "remark"]
AGENCIES = [
    "court_b",
    "residential_program",
    "Shelter, North",
    'The "Annex"',
    "Zoë 🏠",
    "007",
    "NA",
]
PEOPLE = ["", "officer_b1", "officer_b2", " officer_b1 ", "court_b", "ענת", "1E5", "line\nbreak"]
DAYS = ["2024-01-05", "2024-12-31", "2024-02-29", "2023-11-30"]
ODD_DAYS = ["", "2024-02-30", "5 March 2024", "2024/03/06", "2024-03-07T10:00:00", "1899-01-01",
            "2031-01-01", "20240308"]  # fmt: skip
SERVICES = ["", "legal", "Case Management", "emergency shelter", "housing; legal", "x" * 40]
STATUSES = ["", "made", "Accepted", "declined", "rejected", "something else"]


def made_rows(n, seed=1, odd=0.1):
    """Rows with blanks, odd names, quoted newlines, and a share of odd days and agencies."""
    draw = random.Random(seed)
    rows = []
    for _ in range(n):
        day = draw.choice(ODD_DAYS) if draw.random() < odd else draw.choice(DAYS)
        sender = "" if draw.random() < odd / 4 else draw.choice(AGENCIES)
        remark = draw.choice(["", "a, b", 'say "so"', "two\nlines", "1"])
        row = [day, draw.choice(PEOPLE), sender, draw.choice(AGENCIES), draw.choice(SERVICES)]
        rows.append([*row, draw.choice(STATUSES), remark])
    return rows


def as_csv(rows, header=HEADER, **style):
    made = io.StringIO()
    csv.writer(made, **{"lineterminator": "\n", **style}).writerows([header, *rows])
    return made.getvalue()


def expected(data, **answers):
    """Pathways, carriers, rejects and the balance as the reader of referrals.csv gives them."""
    ledger = Ledger("log.csv")
    table = read_table(data, REFERRALS, ledger, Answers(answers), TODAY)
    kept = table.kept
    pathways, days, carriers = Counter(), {}, Counter()
    for _, row in kept.iterrows():
        key = row["from_agency"], row["to_agency"], row.get("service", "")
        pathways[key] += 1
        days.setdefault(key, []).append(row["on"])
        if row.get("from_person", ""):
            carriers[row["from_agency"], row["to_agency"], row["from_person"]] += 1
    codes = {}
    for problem in ledger.problems:
        if problem.level == "ROW":
            codes.setdefault((problem.row, problem.line), set()).add(problem.code)
    spans = {key: (min(found), max(found)) for key, found in days.items()}
    balance = table.n_read, len(kept), len(ledger.rejected), len(ledger.skipped)
    return pathways, spans, carriers, codes, balance


def counted(counts):
    """The same of what was counted."""
    pathways, spans, carriers = Counter(), {}, Counter()
    for row in counts.pathways.itertuples():
        key = row.from_agency, row.to_agency, row.service
        pathways[key] = row.n_referrals
        spans[key] = row.first_on, row.last_on
    for row in counts.carriers.itertuples():
        carriers[row.from_agency, row.to_agency, row.from_person] = row.n_referrals
    codes = {}
    for row in counts.rejected.itertuples():
        codes.setdefault((row.row, row.line), set()).add(row.code)
    balance = counts.n_read, counts.n_counted, counts.n_rejected, counts.n_skipped
    return pathways, spans, carriers, codes, balance


def assert_same(counts, data, **answers):
    """What was counted is what the reader keeps, row by row rejected for one of its reasons."""
    found, wanted = counted(counts), expected(data, **answers)
    assert found[4] == wanted[4]
    assert found[:3] == wanted[:3]
    assert found[3].keys() == wanted[3].keys()
    for place, codes in found[3].items():
        assert codes <= wanted[3][place]
