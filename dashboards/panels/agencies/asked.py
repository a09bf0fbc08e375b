"""Panel: who is asked by everybody, and who is connected to nobody."""

from collections import Counter
from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from collabnet.risk.wording import capital, listed, number, share
from collabnet.sharing import ReleasedAgencies, ReleasedAgency, ReleasedFinding
from collabnet.sharing.released_agencies import ASKED, NOT_ASKED, NOT_KNOWN

from ... import ids
from ...desk import Look
from ..define import define
from ..pieces import panel

MANY = (
    "Asked by many: a third or more of the others name it in a tie that works. Or it receives a "
    "third or more of all referrals."
)
STATES = (
    (ASKED, "{n} {were} asked"),
    (NOT_ASKED, "{n} {were} not asked"),
    (NOT_KNOWN, "of {n} nobody wrote down the contacts"),
)
NOBODY_BUSY = "No agency is asked by so many."
NOBODY_ALONE = "Each agency has a tie that works, or a referral, with another one."


def layout() -> Component:
    """Lay the panel out, empty."""
    return panel(
        "agencies-load",
        "Who is asked by everybody, and who by nobody?",
        [html.Div(id=ids.AGENCIES_ASKED)],
    )


def answers(released: ReleasedAgencies, look: Look) -> list[Component]:
    """Answer both halves of the question, each agency a way to its own view."""
    hubs = [one for one in look.released.findings if one.kind == "hub"]
    return [
        html.Div(
            [
                html.Div(
                    [html.H3("Asked by many"), *_busy(released, look), *_hubs(hubs, released, look)]
                ),
                html.Div([html.H3("No working contact on record"), *_alone(released, look)]),
            ],
            className="cn-agency-halves",
        ),
        html.P(_people(released), className="cn-caption"),
    ]


def _busy(released: ReleasedAgencies, look: Look) -> list[Component]:
    found = [one for one in released.ours if one.is_busy]
    if not found:
        return [html.P(NOBODY_BUSY), html.P(MANY, className="cn-hint")]
    items = [html.Li([way(one, look), html.Span(busy_words(one))]) for one in found]
    return [html.Ul(items, className="cn-agency-list"), html.P(MANY, className="cn-hint")]


def busy_words(one: ReleasedAgency) -> str:
    """Say why an agency counts as asked by many.

    Examples
    --------
    >>> import collabnet as cn
    >>> from collabnet.sharing import release_agencies
    >>> found = release_agencies(cn.assess(cn.load("sample:site_b")))
    >>> busy_words(found.agency("residential_program"))
    'receives 81 % of all referrals; two of the 12 others name it'
    """
    said = [f"receives {share(one.received_share)} of all referrals"] if one.received else []
    if one.named_by:
        names = "names" if one.named_by == 1 else "name"
        said.append(f"{number(one.named_by)} of the {number(one.n_others)} others {names} it")
    return "; ".join(said)


def _hubs(
    hubs: Iterable[ReleasedFinding], released: ReleasedAgencies, look: Look
) -> list[Component]:
    """The posts that a third of all can call in writing, each leading to its agency."""
    homes = {who.id: one for one in released.agencies for who in one.staff}
    pairs = [(capital(one.subjects), homes[one.subject_ids[0]]) for one in hubs]
    found = sorted(pairs, key=lambda pair: (pair[0], pair[1].id))
    if not found:
        return []
    items = [
        html.Li(html.A(words, href=look.link("agencies", agency=look.refs.short(home.id))))
        for words, home in found
    ]
    return [
        html.P(["Posts that many rely on (each is a ", define("hub"), "):"]),
        html.Ul(items, className="cn-agency-list"),
    ]


def _alone(released: ReleasedAgencies, look: Look) -> list[Component]:
    found = [one for one in released.ours if one.is_alone]
    if not found:
        return [html.P(NOBODY_ALONE)]
    items = [html.Li([way(one, look), html.Span(one.alone_because)]) for one in found]
    return [html.Ul(items, className="cn-agency-list")]


def way(one: ReleasedAgency, look: Look) -> html.A:
    """Lead to an agency's own view."""
    return html.A(one.name, href=look.link("agencies", agency=look.refs.short(one.id)))


def _people(released: ReleasedAgencies) -> str:
    """Count the people without a contact on record, by what is known of them."""
    told = {who.id: who.contact for one in released.ours for who in one.staff}
    counts = Counter(state for state in told.values() if state)
    if not told:
        return ""
    whole = f"{len(told)} people and groups of people are on record."
    if not counts:
        return f"{whole} Each has a contact."
    said = [
        words.format(n=number(counts[state]), were="was" if counts[state] == 1 else "were")
        for state, words in STATES
        if counts[state]
    ]
    return f"{whole} No contact is on record of {number(counts.total())} of them: {listed(said)}."
