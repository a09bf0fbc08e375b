"""Clustering: how often an actor's contacts have a tie with each other."""

from math import fsum
from typing import Literal, TypeAlias

import numpy as np
import pandas as pd

from collabnet.engine import Csr, Ints, entry_rows
from collabnet.metrics.arrays import Given, by_actor, csr_of, of_network, read
from collabnet.metrics.ego.corners import corners
from collabnet.metrics.options import check_option

Counted: TypeAlias = Literal["defined", "zeros"]
"""Leave out who has fewer than two contacts, or count 0 for them."""


def triangles(network: Given) -> pd.DataFrame:
    """Count for each actor the pairs of its contacts that have a tie with each other.

    Direction and strength are ignored, parallel ties count once, self-ties not at all.
    Time: O(m sqrt(m)).

    Returns
    -------
    DataFrame, one row per actor
        n_triangles : int, 0 to (n-1)(n-2)/2

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> ring = [("a", "b"), ("b", "c"), ("c", "a"), ("a", "d")]
    >>> triangles(Network.from_pairs(ring))["n_triangles"].tolist()
    [1, 1, 1, 0]
    """
    given = read(network, "triangles")
    return by_actor(given, n_triangles=_triangles(csr_of(given, directed=False), "triangles"))


def global_clustering(network: Given) -> pd.DataFrame:
    """Say how often two contacts of one actor have a tie with each other.

    Of all pairs of contacts of all actors together, the share with a tie: three times the
    triangles, divided by the triples in which one actor has a tie with both others. Direction
    and strength are ignored. After Newman, Strogatz and Watts (2001), Phys. Rev. E 64, 026118.
    Time: O(m sqrt(m)).

    Returns
    -------
    DataFrame, one row
        global_clustering : float, 0 to 1; NaN if nobody has two contacts

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> ring = [("a", "b"), ("b", "c"), ("c", "a"), ("a", "d")]
    >>> global_clustering(Network.from_pairs(ring))
       global_clustering
    0                0.6
    """
    given = read(network, "global_clustering")
    csr = csr_of(given, directed=False)
    pairs = int(_pairs_of_contacts(csr).sum())
    closed = int(_triangles(csr, "global clustering").sum())
    return of_network(global_clustering=closed / pairs if pairs else float("nan"))


def average_clustering(network: Given, *, variant: Counted = "defined") -> pd.DataFrame:
    """Average over the actors the share of their pairs of contacts with a tie.

    Every actor counts the same here, every pair of contacts in ``global_clustering``: the two
    can lie far apart. Direction and strength are ignored. After Watts and Strogatz (1998),
    Nature 393, 440-442. Time: O(m sqrt(m)).

    Parameters
    ----------
    variant : "defined" leaves out who has fewer than two contacts; "zeros" counts 0 for them

    Returns
    -------
    DataFrame, one row
        average_clustering : float, 0 to 1; NaN if nobody has two contacts and such aren't
        counted

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If there is no such variant.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> ring = [("a", "b"), ("b", "c"), ("c", "a"), ("a", "d")]
    >>> average_clustering(Network.from_pairs(ring)).round(4)
       average_clustering
    0              0.7778
    """
    given = read(network, "average_clustering")
    check_option("average_clustering", "variant", variant, ("defined", "zeros"))
    csr = csr_of(given, directed=False)
    pairs = _pairs_of_contacts(csr)
    has_two = pairs > 0
    shares = _triangles(csr, "average clustering")[has_two] / pairs[has_two]
    n_counted = csr.n if variant == "zeros" else shares.size
    average = fsum(shares.tolist()) / n_counted if n_counted else float("nan")
    return of_network(settings={"variant": variant}, average_clustering=average)


def _triangles(csr: Csr, what: str) -> Ints:
    rows = entry_rows(csr)
    found = np.zeros(csr.n, dtype=np.int64)
    for part in corners(csr, what):
        found += np.bincount(rows[part.first], minlength=csr.n)
    return found


def _pairs_of_contacts(csr: Csr) -> Ints:
    contacts = np.diff(csr.indptr)
    pairs: Ints = contacts * (contacts - 1) // 2
    return pairs
