"""The part Names of the page Data: which names mean the same, one after the other."""

from pathlib import Path
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component

from collabnet.data.crosswalk.decisions import Decision
from collabnet.data.crosswalk.review import Review, decide, review_names
from collabnet.model.errors import CollabnetError

from ... import ids
from ...desk import Desk, Look
from . import ours
from .names_cards import card, decided, decision, held_decisions, next_name, open_names, title

PART = "names"
HINT = (
    "One agency or person is often written in several ways. Say which names are the same, or one "
    "counts as two. Your files stay as they are: what you decide is kept beside them."
)
BUTTONS = (("same", "The same"), ("different", "Different"), ("later", "Decide later"))
UNDO = "names-undo"
NOBODY = "Nobody in my lists"


def layout() -> list[Component]:
    """Lay the part out, empty."""
    buttons = [
        html.Button(
            words,
            id=ids.edit(PART, answer),
            type="button",
            className=f"cn-button{' cn-first' * (answer == 'same')}",
        )
        for answer, words in BUTTONS
    ]
    other = [
        dmc.Select(
            id=ids.edit(PART, "whom"),
            label="It is somebody else in your lists",
            searchable=True,
            clearable=True,
            nothingFoundMessage="None of this name.",
            placeholder="Choose",
        ),
        html.Button("This one", id=ids.edit(PART, "other"), type="button", className="cn-button"),
    ]
    parts: list[Component] = [
        html.Div(
            [
                html.Div(id=ids.edit(PART, "card"), role="status"),
                html.Div(buttons, className="cn-buttons"),
                html.Div(other, className="cn-fields cn-other"),
            ],
            id=ids.edit(PART, "asking"),
            className="cn-asked",
        ),
        html.Details(
            [
                html.Summary("What was decided"),
                html.Ul(id=ids.edit(PART, "decided"), className="cn-decided"),
            ],
            id=ids.edit(PART, "decided-box"),
            className="cn-more",
        ),
        dcc.Store(id=ids.edit(PART, "now")),
        dcc.Store(id=ids.edit(PART, "put-off"), data=[]),
    ]
    return ours.layout(PART, "Names", HINT, parts)


def shown_names(review: Review, later: list[list[str]], look: Look) -> tuple[Any, ...]:
    """Give title, card, whether nothing is asked, what is asked, choices and what was decided."""
    asked = open_names(review)
    one = next_name(asked, {(written, at) for written, at in later})
    names = {entry.id: entry.name for entry in review.names.entries}
    if one is None:
        return title(asked), [], True, None, [], decided(review)
    kinds = [one.kind] if one.kind in ("agency", "person") else ["agency", "person"]
    choices = [
        {"value": entry.id, "label": f"{entry.name} ({entry.id})" * (entry.name != entry.id) or
         entry.id}
        for entry in sorted(review.names.entries, key=lambda entry: entry.name)
        if entry.kind in kinds
    ]  # fmt: skip
    return title(asked), card(one, names, look), False, one.to_plain(), choices, decided(review)


def register(app: Dash, desk: Desk) -> None:
    """Ask about one name after the other; keep what is decided, or take it back."""
    ours.register(app, desk, PART, with_undo=False)

    @app.callback(
        Output(ids.edit_heading(PART), "children"),
        Output(ids.edit(PART, "card"), "children"),
        Output(ids.edit(PART, "asking"), "hidden"),
        Output(ids.edit(PART, "now"), "data"),
        Output(ids.edit(PART, "whom"), "data"),
        Output(ids.edit(PART, "decided"), "children"),
        Output(ids.edit(PART, "decided-box"), "hidden"),
        Output(ids.edit(PART, "whom"), "value"),
        Output(ids.edit(PART, "same"), "hidden"),
        Output(ids.edit(PART, "different"), "children"),
        Output(ids.edit(PART, "trouble"), "children"),
        Output(ids.edit(PART, "laid"), "data"),
        Input(ids.part_shown(ours.PAGE, PART), "data"),
        Input(ids.edit(PART, "put-off"), "data"),
    )
    def _(shown: dict[str, Any], later: list[list[str]]) -> tuple[Any, ...]:
        if ours.why_closed(desk, shown):
            return ("Names", *(no_update,) * 9, "", no_update)
        look = desk.look(shown)
        laid = ours.laid(look)
        path = desk.coalitions.path(look.key)
        try:
            found = shown_names(review_names(path, reading=desk.reading(look.key)), later, look)
        except CollabnetError as error:
            return "Names", [], True, None, [], [], True, None, True, NOBODY, str(error), laid
        is_alone = not (found[3] and found[3]["means"])
        different = NOBODY if is_alone else "Different"
        return *found, not found[-1], None, is_alone, different, "", laid

    def keep(look: Look, path: Path, line: Decision, name: str = "") -> str:
        decide(path, [line], reading=desk.reading(look.key))
        if line.decision == "undone":
            return f"Taken back: what was decided about “{line.written}”."
        said = "are the same" if line.decision == "same" else "are different"
        other = name or line.means or "anybody in your lists"
        return f"Kept: “{line.written}” and “{other}” {said}."

    @app.callback(
        *ours.outputs(PART),
        Output(ids.edit(PART, "put-off"), "data"),
        *(
            Input(ids.edit(PART, one), "n_clicks")
            for one in ("same", "different", "later", "other")
        ),
        State(ids.edit(PART, "whom"), "value"),
        State(ids.edit(PART, "now"), "data"),
        State(ids.edit(PART, "put-off"), "data"),
        State(ids.part_shown(ours.PAGE, PART), "data"),
        State(ids.REVISION, "data"),
        State(ids.edit(PART, "laid"), "data"),
    )
    def _(*given: Any) -> tuple[Any, ...]:  # noqa: ANN401 - what the page sends
        whom, now, later, *seen = given[4:]
        answer = str(ctx.triggered_id).removeprefix(ids.edit(PART, ""))
        if not now:
            return (no_update,) * 4
        if answer == "later":
            place = [now["written"], now["at"]]
            return no_update, "", no_update, [one for one in later if one != place] + [place]

        def answered(look: Look, path: Path) -> str:
            return keep(look, path, decision(now, answer, whom), now["name"] * (answer != "other"))

        did = ours.do(desk, answered, *seen)
        return *did, no_update

    @app.callback(
        *ours.outputs(PART),
        Input(ids.edit_field(UNDO, ALL), "n_clicks"),
        State(ids.part_shown(ours.PAGE, PART), "data"),
        State(ids.REVISION, "data"),
        State(ids.edit(PART, "laid"), "data"),
    )
    def _(clicks: list[int | None], *seen: Any) -> tuple[Any, ...]:  # noqa: ANN401
        if not any(clicks):  # the list was laid out anew
            return (no_update,) * 3
        place = int(ctx.triggered_id["name"])

        def undo(look: Look, path: Path) -> str:
            held = held_decisions(review_names(path, reading=desk.reading(look.key)))
            line = held[place]
            same = Decision(
                line.kind, line.written, line.means, "undone", line.at_agency, line.in_file
            )
            return keep(look, path, same)

        return ours.do(desk, undo, *seen)
