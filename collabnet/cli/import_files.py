"""``collabnet import``: files of other programs into a coalition's folder."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from collabnet.cli.console import error_width, say, warn, width, working
from collabnet.cli.options import Reading, WrongCall, parse_reading

if TYPE_CHECKING:
    from collabnet.data.importing.plan import Import
    from collabnet.data.importing.sources import Given

EXAMPLE = "Example: collabnet import log.xlsx survey.csv --into our_task_force"


def import_files(
    *,
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE", help="Files to read.", show_default=False),
    ] = None,
    into: Annotated[
        Path,
        typer.Option(
            "--into", metavar="PATH", help="A coalition's folder, or a new one.", show_default=False
        ),
    ],
    recipe: Annotated[
        Path | None,
        typer.Option(
            "--recipe", metavar="TOML", help="Answers kept in a file.", show_default=False
        ),
    ] = None,
    reading: Reading = None,
    column: Annotated[
        list[str] | None,
        typer.Option(
            "--column",
            metavar="THEIRS=ours",
            help='What a column is, such as "Sent to=to_agency"; keep or ignore. Repeatable.',
            show_default=False,
        ),
    ] = None,
    fill: Annotated[
        list[str] | None,
        typer.Option(
            "--fill",
            metavar="COLUMN=VALUE",
            help="A column that is the same in every row, such as from_agency=court. Repeatable.",
            show_default=False,
        ),
    ] = None,
    database: Annotated[
        str | None,
        typer.Option(
            "--database",
            metavar="ADDRESS",
            help="A SQLite or DuckDB file, or an address of SQLAlchemy, to be read by --query.",
            show_default=False,
        ),
    ] = None,
    query: Annotated[
        str | None,
        typer.Option("--query", metavar="SQL", help="One SELECT.", show_default=False),
    ] = None,
    parameter: Annotated[
        list[str] | None,
        typer.Option(
            "--parameter",
            metavar="NAME=VALUE",
            help="What stands in the query as :NAME (in DuckDB $NAME). Repeatable.",
            show_default=False,
        ),
    ] = None,
    accept_rejects: Annotated[
        bool,
        typer.Option(
            "--accept-rejects", help="Import the rows that can be used, keep the others aside."
        ),
    ] = False,
    all_notes: Annotated[
        bool,
        typer.Option("--all-notes", help="List every note and every row that can't be used."),
    ] = False,
) -> None:
    """Read files of other programs into a coalition: nothing lost, nothing guessed silently."""
    given: dict[str, object] = dict(parse_reading(reading))
    if column:
        given["map"] = _map(column)
    if fill:
        given["fill"] = list(fill)
    if accept_rejects:
        given["accept_rejects"] = "yes"
    sources = [*(files or []), *_queries(database, query, parameter)]
    if not sources:
        raise WrongCall("An import needs a FILE, or --database ADDRESS with --query SQL.")
    by_file: dict[str, dict[str, object]] = {}
    kept = _recipe(recipe)
    done = _go(sources, into, given, by_file, kept)
    from collabnet.data.store import FolderChangedError
    from collabnet.reports.imported import told

    def write() -> None:
        if done.is_refused:
            warn(told(done, error_width(), everything=all_notes).rstrip("\n"))
            raise typer.Exit(1)
        done.write()

    try:
        write()
    except FolderChangedError:
        if by_file:
            raise
        # Somebody else wrote meanwhile. Where nobody was asked anything, once more is no trouble.
        done = _go(sources, into, given, by_file, kept)
        write()
    say(told(done, width(), everything=all_notes))


def _map(column: list[str]) -> list[str]:
    """Take what was said of columns; what no table has is a slip of the pen."""
    from collabnet.data.importing.roles import wrong_roles

    stated = {}
    for one in column:
        header, sign, role = one.rpartition("=")
        if not sign or not header.strip():
            raise WrongCall(
                f'--column needs THEIRS=ours, for example "Sent to=to_agency"; got {one!r}.'
            )
        stated[header.strip()] = role.strip()
    if wrong := wrong_roles(stated):
        raise WrongCall(f"--column needs {wrong[1]['needed']}; got {wrong[0]!r}.")
    return list(column)


def _queries(address: str | None, query: str | None, given: list[str] | None) -> "list[Given]":
    if address is None and query is None and not given:
        return []
    if not address or not query:
        raise WrongCall("--database ADDRESS and --query SQL need each other; give both.")
    pairs = [one.partition("=") for one in given or []]
    if wrong := [name for name, sign, _ in pairs if not sign or not name]:
        raise WrongCall(
            f"--parameter needs NAME=VALUE, for example since=2024-01-01; got {wrong[0]!r}."
        )
    from collabnet.data.importing.sources import Query

    return [Query(address, query, {name: value for name, _, value in pairs})]


def _go(
    files: "list[Given]",
    into: Path,
    given: dict[str, object],
    by_file: dict[str, dict[str, object]],
    recipe: dict[str, Any],
) -> "Import":
    """Plan the import, asking on a terminal what is open; answers are added to ``by_file``."""
    from datetime import date

    from collabnet.data.importing.plan import plan_import

    while True:
        with working("Reading"):
            done = plan_import(
                files, into, given=given, by_file=by_file, recipe=recipe, today=date.today()
            )
        if not sys.stdin.isatty():
            return done
        from collabnet.cli.asking import HINT, ask
        from collabnet.data.importing.answering import can_be_asked, with_answer
        from collabnet.reports.groups import group

        asked = group(one for one in done.problems if can_be_asked(one))
        stopped = any(one.level == "STOP" and not can_be_asked(one) for one in done.problems)
        if not asked or stopped:
            return done
        if not by_file:
            typer.echo(HINT)
        file = asked[0].first.file
        by_file[file] = with_answer(by_file.get(file, {}), ask(asked[0], done))


def _recipe(path: Path | None) -> dict[str, Any]:
    if path is None:
        return {}
    from collabnet.data.files import read_bytes
    from collabnet.data.importing.recipes import parse_recipe
    from collabnet.data.issues import Ledger
    from collabnet.model.errors import ReadingError

    ledger = Ledger(str(path))
    data = read_bytes(path, ledger)
    if data is None:
        raise ReadingError(str(ledger.problems[0]))
    return parse_recipe(data, path.name)
