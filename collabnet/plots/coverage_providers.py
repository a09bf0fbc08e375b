"""Chart: how many agencies provide each service, and which are alone with one."""

import plotly.graph_objects as go

from collabnet.plots.figure_style import BLUE, GREY, ORANGE
from collabnet.plots.stacked_bars import Part, stacked, whole_steps
from collabnet.risk.wording import listed
from collabnet.sharing.released_coverage import ReleasedCoverage, ReleasedService

ALONE = "One agency alone"
SEVERAL = "Several agencies"
MAY = "May: no services listed"


def chart(released: ReleasedCoverage) -> go.Figure:
    """Draw each service as a bar of the agencies that say they offer it, and those that may.

    Examples
    --------
    >>> import collabnet as cn
    >>> from collabnet.sharing import release_coverage
    >>> figure = chart(release_coverage(cn.assess(cn.load("sample:programs"))))
    >>> [(trace.name, list(trace.x)) for trace in figure.data]
    [('Several agencies', [3]), ('May: no services listed', [2])]
    """
    services = sorted(released.sought, key=_order)
    parts = (
        Part(ALONE, ORANGE, "/", [len(one.providers) if one.is_alone else 0 for one in services]),
        Part(SEVERAL, BLUE, "", [0 if one.is_alone else len(one.providers) for one in services]),
        Part(MAY, GREY, ".", [len(one.possible) for one in services]),
    )
    most = max((len(one.providers) + len(one.possible) for one in services), default=0)
    names = [one.words for one in services]
    return stacked(names, parts, title="Agencies", dtick=whole_steps(most))


def _order(service: ReleasedService) -> tuple[int, str]:
    """The fewest providers first; equals by name."""
    return len(service.providers), service.words


def finding(released: ReleasedCoverage) -> str:
    """Say what the chart shows, for whoever doesn't see it.

    Examples
    --------
    >>> import collabnet as cn
    >>> from collabnet.sharing import release_coverage
    >>> finding(release_coverage(cn.assess(cn.load("sample:hospital_program"))))[:49]
    'One agency alone: case management (Hospital progr'
    """
    alone = [f"{one.words} ({one.providers[0].name})" for one in released.sought if one.is_alone]
    if alone:
        return f"One agency alone: {listed(alone)}."
    if released.n_listing < 2:
        return "Fewer than two agencies say what they offer, so none can be called the only one."
    return "Every service has two or more agencies that say they offer it."
