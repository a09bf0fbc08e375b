"""Write the made-up referral logs of the sample networks, the same on every run.

How many referrals each person carries is stated in sample_logs.toml and never drawn: the tests of
the samples count them. Only days and outcomes are drawn, from a seed.

Examples
--------
``python scripts/make_sample_logs.py`` writes the logs; with ``--check`` it compares instead,
and ends with 1 if a committed log is not what this script writes.
"""

import argparse
import csv
import io
import random
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PLAN = HERE / "sample_logs.toml"
SAMPLES = HERE.parent / "sample_networks"
SEED = 2023
UNANSWERED_SHARE = 0.06
SOONEST_ANSWER, LATEST_ANSWER = 2, 35
"""Days after which an outcome is written down."""

Row = dict[str, str]
Plan = Mapping[str, Any]


class Dice:
    """Draws from a seed; uses ``random()`` alone, which every Python repeats exactly."""

    def __init__(self, name: str) -> None:
        self._random = random.Random(f"{SEED}:{name}").random

    def between(self, low: float, high: float) -> float:
        """Draw a number from low to high."""
        return low + (high - low) * self._random()

    def order(self, names: Sequence[str]) -> list[str]:
        """Draw an order of the names."""
        return [name for _, name in sorted((self._random(), name) for name in names)]

    def one_of(self, weights: Mapping[str, int]) -> str:
        """Draw one of the names, each by its weight."""
        names = [name for name, weight in weights.items() for _ in range(weight)]
        return names[int(self._random() * len(names))]


def build_rows(plan: Plan, outcomes: Mapping[str, Mapping[str, int]], dice: Dice) -> list[Row]:
    """Build the rows of one sample's log in the order of their days."""
    rows = [*fixture_rows(plan), *convened_rows(plan)]
    for pathway in plan.get("pathways", ()):
        senders: dict[str, int] = pathway["senders"]
        days = pathway.get("days") or spread_days(plan, sum(senders.values()), dice)
        for day, sender in zip(days, turns(senders, dice), strict=True):
            row = {
                "date": day.isoformat(),
                "from_person": sender,
                "from_agency": pathway["from_agency"],
                "to_agency": pathway["to_agency"],
                "to_person": pathway["receiver"],
                "service": pathway["service"],
            }
            rows.append(row | outcome(outcomes[pathway["outcome"]], day, plan["end"], dice))
    rows.sort(key=lambda row: tuple(row.values()))
    status = {"evidence_status": "illustrative"}
    return [{"referral_id": f"r{i:03}"} | row | status for i, row in enumerate(rows, start=1)]


def fixture_rows(plan: Plan) -> Iterator[Row]:
    """Give the rows of a fixture for hand checks: each pair of people on days of its own."""
    by_service = {plan.get("service", ""): plan.get("pairs", ()), **plan.get("by_service", {})}
    pairs = [(service, *pair) for service, some in by_service.items() for pair in some]
    for i, (service, *ends, count) in enumerate(pairs):
        for day in days_of_pair(plan, i, count):
            yield fixture_row(day, *ends, service=service)


def convened_rows(plan: Plan) -> Iterator[Row]:
    """Give the cases that somebody reports, and whom the one who is told calls within two days.

    Whoever reports is called no second time: their own agency knows already.
    """
    for i, (sender, from_agency, center, to_agency, count) in enumerate(plan.get("cases", ())):
        for day in days_of_pair(plan, i, count):
            yield fixture_row(day, sender, from_agency, center, to_agency, service="case report")
            for step, (called, agency, service) in enumerate(plan["calls"][center]):
                if agency != from_agency:
                    on = day + timedelta(days=1 + step % 2)
                    yield fixture_row(on, center, to_agency, called, agency, service=service)


def days_of_pair(plan: Plan, i: int, count: int) -> Iterator[date]:
    """Give even days from January to December, on days of its own for each pair of people."""
    first = plan["start"] + timedelta(days=7 + i)
    last = plan["end"] - timedelta(days=22 - i)
    return even_days(first, last, count)


def fixture_row(
    day: date, sender: str, from_agency: str, receiver: str, to_agency: str, *, service: str
) -> Row:
    """Give one row of a fixture: without an outcome."""
    return {
        "date": day.isoformat(),
        "from_person": sender,
        "from_agency": from_agency,
        "to_agency": to_agency,
        "to_person": receiver,
        "service": service,
    }


def even_days(first: date, last: date, count: int) -> Iterator[date]:
    """Give ``count`` days at even steps from the first to the last; one alone is the last.

    Examples
    --------
    >>> [day.isoformat() for day in even_days(date(2024, 1, 1), date(2024, 1, 9), 3)]
    ['2024-01-01', '2024-01-05', '2024-01-09']
    """
    for i in range(count):
        behind = (last - first).days * (count - 1 - i) // max(count - 1, 1)
        yield last - timedelta(days=behind)


def spread_days(plan: Plan, count: int, dice: Dice) -> Iterator[date]:
    """Give working days over the whole period, one drawn from each of ``count`` equal parts."""
    start, end = plan["start"], plan["end"]
    length = (end - start).days + 1
    for i in range(count):
        day = start + timedelta(days=int((i + dice.between(0.2, 0.8)) * length / count))
        yield working_day(day, start, end)


def working_day(day: date, start: date, end: date) -> date:
    """Give the working day nearest to a day of the period, inside the period.

    Examples
    --------
    >>> working_day(date(2023, 12, 31), date(2023, 1, 1), date(2023, 12, 31))  # a Sunday
    datetime.date(2023, 12, 29)
    """
    near = (day + timedelta(days=step) for step in (0, -1, 1, -2, 2))
    return next(one for one in near if one.weekday() < 5 and start <= one <= end)


def turns(senders: Mapping[str, int], dice: Dice) -> list[str]:
    """Say who sends first, second and so on: evenly all the year, everybody once at the end."""
    last_round = dice.order(list(senders))
    left = {name: count - 1 for name, count in senders.items()}
    early = sum(left.values())
    sent = dict.fromkeys(senders, 0)
    turn: list[str] = []
    for i in range(early):
        owed = {name: left[name] * (i + 1) / early - sent[name] for name in senders}
        most = max(owed.values())
        name = dice.order([name for name in senders if owed[name] > most - 0.01])[0]
        sent[name] += 1
        turn.append(name)
    return turn + last_round


def outcome(weights: Mapping[str, int], day: date, end: date, dice: Dice) -> Row:
    """Draw what became of a referral, as far as the end of the period knows it."""
    status = dice.one_of(weights)
    answered = dice.between(0, 1) >= UNANSWERED_SHARE
    known_on = day + timedelta(days=int(dice.between(SOONEST_ANSWER, LATEST_ANSWER)))
    if not answered:
        return {"status": "made", "status_date": ""}
    if known_on > end:
        return {"status": "open", "status_date": ""}
    return {"status": status, "status_date": working_day(known_on, day, end).isoformat()}


def to_csv(rows: Sequence[Row]) -> str:
    """Write the rows as the text of a CSV file."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def main(arguments: Sequence[str] | None = None) -> int:
    """Write or compare the logs; 1 if a compared one differs."""
    parser = argparse.ArgumentParser(description="Write the referral logs of the sample networks.")
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    parser.add_argument("--samples", type=Path, default=SAMPLES, help="folder of the samples")
    options = parser.parse_args(arguments)
    with PLAN.open("rb") as file:
        plans = tomllib.load(file)
    different = 0
    for name, plan in plans["samples"].items():
        path = options.samples / name / "referrals.csv"
        text = to_csv(build_rows(plan, plans["outcomes"], Dice(name)))
        if not options.check:
            path.write_text(text, encoding="utf-8", newline="\n")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            different += 1
            print(
                f"{name}/referrals.csv is not what scripts/make_sample_logs.py writes. Run the "
                "script without --check, or undo the change by hand.",
                file=sys.stderr,
            )
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
