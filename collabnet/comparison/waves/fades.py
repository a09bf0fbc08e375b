"""Fading carriers: somebody on a link whose share of it falls further than by chance."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np

from collabnet.comparison.waves.draws import check_draws
from collabnet.comparison.waves.falls import DRAWS, Floats, Stretch, find_falls
from collabnet.comparison.waves.monthly import Link, sender_counts
from collabnet.comparison.waves.windows import MONTHS, check_months, month_starts, months_between
from collabnet.model import Coalition, Period
from collabnet.model.records import records

LEVEL = 0.03
"""A fall that a log without any change shows less often than this is worth a question. With the
1 % of logs in which a link falls silent by chance, and some room for seasons, which make the
months not quite alike: of all logs without a change at most 5 % warn of anything."""
LEAST_CARRIED, LEAST_OTHERS = 12, 6
"""Referrals in the whole log that a carrier and the colleagues on the link need: with fewer,
no fall is beyond chance."""
ENOUGH = 40
"""Referrals of a carrier in six months from which on it is mostly found if half of them move to
colleagues; docs/reference/early-warnings.md has the shares."""
MOST_KEPT = 0.75
"""What is kept of the share, and of referrals a month, at most: less of a fall is no news."""


@dataclass(frozen=True)
class Fade:
    """A carrier of a link who carries a smaller share than before, beyond chance.

    Attributes
    ----------
    person : who; spoken of as a link to others, never in a ranking
    now, before : the time of the fall, and all months before it
    n_now, of_now, n_before, of_before : referrals of the carrier, and of all who are named
    carriers : people who carry the link in either time
    chance : how often a log without any change shows such a fall, of anybody at any time
    is_now : whether it lasts to the end of the log
    """

    from_agency: str
    to_agency: str
    person: str
    now: Period
    before: Period
    n_now: int
    of_now: int
    n_before: int
    of_before: int
    carriers: int
    chance: float
    is_now: bool

    @property
    def share_now(self) -> float:
        """Share of the link, 0 to 1; 0 where nothing passes over it."""
        return self.n_now / self.of_now if self.of_now else 0.0

    @property
    def share_before(self) -> float:
        """Share of the link before, 0 to 1."""
        return self.n_before / self.of_before


def fading(
    coalition: Coalition, *, months: int = MONTHS, draws: int = DRAWS, seed: int = 0
) -> tuple[Fade, ...]:
    """Find the carriers whose share of a link has fallen further than by chance.

    A share among colleagues is compared, not a number alone: a quiet summer is no fall. Whoever
    carries a link alone has no colleagues to be compared with, and is not found here. Nor is
    anybody of whom it is known that they left. How often it is right and from which volume on:
    docs/reference/early-warnings.md.

    Parameters
    ----------
    coalition : Coalition
    months : length of a window, 1 to 24; the log needs two windows at least
    draws, seed : orders of the months that are tried, and the seed they are drawn with

    Returns
    -------
    tuple of Fade, by link and person: each person once for a link, those that last first

    Raises
    ------
    CollabnetError
        If ``months`` is no whole number from 1 to 24, or seed or draws can't be.

    Examples
    --------
    >>> import collabnet as cn
    >>> fading(cn.load("sample:g1"))
    ()
    """
    check_draws(seed, draws)
    window = check_months(months)
    starts = month_starts(coalition.period)
    counted = list(_carriers(coalition, starts))
    if not counted:
        return ()
    own, named = (np.stack([getattr(one, name) for one in counted]) for name in ("own", "named"))
    found = find_falls(own, named, window, draws=draws, seed=seed)
    fades = []
    for i, one in enumerate(counted):
        told = [
            _fade(one, stretch, chance, starts)
            for stretch, chance in zip(found.stretches, found.chance[i].tolist(), strict=True)
            if chance <= LEVEL and is_news(one.own, one.named, stretch)
        ]
        if told:
            fades.append(min(told, key=lambda fade: (not fade.is_now, fade.chance)))
    return tuple(sorted(fades, key=lambda fade: not fade.is_now))


class _Carrier(NamedTuple):
    """A carrier's referrals over a link, and all that name somebody, month by month."""

    link: Link
    person: str
    own: Floats
    named: Floats
    carriers: int


def _carriers(coalition: Coalition, starts: tuple[date, ...]) -> Iterator[_Carrier]:
    """Those of whom a fall could be seen, by link and person."""
    gone = _gone(coalition)
    for link, by_sender in sorted(sender_counts(coalition, starts).items()):
        named = sum(by_sender.values(), np.zeros(len(starts)))
        people = {person: own for (kind, person), own in by_sender.items() if kind == "person"}
        for person, own in sorted(people.items()):
            if person not in gone and is_seen(own, named):
                yield _Carrier(link, person, own, named, len(people))


def watched(coalition: Coalition, *, months: int = MONTHS) -> tuple[int, int]:
    """Count the carriers with colleagues on a link, and those of whom a halving would be found.

    Whoever carries ``ENOUGH`` referrals in six months or more: then half of it is mostly found.
    Below, only larger falls are.
    """
    starts = month_starts(coalition.period)
    if len(starts) < 2 * check_months(months):
        return 0, 0
    paces = [one.own.mean() * MONTHS for one in _carriers(coalition, starts)]
    return len(paces), sum(bool(pace >= ENOUGH) for pace in paces)


def is_seen(own: Floats, named: Floats) -> bool:
    """Whether a carrier and the colleagues carry enough that a fall could be beyond chance."""
    return bool(own.sum() >= LEAST_CARRIED and (named - own).sum() >= LEAST_OTHERS)


def is_news(own: Floats, named: Floats, stretch: Stretch) -> bool:
    """Whether share and referrals a month both fell by a quarter at least.

    A share falls too when a colleague takes on more: that is nobody fading.
    """
    now = slice(stretch.start, stretch.end)
    before = slice(0, stretch.start)
    share_now = own[now].sum() / max(named[now].sum(), 1)
    share_before = own[before].sum() / max(named[before].sum(), 1)
    pace_now, pace_before = own[now].mean(), own[before].mean()
    return bool(share_now <= MOST_KEPT * share_before and pace_now <= MOST_KEPT * pace_before)


def _gone(coalition: Coalition) -> frozenset[str]:
    """Those of whom it is known that they left before the end."""
    end = coalition.period.end if coalition.period else None
    left = records(coalition.people, "person_id", "active_to")
    return frozenset(
        person for person, day in left if end is not None and day is not None and day.date() <= end
    )


def _fade(one: _Carrier, stretch: Stretch, chance: float, starts: tuple[date, ...]) -> Fade:
    now, before = slice(stretch.start, stretch.end), slice(0, stretch.start)
    return Fade(
        *one.link,
        one.person,
        now=months_between(starts, stretch.start, stretch.end),
        before=months_between(starts, 0, stretch.start),
        n_now=int(one.own[now].sum()),
        of_now=int(one.named[now].sum()),
        n_before=int(one.own[before].sum()),
        of_before=int(one.named[before].sum()),
        carriers=one.carriers,
        chance=chance,
        is_now=stretch.end == len(starts),
    )
