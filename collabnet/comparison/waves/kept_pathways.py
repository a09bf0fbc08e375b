"""Pathways of the log that are new, lost or kept between two times."""

from math import exp

import pandas as pd

from collabnet.comparison.waves.kept_ties import changes_of
from collabnet.model import Coalition
from collabnet.risk.assessment import Assessment
from collabnet.risk.pathways import Pathway
from collabnet.risk.quiet import CHANCE

_COLUMNS = ("from_agency", "to_agency", "change", "earlier", "later", "is_beyond_chance")
Link = tuple[str, str]


def pathway_changes(earlier: Assessment, later: Assessment) -> tuple[pd.DataFrame, int]:
    """Compare the pathways of two logs, between agencies that both coalitions have.

    Returns
    -------
    DataFrame, one row per pathway, by the ids of its agencies
        from_agency, to_agency : str
        change : "kept", "new" or "lost"
        earlier, later : int, referrals
        is_beyond_chance : bool, for new and lost ones: whether a pathway with as many referrals
            would be empty at the other time by chance less often than 5 % (exp(-rate t))
    int, pathways of either time that have an agency the other time doesn't know
    """
    known = _agencies(earlier.coalition) & _agencies(later.coalition)
    old, new = _pathways(earlier), _pathways(later)
    compared = [{pair: one for pair, one in found.items() if {*pair} <= known}
                for found in (old, new)]  # fmt: skip
    longer = _longer(earlier.coalition, later.coalition)
    rows = []
    for pair, change in changes_of(*compared).items():
        n, m = (len(found[pair].rows) if pair in found else 0 for found in compared)
        expected = {"lost": n * longer, "new": m / longer}.get(change, 0.0)
        rows.append((*pair, change, n, m, exp(-expected) < CHANCE))
    left_out = {*old, *new} - {pair for found in compared for pair in found}
    return pd.DataFrame(rows, columns=list(_COLUMNS)), len(left_out)


def _agencies(coalition: Coalition) -> set[str]:
    return set(coalition.agencies["agency_id"])


def _pathways(assessment: Assessment) -> dict[Link, Pathway]:
    return {one.pair: one for one in assessment.all_pathways if one.service is None and one.is_log}


def _longer(earlier: Coalition, later: Coalition) -> float:
    """How many times as long as the earlier log the later one is; 1 where it isn't known."""
    if earlier.period is None or later.period is None:
        return 1.0
    return later.period.months / earlier.period.months
