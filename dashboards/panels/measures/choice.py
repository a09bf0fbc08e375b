"""Panel: choose a measure, of whom, over which ties, and what it has of simple options."""

from typing import Any

import dash_mantine_components as dmc
from dash import Dash, Input, Output, html
from dash.development.base_component import Component

from collabnet.metrics.facts import choices_of
from collabnet.reports.glossary import measure_term
from collabnet.sharing import is_releasable

from ... import ids
from ...desk import Desk, Look
from ..choosing import bind, choice
from ..pieces import aria
from .asked import DIRECTIONS, YES, relations_of

NAME = "measures"
ALL_TIES = {"value": "", "label": "All kinds of tie"}
LEVELS = [{"value": "", "label": "People"}, {"value": "agencies", "label": "Agencies"}]
OFF_ON = {
    "strength": ("Ties", "Count alike", "By strength"),
    "share": ("Values", "As counted", "As a share"),
}
OPTIONS = {"direction": {"direction"}, "strength": {"weights", "cost"}, "share": {"normalised"}}
"""The boxes for options, each with the options that it stands for."""


def layout() -> Component:
    """Lay the boxes out; those of options show where the measure has them."""
    directions = [{"value": value, "label": words} for value, words in DIRECTIONS.items()]
    boxes = [
        choice(NAME, "measure", "Measure", placeholder="Choose a measure", clearable=True),
        _switch("of", "Of", LEVELS),
        choice(NAME, "ties", "Which ties count", [ALL_TIES], value="", allowDeselect=False),
        _switch("direction", "Follow ties", directions),
        *(_off_on(arg) for arg in OFF_ON),
    ]
    return html.Div(
        boxes,
        className="cn-fields cn-measure-boxes",
        role="group",
        **aria(label="What is measured"),
    )


def _off_on(arg: str) -> Component:
    label, off, on = OFF_ON[arg]
    return _switch(arg, label, [{"value": "", "label": off}, {"value": YES, "label": on}])


def _switch(arg: str, label: str, data: list[dict[str, str]]) -> Component:
    """A choice among few, all in sight, under its label."""
    control = dmc.SegmentedControl(id=ids.arg(NAME, arg), data=data, value="", **aria(label=label))
    return html.Div(
        [html.Span(label, className="cn-label-above", **aria(hidden="true")), control],
        id=ids.box(ids.arg(NAME, arg)),
    )


def groups() -> list[dict[str, Any]]:
    """List the measures that give a value for each actor: the usual ones, then by family."""
    from collabnet.metrics.catalogue import FAMILIES, USUAL

    usual = USUAL["actors"]
    found = [("The usual ones", list(usual))]
    for family, entries in FAMILIES.items():
        names = [one.name for one in entries if is_releasable(one) and one.name not in usual]
        found.append((family, names))
    return [
        {
            "group": family,
            "items": [{"value": one, "label": measure_term(one).title} for one in names],
        }
        for family, names in found
        if names
    ]


def hidden(measure: str) -> list[bool]:
    """Say for each box of an option whether the measure goes without it."""
    from collabnet.metrics.catalogue import MEASURES

    known = set(choices_of(MEASURES[measure])) if measure in MEASURES else set()
    return [not known & names for names in OPTIONS.values()]


def ties(look: Look) -> list[dict[str, str]]:
    """List the kinds of tie that the data have."""
    found = relations_of(look.coalition)
    return [ALL_TIES, *({"value": kind, "label": words.capitalize()} for kind, words in found)]


def register(app: Dash, desk: Desk) -> None:
    """Show what the address says is chosen; write what is chosen into the address."""
    args = ("measure", "of", "ties", *OPTIONS)

    @app.callback(
        Output(ids.arg(NAME, "measure"), "data"),
        Output(ids.arg(NAME, "ties"), "data"),
        *(Output(ids.arg(NAME, arg), "value") for arg in args),
        *(Output(ids.box(ids.arg(NAME, arg)), "hidden") for arg in OPTIONS),
        Input(ids.shown(NAME), "data"),
    )
    def _(shown: dict[str, Any]) -> tuple[Any, ...]:
        look = desk.look(shown)
        measure = look.arg("measure")
        values = [measure or None, *(look.arg(arg) for arg in args[1:])]
        return groups(), ties(look), *values, *hidden(measure)

    bind(app, NAME, *args)
