"""``collabnet scenarios``: what-ifs that are kept: list, rename, delete."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from collabnet.cli.console import deliver, say, warn_wrapped, width
from collabnet.cli.options import PathArgument, Reading, TextFormat, WrongCall, parse_reading

if TYPE_CHECKING:
    from collabnet.model import Coalition
    from collabnet.planning.scenarios import Scenario, Scenarios

EXAMPLE = "Example: collabnet scenarios sample:site_b"


def scenarios(
    path: PathArgument,
    delete: Annotated[
        str | None,
        typer.Option("--delete", metavar="NAME", help="Delete this one.", show_default=False),
    ] = None,
    rename: Annotated[
        str | None,
        typer.Option("--rename", metavar="NAME", help="Rename this one.", show_default=False),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="NAME", help="The new name.", show_default=False),
    ] = None,
    format: Annotated[
        TextFormat, typer.Option("--format", help="Words, or JSON for a program.")
    ] = TextFormat.text,
    reading: Reading = None,
) -> None:
    """List the saved scenarios: their steps, when they were saved, whether they are stale."""
    if (rename is None) != (to is None):
        raise WrongCall("--rename and --to go together: --rename NAME --to NAME.")
    if delete is not None and rename is not None:
        raise WrongCall("--delete and --rename can't go together. Name one of them.")
    answers = parse_reading(reading)
    from collabnet.planning.scenarios import delete_scenario, load_scenarios, rename_scenario

    found = load_scenarios(path)
    for one in found.unreadable:
        warn_wrapped(str(one))
    if delete is not None:
        delete_scenario(path, found[delete])
        say(f"Deleted: {found[delete].name}\n")
    elif rename is not None and to is not None:
        renamed = rename_scenario(path, found[rename], to)
        say(f"Renamed: {found[rename].name} is {renamed.name} now\n")
    else:
        coalition = _coalition(path, answers) if found else None
        if format is TextFormat.json:
            deliver(_json(found, coalition), None)
        else:
            say(_text(found, coalition))


def _coalition(path: str, answers: dict[str, object]) -> "Coalition | None":
    """The coalition, to tell what is stale; None where it can't be read."""
    from collabnet.data.load import load
    from collabnet.model.errors import CollabnetError

    try:
        return load(path, reading=answers)
    except CollabnetError:
        warn_wrapped("The coalition can't be read, so it isn't known what is stale. See: check.")
        return None


def _json(found: "Scenarios", coalition: "Coalition | None") -> str:
    from collabnet.cli.whatif_saved import scenario_dict
    from collabnet.reports.as_dict import to_json

    return to_json(
        {
            "schema_version": 1,
            "scenarios": [scenario_dict(one, coalition) for one in found],
            "unreadable": [{"file": one.file, "why": one.why} for one in found.unreadable],
        }
    )


def _text(found: "Scenarios", coalition: "Coalition | None") -> str:
    from collabnet.reports.layout import joined

    if not found:
        return (
            "No scenario is saved. Save one with: collabnet whatif PATH --leaves ID --save NAME\n"
        )
    columns = width()
    return joined([list(_lines(one, coalition, columns)) for one in found])


def _lines(one: "Scenario", coalition: "Coalition | None", columns: int | None) -> Iterator[str]:
    from collabnet.data.issues import shown
    from collabnet.reports.layout import wrap

    when = f"saved on {one.saved_at:%Y-%m-%d %H:%M} UTC" if one.saved_at else "never saved"
    is_stale = coalition is not None and one.is_stale(coalition)
    state = "; stale: the coalition has changed since" if is_stale else ""
    yield from wrap(f"{shown(one.name)} ({when}{state})", columns)
    for number, step in enumerate(one.steps, start=1):
        yield from wrap(f"{number}. {shown(str(step))}", columns, "  ")
