"""``collabnet compare``: two sites side by side, or one coalition at two times."""

import csv
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from collabnet.cli.console import FILE_WIDTH, deliver, say, warn, warn_wrapped, width, working
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
        Format, typer.Option("--format", help="html is a page to print, with maps.")
    ] = Format.text,
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
    write_compared(found, format.value, output, audience)
    if kind is Kind.auto and not isinstance(found, Comparison):
        warn_wrapped(SAME)


def write_compared(
    found: "Compared", form: str, output: Path | None, audience: AudienceName | None
) -> None:
    """Print what was compared, or write it to a file.

    Pages, and files for others, are written down in the disclosure logs.
    """
    is_page = form == "html"
    chosen = (audience or (AudienceName.partner if is_page else AudienceName.internal)).value
    with working("Writing"):
        from collabnet.reports.compared import compared_text, hand_on_compared

        text = compared_text(found, form, chosen, width() if output is None else FILE_WIDTH)
    if is_page or (output is not None and chosen != "internal"):
        told = hand_on_compared(found, text, output, audience=chosen, form=form)
        for one in told if chosen == "internal" else ():  # others are refused where a log fails
            warn(one)
        if output is not None:
            warn(f"Written: {output}")
            return
    if form == "text" and output is None:
        say(text)
    else:
        deliver(text, output)


def read_align(file: Path) -> dict[str, str | None]:
    """Read which agency of the second site has the part of one of the first.

    Raises
    ------
    WrongCall
        If the file can't be read, lacks a column, or gives an agency twice.
    """
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            rows = list(csv.DictReader(opened))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise WrongCall(
            f"--align needs a CSV file in UTF-8 that can be read; {file} can't be: "
            f"{getattr(error, 'strerror', None) or 'it is no such file'}."
        ) from None
    found: dict[str, str | None] = {}
    for row in rows:
        if not {"a", "b"} <= set(row):
            raise WrongCall(
                f"--align needs the columns a and b; {file} has {', '.join(map(str, row))}. "
                "Name them so in its first row."
            )
        one, other = ((row[name] or "").strip() for name in ("a", "b"))
        if one in found:
            raise WrongCall(f"--align needs each agency once; {file} has {one!r} twice.")
        if one:
            found[one] = other or None
    return found
