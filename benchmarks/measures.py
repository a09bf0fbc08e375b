"""Time every family of measures against networkx, igraph, rustworkx and networkit, in one run.

Every program computes on its own ready graph, on one thread; ours also on all. Answers are compared
before anything is timed. What would take longer than a bound isn't run, and the table says so.
Writes benchmarks/measures_results.json; python -m benchmarks.speed_page makes the page of it.
"""

import argparse
import gc
import json
import os
import platform
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

os.environ.setdefault("RAYON_NUM_THREADS", "1")  # read by rustworkx when it is imported

import networkit
import numpy as np

from benchmarks.measures_goals import goals
from benchmarks.measures_jobs import JOBS, Job
from benchmarks.measures_peers import PEERS, Given, build
from collabnet.engine import work

SIZES = ((35, 80), (500, 4_000), (5_000, 40_000), (50_000, 400_000))
QUICK = SIZES[:2]
SEED = 1
BOUND = 6.0
"""Seconds that one call may take; what would take longer isn't run."""
AGAIN, ENOUGH = 2.0, 0.3
"""What takes less is called once before it is timed; what took as long isn't timed again."""
RESULTS = Path(__file__).with_name("measures_results.json")
TABLE, KERNEL = OURS = ("table", "kernel")
PACKAGES = ("collabnet", "igraph", "networkit", "networkx", "numba", "numpy", "pandas",
            "rustworkx", "scipy")  # fmt: skip


class Silent:
    """Hears how long something takes, and keeps it to itself."""

    def expect(self, what: str, seconds: float) -> None:
        """Say nothing."""

    def advance(self, what: str, done: int, total: int) -> None:
        """Say nothing."""


@contextmanager
def threads(most: int) -> Iterator[None]:
    """Have our own work use so many threads at most."""
    before, work.MOST_THREADS = work.MOST_THREADS, most
    try:
        yield
    finally:
        work.MOST_THREADS = before


def timed(call: Callable[[], Any], first: float) -> float:
    """Median seconds of a call that took ``first`` seconds once: of up to 7 runs."""
    spent = [] if first < ENOUGH else [first]
    while len(spent) < 7 and (sum(spent) < ENOUGH or not spent):
        start = time.perf_counter()
        call()
        spent.append(time.perf_counter() - start)
    return statistics.median(spent)


def once(call: Callable[[], Any]) -> tuple[Any, float]:
    """What a call gives, and the seconds it took."""
    gc.collect()
    start = time.perf_counter()
    found = call()
    return found, time.perf_counter() - start


def check(job: Job, ours: Any, theirs: Any, where: str) -> None:  # noqa: ANN401 - of any kind
    """End where two answers differ: no timing is worth anything then."""
    one, other = (np.asarray(values, dtype=float) for values in (ours, theirs))
    if one.shape != other.shape or not np.allclose(
        one, other, rtol=job.within, atol=job.within * 1e-3, equal_nan=True
    ):
        raise SystemExit(f"{job.measure} {job.options} differs by {where}: {one} and {other}.")


def growth(job: Job, before: tuple[int, int], after: tuple[int, int]) -> float:
    """By how much longer a job takes on a larger network."""
    n, m = after[0] / before[0], after[1] / before[1]
    return {"m": m, "nm": n * m, "nm2": n * n * m}[job.grows]


def measure(job: Job, given: Given, before: dict[str, Any] | None) -> dict[str, Any]:
    """Time one measure on one network in every program."""
    size = (given.n, given.m)
    row: dict[str, Any] = {"family": job.family, "measure": job.measure, "options": job.options,
                           "actors": given.n, "ties": given.m, "directed": job.directed,
                           "seconds": {}, "expected": {}}  # fmt: skip
    calls: dict[str, Callable[[], Any]] = {TABLE: partial(job.table, given)}
    calls |= {name: partial(run, given) for name, run in job.peers.items()}
    if job.kernel is not None:
        calls[KERNEL] = partial(job.kernel, given)
    ours: Any = None
    for name, call in calls.items():
        # Small networks tell nothing: their time is that of the call, and ours isn't compiled yet.
        if before is not None and before["actors"] >= (5_000 if name in OURS else 500):
            known = before["seconds"].get(name, before["expected"].get(name))
            expected = known * growth(job, (before["actors"], before["ties"]), size)
            if expected > BOUND or given.n > job.at_most.get(name, given.n):
                row["expected"][name] = expected
                continue
        found, first = once(call)
        if first < AGAIN:  # what is imported or compiled once is no part of the time
            found, first = once(call)
        if name == TABLE:
            ours = found
        elif name != KERNEL and job.answer is not None and ours is not None:
            check(job, job.answer(ours, given), found, f"{name} at {size}")
        row["seconds"][name] = timed(call, first)
    if row["seconds"].get(TABLE, 0) > 0.01:
        with threads(os.cpu_count() or 1):
            call = calls[TABLE]
            row["seconds"]["table, all threads"] = timed(call, once(call)[1])
    return row


def run(sizes: tuple[tuple[int, int], ...]) -> list[dict[str, Any]]:
    """Time every job on networks of these sizes."""
    rows: list[dict[str, Any]] = []
    last: dict[tuple[str, str], dict[str, Any]] = {}
    for n, m in sizes:
        graphs = {directed: build(n, m, SEED, directed=directed) for directed in (False, True)}
        for job in JOBS:
            key = (job.measure, job.options)
            with threads(1):
                row = measure(job, graphs[job.directed], last.get(key))
            last[key] = row
            rows.append(row)
            print(in_a_line(row), flush=True)
    return rows


def in_a_line(row: dict[str, Any]) -> str:
    """A row for whoever watches."""
    times = {name: f"{1e3 * seconds:,.2f}" for name, seconds in row["seconds"].items()}
    times |= {name: f"({1e3 * seconds:,.0f})" for name, seconds in row["expected"].items()}
    told = ", ".join(f"{name} {said}" for name, said in times.items())
    return f"{row['actors']:>6,} {row['measure']} {row['options']}: {told} ms"


def machine() -> dict[str, Any]:
    """What it ran on."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text("utf-8").splitlines() if info.exists() else []
    models = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return {"processors": os.cpu_count(), "model": models[0] if models else platform.processor(),
            "system": platform.system(), "python": platform.python_version()}  # fmt: skip


def main() -> None:
    """Run everything and write the results."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="two small sizes, no goals")
    options.add_argument("--no-write", action="store_true", help="print only")
    chosen = options.parse_args()
    networkit.setNumberOfThreads(1)
    start = time.perf_counter()
    with work.told_to(Silent()):
        found = everything(quick=chosen.quick)
    found["took_s"] = round(time.perf_counter() - start)
    if not (chosen.no_write or chosen.quick):
        RESULTS.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def everything(*, quick: bool) -> dict[str, Any]:
    """Time all measures, then hold the kernels to their goals."""
    found: dict[str, Any] = {
        "seed": SEED,
        "bound_s": BOUND,
        "machine": machine(),
        "versions": {name: version(name) for name in PACKAGES},
        "peers": list(PEERS),
        "rows": run(QUICK if quick else SIZES),
    }
    found["goals"] = [] if quick else goals(found["rows"], SEED)
    for goal in found["goals"]:
        print(f"{goal['what']}: goal {goal['goal']}, measured {goal['measured']}: "
              f"{'held' if goal['held'] else 'MISSED'}")  # fmt: skip
    return found


if __name__ == "__main__":
    main()
