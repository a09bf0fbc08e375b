"""Every route of the dashboard, uploads and downloads included, needs the token of its start."""

import re

import pytest

from collabnet_dashboards.app import build_app
from dashboard_visit import OPEN, Visitor
from screen_page import samples_app

METHODS = ("GET", "POST")


def every_route():
    """List the routes that the application knows, with something in each blank."""
    rules = samples_app().server.url_map.iter_rules()
    return sorted({re.sub(r"<[^>]*>", "x", rule.rule) for rule in rules})


@pytest.fixture(scope="module")
def routes():
    return every_route()


def test_without_the_cookie_each_is_refused(start, routes):
    visitor = Visitor(start(samples_app()))
    own = {"Origin": f"http://127.0.0.1:{visitor.port}"}
    for method in METHODS:
        for route in routes:
            answer = visitor.ask(route, method, body="{}" if method == "POST" else None, **own)
            assert (answer.status, OPEN in answer.text) == (403, True), (method, route)
    assert len(routes) > 8


def test_a_change_asked_for_by_another_page_is_refused_with_the_cookie_too(start, routes):
    visitor = Visitor(start(samples_app()))
    visitor.enter()
    for route in routes:
        answer = visitor.ask(route, "POST", body="{}", Origin="http://elsewhere.invalid")
        assert answer.status == 403, route
        answer = visitor.ask(route, "POST", body="{}")  # no page says where it is from
        assert answer.status == 403, route


def test_another_host_is_refused_with_the_cookie_too(start, routes):
    visitor = Visitor(start(samples_app()))
    visitor.enter()
    for route in routes:
        assert visitor.ask(route, Host="collabnet.invalid").status == 403, route


def test_every_answer_keeps_browsers_from_storing_and_framing_it(start, routes):
    visitor = Visitor(start(build_app("sample:g1", home="/nowhere")))
    visitor.enter()
    for route in routes:
        headers = visitor.ask(route).headers
        assert headers["Cache-Control"] == "no-store", route
        assert headers["X-Content-Type-Options"] == "nosniff", route
        assert headers["Referrer-Policy"] == "no-referrer", route
        assert "unsafe-eval" not in headers["Content-Security-Policy"], route
        assert "default-src 'self'" in headers["Content-Security-Policy"], route
