"""Time the dashboard in a real browser: from the start of the program to what is on the screen.

``python -m benchmarks.screen`` needs chromium and the test extra; it writes screen_results.json.
"""

import importlib
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

import collabnet as cn
from benchmarks.synthetic import write_coalition

ROOT = Path(__file__).resolve().parents[1]
SIZES = ((300, 1_000), (1_000, 10_000))
"""People and ties."""
GOALS = {
    300: {"cold_start_s": 4.0, "first_view_s": 1.5, "filter_s": 0.3, "what_if_s": 1.0},
    1_000: {"first_view_s": 2.0, "filter_s": 0.5, "what_if_s": 1.5},
}
BYTES_GOAL = 5_000_000
RUNS = 3
RESULTS = Path(__file__).with_name("screen_results.json")
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/\?token=\S+")
FIRST = "#overview-page .cn-finding"
LEGEND = ".cn-map-legend button[aria-pressed]"
COUNT = ".cn-map-summary"


def write_size(scratch: Path, people: int, ties: int) -> Path:
    """Write a coalition with so many people and, within one in a hundred, so many ties."""
    referrals, folder = ties, scratch
    for _ in range(8):
        folder = scratch / f"{people}-{referrals}"
        write_coalition(folder, people=people, agencies=people // 10, referrals=referrals)
        found = len(cn.load(folder).network("people").keyed_ties)
        if abs(found - ties) <= ties / 100:
            break
        referrals = round(referrals * ties / found)
    return folder


class Served:
    """A dashboard in a process of its own, as a user starts it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.headers: dict[str, str] = {}
        self.opened = 0.0

    def __enter__(self) -> Self:
        """Start it and wait for its address."""
        call = [sys.executable, "-m", "collabnet", "serve", str(self.folder), "--port", "0"]
        self.began = time.perf_counter()
        self._process = subprocess.Popen(
            call, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        printed = self._process.stdout or ()
        self.address = next(found.group() for line in printed if (found := ADDRESS.search(line)))
        parts = urlsplit(self.address)
        self.port, self.origin = parts.port, f"http://{parts.netloc}"
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop it."""
        self._process.terminate()
        self._process.wait(timeout=30)


@contextmanager
def browser() -> Iterator[Browser]:
    """Start the browser of the tests."""
    sys.path.insert(0, str(ROOT / "tests"))
    browsing = importlib.import_module("browsing")  # of the tests, which are no package
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=browsing.find_chromium(), args=browsing.OPTIONS
        )
        yield started
        started.close()


@contextmanager
def open_page(started: Browser, served: Served) -> Iterator[Page]:
    """Open the dashboard in a profile of its own, and keep its cookie for others to ask with."""
    context = started.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(120_000)
    served.opened = time.perf_counter()
    page.goto(served.address)
    # Looked for with every frame; `expect` looks after 0.1, 0.35, 0.85 and 1.85 s alone.
    page.wait_for_selector(FIRST, state="visible")
    cookies = "; ".join(f"{one['name']}={one['value']}" for one in context.cookies())
    served.headers = {"Cookie": cookies, "Origin": served.origin, "Host": served.origin[7:]}
    yield page
    context.close()


def bytes_of(page: Page) -> int:
    """Give how many bytes the page has fetched so far."""
    told: int = page.evaluate(
        "performance.getEntriesByType('resource').concat(performance.getEntriesByType("
        "'navigation')).reduce((sum, one) => sum + one.transferSize, 0)"
    )
    return told


def until(page: Page, act: str, shown: str) -> float:
    """Give the seconds from an act in the page until something is so there and has been drawn."""
    script = f"""() => new Promise((done) => {{
      const begin = performance.now();
      const look = () => ({shown}) ?
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin))) :
        requestAnimationFrame(look);
      {act}; look(); }})"""
    return float(page.evaluate(script)) / 1000


def first_view(started: Browser, served: Served) -> tuple[float, int]:
    """Give the seconds from opening the address until the first finding, and the bytes fetched."""
    with open_page(started, served) as page:
        spent = time.perf_counter() - served.opened
        page.wait_for_load_state("networkidle")
        return spent, bytes_of(page)


def what_if(page: Page, place: int) -> float:
    """Give the seconds from the way to a departure until what it does is shown."""
    href = f"/what-if?c=given&w=leaves.p{place}"
    act = (
        f"history.pushState({{}}, '', '{href}');"
        "window.dispatchEvent(new CustomEvent('_dashprivate_pushstate'))"
    )
    before = page.locator("#what-if-title").text_content()
    shown = (
        "!document.getElementById('what-if-page').hidden && "
        f"document.getElementById('what-if-title').textContent !== {json.dumps(before)}"
    )
    return until(page, act, shown)


def filtered(page: Page) -> float:
    """Give the seconds from an entry of the map's legend until the map shows less."""
    page.wait_for_selector(LEGEND)
    before = page.locator(COUNT).first.text_content()
    act = f"document.querySelector({json.dumps(LEGEND)}).click()"
    shown = f"document.querySelector({json.dumps(COUNT)}).textContent !== {json.dumps(before)}"
    return until(page, act, shown)


def measured(started: Browser, folder: Path) -> dict[str, Any]:
    """Measure a coalition: from nothing, then warm; medians of some runs."""
    with Served(folder) as served:
        with open_page(started, served):
            cold = time.perf_counter() - served.began
        views = [first_view(started, served) for _ in range(RUNS)]
        with open_page(started, served) as page:
            tries = [what_if(page, place) for place in range(1, RUNS + 1)]
            page.goto(f"{served.origin}/map?c=given")
            filters = [filtered(page) for _ in range(RUNS)]
    return {
        "cold_start_s": round(cold, 3),
        "first_view_s": round(statistics.median(seconds for seconds, _ in views), 3),
        "filter_s": round(statistics.median(filters), 3),
        "what_if_s": round(statistics.median(tries), 3),
        "first_load_bytes": views[0][1],
    }


def main() -> None:
    """Measure both sizes, print, write."""
    written: dict[str, Any] = {
        "goals": {
            "first_load_bytes": BYTES_GOAL,
            **{str(people): goals for people, goals in GOALS.items()},
        },
        "runs": RUNS,
        "versions": {one: version(one) for one in ("collabnet", "dash", "dash-mantine-components")},
        "machine": {
            "processors": os.cpu_count(),
            "python": platform.python_version(),
            "system": platform.system(),
        },
    }
    with tempfile.TemporaryDirectory() as scratch, browser() as started:
        for people, ties in SIZES:
            folder = write_size(Path(scratch), people, ties)
            written[f"{people} people, {ties} ties"] = measured(started, folder)
    text = json.dumps(written, indent=2) + "\n"
    sys.stdout.write(text)
    RESULTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
