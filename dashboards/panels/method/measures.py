"""Panel: what each measure of the catalogue says, and how it is worked out."""

from collections.abc import Callable, Mapping
from typing import Any

from dash import Dash, Input, Output, html
from dash.development.base_component import Component

from collabnet.reports.glossary import Term, measure_terms
from collabnet.sharing import is_releasable

from ... import ids
from ...desk import Desk
from ..pieces import panel

HINT = (
    "Measures are for those who want them. Findings don't need them. Each has its definition "
    "here; those with a link can be seen for your own network."
)


def layout() -> Component:
    """Lay the panel out; the measures are listed when the page is first seen."""
    return panel(
        "method-measures",
        "What the measures mean",
        [html.P(HINT, className="cn-hint"), html.Div(id=ids.METHOD_MEASURES)],
    )


def families(link: Callable[[str], str] | None) -> list[Component]:
    """List the measures by family; ``link`` gives the way to a measure of the open coalition."""
    return [_family(title, terms, link) for title, terms in measure_terms().items()]


def _family(title: str, terms: Mapping[str, Term], link: Callable[[str], str] | None) -> Component:
    summary = html.Summary([title, html.Span(f" {len(terms)} measures", className="cn-small")])
    rows = [_row(name, term, link) for name, term in terms.items()]
    return html.Details([summary, html.Dl(rows, className="cn-terms")], className="cn-more")


def _row(name: str, term: Term, link: Callable[[str], str] | None) -> Component:
    from collabnet.metrics.catalogue import entry_named

    entry = entry_named(name)
    href = link(name) if link is not None and is_releasable(entry) else ""
    said: list[Component | str] = [html.A(term.title, href=href) if href else term.title]
    if term.term:
        said.append(html.Span(f" {term.term}", className="cn-small"))
    return html.Div(
        [html.Dt(said), html.Dd(entry.sentence), html.Dd(entry.definition, className="cn-small")]
    )


def register(app: Dash, desk: Desk) -> None:
    """List the measures, with ways to them where a coalition is open."""

    @app.callback(Output(ids.METHOD_MEASURES, "children"), Input(ids.shown("method"), "data"))
    def _(shown: dict[str, Any]) -> list[Component]:
        opened = shown["opened"]
        if not opened or not opened["is_read"]:
            return families(None)
        look = desk.look(shown)
        return families(lambda name: look.link("measures", measure=name))
