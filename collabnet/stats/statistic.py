"""A number of a network, by the name of a measure or as a function of one's own."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

import pandas as pd

from collabnet.metrics.catalogue import asked_of, check_options, entry_named
from collabnet.model.errors import AssumptionError
from collabnet.model.network import Network

Statistic: TypeAlias = str | Mapping[str, Mapping[str, Any]] | Callable[[Network], Any]
"""The name of a measure with one number for a network (``"density"``); one with its options
(``{"centralization": {"of": "betweenness"}}``); or a function that takes a network and gives a
number."""
Number: TypeAlias = Callable[[Network], float]


def statistic_of(statistic: Statistic, test: str) -> tuple[str, Number]:
    """Give a statistic's name and the function that computes it.

    Raises
    ------
    NotFoundError
        If there is no measure of that name.
    AssumptionError
        If a measure has more than one number for a network, or several are named.

    Examples
    --------
    >>> name, number = statistic_of("density", "cug_test")
    >>> name, number(Network.from_pairs([("a", "b"), ("b", "c")]))
    ('density', 0.6666666666666666)
    """
    if callable(statistic):
        name = str(getattr(statistic, "__name__", "statistic"))
        return name, lambda network: _number(statistic(network), name, test)
    if not isinstance(statistic, str | Mapping | Sequence):
        raise AssumptionError(
            f"{test} needs the name of a measure or a function as its statistic; got "
            f"{type(statistic).__name__}."
        )
    asked = asked_of(statistic)
    if len(asked) != 1:
        raise AssumptionError(
            f"{test} needs one statistic; got {len(asked) or 'none'}. Name one measure."
        )
    ((name, options),) = asked.items()
    entry = entry_named(name)
    check_options(entry, options)
    if entry.of != "network":
        raise AssumptionError(
            f"{test} needs a measure with one number for the network; {name} has rows for "
            f"{entry.of}. Take another, or hand over a function that gives a number."
        )
    return name, lambda network: _number(entry.function(network, **options), name, test)


def _number(found: object, name: str, test: str) -> float:
    if isinstance(found, pd.DataFrame):
        columns = [name] if name in found else list(found.select_dtypes("number").columns)
        if len(found) != 1 or len(columns) != 1:
            raise AssumptionError(
                f"{test} needs one number; {name} gives {', '.join(map(str, found.columns))}. Hand "
                f'over a function, as lambda network: cn.metrics.{name}(network)["..."].iloc[0].'
            )
        found = found[columns[0]].iloc[0]
    try:
        return float(found)  # type: ignore[arg-type] # whatever is no number is caught
    except (TypeError, ValueError):
        raise AssumptionError(
            f"{test} needs a function that gives a number; {name} gave "
            f"{type(found).__name__}. Let it return one number."
        ) from None
