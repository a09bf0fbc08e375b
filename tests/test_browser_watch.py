"""The page fixture is a guard: it must see what it is there to see."""

import http.server
import threading

import pytest

from browsing import leaves_computer


@pytest.fixture
def address():
    """Serve one page, and nothing else, on a free port of this computer."""

    class OnePage(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = b"<!doctype html><link rel=icon href='data:,'><title>One</title><h1>Here</h1>"
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Keep the tests' output quiet."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), OnePage)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def take(page) -> str:
    """Return what the page complained of, and settle it."""
    page.wait_for_timeout(200)
    told = "\n".join(page.complaints)
    page.complaints.clear()
    return told


class TestPage:
    def test_a_quiet_page_passes(self, page, address):
        page.goto(address)
        assert page.text_content("h1") == "Here"
        assert take(page) == ""

    def test_sees_console_errors(self, page, address):
        page.goto(address)
        page.evaluate("console.error('the map has no nodes')")
        assert take(page).startswith("console error: the map has no nodes")

    def test_sees_uncaught_errors(self, page, address):
        page.goto(address)
        page.evaluate("setTimeout(() => { throw new Error('nobody caught me') })")
        assert "uncaught error" in take(page)

    def test_sees_requests_off_this_computer(self, page, address):
        page.goto(address)
        page.evaluate("fetch('http://fonts.invalid/a.woff2').catch(() => null)")
        assert "request off this computer: http://fonts.invalid/a.woff2" in take(page)


class TestLeavesComputer:
    @pytest.mark.parametrize("url", ["http://127.0.0.1:8050/a", "data:,x", "blob:null/1"])
    def test_local_addresses_stay(self, url):
        assert not leaves_computer(url)

    @pytest.mark.parametrize("url", ["https://example.invalid/", "ws://example.invalid/"])
    def test_everything_else_leaves(self, url):
        assert leaves_computer(url)
