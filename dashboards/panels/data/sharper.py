"""What got sharper after answers were written: worked out in the background, told in words."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from dash import Dash, Input, Output, State, html, no_update
from dash.development.base_component import Component

from collabnet.data.editing import Edit, correct
from collabnet.data.place import Place
from collabnet.model.errors import CollabnetError
from collabnet.sharing.released import ReleasedFinding
from collabnet.sharing.sharper import ReleasedSharper, release_sharper

from ... import ids
from ...desk import Desk, Look
from ...in_browser import in_browser
from .. import working
from ..pieces import lead_of, plain_table
from . import ours
from .ours import PAGE

Reading = Mapping[str, object] | None
MOST = 5
WHAT = "What got sharper"
STILL_NEEDED = {
    "posts": "How likely the loss of a link is needs the posts at both its ends. Answer for those "
    "at the other end as well.",
}
"""What to do, part by part, where an answer alone moved nothing."""


def layout(part: str) -> list[Component]:
    """Lay out the work and its result, empty."""
    return [working.layout(part), html.Div(id=ids.edit(part, "sharper"), className="cn-sharper")]


def told(sharper: ReleasedSharper, part: str) -> list[Component]:
    """Tell what is known now and was not known before; where nothing is, what it takes."""
    parts: list[Component] = [html.H3(WHAT), html.P(html.Strong(sharper.lead))]
    moved = sharper.gained or sharper.resolved or sharper.changed or not sharper.figures.empty
    if not moved and part in STILL_NEEDED:
        parts.append(html.P(STILL_NEEDED[part]))
    if not sharper.figures.empty:
        parts.append(plain_table(sharper.figures, "Figures that changed"))
    groups = (
        ("New findings", [_said(one) for one in sharper.gained]),
        ("Findings that are gone", [html.Li(one.sentence) for one in sharper.resolved]),
        ("Said more exactly now", [_said(after, before) for before, after in sharper.changed]),
    )
    for title, items in groups:
        if items:
            parts += _list(title, items)
    return parts


def _said(one: ReleasedFinding, before: ReleasedFinding | None = None) -> Component:
    """Say a finding; of what was known of it before only what differs."""
    was = ""
    if before is not None and before.severity != one.severity:
        was = f" (was {before.severity_words.lower()})"
    lead, rest = lead_of(one.sentence)
    known = before.chances if before is not None else ()
    more = [f"{words}: {value}." for words, value in one.chances] if one.chances != known else []
    sure = one.sure if before is None or before.sure != one.sure else ""
    told = " ".join(filter(None, [rest, *more, sure]))
    return html.Li([html.Strong(f"{one.severity_words}{was}: {lead}"), f" {told}"])


def _list(title: str, items: Sequence[Component]) -> list[Component]:
    found: list[Component] = [html.H4(f"{title} ({len(items)})"), html.Ul([*items[:MOST]])]
    if rest := items[MOST:]:
        words = html.Summary(f"{len(rest)} more")
        found.append(html.Details([words, html.Ul([*rest])], className="cn-more"))
    return found


def begin(desk: Desk, look: Look) -> str:
    """Begin to compare a coalition as it was with its files as they are now; give the token."""
    before = look.assessment

    def compare() -> tuple[str, ReleasedSharper]:
        now, _ = desk.open(look.key)
        return look.key, release_sharper(before, desk.assessed(now["key"], now["stamp"]))

    return desk.jobs.begin(WHAT, compare)


def answered(
    desk: Desk,
    rows: Callable[[Look, Place, Reading], tuple[str, Sequence[Edit]]],
    *given: Any,  # noqa: ANN401 - what the page sends
) -> tuple[Any, ...]:
    """Write the rows that answers come to, and begin to work out what got sharper.

    Parameters
    ----------
    rows : gives how much was answered in words, and the edits
    given : what `ours.do` needs behind the work

    Returns
    -------
    tuple
        What goes to `ours.outputs`, then the token of the work, or no change.
    """
    token: Any = no_update

    def save(look: Look, path: Path) -> str:
        nonlocal token
        reading = desk.reading(look.key)
        n, edits = rows(look, Place(path), reading)
        done = correct(path, edits, reading=reading)
        token = begin(desk, look)
        return f"Kept for {n}: {done.step.words}."

    did = ours.do(desk, save, *given)
    return *did, token


def register(app: Dash, desk: Desk, part: str) -> None:
    """Tell what came of the work; forget it with the next change (assets/data_edit.js)."""
    working.register(app, desk, part)
    result = ids.edit(part, "sharper")

    @app.callback(
        Output(result, "children"),
        Input(ids.job_done(part), "data"),
        State(ids.part_shown(PAGE, part), "data"),
    )
    def _(token: str, shown: dict[str, Any]) -> Any:  # noqa: ANN401 - words, or no change
        try:
            key, sharper = desk.jobs.take(token)
        except CollabnetError as error:
            return html.P(str(error))
        return told(sharper, part) if key == shown["opened"]["key"] else no_update

    # Two callbacks: one that waited for the page to be read anew would forget what came meanwhile.
    in_browser(
        app,
        "forget",
        Output(result, "children", allow_duplicate=True),
        Input(ids.edit(part, "told"), "data"),
    )
    in_browser(
        app,
        "forgetOthers",
        Output(result, "children", allow_duplicate=True),
        Input(ids.part_shown(PAGE, part), "data"),
        State(ids.edit(part, "told"), "data"),
    )
