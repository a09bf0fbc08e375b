"""The part Posts of the page Data: how often each post changes hands; never about a person."""

from typing import Any

from dash import ALL, Dash, Input, Output, State, html, no_update
from dash.development.base_component import Component

from collabnet.data.editing import Edit
from collabnet.data.place import Place
from collabnet.planning.answers.posts import post_edits
from collabnet.risk.wording import count
from collabnet.sharing.asked import release_posts

from ... import ids
from ...desk import Desk, Look
from ..choosing import bind, choice, follow
from . import ours, sharper
from .posts_questions import answers, asked, question, title

PART = "posts"
SAVE = "Save the answers"
MOST = 10
HINT = (
    "How many people have held each post in the last years, the present holder included? And for "
    "how many weeks was it empty? Once it is known at both ends of a link, it can be worked out "
    "how likely its loss is. It is about the post, never about the person in it. Leave empty what "
    "nobody remembers."
)


def layout() -> list[Component]:
    """Lay the part out, empty."""
    save = html.Button(
        SAVE, id=ids.edit(PART, "save"), type="button", className="cn-button cn-first"
    )
    at = choice(ours.PAGE, "at", "Only posts of", clearable=True, placeholder="All agencies")
    parts: list[Component] = [
        *sharper.layout(PART),
        html.Div(at, className="cn-choose"),
        html.P(id=ids.edit(PART, "count"), className="cn-small"),
        html.Ul(id=ids.edit(PART, "list"), className="cn-questions"),
        html.Div(save, className="cn-buttons", id=ids.edit(PART, "saving")),
    ]
    return ours.layout(PART, "How often posts change hands", HINT, parts)


def shown_posts(look: Look) -> tuple[Any, ...]:
    """Give title, agencies to choose, the one chosen, how many, and the questions."""
    posts = release_posts(look.assessment)
    agencies = dict(sorted({one.agency: one.agency_id for one in posts}.items()))
    options = [{"value": look.refs.short(one), "label": name} for name, one in agencies.items()]
    agency = look.chosen("at")
    found = asked(posts, agency)
    most = len(found) if agency else MOST
    items = [question(one, str(posts.index(one))) for one in found[:most]]
    told = ""
    if len(found) > len(items):
        told = f"{len(items)} of {len(found)} posts. The next come when these are saved."
    elif posts and not found:
        told = "To see or change what was said, choose an agency."
    return title(posts), options, told, items


def register(app: Dash, desk: Desk) -> None:
    """Ask about the posts; write the answers, and tell what got sharper."""
    ours.register(app, desk, PART)
    sharper.register(app, desk, PART)
    bind(app, ours.PAGE, "at")
    follow(app, ids.part_shown(ours.PAGE, PART), ours.PAGE, "at")

    @app.callback(
        Output(ids.edit_heading(PART), "children"),
        Output(ids.arg(ours.PAGE, "at"), "data"),
        Output(ids.edit(PART, "count"), "children"),
        Output(ids.edit(PART, "list"), "children"),
        Output(ids.edit(PART, "saving"), "hidden"),
        Output(ids.edit(PART, "trouble"), "children"),
        Output(ids.edit(PART, "laid"), "data"),
        Input(ids.part_shown(ours.PAGE, PART), "data"),
    )
    def _(shown: dict[str, Any]) -> tuple[Any, ...]:
        if ours.why_closed(desk, shown):
            return (*(no_update,) * 5, "", no_update)
        look = desk.look(shown)
        laid = ours.laid(look)
        if not shown["opened"].get("is_read"):
            return "How often posts change hands", [], "", [], True, ours.UNREAD, laid
        found = shown_posts(look)
        return *found, not found[-1], "", laid

    @app.callback(
        *ours.outputs(PART),
        Output(ids.job(PART), "data"),
        Input(ids.edit(PART, "save"), "n_clicks"),
        State(ids.edit_field("posts-holders", ALL), "id"),
        *(
            State(ids.edit_field(f"posts-{name}", ALL), "value")
            for name in ("holders", "years", "weeks")
        ),
        State(ids.part_shown(ours.PAGE, PART), "data"),
        State(ids.REVISION, "data"),
        State(ids.edit(PART, "laid"), "data"),
        running=ours.busy(PART, "save", SAVE),
    )
    def _(_n: int, fields: Any, *given: Any) -> Any:  # noqa: ANN401 - what the page sends
        *numbers, shown, revision, laid = given

        def rows(look: Look, place: Place, reading: sharper.Reading) -> tuple[str, list[Edit]]:
            refs = [field["name"] for field in fields]
            said = answers(release_posts(look.assessment), refs, numbers)
            edits = post_edits(look.assessment.coalition, place, said, reading)
            return count(len(edits), "post"), edits

        return sharper.answered(desk, rows, shown, revision, laid)
