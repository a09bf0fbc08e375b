"""What a finding opens to: what would help, how sure, numbers, rows, and only here people."""

from collections.abc import Collection

from dash import html
from dash.development.base_component import Component

from collabnet.planning.changes import Formalizes, Leaves
from collabnet.sharing import ReleasedFinding, ReleasedPerson

from ..asked import try_
from .pieces import ask_button, rows_words


def opened_part(finding: ReleasedFinding, can_leave: Collection[str]) -> Component:
    """Lay out everything behind a finding; ``can_leave`` are the ids of single people."""
    rows = html.Ul([html.Li(one) for one in rows_words(finding.rows)])
    return html.Div(
        [
            _part("What would help", html.P(finding.remedy)),
            _part("How sure", html.P(sure_words(finding.sure))),
            _part("The numbers", _numbers(finding)),
            html.Div([_link(finding), _part("Rows it stands on", rows)], className="cn-stack"),
            _part("People concerned, by name", _people(finding, can_leave), "cn-part cn-wide"),
        ],
        className="cn-opened",
    )


def sure_words(sure: str) -> str:
    """Leave out of the text what its heading says already.

    Examples
    --------
    >>> sure_words("How sure: too few to tell.")
    'Too few to tell.'
    """
    said = sure.removeprefix("How sure: ")
    return said[:1].upper() + said[1:]


def _part(title: str, content: Component | None, name: str = "cn-part") -> Component | None:
    if content is None:
        return None
    return html.Div([html.H4(title), content], className=name)


def _numbers(finding: ReleasedFinding) -> Component | None:
    if not finding.numbers:
        return None
    return html.Dl(
        [html.Div([html.Dt(words), html.Dd(value)]) for words, value in finding.numbers],
        className="cn-numbers",
    )


def _people(finding: ReleasedFinding, can_leave: Collection[str]) -> Component | None:
    if not finding.people:
        return None
    rows = [
        html.Li(
            [
                html.Span(
                    [html.Strong(who.name), html.Span(", ".join(filter(None, who[1:3])))],
                    className="cn-who",
                ),
                _departures(who) if who.id in can_leave else None,
            ]
        )
        for who in finding.people
    ]
    return html.Ul(rows, className="cn-people")


def _departures(who: ReleasedPerson) -> Component:
    return html.Span(
        [
            html.Span("What if …"),
            ask_button("they leave?", try_(Leaves(who.id)), about=who.name),
            ask_button("the post is empty?", try_(Leaves(who.id, "empty")), about=who.name),
        ],
        className="cn-buttons",
    )


def _link(finding: ReleasedFinding) -> Component | None:
    """Offer to put a pathway on paper; paper is no remedy for the other kinds."""
    if finding.kind != "pathway" or len(finding.subject_ids) < 2:
        return None
    asked = try_(Formalizes(*finding.subject_ids[:2]))
    button = ask_button("it is put on paper?", asked, about=finding.subjects)
    return _part("This link", html.Div([html.Span("What if …"), button], className="cn-buttons"))
