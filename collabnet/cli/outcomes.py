"""``collabnet outcomes``: what became of referrals, and how soon."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from collabnet.cli.console import FILE_WIDTH, width
from collabnet.cli.endings import format_of
from collabnet.cli.giving import give
from collabnet.cli.loading import load
from collabnet.cli.options import AudienceName, Output, PathArgument, Reading, Strict

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from collabnet.model import Coalition
    from collabnet.sharing.released_outcomes import ReleasedOutcomes

NAMING = ("From", "To", "Service", "Receiving agency", "Referrals")
"""Columns that say what a row is about."""
EXAMPLE = "Example: collabnet outcomes sample:site_b --by receiver"


class By(StrEnum):
    """What a row is about."""

    pathway = "pathway"
    service = "service"
    receiver = "receiver"
    all = "all"


class Format(StrEnum):
    """How it is written."""

    text = "text"
    csv = "csv"
    json = "json"


def outcomes(
    path: PathArgument,
    by: Annotated[
        By,
        typer.Option("--by", help="A row for each pathway, service or receiving agency, or one."),
    ] = By.pathway,
    audience: Annotated[
        AudienceName,
        typer.Option(
            "--audience", help="For whom; outside internal small counts are hidden, days left out."
        ),
    ] = AudienceName.internal,
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
    """Say how many referrals were acknowledged, accepted, served and closed, and how soon."""
    form = format_of(format, output, Format.text)
    coalition = load(path, reading, strict=strict)
    from collabnet.reports.hand_on import Concerned
    from collabnet.sharing.outcomes import published_table, release_outcomes

    released = release_outcomes(coalition, audience.value, by=by.value)
    if form is Format.json:
        text = _json(coalition, released)
    elif form is Format.csv:
        text = _csv(coalition, released)
    else:
        text = _text(released, width() if output is None else FILE_WIDTH)
    is_internal = audience is AudienceName.internal
    counts = () if is_internal else (published_table(coalition).to_dict(),)
    give(
        text,
        output,
        form=form.value,
        audience=audience.value,
        what="outcomes",
        concerned=[Concerned(coalition, counts)],
    )


def _json(coalition: "Coalition", released: "ReleasedOutcomes") -> str:
    """Numbers for whoever holds the data; outside the same texts as everywhere."""
    from collabnet import __version__
    from collabnet.reports.as_dict import to_json

    head = {
        "schema_version": 1,
        "audience": released.audience,
        "notice": released.notice,
        "name": released.name,
        "label": released.label,
        "period": released.period,
        "by": released.by,
        "sentence": released.sentence,
        "notes": list(released.notes),
    }
    if released.audience != "internal":
        return to_json({**head, "rows": released.table.to_dict("records"), "version": __version__})
    from collabnet.risk.as_dict import plain, table_records
    from collabnet.risk.outcomes import outcomes as find_outcomes

    found = find_outcomes(coalition, released.by)
    told: dict[str, Any] = {
        **head,
        "until": None if found.until is None else found.until.isoformat(),
        "rows": table_records(found.table),
        "times": table_records(found.times),
        "inputs": {**coalition.inputs, "coalition": coalition.digest},
        "version": __version__,
    }
    return to_json(plain(told))


def _csv(coalition: "Coalition", released: "ReleasedOutcomes") -> str:
    """One line for each row, the notice and the label on every line; inside as numbers."""
    from collabnet.reports.csv_table import to_csv

    table = _numbers(coalition, released) if released.audience == "internal" else released.table
    told = {"notice": released.notice, "label": released.label}
    rows = [{**{str(k): v for k, v in row.items()}, **told} for row in table.to_dict("records")]
    return to_csv([*map(str, table.columns), *told], rows)


def _numbers(coalition: "Coalition", released: "ReleasedOutcomes") -> "pd.DataFrame":
    """The counts, then the days to acceptance, then those to service."""
    import pandas as pd

    from collabnet.risk.outcomes import outcomes as find_outcomes
    from collabnet.risk.outcomes.result import KEYS

    found = find_outcomes(coalition, released.by)
    parts = [found.table]
    for goal, rows in found.times.groupby("goal"):
        days = rows.drop(columns=["goal", *(set(rows) & set(KEYS[released.by]))])
        parts.append(days.add_prefix(f"{goal}_").reset_index(drop=True))
    return pd.concat(parts, axis="columns")


def _text(released: "ReleasedOutcomes", columns: int | None) -> str:
    from collabnet.reports.layout import joined, table, visible, wrap

    label = f" [{released.label}]" if released.label else ""
    head = f"{visible(released.name)}{label}. {released.period}. {released.notice}."
    blocks = [wrap(head, columns), wrap(released.sentence, columns) if released.sentence else []]
    if released.audience == "internal":
        blocks += [_told(row, columns) for row in _rows(released)]
    elif len(released.table):
        cells = released.table.astype("str").to_numpy().tolist()
        blocks.append(table([list(released.table.columns), *cells], columns))
    blocks.append([line for note in released.notes for line in wrap(note, columns, "- ", "  ")])
    return joined(blocks)


def _rows(released: "ReleasedOutcomes") -> "Iterator[tuple[str, dict[str, str], list[str]]]":
    """What each row is about, its counts, and how long it took; each thing said once."""
    waits = list(released.waits.values())
    for place, row in enumerate(released.table.to_dict("records")):
        accepted, served = waits[2 * place : 2 * place + 2]
        counts = {str(name): str(cell) for name, cell in row.items() if name not in NAMING}
        yield accepted.about, counts, list(dict.fromkeys([accepted.sentence, served.sentence]))


def _told(row: "tuple[str, dict[str, str], list[str]]", columns: int | None) -> list[str]:
    from collabnet.reports.layout import wrap

    about, counts, said = row
    parts = (f"{name.lower()}: {n}" for name, n in counts.items() if name != "Sent" and n)
    lines = wrap(f"{about}: {counts['Sent']} sent", columns)
    for one in ("; ".join(parts), *said):
        lines += wrap(one, columns, "  ", "  ")
    return lines
