"""The coalition as one window of its log saw it."""

from collabnet.comparison.months import within
from collabnet.model import Coalition, Period
from collabnet.model.records import records


def coalition_of_window(coalition: Coalition, window: Period) -> Coalition:
    """Give the coalition with the referrals of a window and no contacts.

    Answers and ties have no month, so they aren't those of a window. Ties that say on what
    referrals between two agencies rest stay, where the window has such referrals.
    """
    seen = within(coalition, window)
    log, homes = seen.referrals, seen.homes_at(None)
    links = set(zip(log["from_agency"], log["to_agency"], strict=True))
    ties = seen.own_ties
    ends = records(ties, "kind", "wave", "from_id", "to_id")
    kept = [
        kind == "referral" and not wave and (homes.get(a, a), homes.get(b, b)) in links
        for kind, wave, a, b in ends
    ]
    return seen.with_tables(ties=ties[kept].reset_index(drop=True), answers=seen.answers.iloc[:0])
