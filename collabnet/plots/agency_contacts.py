"""Chart: with how many others each agency has a contact, and how many rest on one person."""

import plotly.graph_objects as go

from collabnet.plots.figure_style import BLUE, GREY, ORANGE
from collabnet.plots.stacked_bars import Part, stacked, whole_steps
from collabnet.risk.wording import count, number
from collabnet.sharing.released_agencies import ReleasedAgencies

SINGLE, MORE, BAD = "Rests on one person", "Rests on more", "Only strained or missing"


def chart(released: ReleasedAgencies) -> go.Figure:
    """Draw each agency of the coalition, by name, as a bar of its contacts with others.

    Examples
    --------
    >>> import collabnet as cn
    >>> from collabnet.sharing import release_agencies
    >>> figure = chart(release_agencies(cn.assess(cn.load("sample:g1"))))
    >>> [(trace.name, list(trace.x)) for trace in figure.data]
    [('Rests on one person', [3, 2, 1, 2, 2])]
    """
    ours = released.ours
    parts = (
        Part(SINGLE, ORANGE, "/", [len(one.single) for one in ours]),
        Part(MORE, BLUE, "", [len(one.working) - len(one.single) for one in ours]),
        Part(BAD, GREY, ".", [len(one.contacts) - len(one.working) for one in ours]),
    )
    most = max((len(one.contacts) for one in ours), default=0)
    names = [one.name for one in ours]
    return stacked(names, parts, title="Other agencies", dtick=whole_steps(most))


def finding(released: ReleasedAgencies) -> str:
    """Say what the chart shows, for whoever doesn't see it.

    Examples
    --------
    >>> import collabnet as cn
    >>> from collabnet.sharing import release_agencies
    >>> finding(release_agencies(cn.assess(cn.load("sample:g1"))))
    'At five of five agencies every contact rests on one person.'
    """
    working = [one for one in released.ours if one.working]
    every = sum(len(one.single) == len(one.working) for one in working)
    some = sum(0 < len(one.single) < len(one.working) for one in working)
    of = f"of {count(len(released.ours), 'agency')}"
    said = [f"At {number(every)} {of} every contact rests on one person"] if every else []
    if some:
        said.append(f"at {number(some)} some do" if said else f"At {number(some)} {of} some do")
    return f"{', '.join(said)}." if said else "No contact is known to rest on one person."
