"""Panel: which links are shown: of an agency, for a service, or of a kind."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from collabnet.sharing import ReleasedLink, ReleasedLinks

from ...desk import Look
from .. import choosing

ARGS = ("only", "agency", "service")
ONLY = {
    "one": "That rest on one person",
    "unwritten": "Not on paper, or not known",
    "blank": "Whose people aren't all named",
}


def layout() -> Component:
    """Lay the boxes out."""
    boxes = [
        choosing.choice("links", "only", "Which links", placeholder="All links", clearable=True),
        choosing.choice("links", "agency", "Of which agency", placeholder="Any", clearable=True),
        choosing.choice("links", "service", "For which service", placeholder="All", clearable=True),
    ]
    return html.Div(boxes, className="cn-fields")


def options(released: ReleasedLinks, look: Look) -> tuple[list[dict[str, Any]], ...]:
    """Give what can be chosen in each box."""
    links = released.links
    names = {one.from_id: one.from_name for one in links}
    names |= {one.to_id: one.to_name for one in links}
    agencies = sorted(names, key=lambda one: (names[one].casefold(), one))
    return (
        [{"value": value, "label": words} for value, words in ONLY.items()],
        [{"value": look.refs.short(one), "label": names[one]} for one in agencies],
        [{"value": look.refs.number("s", one), "label": one} for one in released.services],
    )


def chosen(released: ReleasedLinks, look: Look) -> tuple[ReleasedLink, ...]:
    """Give the links that are asked for."""
    only, agency = look.arg("only"), look.chosen("agency")
    return tuple(
        one
        for one in released.links
        if (agency is None or agency in (one.from_id, one.to_id)) and is_kind(one, only)
    )


def is_kind(link: ReleasedLink, only: str) -> bool:
    """Tell whether a link is of the kind that is asked for; any other word asks for all."""
    match only:
        case "one":
            return link.rests_on_one
        case "unwritten":
            return link.form != "formal"
        case "blank":
            return link.has_blanks
    return True
