"""``collabnet waves``: what changed in a coalition over time, and early warnings."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from collabnet.cli.console import FILE_WIDTH, deliver, say, warn, width, working
from collabnet.cli.loading import load
from collabnet.cli.options import AudienceName, Output, PathArgument, Reading, Strict

if TYPE_CHECKING:
    from collabnet.comparison.waves import OverTime, WaveComparison
    from collabnet.model import Coalition

EXAMPLE = "Example: collabnet waves sample:two_waves --months 6"


class Format(StrEnum):
    """How it is written."""

    text = "text"
    json = "json"
    csv = "csv"
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
        Format, typer.Option("--format", help="svg is a map of what is kept, new and lost.")
    ] = Format.text,
    output: Output = None,
    audience: Annotated[
        AudienceName,
        typer.Option("--audience", help="For whom: internal names staff."),
    ] = AudienceName.internal,
    seed: Annotated[int, typer.Option("--seed", metavar="N", min=0, help="For what is drawn.")] = 0,
    reading: Reading = None,
    strict: Strict = False,
) -> None:
    """Say which links are new, lost and kept, and warn early of those that weaken."""
    coalition = load(path, reading, strict=strict)
    with working("Comparing"):
        from collabnet.comparison.waves import waves as over_time

        found = over_time(coalition, wave, months, seed=seed)
        text = written(
            found, format.value, audience.value, width() if output is None else FILE_WIDTH
        )
    if output is not None and audience is not AudienceName.internal:
        _hand_on(coalition, text, output, audience, format)
    elif format is Format.text and output is None:
        say(text)
    else:
        deliver(text, output)


def _hand_on(
    coalition: "Coalition", text: str, output: Path, audience: AudienceName, format: Format
) -> None:
    """Write the file, after a line on it in the coalition's disclosure log."""
    from collabnet.reports.hand_on import hand_on
    from collabnet.risk.assessment import assess

    hand_on(
        text.encode("utf-8", "backslashreplace"),
        output,
        assessment=assess(coalition, worlds=0),
        audience=audience.value,
        what="waves",
        ending=f".{format.value}",
    )
    warn(f"Written: {output}")


def written(
    found: "OverTime | WaveComparison", format: str, audience: str, columns: int | None
) -> str:
    """Write what changed over time as text, json, csv or svg.

    Raises
    ------
    CollabnetError
        If a map is asked for where there is none.
    """
    from collabnet.sharing.waves import release_waves

    released = release_waves(found, audience)
    if format == "text":
        from collabnet.reports.waves_text import waves_text

        return waves_text(released, columns)
    from collabnet.reports import waves_files

    if format == "csv":
        return waves_files.waves_csv(released)
    if format == "svg":
        return waves_files.waves_svg(released)
    from collabnet.reports.as_dict import to_json

    return to_json(found.to_dict() if audience == "internal" else waves_files.waves_dict(released))
