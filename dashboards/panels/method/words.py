"""Panel: find what a word or a number means."""

from collections.abc import Iterable

import dash_mantine_components as dmc
from dash import Dash, Input, Output, html
from dash.development.base_component import Component

from collabnet.reports.glossary import SECTIONS, Term, all_terms, measure_terms, search
from collabnet.risk.wording import capital, count

from ... import ids
from ...desk import Desk
from ..pieces import panel

HINT = (
    "Type a word or the name of a number, such as bus factor or on paper. On every page, words "
    "with a dotted line open their meaning as well."
)
MOST = 40


def layout() -> Component:
    """Lay out the box and the place for what is found."""
    box = dmc.TextInput(
        id=ids.METHOD_FIND,
        label="Find a word or a number",
        debounce=250,
        className="cn-find",
    )
    status = html.P(id=ids.METHOD_FOUND_WORDS, className="cn-hint", role="status")
    return panel(
        "method-words", "What the words mean", [box, status, html.Div(id=ids.METHOD_FOUND)]
    )


def found(wanted: object) -> tuple[list[Component], str]:
    """Give what is found, and how much that is in words; all words by what they are about."""
    text = wanted.strip() if isinstance(wanted, str) else ""
    if not text:
        return [_section(title, terms) for title, terms in SECTIONS.items()], HINT
    measures = [one for family in measure_terms().values() for one in family.values()]
    terms = search(text, [*all_terms(), *measures])
    if not terms:
        return [], f"Nothing is written about “{text}”. Try one word of it, or another word."
    n = f"{capital(count(len(terms), 'word'))} found"
    if len(terms) > MOST:
        n += f"; these are the first {MOST}. Type more to find fewer"
    return [term_list(terms[:MOST])], f"{n}."


def _section(title: str, terms: tuple[Term, ...]) -> Component:
    summary = html.Summary([title, html.Span(f" {len(terms)} words", className="cn-small")])
    return html.Details([summary, term_list(terms)], className="cn-more")


def term_list(terms: Iterable[Term]) -> Component:
    """Lay out words with what they mean."""
    return html.Dl([_row(one) for one in terms], className="cn-terms")


def _row(one: Term) -> Component:
    said: list[Component | str] = [one.title]
    if one.term:
        said.append(html.Span(f" {one.term}", className="cn-small"))
    return html.Div([html.Dt(said), html.Dd(one.meaning)])


def register(app: Dash, desk: Desk) -> None:
    """Show all words when the page comes into view, and those that are looked for."""

    @app.callback(
        Output(ids.METHOD_FOUND, "children"),
        Output(ids.METHOD_FOUND_WORDS, "children"),
        Input(ids.shown("method"), "data"),
        Input(ids.METHOD_FIND, "value"),
    )
    def _(_shown: object, wanted: object) -> tuple[list[Component], str]:
        return found(wanted)
