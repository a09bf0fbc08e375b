"""Start the installed screen and visit it as a browser would: with the token, and without."""

import http.cookiejar
import queue
import re
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/\?token=[\w.~-]+")
SECONDS = 60


def visit_screen(call: list[str], cwd: Path, env: dict[str, str]) -> None:
    """Start the screen, read its address, and end with a message unless it answers as it should."""
    process = subprocess.Popen(
        call, cwd=cwd, env=env, text=True, encoding="utf-8",
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    try:
        address = _read_address(process)
        bare = address.partition("?")[0]
        visitor = _visitor()
        visits = [
            (_visitor(), bare, 403, "the page without the token"),
            (_visitor(), bare + "_dash-layout", 403, "the layout without the token"),
            (_visitor(), bare + "?token=guessed", 403, "the page with a wrong token"),
            (visitor, address, 200, "the page with the token"),
            (visitor, bare, 200, "the page with the cookie"),
            (visitor, bare + "_dash-layout", 200, "the layout with the cookie"),
        ]
        for opener, url, expected, what in visits:
            status = _status(opener, url)
            if status != expected:
                sys.exit(f"wheel: {what} answered {status}, not {expected}.")
            print(f"wheel: {what} answers {status}", flush=True)
    finally:
        process.terminate()
        process.wait(timeout=SECONDS)


def _visitor() -> urllib.request.OpenerDirector:
    jar = http.cookiejar.CookieJar()
    return urllib.request.build_opener(
        urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(jar)
    )


def _status(opener: urllib.request.OpenerDirector, url: str) -> int:
    try:
        with opener.open(url, timeout=SECONDS) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def _read_address(process: "subprocess.Popen[str]") -> str:
    lines: queue.Queue[str] = queue.Queue()
    stream = process.stdout
    if stream is None:
        sys.exit("wheel: the screen has no output to read its address from.")

    def copy() -> None:
        for line in stream:
            lines.put(line)

    threading.Thread(target=copy, daemon=True).start()
    printed, until = "", time.monotonic() + SECONDS
    while time.monotonic() < until and (process.poll() is None or not lines.empty()):
        try:
            printed += lines.get(timeout=0.2)
        except queue.Empty:
            continue
        if found := ADDRESS.search(printed):
            return found.group()
    sys.exit(f"wheel: the screen gave no address within {SECONDS} s; it printed:\n{printed}")
