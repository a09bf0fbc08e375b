"""Homophily: whether ties join actors of the same group more often than by chance."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

import numpy as np
import pandas as pd

from collabnet.engine import Floats, Ints
from collabnet.engine.work import in_parts
from collabnet.metrics.arrays import Given, labels
from collabnet.metrics.groups.membership import Grouped, Ties, grouped, named, rank, ties_of
from collabnet.metrics.groups.relabelling import FEW, every_way, number_of_ways
from collabnet.metrics.options import Direction, Groups, Weights, check_count
from collabnet.stats.orders import AT_ONCE, Position, position
from collabnet.stats.relations import check_actors
from collabnet.stats.result import Result, by_chance, percent


@dataclass(frozen=True, eq=False, repr=False)
class Homophily(Result):
    """Ties within groups against chance, for the network and for each group.

    Attributes
    ----------
    groups : one row per group: ``group``, ``n_actors``, ``same_group_ties``, ``mean_by_chance``,
        ``sd_by_chance``, ``p_greater`` and ``p_less`` (share of groupings with as many ties
        within the group or more, and as many or fewer)
    """

    groups: pd.DataFrame = field(default_factory=pd.DataFrame)


def homophily(
    network: Given,
    *,
    groups: Groups,
    direction: Direction = "ignored",
    weights: Weights = "unweighted",
    permutations: int = 10_000,
    seed: int = 1,
) -> Homophily:
    """Test whether ties join actors of the same group more often than by chance.

    Chance is the groups dealt out anew among the actors, sizes and ties as they are; where that
    can be done in no more than 10,000 ways, or ``permutations``, all are gone through. The number
    of ties within groups, the E-I index and the odds ratio rise and fall together, so that they
    have one p value; it is that of a QAP test with the same-group matrix too. After Krackhardt
    and Stern (1988), Soc. Psychol. Q. 51, 123-140; Newman (2003), Phys. Rev. E 67, 026126; for
    the ties within each group, join counts, Cliff and Ord (1981), Spatial Processes.
    Time: O(permutations m k) with k groups.

    Parameters
    ----------
    groups : attribute of the actors, or a dict from actor to group
    direction : in a directed network ``ignored`` counts a pair once, tied one way or both; ``out``
        and ``in`` count each tie
    weights : ``unweighted``, or ``strength``: ties count by strength
    permutations : how many groupings to draw
    seed : of the draws

    Returns
    -------
    Homophily, with a table of four rows
        measure : ``same_group_ties``, ``ei_index`` (-1, all within groups, to 1, all between),
            ``odds_ratio`` of being tied, same group against different groups (0 or more, 1 as by
            chance; NaN where strengths count), ``assortativity`` (1, all within, to -1 at least)
        observed : float; NaN where undefined: without ties, where no pair could be otherwise,
            and for assortativity where all ties are within one group
        mean_by_chance : float, over the groupings; NaN for the odds ratio, which can be endless
        p_alike, p_unlike : float, share of groupings as homophilous or more, and as much or less;
            drawn ones count the observed one as one of them
        p_two_sided : float, twice the smaller of the two, 1 at most

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If there are fewer than 2 actors, one has no group, or an option has no such value.
    CollabnetError
        If strengths count and one is below zero or no number.

    Examples
    --------
    >>> import networkx as nx
    >>> found = homophily(nx.karate_club_graph(), groups="club", permutations=999)
    >>> found.table[["measure", "observed", "p_alike"]].round(3)
               measure  observed  p_alike
    0  same_group_ties    67.000    0.001
    1         ei_index    -0.718    0.001
    2       odds_ratio     8.260    0.001
    3    assortativity     0.718    0.001
    """
    check_count("homophily", "permutations", permutations)
    check_count("homophily", "seed", seed, least=0)
    given = grouped(network, groups, "homophily")
    n = given.of.size
    check_actors(n, 2, "homophily")
    ties = ties_of(given.network, "homophily", direction, weights, allow_negative=False)
    ways = number_of_ways(given.sizes, max(permutations, FEW))
    is_exact = ways is not None
    count = permutations if ways is None else ways
    counted = _Counted(given, ties)
    deals = every_way(given.sizes) if is_exact else _drawn(counted.own, seed)

    def work(begin: int, end: int) -> tuple[Floats, Floats]:
        return counted.within(np.array(list(islice(deals, end - begin))))

    part = max(1, AT_ONCE // max(ties.rows.size, n))
    parts = list(in_parts(work, count, part=part, what="ties within groups dealt out anew"))
    within, mixing = (np.concatenate(one) for one in zip(*parts, strict=True))
    (own,), (own_mixing,) = counted.within(counted.own[None, :])
    total = float(ties.counts.sum())
    scale = total or 1.0
    ties_within = position(own.sum() / scale, within.sum(axis=1) / scale, is_exact=is_exact)
    mixed = position(float(own_mixing), mixing, is_exact=is_exact)
    undefined = float("nan")
    ei = (total - 2 * own.sum()) / total if total else undefined
    mean = ties_within.mean * total if total else undefined
    odds = _odds(given, ties, float(own.sum())) if weights == "unweighted" else undefined
    rows = [
        ("same_group_ties", own.sum(), mean, ties_within),
        ("ei_index", ei, (total - 2 * mean) / total if total else undefined, ties_within),
        ("odds_ratio", odds, undefined, ties_within),
        ("assortativity", own_mixing, mixed.mean, mixed),
    ]
    table = pd.DataFrame([_row(*one, has_ties=total > 0) for one in rows])
    how = "Every grouping was gone through" if is_exact else "Groupings were drawn"
    notes = (f"{how}: {count:,}, with the same sizes of groups and the same ties.",)
    settings = {
        "groups": named(groups),
        "direction": direction,
        "weights": weights,
        "permutations": permutations,
        "seed": seed,
    }
    by_group = _by_group(given, own, within, is_exact=is_exact)
    return Homophily(table, _sentence(table, total), notes, settings, groups=by_group)


class _Counted:
    """Ties within groups, however the groups are dealt out; actors in the order of their ids."""

    def __init__(self, given: Grouped, ties: Ties) -> None:
        ids = given.network.actor_ids
        order = np.array(sorted(range(len(ids)), key=lambda i: rank(ids[i])))
        place = np.argsort(order)
        rows, columns = place[ties.rows], place[ties.columns]
        sums = (
            np.lexsort((columns, rows))
            if ties.is_directed
            else np.lexsort((np.maximum(rows, columns), np.minimum(rows, columns)))
        )  # sums of strengths to the last digit the same, however the ties came
        self.own: Ints = given.of[order]
        self._rows, self._columns, self._counts = rows[sums], columns[sums], ties.counts[sums]
        self._groups = len(given.names)
        n = len(ids)
        out = np.bincount(self._rows, weights=self._counts, minlength=n)
        into = np.bincount(self._columns, weights=self._counts, minlength=n)
        self._ends = (out, into) if ties.is_directed else (out + into, out + into)
        self._total = float(self._counts.sum())

    def within(self, codes: Ints) -> tuple[Floats, Floats]:
        """Of each deal (a row), the ties within each group, and the assortativity."""
        first, second = codes[:, self._rows], codes[:, self._columns]
        same = np.where(first == second, first, -1)
        found = np.zeros((len(codes), self._groups))
        by_chance = np.zeros(len(codes))
        both = float(self._ends[0].sum()) * float(self._ends[1].sum())
        for group in range(self._groups):
            found[:, group] = np.einsum("km,m->k", (same == group).astype(float), self._counts)
            member = (codes == group).astype(float)
            out, into = (np.einsum("kn,n->k", member, ends) for ends in self._ends)
            by_chance += out * into / both if both else 0.0
        share = found.sum(axis=1) / self._total if self._total else np.full(len(codes), np.nan)
        left = np.where(by_chance < 1 - 1e-12, 1 - by_chance, np.nan)
        return found, (share - by_chance) / left


def _drawn(own: Ints, seed: int) -> Iterator[Ints]:
    random = np.random.Generator(np.random.PCG64(seed))
    while True:
        yield random.permutation(own)


def _odds(given: Grouped, ties: Ties, within: float) -> float:
    n, sizes = given.of.size, given.sizes
    orders = 1 if ties.is_directed else 2
    pairs = n * (n - 1) // orders
    same = int((sizes * (sizes - 1)).sum()) // orders
    between = float(ties.counts.sum()) - within
    against = (same - within) * between
    for_it = within * (pairs - same - between)
    if against:
        return for_it / against
    return float("inf") if for_it else float("nan")


def _row(
    measure: str, observed: float, mean: float, chance: Position, *, has_ties: bool
) -> dict[str, object]:
    is_defined = has_ties and not np.isnan(observed)
    alike, unlike = (chance.p_greater, chance.p_less) if is_defined else (np.nan, np.nan)
    return {
        "measure": measure,
        "observed": float(observed),
        "mean_by_chance": mean,
        "p_alike": alike,
        "p_unlike": unlike,
        "p_two_sided": min(1.0, 2 * alike, 2 * unlike) if is_defined else np.nan,
    }


def _by_group(given: Grouped, own: Floats, found: Floats, *, is_exact: bool) -> pd.DataFrame:
    chance = [position(own[g], found[:, g], is_exact=is_exact) for g in range(own.size)]
    return pd.DataFrame(
        {
            "group": labels(given.names),
            "n_actors": given.sizes,
            "same_group_ties": own,
            "mean_by_chance": [one.mean for one in chance],
            "sd_by_chance": [one.sd for one in chance],
            "p_greater": [one.p_greater for one in chance],
            "p_less": [one.p_less for one in chance],
        }
    )


def _sentence(table: pd.DataFrame, total: float) -> str:
    if not total:
        return "There are no ties: whether they join alike with alike can't be told."
    row = table.iloc[0]
    share, expected = row["observed"] / total, row["mean_by_chance"] / total
    return (
        f"{percent(share)} of the ties are within a group; by chance it would be "
        f"{percent(expected)}. As far from that: {by_chance(row['p_two_sided'])}."
    )
