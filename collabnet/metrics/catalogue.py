"""The measures by name, and several at once in one table."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import pandas as pd

from collabnet.metrics.arrays import Given
from collabnet.metrics.census.entries import ENTRIES as CENSUS
from collabnet.metrics.centrality.entries import ENTRIES as CENTRALITY
from collabnet.metrics.cohesion.entries import ENTRIES as COHESION
from collabnet.metrics.ego.entries import ENTRIES as EGO
from collabnet.metrics.entry import Entry, Of
from collabnet.metrics.facts import facts, in_text, needed, options_of
from collabnet.metrics.groups.entries import ENTRIES as GROUPS
from collabnet.metrics.other_names import known_as
from collabnet.metrics.positions.entries import ENTRIES as POSITIONS
from collabnet.metrics.removal.entries import ENTRIES as REMOVAL
from collabnet.model.errors import AssumptionError, NotFoundError, unknown_name
from collabnet.model.network import as_network

FAMILIES: Mapping[str, tuple[Entry, ...]] = {
    "Centrality": CENTRALITY,
    "An actor's contacts": EGO,
    "Pairs and triples": CENSUS,
    "Groups and brokers": GROUPS,
    "Cohesion": COHESION,
    "When actors leave": REMOVAL,
    "Communities and positions": POSITIONS,
}
"""Every measure, by family, in the order of the reference page."""

MEASURES: Mapping[str, Entry] = {
    entry.name: entry for entries in FAMILIES.values() for entry in entries
}
"""Every measure by the name it is asked for."""

USUAL: Mapping[Of, tuple[str, ...]] = {
    "actors": ("degree", "strength", "betweenness", "harmonic", "constraint", "cutpoints"),
    "ties": ("tie_betweenness",),
    "pairs": ("structural_equivalence",),
    "network": ("density", "reciprocity", "transitivity", "fragmentation"),
}
"""The few that are measured where none is named."""

Asked: TypeAlias = Sequence[str] | Mapping[str, Mapping[str, Any]]
"""Names, or names with the options of each."""
_WHERE_LISTED = "collabnet measure --list and cn.list_measures() list those there are."
KEYS: Mapping[Of, tuple[str, ...]] = {
    "actors": ("actor_id",),
    "ties": ("from_id", "to_id"),
    "pairs": ("from_id", "to_id"),
    "network": (),
}
"""The columns that say what a row stands for, where rows of several measures can be alike."""


def measure(
    network: Given, measures: Asked | str | None = None, *, of: Of = "actors"
) -> pd.DataFrame:
    """Compute several measures in one table; if none is named, the few usual ones.

    :func:`list_measures` lists all there are, :func:`explain_measure` tells what one means.

    Parameters
    ----------
    measures : a name, several, or names with options, such as
        ``{"betweenness": {"cost": "1/strength"}}``; all of one kind, for a table has one kind of
        row
    of : the kind of row where no measure is named: actors, ties, pairs or network

    Returns
    -------
    DataFrame, one row per actor in the network's order (or tie, pair, or the network): what the
        row stands for, then each measure's columns; a column whose name is taken by another
        measure has its own measure's name in front. ``attrs["settings"]`` are the options of
        each measure.

    Raises
    ------
    NotFoundError
        If a measure doesn't exist.
    AssumptionError
        If an option or its value doesn't exist or is missing, or the measures don't fit in one
        table.
    EmptyNetworkError
        If the network has no actors.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> line = Network.from_pairs([("clinic", "outreach"), ("outreach", "shelter")])
    >>> measure(line, ["degree", "harmonic"])
       actor_id  degree  harmonic
    0    clinic       1      0.75
    1  outreach       2      1.00
    2   shelter       1      0.75
    """
    if measures is None:
        if of not in USUAL:
            raise AssumptionError(
                f"measure needs one of {', '.join(USUAL)} for of; got {of!r}. Choose among these, "
                "or name measures."
            )
        measures = USUAL[of]
    asked = asked_of(measures)
    entries = [entry_named(name) for name in asked]
    check_together(entries)
    for entry in entries:
        check_options(entry, asked[entry.name])
    given = as_network(network)
    return _joined(entries, [one.function(given, **asked[one.name]) for one in entries])


def _joined(entries: Sequence[Entry], tables: Sequence[pd.DataFrame]) -> pd.DataFrame:
    settings = {
        one.name: table.attrs["settings"] for one, table in zip(entries, tables, strict=True)
    }
    for table in tables:
        table.attrs = {}  # pandas compares them on joining
    keys = list(KEYS.get(entries[0].of, ()))
    joined = tables[0]
    for entry, table in zip(entries[1:], tables[1:], strict=True):
        if not table[keys].equals(joined[keys]):
            raise _apart(entries[0], entry)
        rest = table.drop(columns=keys)
        same = [one for one in rest if one in joined and rest[one].equals(joined[one])]
        rest = rest.drop(columns=same)
        taken = {one: f"{entry.name}_{one}" for one in rest if one in joined}
        joined = pd.concat([joined, rest.rename(columns=taken)], axis=1)
    joined.attrs["settings"] = settings
    return joined


def list_measures() -> pd.DataFrame:
    """List the measures there are.

    Returns
    -------
    DataFrame, one row per measure, by family
        measure : its name in ``cn.metrics`` and for :func:`measure`
        family : what it belongs to
        rows : what a row of its table stands for: actors, ties, pairs, groups, network or list
        sentence : what it says
        options : what can be chosen, with what counts if nothing is said

    Examples
    --------
    >>> import collabnet as cn
    >>> table = cn.list_measures().set_index("measure")
    >>> table.loc["degree", "family"]
    'Centrality'
    """
    return pd.DataFrame(
        [
            {
                "measure": entry.name,
                "family": family,
                "rows": entry.of,
                "sentence": entry.sentence,
                "options": ", ".join(
                    f"{name} (needed)" if default is None else f"{name}={default}"
                    for name, default in options_of(entry).items()
                ),
            }
            for family, entries in FAMILIES.items()
            for entry in entries
        ]
    )


def explain_measure(name: str, *, width: int | None = 88) -> str:
    """Tell what a measure means: definition, ranges, what is undefined, sources, other programs.

    Parameters
    ----------
    width : characters in a line; None breaks none

    Raises
    ------
    NotFoundError
        If there is none of that name.

    Examples
    --------
    >>> import collabnet as cn
    >>> print(cn.explain_measure("degree").splitlines()[0])
    degree: ...
    """
    entry = entry_named(name)
    return in_text(entry, facts(entry), width)


def entry_named(name: str) -> Entry:
    """Give what is written about a measure.

    Raises
    ------
    NotFoundError
        If there is none of that name.
    """
    if name in MEASURES:
        return MEASURES[name]
    if elsewhere := known_as(str(name)):
        raise NotFoundError(
            f"There is no measure {str(name)!r}. Look at {', '.join(elsewhere)}. {_WHERE_LISTED}"
        )
    raise unknown_name("measure", str(name), MEASURES, _WHERE_LISTED)


def asked_of(measures: Asked | str) -> dict[str, Mapping[str, Any]]:
    """Give the options of each measure asked for; one named twice counts once.

    Raises
    ------
    AssumptionError
        If the options of one are no dict.

    Examples
    --------
    >>> asked_of("degree"), asked_of(["degree", "harmonic"])
    ({'degree': {}}, {'degree': {}, 'harmonic': {}})
    """
    if isinstance(measures, str):
        return {measures: {}}
    if not isinstance(measures, Mapping):
        return {name: {} for name in measures}
    for name, options in measures.items():
        if not isinstance(options, Mapping):
            raise AssumptionError(
                f"{name} needs its options in a dict, {{}} for none; got {options!r}. Say them as "
                'in {"betweenness": {"cost": "1/strength"}}.'
            )
    return dict(measures)


def check_together(entries: Sequence[Entry]) -> None:
    """Refuse measures whose rows stand for different things.

    Raises
    ------
    AssumptionError
        Naming two that don't fit.
    """
    if not entries:
        raise AssumptionError(
            "measure needs the name of at least one measure; got none. cn.list_measures() lists "
            "those there are."
        )
    for other in entries[1:]:
        if other.of != entries[0].of or other.of not in KEYS:
            raise _apart(entries[0], other)


def check_options(entry: Entry, options: Mapping[str, Any]) -> None:
    """Refuse options that a measure hasn't, and a call without those that it needs.

    Raises
    ------
    AssumptionError
        Naming the option.
    """
    known = options_of(entry)
    for name in options:
        if name not in known:
            raise AssumptionError(
                f"{entry.name} has no option {name!r}; it has {', '.join(known) or 'none'}. "
                "Leave it out, or correct its name."
            )
    missing = [name for name in entry.needs if name not in options]
    if missing:
        raise AssumptionError(
            f"{entry.name} needs {' and '.join(needed(name) for name in missing)}; got none. Say "
            f'it, as in {{"{entry.name}": {{"{missing[0]}": ...}}}}.'
        )


def _apart(first: Entry, other: Entry) -> AssumptionError:
    """The error for two measures that one table can't hold."""
    rows = f"{first.name} has rows for {first.of}, {other.name} for {other.of}"
    if first.of == other.of:
        rows = f"{first.name} and {other.name} have rows for {first.of} of their own choice"
    return AssumptionError(
        f"One table needs measures with one kind of row; {rows}. Ask for them apart."
    )
