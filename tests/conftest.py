"""What every test shares: a clean environment, repeatable random tests, and a watched browser.

A browser test asks for ``page``; the marker ``browser`` follows from that. The page fails its test
on any error in the browser's console, any uncaught JavaScript error and any request off this
computer. A test that provokes one on purpose reads ``page.complaints`` and empties it.
"""

import gc
import os
import signal

import pytest
from hypothesis import settings

from browsing import MISSING, OPTIONS, find_chromium, watch

IN_CI = bool(os.environ.get("CI"))

# A shell starts what runs in its background deaf to Ctrl+C, and the programs that tests start would
# inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)

# What the developer's shell happens to hold must not change a result: addresses and debug switches
# that Dash and Flask would read, and the width and colours of the terminal.
for name in list(os.environ):
    if name in {"HOST", "PORT"} or name.startswith(("DASH_", "FLASK_")):
        del os.environ[name]
# Colours too; and without compiled files kept, each program that a test starts would compile all
# modules again.
for name in ("FORCE_COLOR", "CLICOLOR_FORCE", "PY_COLORS", "PYTHONDONTWRITEBYTECODE"):
    os.environ.pop(name, None)
os.environ.update(COLUMNS="100", LINES="40", NO_COLOR="1", TERM="dumb", PYTHONUTF8="1")

# No deadline: a loaded machine is no bug. In CI the same examples are drawn every time, so that a
# change is never refused for an example that the change before it would have failed too.
settings.register_profile("laptop", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if IN_CI else "laptop")


def pytest_collection():
    """Don't search what is collected for garbage, while it grows or ever after: all of it stays."""
    gc.disable()


def pytest_collection_finish():
    """Search what the tests make, as always."""
    gc.freeze()
    gc.enable()


def pytest_collection_modifyitems(items):
    """Mark every test that opens a page, so that ``-m "not browser"`` leaves them all out.

    In CI such a test has a second try, which the summary names: a change is not refused because a
    browser was late once on a busy machine. Everywhere else a first failure counts.
    """
    for item in items:
        if {"browser", "page"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("browser")
            if IN_CI:
                item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def browser():
    """Start the browser once for all tests; skip without one, but fail where CI is set."""
    path = find_chromium()
    if path is None and IN_CI:
        pytest.fail(MISSING, pytrace=False)
    if path is None:
        pytest.skip(MISSING)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=OPTIONS)
        yield started
        started.close()


@pytest.fixture
def page(browser):
    """Open an empty page in a fresh profile and watch it until the test ends."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900},
        locale="en-US",
        timezone_id="UTC",
        reduced_motion="reduce",
    )
    complaints = watch(context)
    opened = context.new_page()
    opened.set_default_timeout(60_000)
    opened.complaints = complaints
    yield opened
    context.close()
    if complaints:
        pytest.fail("the page complained:\n" + "\n".join(complaints), pytrace=False)
