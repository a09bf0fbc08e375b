"""Serve the dashboard to this computer only, and answer errors without showing what is inside."""

import logging
import os
import re
import secrets
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import dash
import waitress
from dash.exceptions import DependencyException, InvalidResourceError
from flask import Response, send_file
from waitress.wasyncore import close_all
from werkzeug.exceptions import HTTPException

from collabnet.model.errors import CollabnetError

from .security import Guard

LOOPBACK = "127.0.0.1"
USUAL_PORT = 8050
"""Taken where it is free, so that an address copied today leads somewhere tomorrow."""
BODY_LIMIT = 25 * 1024 * 1024
THREADS = 16
"""More than wait for a what-if at once: a page that is kept is never stuck behind them."""
TURN = 0.001  # seconds that a thread computes before another one may; Python's own turn is five
ENDING = ("SIGTERM", "SIGHUP", "SIGBREAK")
"""Signals that end a program: of kill, of a terminal that is closed, of one on Windows."""
ASSETS = Path(__file__).with_name("assets")
POLYFILL = re.compile(r"<script [^>]*/polyfill@[^>]*></script>")
PLOTLY = "/_dash-component-suites/plotly/package_data/plotly.min.js"
"""Where Dash looks for Plotly when the first chart is drawn."""
PLOTLY_BASIC = Path(__file__).with_name("components") / "vendor" / "plotly-basic.min.js"
"""What it gets: a quarter of the whole, with all that the charts here need."""
logger = logging.getLogger(__name__)

PAGE = """<!DOCTYPE html>
<html lang="en">
  <head>
    {%metas%}
    <title>{%title%}</title>
    {%favicon%}
    {%css%}
  </head>
  <body>
    <div id="collabnet-notice" class="cn-notice" role="alert"></div>
    {%app_entry%}
    <footer>
      {%config%}
      {%scripts%}
      {%renderer%}
    </footer>
  </body>
</html>"""


class _Dash(dash.Dash):
    """Dash without what a browser of today has itself: a tenth of the time to the first view."""

    def interpolate_index(self, **parts: str) -> str:  # type: ignore[override]
        """Leave the scripts for browsers of ten years ago out of the page."""
        parts["scripts"] = POLYFILL.sub("", parts["scripts"])
        return str(super().interpolate_index(**parts))  # type: ignore[no-untyped-call]


class PortError(CollabnetError):
    """The dashboard can't listen at the port asked for."""


def create_app(*, title: str = "collabnet") -> dash.Dash:
    """Build the empty Dash application: local files only, no developer's tools, safe errors.

    Settings come from here alone: ``HOST``, ``DASH_*`` and ``FLASK_*`` in the environment, which
    could make a plain Dash listen to the whole network with its debugger on, are not read. Set
    ``layout``, register the callbacks, then hand the application to `serve`.
    """
    with _environment_without("DASH_", "FLASK_", "HOST", "PORT"):
        app = _Dash(
            "collabnet_dashboards",
            assets_folder=str(ASSETS),
            pages_folder="",
            use_pages=False,
            serve_locally=True,
            suppress_callback_exceptions=False,
            compress=False,
            index_string=PAGE,
            title=title,
            update_title="",  # a title that blinks with every click is read out each time
            prevent_initial_callbacks=True,  # a panel waits until its page is told what to show
            add_log_handler=False,
            enable_mcp=False,
        )
        app.server.config.update(
            DEBUG=False,
            TESTING=False,
            PROPAGATE_EXCEPTIONS=False,
            MAX_CONTENT_LENGTH=BODY_LIMIT,
        )
    app.server.add_url_rule(PLOTLY, "plotly", lambda: send_file(PLOTLY_BASIC))
    app.server.register_error_handler(Exception, answer_error)
    for no_such_file in (DependencyException, InvalidResourceError):
        app.server.register_error_handler(no_such_file, lambda _: _plain("Not found.", 404))
    return app


class Server:
    """A dashboard that holds its port; `run` answers until `close` or Ctrl+C.

    ``address`` is what to open, with the token of this start; ``port`` the port it got.
    Create it after the last callback is registered: the scripts allowed to run are listed here.

    Raises
    ------
    PortError
        If the port is taken, or is not the user's to take.
    """

    def __init__(self, app: dash.Dash, *, port: int) -> None:
        self._socket = _listen(port)
        self.port: int = self._socket.getsockname()[1]
        guard = Guard(app.server, port=self.port, script_hashes=app.csp_hashes())
        self.address = guard.address
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a full page asks for 30 files
        self._open: dict[int, object] = {}
        self._waitress = waitress.create_server(
            guard,
            map=self._open,
            sockets=[self._socket],
            ident=None,
            threads=THREADS,
            max_request_body_size=BODY_LIMIT,
            clear_untrusted_proxy_headers=True,
        )
        self._runs = self._is_closed = False

    def run(self) -> None:
        """Answer requests until told to stop."""
        self._runs = True
        before = sys.getswitchinterval()
        sys.setswitchinterval(TURN)  # an answer that is ready goes out while a what-if computes
        try:
            self._waitress.run()
        finally:
            sys.setswitchinterval(before)
            self._runs = False
            self._let_go()

    def close(self) -> None:
        """Stop answering and give the port back; may be called from another thread."""
        if self._is_closed:
            return
        self._is_closed = True
        if self._runs:  # its own thread closes what it watches; `run` does the rest
            trigger = self._waitress.trigger
            with trigger.lock:  # else an answer just done may wake that thread before we do
                trigger.thunks.append(lambda: close_all(self._open, ignore_all=True))
                trigger.pull_trigger()
        else:
            self._let_go()

    def _let_go(self) -> None:
        close_all(self._open, ignore_all=True)
        self._waitress.task_dispatcher.shutdown()
        self._socket.close()


def serve(
    app: dash.Dash,
    *,
    port: int | None = None,
    open_message: Callable[[str], None],
    verbose: bool = False,
) -> None:
    """Serve ``app`` at 127.0.0.1 until Ctrl+C.

    Port 0 takes a free one; without a port the usual one is taken, or a free one where it is in
    use.

    ``open_message`` is called once, with the address to open, as soon as it answers. With
    ``verbose`` the details of an error go to the terminal; the screen never shows them.

    Raises
    ------
    PortError
        If the port is taken, or is not the user's to take.
    """
    if verbose:
        logger.addHandler(logging.StreamHandler(sys.stderr))
        logger.setLevel(logging.DEBUG)
    server = Server(app, port=free_port() if port is None else port)
    try:
        with _ending_as_it_should():
            open_message(server.address)
            server.run()
    finally:
        server.close()


@contextmanager
def _ending_as_it_should() -> Iterator[None]:
    """Have the program end on its own terms, so that what was uploaded is deleted.

    Closing the terminal, and ``kill``, would otherwise end it on the spot. A signal that whoever
    started it wants ignored, as nohup does, stays ignored.
    """
    before = {}
    if threading.current_thread() is threading.main_thread():  # Python takes signals there alone
        for number in (getattr(signal, name, None) for name in ENDING):
            if number is not None and signal.getsignal(number) is signal.SIG_DFL:
                before[number] = signal.signal(number, _end)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, _: FrameType | None) -> None:
    raise SystemExit(128 + number)


def answer_error(error: Exception) -> Response:
    """Turn an error into a sentence for the screen: what to do, and an id to look for.

    Errors written for users keep their words. Of others only the id is shown: their text may name
    files or people.
    """
    if isinstance(error, CollabnetError):
        return _plain(str(error), 400)
    if isinstance(error, HTTPException) and error.code is not None and error.code < 500:
        if error.code == 413:
            return _plain("This is too large: at most 25 MB can be sent at once.", 413)
        return _plain(f"{error.name}. Reload the page.", error.code)
    return _plain(error_words(error), 500)


def error_words(error: Exception) -> str:
    """Say that something went wrong, with an id; what exactly goes to the log alone."""
    error_id = secrets.token_hex(4)
    logger.error("Error %s in the dashboard. For its details start with --verbose.", error_id)
    logger.debug("Details of error %s", error_id, exc_info=error)
    return (
        f"Something went wrong (error {error_id}). Reload the page; if it happens again, stop"
        " collabnet in the terminal, start it with --verbose and keep what it prints under this"
        " id."
    )


def _plain(text: str, status: int) -> Response:
    return Response(text, status=status, mimetype="text/plain")


def free_port() -> int:
    """Give the usual port where nobody listens there, else 0 for any that is free."""
    try:
        socket.create_server((LOOPBACK, USUAL_PORT)).close()
    except OSError:
        return 0
    return USUAL_PORT


def _listen(port: int) -> socket.socket:
    remedy = "Choose another one, or let collabnet find a free one: --port 0."
    if not 0 <= port <= 65535:
        raise PortError(f"A port is a number from 0 to 65535, not {port}. {remedy}")
    try:
        return socket.create_server((LOOPBACK, port))
    except PermissionError:
        raise PortError(f"Port {port} is kept for the system. {remedy}") from None
    except OSError:
        raise PortError(f"Port {port} is in use by another program. {remedy}") from None


@contextmanager
def _environment_without(*beginnings: str) -> Iterator[None]:
    """Hide the variables with these beginnings, in any case, for a moment."""
    hidden = {name: os.environ[name] for name in os.environ if name.upper().startswith(beginnings)}
    for name in hidden:
        del os.environ[name]
    try:
        yield
    finally:
        os.environ.update(hidden)
