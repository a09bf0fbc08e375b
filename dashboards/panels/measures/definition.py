"""Panel: all that is written about the measure chosen; it stays open when another is chosen."""

from collections.abc import Sequence
from typing import Any

from dash import Dash, Input, Output, html
from dash.development.base_component import Component

from collabnet.reports.glossary import measure_term

from ... import ids
from ...desk import Desk
from .work import command


def layout() -> Component:
    """Lay it out, closed and hidden until a measure is chosen."""
    return html.Div(
        [
            html.P(id=ids.MEASURES_SENTENCE, className="cn-lead"),
            html.Details(
                [
                    html.Summary("What it means exactly, and where it comes from"),
                    html.Dl(id=ids.MEASURES_FACTS, className="cn-measure-facts"),
                ],
                className="cn-more cn-measure-about",
            ),
        ],
        id=ids.MEASURES_ABOUT,
        hidden=True,
    )


def written(measure: str, level: str) -> list[Component]:
    """Give all that is written about a measure."""
    from collabnet.metrics.catalogue import entry_named
    from collabnet.metrics.facts import facts

    told = [_fact(heading, texts) for heading, texts in facts(entry_named(measure))]
    code = html.Code(command(level, measure))
    return [*told, _fact("With other options, or as a file", [code])]


def _fact(heading: str, texts: Sequence[Component | str]) -> Component:
    return html.Div([html.Dt(heading), *(html.Dd(one) for one in texts)])


def register(app: Dash, desk: Desk) -> None:
    """Tell of the measure that the address names; of none where there is none of that name."""

    @app.callback(
        Output(ids.MEASURES_SENTENCE, "children"),
        Output(ids.MEASURES_FACTS, "children"),
        Output(ids.MEASURES_ABOUT, "hidden"),
        Input(ids.shown("measures"), "data"),
    )
    def _(shown: dict[str, Any]) -> tuple[Any, ...]:
        from collabnet.metrics.catalogue import MEASURES

        look = desk.look(shown)
        measure = look.arg("measure")
        if measure not in MEASURES:
            return "", [], True
        facts = written(measure, look.arg("of", "people"))
        return measure_term(measure).meaning, facts, False
