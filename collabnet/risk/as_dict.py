"""The whole assessment as plain values, ready for JSON."""

from dataclasses import asdict
from math import isfinite
from typing import TYPE_CHECKING, Any

import pandas as pd

from collabnet.risk.assessment import SCHEMA_VERSION

if TYPE_CHECKING:
    from collabnet.risk.assessment import Assessment


def assessment_dict(assessment: "Assessment") -> dict[str, Any]:
    """Give one object, ``schema_version`` first; undefined is None, never NaN."""
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
            "contacts": table_records(assessment.contacts),
            "people": table_records(assessment.people),
            "agencies": table_records(assessment.agencies),
            "coverage": table_records(assessment.coverage),
            "assumptions": asdict(settings.assumptions),
            "methods": assessment.methods(),
            "inputs": {**coalition.inputs, "coalition": coalition.digest},
            "version": __version__,
        }
    )
    return made


def table_records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a table as plain values."""
    cells = table.astype("object").to_dict("records")
    return [{str(column): cell for column, cell in row.items()} for row in cells]


def plain(value: Any) -> Any:  # noqa: ANN401 - any value that JSON can hold
    """Turn numpy values, tuples and NaN into what JSON has: numbers, lists, None."""
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if hasattr(value, "item"):
        value = value.item()
    if value is pd.NA or value is pd.NaT:
        return None
    if isinstance(value, float) and not isfinite(value):
        return None
    return value
