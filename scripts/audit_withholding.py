"""Audit the rule for small counts on random tables; write the result into its reference page.

    .venv/bin/python scripts/audit_withholding.py [--write]

Each table is published twice: with its small counts hidden and nothing else, and as `withhold`
gives it. Linear programming (HiGHS) then bounds every hidden cell. The tables are drawn from
their numbers, so every run gives the same.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from random import Random

from collabnet.sharing.bands import HIDDEN, WITHHELD, count_words
from collabnet.sharing.withholding import PublishedTable, What, audit, count_by, withhold

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "what-partners-see.md"
BEGIN, END = "<!-- audit: begin -->\n", "<!-- audit: end -->\n"
N_TABLES = 1_000
PLACES = ("court", "police", "shelter", "clinic", "school", "outreach")
SERVICES = ("legal help", "shelter", "health care")
MONTHS = ("January", "February", "March", "April")
SHAPES: dict[str, list[tuple[str, ...]]] = {
    "Pathways and their total": [("from", "to"), ()],
    "Pathways, rows, columns and total": [("from", "to"), ("from",), ("to",), ()],
    "Services within pathways": [("from", "service", "to"), ("from", "to"), ("from",), ()],
    "Pathways by month": [("from", "month", "to"), ("from", "to"), ("month",), ()],
    "Two splits of what agencies receive": [
        ("month", "service", "to"), ("service", "to"), ("month", "to"), ("to",), (),
    ],
    "Three ways and every sum": [
        ("from", "service", "to"), ("from", "to"), ("service", "to"), ("from", "service"),
        ("from",), ("service",), ("to",), (),
    ],
}  # fmt: skip


def draw(number: int) -> tuple[str, dict[What, int]]:
    """Draw the shape and the counts of a table: many small ones, a few large ones."""
    random = Random(number)
    shape = list(SHAPES)[number % len(SHAPES)]
    places = PLACES[: random.randint(2, len(PLACES))]
    rows: list[dict[str, str]] = []
    for _ in range(random.randint(1, 3 * len(places))):
        kind = {
            "from": random.choice(places),
            "to": random.choice(places),
            "service": random.choice(SERVICES),
            "month": random.choice(MONTHS),
        }
        rows += [kind] * random.choice((1, 2, 3, 5, 8, 11, 14, 20, 40))
    return shape, count_by(rows, *SHAPES[shape])


def small_alone(counts: dict[What, int]) -> PublishedTable:
    """Hide the small counts and nothing else."""
    return PublishedTable("Referrals", {cell: count_words(n) for cell, n in counts.items()})


def found(numbers: Iterable[int]) -> Counter[tuple[str, str]]:
    """Count, by shape: tables, small cells, those a reader can work out, and what is withheld."""
    told: Counter[tuple[str, str]] = Counter()
    for number in numbers:
        shape, counts = draw(number)
        before = [one for one in audit(small_alone(counts)) if one.shown == HIDDEN]
        after = audit(withhold(counts, title="Referrals"))
        told[shape, "tables"] += 1
        told[shape, "cells"] += len(counts)
        told[shape, "small"] += len(before)
        told[shape, "exact before"] += sum(one.is_exact for one in before)
        told[shape, "narrow before"] += sum(one.is_narrow for one in before)
        told[shape, "withheld"] += sum(one.shown == WITHHELD for one in after)
        told[shape, "narrow after"] += sum(one.is_narrow for one in after)
    return told


def table(numbers: Iterable[int]) -> str:
    """Write what was found as a table."""
    told = found(numbers)
    lines = [
        "| Shape | Tables | Cells | Small counts | Known exactly if they alone are hidden | "
        "Known more closely than 1 to 10 | Withheld by the rule | "
        "Then known more closely than 1 to 10 |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    keys = ("tables", "cells", "small", "exact before", "narrow before", "withheld", "narrow after")
    lines += [_line(shape, [told[shape, key] for key in keys]) for shape in SHAPES]
    lines.append(_line("All", [sum(told[shape, key] for shape in SHAPES) for key in keys]))
    return "\n".join(lines) + "\n"


def _line(shape: str, numbers: list[int]) -> str:
    tables, cells, small, exact, narrow, withheld, after = numbers
    share = f"{exact:,} ({100 * exact / max(small, 1):.0f} %)"
    return (
        f"| {shape} | {tables:,} | {cells:,} | {small:,} | {share} | {narrow:,} | {withheld:,} | "
        f"{after:,} |"
    )


def main() -> None:
    """Print the table, or put it into the page."""
    made = table(range(N_TABLES))
    if "--write" in sys.argv:
        before, rest = PAGE.read_text("utf-8").split(BEGIN)
        PAGE.write_text(before + BEGIN + made + END + rest.split(END)[1], "utf-8", newline="\n")
    else:
        sys.stdout.write(made)


if __name__ == "__main__":
    main()
