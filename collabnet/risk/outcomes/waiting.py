"""How long referrals wait for a step: medians, shares within days, and the curves behind them."""

from typing import Any

import pandas as pd

from collabnet.risk.outcomes.referred import OPEN, OTHERWISE, REACHED, Waits
from collabnet.risk.pathways import THIN
from collabnet.stats.survival import (
    at_day,
    cumulative_incidence,
    incidence_columns,
    kaplan_meier,
    median_wait,
    waiting_columns,
)

WITHIN = (14, 30)
"""Days after which the share that has been reached is given."""
NAN = float("nan")
_CURVE = (
    "day", "n_waiting", "n_reached", "n_otherwise", "n_open", "still_waiting_share",
    "still_waiting_ci_low", "still_waiting_ci_high", "reached_share", "reached_ci_low",
    "reached_ci_high",
)  # fmt: skip


def curve(waits: Waits) -> pd.DataFrame:
    """Give both curves day by day: Kaplan-Meier and Aalen-Johansen; no rows for fewer than six."""
    if waits.days.size < THIN:
        return pd.DataFrame(columns=list(_CURVE), dtype="float64")
    km = kaplan_meier(waits.days, waits.ends == REACHED)
    aj = cumulative_incidence(waits.days, waits.ends, of=REACHED)
    return pd.DataFrame(
        {
            "day": km["day"],
            "n_waiting": aj["n_at_risk"],
            "n_reached": aj["n_ended"],
            "n_otherwise": aj["n_otherwise"],
            "n_open": km["n_open"] - aj["n_otherwise"],
            "still_waiting_share": km["waiting"],
            "still_waiting_ci_low": km["ci_low"],
            "still_waiting_ci_high": km["ci_high"],
            "reached_share": aj["ended"],
            "reached_ci_low": aj["ci_low"],
            "reached_ci_high": aj["ci_high"],
        }
    )


def summary(waits: Waits) -> dict[str, Any]:
    """Give the row of the table of times; NaN for fewer than six.

    ``n_timed`` is the sum of those reached, ended otherwise and still waiting.
    """
    found: dict[str, Any] = {
        "n_timed": int(waits.days.size),
        "n_reached": int((waits.ends == REACHED).sum()),
        "n_at_latest": waits.n_at_latest,
        "n_unsaid": waits.n_unsaid,
        "n_otherwise": int((waits.ends == OTHERWISE).sum()),
        "n_waiting": int((waits.ends == OPEN).sum()),
        "n_odd_dates": waits.n_odd,
        "n_undated": waits.n_undated,
        "n_unread": waits.n_unread,
        "median_days": NAN,
        "median_ci_low": NAN,
        "median_ci_high": NAN,
    }
    columns = ("share", "ci_low", "ci_high", "km_share")
    found |= {f"within_{day}_{name}": NAN for day in WITHIN for name in columns}
    if waits.days.size < THIN:
        return found
    km = waiting_columns(waits.days, waits.ends == REACHED)
    aj = incidence_columns(waits.days, waits.ends, of=REACHED)
    ends = ("median_days", "median_ci_low", "median_ci_high")
    found |= dict(zip(ends, median_wait(km), strict=True))
    for day in WITHIN:
        for column, name in (("ended", "share"), ("ci_low", "ci_low"), ("ci_high", "ci_high")):
            found[f"within_{day}_{name}"] = at_day(aj, column, day)
        found[f"within_{day}_km_share"] = 1 - at_day(km, "waiting", day)
    return found
