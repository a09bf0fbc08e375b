"""Triples of actors: the census of their 16 types, and how often two steps are closed."""

from math import comb

import numpy as np
import pandas as pd

from collabnet.engine import Ints, entry_rows
from collabnet.metrics.arrays import Given, of_network, read
from collabnet.metrics.census.dyads import BOTH, IN, OUT, Coded, coded
from collabnet.metrics.ego.corners import corners

TYPES = (
    "003", "012", "102", "021D", "021U", "021C", "111D", "111U",
    "030T", "030C", "201", "120D", "120U", "120C", "210", "300",
)  # fmt: skip
"""Pairs with ties both ways, one way and none, then Down, Up, Cyclic or Transitive."""
TURNED = {OUT: IN, IN: OUT, BOTH: BOTH}
LEGS = {
    "021D": (OUT, OUT),
    "021U": (IN, IN),
    "021C": (OUT, IN),
    "111D": (BOTH, IN),
    "111U": (BOTH, OUT),
    "201": (BOTH, BOTH),
}
"""Types in which two pairs have a tie: what the actor in the middle has with the two others."""


def _closed_type(ab: int, ac: int, bc: int) -> str:
    """Name the type of three actors who all have ties, from the codes of their pairs."""
    mutual = (ab, ac, bc).count(BOTH)
    sent = [(ab & OUT) + (ac & OUT), ab // IN + (bc & OUT), ac // IN + bc // IN]
    got = [ab // IN + ac // IN, (ab & OUT) + bc // IN, (ac & OUT) + (bc & OUT)]
    if mutual == 3:
        return "300"
    if mutual == 2:
        return "210"
    if mutual == 0:
        return "030C" if sent == [1, 1, 1] else "030T"
    if 0 in got:
        return "120D"
    return "120U" if 0 in sent else "120C"


CLOSED = [_closed_type(*codes) if all(codes) else "" for codes in np.ndindex(4, 4, 4)]
"""The type by 16 times the first code, 4 times the second, and the third."""


def closed_triples(found: Coded, what: str) -> Ints:
    """Count the triples in which all three pairs have a tie, by place in ``CLOSED``.

    Time: O(m sqrt(m)).
    """
    codes = found.codes
    counts = np.zeros(64, dtype=np.int64)
    for part in corners(found.csr, what):
        once = slice(part.first.size // 3)  # the first third names each triple once
        ab, ac, bc = codes[part.first[once]], codes[part.second[once]], codes[part.across[once]]
        counts += np.bincount(16 * ab + 4 * ac + bc, minlength=64)
    return counts


def triad_census(network: Given) -> pd.DataFrame:
    """Count the triples of actors by which of their pairs have ties, and in which direction.

    16 types, named by their pairs with ties both ways, one way and none, and a letter: 021D is
    a<-b->c, 021U a->b<-c, 021C a->b->c, 111D a<->b<-c, 111U a<->b->c, 030T a<-b<-c with a<-c,
    030C a<-b<-c<-a, 120D a<-b->c with a<->c, 120U a->b<-c with a<->c, 120C a->b->c with a<->c.
    Undirected ties count as mutual. Strengths aren't used. After Holland and Leinhardt (1970),
    Am. J. Sociol. 76, 492-513. Time: O(m sqrt(m)).

    Returns
    -------
    DataFrame, one row
        triads_003 ... triads_300 : int, triples; they add up to n(n-1)(n-2)/6

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> pairs = [("court", "clinic"), ("clinic", "court"), ("court", "shelter")]
    >>> table = triad_census(Network.from_pairs(pairs, is_directed=True))
    >>> table.columns[table.iloc[0] > 0].tolist()
    ['triads_111U']
    """
    given = read(network, "triad_census")
    found = coded(given)
    closed = closed_triples(found, "the triad census")
    count = dict.fromkeys(TYPES, 0)
    for name, n_found in zip(CLOSED, closed.tolist(), strict=True):
        if n_found:
            count[name] += n_found
    _count_two_legs(count, found, closed)
    _count_the_rest(count, found)
    columns: dict[str, object] = {f"triads_{name}": count[name] for name in TYPES}
    return of_network(settings={}, **columns)


def _count_two_legs(count: dict[str, int], found: Coded, closed: Ints) -> None:
    """Count the triples with a tie in two pairs: all pairs of legs but those that are closed."""
    rows = entry_rows(found.csr)
    by_code = {
        code: np.bincount(rows[found.codes == code], minlength=found.csr.n)
        for code in (OUT, IN, BOTH)
    }
    by_place = closed.reshape(4, 4, 4)
    for name, (one, two) in LEGS.items():
        first, second = by_code[one], by_code[two]
        legs = first * (first - 1) // 2 if one == two else first * second
        count[name] = int(legs.sum())
        for (ab, ac, bc), n_found in np.ndenumerate(by_place):
            if n_found:
                middles = [(ab, ac), (TURNED[ab], bc), (TURNED[ac], TURNED[bc])]
                met = sum(sorted(legs_there) == sorted((one, two)) for legs_there in middles)
                count[name] -= int(n_found) * met


def _count_the_rest(count: dict[str, int], found: Coded) -> None:
    """Count the triples with a tie in one pair or none: each pair meets n - 2 others."""
    n = found.csr.n
    mutual = int((found.codes == BOTH).sum()) // 2
    one_way = found.codes.size // 2 - mutual
    count["102"] = mutual * (n - 2) - sum(int(name[0]) * count[name] for name in TYPES)
    count["012"] = one_way * (n - 2) - sum(int(name[1]) * count[name] for name in TYPES)
    count["003"] = comb(n, 3) - sum(count.values())


def transitivity(network: Given) -> pd.DataFrame:
    """Say how often a tie leads straight to where two steps lead.

    Of all two steps from a to b to c, with three different actors, the share in which a has a
    tie to c too. Along the ties; in an undirected network the same as ``global_clustering``.
    Strengths aren't used. After Holland and Leinhardt (1971), Comp. Group Stud. 2, 107-124.
    Time: O(m sqrt(m)).

    Returns
    -------
    DataFrame, one row
        transitivity : float, 0 to 1; NaN if nobody has two steps to anybody

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> pairs = [("court", "clinic"), ("clinic", "shelter"), ("court", "shelter")]
    >>> transitivity(Network.from_pairs(pairs, is_directed=True))
       transitivity
    0           1.0
    """
    given = read(network, "transitivity")
    found = coded(given)
    counts = closed_triples(found, "transitivity").reshape(4, 4, 4)
    closed = sum(int(n) * _closed_steps(*codes) for codes, n in np.ndenumerate(counts) if n)
    rows = entry_rows(found.csr)
    out, into, mutual = (
        np.bincount(rows[mask], minlength=found.csr.n)
        for mask in (found.codes & OUT > 0, found.codes & IN > 0, found.codes == BOTH)
    )
    steps = int((out * into - mutual).sum())
    return of_network(transitivity=closed / steps if steps else float("nan"))


def _closed_steps(ab: int, ac: int, bc: int) -> int:
    """Count the two steps with a shortcut among three actors, in all six orders."""
    tie = {
        (0, 1): ab & OUT, (1, 0): ab & IN, (0, 2): ac & OUT,
        (2, 0): ac & IN, (1, 2): bc & OUT, (2, 1): bc & IN,
    }  # fmt: skip
    orders = [(a, b, 3 - a - b) for a, b in tie]
    return sum(bool(tie[a, b] and tie[b, c] and tie[a, c]) for a, b, c in orders)
