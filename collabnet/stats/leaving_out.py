"""Networks drawn from one: some actors or ties left out at random, or ties drawn anew."""

from collections.abc import Callable, Hashable
from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd

from collabnet.engine import Floats
from collabnet.metrics.arrays import read
from collabnet.metrics.catalogue import Asked, asked_of, check_options, entry_named
from collabnet.metrics.groups.membership import rank
from collabnet.model.errors import AssumptionError
from collabnet.model.network import Network, Tie

By: TypeAlias = Literal["actors", "ties"]
Values: TypeAlias = dict[str, Floats]
"""By measure, the value of each actor in the order of ``Drawing.ids``; NaN for who isn't there."""


class Drawing:
    """A network with its actors and ties in an order that doesn't depend on how they came.

    Attributes
    ----------
    ids, ties : in that order
    given_ids : the actors as they came
    """

    def __init__(self, network: Network) -> None:
        ties = [self._turned(tie, is_directed=network.is_directed) for tie in network.keyed_ties]
        self.ties: list[Tie] = sorted(ties, key=self._place)
        self.given_ids = network.actor_ids
        actors = sorted(network.named_actors, key=lambda one: rank(one[0]))
        self.ids: tuple[Hashable, ...] = tuple(actor for actor, _ in actors)
        # Sums over ties end in other last digits when these come in another order.
        self.network = Network(
            actors, self.ties, is_directed=network.is_directed, is_multigraph=network.is_multigraph
        )

    @staticmethod
    def _turned(tie: Tie, *, is_directed: bool) -> Tie:
        """A tie without direction, from the actor who comes first."""
        u, v, key, values = tie
        return (v, u, key, values) if not is_directed and rank(v) < rank(u) else tie

    @staticmethod
    def _place(tie: Tie) -> tuple[Any, ...]:
        told = sorted((str(name), str(value)) for name, value in tie[3].items())
        return rank(tie[0]), rank(tie[1]), told

    def without_actors(self, share: float, random: np.random.Generator) -> Network:
        """Leave out a share of the actors, one at least."""
        gone = random.choice(len(self.ids), _how_many(share, len(self.ids)), replace=False)
        return self.network.without([self.ids[i] for i in gone.tolist()])

    def without_ties(self, share: float, random: np.random.Generator) -> Network:
        """Leave out a share of the ties, one at least."""
        n = len(self.ties)
        gone = set(random.choice(n, _how_many(share, n), replace=False).tolist()) if n else set()
        return self._of([tie for i, tie in enumerate(self.ties) if i not in gone])

    def resampled(self, random: np.random.Generator) -> Network:
        """Draw as many ties as there are, with replacement.

        Where all strengths are whole numbers, a tie of strength k stands for k rows of a log, and
        rows are drawn; else a tie drawn twice has twice its strength.
        """
        strengths = np.array([_strength(tie) for tie in self.ties])
        is_counts = bool(((strengths >= 1) & (strengths == np.floor(strengths))).all())
        rows = strengths if is_counts else np.ones(strengths.size)
        total = int(rows.sum())
        if not total:
            return self.network
        times = random.multinomial(total, rows / total)
        return self._of(
            [
                (u, v, key, {**values, "strength": float(strengths[i] * times[i] / rows[i])})
                for i, (u, v, key, values) in enumerate(self.ties)
                if times[i]
            ]
        )

    def _of(self, ties: list[Tie]) -> Network:
        own = self.network
        return Network(
            own.named_actors, ties, is_directed=own.is_directed, is_multigraph=own.is_multigraph
        )


def measured(measures: Asked | str, test: str) -> Callable[[Network, tuple[Hashable, ...]], Values]:
    """Give the function that computes measures of actors, each number by itself.

    Raises
    ------
    NotFoundError
        If there is no measure of that name.
    AssumptionError
        If a measure has no numbers for actors.
    """
    asked = asked_of(measures)
    if not asked:
        raise AssumptionError(f"{test} needs the name of at least one measure; got none.")
    for name, options in asked.items():
        entry = entry_named(name)
        check_options(entry, options)
        if entry.of != "actors":
            raise AssumptionError(
                f"{test} needs a measure with a number for each actor; {name} has rows for "
                f"{entry.of}. Take another; jackknife and cug_test take measures of a network."
            )

    def values(network: Network, ids: tuple[Hashable, ...]) -> Values:
        found: Values = {}
        place = {actor: i for i, actor in enumerate(ids)}
        at = [place[actor] for actor in network.actor_ids]
        for name, options in asked.items():
            table = entry_named(name).function(network, **options)
            numbers = _numbers(table, name, test)
            for column in numbers:
                whole = np.full(len(ids), np.nan)
                whole[at] = table[column].to_numpy(dtype=np.float64)
                found[column if column not in found else f"{name}_{column}"] = whole
        return found

    return values


def _numbers(table: pd.DataFrame, name: str, test: str) -> list[str]:
    columns = [one for one in table.select_dtypes("number") if one != "actor_id"]
    if not columns:
        raise AssumptionError(
            f"{test} needs a measure with a number for each actor; {name} gives "
            f"{', '.join(map(str, table.columns))}. Take another."
        )
    return [str(one) for one in columns]


def drawing(network: Any, test: str, least: int = 4) -> Drawing:  # noqa: ANN401 # what read takes
    """Read the network that others are drawn from.

    Raises
    ------
    EmptyNetworkError
        If it has no actors.
    AssumptionError
        If it has too few to leave any out.
    """
    given = read(network, test)
    if len(given.actor_ids) < least:
        raise AssumptionError(
            f"{test} needs {least} actors or more; got {len(given.actor_ids)}. There is too little "
            "to leave out."
        )
    return Drawing(given)


def check_share(test: str, option: str, value: object) -> None:
    """Refuse a share that leaves out nobody, or everybody.

    Raises
    ------
    AssumptionError
        Naming the range.
    """
    if not isinstance(value, (float, np.floating)) or not 0 < value < 1:
        raise AssumptionError(
            f"{test} needs as {option} a share above 0 and below 1; got {value!r}."
        )


def _how_many(share: float, of: int) -> int:
    return min(max(1, round(share * of)), of)


def _strength(tie: Tie) -> float:
    try:
        return float(tie[3].get("strength", tie[3].get("weight", 1)))
    except (TypeError, ValueError):
        return 1.0
