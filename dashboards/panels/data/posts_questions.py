"""The questions about posts: which are open, how they are asked, what was said."""

from collections.abc import Sequence

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from collabnet.data.forms.questions import YEARS
from collabnet.planning.answers.posts import PostAnswer
from collabnet.risk.wording import count
from collabnet.sharing.asked import ReleasedPost

from ... import ids


def title(posts: Sequence[ReleasedPost]) -> str:
    """State what was found.

    Examples
    --------
    >>> title([])
    'Nobody has a post yet'
    """
    known = sum(one.is_known for one in posts)
    if not posts:
        return "Nobody has a post yet"
    if known == len(posts):
        return "Of every post it is known how often it changes hands"
    if not known:
        return "Nobody has said yet how often posts change hands"
    left = len(posts) - known
    words = "changes" if left == 1 else "change"
    return f"Nobody has said yet how often {left} of {len(posts)} posts {words} hands"


def asked(posts: Sequence[ReleasedPost], agency: str | None) -> list[ReleasedPost]:
    """Give the posts to ask about: those of an agency if one is chosen, else the open ones."""
    if agency is not None:
        return [one for one in posts if one.agency_id == agency]
    return [one for one in posts if not one.is_known]


def question(post: ReleasedPost, ref: str) -> Component:
    """Ask about one post."""
    about = f"{post.words}, {post.agency}"
    seats = f"{count(post.seats, 'seat')} now".capitalize() if post.role else ""
    holders, years, weeks = post.holders, post.years, post.weeks
    fields = [
        _number("holders", ref, "People who held it", about, holders, least=1, step=1),
        _number("years", ref, "In how many years", about, years or YEARS, least=0.5, step=1),
        _number("weeks", ref, "Weeks it was empty", about, weeks, least=0, step=1),
    ]
    words = [
        html.H3(post.words),
        html.P([post.agency, f". {seats}" * bool(seats)], className="cn-small"),
    ]
    return html.Li([html.Div(words), html.Div(fields, className="cn-numbers")])


def _number(
    name: str, ref: str, words: str, about: str, value: float | None, *, least: float, step: float
) -> Component:
    made: Component = dmc.NumberInput(
        id=ids.edit_field(f"posts-{name}", ref),
        label=[words, html.Span(f" {about}", className="cn-sr-only")],
        value="" if value is None else value,
        min=least,
        step=step,
        size="sm",
        hideControls=True,
    )
    return made


def answers(
    posts: Sequence[ReleasedPost], refs: Sequence[str], numbers: Sequence[Sequence[object]]
) -> list[PostAnswer]:
    """Read what was answered of the posts that were asked about, by their places in the list."""
    found = []
    for ref, *said in zip(refs, *numbers, strict=True):
        post = posts[int(ref)]
        holders, years, weeks = (_read(one) for one in said)
        if holders is None and weeks is None and post.years is None:
            years = None  # it was filled in for whoever answers
        found.append(PostAnswer(post.agency_id, post.role, holders, years, weeks))
    return found


def _read(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and value == value else None
