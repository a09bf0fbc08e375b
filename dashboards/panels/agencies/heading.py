"""Panel: the title of the page, which states what was found, and what it means by its words."""

from dash import html
from dash.development.base_component import Component

from collabnet.risk.wording import capital, count, listed, number
from collabnet.sharing import ReleasedAgencies, ReleasedAgency

from ...desk import Look
from ..define import define

TITLE = "Agencies and their people"
OUTDATED = (
    "This link was made before the files changed, so the agency that it opened isn't known any "
    "more. Choose it again below."
)
NAMED = 2
"""So many agencies are named in a title; more are counted."""


def title(released: ReleasedAgencies) -> str:
    """State who is asked by many, and how many have no working contact.

    Examples
    --------
    >>> import collabnet as cn
    >>> from collabnet.sharing import release_agencies
    >>> title(release_agencies(cn.assess(cn.load("sample:g1"))))
    'Residential program is asked by many'
    """
    busy = [one.name for one in released.ours if one.is_busy]
    alone = sum(one.is_alone for one in released.ours)
    said = []
    if busy:
        who = listed(busy) if len(busy) <= NAMED else capital(count(len(busy), "agency"))
        said.append(f"{who} {'is' if len(busy) == 1 else 'are'} asked by many")
    if alone:
        n = count(alone, "agency")
        n = n if said else capital(n)
        said.append(f"{n} {'has' if alone == 1 else 'have'} no working contact on record")
    if not said:
        n = count(len(released.ours), "agency")
        return f"{capital(n)}: each has a working contact, and none is asked by many"
    return "; ".join(said)


def lead(released: ReleasedAgencies, look: Look) -> list[Component]:
    """Say how many there are, of when, and how they are told apart."""
    outside = len(released.agencies) - len(released.ours)
    told = [f"{capital(count(len(released.ours), 'agency'))} of the coalition"]
    if outside:
        told.append(f"{count(outside, 'agency')} outside it")
    said = f"{listed(told)}; {count(released.n_referrals, 'referral')} between agencies, "
    gone = look.is_outdated and look.arg("agency")
    way = "Open an agency for its contacts, its load and the people who work there."
    return [
        *([html.P(OUTDATED, className="cn-refused", role="alert")] if gone else []),
        html.P(f"{said}{released.period}. {way}", className="cn-hint"),
    ]


def options(released: ReleasedAgencies, look: Look) -> list[dict[str, str]]:
    """List the agencies that can be opened, by name; their values are numbers."""
    return [{"value": look.refs.short(one.id), "label": one.name} for one in released.agencies]


def title_of(one: ReleasedAgency) -> str:
    """State what matters most of one agency: how many of its contacts rest on one person.

    Examples
    --------
    >>> import collabnet as cn
    >>> from collabnet.sharing import release_agencies
    >>> found = release_agencies(cn.assess(cn.load("sample:site_b")))
    >>> title_of(found.agency("police_b"))
    'Police: each of its five contacts rests on one person alone'
    """
    n, single = len(one.working), len(one.single)
    if not n:
        return f"{one.name}: no working contact with another agency on record"
    if n == 1:
        said = (
            f"its one contact rests on {'one person alone' if single else 'more than one person'}"
        )
    elif single in (0, n):
        which = "each" if single else "none"
        said = f"{which} of its {count(n, 'contact')} rests on one person alone"
    else:
        rests = "rests" if single == 1 else "rest"
        said = f"{number(single)} of {count(n, 'contact')} {rests} on one person alone"
    return f"{one.name}: {said}"


def lead_of(one: ReleasedAgency, look: Look) -> list[Component]:
    """Say what rests on one person, with the way back to all agencies."""
    said: list[Component | str] = [
        "A contact is all that works between two agencies: referrals and ties. It ",
        define("single contact", "rests on one person"),
        " where one person alone carries it at either agency, or where nobody is named.",
    ]
    return [
        html.P(html.A("All agencies", href=look.link("agencies")), className="cn-agency-back"),
        *([html.P(said, className="cn-hint")] if one.working else []),
    ]
