"""A dashboard that really listens, for as long as a test needs it."""

import threading

import pytest

from collabnet_dashboards.app import build_app
from collabnet_dashboards.server import Server
from dashboard_visit import Visitor, small_app
from map_page import Map, map_app
from screen_page import Screen, samples_app


@pytest.fixture
def start():
    """Return a function that serves an application and returns its server."""
    running = []

    def begin(app, port=0):
        server = Server(app, port=port)
        thread = threading.Thread(target=server.run)
        thread.start()
        running.append((server, thread))
        return server

    yield begin
    for server, thread in running:
        server.close()
        thread.join(timeout=60)
        assert not thread.is_alive()


@pytest.fixture
def visitor(start):
    return Visitor(start(small_app()))


@pytest.fixture
def guest(visitor):
    visitor.enter()
    return visitor


@pytest.fixture
def opened(page, start):
    """Open a map (of its own, or the usual one) and return it."""

    def open_map(app=None):
        page.goto(start(app or map_app()).address)
        return Map(page)

    return open_map


@pytest.fixture
def screen(page, start):
    """Open the first screen (with a folder, or with the samples) and return it."""

    def open_screen(given=None, *, width=1280):
        app = samples_app() if given is None else build_app(given)
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(start(app).address)
        return Screen(page)

    yield open_screen
    # What the page still asks for is answered before its server goes.
    page.wait_for_load_state("networkidle")
    page.goto("about:blank")
