"""How sure a finding is: its level, what it was tried in, and the sentence that says so."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import floor
from typing import Any, Literal

from collabnet.model import Period
from collabnet.risk.intervals import unseen_share
from collabnet.risk.wording import share

Level = Literal[
    "solid",
    "likely",
    "depends on who did not answer",
    "too few to tell",
    "not assessed yet",
]
SOLID: Level = "solid"
LIKELY: Level = "likely"
DEPENDS: Level = "depends on who did not answer"
TOO_FEW_TO_TELL: Level = "too few to tell"
NOT_ASSESSED: Level = "not assessed yet"
WORLDS = 200
"""Versions of the data in which each finding is tried, if nothing else is asked."""
TOO_FEW = 6
"""Below so many named rows it is too few to tell."""
MOST_UNSEEN = 0.25
"""A solid finding leaves an unseen carrier this share at most: eleven named rows or more."""
SOLID_FROM = 0.95
LIKELY_FROM = 0.75
MONTHS_NEEDED = 24
"""From so many months on each calendar month was seen twice, and can be drawn anew."""
WEAK_NOTE = "Without inferred and illustrative rows"
"""How the note of a finding begins that rests on weak evidence."""


@dataclass(frozen=True)
class Sure:
    """How sure a finding is.

    Attributes
    ----------
    level : "solid", "likely", "depends on who did not answer", "too few to tell"; "not
        assessed yet" if no worlds were drawn
    n_named : named rows that it rests on; None where no rows are counted
    unseen_share_up_to : the share that a carrier whom no named row shows could still have
    notes : what else a reader should know, in sentences
    holds_in : share of the worlds in which it holds, 0 to 1; None if none was drawn
    n_worlds : how many were drawn
    is_confirmed : whether those concerned say that nobody else carries the link
    """

    level: Level
    n_named: int | None = None
    unseen_share_up_to: float | None = None
    notes: tuple[str, ...] = field(default=())
    holds_in: float | None = None
    n_worlds: int = 0
    is_confirmed: bool = False

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "level": self.level,
            "n_named": self.n_named,
            "unseen_share_up_to": self.unseen_share_up_to,
            "holds_in": self.holds_in,
            "n_worlds": self.n_worlds,
            "is_confirmed": self.is_confirmed,
            "notes": list(self.notes),
            "text": self.text,
        }

    @property
    def text(self) -> str:
        """What a reader should know, in sentences."""
        said = [self.short, self._tried]
        if self.is_confirmed:
            said.append("Those concerned say that nobody else carries it.")
        elif self.n_named:
            rows = "row names" if self.n_named == 1 else "rows name"
            said.append(
                f"{self.n_named} {rows} who was there; somebody not seen in them could still "
                f"carry up to {share(self.unseen_share_up_to or 0.0)}."
            )
        return " ".join(part for part in (*said, *self.notes) if part)

    @property
    def short(self) -> str:
        """The level in a sentence: all that those outside are told."""
        return f"How sure: {self.level}."

    @property
    def _tried(self) -> str:
        if self.holds_in is None:
            return ""
        n = self.n_worlds
        worlds = "the one simulated version" if n == 1 else f"{n} simulated versions"
        if self.holds_in in (0.0, 1.0):
            how_many = "all" if self.holds_in else "none"
            said = f"It holds in {how_many} of {worlds} of these data"
        else:
            said = f"It holds in {floor(100 * self.holds_in)} % of {worlds} of these data"
        if self.level == DEPENDS:
            said += ", where those who did not answer or were not written down are filled in"
        return f"{said}."


def sure_of_rows(n_named: int, notes: Sequence[str] = ()) -> Sure:
    """How sure a claim is that rests on so many named rows, before any world is drawn."""
    level = TOO_FEW_TO_TELL if n_named < TOO_FEW else NOT_ASSESSED
    return Sure(level, n_named, unseen_share(n_named), tuple(notes))


def sure_of_reports(notes: Sequence[str] = ()) -> Sure:
    """How sure a claim is that rests on what people told, before any world is drawn."""
    return Sure(NOT_ASSESSED, notes=tuple(notes))


def sure_of_columns(n_unknown: int = 0, notes: Sequence[str] = ()) -> Sure:
    """How sure a claim is that rests on what the tables state, with so many cells not known.

    No draw can say more: likely as stated; where cells that bear on it are not known, it
    depends on who did not answer.

    Examples
    --------
    >>> sure_of_columns().level, sure_of_columns(2).level
    ('likely', 'depends on who did not answer')
    """
    return Sure(DEPENDS if n_unknown else LIKELY, notes=tuple(notes))


def tried_sentence(n_worlds: int) -> str:
    """Say to any audience in what the findings were tried."""
    if not n_worlds:
        return "How sure the findings are was not assessed."
    return (
        f"Each finding was tried in {n_worlds} simulated versions of these data, to see how often "
        "it holds: rows of the log are drawn anew, somebody is added whom nobody saw, and answers "
        "that are missing are filled in."
    )


def drawn_sentences(n_worlds: int, period: Period | None) -> list[str]:
    """Say to a researcher how the worlds were drawn; nothing where there are none."""
    if not n_worlds:
        return []
    rows = (
        "months drawn with replacement within the calendar month and rows drawn within them"
        if draws_months(period)
        else "rows drawn anew (Poisson; the log has fewer than 24 months, so months were kept)"
    )
    return [
        f"Each finding was tried in {n_worlds} simulated versions of the data: {rows}; an unseen "
        "carrier on each side by a Dirichlet with as many rows as carriers seen once, one at the "
        "least (Good 1953); blank ends split between those named and one person never named "
        "(Jeffreys 1946); ties of people not heard by the rate among those who were (Jeffreys "
        "1946, shrunk to the coalition's). A finding holds in a version if its rule does, give or "
        f"take a quarter; it is solid from {share(SOLID_FROM)} with an unseen share of at most "
        f"{share(MOST_UNSEEN)}, likely from {share(LIKELY_FROM)}."
    ]


def draws_months(period: Period | None) -> bool:
    """Whether the log saw each calendar month twice, so that months can be drawn anew."""
    return period is not None and period.months >= MONTHS_NEEDED
