"""Try what is said of direct contacts where those who were not heard are filled in."""

import numpy as np

from collabnet.risk.contacts import PairContacts
from collabnet.risk.worlds.answers import Answers, Staff
from collabnet.risk.worlds.cells import Cells, Entry
from collabnet.risk.worlds.claims import SLACK
from collabnet.risk.worlds.draws import Bools, Floats, Months
from collabnet.risk.worlds.loads import Loads, draw_hidden

Held = tuple[Bools, Bools]
"""In which worlds a claim holds: with the missing answers filled in, and without."""


def single_holds(
    pair: PairContacts,
    answers: Answers,
    draw: np.random.Generator,
    n_worlds: int,
    *,
    is_confirmed: bool,
) -> Held:
    """In which worlds the two agencies still meet through one person on one side.

    Somebody not heard may have a tie of their own; of log rows three quarters are with the
    one person.
    """
    every = np.ones(n_worlds, dtype=bool)
    log = _LogPart(pair, draw, n_worlds, is_confirmed=is_confirmed)
    alone, seen = np.zeros(n_worlds, dtype=bool), np.zeros(n_worlds, dtype=bool)
    for agency, person in pair.single:
        place = pair.pair.index(agency)
        rows = log.rests_on(place, person)
        others = every if is_confirmed else ~_another(pair, place, person, answers, draw, n_worlds)
        alone, seen = alone | (rows & others), seen | rows
    return alone, seen


def none_holds(
    pair: PairContacts, answers: Answers, draw: np.random.Generator, n_worlds: int
) -> Held:
    """In which worlds two agencies without a usable tie on record have none at all."""
    found = answers.draw_unlogged(draw, pair.pair, n_worlds)
    prior = answers.rate_of_any
    if answers.is_any_heard:
        for own, other in _both_ways(pair, answers):
            rate = answers.draw_rate(draw, prior, len(own.heard), 0, n_worlds)
            found |= _any(draw, answers.untold(rate, other), len(own.missing))
    return ~found, np.ones(n_worlds, dtype=bool)


def all_heard(pair: PairContacts, answers: Answers) -> bool:
    """Whether everybody on record on both sides was heard."""
    both = [answers.of(agency) for agency in pair.pair]
    return all(one.heard and not one.missing for one in both)


def _another(
    pair: PairContacts,
    place: int,
    person: str,
    answers: Answers,
    draw: np.random.Generator,
    n_worlds: int,
) -> Bools:
    """In which worlds somebody has a tie, or sends, that doesn't end at the one person."""
    own, other = answers.of(pair.pair[place]), answers.of(pair.pair[1 - place])
    n_own = max(len(own.heard) + len(own.missing), 1)
    unlogged = answers.draw_unlogged(draw, pair.pair, n_worlds)
    found: Bools = unlogged & (draw.random(n_worlds) >= 1 / n_own)
    if not answers.is_any_heard:
        return found
    prior = answers.rate_of_another
    rate = answers.draw_rate(draw, prior, len(own.heard - {person}), 0, n_worlds)
    found |= _any(draw, answers.untold(rate, other), len(own.missing - {person}))
    ends = {(link.at_first, link.at_second)[1 - place].id for link in pair.usable}
    rate = answers.draw_rate(draw, prior, len(other.heard), len(other.heard & ends), n_worlds)
    # Who has a tie goes to the contact that others have, by Laplace's rule of succession.
    elsewhere = 1 - (len(pair.usable) + 1) / (len(pair.usable) + n_own)
    return found | _any(draw, answers.untold(rate, own) * elsewhere, len(other.missing - ends))


def _any(draw: np.random.Generator, rate: Floats, n: int) -> Bools:
    found: Bools = draw.random(len(rate)) >= (1 - rate) ** n
    return found


def _both_ways(pair: PairContacts, answers: Answers) -> list[tuple[Staff, Staff]]:
    a, b = (answers.of(agency) for agency in pair.pair)
    return [(a, b), (b, a)]


class _LogPart:
    """The log rows between two agencies, drawn anew."""

    def __init__(
        self, pair: PairContacts, draw: np.random.Generator, n_worlds: int, *, is_confirmed: bool
    ) -> None:
        months = Months(None, n_worlds, 0)
        rows: list[Entry] = [
            (link.at_first, link.at_second, False, False, None)
            for link in pair.usable
            if link.file == "referrals.csv"
        ]
        self._is_empty = not rows
        self._n = n_worlds
        if rows:
            cells = Cells(rows, months)
            first, second = (
                draw_hidden(draw, ends, cells, n_worlds, is_confirmed=is_confirmed)
                for ends in (cells.first, cells.second)
            )
            self._loads = Loads(cells, cells.drawn(months, draw), (first, second))

    def rests_on(self, place: int, person: str) -> Bools:
        """In which worlds three quarters of the rows are with one person on one side."""
        if self._is_empty:
            return np.ones(self._n, dtype=bool)
        loads = self._loads
        found: Bools = loads.carries(place, person) >= (1 - SLACK) * loads.total - 1e-9
        return found & (loads.total > 0)
