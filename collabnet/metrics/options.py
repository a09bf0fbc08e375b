"""The options that measures share, and the groups of actors they are handed."""

from collections.abc import Hashable, Iterable, Mapping
from typing import Literal, TypeAlias

import numpy as np
import pandas as pd

from collabnet.model.errors import AssumptionError
from collabnet.model.network import Network

Cost: TypeAlias = Literal["unweighted", "1/strength"]
"""What a step over a tie costs: 1, or less the stronger the tie is."""
Direction: TypeAlias = Literal["out", "in", "ignored"]
"""Along the ties, against them, or both ways; an undirected network knows one way only."""
Weights: TypeAlias = Literal["unweighted", "strength"]
"""Whether every tie counts 1, or its strength."""
Groups: TypeAlias = str | Mapping[Hashable, Hashable]
"""An attribute of the actors, or each actor's group."""


def check_option(measure: str, option: str, value: object, allowed: Iterable[str]) -> None:
    """Refuse an option that is none of those there are.

    Raises
    ------
    AssumptionError
        Naming those there are.

    Examples
    --------
    >>> check_option("harmonic", "direction", "up", ("out", "in"))
    Traceback (most recent call last):
        ...
    collabnet.model.errors.AssumptionError: harmonic needs the direction 'out' or 'in'; got 'up'.
    """
    known = list(allowed)
    if value not in known:
        said = " or ".join(repr(one) for one in known)
        raise AssumptionError(f"{measure} needs the {option} {said}; got {value!r}.")


def check_count(measure: str, option: str, value: object, least: int = 1) -> None:
    """Refuse what is no whole number, or too small a one.

    Raises
    ------
    AssumptionError
        Saying from which number on.

    Examples
    --------
    >>> check_count("reach", "size", 0)
    Traceback (most recent call last):
        ...
    collabnet.model.errors.AssumptionError: reach needs as size a whole number, 1 or more; got 0.
    """
    is_whole = isinstance(value, (int, np.integer)) and not isinstance(value, bool)
    if not is_whole or value < least:  # type: ignore[operator]
        raise AssumptionError(
            f"{measure} needs as {option} a whole number, {least} or more; got {value!r}."
        )


def groups_of(
    network: Network, groups: Groups, measure: str, option: Literal["groups", "mode"] = "groups"
) -> list[Hashable]:
    """Give the group of every actor, in the network's order; ``option`` is what it is asked as.

    Raises
    ------
    AssumptionError
        If an actor has none or several, no actor has the attribute, or these are no groups.

    Examples
    --------
    >>> line = Network.from_pairs([("O1", "I1")])
    >>> groups_of(line, {"O1": "court", "I1": "program"}, "ei_index")
    ['program', 'court']
    """
    word = option.removesuffix("s")
    if isinstance(groups, str):
        names = list(network.actors.columns[1:])
        if groups not in names:
            raise AssumptionError(
                f"{measure} needs an attribute of the actors as {option}: "
                f"{', '.join(names) or 'they have none'}; got {groups!r}. Choose among these, or "
                f"hand over a dict from actor to {word}."
            )
        found = {actor: values.get(groups) for actor, values in network.named_actors}
    elif isinstance(groups, (Mapping, pd.Series)):
        found = {actor: groups.get(actor) for actor in network.actor_ids}
    else:
        raise AssumptionError(
            f"{measure} needs as {option} the name of an attribute of the actors, or a dict from "
            f"actor to {word}; got {type(groups).__name__}. A list becomes one with "
            f"dict(zip(network.actor_ids, {option}))."
        )
    for actor, group in found.items():
        if not isinstance(group, Hashable):
            raise AssumptionError(
                f"{measure} needs one {word} for every actor; {actor!r} has the "
                f"{type(group).__name__} {group!r}. Give it a word or a number."
            )
    bare = [actor for actor, group in found.items() if pd.isna(group) or group == ""]
    if bare:
        others = "nor has 1 other" if len(bare) == 2 else f"nor have {len(bare) - 1} others"
        raise AssumptionError(
            f"{measure} needs a {word} for every actor; {bare[0]!r} has none"
            f"{f', {others}' if len(bare) > 1 else ''}. Give it one, or leave it out with "
            "network.without([...])."
        )
    return list(found.values())
