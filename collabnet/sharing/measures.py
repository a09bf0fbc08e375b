"""A measure of every person or agency, for whoever holds the data."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from collabnet.model import Coalition, Network
from collabnet.model.coalition import Level
from collabnet.model.errors import AssumptionError, CollabnetError
from collabnet.risk.nouns import plural
from collabnet.risk.say_contacts import KIND_NOUN
from collabnet.risk.wording import capital, count, listed
from collabnet.sharing.audiences import NOTICES, check_audience
from collabnet.sharing.released import SEAL
from collabnet.sharing.released_measure import ReleasedMeasure, Spread

if TYPE_CHECKING:  # the catalogue is read when a measure is asked for
    from collabnet.metrics.entry import Entry

UNDEFINED = "undefined"
MINUS = "\N{MINUS SIGN}"
FEW = 50
"""Below so many actors two decimals are told, no more: the others would look like knowledge."""
COMMUNITIES_FROM = 20
"""Below so many actors no communities are told."""
TIES_TAKEN = (
    "Ties of every kind count, referrals among them; strained and missing ones are left out."
)
PARTS = frozenset({"component", "community", "position"})
"""Columns whose values are the numbers of parts: none is more than another."""


def is_releasable(entry: "Entry") -> bool:
    """Say whether a measure gives a value for each actor without being told more."""
    return entry.of == "actors" and not entry.needs


def release_measure(
    coalition: Coalition,
    measure: str,
    level: Level = "people",
    audience: str = "internal",
    *,
    relations: Sequence[str] | None = None,
    options: Mapping[str, Any] | None = None,
    network: Network | None = None,
) -> ReleasedMeasure:
    """Give what an audience may see of a measure: outside internal nothing.

    Values of people are about named staff, and most values of agencies follow from counts of
    referrals, which outside internal can't be told where they are small.

    Parameters
    ----------
    measure : a name of the catalogue; with a row for each actor, and no option that is needed
    relations : the kinds of tie that count; all if not said
    options : of the measure, such as ``{"direction": "in"}``
    network : that of the coalition at this level with these relations, where it is built already

    Raises
    ------
    CollabnetError
        If there is no such audience, measure, option or kind of tie, the audience isn't internal,
        or the measure is of other things than actors, needs more than a network, or more actors.

    Examples
    --------
    >>> import collabnet as cn
    >>> found = release_measure(cn.load("sample:g1"), "harmonic", "agencies")
    >>> found.actors, found.n_ties, list(found.table.columns)
    ('5 agencies', 5, ['Name', 'Harmonic'])
    """
    if check_audience(audience) != "internal":
        raise CollabnetError(
            "Measures are for whoever holds the data: they tell of single people, or follow from "
            f"small counts; got the audience {audience!r}. Pass on a brief: it says which links "
            "are at risk without naming staff."
        )
    from collabnet.metrics.arrays import csr_along
    from collabnet.metrics.catalogue import check_options, entry_named

    entry = entry_named(measure)
    given = coalition.network(level, relations) if network is None else network
    _check(entry, given)
    check_options(entry, options or {})
    table = entry.function(given, **(options or {}))
    values = [str(column) for column in table.columns if column != "actor_id"]
    n_undefined = int(table[values].isna().to_numpy().sum())
    settings = coalition.settings
    return ReleasedMeasure(
        audience="internal",
        notice=NOTICES["internal"],
        name=settings.name,
        label=settings.label,
        measure=entry.name,
        level=level,
        actors=_actors(given, level),
        n_ties=int(csr_along(given, "out").indices.size),
        notices=(ties_taken(relations), *(str(one) for one in given.notices)),
        settings={one: _setting(value) for one, value in table.attrs["settings"].items()},
        spreads=tuple(_spread(entry, one, table[one]) for one in values),
        table=_named(coalition, given, level, {one: table[one] for one in values}),
        undefined=_undefined(n_undefined, entry),
        seal=SEAL,
    )


def ties_taken(relations: Sequence[str] | None) -> str:
    """Say which ties count.

    Examples
    --------
    >>> ties_taken(["referral", "case_report"])
    'Only these ties count: case report and referral; strained and missing ones are left out.'
    """
    if relations is None:
        return TIES_TAKEN
    kinds = listed(sorted(KIND_NOUN.get(one, one) for one in relations))
    return f"Only these ties count: {kinds}; strained and missing ones are left out."


def _spread(entry: "Entry", name: str, column: "pd.Series[Any]") -> Spread:
    values = tuple(sorted(float(one) for one in column if one == one))
    is_yes_no = column.dtype == np.bool_
    return Spread(
        name=capital(name.replace("_", " ")),
        unit=entry.columns.get(name, ""),
        kind="yes or no" if is_yes_no else "part" if name in PARTS else "number",
        values=values,
        n_undefined=len(column) - len(values),
    )


def _check(entry: "Entry", network: Network) -> None:
    if not is_releasable(entry):
        raise AssumptionError(
            f"Only measures with a row for each actor, and no option that is needed, can be shown; "
            f"{entry.name} isn't one. Compute it by collabnet measure PATH --measures {entry.name}."
        )
    n = len(network.actor_ids)
    if entry.name == "communities" and n < COMMUNITIES_FROM:
        raise AssumptionError(
            f"Communities need at least {COMMUNITIES_FROM} actors; here are {n}. Among so few, "
            "chance alone makes parts that look like communities."
        )


def _actors(network: Network, level: Level) -> str:
    """How many of whom, in words: 28 people and 2 groups."""
    if level != "people":
        n = len(network.actor_ids)
        return f"{n} {level if n != 1 else 'agency'}"
    kinds = Counter(str(values["kind"] or "person") for _, values in network.named_actors)
    found = [(kind, kinds.pop(kind, 0)) for kind in ("person", "group")]
    said = [f"{n} {kind if n == 1 else plural(kind)}" for kind, n in found if n]
    if n := kinds.total():
        said.append(f"{n} {'agency' if n == 1 else 'agencies'} as such")
    return listed(said)


def _setting(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return (
        UNDEFINED if value != value else f"{value:.4g}" if isinstance(value, float) else str(value)
    )


def _undefined(n: int, entry: "Entry") -> str:
    if not n:
        return ""
    return f"{capital(count(n, 'value'))} {'is' if n == 1 else 'are'} undefined. " + capital(
        entry.undefined
    )


def _named(
    coalition: Coalition, network: Network, level: Level, values: Mapping[str, "pd.Series[Any]"]
) -> pd.DataFrame:
    """The table in words, by name: people with the agency they belong to."""
    names = coalition.names
    ends = [(str(actor), given) for actor, given in network.named_actors]
    table = pd.DataFrame({"id": [actor for actor, _ in ends]}, dtype="str")
    table["Name"] = [names[actor] for actor, _ in ends]
    if level == "people":
        table["Agency"] = [names.get(str(given["agency_id"]), "") for _, given in ends]
    for name, column in values.items():
        table[capital(name.replace("_", " "))] = in_words(column, 2 if len(ends) < FEW else 4)
    order = sorted(range(len(ends)), key=lambda i: (table["Name"][i].casefold(), table["id"][i]))
    return table.loc[order].drop(columns="id").reset_index(drop=True)


def in_words(values: "pd.Series[Any]", decimals: int) -> list[str]:
    """Write the values of a column, all with as many decimals as are meant.

    A number that isn't zero is never written as zero.

    Examples
    --------
    >>> in_words(pd.Series([0.5, 0.001, float("nan")]), 2), in_words(pd.Series([3.0, 12000.0]), 2)
    (['0.50', '<0.01', 'undefined'], ['3', '12,000'])
    """
    if values.dtype == np.bool_:
        return ["yes" if one else "no" for one in values]
    numbers = [float(one) for one in values]
    whole = all(one.is_integer() for one in numbers if one == one)
    return [number_words(one, 0 if whole else decimals) for one in numbers]


def number_words(value: float, decimals: int) -> str:
    """Write a number with so many decimals; one that isn't zero is never written as zero.

    Examples
    --------
    >>> number_words(1234.5, 1), number_words(0.001, 2)
    ('1,234.5', '<0.01')
    """
    if value != value:
        return UNDEFINED
    least = 10.0**-decimals
    if value and abs(value) < least / 2:
        return f"{'<' if value > 0 else f'>{MINUS}'}{least:.{decimals}f}"
    return f"{value:,.{decimals}f}".replace("-", MINUS)
