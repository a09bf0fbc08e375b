"""``collabnet convert``: network files and coalitions into the formats of other programs."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from collabnet.cli.console import say, warn_wrapped, width
from collabnet.cli.options import Reading, WrongCall, parse_reading

if TYPE_CHECKING:
    from collabnet.data.networks.formats import Format
    from collabnet.data.networks.reading import NetworkReading
    from collabnet.model import Network

EXAMPLE = "Example: collabnet convert sample:site_b site_b.graphml --level people"
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
    _write(network, target, chosen, drop, labels)


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

    chosen = _format(target, format)
    coalition = load(source, reading, strict=False)
    network = coalition.network(level=level.value)
    for notice in network.notices:
        warn_wrapped(str(notice))
    _write(network, target, chosen, drop, labels)
    if coalition.settings.label:
        warn_wrapped(f"The file does not say so itself: {coalition.settings.label}.")
    if level is Level.people:
        warn_wrapped("It names people: for use inside the coalition.")


def _write_tables(source: str, target: Path, format: str, reading: list[str] | None) -> None:
    from collabnet.cli.loading import load
    from collabnet.data.issues import counted, listed
    from collabnet.data.writers.tables import FORMATS, write_tables

    coalition = load(source, reading, strict=False)
    kind = next(one for one in FORMATS if one == format)
    made = write_tables(coalition, target, kind)
    tables = {
        "agencies": coalition.agencies,
        "people": coalition.people,
        "ties": coalition.ties,
        "referrals": coalition.referrals,
    }
    held = [counted(len(frame), f"row of {name}", f"rows of {name}") for name, frame in
            tables.items() if len(frame)]  # fmt: skip
    say(_wrapped(f"Written: {made} (tables as {format}): {listed(held)}."))
    warn_wrapped("It names people: for use inside the coalition.")


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


def _write(
    network: "Network",
    target: Path,
    chosen: "Format",
    drop: list[str] | None,
    labels: str | None,
) -> None:
    from collabnet.data.networks.labels import name_attribute
    from collabnet.data.networks.outgoing import CannotHoldError
    from collabnet.data.networks.write import write_network
    from collabnet.model.errors import CollabnetError

    left_out = [name.strip() for one in drop or [] for name in one.split(",") if name.strip()]
    named = _labelled(network, chosen, left_out, labels)
    try:
        write_network(named, target, format=chosen.name, leave_out=left_out)
    except CannotHoldError as error:
        name = "" if labels else name_attribute(named)
        if not name:
            raise
        raise CollabnetError(
            f"{error} Its ids are numbers: --labels {name} writes names."
        ) from error
    said = f"Written: {target} ({chosen.title}): {_contents(network)}."
    if left_out:
        said += f" Left out, where the format can't hold it: {', '.join(left_out)}."
    say(_wrapped(said))


def _labelled(
    network: "Network", chosen: "Format", left_out: list[str], labels: str | None
) -> "Network":
    """The network with names as ids: as asked, or where mere numbers would be all that is left."""
    from collabnet.data.networks.labels import BARE, by_name, name_attribute

    name = (labels or "").strip()
    if name == "id":
        return network
    keeps = chosen.name not in BARE
    if name:
        return by_name(network, name, keep_ids=keeps)
    name = name_attribute(network)
    if keeps or not name or not {name, "attributes"} & set(left_out):
        return network
    warn_wrapped(
        f"The ids of the actors are numbers, and {chosen.title} holds one label for each: the "
        f"names ({name}) were written. To keep the numbers: --labels id."
    )
    return by_name(network, name, keep_ids=False)


def _contents(network: "Network") -> str:
    """How many actors and ties, and of which relations."""
    from collabnet.data.issues import counted, listed

    ties = network.ties
    word = next((name for name in ("relation", "kind") if name in ties), "")
    kinds = [str(one) for one in dict.fromkeys(ties[word].dropna())] if word else []
    way = "with direction" if network.is_directed else "without direction"
    said = f"{counted(len(network.actor_ids), 'actor')}, {counted(len(ties), 'tie')} {way}"
    if not kinds:
        return said
    return f"{said}, {'relations' if len(kinds) > 1 else 'relation'} {listed(kinds)}"


def _wrapped(text: str) -> str:
    from collabnet.reports.layout import wrap

    return "\n".join(wrap(text, width())) + "\n"
