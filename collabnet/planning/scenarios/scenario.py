"""A scenario as a value: its steps, each on or off, what can be undone, and on what it stands."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from collabnet.model import Coalition
from collabnet.model.errors import CollabnetError
from collabnet.model.settings import Assumptions
from collabnet.planning.changes import Change, parse_change, write_change
from collabnet.planning.whatif import WhatIf, what_if
from collabnet.risk.assessment import Assessment

HISTORY = 100
"""So many edits can be undone; older ones are forgotten."""
LONGEST_NAME = 100


@dataclass(frozen=True)
class Step:
    """One change of a scenario; one that is off is kept and not tried."""

    change: Change
    is_on: bool = True

    def __str__(self) -> str:
        return f"{write_change(self.change)}{'' if self.is_on else ' (off)'}"


Steps = tuple[Step, ...]


@dataclass(frozen=True)
class Scenario:
    """Changes to try on a coalition, under a name. Each edit gives a new value.

    Attributes
    ----------
    name : as people call it
    steps : the changes in the order in which they apply, each on or off; changes, or their
        texts, are steps that are on
    baseline : digest of the coalition on which it was made; "" before it is saved
    past, future : the steps before each edit that can be undone, and after each undone one
    saved_at : when it was saved, UTC
    file, digest : where it was read from, and as what; "" before it is saved
    """

    name: str
    steps: Steps = ()
    baseline: str = ""
    past: tuple[Steps, ...] = ()
    future: tuple[Steps, ...] = ()
    saved_at: datetime | None = None
    file: str = field(default="", compare=False)
    digest: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        """Refuse a name that nobody can read; make steps of changes."""
        object.__setattr__(self, "name", _readable(self.name))
        object.__setattr__(self, "steps", _steps(self.steps))

    @classmethod
    def of(
        cls, coalition: Coalition, name: str, changes: Iterable[Step | Change | str] = ()
    ) -> "Scenario":
        """Make a scenario that stands on a coalition as it is now.

        Examples
        --------
        >>> import collabnet as cn
        >>> g1 = cn.load("sample:g1")
        >>> made = Scenario.of(g1, "Second intake worker", [cn.Backs("I1")])
        >>> again = made.with_change(cn.Leaves("O1")).switched(0)
        >>> [str(step) for step in again.steps], again.is_stale(g1)
        (['backs:I1 (off)', 'leaves:O1'], False)
        >>> again.undone().undone().changes
        (Backs(person='I1', by=None),)
        """
        return cls(name, _steps(changes), baseline_of(coalition))

    @property
    def changes(self) -> tuple[Change, ...]:
        """The changes of the steps that are on."""
        return tuple(step.change for step in self.steps if step.is_on)

    def with_change(self, change: Change | str) -> "Scenario":
        """Add a step at the end."""
        return self._edited((*self.steps, *_steps([change])))

    def without(self, place: int) -> "Scenario":
        """Take a step out; 0 is the first."""
        self._need(place)
        return self._edited((*self.steps[:place], *self.steps[place + 1 :]))

    def switched(self, place: int, is_on: bool | None = None) -> "Scenario":
        """Switch a step on or off, or over where nothing is said; 0 is the first."""
        self._need(place)
        old = self.steps[place]
        new = replace(old, is_on=not old.is_on if is_on is None else is_on)
        return self._edited((*self.steps[:place], new, *self.steps[place + 1 :]))

    def undone(self) -> "Scenario":
        """Take the last edit back.

        Raises
        ------
        CollabnetError
            If there is none.
        """
        if not self.past:
            raise CollabnetError(
                f"Nothing in {self.name!r} can be undone: it is as it was made. Add or switch a "
                "step first."
            )
        future = (self.steps, *self.future)[:HISTORY]
        return replace(self, steps=self.past[-1], past=self.past[:-1], future=future)

    def redone(self) -> "Scenario":
        """Make the last edit that was taken back again.

        Raises
        ------
        CollabnetError
            If there is none.
        """
        if not self.future:
            raise CollabnetError(
                f"Nothing in {self.name!r} can be redone: nothing was undone since its last edit. "
                "Undo a step first."
            )
        past = (*self.past, self.steps)[-HISTORY:]
        return replace(self, steps=self.future[0], past=past, future=self.future[1:])

    def renamed(self, name: str) -> "Scenario":
        """Give it another name; that isn't one of the edits that are undone."""
        return replace(self, name=name)

    def rebased(self, coalition: Coalition) -> "Scenario":
        """Say that its steps hold for a coalition as it is now."""
        return replace(self, baseline=baseline_of(coalition))

    def is_stale(self, coalition: Coalition) -> bool:
        """Whether the coalition has changed since; one that was never saved isn't stale."""
        return bool(self.baseline) and self.baseline != baseline_of(coalition)

    def notice(self, coalition: Coalition) -> str:
        """Say that it is stale, and what to do; "" where it isn't."""
        if not self.is_stale(coalition):
            return ""
        when = (
            f" since {self.name!r} was saved on {self.saved_at:%Y-%m-%d}" if self.saved_at else ""
        )
        return (
            f"The coalition has changed{when}. Its steps are tried on the coalition as it is now: "
            "look whether each still makes sense, then save the scenario again."
        )

    def what_if(self, coalition: Coalition | Assessment) -> WhatIf:
        """Try the steps that are on.

        Raises
        ------
        CollabnetError
            If none is on, or one can't be tried any more; the text says which.
        """
        if not self.changes:
            raise CollabnetError(
                f"The scenario {self.name!r} has no step that is on, so there is nothing to try. "
                "Add a step, or switch one on."
            )
        return what_if(coalition, self.changes)

    def _edited(self, steps: Steps) -> "Scenario":
        if steps == self.steps:
            return self
        past = (*self.past, self.steps)[-HISTORY:]
        return replace(self, steps=steps, past=past, future=())

    def _need(self, place: int) -> None:
        if not 0 <= place < len(self.steps):
            told = "; ".join(f"{i}. {step}" for i, step in enumerate(self.steps, start=1))
            raise CollabnetError(
                f"The scenario {self.name!r} has no step {place + 1}. Its steps are: "
                f"{told or 'none yet'}."
            )


def baseline_of(coalition: Coalition) -> str:
    """The digest on which a scenario stands.

    A rate of leaving for everybody can be given with every run: it doesn't make another baseline.
    """
    blank = Assumptions()
    assumed = replace(
        coalition.settings.assumptions,
        departure_rate=blank.departure_rate,
        rate_label=blank.rate_label,
    )
    return coalition.with_settings(assumptions=assumed).digest


def _steps(given: Iterable[Step | Change | str]) -> Steps:
    made = (parse_change(one) if isinstance(one, str) else one for one in given)
    return tuple(one if isinstance(one, Step) else Step(one) for one in made)


def _readable(name: str) -> str:
    """The name as it is kept: one spelling of each letter, single blanks."""
    said = " ".join(unicodedata.normalize("NFC", name).split())
    if not said or len(said) > LONGEST_NAME or not said.isprintable():
        raise CollabnetError(
            f"A scenario needs a name of 1 to {LONGEST_NAME} letters that can be read; got "
            f"{name[:LONGEST_NAME]!a}. Say in a few words what is tried."
        )
    return said
