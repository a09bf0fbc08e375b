"""``collabnet actions``: what was decided, by whom until when, and what came of it."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from collabnet.cli.console import deliver, say, warn_wrapped, width, working
from collabnet.cli.options import PathArgument, Reading, TextFormat, WrongCall, parse_reading

if TYPE_CHECKING:
    from collabnet.planning.actions import Action, Register
    from collabnet.risk.assessment import Assessment

EXAMPLE = "Example: collabnet actions our_task_force"
_EMPTY = (
    "No action is written down. Add one with: collabnet actions PATH --add WHAT --finding ID "
    "--who WHO --due 2027-01-31\n"
)


def actions(
    path: PathArgument,
    add: Annotated[
        str | None,
        typer.Option("--add", metavar="WHAT", help="Write down an action.", show_default=False),
    ] = None,
    finding: Annotated[
        str,
        typer.Option(
            "--finding", metavar="ID", help="The finding it is about.", show_default=False
        ),
    ] = "",
    who: Annotated[
        str, typer.Option("--who", metavar="WHO", help="Who sees to it.", show_default=False)
    ] = "",
    due: Annotated[
        str, typer.Option("--due", metavar="DAY", help="Until when.", show_default=False)
    ] = "",
    done: Annotated[
        int | None,
        typer.Option(
            "--done",
            metavar="NUMBER",
            help="Close an action, and test what it changed.",
            show_default=False,
        ),
    ] = None,
    drop: Annotated[
        int | None,
        typer.Option("--drop", metavar="NUMBER", help="Drop an action.", show_default=False),
    ] = None,
    format: Annotated[
        TextFormat, typer.Option("--format", help="Words, or JSON for a program.")
    ] = TextFormat.text,
    reading: Reading = None,
) -> None:
    """List what was decided; add an action, close it with what the files show of it, drop it."""
    if sum(one is not None for one in (add, done, drop)) > 1:
        raise WrongCall("--add, --done and --drop can't go together. Name one of them.")
    if add is None and (finding or who or due):
        raise WrongCall("--finding, --who and --due go with --add WHAT.")
    until = _day(due)
    from collabnet.planning.actions import add_action, close_action, drop_action, load_actions

    answers = parse_reading(reading)
    if add is not None:
        assessment = _assessed(path, answers) if finding else None
        made = add_action(
            path,
            add,
            who=who,
            due=until,
            finding=finding,
            assessment=assessment,
            reading=answers,
        )
    elif done is not None:
        is_tested = bool(load_actions(path, answers)[done].finding)
        assessment = _assessed(path, answers) if is_tested else None
        made = close_action(path, done, assessment=assessment, reading=answers)
    elif drop is not None:
        made = drop_action(path, drop, reading=answers)
    else:
        made = None
    register = load_actions(path, answers)
    for problem in register.problems:
        warn_wrapped(problem)
    if format is TextFormat.json:
        deliver(_json(register), None)
    else:
        say(_text(register, [made] if made else list(register)))


def _assessed(path: str, answers: dict[str, object]) -> "Assessment":
    with working("Assessing"):
        from collabnet.data.load import load
        from collabnet.risk.assessment import assess

        return assess(load(path, reading=answers))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise WrongCall(f"--due needs a day like 2027-01-31; got {text!r}.") from error


def action_dict(one: "Action") -> dict[str, Any]:
    """Give an action as plain values for JSON."""

    def standing(when: str) -> dict[str, Any] | None:
        found = getattr(one, when)
        if found is None:
            return None
        return {
            "severity": found.severity,
            "a_year": found.a_year,
            "then": found.then if found.a_year else None,
            "rows": found.rows,
            "period": [day(found.period.start), day(found.period.end)] if found.period else None,
        }

    def day(when: date | None) -> str | None:
        return when.isoformat() if when else None

    return {
        "action": one.id,
        "what": one.what,
        "who": one.who,
        "due": day(one.due),
        "status": one.status,
        "finding": one.finding,
        "opened": day(one.opened),
        "closed": day(one.closed),
        "before": standing("before"),
        "after": standing("after"),
        "measured": one.measured,
    }


def _json(register: "Register") -> str:
    from collabnet.reports.as_dict import to_json

    return to_json(
        {
            "schema_version": 1,
            "actions": [action_dict(one) for one in register],
            "problems": list(register.problems),
        }
    )


def _text(register: "Register", told: "list[Action]") -> str:
    from collabnet.planning.actions import today_in_utc
    from collabnet.reports.layout import joined

    if not len(register):
        return _EMPTY
    columns, today = width(), today_in_utc()
    return joined([list(_lines(one, columns, today)) for one in told])


def _lines(one: "Action", columns: int | None, today: date) -> Iterator[str]:
    from collabnet.data.issues import shown
    from collabnet.reports.layout import wrap

    yield from wrap(f"{one.id}. {shown(one.what)}", columns)
    closed = f" on {one.closed}" if one.closed else ""
    parts = [f"{one.status}{closed}"]
    parts += [f"who: {shown(one.who)}" if one.who else "nobody sees to it yet"]
    if one.status == "open":
        late = ", late" if one.is_late(today) else ""
        parts += [f"due {one.due}{late}" if one.due else "no day is set"]
    yield from wrap("; ".join(parts) + ".", columns, "   ")
    if one.status == "open" and one.before:
        yield from wrap(f"When it was written down: {one.before}.", columns, "   ")
    if one.measured:
        yield from wrap(one.measured, columns, "   ")
