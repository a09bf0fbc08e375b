"""Who carries how much of one link in every world, people not seen included."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from collabnet.risk.facts import FEW
from collabnet.risk.worlds.cells import BLANK, Cells
from collabnet.risk.worlds.draws import Bools, Floats, Ints


@dataclass(frozen=True)
class Hidden:
    """What one side of a link hides in each world.

    Attributes
    ----------
    unseen : share of the named rows that somebody carries whom the log doesn't name
    of_others : share of the rows that name nobody that belong to one person never named
    """

    unseen: Floats
    of_others: Floats


def no_hidden(n_worlds: int) -> Hidden:
    """Nobody hidden: blanks belong to those named, in their proportions."""
    return Hidden(np.zeros(n_worlds), np.zeros(n_worlds))


def draw_hidden(
    draw: np.random.Generator, ends: Ints, cells: Cells, n_worlds: int, *, is_confirmed: bool
) -> Hidden:
    """Draw what a side hides.

    The share of a carrier not seen comes from a Dirichlet that gives them as many rows as
    there are carriers seen once, one at the least: where many were met once, more are to
    come (Good 1953, Biometrika 40, 237-264). Of rows that name nobody any part may belong to
    one person never named (Jeffreys: most of them, or hardly any). With ``is_confirmed`` the
    people concerned said that nobody else carries the link.
    """
    counts = cells.counts.sum(axis=1)
    named = ends != BLANK
    n_named = float(counts[named].sum())
    by_person = np.bincount(ends[ends >= 0], weights=counts[ends >= 0])
    met_once = float(max(1, (by_person == 1).sum()))
    others = draw.beta(0.5, 0.5, n_worlds)
    unseen = draw.beta(met_once, max(n_named, 1.0), n_worlds)
    if is_confirmed or not n_named:
        unseen = np.zeros(n_worlds)
    return Hidden(unseen, np.zeros(n_worlds) if is_confirmed else others)


class Loads:
    """What each person carries in each world, as rows of the drawn log.

    ``counts`` is an array (worlds, cells); ``hidden`` is for the first and the second side.
    A carrier whom nobody named counts for no claim; a person never named who has the blank
    rows may be the one who ends it.
    """

    def __init__(self, cells: Cells, counts: Floats, hidden: tuple[Hidden, Hidden]) -> None:
        self._cells = cells
        self._counts = counts
        self._hidden = hidden
        self._ends = cells.first, cells.second

    @cached_property
    def total(self) -> Floats:
        """Rows of each world."""
        found: Floats = self._counts.sum(axis=1)
        return found

    @cached_property
    def n_formal(self) -> Floats:
        """Rows known to be formal."""
        found: Floats = self._counts @ self._cells.formal
        return found

    @cached_property
    def most_stopped(self) -> Floats:
        """Rows that the worst single departure stops."""
        return self._most(None)

    @cached_property
    def most_lost(self) -> Floats:
        """Rows that the worst single departure loses for good."""
        passes = self._cells.passes
        if passes.all():
            return np.zeros(len(self.total))
        return self._most(~passes) if passes.any() else self.most_stopped

    def first_three(self, place: int) -> Floats:
        """Rows of the three busiest people on one side."""
        people, other = self._side(place, None)
        if other is not None:
            people = np.column_stack([people, other])
        if people.shape[1] > FEW:
            people = np.partition(people, people.shape[1] - FEW, axis=1)[:, -FEW:]
        found: Floats = people.sum(axis=1)
        return found

    def named_share(self, place: int) -> Floats:
        """Share of the rows that name somebody on one side."""
        return ratio(self._counts @ (self._ends[place] != BLANK), self.total)

    def carries(self, place: int, person: str) -> Floats:
        """Rows that one person stands at on one side; "" is the one whom no row names.

        Somebody whom no row names may have the blank rows that nobody else has.
        """
        people, other = self._side(place, None)
        if person in self._cells.people:
            return people[:, self._cells.people.index(person)]
        others = np.zeros(len(self.total)) if other is None else other
        return others if not person else self._counts @ (self._ends[place] == BLANK) - others

    def _most(self, cells: Bools | None) -> Floats:
        """Rows of the busiest person, on both sides together."""
        (people, other), (receivers, another) = (self._side(place, cells) for place in (0, 1))
        people = people + receivers
        same = (self._ends[0] == self._ends[1]) & (self._ends[0] >= 0)
        if same.any():
            at = self._cells.at(0) * same[:, np.newaxis]
            both = self._counts @ (at if cells is None else at * cells[:, np.newaxis])
            people = people - both * np.minimum(self._scale(0), self._scale(1))[:, np.newaxis]
        one = people.max(axis=1) if people.shape[1] else np.zeros(len(people))
        for nobody in (other, another):
            one = one if nobody is None else np.maximum(one, nobody)
        return one

    def _side(self, place: int, cells: Bools | None) -> tuple[Floats, Floats | None]:
        """Rows of each named person in each world; of the one whom no row names, if any."""
        at = self._cells.at(place)
        named = self._counts @ (at if cells is None else at * cells[:, np.newaxis])
        people = named * self._scale(place)[:, np.newaxis]
        blank = self._ends[place] == BLANK
        if not blank.any():
            return people, None
        blank = blank if cells is None else blank & cells
        return people, (self._counts @ blank) * self._hidden[place].of_others

    def _scale(self, place: int) -> Floats:
        """What a named row counts: less by the unseen, more by the blank rows like it."""
        is_blank = self._ends[place] == BLANK
        hidden = self._hidden[place]
        if not is_blank.any():
            return 1 - hidden.unseen
        blank = (self._counts @ is_blank) * (1 - hidden.of_others)
        return (1 - hidden.unseen) * (1 + ratio(blank, self._counts @ ~is_blank))


def ratio(part: Floats, whole: Floats) -> Floats:
    """Divide in each world; 0 where there is nothing to divide by."""
    return np.divide(part, whole, out=np.zeros_like(whole), where=whole > 0)
