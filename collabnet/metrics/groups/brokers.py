"""Who brokers between groups, in which role, after Gould and Fernandez."""

import numpy as np
import pandas as pd

from collabnet.engine import Csr, Ints
from collabnet.metrics.arrays import Given, by_actor, csr_along, labels, of_network
from collabnet.metrics.groups.membership import Grouped, grouped, named
from collabnet.metrics.groups.open_pairs import open_pairs
from collabnet.metrics.options import Groups

ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")
"""The roles in the order of their columns; ``total`` follows."""
COORDINATOR, ITINERANT, GATEKEEPER, REPRESENTATIVE, LIAISON = range(5)


def brokerage_roles(network: Given, *, groups: Groups) -> pd.DataFrame:
    """Count the pairs each actor stands between, by whose group the three are in.

    The actor v is between a and b if there are ties a > v > b and none from a to b. Roles by
    groups, as a > v > b: coordinator A > A > A, itinerant broker A > B > A, gatekeeper B > A > A,
    representative A > A > B, liaison B > A > C. Ties of an undirected network go both ways: each
    pair counts in both orders, and gatekeeper and representative are the same number. Strength is
    not used. After Gould and Fernandez (1989), Sociol. Methodol. 19, 89-126. Time: O(sum over
    actors of ties in times ties out).

    Parameters
    ----------
    groups : attribute of the actors, or a dict from actor to group

    Returns
    -------
    DataFrame, one row per actor
        coordinator, itinerant, gatekeeper, representative, liaison : int, ordered pairs, 0 to
            (n-1)(n-2)
        total : int, their sum

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If an actor has no group.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> line = Network.from_pairs([("D1", "O1"), ("O1", "I1")], is_directed=True)
    >>> agency = {"D1": "police", "O1": "court", "I1": "program"}
    >>> brokerage_roles(line, groups=agency)[["actor_id", "liaison", "total"]]
      actor_id  liaison  total
    0       D1        0      0
    1       I1        0      0
    2       O1        1      1
    """
    given = grouped(network, groups, "brokerage_roles")
    return by_actor(given.network, **_columns(counts_of(given)), settings={"groups": named(groups)})


def brokerage_roles_by_group(network: Given, *, groups: Groups) -> pd.DataFrame:
    """Count the pairs that the actors of each group stand between, by role.

    The sums of ``brokerage_roles`` over the actors of a group.

    Parameters
    ----------
    groups : attribute of the actors, or a dict from actor to group

    Returns
    -------
    DataFrame, one row per group
        group : the group: numbers by size, then by how they are written
        coordinator, itinerant, gatekeeper, representative, liaison, total : int

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If an actor has no group.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> line = Network.from_pairs([("D1", "O1"), ("O1", "I1")], is_directed=True)
    >>> agency = {"D1": "police", "O1": "court", "I1": "program"}
    >>> brokerage_roles_by_group(line, groups=agency)[["group", "liaison", "total"]]
         group  liaison  total
    0    court        1      1
    1   police        0      0
    2  program        0      0
    """
    given = grouped(network, groups, "brokerage_roles_by_group")
    counts = np.zeros((len(given.names), len(ROLES)), dtype=np.int64)
    np.add.at(counts, given.of, counts_of(given))
    table = pd.DataFrame({"group": labels(given.names), **_columns(counts)})
    table.attrs["settings"] = {"groups": named(groups)}
    return table


def brokerage_totals(network: Given, *, groups: Groups) -> pd.DataFrame:
    """Count the pairs that have somebody between them in the whole network, by role.

    The sums of ``brokerage_roles`` over all actors; a pair counts once for each broker.

    Parameters
    ----------
    groups : attribute of the actors, or a dict from actor to group

    Returns
    -------
    DataFrame, one row
        coordinator, itinerant, gatekeeper, representative, liaison, total : int

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If an actor has no group.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> line = Network.from_pairs([("D1", "O1"), ("O1", "I1")], is_directed=True)
    >>> agency = {"D1": "police", "O1": "court", "I1": "program"}
    >>> brokerage_totals(line, groups=agency)[["liaison", "total"]]
       liaison  total
    0        1      1
    """
    given = grouped(network, groups, "brokerage_totals")
    found = {name: int(of.sum()) for name, of in _columns(counts_of(given)).items()}
    return of_network(**found, settings={"groups": named(groups)})


def ways(given: Grouped) -> tuple[Csr, Csr]:
    """The ties along their direction, and against it."""
    return csr_along(given.network, "out"), csr_along(given.network, "in")


def counts_of(given: Grouped) -> Ints:
    """Pairs each actor stands between, a row per actor and a column per role."""
    along, against = ways(given)
    broker = np.repeat(np.arange(along.n), np.diff(against.indptr))
    counts = np.zeros(along.n * len(ROLES), dtype=np.int64)
    for pairs in open_pairs(along, against, "brokerage roles"):
        actor = broker[pairs.into]
        first, own, second = (
            given.of[one] for one in (against.indices[pairs.into], actor, along.indices[pairs.out])
        )
        role = np.select(
            [(first == own) & (own == second), first == second, own == second, own == first],
            [COORDINATOR, ITINERANT, GATEKEEPER, REPRESENTATIVE],
            LIAISON,
        )
        counts += np.bincount(actor * len(ROLES) + role, minlength=counts.size)
    return counts.reshape(along.n, len(ROLES))


def _columns(counts: Ints) -> dict[str, Ints]:
    found = {name: counts[:, i] for i, name in enumerate(ROLES)}
    return {**found, "total": counts.sum(axis=1)}
