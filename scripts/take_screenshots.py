"""Take the pictures of the screen that the documentation shows, from the dashboard itself.

Needs the test extra and a chromium: ``python scripts/take_screenshots.py``. The sample is one of
those that come with collabnet, so no picture names anybody.
"""

import argparse
import shutil
import sys
import threading
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

import collabnet as cn
from collabnet_dashboards.app import build_app
from collabnet_dashboards.server import Server
from collabnet_dashboards.state.refs import Refs

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "pictures"
SAMPLE = "site_b"
WIDE, PHONE = (1280, 860), (400, 860)


class Shot(NamedTuple):
    """A picture: its name, the address that it shows, its size, and what is brought into sight."""

    name: str
    path: str
    size: tuple[int, int] = WIDE
    is_dark: bool = False
    until: str = "h1:visible"
    from_top_of: str = ""


def shots(refs: Refs) -> list[Shot]:
    """List the pictures; people and agencies are numbers, as in every address."""
    officer, director = refs.short("officer_b1"), refs.short("program_director")
    link = f"from={refs.short('court_b')}&to={refs.short('residential_program')}"
    return [
        Shot("overview", "/overview"),
        Shot("map", f"/map?w=leaves.{director}.empty", size=(1280, 1175), until="text=ties shown"),
        Shot("links", f"/links?{link}"),
        Shot("agencies", "/agencies"),
        Shot("coverage", "/coverage"),
        Shot("what_if", f"/what-if?w=leaves.{officer}"),
        Shot("plan", "/plan"),
        Shot("measures", "/measures?measure=betweenness"),
        Shot("data", "/data"),
        Shot("method", "/method"),
        Shot("phone", "/overview", size=PHONE),
        Shot("dark", "/overview", is_dark=True),
    ]


def main() -> int:
    """Serve the sample, visit it in a browser, write the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--chromium", default=shutil.which("chromium"), help="the browser to use")
    parser.add_argument("--to", type=Path, default=PICTURES, help="the folder to write to")
    parser.add_argument("names", nargs="*", help="the pictures to take; all if none is named")
    options = parser.parse_args()
    if options.chromium is None:
        print("chromium is not installed: sudo apt-get install -y chromium fonts-dejavu")
        return 1
    options.to.mkdir(parents=True, exist_ok=True)
    wanted = [
        one
        for one in shots(Refs.of(cn.load(f"sample:{SAMPLE}")))
        if not options.names or one.name in options.names
    ]
    server = Server(build_app(f"sample:{SAMPLE}"), port=0)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        with sync_playwright() as playwright:
            flags = ["--no-sandbox", "--disable-dev-shm-usage"]
            browser = playwright.chromium.launch(executable_path=options.chromium, args=flags)
            for one in wanted:
                take(browser, server.address, one, options.to / f"{one.name}.png")
    finally:
        server.close()
        thread.join()
    return 0


def take(browser: Browser, address: str, shot: Shot, to: Path) -> None:
    """Open an address at a size, wait until nothing moves any more, and write what is in sight."""
    page = browser.new_page(
        viewport={"width": shot.size[0], "height": shot.size[1]},
        device_scale_factor=1.5,
        reduced_motion="reduce",
        color_scheme="dark" if shot.is_dark else "light",
    )
    _open(page, address, shot)
    page.screenshot(path=to)
    page.close()
    print(f"{to.name}: {to.stat().st_size // 1024} KB")


def _open(page: Page, address: str, shot: Shot) -> None:
    given, wanted = urlsplit(address), urlsplit(shot.path)
    query = f"{given.query}&{wanted.query}" if wanted.query else given.query
    page.goto(f"{given.scheme}://{given.netloc}{wanted.path}?{query}")
    page.wait_for_selector(shot.until)
    page.wait_for_load_state("networkidle")
    page.wait_for_selector("[data-dash-is-loading]", state="detached")
    if shot.from_top_of:
        page.locator(shot.from_top_of).evaluate("e => e.scrollIntoView()")
    page.mouse.move(0, 0)
    page.wait_for_timeout(800)  # charts and the map draw in the next frames


if __name__ == "__main__":
    sys.exit(main())
