"""How many people carry as many referrals of one log as another has: rarefaction."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum, nan

import numpy as np

from collabnet.model.errors import CollabnetError
from collabnet.risk.carriers import Side


def expected_carriers(counts: Iterable[int], n: int, *, others: int = 0) -> float:
    """Say how many different people stand in ``n`` referrals drawn from a log, on average.

    The more referrals a log has, the more people turn up in it. So two logs are compared in as
    many referrals as the smaller has: the sum over people of 1 - C(N - N_i, n) / C(N, n), where
    person i carries N_i of N. Exact, nothing is drawn. After Hurlbert (1971), Ecology 52,
    577-586.

    Parameters
    ----------
    counts : referrals of each person, 0 or more
    n : how many are drawn, without putting back, 0 to N
    others : referrals in which nobody stands who could be counted, as those of a shared inbox

    Returns
    -------
    float, 0 to the number of people with a referral

    Raises
    ------
    CollabnetError
        If a count is below 0, or ``n`` is not from 0 to all there are.

    Examples
    --------
    >>> expected_carriers([1, 1], 1), round(expected_carriers([6, 4, 2], 6), 4)
    (1.0, 2.7413)
    """
    each = sorted(counts)
    if min([*each, others]) < 0:
        raise CollabnetError(
            f"Carriers are counted from referrals, 0 or more each; got {min([*each, others])}. "
            "Leave it out, or correct the count."
        )
    total = sum(each) + others
    if not 0 <= n <= total:
        raise CollabnetError(
            f"So many referrals can be drawn as there are, 0 to {total}; got {n}. Draw as many as "
            "the smaller log has."
        )
    # The chance to miss a person with k referrals: the product over j < k of (N-n-j) / (N-j).
    place = np.arange(max(each, default=0))
    missed = np.cumprod(np.concatenate([[1.0], np.maximum(total - n - place, 0) / (total - place)]))
    return fsum(1.0 - float(missed[k]) for k in each)


@dataclass(frozen=True)
class Rarefied:
    """How many people are expected in some referrals of one side of a log.

    Attributes
    ----------
    n : referrals drawn
    expected : people in as many of the referrals that name somebody; NaN where ``n`` is 0
    low, high : the same of all referrals: those that name nobody all with the busiest person, or
        each with somebody not seen elsewhere
    """

    n: int
    expected: float
    low: float
    high: float


def rarefy(side: Side, n: int) -> Rarefied:
    """Rarefy one side of a log to ``n`` referrals, at most as many as name somebody.

    Examples
    --------
    >>> from collabnet.risk.carriers import side_of
    >>> from collabnet.risk.rows import End
    >>> ann, bea, blank = End("ann", "person"), End("bea", "person"), End("", "unknown")
    >>> found = rarefy(side_of([ann, ann, bea, blank]), 2)
    >>> round(found.low, 2), round(found.expected, 2), round(found.high, 2)
    (1.5, 1.67, 1.83)
    """
    if n == 0:
        return Rarefied(0, nan, nan, nan)
    people, blank = side.people, side.n_unknown
    others = side.n_named - sum(people.values())
    expected = expected_carriers(people.values(), n, others=others)
    if not blank:
        return Rarefied(n, expected, expected, expected)
    worst = {**people, side.busiest: people.get(side.busiest, 0) + blank}
    best = [*people.values(), *([1] * blank)]
    return Rarefied(
        n,
        expected,
        expected_carriers(worst.values(), n, others=others),
        expected_carriers(best, n, others=others),
    )
