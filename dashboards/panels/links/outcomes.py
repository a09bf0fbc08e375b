"""Panel: what became of referrals, and how long they waited. Per link, never per person."""

from collections.abc import Iterable, Sequence
from typing import Any

import dash_mantine_components as dmc
import pandas as pd
from dash import Dash, Input, Output, html
from dash.development.base_component import Component

from collabnet.plots.waiting_steps import waiting_steps
from collabnet.risk.outcomes.referred import Goal
from collabnet.risk.outcomes.result import By
from collabnet.sharing.outcomes import GOAL_WORDS, release_outcomes
from collabnet.sharing.released_outcomes import ReleasedOutcomes, ReleasedWait

from ... import ids
from ...desk import Desk, Look
from ...desk.kept import Kept
from .. import choosing
from ..charts import chart
from ..pieces import panel, plain_table

PAGE = "links"
ARGS = ("by", "row", "goal")
BY: dict[By, str] = {"service": "Service", "receiver": "Receiving agency"}
GOALS: dict[Goal, str] = {"served": "Until served"}
"""What can be chosen instead of a row for each link, and of the days until accepted."""
FIRST: By = "pathway"
FIRST_GOAL: Goal = "accepted"
ALL: By = "all"
TITLE = "What became of referrals"
CAPTIONS = {"pathway": "Link by link", "service": "By service", "receiver": "By receiving agency"}
SHARES = "Each share says what it is a share of."
TIMES = (
    "Half by: the median, leaving aside those that ended otherwise. In brackets the 95 % interval."
)
WAITING = "How long they waited"
NO_CURVE = "Days are known of fewer than six: too few to draw."
MOST = 60


def layout() -> Component:
    """Lay the panel out, empty."""
    boxes = [
        _box("by", "A row for each", "Link", BY.items()),
        _box("row", "Whose days", "All together", ()),
        _box("goal", "Which days", "Until accepted", GOALS.items()),
    ]
    return panel(
        "outcomes",
        TITLE,
        [html.Div(boxes, className="cn-fields"), html.Div(id=ids.LINKS_OUTCOMES)],
    )


def _box(arg: str, label: str, first: str, others: Iterable[tuple[str, str]]) -> dmc.Select:
    options = [{"value": value, "label": words} for value, words in others]
    return choosing.choice(PAGE, arg, label, options, placeholder=first, clearable=True)


def asked(look: Look) -> tuple[By, Goal]:
    """Give what a row is about, and which days; any other word asks for what comes first."""
    by = next((one for one in BY if one == look.arg("by")), FIRST)
    goal = next((one for one in GOALS if one == look.arg("goal")), FIRST_GOAL)
    return by, goal


def options(released: ReleasedOutcomes, goal: Goal) -> list[dict[str, Any]]:
    """Give whose days can be chosen, by place in the order of names: the address has no names.

    The place says also what the rows are about, so that it leads to no other row of another table.
    """
    waits = [one for one in released.waits.values() if one.goal == goal]
    return [
        {"value": f"{released.by}.{place}", "label": wait.about}
        for place, wait in enumerate(waits)
        if wait.is_drawn
    ]


def chosen(
    released: ReleasedOutcomes, whole: ReleasedOutcomes, row: str, goal: Goal
) -> ReleasedWait:
    """Give the days that are asked for; of all together where no row is, or none such."""
    waits = [one for one in released.waits.values() if one.goal == goal]
    by, _, place = row.partition(".")
    found = by == released.by and place.isdecimal() and int(place) < len(waits)
    return waits[int(place)] if found else whole.waits[(), goal]


def shown(
    released: ReleasedOutcomes, whole: ReleasedOutcomes, wait: ReleasedWait
) -> list[Component]:
    """Give what was found, the table, the chosen days as a picture and a table, and the notes."""
    return [
        html.P(whole.sentence),
        *_counts(released),
        *_times(released, wait.goal),
        *_days(wait, released, is_said=wait.sentence in whole.sentence),
        html.Ul([html.Li(note) for note in released.notes], className="cn-hint"),
    ]


def _counts(released: ReleasedOutcomes) -> list[Component]:
    table = released.table
    if table.empty:
        return []
    first = table.head(MOST)
    note = f"{released.label + '; ' if released.label else ''}{released.period}. {SHARES}"
    if len(first) < len(table):
        note += f" The first {MOST} of {len(table)} by name; collabnet outcomes writes them all."
    return [plain_table(first, CAPTIONS[released.by], note=note)]


def _times(released: ReleasedOutcomes, goal: Goal) -> list[Component]:
    """The days of every row as a table, folded: one row is drawn below."""
    words = GOAL_WORDS[goal]
    table = released.times
    if table.empty:
        return []
    table = table[table["Until"] == words].drop(columns="Until").head(MOST)
    listed = plain_table(table, f"Days until {words.lower()}", note=TIMES)
    return [html.Details([html.Summary("Days of every row"), listed], className="cn-more")]


def _days(wait: ReleasedWait, released: ReleasedOutcomes, *, is_said: bool) -> Sequence[Component]:
    if wait.n == 0:
        return []
    head = html.H3(f"{WAITING}: {wait.about}")
    if not wait.is_drawn:
        return [head, html.P(NO_CURVE)]
    missing = (
        f"{wait.n_left_out:,} left out: no days are known" if wait.n_left_out else "none left out"
    )
    label = f" {released.label[:1].upper()}{released.label[1:]}." if released.label else ""
    caption = (
        f"n = {wait.n:,} referrals, {wait.n_open:,} of them still open, {missing}; "
        f"{released.period}. "
        f"The line: share not yet {wait.goal} (Kaplan-Meier), as if those that ended otherwise "
        f"had waited on. The band: its 95 % interval.{label}"
    )
    picture = chart(
        waiting_steps(wait),
        says=wait.sentence,
        caption=caption,
        table=plain_table(steps(wait), f"{WAITING}, day by day"),
    )
    return [head, *([] if is_said else [html.P(wait.sentence)]), picture]


def steps(wait: ReleasedWait) -> pd.DataFrame:
    """Give the days on which something happened, as text."""
    curve = wait.curve
    curve = curve[(curve["n_reached"] > 0) | (curve["n_otherwise"] > 0)]
    ci = zip(curve["still_waiting_ci_low"], curve["still_waiting_ci_high"], strict=True)
    return pd.DataFrame(
        {
            "Day": [f"{day:.0f}" for day in curve["day"]],
            "Waiting before": [f"{n:,.0f}" for n in curve["n_waiting"]],
            wait.goal.capitalize(): [f"{n:,.0f}" for n in curve["n_reached"]],
            "Ended otherwise": [f"{n:,.0f}" for n in curve["n_otherwise"]],
            "Still waiting": [f"{100 * part:.0f} %" for part in curve["still_waiting_share"]],
            "From to (95 %)": [f"{100 * low:.0f} to {100 * high:.0f} %" for low, high in ci],
            f"{wait.goal.capitalize()}, of all sent": [
                f"{100 * part:.0f} %" for part in curve["reached_share"]
            ],
        }
    )


def register(app: Dash, desk: Desk) -> None:
    """Show what the address asks for; worked out when the page is seen, apart from its links."""
    kept: Kept[tuple[str, str, By], ReleasedOutcomes] = Kept(
        lambda asked: release_outcomes(desk.assessed(*asked[:2]).coalition, by=asked[2]), most=8
    )
    choosing.bind(app, PAGE, *ARGS)

    @app.callback(
        *(Output(ids.arg(PAGE, arg), "value") for arg in ARGS),
        Output(ids.arg(PAGE, "row"), "data"),
        Output(ids.LINKS_OUTCOMES, "children"),
        Input(ids.shown(PAGE), "data"),
    )
    def _(shown_now: object) -> tuple[Any, ...]:
        look = desk.look(shown_now)
        by, goal = asked(look)
        released, whole = (kept((look.key, look.stamp, one)) for one in (by, ALL))
        wait = chosen(released, whole, look.arg("row"), goal)
        return (
            *(look.arg(arg) or None for arg in ARGS),
            options(released, goal),
            shown(released, whole, wait),
        )
