"""Why a coalition can't be read, and its questions, to be answered on the spot."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dash import ALL, Dash, Input, Output, State, ctx, html, no_update
from dash.development.base_component import Component

from collabnet.data.check import Check
from collabnet.data.importing.answering import Answer, Question, bare, can_be_asked, question_of
from collabnet.data.importing.kept import keep_answers
from collabnet.model.errors import CollabnetError
from collabnet.reports.groups import group

from ... import ids
from ...desk import Desk
from ...desk.coalitions import refuse_samples
from ..data.import_questions import Chosen, answers_of, chosen_in, fields
from ..pieces import panel

CHANGED = (
    "The files have changed since these questions were asked, so nothing was written. Reload the "
    "page to read them again."
)
TITLE = "What would break if somebody left?"
LEAD = "Your files are as they were. Answers are kept in the coalition's settings, coalition.toml."


def layout() -> list[Component]:
    """Lay out the place for what stands in the way; it is empty where nothing does."""
    return [
        html.Div(id=ids.START_PROBLEM),
        html.P(id=ids.START_SAID, className="cn-refused", role="alert"),
        html.Button(
            "Read it with these answers",
            id=ids.START_ANSWER,
            type="button",
            className="cn-button cn-first",
            hidden=True,
        ),
        # The frame writes here what the check says, for whoever wants to read all of it.
        html.Details(
            [html.Summary("Everything that the check says"), html.Pre(id=ids.PROBLEM)],
            id=ids.START_WHOLE,
            className="cn-more cn-check",
            hidden=True,
        ),
    ]


def questions(check: Check) -> tuple[Question, ...]:
    """Give what is open: each setting is asked once, since its answer holds for all files."""
    found: dict[object, Question] = {}
    for one in group(problem for problem in check.found if can_be_asked(problem)):
        about = replace(one.first, message=one.message)
        key = (about.key, *one.columns) if not about.key else about.key
        found.setdefault(key, question_of(about, one.columns))
    return tuple(found.values())


def unread(check: Check) -> str:
    """Say that a coalition can't be read, by its name."""
    return f"{check.name} can't be read yet"


def problem(check: Check) -> list[Component]:
    """Lay out what has to be corrected, and what is asked."""
    stops = [one for one in check.found if one.level == "STOP" and not can_be_asked(one)]
    items = [
        html.Li([html.Strong(f"{one.place}: "), f"{one.message} {bare(one.remedy)}".strip()])
        for one in group(stops)
    ]
    asked = [fields("check", at, one, {}) for at, one in enumerate(questions(check))]
    parts: list[Component] = [html.P(LEAD, className="cn-hint")]
    if items:
        parts += [html.H3("To correct in the files"), html.Ul(items)]
    if asked:
        parts += [html.H3("To answer"), *asked]
    return [panel("start-asked", "What is asked", parts)]


def answers(asked: Sequence[Question], chosen: Mapping[int, Chosen]) -> list[Answer]:
    """Read what was chosen.

    Raises
    ------
    CollabnetError
        If nothing was, or something that is no answer.
    """
    found = [
        answer
        for at, one in enumerate(asked)
        if at in chosen
        for answer in answers_of(one, chosen[at])[0]
    ]
    if not found:
        raise CollabnetError("Answer at least one of the questions first.")
    return found


def register(app: Dash, desk: Desk) -> None:
    """Show what stands in the way, and keep answers to it."""

    @app.callback(
        Output(ids.title("start"), "children"),
        Output(ids.START_PROBLEM, "children"),
        Output(ids.START_ANSWER, "hidden"),
        Output(ids.START_WHOLE, "hidden"),
        Output(ids.START_SAID, "children"),
        Input(ids.shown("start"), "data"),
    )
    def _(shown: dict[str, Any]) -> tuple[Any, ...]:
        opened = shown["opened"]
        if not opened or not opened["key"] or opened["is_read"]:
            return TITLE, [], True, True, ""
        try:
            _, check = desk.open(opened["key"])
        except CollabnetError as error:
            return TITLE, [], True, True, str(error)
        return unread(check), problem(check), not questions(check), False, ""

    @app.callback(
        Output(ids.REVISION, "data", allow_duplicate=True),
        Output(ids.START_SAID, "children", allow_duplicate=True),
        Input(ids.START_ANSWER, "n_clicks"),
        State(ids.OPENED, "data"),
        State(ids.REVISION, "data"),
        State(ids.answer("check", ALL, ALL, ALL), "value"),
    )
    def _(_clicks: int, opened: dict[str, Any], revision: int, _answers: object) -> tuple[Any, ...]:
        try:
            refuse_samples(desk.coalitions, opened["key"])
            now, check = desk.open(opened["key"])
            if now["stamp"] != opened["stamp"]:  # other questions may be open by now
                raise CollabnetError(CHANGED)
            given = answers(questions(check), chosen_in(ctx.states_list[2]))
            keep_answers(desk.coalitions.path(opened["key"]), given)
        except CollabnetError as error:
            return no_update, str(error)
        return revision + 1, ""
