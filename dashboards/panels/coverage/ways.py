"""Panel: how each service is reached from the agencies that may identify a case."""

from collections.abc import Mapping

from dash import html
from dash.development.base_component import Component

from collabnet.plots import coverage_ways
from collabnet.risk.wording import count, listed
from collabnet.sharing import ReleasedCoverage, ReleasedService
from collabnet.sharing.released_coverage import ReleasedWay

from ... import ids
from ...components import Cell, PlainTable
from ...desk import Look
from ..charts import chart
from ..define import define
from ..pieces import panel
from .words import caption, hand_off_words, names_of, way_cell, way_words

Key = tuple[str, str, str]
COLUMNS = ("To", "How", "How far", "Who offers it", "With what is tried")
NO_STARTS = (
    "No agency is known to send anybody on: neither a log nor a tie of that kind leads from one "
    "to another. So nothing can be said of ways."
)
STATED = "as your settings say"
NOT_STATED = "those that send referrals, by the log or by a tie"


def layout(box: Component) -> Component:
    """Lay the panel out, with the box that says where to begin."""
    hint: list[Component | str] = [
        define("ways that share nobody", "Ways that share nobody"),
        ": so many different people would have to leave before the last way is gone. One way means "
        "that one person's leaving ends it. ",
        define("a hand-off", "A hand-off"),
        " is one referral, or one tie, from an agency to the next.",
    ]
    return panel(
        "coverage-reach",
        "In how many ways each service can be reached",
        [
            html.P(hint, className="cn-hint"),
            html.Div(id=ids.COVERAGE_WAYS),
            html.H3("From one agency"),
            html.Div([box], className="cn-fields"),
            html.Div(id=ids.COVERAGE_FROM),
        ],
    )


def options(now: ReleasedCoverage, look: Look) -> list[dict[str, str]]:
    """List where one can begin; values are numbers."""
    return [{"value": look.refs.short(one.id), "label": one.name} for one in now.starts]


def shown(now: ReleasedCoverage, tried: ReleasedCoverage | None, look: Look) -> list[Component]:
    """Give the chart, and the table of every service from every agency."""
    if not now.starts:
        return [html.P(NO_STARTS)]
    if not now.sought:
        return []
    how = STATED if now.starts_stated else NOT_STATED
    starts = f"{count(len(now.starts), 'agency')} that may identify a case ({how})"
    said = f"Services by how they are reached from {starts}."
    table = PlainTable(
        caption="Each service from each agency",
        columns=["Service", *(one.name for one in now.starts)],
        rows=[_row(now, tried, service, look) for service in now.sought],
        note=now.label,
        cards=False,
    )
    return [
        chart(
            coverage_ways.chart(now),
            says=coverage_ways.finding(now),
            caption=caption(now, said),
        ),
        table,
    ]


def _row(
    now: ReleasedCoverage, tried: ReleasedCoverage | None, service: ReleasedService, look: Look
) -> list[Cell]:
    ways = {way.start.id: way for way in now.ways_to(service.id)}
    later = {way.start.id: way for way in tried.ways_to(service.id)} if tried else None
    href = look.link("coverage", service=look.refs.number("s", service.id))
    first: Cell = {"text": service.words, "href": href}
    return [first, *(_cell(ways[one.id], later) for one in now.starts)]


def _cell(way: ReleasedWay, later: Mapping[str, ReleasedWay] | None) -> Cell:
    """A way, and what becomes of it with what is tried."""
    then = "" if later is None else _then(way, later.get(way.start.id))
    if not then:
        return way_cell(way)
    return {"text": f"{way_words(way)}; tried: {then}", "mark": "tried"}


def _then(way: ReleasedWay, later: ReleasedWay | None) -> str:
    """How the service is reached with what is tried; "" where that stays as it is."""
    words = way_words(later) if later else "no way"
    return "" if words == way_words(way) else words


def shown_from(
    now: ReleasedCoverage, tried: ReleasedCoverage | None, start: str
) -> list[Component]:
    """Give every service and sector as seen from one agency."""
    found = [way for way in now.ways if way.start.id == start]
    if not found:
        return []
    after = {_key(way): way for way in tried.ways} if tried else None
    name = found[0].start.name
    tables: list[Component] = []
    for kind, words in (("service", "Services"), ("sector", "Sectors")):
        cells = [_from_row(way, after) for way in found if way.kind == kind]
        used = [i for i in range(len(COLUMNS)) if any(row[i] for row in cells)]
        if cells:
            tables.append(
                PlainTable(
                    caption=f"{words} as reached from {name}",
                    columns=[COLUMNS[i] for i in used],
                    rows=[[row[i] for i in used] for row in cells],
                    note=now.label,
                )
            )
    return [html.P(_said(found, name)), *tables]


def _said(found: list[ReleasedWay], name: str) -> str:
    one = [way.words for way in found if way.kind == "service" and way.how == "one"]
    none = [way.words for way in found if way.kind == "service" and way.how == "none"]
    said = [f"In one way only: {listed(one)}."] if one else []
    said += [f"No way on record: {listed(none)}."] if none else []
    return f"From {name}. {' '.join(said) or 'Each service has two ways or more, or is there.'}"


def _from_row(way: ReleasedWay, after: Mapping[Key, ReleasedWay] | None) -> list[Cell]:
    then = "" if after is None else _then(way, after.get(_key(way)))
    return [way.words, way_cell(way), hand_off_words(way), names_of(way.providers), then]


def _key(way: ReleasedWay) -> Key:
    return way.start.id, way.kind, way.target
