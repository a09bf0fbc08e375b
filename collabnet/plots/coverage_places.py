"""Chart: which share of a service's places is open to each group of young people."""

from math import isnan

import plotly.graph_objects as go

from collabnet.plots.figure_style import BLUE, GREY, text
from collabnet.plots.stacked_bars import NAME, Part, stacked
from collabnet.risk.wording import listed, share
from collabnet.sharing.released_coverage import ReleasedGroup, ReleasedService

OPEN, MAY = "Open to them", "May be open: not known"


def chart(service: ReleasedService) -> go.Figure:
    """Draw each group with the share of the stated places that is open to it.

    Groups for whom nothing says how many places there are have a note instead of a bar.

    Examples
    --------
    >>> import collabnet as cn
    >>> from collabnet.sharing import release_coverage
    >>> found = release_coverage(cn.assess(cn.load("sample:programs")))
    >>> [trace.name for trace in chart(found.services[0]).data]
    ['Open to them']
    """
    groups = service.groups
    parts = (
        Part(OPEN, BLUE, "", [_plain(one.share) for one in groups]),
        Part(MAY, GREY, ".", [_more(one) for one in groups]),
    )
    figure = stacked(
        [one.group for one in groups],
        parts,
        title="Share of the stated places",
        tickformat=".0%",
        tickvals=[0, 0.25, 0.5, 0.75, 1],
        range=[0, 1],
    )
    for one in groups:
        if note := _note(one):
            figure.add_annotation(
                x=_plain(one.share),
                y=text(one.group, NAME),
                text=note,
                showarrow=False,
                xanchor="left",
                xshift=6,
            )
    return figure


def finding(service: ReleasedService) -> str:
    """Say what the chart shows, for whoever doesn't see it."""
    said = [f"Nobody says it takes {listed(service.left_out, 'or')}."] if service.left_out else []
    if len(service.providers) == 1:
        return " ".join(said) or "It says that it takes every group that is on record."
    by_agency: dict[str, list[str]] = {}
    for one in service.groups:
        if one.is_alone:
            by_agency.setdefault(one.providers[0].name, []).append(one.group)
    if by_agency:
        alone = [f"{listed(groups)} ({name})" for name, groups in by_agency.items()]
        said.append(f"One agency alone takes: {'; '.join(alone)}.")
    return " ".join(said) or "Each group has two or more agencies that say they take it."


def share_words(group: ReleasedGroup) -> str:
    """Say the share of places as a table does; a range where some may be open.

    Examples
    --------
    >>> from math import nan
    >>> share_words(ReleasedGroup("all", "Age", (), (), False, 24.0, 0.5, 1.0))
    '50 % to 100 %'
    >>> share_words(ReleasedGroup("all", "Age", (), (), False, nan, nan, nan))
    'not known'
    """
    if isnan(group.share):
        return "not known"
    if isnan(group.share_possible):
        return share(1.0) if group.share == 1 else f"{share(group.share)} or more"
    low, high = share(group.share), share(group.share_possible)
    return low if low == high else f"{low} to {high}"


def _note(group: ReleasedGroup) -> str:
    if group.is_unserved:
        return "nobody says so"
    return "places not stated" if isnan(group.share) else ""


def _more(group: ReleasedGroup) -> float:
    return max(0.0, _plain(group.share_possible) - _plain(group.share))


def _plain(number: float) -> float:
    return 0.0 if isnan(number) else number
