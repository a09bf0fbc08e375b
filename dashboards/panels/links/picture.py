"""Panel: the links as ribbons from those who send to those who receive."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from collabnet.plots.flow import flow, largest
from collabnet.sharing import ReleasedLink, ReleasedLinks

from ... import ids
from ..charts import chart
from ..pieces import panel
from . import words


def layout() -> Component:
    """Lay the panel out, empty."""
    hint = html.P(
        "Left: who sends. Right: who receives. The wider a ribbon, the more referrals.",
        className="cn-hint",
    )
    return panel("flow", "Where referrals go", [hint, html.Div(id=ids.LINKS_FLOW)])


def drawn(links: Sequence[ReleasedLink], released: ReleasedLinks) -> list[Component]:
    """Give the picture; the table further down the page has the same."""
    if not links:
        return [html.P(words.nothing(released))]
    return [chart(flow(links), says=says(links), caption=caption(links, released))]


def says(links: Sequence[ReleasedLink]) -> str:
    """Say what the picture shows."""
    total = sum(one.referrals or 0 for one in links)
    widest = max(links, key=lambda one: (one.referrals or 0, one.id))
    alone = sum(one.rests_on_one for one in links)
    rests = f"{alone} of {len(links)} rest on one person at an end." if len(links) > 1 else ""
    if not total:
        return f"Links that only ties speak of: {len(links)}. {rests}".strip()
    told = words.alone(widest)
    return (
        f"The widest ribbon leads from {words.ends(widest)}: {widest.referrals:,} of "
        f"{total:,} referrals, {words.PAPER[widest.form]}{'; ' + told if told else ''}. {rests}"
    ).strip()


def caption(links: Sequence[ReleasedLink], released: ReleasedLinks) -> str:
    """Say how many there are, of when, what is missing, and in which unit."""
    shown = largest(links)
    n, total = len(shown), sum(one.referrals or 0 for one in shown)
    which = f"the {n} largest of {len(links)} links" if n < len(links) else _links(n)
    label = f" {released.label[:1].upper()}{released.label[1:]}." if released.label else ""
    return (
        f"n = {total:,} referrals on {which}, {released.period}. Numbers are referrals. "
        f"{_blank(released)}{label}"
    )


def _links(n: int) -> str:
    return "one link" if n == 1 else f"{n} links"


def _blank(released: ReleasedLinks) -> str:
    n = released.n_blank
    if not n:
        return "Every referral names both ends."
    return f"Missing: {n:,} of {released.n_referrals:,} referrals do not name both ends."
