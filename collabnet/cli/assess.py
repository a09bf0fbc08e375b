"""``collabnet assess``: what breaks when somebody leaves."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from collabnet.cli.console import FILE_WIDTH, width, working
from collabnet.cli.endings import format_of
from collabnet.cli.giving import give
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


FOR_PARTNERS = (Format.html, Format.pdf, Format.xlsx, Format.zip)
"""What is made to be passed on: for partners unless asked otherwise."""
PAGES = (Format.html, Format.pdf)


def assess(
    path: PathArgument,
    format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="html and pdf: a two-page brief for a board; xlsx and zip (a CSV each): every "
            "table, with a readme; csv: the findings. Where a file is written, its ending tells.",
            show_default=False,
        ),
    ] = None,
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
    form = format_of(format, output, Format.text)
    _check(form, output, full=full)
    coalition = load(path, reading, strict=strict, rates=rates)
    usual = AudienceName.partner if form in FOR_PARTNERS else AudienceName.internal
    chosen = (audience or usual).value
    with working("Assessing"):
        from collabnet.reports.hand_on import concerned_in
        from collabnet.risk.assessment import assess as assess_coalition

        assessment, what = assess_coalition(coalition), "findings"
        made: str | bytes
        if form in FOR_PARTNERS:
            from collabnet.reports.made import report_bytes, what_of

            kind, ending = "full" if full else "brief", f".{form.value}"
            made = report_bytes(assessment, ending, chosen, kind=kind, paper=paper.value)
            what = what_of(ending, kind)
        else:
            made = _written(assessment, form, chosen, output is None)
        concerned = [concerned_in(assessment, chosen, what)]
    give(made, output, form=form.value, audience=chosen, what=what, concerned=concerned)


def _check(format: Format, output: Path | None, *, full: bool) -> None:
    """Refuse calls that can't be meant."""
    if full and format not in PAGES:
        raise WrongCall(
            f"--full needs --format html or pdf; got {format.value}. Leave --full out: xlsx and "
            "zip hold every table."
        )
    if output is None and format in FOR_PARTNERS and format is not Format.html:
        raise WrongCall(
            f"--format {format.value} needs a file to write, which a terminal can't show. Say "
            f"--output FILE.{format.value}."
        )


def _written(assessment: "Assessment", format: Format, audience: str, for_terminal: bool) -> str:
    from collabnet.sharing import release

    if format is Format.json and audience == "internal":
        from collabnet.reports.as_dict import to_json

        return to_json(assessment.to_dict())
    released = release(assessment, audience)
    if format is Format.json:
        from collabnet.reports.as_dict import released_dict, to_json

        return to_json(released_dict(released))
    if format is Format.csv:
        from collabnet.reports.csv_table import findings_csv

        return findings_csv(released)
    from collabnet.reports.text import assessment_text

    return assessment_text(released, width() if for_terminal else FILE_WIDTH)
