"""The server: this computer only, safe errors, and a page that runs under its policy."""

import logging
import os
import re
import socket
import subprocess
import sys
import time
from urllib.parse import urlsplit

import dash
import pytest

from collabnet.model.errors import CollabnetError
from collabnet_dashboards import server as server_module
from collabnet_dashboards.server import PortError, Server, create_app, serve
from dashboard_visit import OPEN, Visitor, small_app


class TestEnvironment:
    PROGRAM = """
import http.client, threading, sys
from urllib.parse import urlsplit
from dash import html
from collabnet_dashboards.server import Server, create_app
app = create_app()
app.layout = html.H1("Small")
server = Server(app, port=0)
threading.Thread(target=server.run, daemon=True).start()
def ask(path, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    connection.request("GET", path, headers=headers)
    return connection.getresponse()
address = urlsplit(server.address)
cookie = ask("/?" + address.query).headers["Set-Cookie"].partition(";")[0]
print(address.hostname, server._socket.getsockname()[0])
print(app.server.debug, sorted({str(value) for value in list(app._dev_tools.values())[:7]}))
for path in sys.argv[1:]:
    answer = ask(path, Cookie=cookie)
    text = answer.read().decode()
    print(path, answer.status, "_dash-config" in text, '"ui":true' in text, "hot_reload" in text)
server.close()
"""
    PATHS = (
        "/",
        "/assets/collabnet.css",
        "/_reload-hash",
        "/_mcp",
        "/console",
        "/zzz/_dash-layout",
    )

    @pytest.mark.parametrize(
        "settings",
        [
            {},
            {
                "HOST": "0.0.0.0",
                "PORT": "1",
                "DASH_DEBUG": "1",
                "dash_debug": "true",
                "DASH_UI": "true",
                "DASH_HOT_RELOAD": "true",
                "DASH_PRUNE_ERRORS": "true",
                "DASH_MCP_ENABLED": "true",
                "DASH_SERVE_DEV_BUNDLES": "true",
                "DASH_URL_BASE_PATHNAME": "/zzz/",
                "DASH_APP_NAME": "zzz",
                "DASH_ASSETS_EXTERNAL_PATH": "https://evil.invalid/",
                "FLASK_DEBUG": "1",
                "FLASK_RUN_HOST": "0.0.0.0",
            },
        ],
    )
    def test_has_no_effect(self, settings):
        """Only this computer, no developer's tools, whatever the shell holds."""
        done = subprocess.run(
            [sys.executable, "-c", self.PROGRAM, *self.PATHS],
            env=os.environ | settings,
            check=False,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.stderr == ""
        assert done.stdout.splitlines() == [
            "127.0.0.1 127.0.0.1",
            "False ['False']",
            "/ 200 True False False",
            "/assets/collabnet.css 200 False False False",
            "/_reload-hash 404 False False False",
            "/_mcp 200 True False False",  # an address like any other: the dashboard's page
            "/console 200 True False False",
            "/zzz/_dash-layout 200 True False False",
        ]

    def test_is_left_as_it_was(self, monkeypatch):
        monkeypatch.setenv("DASH_DEBUG", "1")
        create_app()
        assert os.environ["DASH_DEBUG"] == "1"

    def test_plain_dash_would_have_read_it(self, monkeypatch):
        """Guards the guard: should Dash rename its variables, this says so."""
        monkeypatch.setenv("DASH_HOT_RELOAD", "true")
        assert dash.Dash("plain")._dev_tools.hot_reload is True


class TestErrors:
    def test_an_error_for_users_keeps_its_words(self, guest):
        answer = guest.click(2)
        assert (answer.status, answer.text) == (400, "A needs B. Give B.")

    def test_any_other_shows_an_id_and_a_remedy_only(self, guest, caplog):
        answer = guest.click(3)
        assert answer.status == 500
        found = re.fullmatch(
            r"Something went wrong \(error ([0-9a-f]{8})\)\. Reload the page; if it happens again,"
            r" stop collabnet in the terminal, start it with --verbose and keep what it prints"
            r" under this id\.",
            answer.text,
        )
        told = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
        assert told == [f"Error {found[1]} in the dashboard. For its details start with --verbose."]

    def test_with_verbose_the_terminal_tells_more(self, guest, caplog):
        caplog.set_level(logging.DEBUG, logger=server_module.__name__)
        guest.click(3)
        assert "secret name" in caplog.text

    @pytest.mark.parametrize(
        "path",
        [
            "/_dash-component-suites/<script>/x.js",
            "/_dash-component-suites/os/path.py",
            "/_dash-component-suites/collabnet_dashboards/../../etc/passwd",
            "/_dash-component-suites/collabnet_dashboards/server.py",
            "/assets/../server.py",
            "/assets/none.css",
        ],
    )
    def test_a_file_that_is_not_there_tells_nothing(self, guest, path):
        answer = guest.ask(path)
        assert answer.status == 404
        assert len(answer.text) < 50
        assert "script" not in answer.text

    def test_no_sense_is_answered_without_a_stack(self, guest):
        own = {"Origin": f"http://127.0.0.1:{guest.port}", "Content_Type": "application/json"}
        for body in ("{", "[]", '{"output": "no.such"}'):
            answer = guest.ask("/_dash-update-component", "POST", body, **own)
            assert answer.status in (400, 500)
            assert "Traceback" not in answer.text
            assert ".py" not in answer.text

    def test_too_much_is_refused(self, guest):
        """The server says no from the length alone, before it reads."""
        own = {"Origin": f"http://127.0.0.1:{guest.port}", "Content_Length": str(26 * 1024 * 1024)}
        assert guest.ask("/_dash-update-component", "POST", b"", **own).status == 413


class TestServe:
    def test_listens_to_this_computer_only(self, start):
        server = start(small_app())
        assert server._socket.getsockname()[0] == "127.0.0.1"
        assert server.address.startswith(f"http://127.0.0.1:{server.port}/?token=")

    def test_a_taken_port_names_the_remedy(self):
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            with pytest.raises(PortError) as error:
                Server(small_app(), port=port)
        assert str(error.value) == (
            f"Port {port} is in use by another program. "
            "Choose another one, or let collabnet find a free one: --port 0."
        )
        assert isinstance(error.value, CollabnetError)

    def test_a_number_that_is_no_port_names_the_remedy(self):
        with pytest.raises(PortError, match=r"^A port is a number from 0 to 65535, not 99999\. "):
            Server(small_app(), port=99999)

    def test_it_closes_while_an_answer_wakes_it(self, start, monkeypatch):
        """The thread that answers may run what is to be done before it is woken for that."""
        server = start(small_app())
        trigger = server._waitress.trigger
        pull = trigger._physical_pull

        def twice():
            pull()
            time.sleep(0.3)
            pull()

        monkeypatch.setattr(trigger, "_physical_pull", twice)
        server.close()

    def test_while_it_runs_threads_take_short_turns(self, start):
        """What is ready goes out while something else is computed; afterwards all is as before."""
        before = sys.getswitchinterval()
        server = start(small_app())
        Visitor(server).ask("/")
        assert sys.getswitchinterval() == pytest.approx(server_module.TURN)
        server.close()
        deadline = time.monotonic() + 30
        while sys.getswitchinterval() != before and time.monotonic() < deadline:
            time.sleep(0.01)
        assert sys.getswitchinterval() == before

    def test_a_closed_server_gives_its_port_back(self, start):
        first = Server(small_app(), port=0)
        first.close()
        assert start(small_app(), port=first.port).port == first.port

    def test_tells_the_address_once_and_stops_on_ctrl_c(self, monkeypatch):
        told = []
        monkeypatch.setattr("waitress.wasyncore.loop", _interrupt)
        serve(small_app(), port=0, open_message=told.append)
        assert [urlsplit(address).hostname for address in told] == ["127.0.0.1"]
        port = urlsplit(told[0]).port
        with socket.create_server(("127.0.0.1", port)):
            pass


def _interrupt(*_, **__):
    raise KeyboardInterrupt


class TestPage:
    def test_opens_under_its_policy_and_calls_back(self, page, start):
        """No console error: every script that the page needs is allowed, no other runs."""
        server = start(small_app())
        page.goto(server.address)
        page.click("text=Go")
        page.wait_for_selector("text=clicked 1")
        assert page.url == f"http://127.0.0.1:{server.port}/"
        assert page.evaluate("window.ranInline") is True
        assert page.evaluate("document.cookie") == ""

    def test_code_from_text_does_not_run(self, page, start):
        page.goto(start(small_app()).address)
        page.wait_for_selector("text=Small")
        assert page.evaluate(
            """() => new Promise(done => {
                 document.addEventListener(
                   "securitypolicyviolation", event => done(event.violatedDirective));
                 const script = document.createElement("script");
                 script.textContent = "window.ranInjected = true";
                 document.body.append(script);
               })"""
        ).startswith("script-src")
        assert page.evaluate("window.ranInjected") is None
        assert all("Content Security Policy" in text for text in page.complaints)
        page.complaints.clear()

    def test_says_an_error_on_the_screen_and_takes_it_back(self, page, start):
        page.goto(start(small_app()).address)
        page.click("text=Go")
        page.wait_for_selector("text=clicked 1")
        page.click("text=Go")
        page.wait_for_selector("[role=alert]:has-text('A needs B. Give B.')")
        page.click("text=Go")
        page.wait_for_selector("[role=alert]:has-text('Something went wrong (error')")
        page.click("text=Go")
        page.wait_for_selector("text=clicked 4")
        assert page.text_content("[role=alert]") == ""
        page.complaints.clear()

    def test_says_when_the_program_has_ended(self, page, start):
        server = start(small_app())
        page.goto(server.address)
        page.click("text=Go")
        page.wait_for_selector("text=clicked 1")
        server.close()
        page.click("text=Go")
        page.wait_for_selector("[role=alert]:has-text('collabnet does not answer')")
        page.complaints.clear()

    def test_without_the_token_says_what_to_do(self, page, start):
        page.goto(f"http://127.0.0.1:{start(small_app()).port}/")
        assert page.text_content("h1") == OPEN
        page.complaints.clear()


class TestFirstLoad:
    """What a page needs before it is there: no more than a browser of today needs."""

    def test_nothing_is_loaded_for_browsers_of_ten_years_ago(self, guest):
        page = guest.ask("/").text
        assert "regenerator-runtime" in page
        assert "polyfill" not in page

    def test_charts_get_the_small_plotly_when_the_first_is_drawn(self, guest):
        assert re.findall(r"src=\"[^\"]*plotly", guest.ask("/").text) == []
        answer = guest.ask(server_module.PLOTLY)
        assert answer.text == server_module.PLOTLY_BASIC.read_text("utf-8")
        assert answer.headers["Content-Type"].startswith("text/javascript")
