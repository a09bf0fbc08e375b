"""What was released as plain values, ready for JSON."""

import json
from dataclasses import asdict
from typing import Any

from collabnet.risk.as_dict import plain, table_records
from collabnet.risk.assessment import SCHEMA_VERSION
from collabnet.sharing import Released


def released_dict(released: Released) -> dict[str, Any]:
    """Give one object, ``schema_version`` first; for audiences outside internal."""
    from collabnet import __version__

    made: dict[str, Any] = plain(
        {
            "schema_version": SCHEMA_VERSION,
            "name": released.name,
            "label": released.label,
            "audience": released.audience,
            "notice": released.notice,
            "period": released.period,
            "headline": [{"what": what, "value": value} for what, value in released.headline],
            "findings": [asdict(one) for one in released.findings],
            "thin": table_records(released.thin),
            "pathways": table_records(released.pathways),
            "contacts": table_records(released.contacts),
            "answered": released.answered,
            "unseen": released.unseen,
            "methods": released.methods,
            "version": __version__,
        }
    )
    return made


def to_json(value: dict[str, Any]) -> str:
    """Write one JSON object: keys in their order, no NaN, readable in any language."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2) + "\n"
