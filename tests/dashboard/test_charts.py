"""A chart as pages show it: with its finding in words, its caption, its table, and for paper."""

from base64 import b64decode

import plotly.graph_objects as go
from dash import html

from collabnet.plots.figure_style import styled, text
from collabnet.plots.static_svg import to_svg
from collabnet_dashboards.panels.charts import chart
from screen_page import text_of

NAME = "<script>run()</script>"


def figure():
    return styled(go.Figure(go.Bar(x=[3], y=[text(NAME)], orientation="h")), height=120)


def test_the_finding_is_read_out_in_place_of_the_picture():
    picture, caption, more = chart(
        figure(), says="Court sends 3.", caption="n = 3.", table=html.P("3")
    ).children
    assert (picture.role, picture.to_plotly_json()["props"]["aria-label"]) == (
        "img",
        "Court sends 3.",
    )
    assert (text_of(caption), text_of(more)) == ("n = 3.", "The same as a table 3")


def test_without_a_table_of_its_own_nothing_is_folded():
    assert len(chart(figure(), says="a", caption="b").children) == 2


def test_paper_has_the_same_picture_in_which_names_are_text():
    image = chart(figure(), says="a", caption="b").children[0].children[1]
    written = b64decode(image.src.removeprefix("data:image/svg+xml;base64,")).decode()
    assert written == to_svg(figure(), title="")
    assert "<script" not in written
    assert "&lt;script&gt;run()&lt;/script&gt;" in written
