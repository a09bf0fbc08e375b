"""The action register on the page: what was decided, in words; written down, closed, dropped."""

from datetime import date

from dash import html
from dash.development.base_component import Component

from collabnet.model.errors import CollabnetError
from collabnet.planning.actions import (
    Action,
    Register,
    add_action,
    close_action,
    drop_action,
    load_actions,
)

from ... import ids
from ...desk import Look
from ...desk.coalitions import refuse_samples
from ..pieces import aria, lead_of

NONE = "Nothing is written down yet."
OPEN, CLOSED = "Still to do", "Done or dropped"


def kept(look: Look) -> Register:
    """Read the register of what is open; a sample has none."""
    return Register() if look.is_sample else load_actions(look.desk.coalitions.path(look.key))


def about(look: Look) -> list[dict[str, str]]:
    """Give the findings to choose from, by place and by the first of their words."""
    return [
        {"value": str(place), "label": lead_of(one.sentence)[0]}
        for place, one in enumerate(look.released.findings)
    ]


def told(register: Register, today: date) -> list[Component]:
    """Give what was decided: what is open with the next day first, then what is over."""
    still = sorted(
        (one for one in register if one.status == "open"), key=lambda one: one.due or date.max
    )
    over = [one for one in register if one.status != "open"][::-1]
    parts: list[Component] = [html.P(line, className="cn-refused") for line in register.problems]
    if not len(register):
        return [*parts, html.P(NONE, className="cn-hint")]
    if still:
        items = [_item(one, today) for one in still]
        parts += [html.H3(OPEN), html.Ul(items, className="cn-decided-list")]
    if over:
        items = [_item(one, today) for one in over]
        box = [html.Summary(f"{CLOSED}: {len(over)}"), html.Ul(items, className="cn-decided-list")]
        parts.append(html.Details(box, className="cn-more"))
    return parts


def _item(one: Action, today: date) -> Component:
    is_open = one.status == "open"
    when = f"Until {one.due:%Y-%m-%d}" if one.due else "No day is set"
    late = " (late)" if one.is_late(today) else ""
    done = f"{one.status.capitalize()} on {one.closed}" if one.closed else one.status.capitalize()
    who = one.who or "nobody sees to it yet"
    lines = [f"{f'{when}{late}' if is_open else done}; {who}."]
    if is_open and one.before:
        lines.append(f"When it was written down: {one.before}.")
    if one.measured:
        lines.append(one.measured)
    buttons = [
        _button("Done", "done", one, "test what it changed"),
        _button("Drop it", "drop", one, "it stays in the list"),
    ]
    return html.Li(
        [
            html.Strong(one.what),
            *(html.P(line, className="cn-hint") for line in lines),
            *([html.Div(buttons, className="cn-buttons")] if is_open else []),
        ],
        className="cn-decided-item",
    )


def _button(words: str, do: str, one: Action, why: str) -> Component:
    return html.Button(
        words,
        id=ids.decided_button(do, one.id),
        type="button",
        className="cn-button",
        **aria(label=f"{words}: {one.what} ({why})"),
    )


def write(look: Look, what: str | None, who: str | None, due: str | None, place: str | None) -> str:
    """Write an action down, and say so.

    Raises
    ------
    CollabnetError
        If nothing is said, the day is none, or the folder can't be written.
    """
    refuse_samples(look.desk.coalitions, look.key)
    findings = look.released.findings
    is_known = place is not None and place.isdecimal() and int(place) < len(findings)
    finding = findings[int(place or 0)].id if is_known else ""
    made = add_action(
        look.desk.coalitions.path(look.key),
        what or "",
        who=who or "",
        due=_day(due),
        finding=finding,
        assessment=look.assessment,
    )
    return f"Written down: {made.what}"


def end(look: Look, do: str, number: int) -> str:
    """Close an action with what the files show of it, or drop it; and say so.

    Raises
    ------
    CollabnetError
        If it isn't there any more, or the folder can't be written.
    """
    refuse_samples(look.desk.coalitions, look.key)
    path = look.desk.coalitions.path(look.key)
    if do == "drop":
        return f"Dropped: {drop_action(path, number).what}"
    closed = close_action(path, number, assessment=look.assessment)
    return f"Done: {closed.what}. {closed.measured}".rstrip()


def _day(text: str | None) -> date | None:
    said = (text or "").strip()
    try:
        return date.fromisoformat(said) if said else None
    except ValueError as error:
        raise CollabnetError(
            f"Until when needs a day like 2027-01-31; got {said[:40]!r}. Correct it."
        ) from error
