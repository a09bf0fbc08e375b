"""What touches each person and each agency: for scripts, and when a person is opened."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from collabnet.metrics.cohesion import cutpoints
from collabnet.metrics.removal import fragmentation_without, pairs_cut
from collabnet.model import Coalition, Network
from collabnet.model.records import records
from collabnet.risk.continuity import Departure
from collabnet.risk.cutsets import CutSets
from collabnet.risk.pathways import Pathway
from collabnet.risk.rows import Row

Pair = tuple[str, str]


def people_table(
    coalition: Coalition,
    rows: Sequence[Row],
    departures: Iterable[Departure],
    pathways: Sequence[Pathway],
    reach: Mapping[Pair, CutSets],
) -> pd.DataFrame:
    """Say for each person, in id order, what their leaving would touch.

    ``departures`` is what would leave with each person of the log.

    Returns
    -------
    DataFrame, one row per person or group
        direct_pathways_lost : int, pathways that this departure alone ends
        reachable_pairs_lost : int, ordered pairs of agencies left without any way
        rows_touched, touched_share : log rows with this person at an end, and their share
        lost_low, lost_high, interrupted : log rows lost for good (range), and waiting
        is_cutpoint, pairs_cut, pairs_cut_between_agencies : on the undirected referral graph
        fragmentation_without, distance_weighted_without : among those who stay
        was_asked : whether an answer or a referral of theirs is in the data; "not asked" is
            never "connected to nobody"
    """
    people = coalition.people[["person_id", "name", "agency_id", "role", "kind", "outside"]]
    people = people.sort_values("person_id", ignore_index=True)
    ids = people["person_id"]
    direct = Counter(person for p in pathways if p.service is None for person in p.cut.singles)
    ways = Counter(person for cut in reach.values() for person in cut.singles)
    log = [row for row in rows if row.is_log]
    touched = Counter(person for row in log for person in row.people)
    leaving = {one.person: one for one in departures}
    gone = [leaving.get(person) for person in ids]
    ties = coalition.ties
    reporters = {who.strip() for cell in ties["reported_by"] for who in cell.split(";")}
    asked = dict(records(coalition.people, "person_id", "interviewed"))
    table = people.assign(
        direct_pathways_lost=[direct[person] for person in ids],
        reachable_pairs_lost=[ways[person] for person in ids],
        rows_touched=[touched[person] for person in ids],
        touched_share=[touched[person] / len(log) if log else float("nan") for person in ids],
        lost_low=[one.lost_low if one else 0 for one in gone],
        lost_high=[one.lost_high if one else 0 for one in gone],
        interrupted=[one.interrupted if one else 0 for one in gone],
        was_asked=[
            bool(touched[person]) or person in reporters or asked[person] == "yes" for person in ids
        ],
    )
    network = coalition.network("people", ["referral"])
    groups = {actor: agencies[0] for actor, agencies in coalition.agencies_of.items()}
    return _with_structure(table, "person_id", network, groups)


def agencies_table(coalition: Coalition, pathways: Sequence[Pathway]) -> pd.DataFrame:
    """Say for each agency, in id order, what passes through it and hangs on it.

    Returns
    -------
    DataFrame, one row per agency
        sent, received : int, log rows to and from other agencies
        pathways_out, pathways_in : int
        is_cutpoint, pairs_cut, pairs_cut_between_agencies, fragmentation_without,
        distance_weighted_without : on the undirected referral graph of agencies
    """
    agencies = coalition.agencies[["agency_id", "name", "sector", "services", "outside"]]
    agencies = agencies.sort_values("agency_id", ignore_index=True)
    ids = agencies["agency_id"]
    whole = [p for p in pathways if p.service is None]
    sent: Counter[str] = Counter()
    received: Counter[str] = Counter()
    for pathway in whole:
        sent[pathway.from_agency] += pathway.n or 0
        received[pathway.to_agency] += pathway.n or 0
    out, into = Counter(p.from_agency for p in whole), Counter(p.to_agency for p in whole)
    table = agencies.assign(
        sent=[sent[agency] for agency in ids],
        received=[received[agency] for agency in ids],
        pathways_out=[out[agency] for agency in ids],
        pathways_in=[into[agency] for agency in ids],
    )
    network = coalition.network("agencies", ["referral"])
    return _with_structure(table, "agency_id", network, {agency: agency for agency in ids})


def _with_structure(
    table: pd.DataFrame, key: str, network: Network, groups: Mapping[Any, Any]
) -> pd.DataFrame:
    if not network.actor_ids:
        return table
    found = cutpoints(network).set_index("actor_id")
    between = pairs_cut(network, groups=groups).set_index("actor_id")
    without = fragmentation_without(network).set_index("actor_id")
    ids = table[key]
    return table.assign(
        is_cutpoint=ids.map(found["is_cutpoint"]),
        pairs_cut=ids.map(found["pairs_cut"]),
        pairs_cut_between_agencies=ids.map(between["pairs_cut_between_groups"]),
        fragmentation_without=ids.map(without["fragmentation_without"]),
        distance_weighted_without=ids.map(without["distance_weighted_without"]),
    )
