"""Find a browser for the tests, and watch what a page does in it."""

import os
import shutil
from typing import Any
from urllib.parse import urlsplit

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_BROWSER = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
OPTIONS = [
    "--no-sandbox",  # tests may run as root, in a container
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-background-networking",  # and below: the browser itself asks for nothing outside
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
LOCAL_SCHEMES = {"data", "blob", "about"}
MISSING = "chromium is not installed: sudo apt-get install -y chromium fonts-dejavu"


def find_chromium() -> str | None:
    """Return the browser to drive: COLLABNET_CHROMIUM, else the first that is installed."""
    for name in (os.environ.get("COLLABNET_CHROMIUM"), *BROWSERS, MAC_BROWSER):
        if name and (found := shutil.which(name)):
            return found
    return None


def leaves_computer(url: str) -> bool:
    """Say whether a request for ``url`` would leave this computer."""
    parts = urlsplit(url)
    return parts.scheme not in LOCAL_SCHEMES and parts.hostname != "127.0.0.1"


def watch(context: Any) -> list[str]:
    """Return a list that fills with what the pages of a browser context do wrong."""
    complaints: list[str] = []

    def on_console(message: Any) -> None:
        if message.type == "error":
            complaints.append(f"console error: {message.text} ({message.location.get('url')})")

    def on_request(request: Any) -> None:
        if leaves_computer(request.url):
            complaints.append(f"request off this computer: {request.url}")

    context.on("console", on_console)
    context.on("weberror", lambda error: complaints.append(f"uncaught error: {error.error}"))
    context.on("request", on_request)
    return complaints
