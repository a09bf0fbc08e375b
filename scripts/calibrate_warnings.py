"""Count false alarms on logs without a change, and how many fading carriers are found.

How logs are drawn and judged stands in tests/comparison/waves/simulated.py.

Examples
--------
``python scripts/calibrate_warnings.py`` (some two minutes on one core) writes
tests/comparison/waves/calibration.json and renews the tables in
docs/reference/early-warnings.md; ``--logs 50`` tries that many and writes nothing.
"""

import argparse
import importlib
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "tests" / "comparison" / "waves" / "calibration.json"
PAGE = ROOT / "docs" / "reference" / "early-warnings.md"
LOGS = 1000
FIRST_SEED = 500_000
"""Seeds from here on were never looked at while the rule was made."""
LINKS = (1, 4, 12)
VOLUMES = (10, 20, 30, 40, 50, 60, 80)
WAYS: dict[str, dict[str, Any]] = {
    "halved, colleagues take over": {"keeps": 0.5, "taken_over": True},
    "halved, nobody takes over": {"keeps": 0.5},
    "stopped": {"keeps": 0.0},
}
ALARMS = "<!-- alarms: made by scripts/calibrate_warnings.py -->", "<!-- end of alarms -->"
FOUND = "<!-- found: made by scripts/calibrate_warnings.py -->", "<!-- end of found -->"


def ours() -> ModuleType:
    """Give the drawn logs of the tests, which are on nobody's path but theirs."""
    for folder in (ROOT, ROOT / "tests"):
        if str(folder) not in sys.path:
            sys.path.insert(0, str(folder))
    return importlib.import_module("comparison.waves.simulated")


def run(logs: int, first_seed: int) -> dict[str, Any]:
    """Try so many stationary logs of each kind, and half as many with a carrier who fades."""
    simulated = ours()
    alarms = {}
    for setting in simulated.STATIONARY:
        alarms[setting.name] = simulated.false_alarms(setting, logs, first_seed=first_seed)
        print(f"{setting.name}: {alarms[setting.name]} of {logs}", file=sys.stderr)
    found = []
    for links in LINKS:
        for volume in VOLUMES:
            setting = simulated.Setting("", links, 36, volume)
            hits = {
                way: simulated.found(setting, logs // 2, first_seed=first_seed, **how)
                for way, how in WAYS.items()
            }
            found.append({"links": links, "a_window": volume, **hits})
            print(found[-1], file=sys.stderr)
    return {
        "logs": logs, "first_seed": first_seed, "window": simulated.WINDOW,
        "level": simulated.LEVEL, "false_alarms": alarms, "found_of": logs // 2, "found": found,
    }  # fmt: skip


def alarm_table(results: dict[str, Any]) -> str:
    """Give the false alarms as a table."""
    lines = ["| Log without a change | Somebody is warned of |", "| --- | --- |"]
    for name, n in results["false_alarms"].items():
        lines.append(f"| {name} | {100 * n / results['logs']:.1f} % of {results['logs']:,} logs |")
    return "\n".join(lines)


def found_table(results: dict[str, Any]) -> str:
    """Give how many fading carriers are found as a table."""
    lines = [
        "| Links in the log | Referrals of the carrier in six months before | "
        + " | ".join(way.capitalize() for way in WAYS)
        + " |",
        "| --- " * (2 + len(WAYS)) + "|",
    ]
    for row in results["found"]:
        shares = " | ".join(f"{100 * row[way] / results['found_of']:.0f} %" for way in WAYS)
        lines.append(f"| {row['links']} | {row['a_window']} | {shares} |")
    return "\n".join(lines)


def renewed(text: str, results: dict[str, Any]) -> str:
    """Give the page with the tables of some results in their places."""
    for marks, made in ((ALARMS, alarm_table(results)), (FOUND, found_table(results))):
        start, end = (text.index(mark) for mark in marks)
        text = f"{text[:start]}{marks[0]}\n\n{made}\n\n{text[end:]}"
    return text


def main() -> None:
    """Run, print, and write what a full run found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--logs", type=int, default=LOGS, help="to draw of each kind")
    parser.add_argument("--first-seed", type=int, default=FIRST_SEED)
    given = parser.parse_args()
    results = run(given.logs, given.first_seed)
    print(f"{alarm_table(results)}\n\n{found_table(results)}")
    if (given.logs, given.first_seed) == (LOGS, FIRST_SEED):
        RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
        PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8"), results), encoding="utf-8")


if __name__ == "__main__":
    main()
