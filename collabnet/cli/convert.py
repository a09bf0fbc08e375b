"""``collabnet convert``: network files and coalitions into the formats of other programs."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from collabnet.cli.console import say, warn_wrapped
from collabnet.cli.converted import save, wrapped, write_converted
from collabnet.cli.options import Reading, WrongCall, parse_reading

if TYPE_CHECKING:
    from collabnet.data.networks.formats import Format
    from collabnet.data.networks.reading import NetworkReading

EXAMPLE = "Example: collabnet convert sample:site_b site_b.graphml --level people"
INSIDE = "It names people: for use inside the coalition."
TABLES = ("csv", "xlsx", "parquet")
"""Formats that mean the tables of a coalition; json does where it is named and not an end."""


class Level(StrEnum):
    """What an actor is."""

    people = "people"
    agencies = "agencies"


def convert(
    source: Annotated[
        str,
        typer.Argument(
            metavar="IN",
            help="A network file, a coalition folder, or a sample's name.",
            show_default=False,
        ),
    ],
    target: Annotated[
        Path,
        typer.Argument(
            metavar="OUT",
            help="What to write; its end says the format: .graphml .gexf .gml .json .net .dl .csv, "
            ".xlsx for the tables of a coalition.",
            show_default=False,
        ),
    ],
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="NAME",
            help="The format, where the end of OUT does not say it: kumu, kumu_xlsx, polinode, "
            "gephi, matrix; csv, xlsx, parquet, json for the tables of a coalition.",
            show_default=False,
        ),
    ] = None,
    level: Annotated[
        Level, typer.Option("--level", help="What an actor of a coalition's network is.")
    ] = Level.people,
    drop: Annotated[
        list[str] | None,
        typer.Option(
            "--drop",
            metavar="WHAT",
            help="What may be left out if the format can't hold it: an attribute's name, "
            "attributes (all of them), direction. Repeatable.",
            show_default=False,
        ),
    ] = None,
    labels: Annotated[
        str | None,
        typer.Option(
            "--labels",
            metavar="ATTRIBUTE",
            help="Call actors by this attribute, such as name, instead of by their ids; id keeps "
            "the ids.",
            show_default=False,
        ),
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Write over OUT if it is there already.")
    ] = False,
    reading: Reading = None,
) -> None:
    """Convert a network file, or a coalition, into the format of another program."""
    answers = parse_reading(list(reading or []))
    coalition = _coalition_path(source)
    _check_free(target, replace=replace)
    wanted = (format or "").strip().lower().lstrip(".")
    if coalition is None:
        if wanted in TABLES:
            raise WrongCall(
                f"--format {wanted} means the tables of a coalition; {source} is a network file. "
                "Name a network format such as graphml or edge_list."
            )
        _convert_file(Path(source), target, format, answers, drop, labels)
    elif wanted in (*TABLES, "json") or (not wanted and target.suffix.lower() == ".xlsx"):
        _write_tables(source, target, wanted or "xlsx", reading)
    else:
        _convert_coalition(source, target, format, level, reading, drop, labels)


def _coalition_path(source: str) -> Path | None:
    """The folder of a coalition or sample; None if a network file is meant."""
    from collabnet.data.networks.read import is_gephi_folder
    from collabnet.data.samples import find_path
    from collabnet.model.errors import NotFoundError

    try:
        path = find_path(source)
    except NotFoundError as error:
        if not Path(source).suffix:
            raise
        raise NotFoundError(
            f"There is no file {source}. Check its name, and the folder that it is in."
        ) from error
    if not path.is_dir():
        return None
    return None if is_gephi_folder(path) else path


def _check_free(target: Path, *, replace: bool) -> None:
    """Refuse to write over a file unless that is asked for; folders are refused where written."""
    from collabnet.model.errors import CollabnetError

    if not replace and (target.is_file() or target.is_symlink()):
        raise CollabnetError(
            f"{target} is there already; it was left as it is. Say --replace to write over it, or "
            "name another file."
        )


def _convert_file(
    source: Path,
    target: Path,
    format: str | None,
    answers: dict[str, object],
    drop: list[str] | None,
    labels: str | None,
) -> None:
    from collabnet.data.networks.personal import without_personal
    from collabnet.data.networks.read import network_of, read_file

    chosen = _format(target, format)
    found = read_file(source, reading=answers)
    accepted = str(answers.get("accept", "")).split(",")
    network = without_personal(network_of(found), drop or (), accepted)
    _tell(found)
    write_converted(network, target, chosen, drop, labels)


def _convert_coalition(
    source: str,
    target: Path,
    format: str | None,
    level: Level,
    reading: list[str] | None,
    drop: list[str] | None,
    labels: str | None,
) -> None:
    from collabnet.cli.loading import load
    from collabnet.data.networks.notice import PLACES
    from collabnet.sharing.audiences import LEVEL_NOTICES

    chosen = _format(target, format)
    coalition = load(source, reading, strict=False)
    network = coalition.network(level=level.value)
    for notice in network.notices:
        warn_wrapped(str(notice))
    notice, label = LEVEL_NOTICES[level.value], coalition.settings.label
    said = f"{notice}. {label}" if label else notice
    write_converted(network, target, chosen, drop, labels, coalition, said)
    if chosen.name not in PLACES:
        warn_wrapped(f"The file does not say so itself: {said}.")
    if level is Level.people:
        warn_wrapped(INSIDE)


def _write_tables(source: str, target: Path, format: str, reading: list[str] | None) -> None:
    from collabnet.cli.loading import load
    from collabnet.data.issues import counted, listed
    from collabnet.data.writers.tables import FORMATS, made_tables

    coalition = load(source, reading, strict=False)
    kind = next(one for one in FORMATS if one == format)
    told = save(made_tables(coalition, kind), target, "tables", kind, coalition)
    tables = {
        "agencies": coalition.agencies,
        "people": coalition.people,
        "ties": coalition.ties,
        "referrals": coalition.referrals,
    }
    held = [counted(len(frame), f"row of {name}", f"rows of {name}") for name, frame in
            tables.items() if len(frame)]  # fmt: skip
    say(wrapped(f"Written: {target} (tables as {format}): {listed(held)}."))
    if told:
        warn_wrapped(told)
    warn_wrapped(INSIDE)


def _format(target: Path, format: str | None) -> "Format":
    """The format to write; a call that names none is wrong."""
    from collabnet.data.networks.formats import format_of, named_format
    from collabnet.model.errors import CollabnetError

    try:
        return named_format(format) if format else format_of(target)
    except CollabnetError as error:
        raise WrongCall(str(error)) from error


def _tell(found: "NetworkReading") -> None:
    """Print what was said of a file while it was read: left-out entries in full, notes too."""
    if found.ledger.problems:
        lines = ["Of the file that was read:", *(f"- {one}" for one in found.ledger.problems)]
        warn_wrapped("\n".join(lines))
