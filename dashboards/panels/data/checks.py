"""The part "Checks": who answered, what rows rest on, what is wrong, what can't be concluded."""

from collections.abc import Iterable
from typing import Any

import pandas as pd
from dash import Dash, Input, Output, html, no_update
from dash.development.base_component import Component

from collabnet.data.check import Check
from collabnet.data.importing.answering import bare
from collabnet.data.issues import Problem, counted, shown
from collabnet.sharing import ReleasedChecks, release_checks

from ... import ids
from ...desk import Desk
from ..pieces import panel, plain_table

MOST_ROWS = 200
NOTHING_OPEN = "No coalition is open. Choose one on top, or bring in your own files."
NOT_READ = "This coalition can't be read yet: something has to be answered or corrected first."


def layout() -> list[Component]:
    """Lay the part out, empty."""
    return [html.Div(id=ids.CHECKS)]


def checks(said: ReleasedChecks, check: Check) -> list[Component]:
    """Lay out the checks of a coalition that was read."""
    return [
        panel("data-answered", answered_title(said), _answered(said)),
        panel("data-evidence", "What the rows rest on", _evidence(said)),
        html.Div(
            [
                panel("data-cannot", "What can't be concluded", _list(said.cannot_say)),
                panel("data-ask", "What to ask next", _list(said.questions)),
            ],
            className="cn-two",
        ),
        panel("data-can", "What can be said", _list(said.can_say)),
        panel("data-rows", rows_title(check), _rows(check)),
    ]


def answered_title(said: ReleasedChecks) -> str:
    """Say how many answered; the lowest number where questions differ."""
    if said.answered.empty:
        return "Nobody was asked in a survey"
    asked, answered = (said.answered[name].astype("int64") for name in ("Asked", "Answered"))
    few = int((answered / asked.clip(lower=1)).argmin())
    return f"{answered[few]} of {asked[few]} answered the survey"


def _answered(said: ReleasedChecks) -> list[Component]:
    if said.answered.empty:
        return [
            html.P("These files hold no survey. What is shown comes from the log and from ties.")
        ]
    return [
        plain_table(said.answered, "Who answered, question by question"),
        html.P(
            "Those who did not answer may work with people whom nobody else named.",
            className="cn-hint",
        ),
    ]


def _evidence(said: ReleasedChecks) -> list[Component]:
    return [
        plain_table(said.evidence, "Rows of each table by what they rest on"),
        html.P(
            "A finding that would be gone without the inferred and made-up rows says so, and is "
            "never called critical.",
            className="cn-hint",
        ),
    ]


def _list(said: Iterable[str]) -> list[Component]:
    items = [html.Li(one) for one in said]
    return [html.Ul(items)] if items else [html.P("Nothing.")]


def rows_title(check: Check) -> str:
    """Say how many rows were read and how many were left out.

    Examples
    --------
    >>> import collabnet as cn
    >>> rows_title(cn.check("sample:g1"))
    'All 38 rows were read and used'
    """
    read = sum(one.read for one in check.files)
    out = sum(one.rejected for one in check.files)
    if not out:
        return f"All {counted(read, 'row')} were read and used"
    return f"{out} of {counted(read, 'row')} can't be used"


def _rows(check: Check) -> list[Component]:
    files = pd.DataFrame(
        [
            (one.file, str(one.read), str(one.kept), str(one.rejected), str(one.skipped))
            for one in check.files
        ],
        columns=["File", "Rows", "Used", "Can't be used", "Left out as no data"],
    )
    parts: list[Component] = [plain_table(files, "Rows of each file")]
    wrong = [one for one in check.found if one.level == "ROW"]
    worth = [one for one in check.found if one.level in ("NOTE", "OK")]
    if wrong:
        parts.append(_problems(wrong, "Rows that can't be used"))
    if worth:
        table = _problems(worth, "Worth knowing")
        summary = html.Summary(f"Worth knowing ({len(worth)})")
        parts.append(html.Details([summary, table], className="cn-more"))
    return parts


def _problems(found: list[Problem], caption: str) -> Component:
    rows = [(place(one), one.message, bare(one.remedy)) for one in found[:MOST_ROWS]]
    table = pd.DataFrame(rows, columns=["Where", "What", "What to do"])
    rest = len(found) - MOST_ROWS
    note = f"The first {MOST_ROWS} of {len(found)}." if rest > 0 else ""
    return plain_table(table, caption, note=note)


def place(one: Problem) -> str:
    """Say where a problem is: file, sheet, row and column as a person finds them."""
    sheet = f"sheet {shown(one.sheet)}" if one.sheet else ""
    row = f"row {one.row}" if one.row is not None else ""
    column = f"column {shown(one.column)}" if one.column else ""
    return ", ".join(filter(None, [one.file, sheet, row, column]))


def register(app: Dash, desk: Desk) -> None:
    """Show the checks of what is open, and write into the title how good the data are."""

    @app.callback(
        Output(ids.CHECKS, "children"),
        Output(ids.title("data"), "children"),
        Input(ids.shown("data"), "data"),
    )
    def _(shown: dict[str, Any]) -> tuple[Any, ...]:
        opened = shown["opened"]
        if not opened:
            return no_update, no_update
        if not opened["key"]:
            return html.P(NOTHING_OPEN), "Bring in your own data"
        if not opened["is_read"]:
            way = html.A("See what is asked", href=f"/overview?c={opened['key']}")
            return html.P([NOT_READ, " ", way]), "Something is to be answered first"
        look = desk.look(shown)
        said = release_checks(look.assessment)
        return checks(said, desk.checked(look.key, look.stamp)), said.finding
