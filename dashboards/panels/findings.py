"""Panel: the findings, ranked, each opening to what stands behind it."""

from collections.abc import Sequence
from itertools import groupby

from dash import ALL, Dash, Input, Output, State, ctx, html
from dash.development.base_component import Component

from collabnet.sharing import Released, ReleasedFinding, ReleasedWhatIf

from .. import ids
from ..asked import Plain, read_changes
from ..desk import Desk, Opened
from .finding import card
from .pieces import panel, severity_tag

FIRST = 25
STEP = 50
NOT_MENDED = "gone, but not mended: the link itself is gone."
HUB_GONE = "gone, but not mended: the person has left."
RESOLVED = "resolved."


def layout() -> Component:
    """Lay the panel out, empty."""
    more = html.Button("Show more", id=ids.MORE, type="button", className="cn-button", hidden=True)
    hint = html.P(
        "The worst first. Open a finding for its numbers, what would help, how sure it is, and the "
        "people concerned.",
        className="cn-hint",
    )
    return panel("findings", "Findings", [hint, html.Div(id=ids.FINDINGS), more])


def listed(released: Released, n_shown: int) -> list[Component]:
    """Give the first findings under their severities."""
    if not released.findings:
        return [html.P(released.nothing_found)]
    can_leave = frozenset(
        str(person["id"]) for person in released.map["people"] if person.get("kind") != "group"
    )
    shown = list(enumerate(released.findings[:n_shown]))
    totals = {one.severity: 0 for one in released.findings}
    for one in released.findings:
        totals[one.severity] += 1
    return [
        html.Div(
            [
                html.H3(
                    [severity_tag(severity, words), html.Span(_counted(totals[severity]))],
                    className="cn-severity-title",
                ),
                html.Ol([card(one, i, can_leave) for i, one in items], className="cn-list"),
            ]
        )
        for (severity, words), items in groupby(
            shown, key=lambda pair: (pair[1].severity, pair[1].severity_words)
        )
    ]


def _counted(n: int) -> str:
    return f"{n} finding" if n == 1 else f"{n} findings"


def marks(released: Released, tried: ReleasedWhatIf | None, n_shown: int) -> list[str]:
    """Say for each finding what a what-if does to it; nothing where it stays as it is."""
    if tried is None:
        return [""] * n_shown
    said = {one.id: RESOLVED for one in tried.resolved}
    said |= {
        one.id: HUB_GONE if one.kind == "hub" else NOT_MENDED
        for one in tried.resolved
        if one.id in tried.broken
    }
    said |= {before.id: becomes(before, after) for before, after in tried.changed}
    return [said.get(one.id, "") for one in released.findings[:n_shown]]


def becomes(before: ReleasedFinding, after: ReleasedFinding) -> str:
    """Say what a finding becomes: its new severity if that changes, and its new sentence."""
    if before.severity == after.severity:
        return after.sentence
    return f"{after.severity_words} instead of {before.severity_words.lower()}. {after.sentence}"


def register(app: Dash, desk: Desk) -> None:
    """List the findings of the coalition; mark those that a what-if touches."""

    @app.callback(
        Output(ids.FINDINGS, "children"),
        Output(ids.MORE, "hidden"),
        Input(ids.OPENED, "data"),
        Input(ids.MORE, "n_clicks"),
    )
    def _(opened: Opened | None, clicks: int | None) -> tuple[list[Component], bool]:
        if opened is None:
            return [], True
        released, n_shown = desk.released(opened), FIRST + STEP * (clicks or 0)
        return listed(released, n_shown), n_shown >= len(released.findings)

    @app.callback(
        Output({"type": ids.MARK, "place": ALL}, "mark"),
        Input(ids.TRIED, "data"),
        State(ids.OPENED, "data"),
    )
    def _(tried: Sequence[Plain], opened: Opened | None) -> list[str]:
        n_marks = len(ctx.outputs_list)
        if opened is None:
            return [""] * n_marks
        released = desk.released(opened)
        return marks(released, desk.tried(opened, read_changes(tried)), n_marks)
