"""The chances that no way is left, for all pairs of agencies and all services of a coalition."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from collabnet.risk.pathways import Pathway
from collabnet.risk.rows import Row
from collabnet.risk.turnover.leaving import Turnover
from collabnet.risk.turnover.reliability import NoWay, no_way
from collabnet.risk.turnover.way_graph import WayGraph, present_rows

COLUMNS = (
    "from_agency", "to_agency", "service", "p_no_way", "p_no_way_low", "p_no_way_high",
    "method", "standard_error", "draws", "settled", "people_on_the_ways",
)  # fmt: skip

Between = tuple[str, str | None, str | None]
"""From an agency, to an agency (None: to any), for a service (None: all together)."""


def ways_left(
    rows: Sequence[Row], pathways: Sequence[Pathway], turnover: Turnover, seed: int
) -> dict[Between, NoWay | None]:
    """Give the chance of no way between agencies, by service too, and to each service.

    To a service: any way that ends with whoever received for it at any agency. None where
    somebody on the ways has no rate; empty where no rate is given at all.
    """
    if not turnover.is_given:
        return {}
    there, years = present_rows(rows, pathways), turnover.assumptions.years
    whole = WayGraph(there, turnover)
    found: dict[Between, NoWay | None] = {}
    for (a, b), one in no_way(
        whole, whole.senders, whole.receivers, years=years, seed=seed
    ).items():
        found[a, b, None] = one
    providers = {service: group for service, group in whole.providers.items() if service}
    for service in providers:
        part = WayGraph([row for row in there if row.service == service], turnover)
        between = no_way(part, part.senders, part.receivers, years=years, seed=seed)
        found |= {(a, b, service): one for (a, b), one in between.items()}
    to_service = no_way(whole, whole.senders, providers, years=years, seed=seed, to_itself=True)
    return found | {(a, None, service): one for (a, service), one in to_service.items()}


def ways_left_table(found: Mapping[Between, NoWay | None]) -> pd.DataFrame:
    """One row per pair of agencies, with and without a service, and per agency and service."""
    rows = [
        {"from_agency": a, "to_agency": b, "service": service, **no_way_dict(one)}
        for (a, b, service), one in found.items()
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def no_way_dict(one: NoWay | None) -> dict[str, Any]:
    """A chance of no way as plain values; None for each where it isn't known."""
    values: tuple[Any, ...] = (None,) * 8
    if one is not None:
        ends = one.chance, one.low, one.high
        values = (*ends, one.method, one.standard_error, one.draws, one.is_settled, one.n_people)
    return dict(zip(COLUMNS[3:], values, strict=True))
