"""What the rules claim of a pathway, in every world at once."""

from collections.abc import Callable
from functools import cached_property
from math import log

from collabnet.risk.facts import MONTHLY, MOST_OF_AGENCY, NAMED_TOO_FEW
from collabnet.risk.quiet import CHANCE
from collabnet.risk.worlds.draws import Bools, Floats
from collabnet.risk.worlds.loads import Loads, ratio

SLACK = 0.25
"""A claim stands if at most this share is otherwise than it says."""

Claim = Callable[["PathwayWorlds"], Bools]


class PathwayWorlds:
    """What the rules claim of a pathway, in each world; names as in ``PathwayFacts``.

    Every claim is allowed to be otherwise for a quarter: one person's leaving takes three
    quarters, the three busiest carry three quarters, the volume is three quarters of the least.

    Parameters
    ----------
    whole : Loads of all rows; ``standing`` of those who are there still, None where all are
    others : what the sending agency sends elsewhere, in rows of each world
    years : length of the log; 1 where it is too short to speak of a year
    silence : days before its last row, and days after it
    """

    def __init__(
        self,
        whole: Loads,
        standing: Loads | None,
        others: Floats,
        years: float,
        silence: tuple[float, float] = (0.0, 0.0),
    ) -> None:
        self._whole = whole
        self._standing = standing
        self._others = others
        self._years = years
        self._silence = silence

    @cached_property
    def none_formal(self) -> Bools:
        """At most a quarter is formal."""
        return self._whole.n_formal <= SLACK * self._whole.total

    @cached_property
    def ends_by_one(self) -> Bools:
        """One departure would stop three quarters, of all rows or of those that stand."""
        return self._any(lambda loads: loads.most_stopped)

    @cached_property
    def few_in_all(self) -> Bools:
        """Three people carry three quarters on one side."""
        found = self._any(lambda loads: loads.first_three(0))
        return found if found.all() else found | self._any(lambda loads: loads.first_three(1))

    @cached_property
    def few_carry(self) -> Bools:
        """Three people carry three quarters on the sending side."""
        return _most(self._whole.first_three(0), self._whole.total)

    @cached_property
    def all_lost(self) -> Bools:
        """One departure would take three quarters for good."""
        return _most(self._whole.most_lost, self._whole.total)

    @cached_property
    def loses_part(self) -> Bools:
        """One departure would take more than three quarters of a quarter for good."""
        least = SLACK * (1 - SLACK)
        lost: Bools = self._whole.most_lost > least * self._whole.total
        return lost & (self._whole.total > 0)

    @cached_property
    def is_main(self) -> Bools:
        """Three quarters of half of what the agency sends, and of twelve a year."""
        total = self._whole.total
        is_most = ratio(total, total + self._others) >= (1 - SLACK) * MOST_OF_AGENCY
        found: Bools = is_most & (total / self._years >= (1 - SLACK) * MONTHLY)
        return found

    @cached_property
    def not_all_pass(self) -> Bools:
        """Some rows would not pass to a successor."""
        return self._whole.most_lost > 0

    @cached_property
    def few_named(self) -> Bools:
        """Fewer than half of the rows name somebody on one side, give or take a quarter of it."""
        named = [self._whole.named_share(place) < NAMED_TOO_FEW * (1 + SLACK) for place in (0, 1)]
        return (named[0] | named[1]) & (self._whole.total > 0)

    @cached_property
    def is_silent(self) -> Bools:
        """The silence would come about by chance in less than 5 %, at three quarters of it."""
        before, silence = self._silence
        found: Bools = (
            self._whole.total / before * silence >= -(1 - SLACK) * log(CHANCE)
            if before
            else self._whole.total < 0
        )
        return found

    def _any(self, rows: Callable[[Loads], Floats]) -> Bools:
        """In which worlds it is so of all rows, or of those that stand."""
        found = _most(rows(self._whole), self._whole.total)
        if self._standing is None or found.all():
            return found
        return found | _most(rows(self._standing), self._standing.total)


def _most(part: Floats, whole: Floats) -> Bools:
    found: Bools = part >= (1 - SLACK) * whole - 1e-9
    return found & (whole > 0)
