"""Panel: agency by agency, who sends to whom; each cell opens its link."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from collabnet.sharing import ReleasedLink, ReleasedLinks

from ... import ids
from ...components import LinkMatrix
from ...components.link_matrix import MatrixCell
from ...desk import Look
from ..pieces import panel
from . import words

MOST = 40
"""So many rows and columns: those with the most referrals; the table has all links."""
LEVELS = 4


def layout() -> Component:
    """Lay the panel out, empty."""
    hint = html.P(
        "Each row sends to the columns. Choose a number to open the link.", className="cn-hint"
    )
    return panel("matrix", "Who sends to whom", [hint, html.Div(id=ids.LINKS_MATRIX)])


def drawn(links: Sequence[ReleasedLink], released: ReleasedLinks, look: Look) -> list[Component]:
    """Give the matrix with what its signs mean."""
    if not links:
        return [html.P(words.nothing(released))]
    senders = _largest(links, "from")
    receivers = _largest(links, "to")
    place = {agency: i for i, agency in enumerate(receivers)}
    names = {one.from_id: one.from_name for one in links}
    names |= {one.to_id: one.to_name for one in links}
    most = max((one.referrals or 0 for one in links), default=0)
    rows: dict[str, list[MatrixCell]] = {agency: [] for agency in senders}
    for one in links:
        if one.from_id in rows and one.to_id in place:
            rows[one.from_id].append(_cell(one, place[one.to_id], most, look))
    said = caption(links, senders, receivers, released)
    table = LinkMatrix(
        caption=said,
        columns=[names[one] for one in receivers],
        rows=[{"name": names[one], "cells": cells} for one, cells in rows.items()],
    )
    return [table, key(), html.P(said, className="cn-caption")]


def key() -> Component:
    """Say what the signs in the cells mean."""
    signs = [(words.SIGNS[form], said) for form, said in words.PAPER.items()]
    signs.append((words.ALONE, "one person alone at an end"))
    items = [html.Li([html.Span(sign, className="cn-sign"), said]) for sign, said in signs]
    return html.Ul(items, className="cn-signs")


def _largest(links: Sequence[ReleasedLink], end: str) -> list[str]:
    """The agencies at an end by name; where there are too many, those with most referrals."""
    totals: dict[str, int] = {}
    for one in links:
        agency = getattr(one, f"{end}_id")
        totals[agency] = totals.get(agency, 0) + (one.referrals or 0)
    names = {getattr(one, f"{end}_id"): getattr(one, f"{end}_name") for one in links}
    first = sorted(totals, key=lambda one: (-totals[one], one))[:MOST]
    return sorted(first, key=lambda one: (names[one].casefold(), one))


def _cell(link: ReleasedLink, column: int, most: int, look: Look) -> MatrixCell:
    ends = (look.chosen("from"), look.chosen("to"))
    marks = words.SIGNS[link.form] + (words.ALONE if link.rests_on_one else "")
    said = [words.referrals(link), words.PAPER[link.form], words.alone(link)]
    thin = "too few to rank" if link.is_thin else ""
    said += [thin, words.with_tried(link, look.tried)]
    return {
        "column": column,
        "text": "tie" if link.referrals is None else f"{link.referrals:,}",
        "marks": marks,
        "says": f"{words.ends(link)}: {', '.join(filter(None, said))}",
        "href": words.href(link, look),
        "level": level(link, most),
        "chosen": ends == (link.from_id, link.to_id),
    }


def level(link: ReleasedLink, most: int) -> int:
    """Give how dark a cell is: 0 for those too thin to rank, then 1 to 4 by referrals."""
    if link.is_thin or not link.referrals:
        return 0
    return max(1, -(-LEVELS * link.referrals // most))


def caption(
    links: Sequence[ReleasedLink], senders: Sequence[str], receivers: Sequence[str],
    released: ReleasedLinks,
) -> str:  # fmt: skip
    """Say what the numbers are, of when, and what is left out."""
    drawn = [one for one in links if one.from_id in senders and one.to_id in receivers]
    said = f"Referrals from row to column, {released.period}: {len(drawn)} links"
    if len(drawn) < len(links):
        return f"{said} of {len(links)}, those of the agencies with the most referrals."
    return f"{said}." if len(links) != 1 else f"{said.removesuffix('1 links')}one link."
