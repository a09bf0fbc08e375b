"""The few numbers that tell two coalitions apart at a glance."""

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from collabnet.metrics.removal import distance_weighted_fragmentation
from collabnet.risk.continuity import Headline
from collabnet.risk.cutsets import Reach
from collabnet.risk.rules import SEVERITIES

if TYPE_CHECKING:
    from collabnet.risk.assessment import Assessment


def summary_row(assessment: "Assessment") -> dict[str, Any]:
    """The headline pair, counts of findings by severity, and the size of the data."""
    found, head = Counter(one.severity for one in assessment.judged), assessment.headline
    coalition = assessment.coalition
    return {
        "name": coalition.settings.name,
        "referrals": head.of,
        "lost_if_one_leaves_low": head.lost_low,
        "lost_if_one_leaves_high": head.lost_high,
        "covered_by_agreement": head.covered,
        **{severity: found[severity] for severity in SEVERITIES},
        "thin_pathways": sum(p.is_thin for p in assessment.all_pathways if p.service is None),
        "hubs": sum(one.kind == "hub" for one in assessment.judged),
        "agencies": len(coalition.agencies),
        "people": len(coalition.people),
    }


def lost_phrase(head: Headline, *, has_log: bool = True) -> str:
    """How many of all rows one departure loses for good; a range where paper isn't known."""
    if head.of == 0:
        return nothing_counted(has_log=has_log)
    if head.lost_low == head.lost_high:
        return f"{head.lost_high} of {head.of}"
    return f"{head.lost_low} to {head.lost_high} of {head.of} (not known what is on paper)"


def covered_phrase(head: Headline, *, has_log: bool = True) -> str:
    """How many of all rows an agreement in use covers."""
    return f"{head.covered} of {head.of}" if head.of else nothing_counted(has_log=has_log)


def nothing_counted(*, has_log: bool) -> str:
    """Why there is no number of referrals.

    Examples
    --------
    >>> nothing_counted(has_log=False)
    'there is no referral log, so no referrals can be counted'
    """
    if has_log:
        return "the log has no referrals in its period, so none can be counted"
    return "there is no referral log, so no referrals can be counted"


def figures(assessment: "Assessment") -> Mapping[str, float]:
    """The figures that a change is measured by, each explained where two are compared."""
    head, severities = assessment.headline, [finding.severity for finding in assessment.judged]
    network = assessment.coalition.network("people", ["referral"])
    spread = float("nan")
    if network.actor_ids:
        (spread,) = distance_weighted_fragmentation(network).iloc[0].tolist()
    return MappingProxyType(
        {
            "referrals": float(head.of),
            "covered_by_agreement": float(head.covered),
            "lost_if_one_leaves_low": float(head.lost_low),
            "lost_if_one_leaves_high": float(head.lost_high),
            "pathways": float(sum(one.service is None for one in assessment.all_pathways)),
            "reachable_pairs": float(len(Reach(assessment.rows).pairs)),
            "distance_weighted_fragmentation": spread,
            "critical_findings": float(severities.count("critical")),
            "high_findings": float(severities.count("high")),
        }
    )
