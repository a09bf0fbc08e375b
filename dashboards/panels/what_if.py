"""Panel: what if somebody leaves, a link is put on paper, an agency closes; stacked and undone."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import Dash, Input, Output, State, ctx, html, no_update
from dash.development.base_component import Component

from collabnet.model.errors import CollabnetError
from collabnet.planning.changes import Change, Closes, Formalizes, Leaves
from collabnet.sharing import Released, ReleasedWhatIf

from .. import ids
from ..asked import Plain, answer, read_changes, try_
from ..components import Choice
from ..components.choice import Group, Option
from ..desk import Desk, Opened, StaleError
from .pieces import aria
from .result import bar, result, spoken

EMPTY_HINT = (
    "Choose below, or open a finding and ask there. Nothing you try is saved, and nothing in your "
    "files changes."
)


def layout() -> Component:
    """Lay the panel out: what came of it on top, the form below."""
    return html.Aside(
        [
            html.H2("What if …", id=ids.RESULT_TITLE, tabIndex=-1),
            html.P(EMPTY_HINT, className="cn-hint"),
            html.P(id=ids.REFUSED, className="cn-refused", role="alert"),
            html.Div(id=ids.RESULT),
            _form(),
        ],
        id="what-if",
        className="cn-panel cn-what-if",
        **aria(labelledby=ids.RESULT_TITLE),
    )


def _form() -> Component:
    return html.Div(
        [
            _question(
                "somebody leaves",
                [
                    Choice(id=ids.PERSON, label="Person", groups=[], first="Choose a person"),
                    html.Div(
                        [
                            _button("Try: successor there", ids.POST_FILLED),
                            _button("Try: post empty", ids.POST_EMPTY),
                        ],
                        className="cn-buttons",
                    ),
                ],
            ),
            _question(
                "a link is put on paper",
                [
                    Choice(id=ids.FROM_AGENCY, label="From", groups=[], first="Choose an agency"),
                    Choice(id=ids.TO_AGENCY, label="To", groups=[], first="Choose an agency"),
                    _button("Try: an agreement in use", ids.ON_PAPER),
                ],
            ),
            _question(
                "an agency closes",
                [
                    Choice(id=ids.AGENCY, label="Agency", groups=[], first="Choose an agency"),
                    _button("Try: it closes", ids.CLOSES),
                ],
            ),
        ],
        className="cn-form",
    )


def _question(words: str, parts: list[Component]) -> Component:
    return html.Fieldset([html.Legend(f"… {words}?"), *parts], className="cn-question")


def _button(words: str, button_id: str) -> Component:
    return html.Button(words, id=button_id, type="button", className="cn-button")


def people_groups(released: Released) -> list[Group]:
    """List the people who can leave, under their agencies; groups can't leave."""
    labels = {str(one["id"]): str(one["label"]) for one in released.map["agencies"]}
    found: dict[str, list[Mapping[str, Any]]] = {}
    for person in released.map["people"]:
        if person.get("kind") != "group":
            found.setdefault(labels[person["agency"]], []).append(person)
    return [
        Group(
            label=agency,
            options=[
                Option(value=str(one["id"]), label=_who(one))
                for one in sorted(found[agency], key=lambda one: (one["label"], one["id"]))
            ],
        )
        for agency in sorted(found)
    ]


def _who(person: Mapping[str, Any]) -> str:
    role = person.get("role")
    name = str(person["label"])
    return f"{name} ({role})" if role and str(role).lower() != name.lower() else name


def agency_groups(released: Released) -> list[Group]:
    """List the agencies by name."""
    agencies = sorted(released.map["agencies"], key=lambda one: (one["label"], one["id"]))
    options = [Option(value=str(one["id"]), label=str(one["label"])) for one in agencies]
    return [Group(label="", options=options)]


def wished(button: str, chosen: Mapping[str, str]) -> Change:
    """Read the change that a button of the form asks for.

    Raises
    ------
    CollabnetError
        If something has to be chosen first; the text says what.
    """
    needs = {
        ids.POST_FILLED: ("Choose a person first.", ids.PERSON),
        ids.POST_EMPTY: ("Choose a person first.", ids.PERSON),
        ids.ON_PAPER: ("Choose both agencies of the link first.", ids.FROM_AGENCY, ids.TO_AGENCY),
        ids.CLOSES: ("Choose an agency first.", ids.AGENCY),
    }
    missing, *boxes = needs[button]
    values = [chosen.get(box) or "" for box in boxes]
    if not all(values):
        raise CollabnetError(missing)
    if button == ids.ON_PAPER:
        if values[0] == values[1]:
            raise CollabnetError("A link joins two agencies: choose another one at From or To.")
        return Formalizes(values[0], values[1])
    if button == ids.CLOSES:
        return Closes(values[0])
    return Leaves(values[0], "empty" if button == ids.POST_EMPTY else "filled")


def stacked(
    desk: Desk, opened: Opened, tried: Sequence[Plain], asked: object
) -> tuple[list[Plain], str]:
    """Give the changes after one more wish; as they were, with the reason, where it can't be."""
    try:
        after = answer(tried, asked)
        desk.tried(opened, read_changes(after))
    except StaleError:
        raise
    except CollabnetError as error:
        return list(tried), f"This can't be tried. {error}"
    return after, ""


def register(app: Dash, desk: Desk) -> None:
    """Fill the boxes; stack what is asked for; show what comes of it."""
    boxes = (ids.PERSON, ids.FROM_AGENCY, ids.TO_AGENCY, ids.AGENCY)
    buttons = (ids.POST_FILLED, ids.POST_EMPTY, ids.ON_PAPER, ids.CLOSES)

    @app.callback(
        output={
            "groups": [Output(box, "groups") for box in boxes],
            "values": [Output(box, "value", allow_duplicate=True) for box in boxes],
        },
        inputs={"opened": Input(ids.OPENED, "data")},
        prevent_initial_call=True,
    )
    def _(opened: Opened | None) -> dict[str, Any]:
        if opened is None:
            return {"groups": [[]] * len(boxes), "values": [""] * len(boxes)}
        released = desk.released(opened)
        agencies = agency_groups(released)
        groups = [people_groups(released), agencies, agencies, agencies]
        return {"groups": groups, "values": [""] * len(boxes)}

    @app.callback(
        output=(Output(ids.TRIED, "data"), Output(ids.REFUSED, "children")),
        inputs={
            "opened": Input(ids.OPENED, "data"),
            "asked": Input(ids.ASKED, "data"),
            "clicks": [Input(button, "n_clicks") for button in buttons],
        },
        state={
            "tried": State(ids.TRIED, "data"),
            "chosen": {box: State(box, "value") for box in boxes},
        },
        prevent_initial_call=True,
    )
    def _(
        opened: Opened | None,
        asked: object,
        clicks: object,
        tried: Sequence[Plain],
        chosen: Mapping[str, str],
    ) -> tuple[Any, str]:
        if ctx.triggered_id == ids.OPENED or opened is None:
            return [], ""
        if ctx.triggered_id != ids.ASKED:
            try:
                asked = try_(wished(ctx.triggered_id, chosen))
            except CollabnetError as error:
                return no_update, str(error)
        return stacked(desk, opened, tried, asked)

    # What came of it stands on top of the panel: bring it into sight there.
    app.clientside_callback(  # type: ignore[no-untyped-call] # Dash gives no types for it
        "function () { document.getElementById('what-if').scrollTop = 0; }",
        Input(ids.RESULT, "children"),
    )

    @app.callback(
        Output(ids.RESULT, "children"),
        Output(ids.SPOKEN, "children"),
        Output(ids.BAR, "children"),
        Input(ids.TRIED, "data"),
        State(ids.OPENED, "data"),
        State(ids.SPOKEN, "children"),
    )
    def _(tried: Sequence[Plain], opened: Opened | None, said: str | None) -> tuple[Any, Any, Any]:
        found: ReleasedWhatIf | None = None
        if opened is not None:
            found = desk.tried(opened, read_changes(tried))
        if found is None:
            return [], "Nothing is tried any more." if said else "", []
        return result(found), spoken(found), bar(found)
