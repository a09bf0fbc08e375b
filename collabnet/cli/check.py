"""``collabnet check``: what is there, what is wrong, what can be said."""

import typer

from collabnet.cli.console import deliver, width
from collabnet.cli.endings import format_of
from collabnet.cli.loading import MILD
from collabnet.cli.options import (
    Output,
    PathArgument,
    Reading,
    Strict,
    TextFormat,
    WordsOrJson,
    parse_reading,
)

EXAMPLE = "Example: collabnet check sample:site_b"


def check(
    path: PathArgument,
    format: WordsOrJson = None,
    output: Output = None,
    reading: Reading = None,
    strict: Strict = False,
) -> None:
    """Say what is there, what is wrong row by row, and what can be said with it."""
    form = format_of(format, output, TextFormat.text)
    answers = parse_reading(reading)
    from collabnet.data.check import check as check_folder

    found = check_folder(path, reading=answers)
    if form is TextFormat.json:
        from collabnet.reports.as_dict import to_json

        deliver(to_json(found.to_dict()), output)
    else:
        from collabnet.reports.layout import wrapped_lines

        deliver(wrapped_lines(found.to_text(), width() if output is None else None), output)
    if found.is_refused or (strict and any(one.level not in MILD for one in found.found)):
        raise typer.Exit(1)
