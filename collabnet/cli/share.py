"""``collabnet share``: a safe copy that may be passed on."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from collabnet.cli.console import say, warn_wrapped, width, working
from collabnet.cli.loading import load
from collabnet.cli.options import PathArgument, Reading, Strict, WrongCall

if TYPE_CHECKING:
    from collabnet.model import Coalition

EXAMPLE = "Example: collabnet share sample:site_b --to for_partners"


def share(
    path: PathArgument,
    to: Annotated[
        Path | None,
        typer.Option(
            "--to",
            metavar="DIR|FILE",
            help="A new or empty folder, or a file ending in .zip.",
            show_default=False,
        ),
    ] = None,
    audience: Annotated[
        str, typer.Option("--audience", metavar="partner|public", help="For whom it is made.")
    ] = "partner",
    what: Annotated[
        str | None,
        typer.Option(
            "--what",
            metavar="A,B",
            help="Some of brief, report, tables, map, network; all of them if left out.",
            show_default=False,
        ),
    ] = None,
    on: Annotated[
        datetime | None,
        typer.Option(
            "--on",
            metavar="YYYY-MM-DD",
            formats=["%Y-%m-%d"],
            help="The day that the copy says; today if left out.",
            show_default=False,
        ),
    ] = None,
    again: Annotated[
        int | None,
        typer.Option(
            "--again",
            metavar="N",
            help="Make copy N of the log once more, to the byte.",
            show_default=False,
        ),
    ] = None,
    log: Annotated[
        bool, typer.Option("--log", help="List what has left so far; nothing is made.")
    ] = False,
    reading: Reading = None,
    strict: Strict = False,
) -> None:
    """Make a safe copy: no names of staff, small counts hidden, pseudonyms drawn afresh.

    A manifest says for whom it is and of which data, and the folder keeps a line of it.
    """
    if log and not (to is None and what is None and on is None and again is None):
        raise WrongCall(
            "--log lists what has left and makes nothing; it can't go with --to, --what, --on or "
            "--again. Leave one or the other out."
        )
    coalition = load(path, reading, strict=strict)
    if log:
        _list(coalition)
        return
    if to is None:
        raise WrongCall(
            "share needs --to with a new folder or a file ending in .zip, such as --to "
            "for_partners; got none. To see what has left so far: --log."
        )
    with working("Making a safe copy"):
        from collabnet.reports.safe_copy.parts import WHAT
        from collabnet.reports.safe_copy.write import make_copy, write_copy
        from collabnet.risk.assessment import assess

        assessment = assess(coalition)
        made = make_copy(
            assessment,
            audience,
            what=WHAT if what is None else [one.strip() for one in what.split(",")],
            made_on=on.date() if on else None,
            again=again,
        )
        told = write_copy(assessment, made, to)
    from collabnet.data.issues import counted
    from collabnet.sharing.audiences import NOTICES

    notice = NOTICES[made.disclosure.audience]
    _say(f"Written: {to} ({counted(len(made.files), 'file')}). {notice}.")
    if made.network is not None:
        _say(*made.network.reasons)
        if made.network.report is not None:
            _say(*made.network.report.sentences[:-1])
    if told:
        warn_wrapped(told)


def _list(coalition: "Coalition") -> None:
    from collabnet.sharing.disclosures import read_disclosures

    found = read_disclosures(coalition.folder) if coalition.folder else ()
    _say(*([one.words for one in found] or ["Nothing has left so far."]))


def _say(*texts: str) -> None:
    from collabnet.reports.layout import wrap

    say("\n".join(line for text in texts for line in wrap(text, width())) + "\n")
