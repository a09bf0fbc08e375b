"""How many ties an actor has, and how strong they are."""

from collections.abc import Mapping
from typing import TypeAlias

import numpy as np
import pandas as pd

from collabnet.engine import Floats, Ints, entry_rows
from collabnet.metrics.arrays import Given, by_actor, csr_of, read, strengths_along

Columns: TypeAlias = dict[str, Floats]


def degree(network: Given, *, normalised: bool = False) -> pd.DataFrame:
    """Count the ties of each actor; in a directed network those going out and coming in apart.

    Parallel ties count once, self-ties not at all. A tie's strength is not used. Isolates
    have 0. After Freeman (1979), Social Networks 1, 215-239.

    Parameters
    ----------
    normalised : divide by the ties there could be: n - 1 each way

    Returns
    -------
    DataFrame, one row per actor
        degree (undirected), or out_degree, in_degree and degree, their sum : int, 0 to n - 1
        each way; if normalised float, 0 to 1, NaN with one actor

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> degree(Network.from_pairs([("clinic", "outreach"), ("outreach", "shelter")]))
       actor_id  degree
    0    clinic       1
    1  outreach       2
    2   shelter       1
    """
    given = read(network, "degree")
    csr = csr_of(given, directed=given.is_directed)
    out = np.diff(csr.indptr)
    columns = {"degree": out}
    if given.is_directed:
        into = np.bincount(csr.indices, minlength=csr.n)
        columns = {"out_degree": out, "in_degree": into, "degree": out + into}
    settings = {"normalised": normalised}
    if normalised:
        shares = _shares(columns, csr.n - 1, both_ways=given.is_directed)
        return by_actor(given, settings=settings, **shares)
    return by_actor(given, settings=settings, **columns)


def strength(network: Given, *, normalised: bool = False) -> pd.DataFrame:
    """Add up the strengths of each actor's ties; out and in apart in a directed network.

    Higher is closer. Parallel ties are added; self-ties left out; a tie without a strength
    counts 1. Isolates have 0. After Barrat and others (2004), PNAS 101, 3747-3752.

    Parameters
    ----------
    normalised : divide by what ties to everybody, each as strong as the strongest, would add
        up to

    Returns
    -------
    DataFrame, one row per actor
        strength (undirected), or out_strength, in_strength and strength, their sum : float, in
        units of the ties; 0 to 1 if normalised, NaN without a tie above zero

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    CollabnetError
        If a strength is not a number.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> strength(Network.from_pairs([("O1", "I1", 6), ("O2", "I1", 4)], is_directed=True))
      actor_id  out_strength  in_strength  strength
    0       I1           0.0         10.0      10.0
    1       O1           6.0          0.0       6.0
    2       O2           4.0          0.0       4.0
    """
    given = read(network, "strength")
    csr, strengths = strengths_along(given, "strength")
    out = _sums(entry_rows(csr), strengths, csr.n)
    columns: Columns = {"strength": out}
    if given.is_directed:
        into = _sums(csr.indices, strengths, csr.n)
        columns = {"out_strength": out, "in_strength": into, "strength": out + into}
    if normalised:
        most = (csr.n - 1) * strengths.max(initial=0.0)
        columns = _shares(columns, most, both_ways=given.is_directed)
    return by_actor(given, settings={"normalised": normalised}, **columns)


def _shares(columns: Mapping[str, Ints | Floats], most: float, *, both_ways: bool) -> Columns:
    """Divide by the most that can go out or come in; the last column by that of both ways."""
    shares = {
        name: values / most if most > 0 else np.full(values.size, np.nan)
        for name, values in columns.items()
    }
    if both_ways:
        shares[next(reversed(shares))] /= 2
    return shares


def _sums(at: Ints, strengths: Floats, n: int) -> Floats:
    return np.bincount(at, weights=strengths, minlength=n).astype(np.float64)
