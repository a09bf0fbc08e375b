"""What ``collabnet whatif`` tries: a saved scenario, changes given, or both; and what it saves."""

from collections.abc import Sequence
from typing import Any

from collabnet.data.issues import shown
from collabnet.model import Coalition
from collabnet.planning.changes import Change
from collabnet.planning.scenarios import (
    FOLDER,
    Scenario,
    load_scenarios,
    own_folder,
    save_scenario,
)

UNSAVED = "Not saved"


class Tried:
    """A scenario on its way from the call to the screen.

    Parameters
    ----------
    path : where the coalition is
    name : a saved scenario to start with
    save_as : the name under which to save
    writes : whether something will be saved; a folder that can't be written is refused at once
    """

    def __init__(self, path: str, name: str | None, save_as: str | None, *, writes: bool) -> None:
        self._path = path
        self._save_as = save_as
        if writes:
            own_folder(path)
        self._saved = None if name is None else load_scenarios(path)[name]
        self.scenario = self._saved or Scenario(save_as or UNSAVED)

    def start(self, coalition: Coalition, changes: Sequence[Change]) -> None:
        """Add the changes given to what was saved."""
        self.coalition = coalition
        self._added = changes
        self.scenario = self._with_added()

    def edit(self, *, undo: bool, redo: bool, off: Sequence[int], on: Sequence[int]) -> None:
        """Edit the saved scenario, save that, and add the changes given."""
        if self._saved is None:
            return
        made = self._saved
        if undo:
            made = made.undone()
        if redo:
            made = made.redone()
        for numbers, is_on in ((off, False), (on, True)):
            for number in numbers:
                made = made.switched(number - 1, is_on)
        self._saved = save_scenario(self._path, made)
        self.scenario = self._with_added()

    def save(self) -> str:
        """Save what was tried, if it was asked for; give the file's name, else ""."""
        if self._save_as is None:
            return ""
        made = self.scenario
        if made.renamed(self._save_as).name.casefold() != made.name.casefold():
            made = Scenario(self._save_as, made.steps)
        self.scenario = save_scenario(self._path, made, self.coalition)
        return f"{FOLDER}/{self.scenario.file}"

    @property
    def notice(self) -> str:
        """That the saved scenario is stale, and what to do; else ""."""
        return self._saved.notice(self.coalition) if self._saved and not self._save_as else ""

    @property
    def heading(self) -> str:
        """The name and the steps of a saved scenario, above what comes of it; else ""."""
        if self._saved is None:
            return ""
        steps = [f"{i}. {shown(str(step))}" for i, step in enumerate(self.scenario.steps, start=1)]
        return "\n".join([f"Scenario: {shown(self.scenario.name)}", *steps]) + "\n\n"

    def as_dict(self) -> dict[str, Any]:
        """The scenario for JSON; nothing where none is saved."""
        if self._saved is None and self._save_as is None:
            return {}
        return {"scenario": scenario_dict(self.scenario, self.coalition)}

    def _with_added(self) -> Scenario:
        made = self._saved or Scenario(self._save_as or UNSAVED)
        for change in self._added:
            made = made.with_change(change)
        return made


def scenario_dict(scenario: Scenario, coalition: Coalition | None) -> dict[str, Any]:
    """A scenario as plain values; without a coalition it isn't known whether it is stale."""
    return {
        "name": scenario.name,
        "file": f"{FOLDER}/{scenario.file}" if scenario.file else None,
        "saved": f"{scenario.saved_at:%Y-%m-%dT%H:%M:%SZ}" if scenario.saved_at else None,
        "stale": None if coalition is None else scenario.is_stale(coalition),
        "steps": [
            {"change": str(step).removesuffix(" (off)"), "on": step.is_on}
            for step in scenario.steps
        ],
        "can_undo": len(scenario.past),
        "can_redo": len(scenario.future),
    }
