"""``collabnet measure``: measures of actors, ties, pairs or the network, for research."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from collabnet.cli.console import deliver, say, width
from collabnet.cli.endings import format_of
from collabnet.cli.options import Output, Reading, Strict, WrongCall

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from collabnet.cli.measure_asked import Asked
    from collabnet.cli.measured import LevelName, Measured
    from collabnet.metrics.entry import Of

EXAMPLE = "Example: collabnet measure sample:g1 --measures degree,betweenness:cost=1/strength"
MEASURED = "A coalition folder, a network file, or a sample's name such as sample:site_b."
ENDS = {"actor_id": "name", "from_id": "from_name", "to_id": "to_name"}
"""Columns of ids, and those of the names beside them."""


class Level(StrEnum):
    """What an actor is."""

    people = "people"
    agencies = "agencies"
    sectors = "sectors"


class Rows(StrEnum):
    """What a row is about."""

    actors = "actors"
    ties = "ties"
    pairs = "pairs"
    network = "network"


class Format(StrEnum):
    """How the table is written."""

    csv = "csv"
    json = "json"
    r = "r"


def measure(
    path: Annotated[
        str | None, typer.Argument(metavar="PATH", help=MEASURED, show_default=False)
    ] = None,
    level: Annotated[
        Level | None,
        typer.Option(
            "--level",
            help="What an actor of a coalition is; people if not said, or agencies where the data "
            "name no people.",
            show_default=False,
        ),
    ] = None,
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
            metavar="NAME[:OPTION=VALUE]...,...",
            help="What is measured, by commas; options behind colons, as in "
            "betweenness:cost=1/strength. The few usual ones if not said; --list shows all.",
            show_default=False,
        ),
    ] = None,
    of: Annotated[
        Rows | None,
        typer.Option(
            "--of",
            help="What a row is about, where no measure is named; actors if not said.",
            show_default=False,
        ),
    ] = None,
    groups: Annotated[
        str | None,
        typer.Option(
            "--groups",
            metavar="ATTRIBUTE",
            help="The groups of actors, for measures that compare groups: agency_id, sector or "
            "role of people, sector of agencies, any attribute in a network file.",
            show_default=False,
        ),
    ] = None,
    seed: Annotated[
        int | None,
        typer.Option(
            "--seed", metavar="N", help="Start of random draws; 1 if not said.", show_default=False
        ),
    ] = None,
    list_all: Annotated[
        bool, typer.Option("--list", help="List all measures, and do nothing else.")
    ] = False,
    explain: Annotated[
        str | None,
        typer.Option(
            "--explain",
            metavar="NAME",
            help="Tell what a measure means, its options and sources, and nothing else.",
            show_default=False,
        ),
    ] = None,
    format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="How the table is written; r is an R script that checks it with sna and igraph. "
            "csv if not said; where a file is written, its ending tells.",
            show_default=False,
        ),
    ] = None,
    output: Output = None,
    reading: Reading = None,
    strict: Strict = False,
) -> None:
    """Compute measures of people, agencies or sectors. For research, not for judging staff."""
    if list_all or explain is not None:
        from collabnet.cli.measure_told import explained, listed

        say(listed(width()) if explain is None else explained(explain, width()))
        return
    if path is None:
        raise WrongCall("PATH is needed: a coalition folder, one file, or a sample's name.")
    form = format_of(format, output, Format.csv)
    asked, kinds = _asked(measures, of, groups, seed), _split(relations)
    from collabnet.cli.measure_asked import check_table

    if form is not Format.r:  # a script compares whatever it is given
        check_table(asked)
    from collabnet.cli.measured import measured

    chosen: LevelName | None = None if level is None else level.value
    given = measured(path, reading, level=chosen, relations=kinds, strict=strict)
    from collabnet.metrics.catalogue import measure as measure_network
    from collabnet.reports.progress_bar import progress

    with progress():
        if form is Format.r:
            from collabnet.metrics.r_checks import r_script

            deliver(r_script(given.network, asked), output)
            return
        table = measure_network(given.network, asked)
    settings = table.attrs["settings"]
    _add_names(table, given.names)
    if form is Format.csv:
        deliver(_csv(table, given), output)
    else:
        deliver(_json(table, given, asked, settings), output)


def _asked(text: str | None, of: Rows | None, groups: str | None, seed: int | None) -> "Asked":
    """The measures asked for; what doesn't exist makes the call wrong."""
    from collabnet.cli.measure_asked import add_to_all, check_asked, parse_measures
    from collabnet.metrics.catalogue import USUAL

    rows: Of | None = None if of is None else of.value
    asked: Asked = {name: {} for name in USUAL[rows or "actors"]}
    if text is not None:
        asked = parse_measures(text)
    if groups is not None:
        add_to_all(asked, "groups", groups)
    if seed is not None:
        add_to_all(asked, "seed", seed)
    check_asked(asked, rows)
    return asked


def _add_names(table: "pd.DataFrame", names: "Mapping[str, str]") -> None:
    """Name actors whose ids are mere numbers, as in network files; people stay ids."""
    from collabnet.data.networks.labels import tells_nothing

    for column, beside in ENDS.items():
        ids = [str(one) for one in table[column]] if column in table else []
        if any(tells_nothing(one) and names.get(one, "") not in ("", one) for one in ids):
            at = list(table.columns).index(column)
            table.insert(at + 1, beside, [names.get(one, "") for one in ids])


def _split(text: str | None) -> list[str] | None:
    return None if text is None else [part.strip() for part in text.split(",") if part.strip()]


def _csv(table: "pd.DataFrame", given: "Measured") -> str:
    """The table, with the notice and the label of the data on every line where there is one."""
    from collabnet.reports.csv_table import to_csv

    told = {"notice": given.notice, "label": given.label}
    table = table.assign(**{name: words for name, words in told.items() if words})
    rows = [{str(key): cell for key, cell in row.items()} for row in table.to_dict("records")]
    return to_csv([str(column) for column in table.columns], rows)


def _json(
    table: "pd.DataFrame", given: "Measured", asked: "Asked", settings: dict[str, object]
) -> str:
    from collabnet import __version__
    from collabnet.metrics.catalogue import MEASURES
    from collabnet.reports.as_dict import to_json
    from collabnet.risk.as_dict import plain, table_records

    entries = [MEASURES[name] for name in asked]
    return to_json(
        plain(
            {
                "schema_version": 1,
                "notice": given.notice,
                "name": given.name,
                "label": given.label,
                "level": given.level,
                "relations": given.relations,
                "settings": settings,
                "is_directed": given.network.is_directed,
                "notices": [str(notice) for notice in given.network.notices],
                entries[0].of: table_records(table),
                "definitions": {
                    one.name: {
                        "sentence": one.sentence,
                        "definition": one.definition,
                        "columns": one.columns,
                    }
                    for one in entries
                },
                "inputs": dict(given.inputs),
                "version": __version__,
            }
        )
    )
