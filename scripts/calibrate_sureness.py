"""Check that findings called solid or likely hold: simulated coalitions with known truth.

Each coalition is drawn whole, then recorded as users record: people who don't answer, names left
out, agencies without a log. What is found in the record is judged by the full truth. How that is
drawn and judged stands in tests/risk/worlds/.

Examples
--------
``python scripts/calibrate_sureness.py`` tries 300 coalitions (some ten minutes on two
cores), writes tests/risk/worlds/calibration.json, and renews the table in
docs/reference/how-sure.md; ``--coalitions 20`` tries that many and writes nothing.
"""

import argparse
import importlib
import json
import os
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "tests" / "risk" / "worlds" / "calibration.json"
PAGE = ROOT / "docs" / "reference" / "how-sure.md"
COALITIONS = 300
FIRST_SEED = 900_000
"""Seeds from here on were never looked at while the levels were made."""
MARKS = "<!-- table: made by scripts/calibrate_sureness.py -->", "<!-- end of table -->"


def ours(name: str) -> ModuleType:
    """Give a module of tests/risk/worlds, which is on nobody's path but that of the tests."""
    for folder in (ROOT, ROOT / "tests"):
        if str(folder) not in sys.path:
            sys.path.insert(0, str(folder))
    return importlib.import_module(f"risk.worlds.{name}")


def try_one(seed: int) -> dict[str, Counter[Any]]:
    """Count the findings of one coalition, in every setting."""
    found: dict[str, Counter[Any]] = ours("calibration").one_coalition(seed)
    return found


def run(n: int, first_seed: int) -> dict[str, Any]:
    """Try so many coalitions; say how far it is."""
    calibration = ours("calibration")
    total = {setting.name: Counter[Any]() for setting in ours("simulated").SETTINGS}
    began = time.perf_counter()
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        seeds = range(first_seed, first_seed + n)
        for done, found in enumerate(pool.map(try_one, seeds, chunksize=2), start=1):
            for name, counts in found.items():
                total[name].update(counts)
            if done % 10 == 0 or done == n:
                print(f"{done} of {n} ({time.perf_counter() - began:.0f} s)", file=sys.stderr)
    settings = {name: calibration.gathered(counts) for name, counts in total.items()}
    return {"coalitions": n, "first_seed": first_seed, "settings": settings}


def table(results: dict[str, Any]) -> str:
    """Give the results as the tables of the page."""
    calibration = ours("calibration")
    lines = [
        "| What was left out | Solid | Likely | Depends on who did not answer | Too few to tell "
        "| Of those that hold, called solid or likely |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for name, by_kind in results["settings"].items():
        levels = calibration.totals(by_kind)
        cells = [_cell(levels[level]) for level in calibration.LEVELS]
        lines.append(
            " | ".join([f"| {name}", *cells, f"{100 * calibration.called(levels):.0f} % |"])
        )
    lines += ["", "| By kind | What was left out | Solid | Likely |", "| --- | --- | --- | --- |"]
    kinds = sorted({kind for found in results["settings"].values() for kind in found})
    for kind in kinds:
        for name, by_kind in results["settings"].items():
            found = by_kind.get(kind, {})
            cells = [_cell(found.get(level, [0, 0, 0])) for level in ("solid", "likely")]
            lines.append(" | ".join([f"| {kind}", name, *cells]) + " |")
    return "\n".join(lines)


def _cell(found: list[int]) -> str:
    n, held, letter = found
    return f"{100 * held / n:.1f} % of {n} ({100 * letter / n:.0f} %)" if n else "none"


def renew(page: Path, made: str) -> None:
    """Put the table into the page."""
    text = page.read_text(encoding="utf-8")
    start, end = (text.index(mark) for mark in MARKS)
    page.write_text(f"{text[:start]}{MARKS[0]}\n\n{made}\n\n{text[end:]}", encoding="utf-8")


def main() -> None:
    """Run, print, and write what a full run found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--coalitions", type=int, default=COALITIONS, help="to simulate")
    parser.add_argument("--first-seed", type=int, default=FIRST_SEED)
    given = parser.parse_args()
    results = run(given.coalitions, given.first_seed)
    made = table(results)
    print(made)
    if (given.coalitions, given.first_seed) == (COALITIONS, FIRST_SEED):
        RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
        renew(PAGE, made)


if __name__ == "__main__":
    main()
