"""Flow picture: ribbons from the agencies that send to those that receive."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import plotly.graph_objects as go

from collabnet.plots.figure_style import (
    FORM_COLOURS,
    FORM_WORDS,
    FORMS,
    GREY,
    PURPLE,
    pattern,
    styled,
    text,
)
from collabnet.plots.flow_order import in_order
from collabnet.plots.flow_places import Side, scale_of, stand, tops_of, width
from collabnet.sharing.released_links import ReleasedLink

MOST = 24
"""So many links are drawn, the largest; the table has them all."""
BETWEEN = 1.5  # pixels between two ribbons
EDGE = 0.012  # width of the bar at an agency
STEPS = 18
STRAIGHT = 0.2  # of the width at each end: names stand there
FILLS = FORM_COLOURS | {"formal": "rgba(0, 114, 178, 0.62)"}
"""Areas that aren't hatched are paler than their edge."""
ALONE = "One person alone at this end"

Plain = dict[str, Any]


def flow(links: Sequence[ReleasedLink]) -> go.Figure:
    """Draw links as ribbons; widths are referrals, and thin lines where only a tie is known.

    What a link rests on is told by colour and hatching; a dot at an end says that one person
    alone stands there.

    Examples
    --------
    >>> import collabnet as cn
    >>> from collabnet.sharing import release_links
    >>> links = release_links(cn.assess(cn.load("sample:g1"))).links
    >>> figure = flow(links)
    >>> [trace.name for trace in figure.data if trace.showlegend]
    ['Not known', 'One person alone at this end']
    """
    drawn = largest(links)
    scale = scale_of(drawn)
    senders, receivers = in_order(
        [(one.from_id, one.to_id, float(one.referrals or 0)) for one in drawn]
    )
    left, right = stand(drawn, "from", senders, scale), stand(drawn, "to", receivers, scale)
    height = max(left.height, right.height)
    left, right = left.centred(height), right.centred(height)
    begins, ends = tops_of(drawn, left, right, scale), tops_of(drawn, right, left, scale)
    # Plain values, checked once: traces and notes added one by one take ten times as long.
    return styled(
        go.Figure(
            [
                *_ribbons(drawn, scale, begins, ends),
                *_dots(drawn, scale, begins, ends),
                _agencies(left, 0.0),
                _agencies(right, 1 - EDGE),
            ]
        ),
        height=int(height) + 56,
        showlegend=True,
        annotations=[*_names(left), *_names(right)],
        xaxis={"visible": False, "range": [0, 1]},
        yaxis={"visible": False, "range": [height, 0]},
        hovermode="closest",
        legend={"itemclick": False, "itemdoubleclick": False, "orientation": "h", "y": 1.0},
    )


def largest(links: Sequence[ReleasedLink]) -> list[ReleasedLink]:
    """Give the links that are drawn: those with the most referrals, in the order given."""
    first = sorted(links, key=lambda one: (-(one.referrals or 0), one.id))[:MOST]
    kept = {one.id for one in first}
    return [one for one in links if one.id in kept]


def _ribbons(
    links: Sequence[ReleasedLink], scale: float, begins: Mapping[str, float],
    ends: Mapping[str, float],
) -> Iterator[Plain]:  # fmt: skip
    """Each link as a ribbon, or as several that rest on different things."""
    shown: set[str] = set()
    for one in links:
        top, bottom = begins[one.id], ends[one.id]
        for form in FORMS:
            if one.forms.get(form):
                thick = width(one, scale) * one.forms[form] / one.n_rows
                drawn = max(thick - BETWEEN, thick / 2)
                yield _ribbon(top, bottom, drawn, form, one, form not in shown)
                shown.add(form)
                top, bottom = top + thick, bottom + thick


def _ribbon(
    top: float, bottom: float, thick: float, form: str, link: ReleasedLink, is_first: bool
) -> Plain:
    way = np.linspace(0.0, 1.0, STEPS)
    x = [EDGE, *(STRAIGHT + (1 - 2 * STRAIGHT) * way), 1 - EDGE]
    way = np.array([0.0, *way, 1.0])
    y = top + (bottom - top) * way**2 * (3 - 2 * way)
    return {
        "type": "scatter",
        "x": [round(one, 4) for one in (*x, *x[::-1])],
        "y": [round(one, 2) for one in (*y, *(y[::-1] + thick))],
        "mode": "lines",
        "fill": "toself",
        "fillcolor": FILLS[form],
        "fillpattern": pattern(form),
        "line": {"color": FORM_COLOURS[form], "width": 1},
        "name": FORM_WORDS[form],
        "legendgroup": form,
        "showlegend": is_first,
        "hoveron": "fills",
        "hoverinfo": "text",
        "text": words(link),
    }


def words(link: ReleasedLink) -> str:
    """Say what a ribbon is, for who points at it; as Plotly shows it."""
    n = "only a tie is known" if link.referrals is None else f"{link.referrals:,} referrals"
    on = ", ".join(f"{link.forms[f]:,} {FORM_WORDS[f].lower()}" for f in FORMS if link.forms.get(f))
    return (
        f"{text(link.from_name)} to {text(link.to_name)}: {n}<br>{on}<br>"
        f"Sent by {link.sending}; received by {link.receiving}"
    )


def _dots(
    links: Sequence[ReleasedLink], scale: float, begins: Mapping[str, float],
    ends: Mapping[str, float],
) -> Iterator[Plain]:  # fmt: skip
    """A dot at each end at which one person alone stands."""
    dots: list[tuple[float, float]] = []
    for one in links:
        if not one.rests_on_one:
            continue
        half = width(one, scale) / 2
        dots += [(3 * EDGE, begins[one.id] + half)] * one.one_sends
        dots += [(1 - 3 * EDGE, ends[one.id] + half)] * one.one_receives
    if dots:
        x, y = zip(*dots, strict=True)
        yield {
            "type": "scatter",
            "x": x,
            "y": y,
            "mode": "markers",
            "marker": {"size": 12, "color": PURPLE, "line": {"color": "#ffffff", "width": 2}},
            "name": ALONE,
            "hoverinfo": "skip",
            "showlegend": True,
        }


def _agencies(side: Side, x: float) -> Plain:
    """A bar at each agency, as high as what it sends or receives."""
    across: list[float | None] = []
    down: list[float | None] = []
    for one, top in side.tops.items():
        low = top + side.heights[one]
        across += [x, x + EDGE, x + EDGE, x, x, None]
        down += [top, top, low, low, top, None]
    return {
        "type": "scatter",
        "x": across,
        "y": down,
        "mode": "lines",
        "fill": "toself",
        "fillcolor": GREY,
        "line": {"color": GREY, "width": 0},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _names(side: Side) -> Iterator[Plain]:
    """The name of each agency above its bar, with how many referrals it sends or receives."""
    x, anchor = (0.0, "left") if side.end == "from" else (1.0, "right")
    for one, top in side.tops.items():
        yield {
            "x": x,
            "y": top,
            "text": side.names[one],
            "xanchor": anchor,
            "align": anchor,
            "yanchor": "bottom",
            "showarrow": False,
        }
