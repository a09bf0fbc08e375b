"""A chart as every page shows it: the picture, what it is of, and the same as a table."""

import plotly.graph_objects as go
from dash import dcc, html
from dash.development.base_component import Component

from collabnet.plots.static_svg import to_svg

from .pieces import aria, drawn

CONFIG: dcc.Graph.Config = {
    "displayModeBar": False,
    "responsive": True,
    "scrollZoom": False,
    "doubleClick": False,
}


def chart(
    figure: go.Figure,
    *,
    says: str,
    caption: str,
    table: Component | None = None,
    table_words: str = "The same as a table",
) -> html.Figure:
    """Lay a chart out.

    Parameters
    ----------
    figure : made by `collabnet.plots`, its layout with the height
    says : what the chart shows, in a sentence, for those who don't see it
    caption : how many there are, of when, what is missing, in which unit
    table : the same as a table, folded under the chart; None where it stands on the page already

    Examples
    --------
    >>> made = chart(go.Figure().update_layout(height=200), says="Empty.", caption="n = 0.")
    >>> made.children[0].role, made.children[1].children
    ('img', 'n = 0.')
    """
    graph = dcc.Graph(
        figure=figure,
        config=CONFIG,
        responsive=True,
        mathjax=False,
        style={"height": f"{figure.layout.height or 320:g}px"},
    )
    parts: list[Component] = [
        html.Div([graph, _on_paper(figure)], role="img", className="cn-chart", **aria(label=says)),
        html.Figcaption(caption, className="cn-caption"),
    ]
    if table is not None:
        parts.append(html.Details([html.Summary(table_words), table], className="cn-more"))
    return html.Figure(parts, className="cn-chart-figure")


def _on_paper(figure: go.Figure) -> html.Img:
    """The same picture for print: as wide as the sheet, and light whatever the screen is."""
    return drawn(to_svg(figure, title=""), "", "cn-chart-on-paper")
