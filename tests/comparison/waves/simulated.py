"""Logs drawn month by month, with and without a carrier who fades: what warnings are tried on.

Each link has two to four carriers of unlike shares, a season of its own, and bursts: in some
settings of the link, in others of each carrier.
"""

from typing import NamedTuple

import numpy as np

from collabnet.comparison.waves import quiet_links
from collabnet.comparison.waves.fades import LEVEL, is_news, is_seen
from collabnet.comparison.waves.falls import find_falls
from collabnet.comparison.waves.quiet_links import silent_chances

WINDOW = 6


class Setting(NamedTuple):
    """How a log is drawn; bursts are coefficients of variation of a month."""

    name: str
    links: int
    months: int
    a_window: float  # referrals of one carrier in a window, on average
    season: float = 0.5  # how far a month is above or below the year
    link_bursts: float = 0.0
    carrier_bursts: float = 0.0


STATIONARY = (
    Setting("1 link, 24 months, 10 a window", 1, 24, 10),
    Setting("4 links, 24 months, 10 a window", 4, 24, 10),
    Setting("4 links, 36 months, 40 a window", 4, 36, 40),
    Setting("12 links, 36 months, 10 a window", 12, 36, 10),
    Setting("40 links, 36 months, 10 a window", 40, 36, 10),
    Setting("4 links, 36 months, 20 a window, no season", 4, 36, 20, season=0.0),
    Setting("4 links, 36 months, 20 a window, strong season", 4, 36, 20, season=0.9),
    Setting("4 links, 36 months, 20 a window, bursts of links", 4, 36, 20, link_bursts=0.7),
    Setting("4 links, 36 months, 20 a window, bursts of carriers", 4, 36, 20, carrier_bursts=0.7),
    Setting("12 links, 36 months, 2 a window", 12, 36, 2),
    Setting("12 links, 36 months, 2 a window, strong season", 12, 36, 2, season=0.9),
    Setting("12 links, 36 months, 2 a window, bursts of links", 12, 36, 2, link_bursts=0.7),
    Setting("40 links, 36 months, 1 a window", 40, 36, 1),
    Setting(
        "12 links, 60 months, 20 a window, both", 12, 60, 20, link_bursts=0.5, carrier_bursts=0.5
    ),
)


class Log(NamedTuple):
    """Referrals of carriers, of their links, and of each link, month by month.

    The first carrier is the one who fades.
    """

    own: np.ndarray
    named: np.ndarray
    links: np.ndarray


def draw(setting, generator, *, fades_at=None, keeps=1.0, taken_over=False, sizes=(2, 5)):
    """Draw a log; from a month on the first carrier sends only a part of what they did."""
    own, named, links = [], [], []
    for link in range(setting.links):
        n = int(generator.integers(*sizes)) if fades_at is None or link else 3
        shares = (
            generator.dirichlet(np.full(n, 5.0)) if fades_at is None or link else np.ones(3) / 3
        )
        phase = generator.integers(12)
        months = np.arange(setting.months)
        season = 1 + setting.season * np.sin(2 * np.pi * (months + phase) / 12)
        rate = (
            setting.a_window
            / WINDOW
            * n
            * season
            * _bursts(generator, setting.link_bursts, (1, setting.months))
        )
        carried = np.tile(shares[:, None], (1, setting.months))
        if fades_at is not None and link == 0:
            lost = (1 - keeps) * carried[0, fades_at:]
            carried[0, fades_at:] -= lost
            if taken_over:
                carried[1:, fades_at:] += lost / (n - 1)
        bursts = _bursts(generator, setting.carrier_bursts, carried.shape)
        sent = generator.poisson(rate * carried * bursts).astype(float)
        own.append(sent)
        links.append(sent.sum(axis=0))
        named.append(np.tile(sent.sum(axis=0), (n, 1)))
    return Log(np.vstack(own), np.vstack(named), np.stack(links))


def _bursts(generator, spread, shape):
    if not spread:
        return np.ones(shape)
    return generator.gamma(1 / spread**2, spread**2, shape)


def warned(log, *, draws, seed, months=None):
    """Say of which carriers it is warned in the first so many months; all if not said."""
    own, named, _ = (one[:, :months] for one in log)
    seen = [i for i in range(len(own)) if is_seen(own[i], named[i])]
    if not seen:
        return set()
    found = find_falls(own[seen], named[seen], WINDOW, draws=draws, seed=seed)
    return {
        carrier
        for place, carrier in enumerate(seen)
        for stretch, chance in zip(found.stretches, found.chance[place], strict=True)
        if chance <= LEVEL and is_news(own[carrier], named[carrier], stretch)
    }


def silent(log, *, draws, seed):
    """Say which links are told to have fallen silent."""
    chances = silent_chances(log.links, draws=draws, seed=seed)
    beyond = np.maximum(chances, quiet_links.season_chances(log.links)) <= quiet_links.LEVEL
    return set(np.flatnonzero(beyond).tolist())


def false_alarms(setting, logs, *, draws=199, first_seed=0):
    """Count the stationary logs, of so many, in which anybody or any link is warned of."""
    n = 0
    for seed in range(first_seed, first_seed + logs):
        log = draw(setting, np.random.default_rng(seed))
        n += bool(warned(log, draws=draws, seed=seed) or silent(log, draws=draws, seed=seed))
    return n


def found(setting, logs, *, keeps=0.5, taken_over=False, draws=199, first_seed=0):
    """Count the logs, of so many, in which a carrier who fades is found within two windows.

    It begins on any month after a year and a half; who holds the log looks twice, six and
    twelve months later.
    """
    n = 0
    for seed in range(first_seed, first_seed + logs):
        generator = np.random.default_rng(seed)
        begins = int(generator.integers(18, 25))
        log = draw(setting, generator, fades_at=begins, keeps=keeps, taken_over=taken_over)
        n += any(
            0 in warned(log, draws=draws, seed=seed, months=begins + later)
            for later in (WINDOW, 2 * WINDOW)
        )
    return n
