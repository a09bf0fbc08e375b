"""Write the page of speed from the results of the benchmarks."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).with_name("measures_results.json")
_HEAD = """# How fast the measures are

All families of measures beside networkx, igraph, rustworkx and networkit, timed in one run on one
machine by `python -m benchmarks.measures`; this page is written by `python -m
benchmarks.speed_page`. Every program computes on its own graph, ready before the clock starts
(ours a `Network` that was measured before, so that its arrays are there), on one thread; answers
were compared first. *Table* is the call that a script makes, `cn.metrics.<name>(network)`, with
one row for each actor; *kernel* is the part of it that computes on arrays, *all threads* the
table on all processors. Behind each time of another program stands how many times as fast our
table is. Times are medians, in milliseconds. In brackets: not run, since it would have taken more
than {bound:g} seconds, or more memory than there is; the time that the next smaller network
predicts.

Small networks take a fraction of a millisecond anywhere: what differs there is the making of a
table. Up to some 500 actors a table is made in plain Python, where that takes less than three
seconds, and no compiler is loaded; kernels are shown there for comparison.
"""


def speed_page() -> str:
    """Give the page in Markdown: docs/reference/speed.md is this text."""
    found = json.loads(RESULTS.read_text("utf-8"))
    return "".join(_parts(found))


def _parts(found: dict[str, Any]) -> Iterator[str]:
    yield _HEAD.format(bound=found["bound_s"])
    machine = found["machine"]
    versions = ", ".join(f"{name} {version}" for name, version in found["versions"].items())
    yield (
        f"\nMeasured on {machine['processors']} processors ({machine['model']}), "
        f"{machine['system']}, Python {machine['python']}, seed {found['seed']}; {versions}.\n"
    )
    sizes = dict.fromkeys((row["actors"], row["ties"]) for row in found["rows"])
    peers = found["peers"]
    for actors, ties in sizes:
        yield f"\n## {actors:,} actors, {ties:,} ties\n\n"
        yield f"| Measure | Table | Kernel | All threads | {' | '.join(peers)} |\n"
        yield f"| --- | --- | --- | --- |{' --- |' * len(peers)}\n"
        for row in found["rows"]:
            if (row["actors"], row["ties"]) == (actors, ties):
                yield _row(row, peers)
    yield "\n## Goals\n\n"
    yield "Each kernel against a yardstick timed in the same run, everything on one thread.\n\n"
    yield "| What | Goal | Measured | |\n| --- | --- | --- | --- |\n"
    for goal in found["goals"]:
        state = "held" if goal["held"] else "missed"
        yield f"| {goal['what']} | {goal['goal']} | {goal['measured']:,g} | {state} |\n"


def _row(row: dict[str, Any], peers: list[str]) -> str:
    known = {**row["expected"], **row["seconds"]}
    cells = [_time(row, name) for name in ("table", "kernel", "table, all threads")]
    for peer in peers:
        ratio = f", {_figures(known[peer] / known['table'])}×" if peer in known else ""
        cells.append(f"{_time(row, peer)}{ratio}")
    told = f", {row['options']}" if row["options"] else ""
    directed = ", directed" if row["directed"] else ""
    return f"| {row['measure'].replace('_', ' ')}{told}{directed} | {' | '.join(cells)} |\n"


def _time(row: dict[str, Any], name: str) -> str:
    if name in row["seconds"]:
        return _figures(1e3 * row["seconds"][name])
    return f"({_figures(1e3 * row['expected'][name])})" if name in row["expected"] else ""


def _figures(value: float) -> str:
    """A number in two figures or three, as one reads it."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 1 else f"{value:.2g}"


if __name__ == "__main__":
    sys.stdout.write(speed_page())
