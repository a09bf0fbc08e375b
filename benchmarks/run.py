"""Time the main job and the all-actor kernels against recomputation, all in one run.

Prints a table and writes it, with settings, seed and versions, to benchmarks/results.json.
"""

import argparse
import json
import math
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Any

import networkx as nx

import collabnet as cn
from benchmarks.synthetic import write_coalition
from collabnet.engine import build_csr, departures
from collabnet.metrics import pairs_cut
from collabnet.model import Network
from collabnet.sharing import release, release_what_if

SEED = 1
SIZES = ((75, 8, 2_500), (150, 15, 5_000), (300, 30, 10_000))
LARGE = (2_000, 200, 200_000)
PAIRS_CUT_SIZES = (125, 250, 500)
RESULTS = Path(__file__).with_name("results.json")


def timed(job: Callable[[], Any], repeat: int = 3) -> float:
    """Median seconds of a job over some runs."""
    spent = []
    for _ in range(repeat):
        start = time.perf_counter()
        job()
        spent.append(time.perf_counter() - start)
    return statistics.median(spent)


def main_job(folder: Path, repeat: int) -> dict[str, float]:
    """Cold from the command line, warm in a process, and a what-if on what is loaded."""

    def cold(*options: str) -> Callable[[], object]:
        call = [sys.executable, "-m", "collabnet", "assess", str(folder), *options]
        return lambda: subprocess.run(call, check=True, capture_output=True)

    coalition = cn.load(folder)
    assessment = cn.assess(coalition)
    release(assessment)
    person = coalition.people["person_id"].iloc[0]

    def what_if() -> None:
        release_what_if(cn.what_if(assessment, [cn.Leaves(person)]))

    nothing = [sys.executable, "-c", "import pandas"]
    return {
        "import_pandas_s": timed(lambda: subprocess.run(nothing, check=True), repeat),
        "cold_text_s": timed(cold(), repeat),
        "cold_json_s": timed(cold("--format", "json"), repeat),
        "load_s": timed(lambda: cn.load(folder), repeat),
        "findings_s": timed(lambda: cn.assess(coalition).found, repeat),
        "whole_assessment_s": timed(lambda: cn.assess(coalition).to_dict(), repeat),
        "reach_of_all_pairs_s": timed(lambda: cn.assess(coalition).reach, repeat),
        "what_if_s": timed(what_if, repeat),
    }


def growth(jobs: list[dict[str, float]]) -> dict[str, list[float]]:
    """By which power of the number of referrals each time grows, from size to size."""
    names = [name for name in jobs[0] if name.endswith("_s") and all(name in job for job in jobs)]
    return {
        name: [
            math.log(after[name] / before[name])
            / math.log(after["referrals"] / before["referrals"])
            for before, after in pairwise(jobs)
        ]
        for name in names
    }


def print_growth(powers: dict[str, list[float]]) -> None:
    """Print the powers by which times grow, one line for each."""
    print("grows with the referrals to the power of")
    for name, each in powers.items():
        print(f"  {name:20} {', '.join(f'{power:.2f}' for power in each)}")


def large_job(folder: Path) -> dict[str, float]:
    """Load and assess a coalition of a whole state, once; pandas is the yardstick.

    ``_cpu_s`` are seconds of all processors together. Compiling is among them where no kernel
    was compiled before.
    """
    nothing = [sys.executable, "-c", "import pandas"]
    times = {"import_pandas_s": timed(lambda: subprocess.run(nothing, check=True))}

    def once(name: str, job: Callable[[], Any]) -> Any:  # noqa: ANN401 - what the job gives
        wall, cpu = time.perf_counter(), time.process_time()
        made = job()
        times[f"{name}_s"] = time.perf_counter() - wall
        times[f"{name}_cpu_s"] = time.process_time() - cpu
        return made

    coalition = once("load", lambda: cn.load(folder))
    once("findings", lambda: cn.assess(coalition).found)
    once("whole_assessment", lambda: cn.assess(coalition).to_dict())
    for kind in ("_s", "_cpu_s"):
        times[f"load_and_assess{kind}"] = times[f"load{kind}"] + times[f"whole_assessment{kind}"]
    return times


def pairs_cut_ratio(n: int, repeat: int) -> dict[str, float]:
    """Pairs cut for every actor, against removing each and recounting with networkx."""
    graph = nx.gnm_random_graph(n, 3 * n // 2, seed=SEED)
    network = Network.from_networkx(graph)

    def recount() -> dict[Any, int]:
        def pairs(one: "nx.Graph[Any]") -> int:
            return sum(len(c) * (len(c) - 1) // 2 for c in nx.connected_components(one))

        cut = {}
        for actor in graph:
            size = len(nx.node_connected_component(graph, actor))
            left = graph.copy()
            left.remove_node(actor)
            cut[actor] = pairs(graph) - (size - 1) - pairs(left)
        return cut

    table = pairs_cut(network).set_index("actor_id")["pairs_cut"]
    if table.to_dict() != recount():
        raise SystemExit("pairs_cut and networkx disagree: no timing is worth anything.")
    rows, columns, _ = network.arcs
    csr = build_csr(n, rows, columns)
    peer = timed(recount, 1)
    table_s = timed(lambda: pairs_cut(network), 5 * repeat)
    kernel_s = timed(lambda: departures(csr), 5 * repeat)
    return {
        "actors": n,
        "table_s": table_s,
        "kernel_s": kernel_s,
        "networkx_s": peer,
        "table_ratio": peer / table_s,
        "kernel_ratio": peer / kernel_s,
    }


def main() -> None:
    """Run everything and write the results."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--repeat", type=int, default=3)
    options.add_argument("--large", action="store_true", help="2,000 people too; takes minutes")
    options.add_argument("--no-write", action="store_true", help="print only")
    chosen = options.parse_args()
    found: dict[str, Any] = {
        "seed": SEED,
        "repeat": chosen.repeat,
        "python": platform.python_version(),
        "versions": {name: version(name) for name in ("networkx", "numpy", "pandas", "scipy")},
        "main_job": [],
        "pairs_cut": [],
    }
    with tempfile.TemporaryDirectory() as place:
        for people, agencies, referrals in SIZES:
            size = {"people": people, "agencies": agencies, "referrals": referrals}
            folder = write_coalition(Path(place) / str(people), **size, seed=SEED)
            times = main_job(folder, chosen.repeat)
            found["main_job"].append({**size, **times})
            print(f"{people} people, {agencies} agencies, {referrals} referrals")
            for name, seconds in times.items():
                ratio = seconds / times["import_pandas_s"]
                print(f"  {name:20} {seconds:7.3f} s  {ratio:6.1f} x import pandas")
        found["growth"] = growth(found["main_job"])
        print_growth(found["growth"])
        if chosen.large:
            size = dict(zip(("people", "agencies", "referrals"), LARGE, strict=True))
            folder = write_coalition(Path(place) / "large", **size, seed=SEED)
            found["large"] = {**size, **large_job(folder)}
            found["large_growth"] = growth([found["main_job"][-1], found["large"]])
            print(", ".join(f"{n} {what}" for what, n in size.items()))
            for name in [one for one in found["large"] if one not in size]:
                print(f"  {name:24} {found['large'][name]:7.3f} s")
            print_growth(found["large_growth"])
    for n in PAIRS_CUT_SIZES:
        row = pairs_cut_ratio(n, chosen.repeat)
        found["pairs_cut"].append(row)
        print(
            f"pairs cut, all of {n} actors: the table {row['table_ratio']:,.0f} x networkx, "
            f"the search alone {row['kernel_ratio']:,.0f} x"
        )
    if not chosen.no_write:
        RESULTS.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
