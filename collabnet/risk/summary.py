"""The few numbers that tell two coalitions apart at a glance."""

from collections import Counter
from typing import TYPE_CHECKING, Any

from collabnet.risk.continuity import Headline
from collabnet.risk.rules import SEVERITIES

if TYPE_CHECKING:
    from collabnet.risk.assessment import Assessment


def summary_row(assessment: "Assessment") -> dict[str, Any]:
    """The headline pair, counts of findings by severity, and the size of the data."""
    found, head = Counter(one.severity for one in assessment.found), assessment.headline
    coalition = assessment.coalition
    return {
        "name": coalition.settings.name,
        "referrals": head.of,
        "lost_if_one_leaves_low": head.lost_low,
        "lost_if_one_leaves_high": head.lost_high,
        "covered_by_agreement": head.covered,
        **{severity: found[severity] for severity in SEVERITIES},
        "thin_pathways": sum(p.is_thin for p in assessment.all_pathways if p.service is None),
        "hubs": sum(one.kind == "hub" for one in assessment.found),
        "agencies": len(coalition.agencies),
        "people": len(coalition.people),
    }


def lost_phrase(head: Headline) -> str:
    """How many of all rows one departure loses for good; a range where paper isn't known."""
    if head.lost_low == head.lost_high:
        return f"{head.lost_high} of {head.of}"
    return f"{head.lost_low} to {head.lost_high} of {head.of} (not known what is on paper)"
