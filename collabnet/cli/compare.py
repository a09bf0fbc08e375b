"""``collabnet compare``: two sites side by side, or one coalition at two times."""

import csv
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from collabnet.cli.console import FILE_WIDTH, warn_wrapped, width, working
from collabnet.cli.endings import format_of
from collabnet.cli.giving import give
from collabnet.cli.loading import load
from collabnet.cli.options import (
    PATH_HELP,
    AudienceName,
    Output,
    PathArgument,
    Reading,
    Strict,
    WrongCall,
)

if TYPE_CHECKING:
    from collabnet.reports.compared import Compared

EXAMPLE = "Example: collabnet compare sample:site_a sample:site_b"
ForWhom = Annotated[
    AudienceName | None,
    typer.Option(
        "--audience",
        help="For whom: internal names staff. The page is made for partners, everything "
        "else is internal, unless you say otherwise.",
        show_default=False,
    ),
]

SAME = (
    "Most ids are the same in both, so they are taken for one coalition at two times. To set them "
    "side by side as two sites, say --kind sites."
)


class Format(StrEnum):
    """How the comparison is written."""

    text = "text"
    json = "json"
    csv = "csv"
    html = "html"


class Kind(StrEnum):
    """What the two coalitions are."""

    auto = "auto"
    sites = "sites"
    waves = "waves"


class Boundaries(StrEnum):
    """How the boundaries of both sites were drawn."""

    alike = "alike"
    unlike = "unlike"


def compare(
    path: PathArgument,
    other: Annotated[str, typer.Argument(metavar="PATH", help=PATH_HELP, show_default=False)],
    format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="html is a page to print, with maps. Where a file is written, its ending tells.",
            show_default=False,
        ),
    ] = None,
    output: Output = None,
    audience: ForWhom = None,
    kind: Annotated[
        Kind,
        typer.Option("--kind", help="Two sites, or one coalition at two times; the ids tell."),
    ] = Kind.auto,
    align: Annotated[
        Path | None,
        typer.Option(
            "--align",
            metavar="FILE",
            help="A CSV with the columns a and b: the agency of the second site that has the "
            "part of one of the first; b empty: none has.",
            show_default=False,
        ),
    ] = None,
    boundaries: Annotated[
        Boundaries | None,
        typer.Option(
            "--boundaries",
            help="Whether the boundaries were drawn alike, where their texts don't tell.",
            show_default=False,
        ),
    ] = None,
    seed: Annotated[
        int, typer.Option("--seed", metavar="N", min=0, help="For the random networks.")
    ] = 0,
    reading: Reading = None,
    strict: Strict = False,
) -> None:
    """Set two sites side by side: what is alike, what differs, what can't be compared and why."""
    form = format_of(format, output, Format.text)
    given = None if align is None else read_align(align)
    one, two = (load(each, reading, strict=strict) for each in (path, other))
    with working("Comparing"):
        from collabnet.comparison.sites import Comparison
        from collabnet.comparison.sites import compare as compare_coalitions

        found = compare_coalitions(
            one,
            two,
            seed=seed,
            kind=kind.value,
            align=given,
            same_boundary=None if boundaries is None else boundaries is Boundaries.alike,
        )
    write_compared(found, form.value, output, audience)
    if kind is Kind.auto and not isinstance(found, Comparison):
        warn_wrapped(SAME)


def write_compared(
    found: "Compared", form: str, output: Path | None, audience: AudienceName | None
) -> None:
    """Print what was compared, or write it to a file: a page for partners, the rest internal."""
    usual = AudienceName.partner if form == "html" else AudienceName.internal
    chosen = (audience or usual).value
    with working("Writing"):
        from collabnet.reports.compared import compared_text, concerned_by, what_is

        text = compared_text(found, form, chosen, width() if output is None else FILE_WIDTH)
        concerned = concerned_by(found, chosen)
    give(text, output, form=form, audience=chosen, what=what_is(found), concerned=concerned)


def read_align(file: Path) -> dict[str, str | None]:
    """Read which agency of the second site has the part of one of the first.

    Raises
    ------
    WrongCall
        If the file can't be read, lacks a column, or a row, or gives an agency twice or not.
    """
    columns, rows = _columns_and_rows(file)
    if not {"a", "b"} <= set(columns):
        has = f"has {', '.join(columns)}" if columns else "is empty"
        raise WrongCall(
            f"--align needs the columns a and b; {file} {has}. Name them so in its first row."
        )
    found: dict[str, str | None] = {}
    for row in rows:
        one, other = ((row[name] or "").strip() for name in ("a", "b"))
        if one in found:
            raise WrongCall(f"--align needs each agency once; {file} has {one!r} twice.")
        if other and not one:
            raise WrongCall(
                f"--align needs an agency in the column a; {file} has none beside {other!r}. Leave "
                "the row out: who has no counterpart needs none."
            )
        if one:
            found[one] = other or None
    if not found:
        raise WrongCall(
            f"--align needs a row for each agency you know more of; {file} has none. Write them, "
            "or leave --align out."
        )
    return found


def _columns_and_rows(file: Path) -> tuple[list[str], list[dict[str, str]]]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            reader = csv.DictReader(opened)
            return list(reader.fieldnames or ()), list(reader)
    except OSError as error:
        why = error.strerror or "it can't be opened"
    except (UnicodeDecodeError, csv.Error):
        why = "it isn't in UTF-8, or no text. Save it again as CSV UTF-8"
    raise WrongCall(f"--align needs a CSV file in UTF-8 that can be read; {file} can't be: {why}.")
