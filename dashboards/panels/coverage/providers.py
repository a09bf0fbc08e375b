"""Panel: each service with who provides it, and which agency is alone with one."""

from dash import html
from dash.development.base_component import Component

from collabnet.plots import coverage_providers
from collabnet.risk.wording import listed
from collabnet.sharing import ReleasedCoverage, ReleasedService

from ... import ids
from ...components import Cell, PlainTable
from ...desk import Look
from ..charts import chart
from ..define import define
from ..pieces import panel
from .words import caption, names_of, places_words

COLUMNS = (
    "Service", "Who offers it", "May offer it", "By the log also", "Referrals that ask for it",
    "Places", "Nobody serves", "With what is tried",
)  # fmt: skip
LEFT_OUT = (
    "One agency has these by law, or they aren't for a young person in need. They don't count as "
    "resting on one provider."
)


def layout() -> Component:
    """Lay the panel out, empty."""
    hint: list[Component | str] = [
        "Where ",
        define("one provider alone"),
        " offers a service, there is nobody to turn to when it is full. An agency that lists no "
        "services may offer any of them.",
    ]
    return panel(
        "coverage-who",
        "Who provides what",
        [html.P(hint, className="cn-hint"), html.Div(id=ids.COVERAGE_PROVIDERS)],
    )


def shown(now: ReleasedCoverage, tried: ReleasedCoverage | None, look: Look) -> list[Component]:
    """Give the chart with its table, and apart the services that aren't sought."""
    if not now.services:
        return []
    others = [one for one in now.services if not one.is_sought]
    found: list[Component] = []
    if now.sought:
        found += [
            chart(
                coverage_providers.chart(now),
                says=coverage_providers.finding(now),
                caption=caption(now, "Agencies that say they offer each service, or may."),
            ),
            _table(now, now.sought, tried, look, "Services, who offers them and for whom"),
        ]
    if others:
        table = _table(now, others, tried, look, "Services that aren't counted")
        parts = [html.Summary("Services that aren't counted"), html.P(LEFT_OUT), table]
        found.append(html.Details(parts, className="cn-more"))
    return found


def _table(
    now: ReleasedCoverage,
    services: tuple[ReleasedService, ...] | list[ReleasedService],
    tried: ReleasedCoverage | None,
    look: Look,
    words: str,
) -> PlainTable:
    after = {one.id: one for one in tried.services} if tried else None
    cells = [_row(one, after, look) for one in services]
    used = [i for i in range(len(COLUMNS)) if any(row[i] for row in cells)]
    return PlainTable(
        caption=words,
        columns=[COLUMNS[i] for i in used],
        rows=[[row[i] for i in used] for row in cells],
        note=now.label,
    )


def _row(one: ReleasedService, after: dict[str, ReleasedService] | None, look: Look) -> list[Cell]:
    names = names_of(one.providers)
    offers: Cell = {"text": f"{names} alone", "mark": "alone"} if one.is_alone else names
    href = look.link("coverage", service=look.refs.number("s", one.id))
    return [
        {"text": one.words, "href": href},
        offers,
        names_of(one.possible),
        names_of(one.by_log),
        "" if one.n_referrals is None else f"{one.n_referrals:,}",
        places_words(one.places, one.n_without_places),
        listed(one.left_out, "or"),
        "" if after is None else _after(one, after.get(one.id)),
    ]


def _after(one: ReleasedService, then: ReleasedService | None) -> str:
    """What becomes of a service with what is tried; "" where its providers stay."""
    if then is None or not then.providers:
        return "nobody" if one.providers else ""
    if then.providers == one.providers:
        return ""
    alone = " alone" if then.is_alone else ""
    return f"{names_of(then.providers)}{alone}"
