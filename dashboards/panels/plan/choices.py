"""Which plan is asked for: how many changes, chosen by what; each way there is a link."""

from typing import NamedTuple

from dash import Output, html
from dash.development.base_component import Component

from collabnet.planning.planner.plans import RankBy

from ... import ids
from ...desk import Look
from ..pieces import aria

PAGE = "plan"
NUMBERS = ("1", "2", "3")
USUAL = "3"
CHOICES = {"n": "How many changes", "by": "Chosen"}
WAYS: dict[str, list[tuple[str, str]]] = {
    "n": [(number, number) for number in NUMBERS],
    "by": [("effort", "for the effort it takes"), ("volume", "whatever the effort")],
}


class Wanted(NamedTuple):
    """Which plan the address asks for."""

    changes: int
    rank_by: RankBy


def wanted(look: Look) -> Wanted:
    """Read from the address how many changes are wanted, and by what they are chosen."""
    number = look.arg("n", USUAL)
    rank_by: RankBy = "volume" if look.arg("by") == "volume" else "effort"
    return Wanted(int(number if number in NUMBERS else USUAL), rank_by)


def choices() -> Component:
    """Lay out the ways to other plans; where they lead stands in the address of this one."""
    return html.Div([_choice(arg, words) for arg, words in CHOICES.items()], className="cn-fields")


def _choice(arg: str, words: str) -> Component:
    ways = [html.Li(html.A(said, id=ids.plan_way(arg, value))) for value, said in WAYS[arg]]
    return html.Div(
        [
            html.Span(words, className="cn-plan-choices-words"),
            html.Ul(ways, className="cn-plan-choices", **aria(label=words)),
        ]
    )


def ways(look: Look) -> dict[str, dict[str, str | None]]:
    """Say where each way leads, and which ones lead to what is shown."""
    changes, rank_by = wanted(look)
    now = {"n": str(changes), "by": str(rank_by)}
    return {
        ids.plan_way(arg, value): {
            "href": look.link(PAGE, **{**now, arg: value}),
            "aria-current": "true" if now[arg] == value else None,
        }
        for arg, offered in WAYS.items()
        for value, _ in offered
    }


def outputs() -> dict[str, dict[str, Output]]:
    """Give where `ways` goes: only what changes of a link, so that the keyboard stays on it."""
    return {
        ids.plan_way(arg, value): {
            prop: Output(ids.plan_way(arg, value), prop) for prop in ("href", "aria-current")
        }
        for arg, offered in WAYS.items()
        for value, _ in offered
    }
