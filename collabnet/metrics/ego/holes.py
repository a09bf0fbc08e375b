"""Structural holes after Burt: how far an actor's contacts are in each other's hands."""

import numpy as np
import pandas as pd

from collabnet.engine import Floats
from collabnet.metrics.arrays import Given, by_actor, read
from collabnet.metrics.ego.contacts import (
    VARIANTS,
    Contacts,
    Variant,
    contacts_of,
    strength_within,
    strongest_within,
)
from collabnet.metrics.ego.sums import Sums, row_sums
from collabnet.metrics.options import Weights, check_option
from collabnet.model import Network


def constraint(
    network: Given, *, weights: Weights = "unweighted", variant: Variant = "whole network"
) -> pd.DataFrame:
    """Measure how far an actor's contacts lead back to the same few others.

    The sum over contacts j of (p_ij + sum over q of p_iq p_qj)^2, where p_ij is the part of i's
    ties that goes to j. In a directed network a tie counts a_ij + a_ji, so that an actor with
    incoming ties alone has a value. High: whoever is between the actor's contacts has few
    rivals. After Burt (1992), Structural Holes, Harvard University Press. Time: O(m sqrt(m)).

    Parameters
    ----------
    weights : ``unweighted``, or ``strength``: ties count by strength; those of 0 are none
    variant : ``whole network``, or ``ego network``: p_qj counts only q's ties to the actor and to
        the actor's other contacts, as UCINET's ego network model does

    Returns
    -------
    DataFrame, one row per actor
        constraint : float, above 0, to 1.125 in an undirected network without strengths, below 2
            in any; NaN for an isolate

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    CollabnetError
        If strengths count and one is below zero or no number.

    Examples
    --------
    >>> ring = Network.from_pairs([("court", "clinic"), ("court", "police"), ("court", "shelter"),
    ...     ("clinic", "police")])
    >>> constraint(ring).round(3)
      actor_id  constraint
    0   clinic       1.007
    1    court       0.611
    2   police       1.007
    3  shelter       1.000
    """
    given, contacts = _contacts(network, "constraint", weights, variant)
    found = row_sums(contacts.csr.indptr, _by_contact(contacts, variant, "constraint"))
    return by_actor(
        given,
        constraint=_defined(found, contacts, 1),
        settings={"weights": weights, "variant": variant},
    )


def burt_hierarchy(
    network: Given, *, weights: Weights = "unweighted", variant: Variant = "whole network"
) -> pd.DataFrame:
    """Measure how far the constraint on an actor comes from a single contact.

    The sum over N contacts j of x_j ln(x_j) / (N ln N), where x_j is the constraint by j over the
    mean of all contacts. After Burt (1992), Structural Holes, 70-71. Time: O(m sqrt(m)).

    Parameters
    ----------
    weights, variant : as in ``constraint``

    Returns
    -------
    DataFrame, one row per actor
        burt_hierarchy : float, 0 (every contact constrains alike) to 1 (one does alone); NaN with
            fewer than two contacts

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    CollabnetError
        If strengths count and one is below zero or no number.

    Examples
    --------
    >>> ring = Network.from_pairs([("court", "clinic"), ("court", "police"), ("court", "shelter"),
    ...     ("clinic", "police")])
    >>> burt_hierarchy(ring)["burt_hierarchy"].round(3).tolist()
    [0.01, 0.052, 0.01, nan]
    """
    given, contacts = _contacts(network, "burt_hierarchy", weights, variant)
    indptr, rows, n = contacts.csr.indptr, contacts.rows, contacts.n_contacts
    part = _by_contact(contacts, variant, "hierarchy")
    relative = part * n[rows] / row_sums(indptr, part)[rows]
    with np.errstate(divide="ignore", invalid="ignore"):  # fewer than two contacts
        found = row_sums(indptr, relative * np.log(relative)) / (n * np.log(n))
    return by_actor(
        given,
        burt_hierarchy=_defined(np.maximum(found, 0), contacts, 2),
        settings={"weights": weights, "variant": variant},
    )


def effective_size(
    network: Given, *, weights: Weights = "unweighted", variant: Variant = "whole network"
) -> pd.DataFrame:
    """Count an actor's contacts less what they have in common.

    The sum over contacts j of 1 - sum over q of p_iq m_jq, where p_iq is the part of i's ties
    that goes to q and m_jq is j's tie with q over j's strongest. In an undirected network without
    strengths that is n - 2t/n, with n contacts and t ties among them (Borgatti 1997, Connections
    20, 35-38). In a directed network a tie counts a_ij + a_ji. After Burt (1992), Structural
    Holes, Harvard University Press. Time: O(m sqrt(m)).

    Parameters
    ----------
    weights : as in ``constraint``
    variant : ``whole network``, or ``ego network``: j's strongest tie is sought among those to
        the actor and to the actor's other contacts

    Returns
    -------
    DataFrame, one row per actor
        effective_size : float, 1 to the number of contacts; NaN for an isolate

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    CollabnetError
        If strengths count and one is below zero or no number.

    Examples
    --------
    >>> ring = Network.from_pairs([("court", "clinic"), ("court", "police"), ("court", "shelter"),
    ...     ("clinic", "police")])
    >>> effective_size(ring)["effective_size"].round(3).tolist()
    [1.0, 2.333, 1.0, 1.0]
    """
    given, contacts = _contacts(network, "effective_size", weights, variant)
    return by_actor(
        given,
        effective_size=_sizes(contacts, variant, "effective size"),
        settings={"weights": weights, "variant": variant},
    )


def burt_efficiency(
    network: Given, *, weights: Weights = "unweighted", variant: Variant = "whole network"
) -> pd.DataFrame:
    """Give the share of an actor's contacts that lead to others: effective size over contacts.

    After Burt (1992), Structural Holes, Harvard University Press. Time: O(m sqrt(m)).

    Parameters
    ----------
    weights, variant : as in ``effective_size``

    Returns
    -------
    DataFrame, one row per actor
        burt_efficiency : float, 1/n of n contacts, to 1; NaN for an isolate

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    CollabnetError
        If strengths count and one is below zero or no number.

    Examples
    --------
    >>> ring = Network.from_pairs([("court", "clinic"), ("court", "police"), ("court", "shelter"),
    ...     ("clinic", "police")])
    >>> burt_efficiency(ring)["burt_efficiency"].round(3).tolist()
    [0.5, 0.778, 0.5, 1.0]
    """
    given, contacts = _contacts(network, "burt_efficiency", weights, variant)
    with np.errstate(invalid="ignore"):  # isolates
        found = _sizes(contacts, variant, "efficiency") / contacts.n_contacts
    return by_actor(given, burt_efficiency=found, settings={"weights": weights, "variant": variant})


def _contacts(
    network: Given, measure: str, weights: Weights, variant: Variant
) -> tuple[Network, Contacts]:
    given = read(network, measure)
    check_option(measure, "weights", weights, ("unweighted", "strength"))
    check_option(measure, "variant", variant, VARIANTS)
    return given, contacts_of(given, measure, weights)


def _by_contact(contacts: Contacts, variant: Variant, what: str) -> Floats:
    """The constraint by each contact: (p_ij + sum over q of p_iq p_qj)^2 for entry (i, j)."""
    share, strength = contacts.shares, contacts.strength
    if variant == "ego network":
        total = strength_within(contacts, what)
    else:
        total = contacts.totals[contacts.csr.indices]
    sums = Sums(share.size, largest=1.0, most=contacts.most)
    for corner in contacts.corners(what):
        onward = strength[corner.across] / total[corner.second]
        sums.add(corner.first, share[corner.second] * onward)
    return (share + sums.total) ** 2


def _sizes(contacts: Contacts, variant: Variant, what: str) -> Floats:
    share, strength = contacts.shares, contacts.strength
    if variant == "ego network":
        strongest = strongest_within(contacts, what)
    else:
        strongest = contacts.strongest[contacts.csr.indices]
    sums = Sums(share.size, largest=1.0, most=contacts.most)
    for corner in contacts.corners(what):
        marginal = strength[corner.across] / strongest[corner.first]
        sums.add(corner.first, share[corner.second] * marginal)
    found = contacts.n_contacts - row_sums(contacts.csr.indptr, sums.total)
    return _defined(found, contacts, 1)


def _defined(values: Floats, contacts: Contacts, least: int) -> Floats:
    """NaN for actors with too few contacts."""
    return np.where(contacts.n_contacts >= least, values, np.nan)
