"""Panel: the questions that coordinators ask, each a way to the page that answers it."""

from dash import html
from dash.development.base_component import Component

from ... import ids
from ...desk import Look
from ..pieces import panel

# Question, what the page shows, the page, and what is chosen there.
QUESTIONS: tuple[tuple[str, str, str, dict[str, str]], ...] = (
    (
        "Which link are we one resignation away from losing?",
        "Links that rest on one person",
        "links",
        {"only": "one"},
    ),
    (
        "Which link rests on a few people, and is any of it on paper?",
        "All links: who sends to whom, by how many, on what",
        "links",
        {},
    ),
    (
        "Which service can we reach in only one way, or through one provider?",
        "Services, who offers them, and the ways there",
        "coverage",
        {},
    ),
    (
        "Who is asked by everybody, and who is connected to nobody?",
        "Agencies: their links, their load, who was asked",
        "agencies",
        {},
    ),
    (
        "What happens if this person leaves, or this agency closes?",
        "Try a change: nothing in your files changes",
        "what-if",
        {},
    ),
    (
        "Which two or three things would help most?",
        "Steps, what each would change, and what to ask first",
        "plan",
        {},
    ),
    (
        "Are we better than last year, or than the next county?",
        "What is new, lost and kept; two places side by side, without a ranking",
        "compare",
        {},
    ),
    (
        "How sure can we be, given who did not answer?",
        "Who answered, what is made up, what we can't conclude",
        "data",
        {"part": "checks"},
    ),
)


def layout() -> Component:
    """Lay the panel out, empty."""
    return panel("questions", "What do you want to know?", [html.Div(id=ids.OVERVIEW_QUESTIONS)])


def ways(look: Look) -> list[Component]:
    """Give the questions, each a link; what is tried goes along."""
    items = [
        html.Li(
            html.A(
                [html.Strong(question), html.Span(answer)],
                href=look.link(page, **chosen),
                className="cn-question",
            )
        )
        for question, answer, page, chosen in QUESTIONS
    ]
    return [html.Ul(items, className="cn-question-cards")]
