"""What-ifs in the folder of a coalition: listed, told, kept, replaced and opened again."""

from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from collabnet.model.errors import CollabnetError
from collabnet.planning.scenarios import Scenario, Scenarios, load_scenarios, save_scenario

from ...desk import Look
from ...state.steps import MOST, changes_of, encode, too_many
from .steps import words_of

PAGE = "what-if"


def kept(look: Look) -> Scenarios:
    """Read what is kept of the coalition; a sample keeps nothing."""
    if look.is_sample:
        return Scenarios()
    return load_scenarios(look.desk.coalitions.path(look.key))


def listed(found: Scenarios) -> list[dict[str, str]]:
    """List what is kept by name; the digest is another one as soon as somebody changes it."""
    return [{"value": one.digest, "label": one.name} for one in found]


def told(look: Look, found: Scenarios, key: str | None) -> list[Component]:
    """Say what a kept what-if holds, of when it is, and whether the files have changed since."""
    chosen = _of(found, key)
    if chosen is None:
        return [html.P(str(one), className="cn-hint") for one in found.unreadable]
    notice = chosen.notice(look.coalition)
    saved = f"Kept on {chosen.saved_at:%Y-%m-%d}. " if chosen.saved_at else ""
    steps = [
        html.Li(f"{words_of(look, step.change)}{'' if step.is_on else ' (switched off)'}")
        for step in chosen.steps
    ]
    return [
        html.P(f"{saved}{len(steps)} step{'' if len(steps) == 1 else 's'}:", className="cn-hint"),
        html.Ol(steps),
        *([html.P(notice, className="cn-refused")] if notice else []),
    ]


def keep(look: Look, name: str | None) -> Scenario:
    """Keep what is tried under a new name.

    Raises
    ------
    CollabnetError
        If nothing is tried, the name is taken or none, or the folder can't be written.
    """
    _need_steps(look)
    made = Scenario(name or "", look.steps)
    return save_scenario(look.desk.coalitions.path(look.key), made, look.coalition)


def replaced(look: Look, found: Scenarios, key: str | None) -> Scenario:
    """Keep what is tried in the place of what is kept; that can be undone from its history.

    Raises
    ------
    CollabnetError
        If nothing is tried or chosen, or somebody else changed it meanwhile.
    """
    _need_steps(look)
    old = _chosen(found, key)
    made = replace(old, steps=look.steps, past=(*old.past, old.steps), future=())
    return save_scenario(look.desk.coalitions.path(look.key), made, look.coalition)


def opened(look: Look, found: Scenarios, key: str | None) -> str:
    """Give the address in which a kept what-if is tried.

    Raises
    ------
    CollabnetError
        If none is chosen, or it names somebody who isn't there any more.
    """
    steps = _chosen(found, key).steps
    if len(steps) > MOST:
        raise too_many()
    code = encode(steps, look.refs)
    look.desk.tried(look.key, look.stamp, changes_of(steps))  # refused before it is shown
    return look.numbered(replace(look.address, steps=code).on(PAGE)).href


def _of(found: Scenarios, key: str | None) -> Scenario | None:
    return next((one for one in found if one.digest == key), None)


def _chosen(found: Scenarios, key: str | None) -> Scenario:
    chosen = _of(found, key)
    if chosen is None:
        raise CollabnetError(
            "Somebody else has changed what was chosen, or taken it away. Choose again."
            if key
            else "Choose one of the kept what-ifs first."
        )
    return chosen


def _need_steps(look: Look) -> None:
    if not look.steps:
        raise CollabnetError("Try a change first; nothing is tried that could be kept.")
