"""What came of a what-if: what was tried, what would break or mend, and what that assumes."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from collabnet.sharing import ReleasedFinding, ReleasedWhatIf

from .. import ids
from ..asked import CLEAR, UNDO, remove
from .pieces import ask_button, plain_table, severity_tag

MOST = 20
"""So many findings of a kind are written out; a change that touches more is told in numbers."""

WAITING = (
    "Where an agreement names the position, they are expected to pass on once the post is filled; "
    "how well isn't known."
)


def result(tried: ReleasedWhatIf) -> list[Component | None]:
    """Lay out what was tried, before and after."""
    return [
        _chips(tried.changes),
        html.P(lead(tried), className="cn-result-lead"),
        html.P(WAITING) if tried.highlight["interrupted"] else None,
        _figures(tried),
        _findings(tried),
        *_pathways(tried),
        html.H3("This assumes"),
        html.Ul([html.Li(one) for one in tried.assumes], className="cn-assumes"),
    ]


def _chips(changes: Sequence[str]) -> Component:
    chips = [
        html.Li(
            [
                html.Span(words),
                ask_button("×", remove(place), about=f"Take back: {words}", heir=ids.RESULT_TITLE),
            ],
            className="cn-chip",
        )
        for place, words in enumerate(changes)
    ]
    buttons = [ask_button("Undo the last", UNDO, heir=ids.RESULT_TITLE)]
    if len(changes) > 1:
        buttons.append(ask_button("Clear all", CLEAR, heir=ids.RESULT_TITLE))
    return html.Div(
        [
            html.H3("Tried, in this order"),
            html.Ol(chips, className="cn-chips"),
            html.Div(buttons, className="cn-buttons"),
        ],
        className="cn-tried",
    )


def lead(tried: ReleasedWhatIf) -> str:
    """Say first how many referrals would still have a way to pass.

    The headline alone could mislead: with a link gone, less is left to lose.
    """
    before, after = (int(str(cell)) for cell in tried.differences.loc[0, ["Before", "After"]])
    if before == after:
        return f"All {before} referrals would still have a way to pass."
    return f"{before - after} of {before} referrals would have no way to pass."


def _figures(tried: ReleasedWhatIf) -> Component:
    table = tried.differences
    changed = table[table["Before"] != table["After"]]
    if changed.empty:
        return html.P("None of the figures changes.")
    return plain_table(changed[["What", "Before", "After"]], "Before and after", cards=False)


def _findings(tried: ReleasedWhatIf) -> Component:
    parts: list[Component] = []
    if tried.gained:
        parts += _group("New", tried.gained)
    if tried.changed:
        parts += _group("Not the same as before", [after for _, after in tried.changed])
    mended = [one for one in tried.resolved if one.id not in tried.broken]
    if mended:
        parts += _group("Resolved", mended)
    if lost := [one for one in tried.resolved if one.id in tried.broken]:
        parts += _group("Gone, but not mended: the link, person or agency is gone", lost)
    if not parts:
        parts.append(html.P("The findings stay as they are."))
    return html.Div([html.H3("Findings"), *parts], className="cn-result-findings")


def _group(title: str, findings: Sequence[ReleasedFinding]) -> list[Component]:
    items = [
        html.Li(
            [
                severity_tag(one.severity, one.severity_words),
                html.Span(one.sentence),
                html.Span(one.statuses, className="cn-status"),
            ]
        )
        for one in findings[:MOST]
    ]
    if len(findings) > MOST:
        items.append(html.Li(f"and {len(findings) - MOST} more."))
    return [html.H4(f"{title} ({len(findings)})"), html.Ul(items, className="cn-changes")]


def _pathways(tried: ReleasedWhatIf) -> list[Component]:
    if tried.pathways.empty:
        return []
    return [plain_table(tried.pathways, "Pathways that change")]


def spoken(tried: ReleasedWhatIf) -> str:
    """Say in a few sentences what was tried and what it does, to be read out."""
    counts = [
        (len(tried.gained), "new"),
        (len(tried.changed), "not the same as before"),
        (len(tried.resolved), "no longer found"),
    ]
    findings = ", ".join(f"{n} {words}" for n, words in counts if n) or "as they were"
    return " ".join(
        [
            f"Tried: {' '.join(tried.changes)}",
            lead(tried),
            *([WAITING] if tried.highlight["interrupted"] else []),
            *(f"{words}: {value}." for words, value in tried.headline_after),
            f"Findings: {findings}.",
        ]
    )


def bar(tried: ReleasedWhatIf) -> list[Any]:
    """Fill the bar that stays in sight on small screens: what is tried, and the way there."""
    n = len(tried.changes)
    return [
        html.Span(
            [html.Strong(f"{n} change{'s' if n > 1 else ''} tried. "), lead(tried)],
            className="cn-bar-words",
        ),
        html.A("See all", href="#what-if"),
        ask_button("Undo", UNDO, about="the last change", heir=ids.RESULT_TITLE),
    ]
