"""``collabnet waves``: what changed in a coalition over time, and early warnings."""

from enum import StrEnum
from typing import Annotated

import typer

from collabnet.cli.compare import ForWhom, write_compared
from collabnet.cli.console import working
from collabnet.cli.endings import format_of
from collabnet.cli.loading import load
from collabnet.cli.options import Output, PathArgument, Reading, Strict

EXAMPLE = "Example: collabnet waves sample:two_waves --months 6"


class Format(StrEnum):
    """How it is written."""

    text = "text"
    json = "json"
    csv = "csv"
    html = "html"
    svg = "svg"


def waves(
    path: PathArgument,
    months: Annotated[
        int, typer.Option("--months", metavar="N", help="Months in a window of the log, 1 to 24.")
    ] = 6,
    wave: Annotated[
        list[str] | None,
        typer.Option(
            "--wave",
            metavar="WAVE",
            help="Compare these waves of the survey only, in this order. Repeatable.",
            show_default=False,
        ),
    ] = None,
    format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="html is a page to print, svg the map of what is kept, new and lost. Where a file "
            "is written, its ending tells.",
            show_default=False,
        ),
    ] = None,
    output: Output = None,
    audience: ForWhom = None,
    seed: Annotated[int, typer.Option("--seed", metavar="N", min=0, help="For what is drawn.")] = 0,
    reading: Reading = None,
    strict: Strict = False,
) -> None:
    """Say which links are new, lost and kept, and warn early of those that weaken.

    A folder for each year is compared by: collabnet compare OLD NEW
    """
    form = format_of(format, output, Format.text)
    coalition = load(path, reading, strict=strict)
    with working("Comparing"):
        from collabnet.comparison.waves import waves as over_time

        found = over_time(coalition, wave, months, seed=seed)
    write_compared(found, form.value, output, audience)
