"""Panel: the findings, ranked, each opening to what stands behind it."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from dash import ALL, Dash, Input, Output, State, ctx, html
from dash.development.base_component import Component

from collabnet.sharing import Released, ReleasedFinding, ReleasedWhatIf

from .. import ids
from ..asked import Plain, read_changes
from ..desk import Desk, Opened
from .finding import opened_part
from .pieces import lead_of, severity_tag

FIRST = 25
STEP = 50


def layout() -> Component:
    """Lay the panel out, empty."""
    return html.Section(
        [
            html.H2("Findings", id="findings-title"),
            html.P(
                "The worst first. Open a finding for its numbers, what would help, how sure it "
                "is, and the people concerned.",
                className="cn-hint",
            ),
            html.Div(id=ids.FINDINGS),
            html.Button(
                "Show more findings", id=ids.MORE, type="button", className="cn-button", hidden=True
            ),
        ],
        id="findings",
        className="cn-panel cn-findings",
        **{"aria-labelledby": "findings-title"},
    )


def listed(released: Released, n_shown: int) -> list[Component]:
    """Give the first findings under their severities."""
    if not released.findings:
        return [html.P("Nothing was found that rests on few people, is strained or is missing.")]
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
                html.Ol([_item(one, i, can_leave) for i, one in items], className="cn-list"),
            ]
        )
        for (severity, words), items in groupby(
            shown, key=lambda pair: (pair[1].severity, pair[1].severity_words)
        )
    ]


def _counted(n: int) -> str:
    return f"{n} finding" if n == 1 else f"{n} findings"


def _item(finding: ReleasedFinding, place: int, can_leave: frozenset[str]) -> Component:
    lead, rest = lead_of(finding.sentence)
    summary = html.Summary(
        [
            html.Span(
                [
                    html.Span(lead, className="cn-lead"),
                    html.Span(f" {rest}") if rest else None,
                ],
                className="cn-sentence",
            ),
            html.Span(finding.statuses, className="cn-status"),
            html.Span(id=ids.mark(place), className="cn-mark"),
        ]
    )
    return html.Li(
        html.Details([summary, opened_part(finding, can_leave)]),
        className=f"cn-finding cn-edge-{finding.severity}",
    )


def marks(released: Released, tried: ReleasedWhatIf | None, n_shown: int) -> list[Any]:
    """Say under each finding what a what-if does to it; nothing where it stays as it is."""
    if tried is None:
        return [None] * n_shown
    broken = set(tried.broken)
    gone = {one.id for one in tried.resolved}
    changed = {before.id: after for before, after in tried.changed}
    said: list[Any] = []
    for finding in released.findings[:n_shown]:
        if finding.id in gone:
            why = " The link itself is gone." if finding.id in broken else " It is resolved."
            said.append(_mark(f"no longer found.{why}"))
        elif finding.id in changed:
            said.append(_mark(becomes(finding, changed[finding.id])))
        else:
            said.append(None)
    return said


def becomes(before: ReleasedFinding, after: ReleasedFinding) -> str:
    """Say what a finding becomes: its new severity if that changes, and its new sentence."""
    if before.severity == after.severity:
        return after.sentence
    return f"{after.severity_words} instead of {before.severity_words.lower()}. {after.sentence}"


def _mark(text: str) -> Component:
    return html.Span([html.Strong("After the change: "), text], className="cn-after")


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
        Output({"type": ids.MARK, "place": ALL}, "children"),
        Input(ids.TRIED, "data"),
        State(ids.OPENED, "data"),
    )
    def _(tried: Sequence[Plain], opened: Opened | None) -> list[Any]:
        n_marks = len(ctx.outputs_list)
        if opened is None:
            return [None] * n_marks
        released = desk.released(opened)
        return marks(released, desk.tried(opened, read_changes(tried)), n_marks)
