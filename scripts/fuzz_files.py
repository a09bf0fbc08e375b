"""Spoil files of every kind that can be read, read them, and check that nothing breaks or is lost.

What is spoilt, how, and what has to hold stands in tests/fuzz/. Each case is one number and is
the same on every run. A case that raises, hangs, takes too much memory, or breaks a rule is a
find.

Examples
--------
``python scripts/fuzz_files.py`` reads 50,000 cases and writes tests/fuzz/results.json;
``--cases 500`` reads that many and writes nothing; ``--case 17`` shows one, and
``--case 17 --keep NAME --what TEXT`` keeps its files as a regression. ``--again`` reads the cases
once more in which the last run found something.
"""

import argparse
import contextlib
import faulthandler
import importlib
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FUZZ = ROOT / "tests" / "fuzz"
KEPT = ROOT / "build" / "fuzz" / "cases.jsonl"
"""What came of each case of the last run."""
CASES = 50_000
LIMIT = 10
"""Seconds in which a case has to be read."""
MEMORY = 1536
"""MiB that reading may take beyond what the program takes itself."""
LIBRARIES = ("numpy", "pandas", "duckdb", "python-calamine", "networkx", "defusedxml")

Result = dict[str, Any]


def ours(name: str) -> ModuleType:
    """Give a module of tests/fuzz, which is on nobody's path but that of the tests."""
    if str(ROOT / "tests") not in sys.path:
        sys.path.insert(0, str(ROOT / "tests"))
    return importlib.import_module(f"fuzz.{name}")


def work(numbers: Sequence[int]) -> None:
    """Read cases and print what came of each, a line of JSON a case; die if one takes too long."""
    finds = ours("finds")
    finds.result_of(0)
    _bound_memory()
    for number in numbers:
        faulthandler.dump_traceback_later(LIMIT, exit=True)
        began = time.perf_counter()
        result = finds.result_of(number)
        faulthandler.cancel_dump_traceback_later()
        result["share"] = (time.perf_counter() - began) / LIMIT
        print(json.dumps(result), flush=True)


def _bound_memory() -> None:
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_text().split()[0])
    except (ImportError, OSError):
        return
    limit = pages * resource.getpagesize() + MEMORY * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def run(numbers: Sequence[int]) -> Iterator[Result]:
    """Give the result of each case; a worker that dies is a find, and another one goes on."""
    at = 0
    while at < len(numbers):
        with tempfile.TemporaryFile("w+") as given, tempfile.TemporaryFile("w+") as said:
            json.dump(list(numbers[at:]), given)
            given.seek(0)
            with subprocess.Popen(
                [sys.executable, __file__, "--worker"],
                stdin=given,
                stdout=subprocess.PIPE,
                stderr=said,
                text=True,
            ) as process:
                try:
                    assert process.stdout is not None  # noqa: S101 - a pipe was asked for
                    for line in process.stdout:
                        at += 1
                        yield json.loads(line)
                except BaseException:
                    # Ctrl-C, or nobody wants to know more.
                    process.kill()
                    raise
                code = process.wait()
            if at < len(numbers):
                said.seek(0)
                trace = said.read()[-3000:]
                find = f"no answer within {LIMIT} s, or the process ended ({code})"
                yield {"case": numbers[at], "find": find, "at": "", "said": trace, "trace": trace}
                at += 1


class Summary:
    """What came of all cases so far."""

    def __init__(self) -> None:
        self.levels: dict[str, Counter[str]] = defaultdict(Counter)
        self.imports: Counter[str] = Counter()
        self.finds: list[Result] = []
        self.slowest = 0.0
        self.count = 0

    def add(self, one: Result) -> None:
        """Count a case."""
        self.count += 1
        self.slowest = max(self.slowest, one.get("share", 0.0))
        if "find" in one:
            self.finds.append(one)
            return
        self.levels[one["program"]][one["level"]] += 1
        if one["imported"]:
            self.imports[one["imported"]] += 1

    def to_dict(self) -> Result:
        """Give the result that is committed: counts and settings, no days and no seconds."""
        cases, examine = ours("cases"), ours("examine")
        usual, rare = cases.seeds()
        levels = examine.LEVELS
        return {
            "cases": self.count,
            "finds": len(self.finds),
            "seed": cases.SEED,
            "seed_files": {"usual": len(usual), "slow": len(rare)},
            "settings": {
                "seconds_allowed": LIMIT,
                "mebibytes_allowed": MEMORY,
                "slow_one_in": cases.SLOW_EVERY,
                "read_twice_one_in": examine.REPEATED_EVERY,
                "imported_one_in": examine.IMPORTED_EVERY,
                "imported_twice_one_in": examine.IMPORTED_EVERY * examine.AGAIN_EVERY,
                "checked_alone_one_in": examine.LOOSE_EVERY,
                "read_as_network_one_in": examine.NETWORK_EVERY,
                "rounds_of_answers": examine.MOST_ROUNDS,
            },
            "versions": {
                "python": platform.python_version(),
                **{name: version(name) for name in LIBRARIES},
            },
            "slowest_share_of_seconds_allowed": round(self.slowest, 2),
            "worst_level_by_program": {
                program: {level: found[level] for level in levels if found[level]}
                for program, found in sorted(self.levels.items())
            },
            "imports": dict(sorted(self.imports.items())),
        }


def go(start: int, stop: int) -> Summary:
    """Read cases, show how far it is, write down what came of each; stop tidily on Ctrl-C."""
    summary, began = Summary(), time.perf_counter()
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    shown = sys.stderr.isatty()
    with KEPT.open("w", encoding="utf-8") as log, contextlib.suppress(KeyboardInterrupt):
        for one in run(range(start, stop)):
            summary.add(one)
            print(json.dumps(one), file=log, flush=True)
            if "find" in one:
                print(f"\ncase {one['case']}: {one['find']} {one['at']}", flush=True)
            if summary.count % (20 if shown else 1000) == 0:
                pace = summary.count / (time.perf_counter() - began)
                line = f"{summary.count:,} of {stop - start:,}, {len(summary.finds)} finds, "
                line += f"{pace:.0f} a second"
                print(line, end="\r" if shown else "\n", file=sys.stderr, flush=True)
    return summary


def go_again() -> Summary:
    """Read the cases in which something was found once more; the others are as they were."""
    every = {one["case"]: one for one in map(json.loads, KEPT.read_text("utf-8").splitlines())}
    for one in run([number for number, one in every.items() if "find" in one]):
        every[one["case"]] = one
    lines = [f"{json.dumps(one)}\n" for one in every.values()]
    KEPT.write_text("".join(lines), encoding="utf-8")
    summary = Summary()
    for one in every.values():
        summary.add(one)
    for one in summary.finds:
        print(f"case {one['case']}: {one['find']} {one['at']}")
    return summary


def show(number: int, keep: str, what: str) -> None:
    """Show one case; keep its files as a regression where a name is given."""
    case = ours("cases").make_case(number)
    print(f"{case.seed.name}: {'; '.join(case.edits)}")
    result = ours("finds").result(case)
    print(result.get("trace") or result)
    if keep:
        print(ours("regressions").save(case, keep, what))


def main() -> int:
    """Do what the command line says; 1 if anything was found."""
    about = (__doc__ or "").splitlines()[0]
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--cases", type=int, default=CASES, help="how many")
    parser.add_argument("--start", type=int, default=0, help="the number of the first one")
    parser.add_argument("--case", type=int, help="show this one only")
    parser.add_argument("--keep", default="", help="keep the files of --case under this name")
    parser.add_argument("--what", default="", help="with --keep: what was wrong, in a line")
    parser.add_argument("--again", action="store_true", help="the finds of the last run once more")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.worker:
        if hasattr(os, "nice"):
            os.nice(10)
        work(json.load(sys.stdin))
        return 0
    if given.case is not None:
        show(given.case, given.keep, given.what)
        return 0
    summary = go_again() if given.again else go(given.start, given.start + given.cases)
    print(f"\n{summary.count:,} cases, {len(summary.finds)} finds", file=sys.stderr)
    if summary.count == CASES:
        text = json.dumps(summary.to_dict(), indent=2) + "\n"
        (FUZZ / "results.json").write_text(text, encoding="utf-8")
    return 1 if summary.finds else 0


if __name__ == "__main__":
    sys.exit(main())
