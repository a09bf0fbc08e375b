"""The part Corrections of the page Data: one row as a form, checked before it is written."""

from pathlib import Path
from typing import Any

from dash import ALL, Dash, Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component

from collabnet.data.editing import Edit, OwnTable, correct, read_own, steps_in
from collabnet.data.place import Place
from collabnet.model.errors import CollabnetError
from collabnet.model.records import records

from ... import ids
from ...desk import Desk, Look
from ..choosing import bind, choice, follow
from . import ours
from .corrections_form import PART, form
from .corrections_rows import Actors, chosen_row, row_options
from .corrections_saved import saved, told
from .field_words import TABLES

HINT = (
    "Change, add or remove one row of your files. The row is checked before it is written, and "
    "the last change can be taken back."
)
FIRST = TABLES[0][0]
MOST_STEPS = 30
SAVE, REMOVE = "Save", "Remove this row"


def layout() -> list[Component]:
    """Lay the part out, empty."""
    what = [{"value": table, "label": words} for table, words in TABLES]
    choices = [
        choice(ours.PAGE, "table", "What", what, value=FIRST, allowDeselect=False),
        choice(ours.PAGE, "row", "Which", clearable=True, limit=300, placeholder="Choose a row"),
    ]
    buttons = [
        html.Button(SAVE, id=ids.edit(PART, "save"), type="button", className="cn-button cn-first"),
        html.Button(REMOVE, id=ids.edit(PART, "remove"), type="button", className="cn-button"),
    ]
    editing = [
        html.H3(id=ids.edit(PART, "row")),
        html.Div(id=ids.edit(PART, "form")),
        html.Div(buttons, className="cn-buttons"),
    ]
    parts: list[Component] = [
        # Hidden until its rows are there: what was typed before that would be lost.
        html.Div(choices, id=ids.edit(PART, "choosing"), className="cn-choose", hidden=True),
        html.Div(editing, id=ids.edit(PART, "editing"), className="cn-asked", hidden=True),
        html.Details(
            [
                html.Summary("What was changed so far"),
                html.Ul(id=ids.edit(PART, "history"), className="cn-decided"),
            ],
            id=ids.edit(PART, "history-box"),
            className="cn-more",
        ),
        dcc.Store(id=ids.edit(PART, "at")),
    ]
    return ours.layout(PART, "Correct a person, tie or agreement", HINT, parts)


def actors_of(desk: Desk, look: Look) -> Actors:
    """Give the names to choose from: of the coalition, or of the lists where it can't be read."""
    coalition = desk.checked(look.key, look.stamp).coalition
    if coalition is not None:
        tables = (coalition.agencies, "agency_id"), (coalition.people, "person_id")
        found = [dict(records(table, key, "name")) for table, key in tables]
    else:
        found = [
            _own_names(desk, look, *one)
            for one in (("agencies", "agency_id"), ("people", "person_id"))
        ]
    agencies, people = ({one: name or one for one, name in names.items()} for names in found)
    return Actors(agencies, people)


def _own_names(desk: Desk, look: Look, table: str, key: str) -> dict[str, str]:
    try:
        own = _own(desk, look, table)
    except CollabnetError:
        return {}
    rows = (own.row(row) or {} for row in own.rows)
    return {cells[key]: cells.get("name", "") for cells in rows if cells.get(key)}


def _own(desk: Desk, look: Look, table: str) -> OwnTable:
    return read_own(Place(desk.coalitions.path(look.key)), table, desk.reading(look.key))


def shown_row(desk: Desk, look: Look) -> tuple[Any, ...]:
    """Give the rows to choose from, the title of the one chosen, its form, and what it is."""
    table = look.arg("table", FIRST)
    table = table if table in dict(TABLES) else FIRST
    own, actors = _own(desk, look, table), actors_of(desk, look)
    options = row_options(own, actors)
    value = "" if look.is_outdated else look.arg("row")
    words = next((one["label"] for one in options if one["value"] == value), "")
    row = chosen_row(table, value)
    cells = own.row(row) if row else None
    if not words or (row and cells is None):
        return options, "", [], None
    where = f"{words} ({own.name}.csv, row {row})" if row else words
    return options, where, form(table, cells, actors), {"table": table, "row": row}


def history(path: Path) -> list[Component]:
    """List the corrections that hold, the last first."""
    held, _ = steps_in(Place(path))
    return [html.Li(f"{step.done_on}: {step.words}") for step in held[::-1][:MOST_STEPS]]


def register(app: Dash, desk: Desk) -> None:
    """Show the row of the address as a form; save, add or remove it."""
    ours.register(app, desk, PART)
    bind(app, ours.PAGE, "table", "row")
    follow(app, ids.part_shown(ours.PAGE, PART), ours.PAGE, "table", "row")

    @app.callback(
        Output(ids.arg(ours.PAGE, "row"), "data"),
        Output(ids.edit(PART, "row"), "children"),
        Output(ids.edit(PART, "form"), "children"),
        Output(ids.edit(PART, "at"), "data"),
        Output(ids.edit(PART, "editing"), "hidden"),
        Output(ids.edit(PART, "remove"), "hidden"),
        Output(ids.edit(PART, "history"), "children"),
        Output(ids.edit(PART, "history-box"), "hidden"),
        Output(ids.edit(PART, "trouble"), "children"),
        Output(ids.edit(PART, "choosing"), "hidden"),
        Output(ids.edit(PART, "laid"), "data"),
        Input(ids.part_shown(ours.PAGE, PART), "data"),
    )
    def _(shown: dict[str, Any]) -> tuple[Any, ...]:
        if ours.why_closed(desk, shown):
            return (*(no_update,) * 8, "", no_update, no_update)
        look = desk.look(shown)
        try:
            found, past = shown_row(desk, look), history(desk.coalitions.path(look.key))
        except CollabnetError as error:
            nothing: tuple[Any, ...] = ([], "", [], None, True, True, [], True)
            return *nothing, str(error), False, ours.laid(look)
        at = found[-1]
        hidden = at is None, at is None or at["row"] is None
        return *found, *hidden, past, not past, "", False, ours.laid(look)

    def write(look: Look, path: Path, edit: Edit) -> str:
        actors = actors_of(desk, look)
        done = correct(path, [edit], reading=desk.reading(look.key))
        return "\n".join([told(done.step.edits[0], actors), *done.notes])

    @app.callback(
        *ours.outputs(PART),
        Input(ids.edit(PART, "save"), "n_clicks"),
        State(ids.edit_field(PART, ALL), "value"),
        State(ids.edit_field(PART, ALL), "id"),
        State(ids.edit(PART, "at"), "data"),
        State(ids.part_shown(ours.PAGE, PART), "data"),
        State(ids.REVISION, "data"),
        State(ids.edit(PART, "laid"), "data"),
        running=ours.busy(PART, "save", SAVE),
    )
    def _(_n: int, values: Any, fields: Any, at: Any, *given: Any) -> Any:  # noqa: ANN401
        def save(look: Look, path: Path) -> str:
            own, actors = _own(desk, look, at["table"]), actors_of(desk, look)
            typed = {field["name"]: value for field, value in zip(fields, values, strict=True)}
            taken = [*actors.agencies, *actors.people, *own.ids]
            return write(look, path, saved(own, at["row"], typed, taken))

        return ours.do(desk, save, *given)

    @app.callback(
        *ours.outputs(PART),
        Input(ids.edit(PART, "remove"), "n_clicks"),
        State(ids.edit(PART, "at"), "data"),
        State(ids.part_shown(ours.PAGE, PART), "data"),
        State(ids.REVISION, "data"),
        State(ids.edit(PART, "laid"), "data"),
        running=ours.busy(PART, "remove", REMOVE),
    )
    def _(_clicks: int, at: dict[str, Any], *given: Any) -> ours.Did:  # noqa: ANN401
        def remove(look: Look, path: Path) -> str:
            cells = _own(desk, look, at["table"]).row(at["row"])
            return write(look, path, Edit(at["table"], at["row"], cells, None))

        return ours.do(desk, remove, *given)
