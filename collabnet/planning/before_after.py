"""Tables of what is different between two assessments; only the rows that differ."""

from collections.abc import Callable, Mapping

import pandas as pd

from collabnet.risk.assessment import Assessment
from collabnet.risk.contacts import PairContacts
from collabnet.risk.pathways import Pathway
from collabnet.risk.turnover.chances import pathway_chances

Pair = tuple[str, str]
Cells = tuple[float | None, ...]


def referrals_table(before: Assessment, after: Assessment) -> pd.DataFrame:
    """Referrals of each pathway, and how many of them are on paper.

    Returns
    -------
    DataFrame, one row per pathway that differs: from_agency, to_agency, before, after,
        formal_before, formal_after
    """
    columns = ("from_agency", "to_agency", "", "formal")
    return _table(before, after, columns, _pathways(_referrals), (0, 0))


def carriers_table(before: Assessment, after: Assessment) -> pd.DataFrame:
    """How many people stand on each side of each pathway, and how few would end it.

    Returns
    -------
    DataFrame, one row per pathway that differs, in people: from_agency, to_agency,
        senders_before, senders_after, receivers_before, receivers_after, cut_before, cut_after
        (at worst, where rows name nobody; missing where nobody can be removed)
    """
    columns = ("from_agency", "to_agency", "senders", "receivers", "cut")
    return _table(before, after, columns, _pathways(_people), (0, 0, 0))


def contacts_table(before: Assessment, after: Assessment) -> pd.DataFrame:
    """What is direct between two agencies, or inside one (then both are the same).

    Returns
    -------
    DataFrame, one row per pair that differs: agency, other_agency, usable_before, usable_after
        (ties and log rows), strained_..., missing_... (reported as absent), single_... (sides
        that rest on one person, 0 to 2)
    """
    columns = ("agency", "other_agency", "usable", "strained", "missing", "single")
    return _table(before, after, columns, _contacts, (0, 0, 0, 0))


def chances_table(before: Assessment, after: Assessment) -> pd.DataFrame:
    """What may be lost of each pathway, where departure rates are given; else there is no row.

    Returns
    -------
    DataFrame, one row per pathway that differs: from_agency, to_agency, gone_before, gone_after
        (chance, 0 to 1, that the link is gone altogether within the years assumed), lost_low_...
        and lost_high_... (referrals a year expected to be lost, if colleagues take over all that
        is assumed, and as little); missing where somebody on the pathway has no rate, or the
        pathway isn't there
    """
    columns = ("from_agency", "to_agency", "gone", "lost_low", "lost_high")
    return _table(before, after, columns, _chances, (None,) * 3, "Float64")


def _table(
    before: Assessment,
    after: Assessment,
    columns: tuple[str, ...],
    cells_of: Callable[[Assessment], Mapping[Pair, Cells]],
    nothing: Cells,
    kind: str = "Int64",
) -> pd.DataFrame:
    old, new = cells_of(before), cells_of(after)
    ends, what = columns[:2], columns[2:]
    rows = []
    for pair in sorted({*old, *new}):
        cells = old.get(pair, nothing), new.get(pair, nothing)
        if cells[0] != cells[1]:
            rows.append((*pair, *(one for both in zip(*cells, strict=True) for one in both)))
    names = [f"{one}_{when}".strip("_") for one in what for when in ("before", "after")]
    table = pd.DataFrame(rows, columns=[*ends, *names])
    return table.astype(dict.fromkeys(names, kind))


def _pathways(cells: Callable[[Pathway], Cells]) -> Callable[[Assessment], Mapping[Pair, Cells]]:
    """Some cells of each pathway, all services together."""
    return lambda assessment: {
        one.pair: cells(one) for one in assessment.all_pathways if one.service is None
    }


def _referrals(one: Pathway) -> Cells:
    return one.n or 0, one.basis["formal"]


def _people(one: Pathway) -> Cells:
    return len(one.sending.people), len(one.receiving.people), one.cut_sizes[0]


def _chances(assessment: Assessment) -> Mapping[Pair, Cells]:
    turnover, seed = assessment.turnover, assessment.seed
    found = {
        one.pair: pathway_chances(one, turnover, seed=seed)
        for one in assessment.all_pathways
        if one.service is None
    }
    return {
        pair: (one.gone.chance, one.lost_low, one.lost_high) for pair, one in found.items() if one
    }


def _contacts(assessment: Assessment) -> Mapping[Pair, Cells]:
    return {one.pair: _of_pair(one) for one in assessment.all_contacts}


def _of_pair(one: PairContacts) -> Cells:
    return len(one.usable), len(one.strained), len(one.absent), len(one.single)
