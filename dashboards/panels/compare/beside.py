"""Two coalitions side by side: what is alike, what differs, what can't be compared."""

from dash import html
from dash.development.base_component import Component

from collabnet.plots.side_by_side import side_by_side
from collabnet.reports.comparison_text import links_by_site
from collabnet.sharing.released_comparison import ReleasedComparison

from ..pieces import drawn, panel, plain_table

LIGHT = "cn-drawn"
"""Pictures are drawn for paper: they keep their light ground in the dark."""
NOTE = "Two places are two cases: what differs is described, never tested, and no place is ranked."

NOTHING_TOLD = (
    "Nothing can be said of both: no figure is on record in both that may be compared. Why, stands "
    "below under What can't be compared."
)
NO_LINKS = (
    "Neither log has a link between two agencies that both sites have, so there is none to set "
    "beside another."
)


def title(released: ReleasedComparison) -> str:
    """Say what is compared."""
    return "{} beside {}".format(*released.names)


def parts(released: ReleasedComparison) -> list[Component]:
    """Give the panels: in words, the maps, the tables, and last how it was worked out."""
    return [
        _told(released),
        _maps(released),
        panel("compare-figures", "Figures", [plain_table(released.figures, "Site beside site")]),
        panel("compare-links", "Links", [_links(released)]),
        panel("compare-limits", "What can't be compared", _limits(released)),
        panel("compare-chance", "Beside chance", _chance(released)),
    ]


def _told(released: ReleasedComparison) -> Component:
    found: list[Component] = [html.P(NOTE, className="cn-hint")]
    if released.label:
        found.append(html.P(released.label, className="cn-hint"))
    for words, sentences in (
        ("What differs", released.told.differs),
        ("What is alike", released.told.alike),
        ("What is open, or told with care", released.told.open),
    ):
        if sentences:
            found += [html.H3(words), html.Ul([html.Li(one) for one in sentences])]
    if not any(released.told):
        found.append(html.P(NOTHING_TOLD))
    return panel("compare-told", "In words", found)


def _links(released: ReleasedComparison) -> Component:
    rows = links_by_site(released)
    if rows.empty:
        return html.P(NO_LINKS)
    return plain_table(rows, "Links between the same parts, site by site")


def _maps(released: ReleasedComparison) -> Component:
    both = side_by_side(*released.maps, released.same)
    times = (released.months, released.months) if released.months else released.periods
    titles = [f"{name}, {time}" for name, time in zip(released.names, times, strict=True)]
    label = ". ".join(filter(None, (released.notice, released.label)))
    maps = [
        drawn(svg, f"Map of {title}: agencies with the same part stand in the same place.", LIGHT)
        for svg, title in zip(both.svgs(titles, label), titles, strict=True)
    ]
    hint = "Agencies with the same part stand in the same place. The tables below say the same."
    return panel(
        "compare-maps",
        "Maps",
        [html.P(hint, className="cn-hint"), html.Div(maps, className="cn-beside")],
    )


def _limits(released: ReleasedComparison) -> list[Component]:
    found: list[Component] = [plain_table(released.limits, "What can't be compared, and why")]
    if not released.agencies.empty:
        found.append(plain_table(released.agencies, "Which agencies have the same part"))
    return found


def _chance(released: ReleasedComparison) -> list[Component]:
    table = plain_table(released.positions, "Beside random networks of the same size and ties")
    return [table, *(html.P(one, className="cn-hint") for one in released.methods)]
