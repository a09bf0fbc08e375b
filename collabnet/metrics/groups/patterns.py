"""In how many ways actors fill the places of brokered pairs, given the sizes of the groups."""

from collections.abc import Sequence
from math import perm
from typing import NamedTuple


class Pattern(NamedTuple):
    """Ways to fill one open pair of a broker as a role asks, and two at once.

    ``once``: one pair a, b. Two pairs: a, b and a, c (``same_first``); a, c and b, c
    (``same_second``); a, b and b, c (``chained``); a, b and b, a (``turned``); a, b and c, d
    (``apart``).
    """

    once: int
    same_first: int
    same_second: int
    chained: int
    turned: int
    apart: int


def patterns(powers: Sequence[int], own: int) -> list[Pattern]:
    """Count for each role of a broker from a group of ``own`` actors, then for all together.

    Parameters
    ----------
    powers : sums of the sizes of all groups to the powers 0 to 4; with many groups, these are taken
        once for all

    Examples
    --------
    >>> sizes = [3, 2, 1]
    >>> [one.once for one in patterns([sum(size**k for size in sizes) for k in range(5)], 3)]
    [2, 2, 6, 6, 4, 20]
    """
    one, two, three, four = (powers[k] - own**k for k in range(1, 5))  # of the other groups
    pairs, triples = two - one, three - 3 * two + 2 * one  # both, all three in one group
    fours = four - 6 * three + 11 * two - 6 * one
    two_pairs = pairs**2 - (four - 2 * three + two) + fours  # both pairs each in one group
    mixed = one**2 - two  # two in different groups
    # One actor, then two who are both in other groups than the first, not in the broker's either.
    around = (one**2 - one) * one + (1 - 2 * one) * two + three
    fellows = own - 1
    out_in, in_out = one * perm(fellows, 2), perm(one, 2) * fellows
    apart = perm(one, 4) - 2 * pairs * perm(max(0, one - 2), 2) + two_pairs
    everybody = one + fellows
    inside = perm(fellows, 3)
    return [
        Pattern(perm(fellows, 2), inside, inside, inside, perm(fellows, 2), perm(fellows, 4)),
        Pattern(pairs, triples, triples, triples, pairs, two_pairs),
        Pattern(one * fellows, out_in, in_out, 0, 0, perm(one, 2) * perm(fellows, 2)),
        Pattern(fellows * one, in_out, out_in, 0, 0, perm(one, 2) * perm(fellows, 2)),
        Pattern(mixed, around, around, around, mixed, apart),
        Pattern(
            perm(everybody, 2),
            perm(everybody, 3),
            perm(everybody, 3),
            perm(everybody, 3),
            perm(everybody, 2),
            perm(everybody, 4),
        ),
    ]
