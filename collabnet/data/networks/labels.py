"""Actors called by their names instead of by ids that tell a reader nothing."""

import re
from collections.abc import Collection, Hashable
from typing import Any

from collabnet.data.issues import shown
from collabnet.model.errors import CollabnetError
from collabnet.model.network import Network

NAMES = ("name", "label", "Name", "Label")
OLD = "id_in_file"
BARE = ("dl", "edge_list", "matrix")
"""Formats that hold one label for each actor and no attributes."""
_TELLS_NOTHING = re.compile(r"n?\d+")


def tells_nothing(actor_id: str) -> bool:
    """Tell whether an id is a mere number.

    Examples
    --------
    >>> [tells_nothing(one) for one in ("0", "n12", "A1", "court")]
    [True, True, False, False]
    """
    return _TELLS_NOTHING.fullmatch(actor_id) is not None


def name_attribute(network: Network) -> str:
    """Give the attribute that names actors whose ids are mere numbers; "" if there is none.

    Every actor needs a name, and no two the same.

    Examples
    --------
    >>> actors = [("0", {"name": "Court"}), ("1", {"name": "Clinic"})]
    >>> name_attribute(Network(actors, [], is_directed=True))
    'name'
    """
    if not all(tells_nothing(str(actor)) for actor in network.actor_ids):
        return ""
    return next((one for one in NAMES if network.actor_ids and not _why_not(network, one)), "")


def by_name(network: Network, attribute: str, *, keep_ids: bool = True) -> Network:
    """Call the actors as an attribute does; their ids become the attribute ``id_in_file``.

    Parameters
    ----------
    keep_ids : whether the ids stay, as an attribute

    Raises
    ------
    CollabnetError
        If an actor has no such attribute, or two have the same.

    Examples
    --------
    >>> actors = [("0", {"name": "Court"}), ("1", {"name": "Clinic"})]
    >>> by_name(Network(actors, [("0", "1", 0, {})], is_directed=True), "name").actor_ids
    ('Court', 'Clinic')
    """
    if why := _why_not(network, attribute):
        raise CollabnetError(f"Actors can't be called by {shown(attribute)}: {why}.")
    named = dict(_values(network, attribute))
    actors = []
    for actor, values in network.named_actors:
        kept = {name: value for name, value in values.items() if name != attribute}
        if keep_ids:
            kept[_free(kept)] = actor
        actors.append((named[actor], kept))
    return Network(
        actors,
        [(named[u], named[v], key, values) for u, v, key, values in network.keyed_ties],
        is_directed=network.is_directed,
        is_multigraph=network.is_multigraph,
        attributes=network.attributes,
        notices=network.notices,
    )


def _values(network: Network, attribute: str) -> list[tuple[Hashable, Any]]:
    return [(actor, values.get(attribute)) for actor, values in network.named_actors]


def _why_not(network: Network, attribute: str) -> str:
    """Why an attribute can't name the actors; "" if it can."""
    seen: set[str] = set()
    for actor, value in _values(network, attribute):
        if not isinstance(value, str) or not value.strip():
            return f"actor {shown(str(actor))} has none. Fill it in, or name another attribute"
        if value in seen:
            return f"{shown(value)} stands for two actors. Tell them apart, or name another one"
        seen.add(value)
    return ""


def _free(names: Collection[str]) -> str:
    name = OLD
    while name in names:
        name = f"{name}_"
    return name
