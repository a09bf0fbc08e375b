"""The part On paper of the page Data: once for each two agencies, what is written down."""

from typing import Any

from dash import ALL, Dash, Input, Output, State, html, no_update
from dash.development.base_component import Component

from collabnet.data.editing import Edit
from collabnet.data.place import Place
from collabnet.planning.answers.paper_rows import paper_edits
from collabnet.risk.wording import count
from collabnet.sharing.asked import release_links

from ... import ids
from ...desk import Desk, Look
from ..choosing import bind, choice, follow
from . import ours, sharper
from .paper_questions import PART, answers, asked, known, question, title

SAVE = "Save the answers"
MOST = 8
HINT = (
    "A link that is written down and names the post passes on to whoever takes over. A link that "
    "rests on the people leaves with them. Answer once for each two agencies; what you don't know "
    "can wait."
)


def layout() -> list[Component]:
    """Lay the part out, empty."""
    save = html.Button(
        SAVE, id=ids.edit(PART, "save"), type="button", className="cn-button cn-first"
    )
    agency = choice(
        ours.PAGE, "agency", "Only links of", clearable=True, placeholder="All agencies"
    )
    box = html.Details(
        [html.Summary("What is known already"), html.Div(id=ids.edit(PART, "known"))],
        id=ids.edit(PART, "known-box"),
        className="cn-more",
    )
    parts: list[Component] = [
        *sharper.layout(PART),
        html.Div(agency, className="cn-choose"),
        html.P(id=ids.edit(PART, "count"), className="cn-small"),
        html.Ul(id=ids.edit(PART, "list"), className="cn-questions"),
        html.Div(save, className="cn-buttons", id=ids.edit(PART, "saving")),
        box,
    ]
    return ours.layout(PART, "What is written down", HINT, parts)


def shown_links(look: Look) -> tuple[Any, ...]:
    """Give title, agencies to choose, the one chosen, how many, the questions, what is known."""
    links = release_links(look.assessment)
    names = {
        actor: name for one in links for actor, name in zip(one.pair, one.agencies, strict=True)
    }
    options = [
        {"value": look.refs.short(actor), "label": name}
        for actor, name in sorted(names.items(), key=lambda one: one[1])
    ]
    agency = look.chosen("agency")
    found = asked(links, agency)
    items = [
        question(one, "-".join(look.refs.short(agency) for agency in one.pair))
        for one in found[:MOST]
    ]
    told = f"{len(items)} of {len(found)}: those with most referrals first. The next come when "
    told = f"{told}these are saved." if len(found) > len(items) else ""
    return title(links), options, told, items, known(links)


def register(app: Dash, desk: Desk) -> None:
    """Ask about the links; write the answers, and tell what got sharper."""
    ours.register(app, desk, PART)
    sharper.register(app, desk, PART)
    bind(app, ours.PAGE, "agency")
    follow(app, ids.part_shown(ours.PAGE, PART), ours.PAGE, "agency")

    @app.callback(
        Output(ids.edit_heading(PART), "children"),
        Output(ids.arg(ours.PAGE, "agency"), "data"),
        Output(ids.edit(PART, "count"), "children"),
        Output(ids.edit(PART, "list"), "children"),
        Output(ids.edit(PART, "known"), "children"),
        Output(ids.edit(PART, "known-box"), "hidden"),
        Output(ids.edit(PART, "saving"), "hidden"),
        Output(ids.edit(PART, "trouble"), "children"),
        Output(ids.edit(PART, "laid"), "data"),
        Input(ids.part_shown(ours.PAGE, PART), "data"),
    )
    def _(shown: dict[str, Any]) -> tuple[Any, ...]:
        if ours.why_closed(desk, shown):
            return (*(no_update,) * 7, "", no_update)
        look = desk.look(shown)
        laid = ours.laid(look)
        if not shown["opened"].get("is_read"):
            return "What is written down", [], "", [], [], True, True, ours.UNREAD, laid
        found = shown_links(look)
        return *found, not found[-1], not found[-2], "", laid

    @app.callback(
        *ours.outputs(PART),
        Output(ids.job(PART), "data"),
        Input(ids.edit(PART, "save"), "n_clicks"),
        State(ids.edit_field(PART, ALL), "id"),
        State(ids.edit_field(PART, ALL), "value"),
        State(ids.edit_field("paper-names", ALL), "value"),
        State(ids.part_shown(ours.PAGE, PART), "data"),
        State(ids.REVISION, "data"),
        State(ids.edit(PART, "laid"), "data"),
        running=ours.busy(PART, "save", SAVE),
    )
    def _(_n: int, fields: Any, written: Any, names: Any, *given: Any) -> Any:  # noqa: ANN401
        refs = [field["name"] for field in fields]

        def rows(look: Look, place: Place, reading: sharper.Reading) -> tuple[str, list[Edit]]:
            said = answers(list(zip(refs, written, names, strict=True)), look)
            edits = paper_edits(look.assessment, place, said, reading)
            return count(len(said), "link"), edits

        return sharper.answered(desk, rows, *given)
