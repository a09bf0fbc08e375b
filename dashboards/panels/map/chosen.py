"""Panel: who or what is chosen on the map: its ties, and where to go from there."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from collabnet.planning.changes import Change, Closes, Leaves
from collabnet.risk.wording import capital, count

from ... import ids
from ...desk import Look
from ...state.steps import to_plain
from ..pieces import aria, ask_button

Row = Mapping[str, Any]
Drawn = Mapping[str, Sequence[Row]]
MOST = 40
"""So many ties are listed; the pages Links and Agencies have them all."""
NOBODY = "Choose a person, an agency or a line on the map to see its ties here."
KINDS = {"group": "several people recorded as one", "position": "a position, whoever holds it"}


def layout() -> Component:
    """Lay the panel out, empty: a strip above the map, so that both are in sight."""
    heading = html.H2("Chosen on the map", id=ids.MAP_CHOSEN_HEADING, className="cn-sr-only")
    told = html.Div(_nobody(), id=ids.MAP_CHOSEN)
    labelled = aria(labelledby=ids.MAP_CHOSEN_HEADING)
    return html.Section([heading, told], className="cn-map-chosen", **labelled)


def told(look: Look, selected: object, many: object) -> list[Component]:
    """Tell of what is chosen: several, a person, an agency or a tie."""
    drawn = look.released.map
    if isinstance(many, Sequence) and len(many) > 1:
        return _several(drawn, many)
    match selected:
        case {"what": "person", "id": id_}:
            found = [row for row in drawn["people"] if row["id"] == id_]
            return _person(look, found[0]) if found else _nobody()
        case {"what": "agency", "id": id_}:
            found = [row for row in drawn["agencies"] if row["id"] == id_]
            return _agency(look, found[0]) if found else _nobody()
        case {"what": "tie", "id": id_}:
            found = [row for row in drawn["ties"] if row["id"] == id_]
            return _tie(look, found[0]) if found else _nobody()
    return _nobody()


def _nobody() -> list[Component]:
    return [html.P(NOBODY, className="cn-hint")]


def _several(drawn: Drawn, many: Iterable[object]) -> list[Component]:
    names = _names(drawn)
    chosen = [str(one["id"]) for one in many if isinstance(one, Mapping)]
    labels = sorted((names[one] for one in chosen if one in names), key=str.casefold)
    return [_line(f"{len(labels)} are chosen", [", ".join(labels)], [])]


def _person(look: Look, row: Row) -> list[Component]:
    drawn = look.released.map
    names = _names(drawn)
    group = KINDS.get(str(row.get("kind")), "")
    about = ", ".join(filter(None, (row.get("role"), group)))
    agency = _agency_way(look, str(row["agency"]), names)
    asks = [] if group else [
        _ask("What if they left?", Leaves(str(row["id"])), str(row["label"])),
        _ask("What if the post stayed empty?", Leaves(str(row["id"]), "empty"), str(row["label"])),
    ]  # fmt: skip
    return [
        _line(str(row["label"]), [capital(f"{about}, ") if about else "", agency], asks),
        *_ties(drawn, {str(row["id"])}, names),
    ]


def _agency(look: Look, row: Row) -> list[Component]:
    drawn = look.released.map
    names = _names(drawn)
    staff = [one for one in drawn["people"] if one["agency"] == row["id"]]
    own = {str(row["id"]), *(str(one["id"]) for one in staff)}
    about = [capital(str(row["sector"])) if row.get("sector") else "", count(len(staff), "person")]
    way = html.A("its contacts and people", href=_agency_href(look, str(row["id"])))
    return [
        _line(
            str(row["label"]),
            [", ".join(filter(None, about)), "; ", way],
            [_ask("What if it closed?", Closes(str(row["id"])), str(row["label"]))],
        ),
        *_ties(drawn, own, names),
    ]


def _tie(look: Look, row: Row) -> list[Component]:
    drawn = look.released.map
    names = _names(drawn)
    home = {str(one["id"]): str(one["agency"]) for one in drawn["people"]}
    ends = [home.get(str(row[end]), str(row[end])) for end in ("from", "to")]
    refs = [look.refs.short(end) for end in ends]
    href = look.link("links", **{"from": refs[0], "to": refs[1]})
    way: list[Component | str] = []
    if ends[0] != ends[1]:
        way = ["; ", html.A("the link of the two agencies", href=href)]
    arrow = "to" if row.get("directed") else "and"
    title = f"{names[str(row['from'])]} {arrow} {names[str(row['to'])]}"
    return [_line(title, [capital(said(row)), *way], [])]


def said(tie: Row) -> str:
    """Say in words what a tie is.

    Examples
    --------
    >>> said({"kind": "referral", "basis": "informal", "label": "21 referrals in the log"})
    'referral, informal, 21 referrals in the log'
    """
    basis = tie.get("basis") or "unknown"
    quality = {"strained": "strained", "absent": "reported missing"}.get(str(tie.get("quality")))
    parts = (
        tie.get("kind"),
        "basis unknown" if basis == "unknown" else basis,
        quality,
        tie.get("label"),
    )
    return ", ".join(str(part) for part in parts if part)


def _ties(drawn: Drawn, own: set[str], names: Mapping[str, str]) -> list[Component]:
    """List the ties with others by the name of the other end."""
    found = []
    for tie in drawn["ties"]:
        start, end = str(tie["from"]), str(tie["to"])
        if (start in own) != (end in own):
            other = names[end if start in own else start]
            found.append((other.casefold(), other, said(tie)))
    items = [html.Li([html.Strong(other), f": {words}"]) for _, other, words in sorted(found)]
    if not items:
        return [html.P("No tie with others is on record.", className="cn-small")]
    more = len(items) - MOST
    if more > 0:
        items = [*items[:MOST], html.Li(f"and {more} more")]
    summary = html.Summary(f"{capital(count(len(found), 'tie'))} with others, by name")
    return [html.Details([summary, html.Ul(items)], className="cn-map-ties")]


def _line(name: str, about: Iterable[Component | str], asks: Sequence[Component]) -> Component:
    """Who or what is chosen, in a line; what can be tried at its end."""
    words = html.P([html.Strong(name), ". ", *about])
    return html.Div([words, html.Div(asks, className="cn-buttons")], className="cn-map-line")


def _names(drawn: Drawn) -> dict[str, str]:
    return {str(row["id"]): str(row["label"]) for row in (*drawn["agencies"], *drawn["people"])}


def _agency_way(look: Look, agency: str, names: Mapping[str, str]) -> html.A:
    return html.A(names[agency], href=_agency_href(look, agency))


def _agency_href(look: Look, agency: str) -> str:
    return look.link("agencies", agency=look.refs.short(agency))


def _ask(words: str, change: Change, about: str) -> html.Button:
    return ask_button(words, to_plain(change), about=about)
