"""The cells and sentences of outcomes for whoever holds the data."""

from collections.abc import Mapping
from math import isnan

from collabnet.risk.outcomes.counting import SHARES, is_said
from collabnet.risk.outcomes.say import is_bound, wait_words
from collabnet.risk.outcomes.waiting import WITHIN
from collabnet.risk.pathways import THIN
from collabnet.risk.wording import capital, count, share

TOO_FEW = "too few"
"""Stands for a share or a median of fewer than six."""
NOT_REACHED = "not by half"


def count_cells(row: Mapping[str, float]) -> dict[str, str]:
    """The cells of the counts; each share with both its numbers."""
    found = {"Sent": f"{row['n_sent']:,}"}
    for name, one in SHARES.items():
        part = "" if isnan(row[name]) else f" ({share(row[name])})"
        n, of = row[one.above], row[one.below]
        said = f"{n:,} of {of:,}{part}" if of and is_said(row, name) else ""
        found[f"{one.words}, of {one.of_words}"] = said
    return found | {"Not served so far": _others(row)}


def _others(row: Mapping[str, float]) -> str:
    """Where the others stand: with those served they are all that were sent."""
    waiting = f" ({row['n_waitlisted']:,} on a waiting list)" if row["n_waitlisted"] else ""
    words = {
        "n_declined": "declined",
        "n_closed_unreached": "client not reached",
        "n_cancelled": "cancelled",
        "n_open": f"still open{waiting}",
        "n_no_word": "no word since",
        "n_not_listed": "status not listed",
    }
    return ", ".join(f"{row[name]:,} {said}" for name, said in words.items() if row[name])


def day_cells(row: Mapping[str, float]) -> dict[str, str]:
    """The cells of the days; "too few" of fewer than six."""
    reached = f"{row['n_reached']:,} of {row['n_timed']:,}"
    missing = left_out(row)
    few = row["n_timed"] < THIN
    return {
        "Reached, of those with days": reached,
        "Half by (days)": TOO_FEW if few else _median(row),
        **{f"Within {day} days, of sent": TOO_FEW if few else _within(row, day) for day in WITHIN},
        **{
            f"Within {day} days, were nobody declined": TOO_FEW
            if few
            else _share(row[f"within_{day}_km_share"])
            for day in WITHIN
        },
        "Still waiting": f"{row['n_waiting']:,}",
        "Without days": f"{missing:,}" if missing else "",
    }


def left_out(row: Mapping[str, float]) -> int:
    """How many have no days."""
    return int(row["n_odd_dates"] + row["n_undated"] + row["n_unread"])


def _median(row: Mapping[str, float]) -> str:
    if isnan(row["median_days"]):
        return NOT_REACHED
    low, high = row["median_ci_low"], row["median_ci_high"]
    end = "or more" if isnan(high) else f"to {high:.0f}"
    most = "at most " if is_bound(row) else ""
    return f"{most}{row['median_days']:.0f} ({low:.0f} {end})"


def _within(row: Mapping[str, float], day: int) -> str:
    name = f"within_{day}"
    if isnan(row[f"{name}_share"]):
        return ""
    low, high = (100 * row[f"{name}_{end}"] for end in ("ci_low", "ci_high"))
    span = f" ({low:.0f} to {high:.0f})" if low < high else ""
    more = " or more" if is_bound(row) and row[f"{name}_share"] < 1 else ""
    return f"{_share(row[f'{name}_share'])}{more}{span}"


def _share(part: float) -> str:
    return "" if isnan(part) else share(part)


def said(goal: str, row: Mapping[str, float]) -> str:
    """Say how long it took, where six or more have days."""
    n = int(row["n_timed"])
    if n < THIN:
        return f"Days are known of {count(n, 'referral')}: too few to say how long it takes."
    return f"{capital(wait_words(goal, row))}."
