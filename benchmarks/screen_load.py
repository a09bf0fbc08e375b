"""Let 25 users work with the dashboard at once, and time what they wait for.

A browser is watched once: what it asks the server for each page and for a what-if. Then every user
asks the same over a connection of their own, with two seconds between: four views to one what-if,
each what-if of somebody else so that little can be kept. The load stays on this computer.

``python -m benchmarks.screen_load`` takes five minutes and writes screen_load_results.json.
"""

import argparse
import http.client
import json
import math
import os
import platform
import random
import re
import sys
import tempfile
import threading
import time
from collections import Counter
from importlib.metadata import version
from itertools import repeat
from pathlib import Path

from playwright.sync_api import Request

from benchmarks.screen import SIZES, Served, browser, open_page, write_size

USERS, PAUSE, MINUTES = 25, 2.0, 5.0
WHAT_IFS = 0.2
PAGES = ("overview", "links", "agencies", "coverage")
RESULTS = Path(__file__).with_name("screen_load_results.json")


def watched(served: Served) -> dict[str, list[str]]:
    """Give what a browser sends to see each page, and to try that somebody leaves."""
    sent: list[str] = []
    found: dict[str, list[str]] = {}
    with browser() as started, open_page(started, served) as page:
        page.on("request", lambda one: _note(one, sent))
        for name in (*PAGES, "what-if"):
            more = "&w=leaves.p0" if name == "what-if" else ""
            sent.clear()
            page.goto(f"{served.origin}/{name}?c=given{more}")
            page.wait_for_selector(f"#{name}-page:not([hidden])")
            page.wait_for_load_state("networkidle")
            found[name] = list(sent)
    return found


def _note(request: Request, sent: list[str]) -> None:
    if "_dash-update" in request.url and request.post_data:
        sent.append(request.post_data)


class User(threading.Thread):
    """Somebody who looks at pages and tries what-ifs, with pauses."""

    def __init__(self, served: Served, asks: dict[str, list[str]], until: float, seed: int) -> None:
        super().__init__()
        self.served, self.asks, self.until = served, asks, until
        self.draw = random.Random(seed)
        self.waited: dict[str, list[float]] = {"view": [], "what-if": []}
        self.errors: Counter[str] = Counter()

    def run(self) -> None:
        """Work until the time is over; begin at any moment, as people do."""
        time.sleep(self.draw.random() * PAUSE)
        connection = http.client.HTTPConnection("127.0.0.1", self.served.port, timeout=60)
        while time.monotonic() < self.until:
            tries = self.draw.random() < WHAT_IFS
            name = "what-if" if tries else self.draw.choice(PAGES)
            person = f"leaves.p{self.draw.randrange(SIZES[0][0])}"
            start = time.perf_counter()
            for body in self.asks[name]:
                self.ask(connection, re.sub(r"leaves\.p\d+", person, body))
            self.waited["what-if" if tries else "view"].append(time.perf_counter() - start)
            time.sleep(PAUSE)
        connection.close()

    def ask(self, connection: http.client.HTTPConnection, body: str) -> None:
        """Send one request, and note what isn't answered well."""
        headers = {"Content-Type": "application/json", **self.served.headers}
        try:
            connection.request("POST", "/_dash-update-component", body.encode(), headers)
            answer = connection.getresponse()
            answer.read()
            if answer.status not in (200, 204):
                self.errors[str(answer.status)] += 1
        except (OSError, http.client.HTTPException) as error:
            self.errors[type(error).__name__] += 1
            connection.close()


def share(waited: list[float], part: float) -> float:
    """Give the time within which this part of all was answered, in seconds."""
    return sorted(waited)[max(0, math.ceil(part * len(waited)) - 1)]


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=MINUTES)
    parser.add_argument("--users", type=int, default=USERS)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = write_size(Path(scratch), *SIZES[0])
        with Served(folder) as served:
            asks = watched(served)
            until = time.monotonic() + 60 * asked.minutes
            users = [User(served, *one) for one in _each(asked.users, asks, until)]
            for user in users:
                user.start()
            for user in users:
                user.join()
    errors = sum((user.errors for user in users), Counter[str]())
    found = {
        kind: {
            "n": len(waited),
            "median_s": round(share(waited, 0.5), 4),
            "p95_s": round(share(waited, 0.95), 4),
            "most_s": round(max(waited), 4),
        }
        for kind in ("view", "what-if")
        if (waited := [one for user in users for one in user.waited[kind]])
    }
    written = {
        "settings": {
            "users": asked.users,
            "minutes": asked.minutes,
            "pause_s": PAUSE,
            "what_ifs": WHAT_IFS,
            "people_and_ties": SIZES[0],
            "requests_of_a_page": {name: len(bodies) for name, bodies in asks.items()},
        },
        "goals": {"errors": 0, "view_p95_s": 0.3, "what_if_p95_s": 0.6},
        "errors": dict(errors),
        **found,
        "versions": {one: version(one) for one in ("collabnet", "dash", "waitress")},
        "machine": {
            "processors": os.cpu_count(),
            "python": platform.python_version(),
            "system": platform.system(),
        },
    }
    text = json.dumps(written, indent=2) + "\n"
    sys.stdout.write(text)
    RESULTS.write_text(text, encoding="utf-8")


def _each(
    users: int, asks: dict[str, list[str]], until: float
) -> "zip[tuple[dict[str, list[str]], float, int]]":
    return zip(repeat(asks, users), repeat(until), range(users), strict=False)


if __name__ == "__main__":
    main()
