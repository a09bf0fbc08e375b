"""Time the count of large logs against the bare group-by of DuckDB, all in one run.

Both make the same groups (agencies, service, status, person; count, first and last day) of the
same file. The bare one trusts the file; the count checks every record and every value, and rolls
the groups up. Prints a table and writes it to benchmarks/logs_results.json.
"""

import argparse
import json
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path
from typing import Any

SIZES = (1_000_000, 10_000_000)
RESULTS = Path(__file__).with_name("logs_results.json")
# 30 agencies, 300 people, 5 services (one with a comma), blanks for 8 % of the senders.
LOG = """
SELECT 'r' || i AS referral_id,
    strftime(DATE '2024-01-01' + CAST(hash(i * 7) % 366 AS INT), '%Y-%m-%d') AS date,
    CASE WHEN hash(i * 11) % 100 < 8 THEN '' ELSE 'person_' || lpad(p::VARCHAR, 4, '0') END
        AS from_person,
    'agency_' || lpad((p % 30)::VARCHAR, 3, '0') AS from_agency,
    'agency_' || lpad(((p + 1 + hash(i * 13) % 10) % 30)::VARCHAR, 3, '0') AS to_agency,
    ['emergency shelter', 'legal', 'case management', 'health, dental', 'counseling']
        [1 + CAST(hash(i * 23) % 5 AS INT)] AS service,
    'c' || (hash(i * 29) % 200000) AS client,
    ['made', 'accepted', 'declined', 'served'][1 + CAST(hash(i * 31) % 4 AS INT)] AS status
FROM (SELECT i, hash(i * 3) % 300 AS p FROM range({n}) r(i))
"""
BARE = """
SELECT from_agency, to_agency, service, status, from_person, count(*), min(date), max(date)
FROM {source} GROUP BY ALL
"""


def make_logs(folder: Path, n: int) -> dict[str, Path]:
    """Make a log of ``n`` rows as CSV and as Parquet, in a process of its own.

    A process begins with the peak of memory of the one that started it.
    """
    paths = {kind: folder / f"log_{n}.{kind}" for kind in ("csv", "parquet")}
    write = f"from benchmarks.logs import write_logs; write_logs({paths!r}, {n})"
    subprocess.run([sys.executable, "-c", f"from pathlib import *; {write}"], check=True)
    return paths


def write_logs(paths: dict[str, Path], n: int) -> None:
    """Write a log of ``n`` rows as CSV and as Parquet."""
    import duckdb

    with duckdb.connect() as base:
        base.execute("SET enable_progress_bar = false")
        base.execute(f"CREATE TABLE log AS {LOG.format(n=n)}")
        base.execute(f"COPY log TO '{paths['csv']}' (FORMAT csv, HEADER)")
        base.execute(f"COPY log TO '{paths['parquet']}' (FORMAT parquet)")


def run_bare(path: Path) -> int:
    """Group with DuckDB and nothing else; give the number of rows."""
    import duckdb

    source = f"read_parquet('{path}')"
    if path.suffix == ".csv":
        source = f"read_csv('{path}', header = true, delim = ',', all_varchar = true)"
    with duckdb.connect() as base:
        base.execute("SET enable_progress_bar = false")
        base.execute("SET memory_limit = '2GB'")
        return sum(row[5] for row in base.execute(BARE.format(source=source)).fetchall())


def run_count(path: Path) -> int:
    """Count with collabnet; give the number of rows."""
    from collabnet.data.logs import count_pathways

    return count_pathways(path).n_counted


def measured(job: str, path: Path) -> dict[str, float]:
    """Run a job in a Python of its own; give its seconds, imports apart, and its memory."""
    call = [sys.executable, "-m", "benchmarks.logs", "--job", job, str(path)]
    done = subprocess.run(call, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def do(job: str, path: Path) -> dict[str, float]:
    """Do one job in this process, and measure it."""
    import duckdb  # noqa: F401 - imports are no part of what is timed

    import collabnet.data.logs  # noqa: F401

    start = time.perf_counter()
    rows = {"bare": run_bare, "count": run_count}[job](path)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"rows": rows, "seconds": seconds, "peak_mb": peak}


def compare(path: Path, repeat: int) -> dict[str, Any]:
    """Run both in turn, so that whatever else the machine does falls on both."""
    runs: dict[str, list[dict[str, float]]] = {"bare": [], "count": []}
    for _ in range(repeat):
        for job, found in runs.items():
            found.append(measured(job, path))
    seconds = {
        job: statistics.median(one["seconds"] for one in found) for job, found in runs.items()
    }
    rows = {one["rows"] for found in runs.values() for one in found}
    if len(rows) != 1:
        raise SystemExit(f"The two disagree on {path.name}: no timing is worth anything.")
    return {
        "file": path.suffix[1:],
        "rows": int(rows.pop()),
        "megabytes": round(path.stat().st_size / 1e6),
        "bare_s": round(seconds["bare"], 3),
        "count_s": round(seconds["count"], 3),
        "ratio": round(seconds["count"] / seconds["bare"], 2),
        "bare_peak_mb": round(max(one["peak_mb"] for one in runs["bare"])),
        "count_peak_mb": round(max(one["peak_mb"] for one in runs["count"])),
    }


def main() -> None:
    """Run everything and write the results."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--repeat", type=int, default=3)
    options.add_argument("--sizes", type=int, nargs="*", default=list(SIZES))
    options.add_argument("--no-write", action="store_true", help="print only")
    options.add_argument("--job", nargs=2, metavar=("JOB", "FILE"), help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.job:
        print(json.dumps(do(chosen.job[0], Path(chosen.job[1]))))
        return
    found: dict[str, Any] = {
        "repeat": chosen.repeat,
        "python": platform.python_version(),
        "versions": {name: version(name) for name in ("duckdb", "numpy", "pandas")},
        "logs": [],
    }
    with tempfile.TemporaryDirectory() as place:
        for n in chosen.sizes:
            for path in make_logs(Path(place), n).values():
                row = compare(path, chosen.repeat)
                found["logs"].append(row)
                path.unlink()
                print(
                    f"{row['rows']:>12,} rows {row['file']:8} bare {row['bare_s']:6.2f} s  count "
                    f"{row['count_s']:6.2f} s  {row['ratio']:4.2f} x  peak {row['count_peak_mb']} "
                    f"MB (bare {row['bare_peak_mb']} MB)"
                )
    if not chosen.no_write:
        RESULTS.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
