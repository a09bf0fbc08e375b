"""Try what a rule claims of a pathway in many versions of its log."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import exp

import numpy as np

from collabnet.model.settings import RATES
from collabnet.risk.pathways import Pathway
from collabnet.risk.quiet import before_and_silence
from collabnet.risk.worlds.cells import BLANK, Cells, entries_of
from collabnet.risk.worlds.claims import PathwayWorlds
from collabnet.risk.worlds.draws import Bools, Floats, Months, generator
from collabnet.risk.worlds.loads import Hidden, Loads, draw_hidden, no_hidden


class PathwayDraws:
    """Draws the worlds of pathways; what is drawn for one depends on no other.

    Parameters
    ----------
    pathways : of the whole coalition, for what each agency sends in all
    confirmed : pairs of agencies of whose pathway those concerned said that nobody else
        carries it
    """

    def __init__(
        self,
        pathways: Iterable[Pathway],
        months: Months,
        *,
        n_worlds: int,
        seed: int,
        confirmed: Iterable[tuple[str, str]] = (),
    ) -> None:
        self._months, self._n, self._seed = months, n_worlds, seed
        self._confirmed = frozenset(confirmed)
        self._sent: defaultdict[str, Floats]
        self._sent = defaultdict(lambda: np.zeros(months.weights.shape[1]))
        for one in pathways:
            if one.service is None and one.is_log:
                self._sent[one.from_agency] += _by_month(one, months)

    def sent(self, agency: str) -> Floats:
        """What an agency sends in all, by month."""
        return self._sent[agency]

    def worlds(self, pathway: Pathway, name: str) -> Iterator[PathwayWorlds]:
        """Draw a pathway's worlds under a name, then the same with blanks like the named rows.

        The second time no blank belongs to somebody never named; it is left out where every row
        names both ends.
        """
        draw = generator(self._seed, name)
        cells = Cells(entries_of(pathway.rows), self._months)
        counts = cells.drawn(self._months, draw)
        elsewhere = self._sent[pathway.from_agency] - _by_month(pathway, self._months)
        expected = self._months.weights @ np.maximum(elsewhere, 0.0)
        others = draw.poisson(expected).astype(np.float64)
        sure = pathway.pair in self._confirmed
        first, second = (
            draw_hidden(draw, ends, cells, self._n, is_confirmed=sure)
            for ends in (cells.first, cells.second)
        )
        stands = _stands(pathway, cells, draw, self._n)
        yield _claims(pathway, cells, counts, others, (first, second), stands)
        if BLANK in cells.first or BLANK in cells.second:
            alike = replace(first, of_others=0 * first.of_others)
            alike_too = replace(second, of_others=0 * second.of_others)
            yield _claims(pathway, cells, counts, others, (alike, alike_too), stands)


def as_seen(pathway: Pathway, n_sent: int) -> PathwayWorlds:
    """The claims in one world: the log as it is, of an agency that sends so much in all."""
    cells = Cells(entries_of(pathway.rows), Months(None, 1, 0))
    others = np.array([float(n_sent - len(pathway.rows))])
    return _claims(pathway, cells, cells.as_seen, others, (no_hidden(1), no_hidden(1)), None)


def _claims(
    pathway: Pathway,
    cells: Cells,
    counts: Floats,
    others: Floats,
    hidden: tuple[Hidden, Hidden],
    stands: Bools | None,
) -> PathwayWorlds:
    whole = Loads(cells, counts, hidden)
    standing = None if stands is None else Loads(cells, counts * stands, hidden)
    years = pathway.a_year(1.0)
    silence = before_and_silence(pathway.days, pathway.period)
    return PathwayWorlds(whole, standing, others, 1 / years, silence)


def _stands(
    pathway: Pathway, cells: Cells, draw: np.random.Generator, n_worlds: int
) -> Bools | None:
    """Which cells still stand in each world; None where everybody is there.

    Who left is gone in all worlds. Who fell silent may be there still: the chance of their
    silence, had they stayed, is weighed against a departure in a year at the middle rate. Those
    who may be there are so together: they passed referrals to each other.
    """
    absent = sorted(pathway.absent)
    if not absent:
        return None
    chance = np.ones(len(cells.people))
    for person in absent:
        is_gone = person in pathway.gone
        chance[cells.people.index(person)] = 0.0 if is_gone else _still_there(pathway, person)
    there = draw.random(n_worlds)[:, np.newaxis] < chance
    stands = np.ones((n_worlds, len(cells.first)), dtype=bool)
    for ends in (cells.first, cells.second):
        named = ends >= 0
        stands[:, named] &= there[:, ends[named]]
    return stands


def _still_there(pathway: Pathway, person: str) -> float:
    days = [row.on for row in pathway.rows if row.on is not None and person in row.people]
    before, silence = before_and_silence(sorted(days), pathway.period)
    by_chance = exp(-len(days) / before * silence) if before else 1.0
    return by_chance / (by_chance + RATES["middle"])


def _by_month(pathway: Pathway, months: Months) -> Floats:
    places = [months.place(row.on) for row in pathway.rows]
    return np.bincount(places, minlength=months.weights.shape[1]).astype(np.float64)
