"""Panel: who works at an agency, by name, when it is opened; each departure can be tried."""

from dash import html
from dash.development.base_component import Component

from collabnet.planning.changes import Leaves
from collabnet.sharing import ReleasedAgency
from collabnet.sharing.released_agencies import ReleasedStaff

from ... import ids
from ...components import FindingCard
from ...components.finding_card import Ask, Person
from ..finding import asked
from ..pieces import panel
from .glance import staff_words

WITH = "Each with what can be tried"
NOBODY = "Nobody who works there is on record."
HINT = (
    "By name, never by rank: the order says nothing of anybody. It isn't for decisions on staff. "
    "A departure can be tried to see what would need another way."
)


def layout() -> Component:
    """Lay the panel out, empty."""
    return panel("agencies-staff", "Who works there", [html.Div(id=ids.AGENCIES_PEOPLE)])


def listed(one: ReleasedAgency) -> list[Component]:
    """List the people in a card that opens; they stand alphabetically."""
    if not one.staff:
        return [html.P(NOBODY)]
    card = FindingCard(
        severity="none",
        lead=f"Show who works at {one.name}, by name",
        rest="",
        status=staff_words(one),
        parts=[
            {
                "title": "Each with what can be tried",
                "people": [_person(who) for who in one.staff],
                "wide": True,
            }
        ],
    )
    return [
        html.P(HINT, className="cn-hint"),
        html.Ul([card], className="cn-findings"),
    ]


def _person(who: ReleasedStaff) -> Person:
    also = f"also at {who.also_at}" if who.also_at else ""
    group = "several people recorded as one" if who.is_group else ""
    said = (who.role, group, also, who.contact, who.statuses)
    return {
        "name": who.name,
        "about": "; ".join(filter(None, said)),
        "asks": [] if who.is_group else _departures(who),
    }


def _departures(who: ReleasedStaff) -> list[Ask]:
    return [
        asked("they leave?", who.name, Leaves(who.id)),
        asked("the post is empty?", who.name, Leaves(who.id, "empty")),
    ]
