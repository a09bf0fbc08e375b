"""Time drawn departures against networkx, copy and remove, all in one run.

A random network of 500 people and 4,000 ties; each person leaves with chance 0.2; asked is in which
draws no way is left, from each of 20 people to each of 20 others. Prints a table and writes it to
benchmarks/turnover_results.json.
"""

import argparse
import json
import os
import platform
import random
import statistics
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np

from collabnet.engine.scenarios.blocks import ScenarioGraph
from collabnet.engine.scenarios.count import count_no_way
from collabnet.engine.scenarios.draw import BLOCK, draw_left

SIZES = ((125, 1_000), (250, 2_000), (500, 4_000))
SIDE = 20
LEAVES = 0.2
SEED = 1
RESULTS = Path(__file__).with_name("turnover_results.json")


def network(n: int, m: int) -> ScenarioGraph:
    """A random network asked for ways from its first 20 people to its last 20."""
    draw = random.Random(SEED)
    arcs: set[tuple[int, int]] = set()
    while len(arcs) < m:
        u, v = draw.randrange(n), draw.randrange(n)
        if u != v:
            arcs.add((u, v))
    starts = tuple((i,) for i in range(SIDE))
    return ScenarioGraph(
        n, tuple(sorted(arcs)), starts, tuple((n - SIDE + i,) for i in range(SIDE))
    )


def copy_and_remove(graph: ScenarioGraph, draws: int) -> "np.ndarray[Any, Any]":
    """The same draws, each by a copy of the network without those who left."""
    left = draw_left([LEAVES] * graph.n, SEED, 0, 1)
    gone = np.unpackbits(left.astype("<u8").view(np.uint8), axis=1, bitorder="little")
    whole = nx.DiGraph(graph.arcs)
    counts = np.zeros((SIDE, SIDE), dtype=np.int64)
    for k in range(draws):
        one = whole.copy()
        one.remove_nodes_from(np.flatnonzero(gone[:, k]).tolist())
        for s, (start,) in enumerate(graph.starts):
            reached = {start, *nx.descendants(one, start)} if start in one else set()
            counts[s] += [end not in reached for (end,) in graph.ends]
    return counts


def timed(job: Callable[[], Any], repeat: int) -> float:
    """Median seconds of a job over some runs."""
    spent = []
    for _ in range(repeat):
        begin = time.perf_counter()
        job()
        spent.append(time.perf_counter() - begin)
    return statistics.median(spent)


def measure(n: int, m: int, repeat: int) -> dict[str, Any]:
    """Draws a second by networkx, by numpy, and compiled with one thread and with all."""
    graph, chances = network(n, m), [LEAVES] * n

    def count(blocks: int, compiled: bool, threads: int | None = None) -> Callable[[], Any]:
        return lambda: count_no_way(
            graph, chances, SEED, 0, blocks, compiled=compiled, threads=threads
        )

    if (copy_and_remove(graph, BLOCK) != count(1, True)()).any():
        raise SystemExit("networkx and the bits disagree: no timing is worth anything.")
    peer = BLOCK / timed(lambda: copy_and_remove(graph, BLOCK), 1)
    found = {
        "networkx": peer,
        "numpy": 64 * BLOCK / timed(count(64, False), repeat),
        "compiled_one_thread": 400 * BLOCK / timed(count(400, True, 1), repeat),
        "compiled": 800 * BLOCK / timed(count(800, True), repeat),
    }
    return {
        "people": n,
        "ties": m,
        "scenarios_a_second": {name: round(value) for name, value in found.items()},
        "times_networkx": {name: round(value / peer) for name, value in found.items()},
    }


def main() -> None:
    """Run everything and write the results."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--repeat", type=int, default=3)
    options.add_argument("--no-write", action="store_true", help="print only")
    chosen = options.parse_args()
    found: dict[str, Any] = {
        "seed": SEED,
        "repeat": chosen.repeat,
        "chance_of_leaving": LEAVES,
        "pairs": SIDE * SIDE,
        "processors": os.cpu_count(),
        "python": platform.python_version(),
        "versions": {name: version(name) for name in ("networkx", "numba", "numpy")},
        "sizes": [],
    }
    for n, m in SIZES:
        found["sizes"].append(measure(n, m, chosen.repeat))
        print(json.dumps(found["sizes"][-1]))
    if not chosen.no_write:
        RESULTS.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
