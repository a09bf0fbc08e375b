"""Try whether a hub is still one where those who were not heard are filled in."""

import numpy as np

from collabnet.model import Coalition
from collabnet.risk.hubs import SHARE, Hub
from collabnet.risk.worlds.answers import Answers
from collabnet.risk.worlds.claims import SLACK
from collabnet.risk.worlds.draws import Bools, Ints


def hub_holds(
    coalition: Coalition, hub: Hub, answers: Answers, draw: np.random.Generator, n_worlds: int
) -> Bools:
    """In which worlds a person has formal contacts to a third of the actors, less a quarter.

    People who were not heard and agencies of whom no tie is on record may be actors too, as
    often as others are. Such a person has a formal contact with the hub as often as those on
    record; where the hub was heard, only as far as people heard leave contacts out.
    """
    ties = coalition.ties
    known = set(ties["from_id"]) | set(ties["to_id"])
    staff = answers.staff.values()
    silent = sum(len(one.missing - known) for one in staff)
    more = _joining(
        draw,
        silent,
        sum(len(one.heard & known) for one in staff),
        sum(len(one.heard) for one in staff),
        n_worlds,
    )
    agencies = set(coalition.agencies["agency_id"]) - coalition.outside
    n_known = len(agencies & known)
    if any(one.missing for one in staff):
        more = more + _joining(draw, len(agencies) - n_known, n_known, len(agencies), n_worlds)
    n_formal, n_actors = len(hub.formal), hub.n_actors
    rate = draw.beta(n_formal + 0.5, n_actors - n_formal + 0.5, n_worlds)
    if any(hub.person in one.heard for one in staff):
        told = answers.rate_confirmed
        rate = rate * (1 - told) / (1 - rate * told)
    theirs = draw.binomial(more, rate)
    found: Bools = n_formal + theirs >= (1 - SLACK) * SHARE * (n_actors + more)
    return found


def _joining(draw: np.random.Generator, n: int, n_tied: int, n_of: int, n_worlds: int) -> Ints:
    """How many of those without a tie on record have one, at the rate of others (Jeffreys)."""
    found: Ints = draw.binomial(n, draw.beta(n_tied + 0.5, n_of - n_tied + 0.5, n_worlds))
    return found
