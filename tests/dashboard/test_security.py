"""Nobody but the person who started the dashboard gets anything from it."""

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest

from dashboard_visit import OPEN, ROUTES, Visitor, small_app


class TestToken:
    @pytest.mark.parametrize("path", ROUTES)
    def test_without_the_cookie_every_route_is_403(self, visitor, path):
        """Pages, data, scripts, assets and downloads; the answer says what to do."""
        answer = visitor.ask(path)
        assert answer.status == 403
        assert OPEN in answer.text

    @pytest.mark.parametrize("method", ["POST", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"])
    def test_without_the_cookie_no_method_gets_in(self, visitor, method):
        assert visitor.ask("/_dash-layout", method).status in (403, 405)

    def test_the_token_buys_a_cookie_and_leaves_the_address(self, visitor):
        answer = visitor.ask(f"/?{visitor.token}&site=site_b")
        assert answer.status == 303
        assert answer.headers["Location"] == "/?site=site_b"
        cookie = answer.headers["Set-Cookie"]
        assert re.fullmatch(
            rf"collabnet_{visitor.port}=[\w-]{{43}}; HttpOnly; Path=/; SameSite=Strict", cookie
        )
        assert visitor.token.partition("=")[2] not in cookie

    def test_with_the_cookie_the_page_opens(self, guest):
        assert guest.ask("/").status == 200
        assert "Small" in guest.ask("/_dash-layout").text

    @pytest.mark.parametrize("token", ["", "wrong", "%ff", "é".encode().hex()])
    def test_a_wrong_token_is_403(self, visitor, token):
        answer = visitor.ask(f"/?token={token}")
        assert answer.status == 403
        assert OPEN in answer.text
        assert "Set-Cookie" not in answer.headers

    @pytest.mark.parametrize("value", ["", "wrong", "wrong; other=1", '"'])
    def test_a_wrong_cookie_is_403(self, visitor, value):
        assert visitor.ask("/", Cookie=f"collabnet_{visitor.port}={value}").status == 403

    def test_the_token_is_new_at_each_start_and_of_no_use_elsewhere(self, start):
        one, other = Visitor(start(small_app())), Visitor(start(small_app()))
        assert one.token != other.token
        one.enter()
        assert other.ask("/", Cookie=one.own["Cookie"]).status == 403
        assert other.ask(f"/?{one.token}").status == 403

    @pytest.mark.parametrize("path", ["//elsewhere.invalid/", "/%5C%5Celsewhere.invalid/"])
    def test_the_token_never_leads_to_another_computer(self, visitor, path):
        answer = visitor.ask(f"{path}?{visitor.token}")
        assert urlsplit(answer.headers.get("Location", "/")).netloc == ""
        assert not answer.headers.get("Location", "/").startswith(("//", "/\\"))


class TestOrigin:
    @pytest.mark.parametrize("host", ["evil.invalid", "127.0.0.1", "localhost", "0.0.0.0", ""])
    def test_another_host_is_403(self, guest, host):
        """A page elsewhere may point its own name at this computer (DNS rebinding)."""
        assert guest.ask("/_dash-layout", Host=host).status == 403

    def test_localhost_with_the_port_is_us(self, guest):
        assert guest.ask("/_dash-layout", Host=f"localhost:{guest.port}").status == 200

    @pytest.mark.parametrize(
        "origin", [None, "null", "http://evil.invalid", "http://127.0.0.1:1", "http://127.0.0.1"]
    )
    def test_a_change_from_another_page_is_403(self, guest, origin):
        assert guest.click(1, Origin=origin).status == 403

    @pytest.mark.parametrize("site", ["cross-site", "same-site", "none"])
    def test_a_change_that_the_browser_calls_foreign_is_403(self, guest, site):
        assert guest.click(1, Sec_Fetch_Site=site).status == 403

    def test_a_change_from_our_page_is_made(self, guest):
        answer = guest.click(1, Sec_Fetch_Site="same-origin")
        assert answer.status == 200
        assert "clicked 1" in answer.text

    def test_data_is_not_read_by_another_page(self, guest):
        answer = guest.ask(
            "/_dash-layout",
            Sec_Fetch_Site="same-site",
            Sec_Fetch_Mode="cors",
            Sec_Fetch_Dest="empty",
        )
        assert answer.status == 403

    def test_a_link_elsewhere_may_open_the_page_but_no_frame_may(self, guest):
        link = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate"}
        assert guest.ask("/", **link, Sec_Fetch_Dest="document").status == 200
        assert guest.ask("/", **link, Sec_Fetch_Dest="iframe").status == 403

    @pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
    def test_other_methods_are_refused(self, guest, method):
        assert guest.ask("/", method).status == 405


class Scripts(HTMLParser):
    """Collect the inline scripts of a page and the addresses it loads."""

    def __init__(self):
        super().__init__()
        self.addresses = []

    def handle_starttag(self, tag, attrs):
        self.addresses += [value for name, value in attrs if name in ("src", "href")]


class TestHeaders:
    @pytest.mark.parametrize("path", [*ROUTES, "/?token=wrong", "/_dash-update-component"])
    @pytest.mark.parametrize("inside", [True, False])
    def test_every_answer_has_them(self, visitor, path, inside):
        if inside:
            visitor.enter()
        headers = visitor.ask(path).headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cache-Control"] == "no-store"
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "camera=()" in headers["Permissions-Policy"]
        assert "Server" not in headers
        assert "Access-Control-Allow-Origin" not in headers
        assert headers.get_all("Content-Security-Policy") == [headers["Content-Security-Policy"]]

    def test_the_policy_names_our_files_and_the_inline_scripts_only(self, guest):
        policy = guest.ask("/").headers["Content-Security-Policy"]
        rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
        assert "unsafe-eval" not in policy
        assert re.fullmatch(r"'self'( 'sha256-[\w+/]{43}=')+", rules.pop("script-src"))
        assert rules == {
            "default-src": "'self'",
            "style-src": "'self' 'unsafe-inline'",
            "img-src": "'self' data:",
            "connect-src": "'self'",
            "object-src": "'none'",
            "base-uri": "'none'",
            "form-action": "'self'",
            "frame-ancestors": "'none'",
        }

    def test_the_page_loads_nothing_from_elsewhere(self, guest):
        page = Scripts()
        page.feed(guest.ask("/").text)
        assert len(page.addresses) > 10
        assert [a for a in page.addresses if not a.startswith("/") or a.startswith("//")] == []
