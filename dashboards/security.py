"""Who may talk to the dashboard: whoever holds the token of this start, on this computer.

The guard stands in front of the whole application, so a route can't be forgotten: pages, data,
scripts, pictures and downloads all pass it, and every answer leaves with the same headers.
"""

import html
import secrets
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from werkzeug import Request, Response

if TYPE_CHECKING:
    from _typeshed import OptExcInfo
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

TOKEN = "token"  # the name of the field in the address
METHODS = ("GET", "HEAD", "POST")
CLOSED = ("/_reload-hash",)  # a developer's tool that Dash leaves open

HEADERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"),
    ("Cache-Control", "no-store"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    (
        "Permissions-Policy",
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
)
OPEN_THE_ADDRESS = "Open the address printed in the terminal."


def content_policy(script_hashes: Iterable[str] = ()) -> str:
    """Say what a page may load: its own files, and the inline scripts with these hashes.

    Styles may be inline because the components write them; code from text never runs.

    >>> "script-src 'self' 'sha256-abc'" in content_policy(["'sha256-abc'"])
    True
    >>> "unsafe-eval" in content_policy()
    False
    """
    rules = {
        "default-src": ["'self'"],
        "script-src": ["'self'", *script_hashes],
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
    return "; ".join(f"{name} {' '.join(allowed)}" for name, allowed in rules.items())


class Guard:
    """Let requests through to a WSGI application only with the cookie that the token buys.

    The first page asked for with the right ``?token=`` sets the cookie and goes on without the
    token in its address. Everything else is answered 403 with a page that says what to do: no
    cookie, a wrong token, another host's name in the request (a foreign page that points its
    name at this computer), a change asked for by a page that isn't ours.
    """

    def __init__(
        self, application: "WSGIApplication", *, port: int, script_hashes: Sequence[str] = ()
    ) -> None:
        self._application = application
        self._hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
        self._token = secrets.token_urlsafe(32)
        self._pass = secrets.token_urlsafe(32)
        # Cookies don't know ports: with the port in its name two dashboards keep theirs apart.
        self._cookie = f"collabnet_{port}"
        self._headers = [*HEADERS, ("Content-Security-Policy", content_policy(script_hashes))]
        self.address = f"http://127.0.0.1:{port}/?{TOKEN}={self._token}"

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request: refuse it, trade the token, or pass it on; always add the headers."""
        ours = {name.lower() for name, _ in self._headers}

        def start(
            status: str,
            headers: list[tuple[str, str]],
            exc_info: "OptExcInfo | None" = None,
            /,
        ) -> Callable[[bytes], object]:
            kept = [pair for pair in headers if pair[0].lower() not in ours]
            return start_response(status, kept + self._headers, exc_info)

        answer = self._answer(Request(environ)) or self._application
        return answer(environ, start)

    def _answer(self, request: Request) -> Response | None:
        if request.environ.get("HTTP_HOST") not in self._hosts:
            return refusal("This dashboard answers at its own address only.")
        if request.method not in METHODS:
            return refusal("This dashboard doesn't know that kind of request.", status=405)
        if not _is_from_own_page(request):
            return refusal("Another page asked for this; only the dashboard's own pages may.")
        if TOKEN in request.args and request.method == "GET":
            return self._trade(request)
        if not _same(request.cookies.get(self._cookie, ""), self._pass):
            return refusal("This page is for whoever started collabnet on this computer.")
        if request.path in CLOSED:
            return refusal("There is nothing here.", status=404)
        return None

    def _trade(self, request: Request) -> Response:
        if not _same(request.args[TOKEN], self._token):
            return refusal("This address is from an earlier start of collabnet, or incomplete.")
        rest = urlencode([(k, v) for k, v in request.args.items(multi=True) if k != TOKEN])
        # One slash: an address that starts with two would lead to another computer.
        path = "/" + quote(request.path.lstrip("/\\"))
        answer = Response(status=303, headers={"Location": path + ("?" + rest if rest else "")})
        answer.autocorrect_location_header = False
        answer.set_cookie(self._cookie, self._pass, httponly=True, samesite="Strict", path="/")
        return answer


def refusal(reason: str, *, status: int = 403) -> Response:
    """Build the short page of a refused request: why, and what to do.

    >>> refusal("No cookie.").status_code
    403
    """
    title = "collabnet: not opened" if status == 403 else "collabnet"
    page = (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width">'
        # An empty icon, so that the browser doesn't ask for one that it would be refused.
        '<link rel="icon" href="data:,">'
        '<body style="font: 1.125rem/1.5 system-ui, sans-serif; max-width: 34rem;'
        ' margin: 4rem auto; padding: 0 1rem; color: #1c2733; background: #fff">'
        f'<main><h1 style="font-size: 1.5rem">{html.escape(OPEN_THE_ADDRESS)}</h1>'
        f"<p>{html.escape(reason)}</p>"
        "<p>The address begins with http://127.0.0.1 and ends in a token that is new at each start."
        " If the terminal is closed, start again with <code>collabnet serve</code>.</p></main>"
    )
    return Response(page, status=status, mimetype="text/html")


def _is_from_own_page(request: Request) -> bool:
    """Tell whether our own page sent this, or (reading only) a person who opened an address."""
    site = request.headers.get("Sec-Fetch-Site")
    if request.method == "POST":
        own = f"http://{request.environ['HTTP_HOST']}"
        return request.headers.get("Origin") == own and site in (None, "same-origin")
    opened = (
        request.headers.get("Sec-Fetch-Mode") == "navigate"
        and request.headers.get("Sec-Fetch-Dest") == "document"
    )
    return opened or site in (None, "none", "same-origin")


def _same(given: str, expected: str) -> bool:
    """Compare in a time that doesn't tell how much was right."""
    return secrets.compare_digest(given.encode("utf-8", "replace"), expected.encode())
