"""How the values of a measure are spread, as charts with their words: nobody is named."""

from dash import html
from dash.development.base_component import Component

from collabnet.plots.measure_spread import bars, chart, finding
from collabnet.sharing import ReleasedMeasure, Spread

from ...components import PlainTable
from .. import charts


def main_spread(found: ReleasedMeasure) -> Spread:
    """Give the column that carries the measure's name, else the first."""
    name = found.measure.replace("_", " ").capitalize()
    return next((one for one in found.spreads if one.name == name), found.spreads[0])


def spread_of(found: ReleasedMeasure) -> str:
    """Say in a few words how the values of the measure are spread."""
    return finding(main_spread(found))


def about_spread(found: ReleasedMeasure, period: str) -> list[Component]:
    """Draw the values of each column; first the one that carries the measure's name."""
    main = main_spread(found)
    ordered = [main, *(one for one in found.spreads if one is not main)]
    drawn = [_drawn(one, found, period) for one in ordered if one.values]
    if not drawn:
        return [html.P(found.undefined)]
    return [html.Div(drawn, className="cn-spreads")]


def _drawn(spread: Spread, found: ReleasedMeasure, period: str) -> Component:
    says = f"{spread.name}: {finding(spread)}."
    shown = [[one.words, str(one.n)] for one in bars(spread)]
    table = PlainTable(caption=says, columns=[spread.name, "How many"], rows=shown, cards=False)
    drawn = charts.chart(
        chart(spread), says=says, caption=caption(spread, found, period), table=table
    )
    return html.Div([html.H3(says), drawn])


def caption(spread: Spread, found: ReleasedMeasure, period: str) -> str:
    """Say how many values there are, of when, how many are missing, and in which unit."""
    missing = f"{spread.n_undefined} undefined" if spread.n_undefined else "none undefined"
    when = f" {period}." if period else ""
    unit = f" Unit: {spread.unit}." if spread.unit else ""
    return f"Each bar: how many have such a value. {found.actors}, {missing}.{when}{unit}"
