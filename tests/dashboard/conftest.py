"""A dashboard that really listens, for as long as a test needs it."""

import threading
from urllib.parse import urlsplit

import pytest

from collabnet_dashboards.app import build_app
from collabnet_dashboards.server import Server
from dashboard_visit import Visitor, small_app
from map_page import Map, map_app
from screen_page import Screen, leave, samples_app


@pytest.fixture
def start(request):
    """Return a function that serves an application and returns its server.

    Pages are left before servers go: else what they still ask for is complained about.
    """
    page = request.getfixturevalue("page") if "page" in request.fixturenames else None
    running = []

    def begin(app, port=0):
        server = Server(app, port=port)
        thread = threading.Thread(target=server.run)
        thread.start()
        running.append((server, thread))
        return server

    yield begin
    if page is not None:
        leave(page)
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
def screen(page, start, tmp_path):
    """Open the dashboard (of a folder or a sample, or of Site B) at a path, and return it."""

    def open_screen(given=None, *, path="/", width=1280, scheme="light"):
        app = samples_app() if given is None else build_app(given, home=tmp_path / "home")
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        address = urlsplit(start(app).address)
        more = f"&{urlsplit(path).query}" if urlsplit(path).query else ""
        page.goto(f"http://{address.netloc}{urlsplit(path).path}?{address.query}{more}")
        return Screen(page)

    return open_screen
