"""``collabnet plan``: the few changes that help most, and what to ask first."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from collabnet.cli.console import FILE_WIDTH, deliver, say, warn, width, working
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

if TYPE_CHECKING:
    from collabnet.planning.planner.plans import Plan

EXAMPLE = "Example: collabnet plan sample:site_b --changes 3 --effort formalizes=6"


class RankBy(StrEnum):
    """What the changes are ranked by."""

    effort = "effort"
    volume = "volume"


def plan(
    path: PathArgument,
    changes: Annotated[
        int, typer.Option("--changes", metavar="K", help="How many changes at most.")
    ] = 3,
    kinds: Annotated[
        str | None,
        typer.Option(
            "--kinds",
            metavar="KIND,KIND",
            help="Only these: formalizes, backs, ties, repairs, invites, retains.",
            show_default=False,
        ),
    ] = None,
    effort: Annotated[
        list[str] | None,
        typer.Option(
            "--effort",
            metavar="KIND=N",
            help="Half-days of meetings that a kind takes; backs_new where somebody new comes. "
            "Repeatable.",
            show_default=False,
        ),
    ] = None,
    takeover: Annotated[
        float | None,
        typer.Option(
            "--takeover",
            metavar="SHARE",
            help="Share of a person's work that colleagues take over, 0 to 1; with rates.",
            show_default=False,
        ),
    ] = None,
    at_most: Annotated[
        int | None,
        typer.Option(
            "--at-most-per-person",
            metavar="N",
            help="At most so many changes ask something of one person.",
            show_default=False,
        ),
    ] = None,
    not_person: Annotated[
        list[str] | None,
        typer.Option(
            "--not-person",
            metavar="ID",
            help="Ask nothing of this person. Repeatable.",
            show_default=False,
        ),
    ] = None,
    rank_by: Annotated[
        RankBy,
        typer.Option("--rank-by", help="Most per unit of effort, or most whatever the effort."),
    ] = RankBy.effort,
    format: WordsOrJson = None,
    output: Output = None,
    save: Annotated[
        Path | None,
        typer.Option(
            "--save",
            metavar="FILE",
            help="Write the changes to this file: collabnet whatif --changes reads it.",
            show_default=False,
        ),
    ] = None,
    rates: Annotated[
        str | None,
        rates_option("Departures a year of each person: the plan counts expected losses."),
    ] = None,
    reading: Reading = None,
    strict: Strict = False,
) -> None:
    """Say which few changes would spare most referrals for their effort, and what to ask first."""
    form = format_of(format, output, TextFormat.text)
    efforts = parse_efforts(effort)
    coalition = load(path, reading, strict=strict, rates=rates)
    with working("Planning"):
        from collabnet.planning.planner.plans import plan as make_plan

        made = make_plan(
            coalition,
            changes,
            kinds=None if kinds is None else [one.strip() for one in kinds.split(",")],
            efforts=efforts,
            takeover=takeover,
            at_most_per_person=at_most,
            not_people=not_person or (),
            rank_by=rank_by.value,
        )
        text = _written(made, form, width() if output is None else FILE_WIDTH)
    if save is not None:
        _save(made, save)
    if form is TextFormat.text and output is None:
        say(text)
    else:
        deliver(text, output)


def parse_efforts(given: list[str] | None) -> dict[str, float]:
    """Read efforts written as KIND=N.

    Examples
    --------
    >>> parse_efforts(["formalizes=3", "backs = 1.5"])
    {'formalizes': 3.0, 'backs': 1.5}

    Raises
    ------
    WrongCall
        If one has no kind, no equals sign or no number.
    """
    found = {}
    for one in given or []:
        kind, _, number = (part.strip() for part in one.partition("="))
        try:
            found[kind] = float(number)
        except ValueError:
            kind = ""
        if not kind:
            raise WrongCall(f"--effort needs KIND=N, for example formalizes=3; got {one!r}.")
    return found


def _written(made: "Plan", format: TextFormat, columns: int | None) -> str:
    if format is TextFormat.json:
        from collabnet.reports.as_dict import to_json

        return to_json(made.to_dict())
    from collabnet.reports.plan_text import plan_text
    from collabnet.sharing import release_plan

    return plan_text(release_plan(made), columns)


def _save(made: "Plan", file: Path) -> None:
    from collabnet.data.files import write_atomic
    from collabnet.planning.changes import write_change

    if not made.changes:
        warn(f"Not written: {file}. The plan has no change.")
        return
    lines = "".join(f"{write_change(change)}\n" for change in made.changes)
    write_atomic(file, lines.encode("utf-8"))
    warn(f"Written: {file}. Try it: collabnet whatif PATH --changes {file}")
