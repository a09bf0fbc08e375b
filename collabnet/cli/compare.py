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
    from collabnet.comparison.sites import Comparison
    from collabnet.comparison.waves import WaveComparison

EXAMPLE = "Example: collabnet compare sample:site_a sample:site_b"


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
        Format, typer.Option("--format", help="html is a page with both maps.")
    ] = Format.text,
    output: Output = None,
    audience: Annotated[
        AudienceName | None,
        typer.Option(
            "--audience",
            help="For whom: internal names staff. The page is made for partners, everything "
            "else is internal, unless you say otherwise.",
            show_default=False,
        ),
    ] = None,
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
    default = AudienceName.partner if format is Format.html else AudienceName.internal
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
        columns = width() if output is None else FILE_WIDTH
        chosen = (audience or default).value
        if isinstance(found, Comparison):
            text = _written(found, format, chosen, columns)
        else:
            text = _written_waves(found, format, chosen, columns)
            if kind is Kind.auto:
                warn_wrapped(SAME)
    if format is Format.html and isinstance(found, Comparison):
        _hand_on(found, text, output, chosen)
    elif format is Format.text and output is None:
        say(text)
    else:
        deliver(text, output)


def _written_waves(
    found: "WaveComparison", format: Format, audience: str, columns: int | None
) -> str:
    if format is Format.html:
        raise WrongCall(
            "--format html is for two sites; these two have mostly the same ids, so they are taken "
            "for one coalition at two times. Choose text, json or csv, or say --kind sites."
        )
    from collabnet.cli.waves import written

    return written(found, format.value, audience, columns)


def _hand_on(found: "Comparison", text: str, output: Path | None, audience: str) -> None:
    """Write the page down in the disclosure log of both sites, then write the page itself."""
    from collabnet.reports.hand_on import hand_on
    from collabnet.risk.assessment import Assessment

    data = text.encode("utf-8", "backslashreplace")
    for site, path in ((found.b, None), (found.a, output)):
        said = hand_on(
            data,
            path,
            assessment=Assessment(site.whole, worlds=0),
            audience=audience,
            what="comparison",
            ending=".html",
        )
        if said and audience == "internal":  # others are refused where the log fails
            warn(f"{site.name}: {said}")
    if output is None:
        deliver(text, None)
    else:
        warn(f"Written: {output}")


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


def _written(found: "Comparison", format: Format, audience: str, columns: int | None) -> str:
    from collabnet.reports.as_dict import to_json
    from collabnet.sharing.comparison import release_comparison

    if format is Format.json and audience == "internal":
        return to_json(dict(found.to_dict()))
    released = release_comparison(found, audience)
    if format is Format.text:
        from collabnet.reports.comparison_text import comparison_text

        return comparison_text(released, columns)
    from collabnet.reports import comparison_files

    if format is Format.json:
        return to_json(comparison_files.comparison_released_dict(released))
    if format is Format.csv:
        return comparison_files.comparison_csv(released)
    return comparison_files.comparison_html(released)
