"""Many runs of Louvain's method: compiled and in threads where it is much."""

import numpy as np

from collabnet.engine.communities.louvain import Pulls, louvain
from collabnet.engine.csr import Bools, Ints
from collabnet.engine.work import in_parts
from collabnet.engine.worth import ENTRY, is_worth_compiling

LOOKS = 50
"""How often a run of the plain loops looks at an entry, about."""
PART = 20_000
"""Entries read in a part of the work, a tenth of a second."""


def runs_of(
    pulls: Pulls,
    *,
    seed: int,
    draws: int,
    resolution: float = 1.0,
    what: str = "communities",
    compiled: bool | None = None,
    threads: int | None = None,
) -> Ints:
    """Give the community of each actor in every run, a row for each run.

    A run depends on the seed and its own number alone, whatever the threads. Actors without ties
    take no part, and are numbered last: how many there are changes nothing for the others.

    Parameters
    ----------
    compiled : None: where there is much to do; the answers are the same
    """
    seconds = draws * pulls.to.size * LOOKS * ENTRY
    if compiled is None:
        compiled = is_worth_compiling(seconds, "communities.louvain_compiled")
    if compiled:  # compiled once, before the threads begin
        nobody, none = np.zeros(1, dtype=np.int64), np.zeros(0)
        louvain(Pulls(nobody, pulls.to[:0], none, none, none), seed, 0, compiled=True)

    is_tied = np.diff(pulls.begin) > 0
    tied = _only(pulls, is_tied)

    def work(begin: int, end: int) -> Ints:
        runs = [
            louvain(tied, seed, run, resolution=resolution, compiled=compiled)
            for run in range(begin, end)
        ]
        return np.stack(runs)

    part = max(1, PART * (20 if compiled else 1) // (pulls.to.size + pulls.out.size))
    found = in_parts(work, draws, part=part, what=what, threads=threads if compiled else 1)
    label = np.empty((draws, is_tied.size), dtype=np.int64)
    label[:, is_tied] = np.concatenate(list(found))
    last = label[:, is_tied].max(axis=1, initial=-1)
    label[:, ~is_tied] = last[:, None] + np.arange(1, int((~is_tied).sum()) + 1)
    return label


def _only(pulls: Pulls, is_tied: Bools) -> Pulls:
    """Leave out actors without ties, who stand in no entry."""
    begin = pulls.begin[np.append(is_tied, True)]
    place = np.cumsum(is_tied) - 1
    return Pulls(begin, place[pulls.to], pulls.strength, pulls.out[is_tied], pulls.into[is_tied])
