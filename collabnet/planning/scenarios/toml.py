"""A scenario as TOML that a person can read and edit."""

import json
import tomllib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from collabnet.model.errors import CollabnetError
from collabnet.planning.changes import parse_change, write_change
from collabnet.planning.scenarios.scenario import Scenario, Step, Steps

VERSION = 1
_HEAD = """\
# A scenario of collabnet: changes to try on this coalition, in this order.
# A step with on = false is left out. How changes are written: collabnet whatif --help
"""
_KEYS = ("version", "name", "saved", "baseline", "steps", "history")


class NewerScenarioError(CollabnetError):
    """A newer version of collabnet wrote the file."""


def write_scenario(scenario: Scenario) -> str:
    """Write a scenario as TOML; :func:`read_scenario` reads it.

    Examples
    --------
    >>> print(write_scenario(Scenario("Paper first", ["formalizes:court:program"])))
    # A scenario of collabnet: changes to try on this coalition, in this order.
    # A step with on = false is left out. How changes are written: collabnet whatif --help
    version = 1
    name = "Paper first"
    baseline = ""
    <BLANKLINE>
    [[steps]]
    change = "formalizes:court:program"
    on = true
    <BLANKLINE>
    """
    lines = [f"version = {VERSION}", f"name = {_text(scenario.name)}"]
    if scenario.saved_at is not None:
        lines.append(f"saved = {scenario.saved_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}")
    lines.append(f"baseline = {_text(scenario.baseline)}")
    for step in scenario.steps:
        lines += ["", "[[steps]]", f"change = {_text(write_change(step.change))}"]
        lines.append(f"on = {_yes(step.is_on)}")
    if scenario.past or scenario.future:
        lines += ["", "[history]"]
        lines += [*_states("undo", scenario.past), *_states("redo", scenario.future)]
    return _HEAD + "\n".join(lines) + "\n"


def read_scenario(text: str) -> Scenario:
    """Read a scenario.

    Raises
    ------
    NewerScenarioError
        If a newer version of collabnet wrote it.
    CollabnetError
        If it is no scenario; the text says why.
    """
    try:
        found = tomllib.loads(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise CollabnetError(f"it is no TOML: {error}") from error
    version = found.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise CollabnetError(f"its version needs to be {VERSION}; got {version!r}")
    if version > VERSION:
        raise NewerScenarioError(
            f"a newer collabnet wrote it (version {version} of scenarios, this one reads "
            f"{VERSION}); update collabnet to use it"
        )
    if unknown := sorted(set(found) - set(_KEYS)):
        raise CollabnetError(f"it has a key that no scenario has: {unknown[0]!r}")
    history = _typed(found, "history", dict, {})
    saved = found.get("saved")
    if saved is not None and not (isinstance(saved, datetime) and saved.tzinfo):
        raise CollabnetError("saved needs a time with its zone, such as 2024-05-01T12:00:00Z")
    return Scenario(
        name=_typed(found, "name", str, ""),
        steps=_steps(_typed(found, "steps", list, [])),
        baseline=_typed(found, "baseline", str, ""),
        past=tuple(map(_steps, _typed(history, "undo", list, []))),
        future=tuple(map(_steps, _typed(history, "redo", list, []))),
        saved_at=saved,
    )


def _typed(table: Mapping[str, Any], key: str, kind: type[object], default: Any) -> Any:  # noqa: ANN401
    value = table.get(key, default)
    if not isinstance(value, kind):
        words = "a text" if kind is str else "a list" if kind is list else "a table"
        raise CollabnetError(f"{key} needs to be {words}; got {value!r}")
    return value


def _steps(given: object) -> Steps:
    if not isinstance(given, list):
        raise CollabnetError(f"steps need to be a list; got {given!r}")
    return tuple(map(_step, given))


def _step(given: object) -> Step:
    match given:
        case {"change": str(change), "on": bool(is_on), **others} if not others:
            return Step(parse_change(change), is_on)
        case {"change": str(change), **others} if not others:
            return Step(parse_change(change))
    raise CollabnetError(f'a step needs change = "..." and on = true or false; got {given!r}')


def _states(key: str, states: Sequence[Steps]) -> list[str]:
    """The steps at several times, one line for each."""
    lines = ["  [" + ", ".join(map(_inline, steps)) + "]," for steps in states]
    return [f"{key} = [", *lines, "]"] if lines else []


def _inline(step: Step) -> str:
    return f"{{ change = {_text(write_change(step.change))}, on = {_yes(step.is_on)} }}"


def _yes(value: bool) -> str:
    return "true" if value else "false"


def _text(value: str) -> str:
    """A basic string: JSON's escapes are TOML's, but for one character that JSON leaves."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
