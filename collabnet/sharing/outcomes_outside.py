"""What became of referrals for those outside: counts that leave no small one to be worked out.

The referrals of a pathway are split step by step: accepted or not; of those accepted, served or
not; of the others, acknowledged or not. A split is shown only where both its parts are none, or
eleven or more; of a part that isn't shown no further split is. So every number that can be got
from those shown by taking one from another is none, or eleven or more, too; and of a split that
isn't shown a reader learns only that one of both parts is small, not which.
"""

from collections.abc import Iterator, Mapping

import pandas as pd

from collabnet.model.records import records
from collabnet.risk.wording import share
from collabnet.sharing.bands import WITHHELD, count_words, is_small
from collabnet.sharing.labels import OutsideSpeaker
from collabnet.sharing.withholding import PublishedTable, What, what

COLUMNS = ("From", "To", "Sent", "Acknowledged", "Accepted", "Served, of accepted")
NOT_SAID = "not said in the log"
NOTES = (
    "Counts of referrals below 11 are hidden, and so is any from which one could be worked out.",
    'A referral without a word since it was sent is unknown, not "not served"; of one only said '
    "to be open, or cancelled, it isn't known whether anybody accepted it: true shares may be "
    "higher.",
)
_COUNTS = ("n_sent", "n_unknown", "n_acknowledged", "n_accepted", "n_served")


def split(counts: Mapping[str, int]) -> dict[str, int | None]:
    """Give the counts of a pathway that may be shown: None where not.

    Examples
    --------
    >>> split({"n_sent": 60, "n_acknowledged": 55, "n_accepted": 30, "n_served": 19})
    {'acknowledged': None, 'accepted': 30, 'served': 19}
    >>> split({"n_sent": 60, "n_acknowledged": 60, "n_accepted": 54, "n_served": 19})
    {'acknowledged': None, 'accepted': None, 'served': None}
    """
    sent, accepted = counts["n_sent"], counts["n_accepted"]
    shown: dict[str, int | None] = dict.fromkeys(("acknowledged", "accepted", "served"))
    if is_small(sent) or not _may_split(sent, accepted):
        return shown
    shown["accepted"] = accepted
    if _may_split(accepted, counts["n_served"]):
        shown["served"] = counts["n_served"]
    if _may_split(sent - accepted, counts["n_acknowledged"] - accepted):
        shown["acknowledged"] = counts["n_acknowledged"]
    return shown


def _may_split(whole: int, part: int) -> bool:
    return not is_small(part) and not is_small(whole - part)


def table_outside(table: pd.DataFrame, speaker: OutsideSpeaker) -> pd.DataFrame:
    """One row per pathway, in the order of the agencies' labels."""
    rows = [
        {"From": speaker.title(sender), "To": speaker.title(receiver), **_cells(counts)}
        for (sender, receiver), counts in _pathways(table)
    ]
    found = pd.DataFrame(rows, columns=list(COLUMNS))
    return found.sort_values(["From", "To"], ignore_index=True)


def _pathways(table: pd.DataFrame) -> Iterator[tuple[tuple[str, str], dict[str, int]]]:
    for sender, receiver, *counts in records(table, "from_agency", "to_agency", *_COUNTS):
        yield (sender, receiver), dict(zip(_COUNTS, counts, strict=True))


def _cells(counts: Mapping[str, int]) -> dict[str, str]:
    shown, sent = split(counts), counts["n_sent"]
    # Whether any status says it would tell of a small pathway that one was written down.
    if not is_small(sent) and counts["n_unknown"] == sent:
        said = dict.fromkeys(COLUMNS[3:], NOT_SAID)
    else:
        said = {
            "Acknowledged": _of(shown["acknowledged"], sent),
            "Accepted": _of(shown["accepted"], sent),
            "Served, of accepted": _of(shown["served"], counts["n_accepted"]),
        }
    return {"Sent": count_words(sent), **said}


def _of(n: int | None, of: int) -> str:
    if n is None:
        return WITHHELD
    return f"{n:,} of {of:,} ({share(n / of)})" if of else "none"


def published_outcomes(table: pd.DataFrame, *, start: str = "", end: str = "") -> PublishedTable:
    """Give what is shown outside as an audit takes it, agencies by their ids.

    Parameters
    ----------
    table : of `Outcomes`, by pathway
    start, end : first and last day counted
    """
    shown: dict[What, str] = {}
    for pair, counts in _pathways(table):
        way = dict(zip(("from agency", "to agency"), pair, strict=True))
        shown[what(way)] = count_words(counts["n_sent"])
        for cell, n in _splits(counts):
            shown[what({**way, **cell})] = WITHHELD if n is None else count_words(n)
    return PublishedTable("Outcomes", shown, start=start, end=end)


def _splits(counts: Mapping[str, int]) -> Iterator[tuple[dict[str, str], int | None]]:
    """The parts of each split, those that the split before leaves whole among them."""
    told = split(counts)
    accepted, served, acknowledged = told["accepted"], told["served"], told["acknowledged"]
    others = None if accepted is None else counts["n_sent"] - accepted
    yes, no = {"accepted": "yes"}, {"accepted": "no"}
    yield yes, accepted
    yield no, others
    yield {**yes, "served": "yes"}, served
    yield {**yes, "served": "no"}, None if served is None else counts["n_accepted"] - served
    yield {**no, "served": "no"}, others
    yield {**yes, "acknowledged": "yes"}, accepted
    yield (
        {**no, "acknowledged": "yes"},
        (None if acknowledged is None else acknowledged - counts["n_accepted"]),
    )
    yield (
        {**no, "acknowledged": "no"},
        (None if acknowledged is None else counts["n_sent"] - acknowledged),
    )
