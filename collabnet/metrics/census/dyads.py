"""Pairs of actors: who has a tie with whom in one direction, in both, in none."""

from math import fsum
from typing import Literal, NamedTuple, TypeAlias

import numpy as np
import pandas as pd

from collabnet.engine import Csr, Ints, entry_rows
from collabnet.metrics.arrays import Given, by_actor, csr_of, of_network, read, strengths_along
from collabnet.metrics.ego.contacts import refuse_negative, ways_of
from collabnet.metrics.ego.corners import find_keys
from collabnet.metrics.options import Weights, check_option
from collabnet.model.errors import AssumptionError
from collabnet.model.network import Network

Reading: TypeAlias = Literal["edgewise", "dyadic"]
"""A share of the ties, or of the pairs with a tie."""
READINGS: tuple[Reading, ...] = ("edgewise", "dyadic")
OUT, IN, BOTH = 1, 2, 3


class Coded(NamedTuple):
    """Every pair with a tie, both ways round: ``codes`` are OUT, IN or BOTH, one an entry."""

    csr: Csr
    codes: Ints


def coded(network: Network) -> Coded:
    """Say of each pair with a tie which way it goes; undirected ties go both ways.

    Examples
    --------
    >>> coded(Network.from_pairs([("a", "b")], is_directed=True)).codes.tolist()
    [1, 2]
    """
    is_along, is_against = ways_of(network)
    return Coded(csr_of(network, directed=False), OUT * is_along + IN * is_against)


def dyad_census(network: Given) -> pd.DataFrame:
    """Count the pairs of actors with ties in both directions, in one, in none.

    An undirected tie counts as mutual. Strengths aren't used; parallel ties count once,
    self-ties not at all. After Holland and Leinhardt (1970), Am. J. Sociol. 76, 492-513.

    Returns
    -------
    DataFrame, one row
        mutual, asymmetric, null : int, pairs of actors; they add up to n(n-1)/2

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.

    Examples
    --------
    >>> pairs = [("court", "clinic"), ("clinic", "court"), ("court", "shelter")]
    >>> dyad_census(Network.from_pairs(pairs, is_directed=True))
       mutual  asymmetric  null
    0       1           1     1
    """
    given = read(network, "dyad_census")
    csr, codes = coded(given)
    mutual = int((codes == BOTH).sum()) // 2
    tied = codes.size // 2
    null = csr.n * (csr.n - 1) // 2 - tied
    return of_network(mutual=mutual, asymmetric=tied - mutual, null=null)


def reciprocity(
    network: Given, *, variant: Reading = "edgewise", weights: Weights = "unweighted"
) -> pd.DataFrame:
    """Say which share of the ties is returned.

    ``edgewise``: the ties that are returned, of all ties. ``dyadic``: the pairs with ties both
    ways, of the pairs with a tie. With the weights ``strength``: the strength that is returned,
    of all strength; of a pair's two strengths the smaller is returned. Pairs without a tie never
    count. Undirected ties are all returned. After Wasserman and Faust (1994), chapter 13, and
    Squartini and others (2013), Sci. Rep. 3, 2729.

    Returns
    -------
    DataFrame, one row
        reciprocity : float, 0 to 1; NaN without ties, for there is nothing to return

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If there is no such variant, or it knows no strengths.
    CollabnetError
        If strengths are asked for and one is negative or no number.

    Examples
    --------
    >>> pairs = [("1", "2"), ("2", "1"), ("1", "3")]
    >>> reciprocity(Network.from_pairs(pairs, is_directed=True)).round(4)
       reciprocity
    0       0.6667
    """
    given = read(network, "reciprocity")
    check_option("reciprocity", "variant", variant, READINGS)
    check_option("reciprocity", "weights", weights, ("unweighted", "strength"))
    settings = {"variant": variant, "weights": weights}
    if weights == "strength":
        if variant != "edgewise":
            raise AssumptionError(
                "reciprocity with the weights 'strength' needs the variant 'edgewise'; got "
                f"{variant!r}. Choose that, or the weights 'unweighted'."
            )
        returned, all_ties = _returned_strength(given)
    else:
        codes = coded(given).codes
        returned = float((codes == BOTH).sum())
        all_ties = returned + (codes == OUT).sum() * (1 if variant == "edgewise" else 2)
    share = returned / all_ties if all_ties else float("nan")
    return of_network(settings=settings, reciprocity=share)


def actor_reciprocity(network: Given, *, variant: Reading = "edgewise") -> pd.DataFrame:
    """Count for each actor the contacts with ties both ways, outwards only and inwards only.

    ``edgewise``: of the ties the actor sends and gets, those between it and contacts with ties
    both ways. ``dyadic``: of its contacts, those with ties both ways. Strengths aren't used.

    Returns
    -------
    DataFrame, one row per actor
        n_mutual, n_out_only, n_in_only : int, contacts, 0 to n - 1
        reciprocity : float, 0 to 1; NaN for isolates

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If there is no such variant.

    Examples
    --------
    >>> pairs = [("1", "2"), ("2", "1"), ("1", "3")]
    >>> actor_reciprocity(Network.from_pairs(pairs, is_directed=True)).round(4)
      actor_id  n_mutual  n_out_only  n_in_only  reciprocity
    0        1         1           1          0       0.6667
    1        2         1           0          0       1.0000
    2        3         0           0          1       0.0000
    """
    given = read(network, "actor_reciprocity")
    check_option("actor_reciprocity", "variant", variant, READINGS)
    csr, codes = coded(given)
    rows = entry_rows(csr)
    mutual, out, into = (
        np.bincount(rows[codes == code], minlength=csr.n) for code in (BOTH, OUT, IN)
    )
    weight = 2 if variant == "edgewise" else 1
    every = weight * mutual + out + into
    share = np.full(csr.n, np.nan)
    np.divide(weight * mutual, every, out=share, where=every > 0)
    return by_actor(
        given,
        settings={"variant": variant},
        n_mutual=mutual,
        n_out_only=out,
        n_in_only=into,
        reciprocity=share,
    )


def _returned_strength(network: Network) -> tuple[float, float]:
    """Strength returned, and all strength; sums that no order of the ties changes."""
    refuse_negative(network, "reciprocity")
    csr, strengths = strengths_along(network, "reciprocity")
    rows = entry_rows(csr)
    at, is_there = find_keys(rows * csr.n + csr.indices, csr.indices * csr.n + rows)
    back = np.where(is_there, strengths[at], 0.0)
    return fsum(np.minimum(strengths, back).tolist()), fsum(strengths.tolist())
