"""What the page says of a measure: how its values are spread, the table by name, or why not."""

from collections.abc import Callable
from typing import NamedTuple

from dash import html
from dash.development.base_component import Component

from collabnet.model.errors import CollabnetError
from collabnet.reports.glossary import measure_term
from collabnet.sharing import ReleasedMeasure

from ...desk import Look
from ..pieces import panel, plain_table
from .spread import about_spread, spread_of

TITLE = "Measures of people and agencies"
AS_IS = "These are the values as it is now: what is tried doesn't count here."
CANCELLED = "Cancelled: nothing was worked out."


class Shown(NamedTuple):
    """What the page shows: what stands there, what is read out, the title, which buttons not."""

    parts: list[Component]
    spoken: str = ""
    title: str = TITLE
    no_table: bool = True
    no_again: bool = True


def first(link: Callable[[str], str]) -> list[Component]:
    """Offer the usual measures, where none is chosen."""
    from collabnet.metrics.catalogue import USUAL

    rows = [
        html.Div([html.Dt(html.A(term.title, href=link(name))), html.Dd(term.meaning)])
        for name, term in ((name, measure_term(name)) for name in USUAL["actors"])
    ]
    return [
        panel("measures-usual", "Begin with one of these", [html.Dl(rows, className="cn-terms")])
    ]


def result(found: ReleasedMeasure, period: str, *, is_tried: bool = False) -> list[Component]:
    """Lay out how the values of a measure are spread, and each of them by name."""
    term = measure_term(found.measure)
    by_name = f"{term.title}: {found.actors}, by name"
    table = plain_table(found.table, by_name, note=note(found), cards=False)
    as_is = [html.P(AS_IS, className="cn-hint")] if is_tried else []
    return [
        *as_is,
        panel("measures-spread", "How the values are spread", about_spread(found, period)),
        panel("measures-table", "Each by name", [table]),
    ]


def note(found: ReleasedMeasure) -> str:
    """Say under the caption what the values rest on, and what the data are."""
    pairs = "pair" if found.n_ties == 1 else "pairs"
    ties = f"{found.n_ties:,} {pairs} with a tie, from one to another."
    chosen = ", ".join(f"{name} {value}" for name, value in found.settings.items())
    said = [ties, *found.notices, f"Options: {chosen}." if chosen else "", found.undefined]
    return " ".join(filter(None, [*said, found.label]))


def title(found: ReleasedMeasure) -> str:
    """Say what was found, and of whom."""
    return f"{measure_term(found.measure).title} of {found.actors}: {spread_of(found)}"


def refused(error: CollabnetError) -> Shown:
    """Say why there is nothing to show."""
    return Shown([html.P(str(error), className="cn-refused")], str(error))


def cancelled() -> Shown:
    """Say that nothing came of it, and offer it again."""
    return Shown([html.P(CANCELLED, className="cn-hint")], CANCELLED, no_again=False)


def shown(found: ReleasedMeasure, look: Look) -> Shown:
    """Give what is shown of a measure, what is read out, and the title."""
    parts = result(found, look.released.period, is_tried=bool(look.steps))
    spoken = f"{title(found)}. The table stands below."
    return Shown(parts, spoken, title(found), no_table=False)
