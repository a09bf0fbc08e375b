"""``collabnet measure``: measures of every actor, as a table for research."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from collabnet.cli.console import deliver, warn
from collabnet.cli.loading import load
from collabnet.cli.options import Output, PathArgument, Reading, Strict, TableFormat, WrongCall

if TYPE_CHECKING:
    import pandas as pd

    from collabnet.model import Coalition, Network

EXAMPLE = "Example: collabnet measure sample:g1 --measures degree,betweenness --format csv"


class Level(StrEnum):
    """What an actor is."""

    people = "people"
    agencies = "agencies"


def measure(
    path: PathArgument,
    level: Annotated[Level, typer.Option("--level", help="What an actor is.")] = Level.people,
    relations: Annotated[
        str | None,
        typer.Option(
            "--relations",
            metavar="KIND,...",
            help="Kinds of tie, such as referral,contact; all if not said.",
            show_default=False,
        ),
    ] = None,
    measures: Annotated[
        str | None,
        typer.Option(
            "--measures",
            metavar="NAME,...",
            help="degree, strength, betweenness, harmonic, cutpoints; all if not said.",
            show_default=False,
        ),
    ] = None,
    format: Annotated[
        TableFormat, typer.Option("--format", help="How the table is written.")
    ] = TableFormat.csv,
    output: Output = None,
    reading: Reading = None,
    strict: Strict = False,
) -> None:
    """Compute measures of every person or agency. For research, not for judging staff."""
    names = _known(measures)
    kinds = _split(relations)
    coalition = load(path, reading, strict=strict)
    network = coalition.network(level=level.value, relations=kinds)
    from collabnet.metrics.catalogue import measure as measure_network

    table = measure_network(network, names)
    _add_names(table, coalition)
    for notice in network.notices:
        warn(str(notice))
    if format is TableFormat.csv:
        deliver(_csv(table, coalition.settings.label), output)
    else:
        deliver(_json(table, coalition, network, level, kinds), output)


def _add_names(table: "pd.DataFrame", coalition: "Coalition") -> None:
    """Name agencies whose ids are mere numbers, as in network files; people stay ids."""
    from collabnet.data.networks.labels import tells_nothing

    names = dict(zip(coalition.agencies["agency_id"], coalition.agencies["name"], strict=True))
    ids = [str(one) for one in table["actor_id"]]
    if any(tells_nothing(one) and names.get(one, one) != one for one in ids):
        table.insert(1, "name", [names.get(one, "") for one in ids])


def _split(text: str | None) -> list[str] | None:
    return None if text is None else [part.strip() for part in text.split(",") if part.strip()]


def _known(text: str | None) -> list[str] | None:
    """The measures asked for; one that doesn't exist makes the call wrong."""
    names = _split(text)
    if names is None:
        return None
    from collabnet.metrics.catalogue import MEASURES

    unknown = [name for name in names if name not in MEASURES]
    if unknown or not names:
        raise WrongCall(f"--measures needs {', '.join(MEASURES)}, or some of them; got {text!r}.")
    return names


def _csv(table: "pd.DataFrame", label: str) -> str:
    """The table, with the label of the data on every line where there is one."""
    from collabnet.reports.csv_table import to_csv

    if label:
        table = table.assign(label=label)
    rows = [{str(key): cell for key, cell in row.items()} for row in table.to_dict("records")]
    return to_csv([str(column) for column in table.columns], rows)


def _json(
    table: "pd.DataFrame",
    coalition: "Coalition",
    network: "Network",
    level: Level,
    kinds: list[str] | None,
) -> str:
    from collabnet import __version__
    from collabnet.reports.as_dict import to_json
    from collabnet.risk.as_dict import plain, table_records

    return to_json(
        plain(
            {
                "schema_version": 1,
                "name": coalition.settings.name,
                "label": coalition.settings.label,
                "level": level.value,
                "relations": kinds,
                "is_directed": network.is_directed,
                "notices": [str(notice) for notice in network.notices],
                "actors": table_records(table),
                "inputs": {**coalition.inputs, "coalition": coalition.digest},
                "version": __version__,
            }
        )
    )
