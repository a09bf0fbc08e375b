"""The whole assessment as plain values, ready for JSON."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from math import isfinite
from typing import TYPE_CHECKING, Any

import pandas as pd

from collabnet.risk.assessment import SCHEMA_VERSION

if TYPE_CHECKING:
    from collabnet.risk.assessment import Assessment


def assessment_dict(assessment: "Assessment") -> dict[str, Any]:
    """Give one object, ``schema_version`` first; undefined is None, never NaN."""
    with _uncollected():
        return _made(assessment)


def _made(assessment: "Assessment") -> dict[str, Any]:
    from collabnet import __version__

    coalition = assessment.coalition
    settings, period = coalition.settings, coalition.period
    made: dict[str, Any] = plain(
        {
            "schema_version": SCHEMA_VERSION,
            "name": settings.name,
            "label": settings.label,
            "audience": "internal",
            "period": {"start": period.start.isoformat(), "end": period.end.isoformat()}
            if period
            else None,
            "headline": asdict(assessment.headline),
            "findings": [finding.to_dict() for finding in assessment.found],
            "pathways": assessment.pathway_dicts,
            "reachable": assessment.reachable(),
            "agency_cuts": assessment.agency_cut_dicts(),
            "unavoidable": assessment.unavoidable_dicts(),
            "contacts": table_records(assessment.contacts),
            "people": table_records(assessment.people),
            "agencies": table_records(assessment.agencies),
            "coverage": table_records(assessment.coverage),
            "service_reach": table_records(assessment.service_reach),
            "team": table_records(assessment.team),
            "load": table_records(assessment.load),
            "reliability": table_records(assessment.reliability),
            "shocks": table_records(assessment.shocks),
            "sensitivity": table_records(assessment.sensitivity),
            "assumptions": asdict(settings.assumptions),
            "methods": assessment.methods(),
            "inputs": {**coalition.inputs, "coalition": coalition.digest},
            "version": __version__,
        }
    )
    return made


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leave the search for rings of dead objects until later.

    All that is made here is kept; looking through it again and again costs a fifth of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def table_records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a table as plain values."""
    cells = table.astype("object").to_dict("records")
    return [{str(column): cell for column, cell in row.items()} for row in cells]


def plain(value: Any) -> Any:  # noqa: ANN401 - any value that JSON can hold
    """Turn numpy values, tuples and NaN into what JSON has: numbers, lists, None."""
    kind = type(value)
    if value is None or kind is str or kind is int or kind is bool:
        return value  # most are: a large coalition has millions
    if kind is list or kind is tuple:
        return [plain(one) for one in value]
    if kind is float:
        return value if isfinite(value) else None
    if kind is dict or isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if value is pd.NA or value is pd.NaT:
        return None
    if hasattr(value, "item"):
        return plain(value.item())
    return None if isinstance(value, float) and not isfinite(value) else value
