"""Panel: what was found about an agency, hubs among it, each opening to what would help."""

from dash import html
from dash.development.base_component import Component

from collabnet.risk.wording import capital, number
from collabnet.sharing import ReleasedAgency, ReleasedFinding

from ... import ids
from ...desk import Look
from ..finding import card
from ..pieces import panel

FIRST = 12
"""So many are shown: an agency with hundreds of findings opens as quickly as any other."""
NONE = "The rules found nothing about it. That is no proof that nothing can break."


def layout() -> Component:
    """Lay the panel out, empty."""
    return panel("agencies-found", "What was found about it", [html.Div(id=ids.AGENCIES_FINDINGS)])


def about(one: ReleasedAgency, look: Look) -> list[ReleasedFinding]:
    """Give the findings whose link it is an end of, and those about a post of its own."""
    staff = {who.id for who in one.staff}
    return [
        finding
        for finding in look.released.findings
        if one.id in finding.subject_ids
        or (finding.kind == "hub" and not staff.isdisjoint(finding.subject_ids))
    ]


def cards(one: ReleasedAgency, look: Look) -> list[Component]:
    """List them in the order of all findings, the worst first."""
    found = about(one, look)
    if not found:
        return [html.P(NONE)]
    n_more = len(found) - FIRST
    shown = [card(finding, look, tag=True) for finding in found[:FIRST]]
    parts: list[Component] = [
        html.P("The worst first.", className="cn-hint"),
        html.Ul(shown, className="cn-findings"),
    ]
    if n_more > 0:
        way = html.A("the list of all findings", href=look.link("overview"))
        parts.append(html.P([f"{capital(number(n_more))} more stand in ", way, "."]))
    return parts
