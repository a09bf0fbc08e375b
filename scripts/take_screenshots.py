"""Take the pictures of the screen that the documentation shows, from the dashboard itself.

Needs the test extra and a chromium: ``python scripts/take_screenshots.py``. The sample is one of
those that come with collabnet, so no picture names anybody.
"""

import argparse
import shutil
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from collabnet_dashboards.app import build_app
from collabnet_dashboards.server import Server

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "pictures"
FIRST = ".cn-finding >> nth=0"
WIDE = {"width": 1280, "height": 860}
PHONE = {"width": 400, "height": 860}


def findings(page: Page) -> None:
    """Show the first view."""
    page.evaluate("window.scrollTo(0, 0)")


def what_if(page: Page) -> None:
    """Let one person leave, and show what is said before and after."""
    _try(page, "they leave? Officer B1")
    page.evaluate("window.scrollTo(0, 0)")


def map_of_loss(page: Page) -> None:
    """Show on the map what an empty post does."""
    _try(page, "the post is empty? Program director")
    page.evaluate("document.getElementById('network').scrollIntoView()")


def phone(page: Page) -> None:
    """Show the first finding with a change tried, on a telephone."""
    _try(page, "they leave? Officer B1")
    page.evaluate("document.querySelector('.cn-severity-title').scrollIntoView()")


def _try(page: Page, button: str) -> None:
    card = page.locator(FIRST)
    card.locator("summary").first.click()
    card.get_by_role("button", name=button, exact=True).click()
    page.wait_for_selector(".cn-chip", state="attached")
    card.locator("summary").first.click()


SHOTS: tuple[tuple[str, dict[str, int], Callable[[Page], None]], ...] = (
    ("findings", WIDE, findings),
    ("what_if", WIDE, what_if),
    ("map", WIDE, map_of_loss),
    ("phone", PHONE, phone),
)


def main() -> int:
    """Serve the samples, visit them in a browser, write the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--chromium", default=shutil.which("chromium"), help="the browser to use")
    parser.add_argument("--to", type=Path, default=PICTURES, help="the folder to write to")
    options = parser.parse_args()
    if options.chromium is None:
        print("chromium is not installed: sudo apt-get install -y chromium fonts-dejavu")
        return 1
    options.to.mkdir(parents=True, exist_ok=True)
    server = Server(build_app("sample:site_b"), port=0)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        with sync_playwright() as playwright:
            flags = ["--no-sandbox", "--disable-dev-shm-usage"]
            browser = playwright.chromium.launch(executable_path=options.chromium, args=flags)
            for name, size, act in SHOTS:
                take(browser, server.address, options.to / f"{name}.png", size, act)
    finally:
        server.close()
        thread.join()
    return 0


def take(
    browser: Browser, address: str, path: Path, size: dict[str, int], act: Callable[[Page], None]
) -> None:
    """Open the screen at a size, act on it, and write what is in sight."""
    page = browser.new_page(
        viewport={"width": size["width"], "height": size["height"]},
        device_scale_factor=2,
        reduced_motion="reduce",
    )
    page.goto(address)
    page.wait_for_selector(FIRST)
    page.wait_for_selector(".cn-map-canvas canvas")
    act(page)
    page.mouse.move(0, 0)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(400)  # the map draws in the next frames
    page.screenshot(path=path)
    page.close()
    print(f"{path.name}: {path.stat().st_size // 1024} KB")


if __name__ == "__main__":
    sys.exit(main())
