"""The E-I index of Krackhardt and Stern: ties to other groups against ties to one's own."""

from math import fsum
from typing import Literal, TypeAlias

import numpy as np
import pandas as pd

from collabnet.engine import Bools, Floats, Ints
from collabnet.metrics.arrays import Given, by_actor, labels, of_network
from collabnet.metrics.ego.sums import sums_at
from collabnet.metrics.groups.membership import Ties, grouped, named, ties_of
from collabnet.metrics.groups.relabelling import relabelled
from collabnet.metrics.options import Direction, Groups, Weights, check_option

Counted: TypeAlias = Literal["ties", "ends"]
"""What counts of a tie within a group: the tie, or each of its ends."""


def ei_index(
    network: Given,
    *,
    groups: Groups,
    direction: Direction = "ignored",
    weights: Weights = "unweighted",
    seed: int = 1,
    draws: int = 10_000,
) -> pd.DataFrame:
    """Compare ties between groups (E) with ties within them (I), and both with chance.

    (E - I) / (E + I). Chance is the groups dealt out anew among the actors, sizes and ties as they
    are: where that can be done in no more than 10,000 ways, or ``draws``, all are gone through;
    otherwise that many are drawn. The grouping as it is counts as one of them: with k of the draws
    at least as large, the share is (k + 1) / (draws + 1). Actors are dealt to in the order of
    their ids, so that the order of the input changes nothing. After Krackhardt and
    Stern (1988), Soc. Psychol. Q. 51, 123-140. Time: O(draws (n + m)).

    Parameters
    ----------
    groups : attribute of the actors, or a dict from actor to group
    direction : in a directed network ``ignored`` counts a pair once, tied one way or both; ``out``
        and ``in`` count each tie
    weights : ``unweighted``, or ``strength``: ties count by strength
    seed : of the draws
    draws : how many

    Returns
    -------
    DataFrame, one row
        ei_external, ei_internal : float, ties between groups and within them, or their strength
        ei_index : float, -1 (all within) to 1 (all between); NaN without ties
        ei_expected : float, mean over all ways of dealing the groups out, exactly
        ei_at_least, ei_at_most : float, share of them with an index as large or larger, and as
            small or smaller
        ei_p_value : float, twice the smaller of the two shares, 1 at most
        ei_relabellings : int, how many were looked at
        ei_is_exact : bool, whether these are all there are

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If an actor has no group, an option has no such value, or there are no draws.
    CollabnetError
        If strengths count and one is below zero or no number.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> line = Network.from_pairs([("O1", "O2"), ("O2", "I1"), ("I1", "I2")])
    >>> agency = {"O1": "court", "O2": "court", "I1": "program", "I2": "program"}
    >>> found = ei_index(line, groups=agency)
    >>> found[["ei_external", "ei_internal", "ei_index", "ei_expected", "ei_at_most"]].round(3)
       ei_external  ei_internal  ei_index  ei_expected  ei_at_most
    0          1.0          2.0    -0.333        0.333       0.333
    """
    given = grouped(network, groups, "ei_index")
    ties = ties_of(given.network, "ei_index", direction, weights, allow_negative=False)
    is_within = given.of[ties.rows] == given.of[ties.columns]
    external, internal = fsum(ties.counts[~is_within]), fsum(ties.counts[is_within])
    total = external + internal
    chance = relabelled(given, ties, internal, seed=seed, draws=draws)
    sizes, n = given.sizes, given.of.size
    same = int((sizes * (sizes - 1)).sum()) / (n * (n - 1)) if n > 1 else 0.0
    return of_network(
        ei_external=external,
        ei_internal=internal,
        ei_index=(external - internal) / total if total else np.nan,
        ei_expected=1 - 2 * same if total else np.nan,
        ei_at_least=chance.at_least,
        ei_at_most=chance.at_most,
        ei_p_value=min(1.0, 2 * chance.at_least, 2 * chance.at_most) if total else np.nan,
        ei_relabellings=chance.count,
        ei_is_exact=chance.is_exact,
        settings={
            "groups": named(groups),
            "direction": direction,
            "weights": weights,
            "seed": seed,
            "draws": draws,
        },
    )


def ei_index_by_group(
    network: Given,
    *,
    groups: Groups,
    direction: Direction = "ignored",
    weights: Weights = "unweighted",
    variant: Counted = "ties",
) -> pd.DataFrame:
    """Compare each group's ties to others with those within it.

    (E - I) / (E + I). After Krackhardt and Stern (1988), Soc. Psychol. Q. 51, 123-140.
    Time: O(n + m).

    Parameters
    ----------
    groups, weights : as in ``ei_index``
    direction : in a directed network the ties that a group's actors send (``out``) or get
        (``in``), or the pairs tied one way or both (``ignored``)
    variant : ``ties`` counts a tie within the group once; ``ends`` from both ends where direction
        doesn't count, as the sum over the group's actors and as UCINET does

    Returns
    -------
    DataFrame, one row per group
        group : the group: numbers by size, then by how they are written
        ei_external, ei_internal : float, ties to other groups and within, or their strength
        ei_index : float, -1 to 1; NaN for a group without ties

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If an actor has no group, or an option has no such value.
    CollabnetError
        If strengths count and one is below zero or no number.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> line = Network.from_pairs([("O1", "O2"), ("O2", "I1")])
    >>> ei_index_by_group(line, groups={"O1": "court", "O2": "court", "I1": "program"})
         group  ei_external  ei_internal  ei_index
    0    court          1.0          1.0       0.0
    1  program          1.0          0.0       1.0
    """
    given = grouped(network, groups, "ei_index_by_group")
    check_option("ei_index_by_group", "variant", variant, ("ties", "ends"))
    ties = ties_of(given.network, "ei_index_by_group", direction, weights, allow_negative=False)
    first, second = given.of[ties.rows], given.of[ties.columns]
    is_within, size = first == second, len(given.names)
    internal = sums_at(first[is_within], ties.counts[is_within], size)
    if variant == "ends" and not ties.is_directed:
        internal *= 2
    external = _at_ends(first, second, ties, ~is_within, size)
    table = pd.DataFrame({"group": labels(given.names), **_index(external, internal)})
    table.attrs["settings"] = {
        "groups": named(groups),
        "direction": direction,
        "weights": weights,
        "variant": variant,
    }
    return table


def ei_index_by_actor(
    network: Given,
    *,
    groups: Groups,
    direction: Direction = "ignored",
    weights: Weights = "unweighted",
) -> pd.DataFrame:
    """Compare each actor's ties to other groups with those to its own.

    (E - I) / (E + I). After Krackhardt and Stern (1988), Soc. Psychol. Q. 51, 123-140.
    Time: O(n + m).

    Parameters
    ----------
    groups, weights : as in ``ei_index``
    direction : in a directed network the ties an actor sends (``out``) or gets (``in``), or its
        contacts either way (``ignored``)

    Returns
    -------
    DataFrame, one row per actor
        ei_external, ei_internal : float, ties to other groups and to the own, or their strength
        ei_index : float, -1 to 1; NaN without ties

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If an actor has no group, or an option has no such value.
    CollabnetError
        If strengths count and one is below zero or no number.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> line = Network.from_pairs([("O1", "O2"), ("O2", "I1")])
    >>> ei_index_by_actor(line, groups={"O1": "court", "O2": "court", "I1": "program"})
      actor_id  ei_external  ei_internal  ei_index
    0       I1          1.0          0.0       1.0
    1       O1          0.0          1.0      -1.0
    2       O2          1.0          1.0       0.0
    """
    given = grouped(network, groups, "ei_index_by_actor")
    ties = ties_of(given.network, "ei_index_by_actor", direction, weights, allow_negative=False)
    is_within = given.of[ties.rows] == given.of[ties.columns]
    external = _at_ends(ties.rows, ties.columns, ties, ~is_within, given.of.size)
    internal = _at_ends(ties.rows, ties.columns, ties, is_within, given.of.size)
    return by_actor(
        given.network,
        **_index(external, internal),
        settings={"groups": named(groups), "direction": direction, "weights": weights},
    )


def _at_ends(first: Ints, second: Ints, ties: Ties, kept: Bools, size: int) -> Floats:
    """Add ties up where they begin; where direction is ignored, where they end as well."""
    places, counts = first[kept], ties.counts[kept]
    if not ties.is_directed:
        places, counts = np.concatenate([places, second[kept]]), np.concatenate([counts, counts])
    return sums_at(places, counts, size)


def _index(external: Floats, internal: Floats) -> dict[str, Floats]:
    total = external + internal
    index = np.divide(external - internal, total, out=np.full(total.size, np.nan), where=total > 0)
    return {"ei_external": external, "ei_internal": internal, "ei_index": index}
