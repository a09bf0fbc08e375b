"""Chart: from how many agencies each service is reached, and in how many ways."""

from collections import Counter
from collections.abc import Sequence

import plotly.graph_objects as go

from collabnet.plots.figure_style import BLUE, GREEN, GREY, ORANGE, PURPLE
from collabnet.plots.stacked_bars import Part, stacked, whole_steps
from collabnet.risk.wording import listed, number
from collabnet.sharing.released_coverage import How, ReleasedCoverage, ReleasedService

HOWS: tuple[tuple[How, str, str, str], ...] = (
    ("none", "No way on record", GREY, "."),
    ("one", "One way only", ORANGE, "/"),
    ("unnamed", "A way, not fully named", PURPLE, "-"),
    ("posts", "Through posts or groups", PURPLE, "x"),
    ("several", "Two or more ways", BLUE, ""),
    ("here", "Has it itself", GREEN, "\\"),
)
"""Each kind of way with its words, its colour and its hatching; the most fragile first."""

NAMED = 2
"""So many agencies are named; more are counted."""


def chart(released: ReleasedCoverage) -> go.Figure:
    """Draw each service as a bar of the agencies that identify cases, by how they reach it.

    Examples
    --------
    >>> import collabnet as cn
    >>> from collabnet.sharing import release_coverage
    >>> figure = chart(release_coverage(cn.assess(cn.load("sample:hospital_program"))))
    >>> [trace.name for trace in figure.data]
    ['One way only', 'Has it itself']
    """
    services = released.sought
    counts = [Counter(way.how for way in released.ways_to(one.id)) for one in services]
    parts = [
        Part(words, colour, shape, [count[how] for count in counts])
        for how, words, colour, shape in HOWS
    ]
    return stacked(
        [one.words for one in services],
        parts,
        title="Agencies",
        dtick=whole_steps(len(released.starts)),
    )


def finding(released: ReleasedCoverage) -> str:
    """Say what the chart shows, for whoever doesn't see it.

    Examples
    --------
    >>> import collabnet as cn
    >>> from collabnet.sharing import release_coverage
    >>> finding(release_coverage(cn.assess(cn.load("sample:site_b"))))
    'In one way only: residential care (from Juvenile court). No way on record: legal help.'
    """
    said = []
    if released.in_one_way():
        by_starts: dict[tuple[str, ...], list[str]] = {}
        for service in released.in_one_way():
            by_starts.setdefault(_starts(released, service), []).append(service.words)
        n = len(released.starts)
        parts = [f"{listed(words)} (from {_from(at, n)})" for at, words in by_starts.items()]
        said.append(f"In one way only: {'; '.join(parts)}.")
    if none := released.out_of_reach():
        said.append(f"No way on record: {listed([service.words for service in none])}.")
    return " ".join(said) or "No service is reached in one way only."


def _starts(released: ReleasedCoverage, service: ReleasedService) -> tuple[str, ...]:
    """The agencies that reach a service in one way only."""
    return tuple(way.start.name for way in released.ways_to(service.id) if way.how == "one")


def _from(names: Sequence[str], n_starts: int) -> str:
    if len(names) == n_starts > 1:
        return f"all {number(n_starts)} agencies"
    return listed(names) if len(names) <= NAMED else f"{len(names)} of {n_starts} agencies"
