"""Arguments and options that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

PATH_HELP = "A coalition folder, or a sample's name such as sample:site_b."
HIGHEST_PORT = 65535
_OFTEN = ("date_order", "table", "sheet", "header_row", "delimiter", "encoding", "decimal", "drop",
          "accept", "missing")  # fmt: skip


class AudienceName(StrEnum):
    """For whom something is made."""

    internal = "internal"
    partner = "partner"
    public = "public"


class TextFormat(StrEnum):
    """Words for a reader, or JSON for a program."""

    text = "text"
    json = "json"


WordsOrJson = Annotated[
    TextFormat | None,
    typer.Option(
        "--format",
        help="Words, or JSON for a program. Where a file is written, its ending tells.",
        show_default=False,
    ),
]


class WrongCall(typer.BadParameter):
    """The call is wrong; the text says what was needed, what came, what to do."""

    def format_message(self) -> str:
        """The text alone, whatever option it is about."""
        return self.message


def parse_port(text: str | int) -> int:
    """Read a port.

    Raises
    ------
    WrongCall
        If it is no whole number from 0 to 65535.

    Examples
    --------
    >>> parse_port("8050")
    8050
    """
    given = str(text).strip()
    if given.isascii() and given.isdigit() and int(given[:9]) <= HIGHEST_PORT:
        return int(given)
    raise WrongCall(
        f"--port needs a whole number from 0 to {HIGHEST_PORT}, such as 8050; 0 takes a free "
        f"port; got {str(text)!r}."
    )


PathArgument = Annotated[str, typer.Argument(metavar="PATH", help=PATH_HELP, show_default=False)]
Reading = Annotated[
    list[str] | None,
    typer.Option(
        "--reading",
        metavar="KEY=VALUE",
        help="Answer a question of the check, for example date_order=day-first. Repeatable; "
        'lists take several values with commas: "drop=client name,reason".',
        show_default=False,
    ),
]
Strict = Annotated[
    bool,
    typer.Option("--strict", help="End with exit code 1 if the data has a problem above a note."),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write to this file instead.", show_default=False
    ),
]
Port = Annotated[
    int | None,
    typer.Option(
        "--port",
        metavar="N",
        help="Port of the screen; 0 takes a free one. Without it 8050, or a free one.",
        parser=parse_port,
        show_default=False,
    ),
]


def rates_option(help: str) -> Any:  # noqa: ANN401 - as Typer has it
    """Make the option ``--rates``; what the rates are for differs by command."""
    return typer.Option("--rates", metavar="low|middle|high|NUMBER", help=help, show_default=False)


def parse_reading(answers: list[str] | None) -> dict[str, object]:
    """Turn KEY=VALUE into a mapping; lists add up, else the last of equal keys counts.

    Examples
    --------
    >>> parse_reading(["drop=client name", "century=20", "drop=reason", "century=19"])
    {'drop': 'client name,reason', 'century': '19'}

    Raises
    ------
    WrongCall
        If an answer has no key or no equals sign, or answers no question there is.
    """
    if not answers:
        return {}
    from collabnet.data.options import OPTIONS  # not for --help

    found: dict[str, object] = {}
    for answer in answers:
        key, sign, value = (part.strip() for part in answer.partition("="))
        if not sign or not key:
            raise WrongCall(
                f"--reading needs KEY=VALUE, for example date_order=day-first; got {answer!r}."
            )
        _need_question(key)
        adds = key in found and OPTIONS[key.rpartition(".")[2]].takes == "list"
        found[key] = f"{found[key]},{value}" if adds else value
    return found


def _need_question(key: str) -> None:
    """Refuse a key that no question has; ``referrals.date_order`` asks of one table alone."""
    from difflib import get_close_matches

    from collabnet.data.options import OPTIONS

    name = key.rpartition(".")[2]
    if name in OPTIONS:
        return
    close = get_close_matches(name, OPTIONS, n=3, cutoff=0.6)
    near = f" Did you mean {' or '.join(close)}?" if close else ""
    raise WrongCall(
        f"--reading has no key {key!r}.{near} Often needed are {', '.join(_OFTEN)}; a problem "
        "names the key that answers it, and the reference page 'Problems' lists all. With a "
        "table's name in front, as in referrals.date_order, a key counts for that table alone."
    )
