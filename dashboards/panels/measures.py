"""Panel: one measure of every person or agency, for those who want it; by name, never ranked."""

from typing import Any

from dash import Dash, Input, Output, html
from dash.development.base_component import Component

from collabnet.model.coalition import Level
from collabnet.model.errors import CollabnetError
from collabnet.sharing import ReleasedMeasure

from .. import ids
from ..components import Choice
from ..desk import Desk, Opened, StaleError
from .measures_choice import LEVELS, command, measure_groups, title_of
from .pieces import panel, plain_table

PURPOSE = (
    "Measures describe how a network is built; they are for research, not for judging staff. "
    "Tables stand in the order of names."
)
NOTHING: tuple[list[Component], str] = [], ""


def layout() -> Component:
    """Lay the panel out, closed; the measures are listed when it opens."""
    boxes = html.Div(
        [
            Choice(id=ids.MEASURE_OF, label="Measure of", groups=[LEVELS], value="people"),
            Choice(id=ids.MEASURE, label="Measure", groups=[], first="Choose a measure"),
        ],
        className="cn-measure-boxes",
    )
    opened = html.Details(
        [
            html.Summary("Measure people or agencies", id=ids.MEASURES_OPEN),
            boxes,
            html.Div(id=ids.MEASURED),
            html.P(id=ids.MEASURED_SPOKEN, className="cn-sr-only", role="status"),
        ],
        className="cn-more",
    )
    return panel("measures", "Measures", [html.P(PURPOSE, className="cn-hint"), opened])


def shown(found: ReleasedMeasure) -> list[Component]:
    """Lay out what a measure says, what it means exactly, and its values by name."""
    from collabnet.metrics.catalogue import entry_named

    parts: list[Component] = [
        html.H3(title_of(found.measure)),
        html.P(entry_named(found.measure).sentence, className="cn-measure-sentence"),
        explained(found),
        plain_table(found.table, caption(found), note=note(found)),
    ]
    if found.undefined:
        parts.insert(3, html.P(found.undefined))
    return parts


def caption(found: ReleasedMeasure) -> str:
    """Name the table: what, and of how many."""
    return f"{title_of(found.measure)}: {found.actors}, by name"


def note(found: ReleasedMeasure) -> str:
    """Say under the caption what the values rest on, and what the data are."""
    ties = (
        f"{found.n_ties:,} pair{'' if found.n_ties == 1 else 's'} with a tie, from one to another."
    )
    options = ", ".join(f"{name} {value}" for name, value in found.settings.items())
    said = [ties, *found.notices, f"Options: {options}." if options else "", found.label]
    return " ".join(filter(None, said))


def explained(found: ReleasedMeasure) -> Component:
    """Give all that is written about a measure, behind its words."""
    from collabnet.metrics.catalogue import entry_named
    from collabnet.metrics.facts import facts

    lines: list[Component] = []
    for heading, texts in facts(entry_named(found.measure)):
        lines += [html.Dt(heading), *(html.Dd(one) for one in texts)]
    lines += [
        html.Dt("With other options, or as a file"),
        html.Dd(html.Code(command(found.level, found.measure))),
    ]
    return html.Details(
        [html.Summary("What it means exactly, and where it comes from"), html.Dl(lines)],
        className="cn-more cn-measure-facts",
    )


def chosen(
    desk: Desk, opened: Opened | None, level: object, measure: object
) -> tuple[list[Component], str]:
    """Give what is shown of the measure chosen, and what is read out; the reason where none is."""
    if opened is None or not measure:
        return NOTHING
    try:
        found = desk.measured(opened, *_asked(level, measure))
    except StaleError:
        raise
    except CollabnetError as error:
        return [html.P(str(error), className="cn-refused")], str(error)
    return shown(found), f"{caption(found)}. The table stands below."


def _asked(level: object, measure: object) -> tuple[Level, str]:
    match level, measure:
        case "people" | "agencies", str():
            return level, measure
    raise CollabnetError("Choose people or agencies, and a measure.")


def register(app: Dash, desk: Desk) -> None:
    """List the measures when the panel opens; show the one chosen."""

    @app.callback(
        Output(ids.MEASURE, "groups"),
        Input(ids.MEASURES_OPEN, "n_clicks"),
        prevent_initial_call=True,
    )
    def _(_clicks: int) -> list[Any]:
        return list(measure_groups())

    @app.callback(
        Output(ids.MEASURED, "children"),
        Output(ids.MEASURED_SPOKEN, "children"),
        Input(ids.OPENED, "data"),
        Input(ids.MEASURE_OF, "value"),
        Input(ids.MEASURE, "value"),
        prevent_initial_call=True,
    )
    def _(opened: Opened | None, level: object, measure: object) -> tuple[list[Component], str]:
        return chosen(desk, opened, level, measure)
