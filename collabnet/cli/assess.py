"""``collabnet assess``: what breaks when somebody leaves."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from collabnet.cli.console import FILE_WIDTH, deliver, say, width, working
from collabnet.cli.loading import load
from collabnet.cli.options import AudienceName, Output, PathArgument, Reading, Strict, rates_option

if TYPE_CHECKING:
    from collabnet.risk.assessment import Assessment

EXAMPLE = "Example: collabnet assess sample:site_b --rates middle"


class Format(StrEnum):
    """How the assessment is written."""

    text = "text"
    json = "json"
    csv = "csv"
    html = "html"


def assess(
    path: PathArgument,
    format: Annotated[
        Format, typer.Option("--format", help="html is a two-page brief for a board.")
    ] = Format.text,
    output: Output = None,
    audience: Annotated[
        AudienceName | None,
        typer.Option(
            "--audience",
            help="For whom: internal names staff. The brief is made for partners, everything "
            "else is internal, unless you say otherwise.",
            show_default=False,
        ),
    ] = None,
    rates: Annotated[
        str | None,
        rates_option("Departures a year of each person, for chances; without it there are none."),
    ] = None,
    reading: Reading = None,
    strict: Strict = False,
) -> None:
    """Find what breaks when somebody leaves, and say it in plain sentences."""
    coalition = load(path, reading, strict=strict, rates=rates)
    default = AudienceName.partner if format is Format.html else AudienceName.internal
    with working("Assessing"):
        from collabnet.risk.assessment import assess as assess_coalition

        text = _written(assess_coalition(coalition), format, audience or default, output is None)
    if format is Format.text and output is None:
        say(text)
    else:
        deliver(text, output)


def _written(
    assessment: "Assessment", format: Format, audience: AudienceName, for_terminal: bool
) -> str:
    from collabnet.sharing import release

    if format is Format.json and audience is AudienceName.internal:
        from collabnet.reports.as_dict import to_json

        return to_json(assessment.to_dict())
    released = release(assessment, audience.value)
    if format is Format.json:
        from collabnet.reports.as_dict import released_dict, to_json

        return to_json(released_dict(released))
    if format is Format.csv:
        from collabnet.reports.csv_table import findings_csv

        return findings_csv(released)
    if format is Format.html:
        from collabnet.reports.brief import brief_html

        return brief_html(released)
    from collabnet.reports.text import assessment_text

    return assessment_text(released, width() if for_terminal else FILE_WIDTH)
