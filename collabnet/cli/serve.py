"""``collabnet serve``: the screen, for this computer only."""

import webbrowser
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from collabnet.cli.console import say, warn, working
from collabnet.cli.loading import load
from collabnet.cli.options import PATH_HELP, Port, Reading, Strict, parse_reading

EXAMPLE = "Example: collabnet serve sample:site_b --port 8050"


def serve(
    context: typer.Context,
    path: Annotated[
        str | None,
        typer.Argument(
            metavar="PATH",
            help=f"{PATH_HELP} Without it: an empty screen to begin with.",
            show_default=False,
        ),
    ] = None,
    port: Port = None,
    open_browser: Annotated[
        bool, typer.Option("--open", help="Open the address in the browser as well.")
    ] = False,
    home: Annotated[
        Path | None,
        typer.Option(
            "--home",
            metavar="DIR",
            help='Where new coalitions are kept; without it "collabnet" in your own folder.',
            show_default=False,
        ),
    ] = None,
    reading: Reading = None,
    strict: Strict = False,
) -> None:
    """Show a coalition on the screen, to this computer only; Ctrl+C stops it."""
    if path is not None:
        load(path, reading, strict=strict)
    serve_screen(
        path,
        port=port,
        reading=parse_reading(reading),
        verbose=bool(context.obj),
        open_browser=open_browser,
        home=home,
    )


def serve_screen(
    path: str | None,
    *,
    port: int | None,
    reading: Mapping[str, object] | None = None,
    verbose: bool = False,
    open_browser: bool = False,
    home: Path | None = None,
) -> None:
    """Serve the screen until Ctrl+C, and print the address to open."""
    with working("Starting the screen"):
        from collabnet_dashboards.app import build_app
        from collabnet_dashboards.server import serve as serve_app

        app = build_app(path, reading=reading, home=home)

    def tell(address: str) -> None:
        how = "If it doesn't open by itself, open" if open_browser else "Open"
        say(f"{how} this address in a browser on this computer; Ctrl+C stops it:\n\n{address}\n\n")
        if open_browser and not webbrowser.open(address):
            warn("No browser could be opened: copy the address into one.")

    serve_app(app, port=port, open_message=tell, verbose=verbose)
    say("Stopped.\n")
