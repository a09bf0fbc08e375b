"""Panel: how many of each agency's contacts rest on one person, as a chart."""

from dash import html
from dash.development.base_component import Component

from collabnet.plots import agency_contacts
from collabnet.sharing import ReleasedAgencies

from ... import ids
from ..charts import chart
from ..define import define
from ..pieces import panel


def layout() -> Component:
    """Lay the panel out, empty."""
    hint: list[Component | str] = [
        "A contact is all that works between two agencies: referrals and ties. It ",
        define("single contact", "rests on one person"),
        " where one person alone carries it at either agency, or where nobody is named.",
    ]
    return panel(
        "agencies-single",
        "How many contacts rest on one person?",
        [html.P(hint, className="cn-hint"), html.Div(id=ids.AGENCIES_SINGLE)],
    )


def picture(released: ReleasedAgencies) -> list[Component]:
    """Give the chart; the table of the page has the same numbers."""
    if not any(one.contacts for one in released.ours):
        return [html.P("No contact between two agencies is on record.")]
    n = sum(len(one.working) for one in released.ours)
    label = f" {released.label[:1].upper()}{released.label[1:]}." if released.label else ""
    caption = (
        f"{len(released.ours)} agencies with {n} working contacts, each counted at both ends where "
        f"both are of the coalition; {released.period}.{label} The table below has the numbers."
    )
    says = agency_contacts.finding(released)
    return [html.P(says), chart(agency_contacts.chart(released), says=says, caption=caption)]
