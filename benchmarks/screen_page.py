"""Write the page of the screen's speed from the results of its two benchmarks."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ONE = Path(__file__).with_name("screen_results.json")
MANY = Path(__file__).with_name("screen_load_results.json")
_HEAD = """# How fast the screen is

How long somebody waits for the dashboard, measured in a real browser (`python -m
benchmarks.screen`) and with many at work at once (`python -m benchmarks.screen_load`); this page is
written by `python -m benchmarks.screen_page`. Both draw a coalition by chance, start the dashboard
as a user does and stay on this computer. Each goal was set before it was measured.

"""
_ACTS = {
    "cold_start_s": "From the start of the program to the first finding on the screen",
    "first_view_s": "From opening the address to the first finding, the program running",
    "filter_s": "From an entry of the map's legend until the map shows less",
    "what_if_s": "From trying that somebody leaves until it is said what that does",
}
_KINDS = {"view": "A page", "what_if": "A what-if"}


def screen_page() -> str:
    """Give the page as Markdown."""
    one, many = (json.loads(path.read_text(encoding="utf-8")) for path in (ONE, MANY))
    return "".join([_HEAD, *_one(one), *_many(many), *_measured_on(one, many)])


def _one(found: dict[str, Any]) -> Iterator[str]:
    yield f"## One user\n\nMedians of {found['runs']} runs, but for the start, which is one.\n"
    for size, measured in found.items():
        if " people, " not in size:
            continue
        people, ties = (int(word) for word in size.split() if word.isdigit())
        goals = found["goals"][str(people)]
        yield f"\n### {people:,} people, {ties:,} ties\n\n"
        yield "| What | Goal | Measured | |\n| --- | --- | --- | --- |\n"
        for act, words in _ACTS.items():
            yield _row(words, goals.get(act), measured[act])
        megabytes = measured["first_load_bytes"] / 1e6
        goal = found["goals"]["first_load_bytes"] / 1e6
        state = "held" if megabytes <= goal else "missed"
        yield f"| Sent for the first page | {goal:g} MB | {megabytes:.1f} MB | {state} |\n"


def _many(found: dict[str, Any]) -> Iterator[str]:
    settings, goals = found["settings"], found["goals"]
    people, ties = settings["people_and_ties"]
    n_errors = sum(found["errors"].values())
    yield (
        f"\n## {settings['users']} users at once\n\n"
        f"{people:,} people, {ties:,} ties. For {settings['minutes']:g} minutes each of"
        f" {settings['users']} users asks for what a browser would, waits until all of it is there,"
        f" and pauses for {settings['pause_s']:g} seconds. {settings['what_ifs']:.0%} of what they"
        " do are what-ifs, each of a person drawn anew; the rest are pages. Nineteen in twenty wait"
        " no longer than the time measured.\n\n"
        "| What | Goal | Measured | | Half wait no longer than | How many |\n"
        "| --- | --- | --- | --- | --- | --- |\n"
    )
    for kind, words in _KINDS.items():
        told = found[kind.replace("_", "-")]
        row = _row(words, goals[f"{kind}_p95_s"], told["p95_s"]).rstrip("\n")
        yield f"{row} {_seconds(told['median_s'])} | {told['n']:,} |\n"
    state = "held" if n_errors <= goals["errors"] else "missed"
    yield f"| Requests that failed | {goals['errors']} | {n_errors:,} | {state} | | |\n"


def _row(words: str, goal: float | None, measured: float) -> str:
    """A goal beside what was measured; both are compared as they were measured, not as written."""
    if goal is None:
        return f"| {words} | | {_seconds(measured)} | |\n"
    state = "held" if measured <= goal else "missed"
    return f"| {words} | {goal:g} s | {_seconds(measured)} | {state} |\n"


def _seconds(value: float) -> str:
    return f"{value:.2f} s"


def _measured_on(*results: dict[str, Any]) -> Iterator[str]:
    versions: dict[str, str] = {}
    for found in results:
        versions |= found["versions"]
    machine = results[0]["machine"]
    said = ", ".join(f"{name} {number}" for name, number in sorted(versions.items()))
    on = f"{machine['processors']} processors, " if "processors" in machine else ""
    yield f"\nMeasured on {on}{machine['system']}, Python {machine['python']}; {said}.\n"


if __name__ == "__main__":
    sys.stdout.write(screen_page())
