"""Panel: an agency's contacts, other agency by other agency: what passes, who carries it."""

from dash import html
from dash.development.base_component import Component

from collabnet.risk.wording import listed
from collabnet.sharing import ReleasedAgencies, ReleasedAgency, ReleasedWhatIf
from collabnet.sharing.released_agencies import ReleasedContact

from ... import ids
from ...components import Cell, PlainTable
from ...desk import Look
from ..pieces import panel

COLUMNS = (
    "Agency", "Sends it", "Receives from it", "Other ties", "Who carries it here",
    "Who carries it there", "On paper", "Rests on one person at", "Strained", "Missing",
    "With what is tried",
)  # fmt: skip
NONE = "No contact with another agency is on record: none that works, strained or missing."
TRIED = {
    "lost": "lost", "interrupted": "waits", "reduced": "fewer", "gained": "more on paper",
}  # fmt: skip


def layout() -> Component:
    """Lay the panel out, empty."""
    return panel(
        "agencies-with-whom",
        "Its contacts with other agencies",
        [html.Div(id=ids.AGENCIES_CONTACTS)],
    )


def rows(one: ReleasedAgency, released: ReleasedAgencies, look: Look) -> list[Component]:
    """Give the table; columns in which nothing stands are left out."""
    if not one.contacts:
        return [html.P(NONE)]
    cells = [_row(one, contact, look) for contact in one.contacts]
    used = [i for i in range(len(COLUMNS)) if any(row[i] for row in cells)]
    note = (
        f"{released.label + '; ' if released.label else ''}referrals and ties, {released.period}. "
        "On paper: of its referrals and ties. Strained and missing ties are never a way."
    )
    return [
        PlainTable(
            caption=f"Contacts of {one.name}",
            columns=[COLUMNS[i] for i in used],
            rows=[[row[i] for i in used] for row in cells],
            note=note,
        )
    ]


def _row(one: ReleasedAgency, contact: ReleasedContact, look: Look) -> list[Cell]:
    here, there = look.refs.short(one.id), look.refs.short(contact.id)
    rests: Cell = ""
    if contact.n_usable and contact.rests_on:
        rests = {"text": listed(contact.rests_on), "mark": "alone"}
    return [
        {"text": contact.name, "href": look.link("agencies", agency=there)},
        _counted(contact.sent, look.link("links", **{"from": here, "to": there})),
        _counted(contact.received, look.link("links", **{"from": there, "to": here})),
        _number(contact.ties),
        contact.here if contact.n_usable else "",
        contact.there if contact.n_usable else "",
        f"{contact.on_paper} of {contact.n_usable}" if contact.n_usable else "",
        rests,
        _number(contact.strained),
        _number(contact.missing),
        tried_words(one.id, contact.id, look.tried),
    ]


def _counted(n: int, href: str) -> Cell:
    return {"text": f"{n:,}", "href": href} if n else ""


def _number(n: int) -> str:
    return f"{n:,}" if n else ""


def tried_words(here: str, there: str, tried: ReleasedWhatIf | None) -> str:
    """Say what would become of the referrals between two agencies with what is tried."""
    states = {(a, b): TRIED[state] for a, b, state in tried.links} if tried else {}
    sent, received = states.get((here, there)), states.get((there, here))
    said = [f"what it sends: {sent}"] if sent else []
    return "; ".join([*said, f"what it receives: {received}"] if received else said)
