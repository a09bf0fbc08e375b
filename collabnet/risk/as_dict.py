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

_PLAIN = frozenset({str, int, bool, type(None)})
"""What JSON has just so."""
_TABLES = (
    "contacts", "people", "agencies", "coverage", "service_reach", "team", "load", "reliability",
    "shocks", "sensitivity",
)  # fmt: skip


def assessment_dict(assessment: "Assessment") -> dict[str, Any]:
    """Give one object, ``schema_version`` first; undefined is None, never NaN."""
    with _uncollected():
        return _made(assessment)


def _made(assessment: "Assessment") -> dict[str, Any]:
    from collabnet import __version__

    coalition = assessment.coalition
    settings, period = coalition.settings, coalition.period
    return {
        "schema_version": SCHEMA_VERSION,
        "name": settings.name,
        "label": settings.label,
        "audience": "internal",
        "period": {"start": period.start.isoformat(), "end": period.end.isoformat()}
        if period
        else None,
        "headline": plain(asdict(assessment.headline)),
        "findings": plain([finding.to_dict() for finding in assessment.found]),
        "pathways": plain(assessment.pathway_dicts),
        # By far the most of a large coalition, and plain as they are made.
        "reachable": assessment.reachable(),
        "agency_cuts": assessment.agency_cut_dicts(),
        "unavoidable": assessment.unavoidable_dicts(),
        **{name: plain(table_records(getattr(assessment, name))) for name in _TABLES},
        "assumptions": plain(asdict(settings.assumptions)),
        "methods": assessment.methods(),
        "inputs": plain({**coalition.inputs, "coalition": coalition.digest}),
        "version": __version__,
    }


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
            if not gc.get_freeze_count():
                # Put all of it with the old objects unsearched, which are looked through rarely.
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def table_records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a table as plain values."""
    cells = table.astype("object").to_dict("records")
    return [{str(column): cell for column, cell in row.items()} for row in cells]


def plain(value: Any) -> Any:  # noqa: ANN401 - any value that JSON can hold
    """Turn numpy values, tuples and NaN into what JSON has: numbers, lists, None."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is list or kind is tuple:
        if _PLAIN.issuperset(map(type, value)):
            return list(value)  # most are: a large coalition has millions
        return [plain(one) for one in value]
    if kind is float:
        return value if isfinite(value) else None
    if kind is dict or isinstance(value, Mapping):
        return {str(key): one if type(one) in _PLAIN else plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if value is pd.NA or value is pd.NaT:
        return None
    if hasattr(value, "item"):
        return plain(value.item())
    return None if isinstance(value, float) and not isfinite(value) else value
