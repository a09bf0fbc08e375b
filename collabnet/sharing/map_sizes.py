"""How large people and agencies are drawn on the network map, for whoever holds the data."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Literal

from collabnet.risk.assessment import Assessment
from collabnet.sharing.people_map import map_ties

Size = Literal["contacts", "referrals", "between"]
SIZES: Mapping[Size, str] = {
    "contacts": "number of working contacts",
    "referrals": "referrals sent and received",
    "between": "how often on the shortest way between two others",
}


def map_sizes(assessment: Assessment, measure: Size) -> dict[str, float]:
    """Give every person and every agency a value, by id: agencies count what their people do.

    Examples
    --------
    >>> import collabnet as cn
    >>> found = map_sizes(cn.assess(cn.load("sample:g1"), worlds=0), "referrals")
    >>> found["residential"], found["S1"]
    (15.0, 2.0)
    """
    coalition = assessment.coalition
    if measure == "between":
        from collabnet.metrics import betweenness  # compiled when it is asked for

        values: dict[str, float] = {}
        for level in ("people", "agencies"):
            table = betweenness(coalition.network(level))
            values |= dict(zip(table["actor_id"], table["betweenness"].astype(float), strict=True))
        return values
    others: defaultdict[str, set[str]] = defaultdict(set)
    referrals: defaultdict[str, float] = defaultdict(float)
    home = {person: coalition.agencies_of[person][0] for person in coalition.people["person_id"]}
    for tie in map_ties(coalition, assessment.rows):
        if tie.quality != "usable":
            continue
        one, other = tie.from_id, tie.to_id
        places = home.get(one, one), home.get(other, other)
        for here, there in ((one, other), (other, one), places, places[::-1]):
            if here != there:
                others[here].add(there)
        for end in {one, other, *(places if places[0] != places[1] else ())}:
            referrals[end] += tie.strength or 0.0
    if measure == "referrals":
        return dict(referrals)
    return {actor: float(len(found)) for actor, found in others.items()}
