"""``collabnet serve``: the screen, for this computer only."""

from collections.abc import Mapping
from typing import Annotated

import typer

from collabnet.cli.console import say, working
from collabnet.cli.loading import load
from collabnet.cli.options import PATH_HELP, Port, Reading, Strict, parse_reading

EXAMPLE = "Example: collabnet serve sample:site_b --port 8050"


def serve(
    context: typer.Context,
    path: Annotated[
        str | None,
        typer.Argument(
            metavar="PATH", help=f"{PATH_HELP} Without it: the samples.", show_default=False
        ),
    ] = None,
    port: Port = 0,
    reading: Reading = None,
    strict: Strict = False,
) -> None:
    """Show a coalition on the screen, to this computer only; Ctrl+C stops it."""
    if path is not None:
        load(path, reading, strict=strict)
    serve_screen(path, port=port, reading=parse_reading(reading), verbose=bool(context.obj))


def serve_screen(
    path: str | None,
    *,
    port: int,
    reading: Mapping[str, object] | None = None,
    verbose: bool = False,
) -> None:
    """Serve the screen until Ctrl+C, and print the address to open."""
    with working("Starting the screen"):
        from collabnet_dashboards.app import build_app
        from collabnet_dashboards.server import serve as serve_app

        app = build_app(path, reading=reading)
    serve_app(app, port=port, open_message=_open_message, verbose=verbose)
    say("Stopped.\n")


def _open_message(address: str) -> None:
    say(f"Open this address in a browser on this computer; Ctrl+C stops it:\n\n{address}\n\n")
