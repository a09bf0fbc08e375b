"""The actors that a measure on two actors is asked about."""

from collections.abc import Hashable

from collabnet.model.errors import AssumptionError, NotFoundError, unknown_name
from collabnet.model.network import Network


def place_of(network: Network, actor: Hashable) -> int:
    """Give an actor's position in the network.

    Raises
    ------
    NotFoundError
        If it isn't in the network.

    Examples
    --------
    >>> place_of(Network.from_pairs([("clinic", "court")]), "clinik")
    Traceback (most recent call last):
        ...
    collabnet.model.errors.NotFoundError: There is no actor 'clinik'. Did you mean clinic? Check ...
    """
    if actor in network.actor_ids:
        return network.actor_ids.index(actor)
    remedy = "Check the spelling; network.actor_ids lists all."
    if isinstance(actor, str):
        known = [one for one in network.actor_ids if isinstance(one, str)]
        raise unknown_name("actor", actor, known, remedy)
    raise NotFoundError(f"There is no actor {actor!r}. {remedy}")


def places_of(
    network: Network, measure: str, from_actor: Hashable | None, to_actor: Hashable | None
) -> tuple[int, int] | None:
    """Give the positions of the two actors; None if neither is named.

    Raises
    ------
    AssumptionError
        If only one is named, or both are the same.
    NotFoundError
        If one isn't in the network.
    """
    if from_actor is None and to_actor is None:
        return None
    if from_actor is None or to_actor is None:
        raise AssumptionError(
            f"{measure} needs both from_actor and to_actor, or neither for the network as a "
            f"whole; got {'to_actor' if from_actor is None else 'from_actor'} alone."
        )
    places = place_of(network, from_actor), place_of(network, to_actor)
    if places[0] == places[1]:
        raise AssumptionError(
            f"{measure} needs two different actors; got {from_actor!r} twice. Name another."
        )
    return places
