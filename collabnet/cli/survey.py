"""``collabnet survey``: who answered, both sides of ties, survey against log."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from collabnet.cli.console import FILE_WIDTH, deliver, width
from collabnet.cli.endings import format_of
from collabnet.cli.loading import load
from collabnet.cli.options import Output, PathArgument, Reading, Strict, WrongCall

if TYPE_CHECKING:
    import pandas as pd

    from collabnet.model import Coalition

EXAMPLE = "Example: collabnet survey sample:site_b --table sides"
RULES = ("union", "confirmed", "reconstructed", "fewest", "most", "bounds")


class Table(StrEnum):
    """Which table is written."""

    responses = "responses"
    sides = "sides"
    claimed = "claimed"
    used = "used"
    unknown = "unknown"
    ties = "ties"


class Format(StrEnum):
    """How the table is written."""

    text = "text"
    csv = "csv"
    json = "json"


ABOUT = {
    Table.responses: "Who answered. A missing answer is unknown, never zero.",
    Table.sides: "What both sides of a tie say of each other, and the gap between them.",
    Table.claimed: "Claimed by somebody who was asked, and never used in the log.",
    Table.used: "Used in the log, and never claimed by those who were asked and answered.",
    Table.unknown: "Used in the log; who sends was not asked, or did not answer.",
    Table.ties: "Ties by the rule {rule}, without direction.",
}
LEFT_OUT = (
    "rows", "rule", "status", "asked_is_stated", "is_one_view", "possible_ties", "known_ties",
    "at_cap",
)  # fmt: skip
"""Columns that CSV and JSON have, and a terminal has no room for."""
NOTHING = "There is nothing to show."


def survey(
    path: PathArgument,
    table: Annotated[
        Table,
        typer.Option("--table", help="responses: who answered; claimed, used: against the log."),
    ] = Table.responses,
    rule: Annotated[
        str,
        typer.Option(
            "--rule", metavar="NAME", help=f"When two sides have a tie: {', '.join(RULES)}."
        ),
    ] = "union",
    question: Annotated[
        str | None,
        typer.Option(
            "--question", metavar="NAME", help="One question; all if not said.", show_default=False
        ),
    ] = None,
    wave: Annotated[
        str | None,
        typer.Option(
            "--wave", metavar="NAME", help="One wave; all if not said.", show_default=False
        ),
    ] = None,
    format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="Words, a table, or JSON for a program. Where a file is written, its ending "
            "tells.",
            show_default=False,
        ),
    ] = None,
    output: Output = None,
    reading: Reading = None,
    strict: Strict = False,
) -> None:
    """Say who answered a survey, what both sides say, and how it fits the log."""
    form = format_of(format, output, Format.text)
    if rule not in RULES:
        raise WrongCall(f"--rule needs one of {', '.join(RULES)}; got {rule!r}.")
    coalition = load(path, reading, strict=strict)
    found = _table(coalition, table, rule, question, wave)
    if form is Format.json:
        deliver(_json(coalition, table, found), output)
    elif form is Format.csv:
        deliver(_csv(coalition, found), output)
    else:
        columns = width() if output is None else FILE_WIDTH
        deliver(_text(coalition, ABOUT[table].format(rule=rule), found, columns), output)


def _table(
    coalition: "Coalition", table: Table, rule: str, question: str | None, wave: str | None
) -> "pd.DataFrame":
    from collabnet import surveys

    if table is Table.sides:
        return surveys.sides(coalition, question=question, wave=wave)
    if table is Table.ties:
        return surveys.ties(coalition, rule=rule, question=question, wave=wave)
    if table is Table.responses:
        found = surveys.response_rates(coalition)
        for column, name in (("question", question), ("wave", wave)):
            found = found[found[column] == name] if name is not None else found
        return found
    both = surveys.claimed_and_used(coalition, question=question or "referral", wave=wave)
    return {"claimed": both.claimed, "used": both.used, "unknown": both.unknown}[table.value]


def _records(found: "pd.DataFrame") -> list[dict[str, Any]]:
    """The rows as plain values: days as text, what is unknown as None."""
    import pandas as pd

    from collabnet.model.records import records
    from collabnet.risk.as_dict import plain, table_records

    if "last_used" in found:
        days = [None if day is None else str(day.date()) for (day,) in records(found, "last_used")]
        found = found.assign(last_used=pd.Series(days, index=found.index, dtype="object"))
    return [plain(row) for row in table_records(found)]


def _json(coalition: "Coalition", table: Table, found: "pd.DataFrame") -> str:
    from collabnet import __version__
    from collabnet.reports.as_dict import to_json

    return to_json(
        {
            "schema_version": 1,
            "name": coalition.settings.name,
            "label": coalition.settings.label,
            "table": table.value,
            "statuses": _statuses(coalition),
            "rows": _records(found),
            "inputs": {**coalition.inputs, "coalition": coalition.digest},
            "version": __version__,
        }
    )


def _statuses(coalition: "Coalition") -> list[str]:
    return sorted(set(coalition.answers["status"]))


def _made_up(coalition: "Coalition") -> str:
    """What every page of a survey says whose answers nobody gave."""
    return (
        "Every answer is illustrative: made up" if _statuses(coalition) == ["illustrative"] else ""
    )


def _csv(coalition: "Coalition", found: "pd.DataFrame") -> str:
    from collabnet.reports.csv_table import to_csv

    label = "; ".join(filter(None, [coalition.settings.label, _made_up(coalition)]))
    rows = [{name: _cell(cell) for name, cell in row.items()} for row in _records(found)]
    columns = [str(column) for column in found.columns]
    if label:
        rows, columns = [{**row, "label": label} for row in rows], [*columns, "label"]
    return to_csv(columns, rows)


def _cell(value: object) -> object:
    """One cell: lists with semicolons, rows as file:row, nothing where nothing is known."""
    if value is None:
        return ""
    if isinstance(value, list):
        return ";".join(str(_cell(one)) for one in value)
    if isinstance(value, dict):
        return f"{value['file']}:{value['row']}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _text(coalition: "Coalition", about: str, found: "pd.DataFrame", columns: int | None) -> str:
    from collabnet.reports.layout import joined, table, visible, wrap

    label = f" [{coalition.settings.label}]" if coalition.settings.label else ""
    head = wrap(f"{visible(coalition.settings.name)}{label}. Internal: names staff.", columns)
    made_up = _made_up(coalition)
    told = f"{about} {made_up}." if made_up else about
    blocks = [head, wrap(told, columns)]
    rows = [{name: _cell(cell) for name, cell in row.items()} for row in _records(found)]
    shown = [str(name) for name in found.columns if name not in LEFT_OUT]
    if rows:
        cells = [[visible(_short(row[name])) for name in shown] for row in rows]
        blocks.append(table([[name.replace("_", " ") for name in shown], *cells], columns))
    else:
        blocks.append([NOTHING])
    return joined(blocks) + "\n"


def _short(cell: object) -> str:
    return f"{cell:.2f}" if isinstance(cell, float) else str(cell)
