"""Actors by their ids, where a measure is told of some."""

from collections.abc import Hashable, Iterable

from collabnet.model import Network
from collabnet.model.errors import unknown_name


def numbers_of(network: Network, actors: Iterable[Hashable], measure: str) -> list[int]:
    """Give the places of some actors in the network's order, each once, in that order.

    Raises
    ------
    NotFoundError
        If one isn't in the network.

    Examples
    --------
    >>> line = Network.from_pairs([("clinic", "outreach"), ("outreach", "shelter")])
    >>> numbers_of(line, ["shelter", "clinic", "shelter"], "fragmentation")
    [0, 2]
    """
    place = {actor: at for at, actor in enumerate(network.actor_ids)}
    is_one = isinstance(actors, str) or not hasattr(actors, "__iter__")
    asked: list[Hashable] = [actors] if is_one else list(actors)  # type: ignore[list-item]
    for actor in asked:
        if not _is_in(place, actor):
            texts = [str(one) for one in network.actor_ids]
            raise unknown_name(
                "actor", str(actor), texts, f"{measure} needs actors of the network."
            )
    return sorted({place[actor] for actor in asked})


def _is_in(place: dict[Hashable, int], actor: Hashable) -> bool:
    try:
        return actor in place
    except TypeError:  # a list, say, is nobody's id
        return False
