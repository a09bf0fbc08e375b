"""Count what became of referrals, each share with what it is a share of."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from collabnet.risk.outcomes.statuses import MEANINGS, meaning
from collabnet.risk.pathways import THIN

COUNTS = (
    "n_sent", "n_known", "n_acknowledged", "n_accepted", "n_declined", "n_waitlisted", "n_served",
    "n_closed_unreached", "n_cancelled", "n_open", "n_decided", "n_ended", "n_no_word",
    "n_not_listed", "n_unknown",
)  # fmt: skip


_ANSWERS = ("n_acknowledged", "n_accepted")
"""What is unknown of a referral that is only said to be open, or cancelled."""


class ShareOf(NamedTuple):
    """A share: the count above, the count below, and both in words."""

    above: str
    below: str
    words: str
    of_words: str


SHARES: dict[str, ShareOf] = {
    "acknowledged_of_sent": ShareOf("n_acknowledged", "n_sent", "Acknowledged", "sent"),
    "accepted_of_sent": ShareOf("n_accepted", "n_sent", "Accepted", "sent"),
    "accepted_of_decided": ShareOf("n_accepted", "n_decided", "Accepted", "decided"),
    "served_of_sent": ShareOf("n_served", "n_sent", "Served", "sent"),
    "served_of_accepted": ShareOf("n_served", "n_accepted", "Served", "accepted"),
    "ended_of_sent": ShareOf("n_ended", "n_sent", "Closed", "sent"),
}


def counted(statuses: Iterable[str]) -> dict[str, int]:
    """Count referrals by what their status says; a step counts what comes after it too.

    Examples
    --------
    >>> found = counted(["served", "accepted", "declined", "made"])
    >>> found["n_sent"], found["n_acknowledged"], found["n_accepted"], found["n_no_word"]
    (4, 3, 2, 1)
    """
    found = Counter(statuses)
    said = dict.fromkeys(("acknowledged", "accepted", "served", "ended", "unknown"), 0)
    for status, n in found.items():
        told = meaning(status)
        said["acknowledged"] += n * (told.acknowledged == "yes")
        said["accepted"] += n * (told.accepted == "yes")
        said["served"] += n * (told.served == "yes")
        said["ended"] += n * (told.end != "")
        said["unknown"] += n * (told.accepted == "unknown")
    sent = found.total()
    no_word = found["made"]
    not_listed = sum(n for status, n in found.items() if status not in MEANINGS)
    known = sent - no_word - not_listed
    return {
        "n_sent": sent,
        "n_known": known,
        "n_acknowledged": said["acknowledged"],
        "n_accepted": said["accepted"],
        "n_declined": found["declined"],
        "n_waitlisted": found["waitlisted"],
        "n_served": said["served"],
        "n_closed_unreached": found["closed_unreached"],
        "n_cancelled": found["cancelled"],
        "n_open": known - said["ended"],
        "n_decided": said["accepted"] + found["declined"],
        "n_ended": said["ended"],
        "n_no_word": no_word,
        "n_not_listed": not_listed,
        "n_unknown": said["unknown"],
    }


def is_said(counts: Mapping[str, float], name: str) -> bool:
    """Tell whether any status says something of what a share is about.

    Examples
    --------
    >>> is_said(counted(["open"] * 8), "accepted_of_sent")
    False
    >>> is_said(counted(["open"] * 8), "served_of_sent")
    True
    """
    if SHARES[name].above in _ANSWERS:
        return counts["n_unknown"] < counts["n_sent"]
    return counts["n_known"] > 0


def shares(counts: Mapping[str, int]) -> Iterator[tuple[str, float]]:
    """Give each share; NaN of fewer than six, and where no status says anything of it.

    Examples
    --------
    >>> dict(shares(counted(["served"] * 6 + ["declined"] * 2)))["accepted_of_decided"]
    0.75
    """
    for name, one in SHARES.items():
        n, of = counts[one.above], counts[one.below]
        yield name, n / of if of >= THIN and is_said(counts, name) else float("nan")
