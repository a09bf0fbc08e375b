"""``collabnet assess``: what breaks when somebody leaves."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from collabnet.cli.console import FILE_WIDTH, deliver, say, warn, width, working
from collabnet.cli.loading import load
from collabnet.cli.options import (
    AudienceName,
    Output,
    PathArgument,
    Reading,
    Strict,
    WrongCall,
    rates_option,
)

if TYPE_CHECKING:
    from collabnet.risk.assessment import Assessment

EXAMPLE = "Example: collabnet assess sample:site_b --rates middle"


class Format(StrEnum):
    """How the assessment is written."""

    text = "text"
    json = "json"
    csv = "csv"
    html = "html"
    pdf = "pdf"
    xlsx = "xlsx"
    zip = "zip"


class Paper(StrEnum):
    """The paper of a PDF."""

    letter = "letter"
    a4 = "a4"


PASSED_ON = (Format.html, Format.pdf, Format.xlsx, Format.zip)
"""What is made to be passed on: for partners unless asked otherwise."""
PAGES = (Format.html, Format.pdf)


def assess(
    path: PathArgument,
    format: Annotated[
        Format,
        typer.Option(
            "--format",
            help="html and pdf: a two-page brief for a board; xlsx and zip (a CSV each): every "
            "table, with a readme; csv: the findings.",
        ),
    ] = Format.text,
    output: Output = None,
    full: Annotated[
        bool, typer.Option("--full", help="With html or pdf: every finding and table, not a brief.")
    ] = False,
    paper: Annotated[Paper, typer.Option("--paper", help="Of a PDF.")] = Paper.letter,
    audience: Annotated[
        AudienceName | None,
        typer.Option(
            "--audience",
            help="For whom: internal names staff. html, pdf, xlsx and zip are made for partners, "
            "everything else is internal, unless you say otherwise.",
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
    _check(format, output, full=full)
    coalition = load(path, reading, strict=strict, rates=rates)
    default = AudienceName.partner if format in PASSED_ON else AudienceName.internal
    chosen = audience or default
    with working("Assessing"):
        from collabnet.risk.assessment import assess as assess_coalition

        assessment = assess_coalition(coalition)
        if format in PASSED_ON:
            _hand_on(assessment, format, output, chosen, full=full, paper=paper)
            return
        text = _written(assessment, format, chosen, output is None)
    if format is Format.text and output is None:
        say(text)
    else:
        deliver(text, output)


def _check(format: Format, output: Path | None, *, full: bool) -> None:
    """Refuse calls that can't be meant."""
    if full and format not in PAGES:
        raise WrongCall(
            f"--full needs --format html or pdf; got {format.value}. Leave --full out: xlsx and "
            "zip hold every table."
        )
    if output is None and format in PASSED_ON and format is not Format.html:
        raise WrongCall(
            f"--format {format.value} needs a file to write, which a terminal can't show. Say "
            f"--output FILE.{format.value}."
        )


def _hand_on(
    assessment: "Assessment",
    format: Format,
    output: Path | None,
    audience: AudienceName,
    *,
    full: bool,
    paper: Paper,
) -> None:
    from collabnet.reports.hand_on import hand_on
    from collabnet.reports.made import report_bytes, what_of

    kind, ending = "full" if full else "brief", f".{format.value}"
    data = report_bytes(assessment, ending, audience.value, kind=kind, paper=paper.value)
    told = hand_on(
        data,
        output,
        assessment=assessment,
        audience=audience.value,
        what=what_of(ending, kind),
        ending=ending,
    )
    if output is None:
        deliver(data.decode(), None)
    else:
        warn(f"Written: {output}")
    if told and audience is AudienceName.internal:  # others are refused where the log fails
        warn(told)


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
    from collabnet.reports.text import assessment_text

    return assessment_text(released, width() if for_terminal else FILE_WIDTH)
