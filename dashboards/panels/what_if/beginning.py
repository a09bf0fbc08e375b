"""What stands where nothing is tried: what the page is for, and what to begin with."""

from dash import html
from dash.development.base_component import Component

from collabnet.planning.changes import Closes, Formalizes

from ...desk import Look
from ...state.steps import Plain, to_plain
from ..pieces import ask_button, panel

EMPTY_TITLE = "What if somebody leaves, an agency closes, a link is put on paper?"
EMPTY_HINT = (
    "Choose a change and try it. You see what it would break or mend before it happens. Nothing "
    "in your files changes, and every step can be undone."
)
MOST_STARTS = 3


def beginning(look: Look) -> list[Component]:
    """Say what the page is for, and offer what the first findings would ask for."""
    starts = [html.Li(ask_button(words, asked)) for words, asked in first_questions(look)]
    offered = [html.P("Or begin with one of these:"), html.Ul(starts)] if starts else []
    return [panel("what-if-begin", "What this is for", [html.P(EMPTY_HINT), *offered])]


def first_questions(look: Look) -> list[tuple[str, Plain]]:
    """Ask of the first links found: is it put on paper, does its receiving agency close.

    Nobody's departure is asked for here: that would be a list of people.
    """
    names = {str(one["id"]): str(one["label"]) for one in look.released.map["agencies"]}
    found = [one for one in look.released.findings if one.kind == "pathway"][:MOST_STARTS]
    pairs = dict.fromkeys(one.subject_ids[:2] for one in found)
    papers = [
        (f"{names[a]} and {names[b]} sign an agreement", to_plain(Formalizes(a, b)))
        for a, b in pairs
    ]
    closings = [
        (f"{names[agency]} closes", to_plain(Closes(agency)))
        for agency in dict.fromkeys(b for _, b in pairs)
    ]
    return [*papers, *closings][: MOST_STARTS + 1]
