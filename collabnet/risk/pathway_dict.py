"""A pathway as plain values: the row of a table, the object of the JSON."""

from typing import Any

from collabnet.model.settings import Range
from collabnet.risk.carriers import Side
from collabnet.risk.continuity import worst_departure
from collabnet.risk.cutsets import CutSets
from collabnet.risk.pathways import Pathway
from collabnet.risk.turnover.chances import Chances
from collabnet.risk.turnover.reliability import NoWay


def pathway_dict(
    pathway: Pathway, reach: CutSets | None, chance: Chances | None, no_way: NoWay | None = None
) -> dict[str, Any]:
    """Give every figure of a pathway; sizes are None where nothing can be cut."""
    yearly = pathway.per_year or (None, None, None)
    sending = pathway.sending.named if pathway.is_log else None
    has_blanks = pathway.sending.n_unknown + pathway.receiving.n_unknown > 0
    worst = worst_departure(pathway)
    return {
        "from_agency": pathway.from_agency,
        "to_agency": pathway.to_agency,
        "service": pathway.service,
        "referrals": pathway.n,
        "per_year": yearly[0],
        "per_year_low": yearly[1],
        "per_year_high": yearly[2],
        "named_share_sending": pathway.sending.named_share,
        "named_share_receiving": pathway.receiving.named_share,
        "carriers": side_dict(pathway.sending, pathway),
        "receivers": side_dict(pathway.receiving, pathway),
        "top_share": sending.top_share if sending else None,
        "hhi": sending.hhi if sending else None,
        "effective_carriers": sending.effective if sending else None,
        "backup_share": 1 - sending.top_share if sending else None,
        "bus_factor": sending.bus_factor if sending else None,
        "sole_carrier": pathway.sending.sole,
        "sole_receiver": pathway.receiving.sole,
        "basis": {form: pathway.basis[form] for form in ("formal", "informal", "unknown")},
        "cut_size": pathway.cut.size,
        "cut_sets": cut_list(pathway.cut),
        "cut_sets_complete": pathway.cut.is_complete,
        "reach_cut_size": reach.size if reach else None,
        "reach_cut_sets": cut_list(reach) if reach else [],
        "ranges": _ranges(pathway) if has_blanks and pathway.is_log else {},
        "worst_departure": {
            "lost_low": worst.lost_low,
            "lost_high": worst.lost_high,
            "interrupted": worst.interrupted,
            "outcome": worst.outcome,
            "outcome_if_on_paper": worst.outcome_if_on_paper,
        }
        if worst and pathway.is_log
        else None,
        "last_used": pathway.last_used.isoformat() if pathway.last_used else None,
        "thin": pathway.is_thin,
        "quiet": pathway.is_quiet,
        "vital": pathway.is_vital,
        "not_a_backup": sorted(pathway.absent),
        **chances_dict(chance),
        **{
            f"p_no_way{part}": getattr(no_way, name) if no_way else None
            for part, name in NO_WAY_PARTS.items()
        },
    }


NO_WAY_PARTS = {
    "": "chance", "_low": "low", "_high": "high", "_standard_error": "standard_error",
    "_draws": "draws", "_method": "method",
}  # fmt: skip
CHANCE_KEYS = (
    "p_any_leaves", "p_any_leaves_low", "p_any_leaves_high",
    "volume_lost_low", "volume_lost_high", "volume_lost_if_on_paper", "volume_lost_at_rates",
    "p_gone", "p_gone_low", "p_gone_high", "p_gone_sending", "p_gone_receiving",
    "p_gone_standard_error", "p_gone_draws", "p_gone_if_on_paper",
    "disrupted_per_year", "disrupted_per_year_low", "disrupted_per_year_high",
)  # fmt: skip
"""What a pathway's row holds where rates are given, else None."""


def chances_dict(chance: Chances | None) -> dict[str, Any]:
    """Give the chances of a pathway; None for each without rates."""
    if chance is None:
        return dict.fromkeys(CHANCE_KEYS)
    gone = chance.gone
    return {
        "p_any_leaves": chance.any_leaves,
        **_both_ends("p_any_leaves", chance.any_leaves_range),
        "volume_lost_low": chance.lost_low,
        "volume_lost_high": chance.lost_high,
        "volume_lost_if_on_paper": list(chance.lost_if_on_paper),
        "volume_lost_at_rates": list(chance.lost_at_rates),
        "p_gone": gone.chance,
        **_both_ends("p_gone", chance.gone_range),
        "p_gone_sending": gone.sending,
        "p_gone_receiving": gone.receiving,
        "p_gone_standard_error": gone.standard_error,
        "p_gone_draws": gone.draws,
        "p_gone_if_on_paper": chance.gone_if_on_paper,
        "disrupted_per_year": chance.disrupted_per_year,
        **_both_ends("disrupted_per_year", chance.disrupted_range),
    }


def _both_ends(name: str, ends: Range) -> dict[str, float]:
    return {f"{name}_low": ends[0], f"{name}_high": ends[1]}


def side_dict(side: Side, pathway: Pathway) -> list[dict[str, Any]]:
    """The carriers of one side, by id; a tie has no counts."""
    return [
        {
            "person": one.id,
            "kind": one.kind,
            "referrals": one.n_rows if pathway.is_log else None,
            "share": one.share if pathway.is_log else None,
        }
        for one in side.carriers
    ]


def cut_list(cut: CutSets) -> list[dict[str, Any]]:
    """Cut sets as plain values."""
    return [{"people": list(one.people), "side": one.side} for one in cut.sets]


def _ranges(pathway: Pathway) -> dict[str, list[Any]]:
    worst, best = pathway.sending.worst, pathway.sending.best

    def ends(name: str) -> list[Any]:
        return [getattr(one, name) if one else None for one in (worst, best)]

    return {
        "top_share": ends("top_share"),
        "effective_carriers": ends("effective"),
        "bus_factor": ends("bus_factor"),
        "cut_size": list(pathway.cut_sizes),
    }
