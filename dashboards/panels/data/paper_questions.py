"""The questions about what is written down: which are open, how they are asked, what was said."""

from collections.abc import Sequence
from typing import get_args

import dash_mantine_components as dmc
import pandas as pd
from dash import html
from dash.development.base_component import Component

from collabnet.model.errors import CollabnetError
from collabnet.planning.answers.paper import Names, PaperAnswer, Written
from collabnet.sharing.asked import ReleasedLink

from ... import ids
from ...desk import Look
from ..pieces import plain_table

PART = "paper"
WRITTEN = (
    ("used", "Yes, and it is in use"),
    ("unused", "Yes, but it isn't used"),
    ("nothing", "No"),
    ("", "Don't know"),
)
NAMES = (
    ("yes", "Yes, the post, whoever holds it"),
    ("no", "No, a person or nobody"),
    ("unknown", "Don't know"),
)


def title(links: Sequence[ReleasedLink]) -> str:
    """State what was found.

    Examples
    --------
    >>> title([])
    'There is no link between two agencies yet'
    """
    n = sum(one.is_open for one in links)
    if not links:
        return "There is no link between two agencies yet"
    if not n:
        return "Of every link it is known whether it is written down"
    if n == len(links):
        return "Nobody has said yet which links are written down"
    verb = "is" if n == 1 else "are"
    return f"Nobody has said yet whether {n} of {len(links)} links {verb} written down"


def asked(links: Sequence[ReleasedLink], agency: str | None) -> list[ReleasedLink]:
    """Give the links to ask about: open ones, of an agency if one is chosen."""
    return [one for one in links if one.is_open and agency in (None, *one.pair)]


def question(link: ReleasedLink, ref: str) -> Component:
    """Ask about one link; ``ref`` are the numbers of its agencies."""
    names = f"{link.agencies[0]} and {link.agencies[1]}"
    radios = [dmc.Radio(value=value, label=words, size="sm") for value, words in WRITTEN]
    written = dmc.RadioGroup(
        html.Div(radios, className="cn-radios"),
        id=ids.edit_field(PART, ref),
        label=["Is it written down?", html.Span(f" {names}", className="cn-sr-only")],
        value="",
    )
    names_post = dmc.Select(
        id=ids.edit_field("paper-names", ref),
        label=[
            "If it is in use: does it name the post?",
            html.Span(f" {names}", className="cn-sr-only"),
        ],
        data=[{"value": value, "label": words} for value, words in NAMES],
        value="unknown",
        allowDeselect=False,
        size="sm",
    )
    about = html.Div([html.H3(names), html.P(link.passes, className="cn-small")])
    return html.Li([about, html.Div([written, names_post], className="cn-answers")])


def answers(refs: Sequence[tuple[str, str, str]], look: Look) -> list[PaperAnswer]:
    """Read what was answered: the numbers of two agencies, what is written, whether it names.

    Raises
    ------
    CollabnetError
        If nothing was answered.
    """
    found = []
    for ref, written, names in refs:
        if written in get_args(Written) and names in get_args(Names):
            a, b = (look.refs.id(one) for one in ref.split("-"))
            found.append(PaperAnswer((a, b), written, names))  # type: ignore[arg-type] # checked
    if not found:
        raise CollabnetError("Nothing was answered yet, so nothing was written.")
    return found


def known(links: Sequence[ReleasedLink]) -> list[Component]:
    """List the links of which it is known."""
    rows = [
        (*one.agencies, one.passes, one.standing)
        for one in sorted(links, key=lambda one: one.agencies)
        if not one.is_open
    ]
    if not rows:
        return []
    columns = ["Agency", "Other agency", "What passes", "Written down"]
    note = "To change one, correct its agreement under Corrections."
    return [plain_table(pd.DataFrame(rows, columns=columns), "Links that are known", note=note)]
