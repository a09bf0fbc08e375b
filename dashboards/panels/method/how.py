"""Panel: how the numbers of the open coalition came about, and what they can't show."""

from typing import Any

from dash import Dash, Input, Output, html
from dash.development.base_component import Component

from collabnet.sharing import Released

from ... import ids
from ...desk import Desk
from ..define import define
from ..pieces import lead_of, panel

TITLE = "What the words mean, and how the numbers are made"
NO_COALITION = "Open a coalition, or a sample, to see what its own numbers rest on."


def layout() -> Component:
    """Lay out the steps, which are the same for all, and the place for what is of this one."""
    steps = html.Ol([html.Li(one) for one in STEPS], className="cn-steps")
    return panel("method-how", "How the numbers came about", [steps, html.Div(id=ids.METHOD_HOW)])


STEPS: tuple[list[Component | str], ...] = (
    [
        "Every two agencies with referrals from one to the other make ",
        define("link", "a link"),
        ". For each, we count who sends and who receives.",
    ],
    [
        "We look for ",
        define("cut set", "the fewest people"),
        " whose leaving ends it. Often that is one person.",
    ],
    [
        "A referral is ",
        define("on paper"),
        " if an agreement in use covers it. If the agreement names the post, it ",
        define("interrupted", "waits"),
        " for whoever comes next. If not, it ",
        define("lost", "would need another way"),
        " once that person has left.",
    ],
    [
        "Rows that ",
        define("names nobody", "name nobody"),
        " are read both ways, and the worse counts. A name left out can't make a finding look "
        "better.",
    ],
    [
        "Fixed rules say ",
        define("severity", "how bad"),
        " it is. They are the same for everybody. Links with few referrals are ",
        define("thin", "too thin to rank"),
        ".",
    ],
    [
        "Each finding is tried again in many versions of the data, with what could be missing "
        "filled in. That says ",
        define("how sure"),
        " it is.",
    ],
)


def title(released: Released) -> str:
    """Say whose numbers these are."""
    return f"What the words mean, and how the numbers of {released.name} came about"


def about(released: Released) -> list[Component]:
    """Say what the numbers rest on, what the data can't show, and the method in full."""
    first, rest = lead_of(released.methods)
    text, _, references = rest.partition(" References: ")
    return [
        html.H3("What was read"),
        html.P(first),
        html.H3("What these data can't show"),
        html.Ul([html.Li(one) for one in released.unseen], className="cn-list"),
        html.Details(
            [
                html.Summary("The method in full, to paste into a report"),
                html.P(f"{first} {text}"),
                html.P(f"References: {references}" if references else ""),
            ],
            className="cn-more cn-method-full",
        ),
    ]


def register(app: Dash, desk: Desk) -> None:
    """Say what is of the open coalition; where none is open, that there is more."""

    @app.callback(
        Output(ids.METHOD_HOW, "children"),
        Output(ids.title("method"), "children"),
        Input(ids.shown("method"), "data"),
    )
    def _(shown: dict[str, Any]) -> tuple[list[Component], str]:
        opened = shown["opened"]
        if not opened or not opened["is_read"]:
            return [html.P(NO_COALITION, className="cn-hint")], TITLE
        released = desk.look(shown).released
        return about(released), title(released)
