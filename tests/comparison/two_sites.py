"""Two small sites to compare."""

import collabnet as cn
from risk.cases import coalition

ALIKE = {"boundary": "Everybody who was at the meeting."}
AGENCIES = (
    {"agency_id": "court", "sector": "juvenile court"},
    {"agency_id": "home", "sector": "social services"},
    {"agency_id": "police", "sector": "law enforcement"},
)


def site(*parts, name="Town", agencies=AGENCIES, **given):
    return coalition(*parts, agencies=agencies, name=name, **{**ALIKE, **given})


def two(one=(), other=(), *, a=None, b=None, **options):
    """Compare two sites with these logs; ``a`` and ``b`` hold what else each has."""
    made = site(*one, **(a or {})), site(*other, **{"name": "City", **(b or {})})
    return cn.compare(*made, kind="sites", draws=20, **options)


def figure(comparison, name):
    return comparison.figures.set_index("figure").loc[name]


TWELVE = (("court", "O1", "home", "I1", 12),)
SPREAD = (("court", "O1", "home", "I1", 12), ("court", "O2", "home", "I1", 12))
