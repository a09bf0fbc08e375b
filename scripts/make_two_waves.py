"""Write the made-up log and survey of the sample two_waves, the same on every run.

Nothing is drawn: who carries how many each month, and who names whom in each wave, is stated
below, so that its answers can be worked out by hand.

Examples
--------
``python scripts/make_two_waves.py`` writes the files; with ``--check`` it compares instead, and
ends with 1 if a committed file is not what this script writes.
"""

import argparse
import csv
import io
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "sample_networks" / "two_waves"
FIRST, LAST = (2023, 1), (2024, 12)
Months = tuple[tuple[int, int], tuple[int, int]]

ALL = (FIRST, LAST)
BEFORE, AFTER = ((2023, 1), (2024, 6)), ((2024, 7), (2024, 12))
LOG: Sequence[tuple[Months, str, str, str, str, int]] = (
    (BEFORE, "officer_1", "court", "residential", "intake_1", 6),
    (BEFORE, "officer_2", "court", "residential", "intake_1", 5),
    (BEFORE, "officer_3", "court", "residential", "intake_1", 4),
    (AFTER, "officer_1", "court", "residential", "intake_1", 2),
    (AFTER, "officer_2", "court", "residential", "intake_1", 7),
    (AFTER, "officer_3", "court", "residential", "intake_1", 6),
    (ALL, "detective_1", "police", "advocacy", "advocate_1", 2),
    (ALL, "detective_2", "police", "advocacy", "advocate_1", 2),
    (((2023, 1), (2024, 3)), "counselor_1", "school", "shelter", "worker_1", 1),
    (((2024, 5), (2024, 12)), "nurse_1", "clinic", "advocacy", "advocate_1", 1),
)
"""Months, sender, from, to, receiver, referrals a month."""

EVERYBODY = (
    "advocate_1", "counselor_1", "detective_1", "detective_2", "intake_1", "nurse_1", "officer_1",
    "officer_2", "officer_3", "worker_1",
)  # fmt: skip
SILENT = {
    "2023": {"detective_2", "nurse_1", "officer_3"},
    "2024": {"detective_2", "officer_3", "worker_1"},
}
NAMED = {
    "2023": {
        ("intake_1", "officer_1"), ("intake_1", "officer_2"), ("detective_1", "officer_1"),
        ("advocate_1", "counselor_1"), ("advocate_1", "detective_1"), ("counselor_1", "worker_1"),
    },
    "2024": {
        ("intake_1", "officer_1"), ("intake_1", "officer_2"), ("detective_1", "officer_2"),
        ("advocate_1", "detective_1"), ("advocate_1", "nurse_1"),
    },
}  # fmt: skip


def log_rows() -> Iterator[list[str]]:
    """Give the rows of the log in the order of their days, each on a day of its month."""
    rows = []
    for (start, end), sender, from_agency, to_agency, receiver, a_month in LOG:
        for year in range(start[0], end[0] + 1):
            for month in range(1, 13):
                if start <= (year, month) <= end:
                    for i in range(a_month):
                        day = date(year, month, 2) + timedelta(days=26 * i // a_month)
                        ends = [sender, from_agency, to_agency, receiver]
                        rows.append([day.isoformat(), *ends, "illustrative"])
    for number, row in enumerate(sorted(rows), start=1):
        yield [f"r{number:03}", *row]


def answer_rows(wave: str) -> Iterator[list[str]]:
    """Give everybody's answers in a wave: contact with each other person, yes or no."""
    for one in EVERYBODY:
        for other in EVERYBODY:
            if one != other and one not in SILENT[wave]:
                ends = (min(one, other), max(one, other))
                said = "1" if ends in NAMED[wave] else "0"
                yield [one, other, "contact", said, wave, "illustrative", "made up"]


def written(columns: Sequence[str], rows: Iterator[list[str]]) -> str:
    """Write rows as the text of a CSV file."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue()


def build_files() -> dict[str, str]:
    """Give the text of each file by its name."""
    log = ("referral_id", "date", "from_person", "from_agency", "to_agency", "to_person",
           "evidence_status")  # fmt: skip
    answers = ("respondent", "alter", "question", "value", "wave", "status", "evidence")
    return {
        "referrals.csv": written(log, log_rows()),
        **{f"survey_{wave}.csv": written(answers, answer_rows(wave)) for wave in NAMED},
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Write or compare the files; 1 if a compared one differs."""
    parser = argparse.ArgumentParser(description="Write the log and survey of two_waves.")
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    options = parser.parse_args(arguments)
    different = 0
    for name, text in build_files().items():
        path = FOLDER / name
        if not options.check:
            path.write_text(text, encoding="utf-8", newline="\n")
        elif path.read_text(encoding="utf-8") != text:
            print(f"{name} differs: run python scripts/make_two_waves.py", file=sys.stderr)
            different = 1
    return different


if __name__ == "__main__":
    sys.exit(main())
