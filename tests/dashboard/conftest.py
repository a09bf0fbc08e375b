"""A dashboard that really listens, for as long as a test needs it."""

import threading

import pytest

from collabnet_dashboards.server import Server
from dashboard_visit import Visitor, small_app
from map_page import Map, map_app


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
        thread.join(timeout=10)
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
