"""``collabnet count``: pathways from a log of any size, without loading it."""

import re
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from collabnet.cli.console import deliver, warn, warn_wrapped
from collabnet.cli.options import Output, Reading, Strict, WrongCall, parse_reading

if TYPE_CHECKING:
    import pandas as pd

    from collabnet.data.logs import Counts, Tokens

EXAMPLE = "Example: collabnet count referrals.parquet --column date=Day --output pathways.csv"
SHOWN = 20
"""So many rejected rows are printed."""
COLUMNS = ("date", "from_agency", "to_agency", "from_person", "service", "status")


class By(StrEnum):
    """What a row of the table is about."""

    pathway = "pathway"
    person = "person"
    path = "path"


def count(
    logs: Annotated[
        list[Path] | None,
        typer.Argument(metavar="LOG...", help="Logs, as CSV or Parquet.", show_default=False),
    ] = None,
    by: Annotated[
        By,
        typer.Option(
            "--by",
            help="A row for each pathway, each person who sends, or each path of clients through "
            "three agencies (needs --clients).",
        ),
    ] = By.pathway,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--column",
            metavar="OURS=THEIRS",
            help="What one of our columns is called in the log: date=Day. Repeatable; ours are "
            f"{', '.join(COLUMNS)}.",
            show_default=False,
        ),
    ] = None,
    start: Annotated[
        str | None,
        typer.Option("--from", metavar="DAY", help="First day, as 2024-01-31.", show_default=False),
    ] = None,
    end: Annotated[
        str | None,
        typer.Option("--to", metavar="DAY", help="Last day, as 2024-12-31.", show_default=False),
    ] = None,
    clients: Annotated[
        str | None,
        typer.Option(
            "--clients",
            metavar="COLUMN",
            help="Count different clients by this column; needs --key. No id is kept.",
            show_default=False,
        ),
    ] = None,
    key: Annotated[
        Path | None,
        typer.Option("--key", metavar="FILE", help="The key for --clients.", show_default=False),
    ] = None,
    new_key: Annotated[
        Path | None,
        typer.Option(
            "--new-key",
            metavar="FILE",
            help="Make a key and do nothing else; keep it out of the coalition's folder.",
            show_default=False,
        ),
    ] = None,
    memory: Annotated[
        str, typer.Option("--memory", metavar="SIZE", help="How much memory it may take.")
    ] = "2GB",
    output: Output = None,
    reading: Reading = None,
    strict: Strict = False,
) -> None:
    """Count the referrals of logs of millions of rows, by pathway, as a CSV table."""
    if new_key is not None:
        _make_key(new_key, alone=not logs and clients is None and key is None)
        return
    if not logs:
        raise WrongCall("LOG is needed: the file of a log, or several.")
    if (clients is None) != (key is None):
        raise WrongCall(
            "--clients needs --key, and --key needs --clients. Make a key with: collabnet count "
            "--new-key FILE"
        )
    if by is By.path and clients is None:
        raise WrongCall(
            "--by path counts different clients, so it needs --clients and --key: without them "
            "clients aren't linked."
        )
    answers, named = parse_reading(reading), _columns(columns)
    if not re.fullmatch(r"\d{1,6} ?[KMGT]i?B", memory, re.IGNORECASE):
        raise WrongCall(f"--memory needs a size such as 500MB or 4GB; got {memory!r}.")
    period = (_day("--from", start), _day("--to", end))
    from collabnet.data.logs import count_pathways
    from collabnet.reports.progress_bar import open_bar

    with open_bar() as tell:
        counts = count_pathways(
            logs,
            columns=named,
            period=period,
            clients=clients or "",
            tokens=_tokens(key),
            reading=answers,
            progress=tell,
            memory=memory,
        )
    _tell(counts)
    tables = {By.pathway: counts.pathways, By.person: counts.carriers, By.path: counts.paths}
    deliver(_csv(tables[by]), output)
    if strict and counts.n_rejected:
        raise typer.Exit(1)


def _make_key(path: Path, *, alone: bool) -> None:
    if not alone:
        raise WrongCall("--new-key makes a key and does nothing else: call it alone.")
    from collabnet.data.logs import write_new_key

    write_new_key(path)
    warn_wrapped(
        f"Written: {path}. Keep it where only you can read it, and never with the data; whoever "
        "has both can find out who was counted."
    )


def _tokens(key: Path | None) -> "Tokens | None":
    if key is None:
        return None
    from collabnet.data.logs import Tokens, read_key

    return Tokens(read_key(key))


def _columns(given: list[str] | None) -> dict[str, str]:
    found = {}
    for one in given or []:
        ours, sign, theirs = (part.strip() for part in one.partition("="))
        if not sign or not theirs or ours not in COLUMNS:
            raise WrongCall(
                f"--column needs OURS=THEIRS with one of {', '.join(COLUMNS)}, for example "
                f"date=Day; got {one!r}."
            )
        found[ours] = theirs
    return found


def _day(option: str, text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WrongCall(f"{option} needs a day such as 2024-01-31; got {text!r}.") from None


def _tell(counts: "Counts") -> None:
    """Say on standard error what became of the rows."""
    if len(counts.rejected):
        lines = ["Rejected rows:"]
        for one in counts.rejected.head(SHOWN).to_dict("records"):
            place = f"{one['file']}, row {one['row']}"
            place += f", column {one['column']}" if one["column"] else ""
            lines.append(f"- {place}: {one['message']} {one['remedy']} [{one['code']}]")
        if counts.n_rejected > SHOWN:
            found = ", ".join(f"{n} {code}" for code, n in counts.rejected_by_code.items())
            lines.append(f"- and {counts.n_rejected - SHOWN} more; in all: {found}")
        warn_wrapped("\n".join(lines))
    notes = [one for one in counts.problems if one.level == "NOTE"]
    if notes:
        warn_wrapped("\n".join(["Notes:", *(f"- {one}" for one in notes)]))
    if counts.n_clients is not None:
        warn(f"Different clients: {counts.n_clients}.")
    warn(counts.balance)


def _csv(table: "pd.DataFrame") -> str:
    from collabnet.reports.csv_table import to_csv

    days = [name for name in table if str(name).endswith("_on")]
    text = table.assign(**{str(name): table[name].dt.strftime("%Y-%m-%d") for name in days})
    rows = [{str(name): cell for name, cell in row.items()} for row in text.to_dict("records")]
    return to_csv([str(name) for name in table.columns], rows)
