"""How densely an actor's contacts are tied to each other."""

from typing import Literal, TypeAlias

import numpy as np
import pandas as pd

from collabnet.engine import Floats, entry_rows
from collabnet.metrics.arrays import Given, by_actor, csr_of, read
from collabnet.metrics.ego.contacts import Contacts, contacts_of, ways_of
from collabnet.metrics.ego.corners import corners
from collabnet.metrics.ego.sums import Sums, row_sums
from collabnet.metrics.options import Direction, check_option

Clustering: TypeAlias = Literal["Watts-Strogatz", "Fagiolo", "Barrat", "Onnela"]
"""Whose local clustering: without direction and strength, with direction, with strength."""
CLUSTERING = ("Watts-Strogatz", "Fagiolo", "Barrat", "Onnela")


def ego_density(network: Given, *, direction: Direction = "ignored") -> pd.DataFrame:
    """Count an actor's contacts, the ties among them, and the pairs without a tie.

    The density is ties over pairs. In a directed network every direction of a pair counts, as in
    UCINET's ego networks. Strength is not used; parallel ties count once. Time: O(m sqrt(m)).

    Parameters
    ----------
    direction : in a directed network, whose contacts: those the actor has ties to (``out``), those
        with ties to it (``in``), or both (``ignored``)

    Returns
    -------
    DataFrame, one row per actor
        ego_size : int, contacts, 0 to n - 1
        ego_ties : int, ties among the contacts
        ego_density : float, 0 to 1; NaN with fewer than two contacts
        ego_brokerage : int, pairs of contacts without a tie

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> ring = Network.from_pairs([("court", "clinic"), ("court", "police"), ("court", "shelter"),
    ...     ("clinic", "police")])
    >>> ego_density(ring).round(2)
      actor_id  ego_size  ego_ties  ego_density  ego_brokerage
    0   clinic         2         1         1.00              0
    1    court         3         1         0.33              2
    2   police         2         1         1.00              0
    3  shelter         1         0          NaN              0
    """
    given = read(network, "ego_density")
    check_option("ego_density", "direction", direction, ("out", "in", "ignored"))
    csr = csr_of(given, directed=False)
    rows = entry_rows(csr)
    out, into = ways_of(given)
    chosen = {"out": out, "in": into, "ignored": out | into}[direction]
    each = out.astype(np.int64) + into if given.is_directed else np.ones(rows.size, np.int64)
    size = np.bincount(rows[chosen], minlength=csr.n)
    ties = np.zeros(csr.n, dtype=np.int64)
    for corner in corners(csr, "ego density"):
        kept = chosen[corner.first] & chosen[corner.second]
        np.add.at(ties, rows[corner.first[kept]], each[corner.across[kept]])
    pairs = size * (size - 1) // (1 if given.is_directed else 2)
    return by_actor(
        given,
        ego_size=size,
        ego_ties=ties,
        ego_density=np.divide(ties, pairs, out=np.full(csr.n, np.nan), where=pairs > 0),
        ego_brokerage=pairs - ties,
        settings={"direction": direction},
    )


def local_clustering(network: Given, *, variant: Clustering = "Watts-Strogatz") -> pd.DataFrame:
    """Give the share of pairs of an actor's contacts that are in contact themselves.

    Time: O(m sqrt(m)).

    Parameters
    ----------
    variant : whose definition
        ``Watts-Strogatz`` (1998), Nature 393, 440-442: direction and strength are ignored.
        ``Fagiolo`` (2007), Phys. Rev. E 76, 026107: directed triangles over those possible.
        ``Barrat`` et al. (2004), PNAS 101, 3747-3752: pairs weigh as the actor's two ties.
        ``Onnela`` et al. (2005), Phys. Rev. E 71, 065103: a closed pair counts the geometric
        mean of the three strengths, over the network's largest.
        The last two ignore direction and add strengths both ways; ties of strength 0 are none.

    Returns
    -------
    DataFrame, one row per actor
        local_clustering : float, 0 to 1; NaN with fewer than two contacts

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    CollabnetError
        If strengths count and one is below zero or no number.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> ring = Network.from_pairs([("court", "clinic"), ("court", "police"), ("court", "shelter"),
    ...     ("clinic", "police")])
    >>> local_clustering(ring)["local_clustering"].round(2).tolist()
    [1.0, 0.33, 1.0, nan]
    """
    given = read(network, "local_clustering")
    check_option("local_clustering", "variant", variant, CLUSTERING)
    weighs = variant in ("Barrat", "Onnela")
    contacts = contacts_of(given, "local_clustering", "strength" if weighs else "unweighted")
    k = contacts.n_contacts.astype(np.float64)
    if variant == "Barrat":
        possible = contacts.totals * (k - 1)
    elif variant == "Fagiolo" and given.is_directed:
        both = np.bincount(contacts.rows[contacts.strength == 2], minlength=contacts.csr.n)
        possible = contacts.totals * (contacts.totals - 1) - 2 * both
    else:
        possible = k * (k - 1) / 2
    closed = _closed(contacts, variant)
    share = np.divide(closed, possible, out=np.full(k.size, np.nan), where=possible > 0)
    return by_actor(given, local_clustering=share, settings={"variant": variant})


def _closed(contacts: Contacts, variant: Clustering) -> Floats:
    """The closed pairs of each actor's contacts, as the variant counts them."""
    size = contacts.strength
    largest = float(size.max(initial=0))
    bound: float | Floats = 8.0 if variant == "Fagiolo" else 1.0
    if variant == "Barrat":
        bound = 2 * contacts.strongest[contacts.rows]
    sums = Sums(size.size, largest=bound, most=contacts.most)
    for corner in contacts.corners("local clustering"):  # each pair twice: in any order alike
        first, second, across = size[corner.first], size[corner.second], size[corner.across]
        if variant == "Fagiolo":
            terms = first * second * across
        elif variant == "Barrat":
            terms = first + second
        elif variant == "Onnela":
            terms = np.cbrt((first / largest) * (second / largest) * (across / largest))
        else:
            terms = np.ones(first.size)
        sums.add(corner.first, terms)
    return row_sums(contacts.csr.indptr, sums.total) / 2
