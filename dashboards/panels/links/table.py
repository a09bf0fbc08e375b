"""Panel: all links in a table; those too thin to rank, or silent of late, apart."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from collabnet.sharing import ReleasedLink, ReleasedLinks

from ... import ids
from ...components import Cell, PlainTable
from ...desk import Look
from ..pieces import panel
from . import words
from .heading import ranked

MOST = 60
COLUMNS = (
    "Link", "Referrals", "A year (range)", "Sent by", "Received by", "On paper", "Last used",
    "Notes", "With what is tried",
)  # fmt: skip
NO_OTHERS = "No link has so few referrals, or has fallen silent."


def layout() -> Component:
    """Lay the panels out, empty."""
    hint = html.P(
        "With fewer than six referrals, one more or less changes everything; a link that has "
        "fallen silent may have ended, or nobody logs it any more. Neither is ranked: ask.",
        className="cn-hint",
    )
    return html.Div(
        [
            panel("links-all", "All links in a table", [html.Div(id=ids.LINKS_TABLE)]),
            panel("thin", "Thin and quiet: ask", [hint, html.Div(id=ids.LINKS_APART)]),
        ]
    )


def listed(links: Sequence[ReleasedLink], released: ReleasedLinks, look: Look) -> list[Component]:
    """Give the table of the links worth ranking, by the agencies' names."""
    found = ranked(links)
    if not found:
        return [html.P(words.nothing(released))]
    return [_table(found, "Links by name", released, look)]


def apart(links: Sequence[ReleasedLink], released: ReleasedLinks, look: Look) -> list[Component]:
    """Give the links with few referrals, and those that have fallen silent."""
    thin = [one for one in links if one.is_thin]
    quiet = [one for one in links if one.is_quiet and not one.is_thin]
    found: list[Component] = []
    if thin:
        found.append(_table(thin, "Fewer than six referrals", released, look, is_thin=True))
    if quiet:
        found.append(_table(quiet, "Silent of late", released, look))
    return found or [html.P(NO_OTHERS)]


def _table(
    links: Sequence[ReleasedLink], caption: str, released: ReleasedLinks, look: Look,
    *, is_thin: bool = False,
) -> PlainTable:  # fmt: skip
    shown = _first(links)
    cells = [_row(one, look, is_thin=is_thin) for one in shown]
    used = [i for i in range(len(COLUMNS)) if any(row[i] for row in cells)]
    note = f"{released.label + '; ' if released.label else ''}{released.period}."
    if len(shown) < len(links):
        note += f" The {len(shown)} largest of {len(links)}; choose an agency to see all of its."
    return PlainTable(
        caption=caption,
        columns=[COLUMNS[i] for i in used],
        rows=[[row[i] for i in used] for row in cells],
        note=note,
    )


def _first(links: Sequence[ReleasedLink]) -> list[ReleasedLink]:
    """The links with the most referrals where there are too many; by name as before."""
    first = sorted(links, key=lambda one: (-(one.referrals or 0), one.id))[:MOST]
    kept = {one.id for one in first}
    return [one for one in links if one.id in kept]


def _row(link: ReleasedLink, look: Look, *, is_thin: bool) -> list[Cell]:
    """The cells of a link; one too thin to rank has no rate and no sides."""
    notes = ["silent of late" * link.is_quiet, "marked vital" * link.is_vital]
    n: Cell = "only a tie" if link.referrals is None else f"{link.referrals:,}"
    sides: list[Cell] = [
        _side(link.sending, link.one_sends),
        _side(link.receiving, link.one_receives),
    ]
    return [
        {"text": words.ends(link), "href": words.href(link, look)},
        n,
        "" if is_thin else link.a_year,
        *(("", "") if is_thin else sides),
        words.on_paper(link),
        link.last_used,
        ", ".join(filter(None, notes)),
        words.with_tried(link, look.tried),
    ]


def _side(said: str, is_alone: bool) -> Cell:
    return {"text": said, "mark": "alone"} if is_alone else said
