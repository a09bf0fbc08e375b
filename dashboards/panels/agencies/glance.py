"""Panel: what an agency is, what it offers, how much it carries, and what if it closed."""

from dash import html
from dash.development.base_component import Component

from collabnet.planning.changes import Closes
from collabnet.risk.wording import capital, count, listed
from collabnet.sharing import ReleasedAgency

from ... import ids
from ...desk import Look
from ...state.steps import to_plain
from ..pieces import ask_button, panel

Said = str | list[Component | str]


def layout() -> Component:
    """Lay the panel out, empty."""
    return panel("agencies-about", "What it offers and carries", [html.Div(id=ids.AGENCIES_GLANCE)])


def facts(one: ReleasedAgency, look: Look) -> list[Component]:
    """Give its facts, its load in sentences, and the question of its closing."""
    pairs = [html.Div([html.Dt(words), html.Dd(value)]) for words, value in _pairs(one, look)]
    load = html.Ul([html.Li(sentence) for sentence in one.load], className="cn-agency-load")
    close = ask_button("What if it closed?", to_plain(Closes(one.id)), about=one.name)
    return [
        html.Div(
            [
                html.Dl(pairs, className="cn-agency-facts"),
                html.Div(
                    [
                        html.H3("How much it carries"),
                        load if one.load else html.P("It is outside the coalition."),
                        html.Div([close], className="cn-buttons"),
                    ]
                ),
            ],
            className="cn-agency-halves",
        )
    ]


def _pairs(one: ReleasedAgency, look: Look) -> list[tuple[str, Said]]:
    """Words and value; what it doesn't say of itself is left out, but for its services."""
    found: list[tuple[str, Said]] = [("Sector", one.sector)] if one.sector else []
    found.append(("Offers", _offers(one, look)))
    found += one.facts
    found += [
        ("People on record", capital(staff_words(one))),
        ("Referrals in the log", f"sends {one.sent:,}, receives {one.received:,}"),
    ]
    if one.statuses:
        found.append(("Where this comes from", one.statuses))
    return found


def staff_words(one: ReleasedAgency) -> str:
    """Count the people of an agency, and the groups recorded as one.

    Examples
    --------
    >>> import collabnet as cn
    >>> from collabnet.sharing import release_agencies
    >>> found = release_agencies(cn.assess(cn.load("sample:site_b")))
    >>> staff_words(found.agency("court_b"))
    'six people and one group of people'
    """
    groups = sum(who.is_group for who in one.staff)
    counts = ((len(one.staff) - groups, "person"), (groups, "group of people"))
    return listed([count(n, noun) for n, noun in counts if n]) or "nobody"


def _offers(one: ReleasedAgency, look: Look) -> Said:
    """Its services, each leading to who else offers it."""
    if not one.services:
        return "no services on record"
    said: list[Component | str] = []
    for service in one.services:
        href = look.link("coverage", service=look.refs.number("s", service.id))
        said += [*([", "] if said else []), html.A(service.words, href=href)]
    return said
