"""Links that fell silent: no referral at the end of a log for longer than by chance.

As for `falls`, chance is what reordering the months does, for all links at once. A link that is
silent at the same time each year is not: its months a year before are looked at too.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import exp

import numpy as np
from numpy.typing import NDArray

from collabnet.comparison.waves.draws import check_draws
from collabnet.comparison.waves.falls import DRAWS, Floats, orders
from collabnet.comparison.waves.monthly import Link, link_counts
from collabnet.comparison.waves.windows import YEAR, month_starts
from collabnet.engine.work import in_parts
from collabnet.model import Coalition
from collabnet.risk.quiet import LEAST_BEFORE

LEVEL = 0.01
"""A silence that a log without any change shows less often than this is worth a question."""
_PART = 50


@dataclass(frozen=True)
class Silence:
    """A link without a referral in the last months, beyond chance.

    Attributes
    ----------
    since : first day of the months without one
    months : how many they are
    n_before, months_before : referrals before, and in how many months
    chance : how often a log without any change shows such a silence, of any link
    """

    from_agency: str
    to_agency: str
    since: date
    months: int
    n_before: int
    months_before: int
    chance: float


def silences(coalition: Coalition, *, draws: int = DRAWS, seed: int = 0) -> tuple[Silence, ...]:
    """Find the links of a log that fell silent further than by chance.

    A link needs six referrals, so that its pace means something, and a whole month without any.
    Where the log has two years, the silence must be beyond chance at the pace of the same months
    a year before too: it may be the season.

    Parameters
    ----------
    coalition : Coalition
    draws, seed : orders of the months that are tried, and the seed they are drawn with

    Examples
    --------
    >>> import collabnet as cn
    >>> silences(cn.load("sample:g1"))
    ()
    """
    check_draws(seed, draws)
    starts = month_starts(coalition.period)
    found = sorted(link_counts(coalition, starts).items())
    by_link = [(link, counts) for link, counts in found if counts.sum() >= LEAST_BEFORE]
    if not by_link:
        return ()
    sent = np.stack([counts for _, counts in by_link])
    links = [link for link, _ in by_link]
    chances = np.maximum(silent_chances(sent, draws=draws, seed=seed), season_chances(sent))
    return tuple(_found(links, sent, starts, chances))


def _found(
    links: list[Link], sent: Floats, starts: tuple[date, ...], chances: Floats
) -> Iterator[Silence]:
    for link, counts, months, chance in zip(
        links, sent, _empty_end(sent).tolist(), chances.tolist(), strict=True
    ):
        if chance <= LEVEL:
            before = len(starts) - months
            yield Silence(*link, starts[before], months, int(counts.sum()), before, chance)


def silent_chances(sent: Floats, *, draws: int = DRAWS, seed: int = 0) -> Floats:
    """Say how often a log without any change has a link as silent at its end as each one.

    Parameters
    ----------
    sent : shape (links, months), referrals
    draws, seed : orders of the months that are tried, and the seed they are drawn with

    Returns
    -------
    array, shape (links,), 0 to 1; 1 for a link that isn't silent

    Examples
    --------
    >>> silent_chances(np.array([[1.0] * 12 + [0.0] * 6, [1.0] * 18]), draws=199) < 0.02
    array([ True, False])
    """
    size = _sizes(sent)
    tried = orders(sent.shape[1], draws, seed)

    def largest(begin: int, end: int) -> Floats:
        found: Floats = _sizes(np.moveaxis(sent[:, tried[begin:end]], 1, 0)).max(axis=1)
        return found

    parts = list(in_parts(largest, draws, part=_PART, what="reordering the months"))
    by_chance = np.sort(np.concatenate(parts))
    as_large = draws - np.searchsorted(by_chance, size * (1 - 1e-12), side="left")
    return np.where(size > 0, (as_large + 1) / (draws + 1), 1.0)


def season_chances(sent: Floats) -> Floats:
    """Say how often a link as busy as in the same months a year before would be silent.

    Of all links together, 0 to 1 (Bonferroni, Poisson); 0 where the log is shorter than two
    years, or the silence as long as one, so that no season can be told.

    Examples
    --------
    >>> year = [3.0] * 6 + [0.0] * 6
    >>> season_chances(np.array([[*year, *year], [1.0] * 18 + [0.0] * 6])).round(3)
    array([1.   , 0.005])
    """
    chances = np.zeros(len(sent))
    if sent.shape[1] >= 2 * YEAR:
        end, told = sent.shape[1] - YEAR, int((sent.sum(axis=1) >= LEAST_BEFORE).sum())
        for i, months in enumerate(_empty_end(sent).tolist()):
            if months < YEAR:
                chances[i] = min(1.0, told * exp(-sent[i, end - months : end].sum()))
    return chances


def _sizes(sent: Floats) -> Floats:
    """Referrals that a link would have had in its silence, at its pace before."""
    empty, n = _empty_end(sent), sent.sum(axis=-1)
    before = np.maximum(sent.shape[-1] - empty, 1)
    sizes: Floats = np.where(n >= LEAST_BEFORE, n / before * empty, 0.0)
    return sizes


def _empty_end(sent: Floats) -> NDArray[np.int64]:
    """Months without a referral at the end."""
    used = sent[..., ::-1] > 0
    found: NDArray[np.int64] = np.where(used.any(axis=-1), used.argmax(axis=-1), sent.shape[-1])
    return found
