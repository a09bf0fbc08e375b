"""``collabnet whatif``: the coalition as it is, beside the coalition with some changes."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from collabnet.cli.console import FILE_WIDTH, deliver, say, warn, warn_wrapped, width, working
from collabnet.cli.endings import format_of
from collabnet.cli.loading import load
from collabnet.cli.options import (
    Output,
    PathArgument,
    Reading,
    Strict,
    TextFormat,
    WordsOrJson,
    WrongCall,
    rates_option,
)
from collabnet.cli.whatif_changes import EMPTY_POST, FILE, InOrder, in_order, read_written

if TYPE_CHECKING:
    from collabnet.cli.whatif_saved import Tried

__all__ = ["EXAMPLE", "InOrder", "whatif"]

EXAMPLE = "Example: collabnet whatif sample:g1 --leaves I1 --formalizes court:residential"
NOTHING = (
    "A what-if needs a change: --leaves ID, --closes AGENCY, --formalizes FROM:TO, --backs PERSON "
    "or another one, --changes FILE, or a saved one with --scenario NAME."
)


def _repeatable(name: str, metavar: str, help: str) -> Any:  # noqa: ANN401 - as Typer has it
    return typer.Option(name, metavar=metavar, help=help, show_default=False)


def whatif(
    context: typer.Context,
    path: PathArgument,
    leaves: Annotated[
        list[str] | None,
        _repeatable(
            "--leaves",
            "ID",
            "A person leaves and a successor is there; ID:empty while the post is empty. "
            "Repeatable, as all changes are; they apply in the order written.",
        ),
    ] = None,
    empty_post: Annotated[
        list[str] | None, _repeatable(EMPTY_POST, "ID", "A person leaves and the post is empty.")
    ] = None,
    closes: Annotated[
        list[str] | None, _repeatable("--closes", "AGENCY", "An agency closes.")
    ] = None,
    formalizes: Annotated[
        list[str] | None,
        _repeatable(
            "--formalizes",
            "FROM:TO",
            "An agreement in use between two agencies names the position.",
        ),
    ] = None,
    backs: Annotated[
        list[str] | None,
        _repeatable(
            "--backs", "PERSON[:BY]", "A colleague, or somebody new, shares a person's work."
        ),
    ] = None,
    ties: Annotated[
        list[str] | None, _repeatable("--ties", "A:B", "Two people or agencies are in contact.")
    ] = None,
    repairs: Annotated[
        list[str] | None, _repeatable("--repairs", "A:B", "Strained ties become working ones.")
    ] = None,
    invites: Annotated[
        list[str] | None, _repeatable("--invites", "A:B", "A invites B to its meetings.")
    ] = None,
    moves: Annotated[
        list[str] | None,
        _repeatable("--moves", "PERSON:AGENCY", "A person moves to another agency."),
    ] = None,
    retains: Annotated[
        list[str] | None,
        _repeatable(
            "--retains", "ROLE:RATE", "Departures a year of everybody in a role, as in 0.05 or low."
        ),
    ] = None,
    changes: Annotated[
        list[str] | None,
        _repeatable(FILE, "FILE", "Changes from a file, one to a line as in leaves:I1, or TOML."),
    ] = None,
    scenario: Annotated[
        str | None,
        typer.Option(
            "--scenario",
            metavar="NAME",
            help="Start with a saved scenario; the changes given come after its own.",
            show_default=False,
        ),
    ] = None,
    save: Annotated[
        str | None,
        typer.Option(
            "--save",
            metavar="NAME",
            help="Save what is tried in the coalition's folder, under a new name or that of the "
            "scenario.",
            show_default=False,
        ),
    ] = None,
    undo: Annotated[
        bool, typer.Option("--undo", help="Take back the scenario's last edit first.")
    ] = False,
    redo: Annotated[
        bool, typer.Option("--redo", help="Make the edit again that was taken back.")
    ] = False,
    off: Annotated[
        list[int] | None, _repeatable("--off", "N", "Switch the scenario's step N off.")
    ] = None,
    on: Annotated[
        list[int] | None, _repeatable("--on", "N", "Switch the scenario's step N on.")
    ] = None,
    format: WordsOrJson = None,
    output: Output = None,
    rates: Annotated[
        str | None,
        rates_option("Departures a year of each person, for chances."),
    ] = None,
    reading: Reading = None,
    strict: Strict = False,
) -> None:
    """Say what would change if a person leaves, an agency closes, a link is put on paper.

    Nothing in the coalition's files changes. What is tried can be saved under a name.
    """
    form = format_of(format, output, TextFormat.text)
    written = in_order(
        context,
        {
            "--leaves": leaves, EMPTY_POST: empty_post, "--closes": closes,
            "--formalizes": formalizes, "--backs": backs, "--ties": ties, "--repairs": repairs,
            "--invites": invites, "--moves": moves, "--retains": retains, FILE: changes,
        },
    )  # fmt: skip
    edits = undo or redo or bool(off) or bool(on)
    if edits and scenario is None:
        raise WrongCall("--undo, --redo, --off and --on need a saved scenario: --scenario NAME.")
    if undo and redo:
        raise WrongCall("--undo and --redo can't go together. Name one of them.")
    if not written and scenario is None:
        raise WrongCall(NOTHING)
    from collabnet.cli.whatif_saved import Tried

    tried = Tried(path, scenario, save, writes=edits or save is not None)
    coalition = load(path, reading, strict=strict, rates=rates)
    tried.start(coalition, read_written(written, coalition))
    if edits:
        tried.edit(undo=undo, redo=redo, off=off or (), on=on or ())
    if notice := tried.notice:
        warn_wrapped(notice)
    if not tried.scenario.changes:
        say(f"{tried.heading}No step is on, so nothing is tried.\n")
        return
    _tell(tried, form, output)


def _tell(tried: "Tried", format: TextFormat, output: Output) -> None:
    with working("Assessing twice"):
        result = tried.scenario.what_if(tried.coalition)
        saved = tried.save()
        if format is TextFormat.json:
            from collabnet.reports.as_dict import to_json

            deliver(to_json({**result.to_dict(), **tried.as_dict()}), output)
        else:
            from collabnet.reports.text import what_if_text
            from collabnet.sharing import release_what_if

            released = release_what_if(result)
            columns = width() if output is None else FILE_WIDTH
            text = tried.heading + what_if_text(released, columns)
            say(text) if output is None else deliver(text, output)
    if saved:
        warn(f"Saved: {saved}")
