"""Panel: one service by population: who takes whom, and which share of the places is open."""

from math import isnan

from dash import html
from dash.development.base_component import Component

from collabnet.plots import coverage_places
from collabnet.sharing import ReleasedCoverage, ReleasedService
from collabnet.sharing.released_coverage import ReleasedGroup

from ... import ids
from ...components import Cell, PlainTable
from ...desk import Look
from ..charts import chart
from ..define import define
from ..pieces import panel
from .words import caption, names_of, places_words

COLUMNS = ("For whom", "Who says it takes them", "Who may", "Places", "Share of the places")
CHOOSE = "Choose a service to see for whom it is, who takes them, and how many places there are."
NOBODY_SAYS = (
    "No agency says whom it takes, so nothing is known of it by age, gender, region or language."
)


def layout(box: Component) -> Component:
    """Lay the panel out, with the box that says which service."""
    hint: list[Component | str] = [
        "An agency that doesn't say ",
        define("whom it serves"),
        " is shown as one that may take them: neither as one for all nor as one for nobody.",
    ]
    return panel(
        "coverage-for-whom",
        "For whom",
        [
            html.P(hint, className="cn-hint"),
            html.Div([box], className="cn-fields"),
            html.Div(id=ids.COVERAGE_SERVICE),
        ],
    )


def options(now: ReleasedCoverage, look: Look) -> list[dict[str, str]]:
    """List the services that can be opened; their values are numbers."""
    return [{"value": look.refs.number("s", one.id), "label": one.words} for one in now.services]


def shown(now: ReleasedCoverage, service: str) -> list[Component]:
    """Give the chart of places and the table of groups, or what to do first."""
    one = next((each for each in now.services if each.id == service), None)
    if one is None:
        return [html.P(CHOOSE if now.services else "", className="cn-hint")]
    if not one.groups:
        return [html.P(_who(one)), html.P(NOBODY_SAYS)]
    table = PlainTable(
        caption=f"{one.words[:1].upper()}{one.words[1:]}: who takes whom",
        columns=list(COLUMNS),
        rows=[_row(group) for group in one.groups],
        note=now.label,
    )
    found: list[Component] = [html.P(_who(one)), html.P(coverage_places.finding(one))]
    if any(not isnan(group.share) for group in one.groups):
        found.append(
            chart(
                coverage_places.chart(one),
                says=coverage_places.finding(one),
                caption=caption(now, f"Share of the {places_words(one.places)} stated places."),
            )
        )
    return [*found, table]


def _who(one: ReleasedService) -> str:
    """Say who offers it, and who may."""
    said = f"{names_of(one.providers) or 'Nobody'} "
    said += (
        "offers it alone" if one.is_alone else "offer it" if len(one.providers) > 1 else "offers it"
    )
    if one.possible:
        lists = "lists" if len(one.possible) == 1 else "list"
        said += f"; {names_of(one.possible)} {lists} no services and may"
    return f"{said}. Places: {places_words(one.places, one.n_without_places)}."


def _row(group: ReleasedGroup) -> list[Cell]:
    names = names_of(group.providers)
    takes: Cell = {"text": f"{names} alone", "mark": "alone"} if group.is_alone else names
    if group.is_unserved:
        takes = {"text": "nobody", "mark": "none"}
    return [
        f"{group.group[:1].upper()}{group.group[1:]}",
        takes,
        names_of(group.possible) or "–",
        places_words(group.places),
        coverage_places.share_words(group),
    ]
