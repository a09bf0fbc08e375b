"""Say what became of referrals, and what a reader should know before using it."""

from collections.abc import Iterator, Mapping
from datetime import date
from math import isnan
from typing import Any

from collabnet.risk.outcomes.referred import Goal, Waits
from collabnet.risk.pathways import THIN
from collabnet.risk.wording import capital, count, number, share

NOT_LINKED = (
    "Referrals are counted, not clients: clients weren't linked, so one who was sent twice counts "
    "twice. On request the log is counted with clients linked: collabnet count LOG --by path "
    "--clients COLUMN --key FILE."
)
NOTHING_SENT = "The log has no referral from one agency to another."
NOTHING_WITHIN = "The log has no referral from one agency to another within the period observed."
NO_ANSWER_KNOWN = "The log doesn't say whether they were acknowledged or accepted."
NOTHING_KNOWN = "The log doesn't say what became of them."


def sentence(total: Mapping[str, int], times: Mapping[str, Any], n_outside: int = 0) -> str:
    """Say in all what became of referrals, each share with what it is a share of."""
    sent = total["n_sent"]
    if not sent and n_outside:
        return f"{NOTHING_WITHIN} {_outside(n_outside)}"
    if not sent:
        return NOTHING_SENT
    first = f"{capital(count(sent, 'referral'))} from one agency to another"
    if not total["n_known"]:
        return f"{first}. {NOTHING_KNOWN}"
    if total["n_unknown"] == sent:
        return f"{first}, none of them served. {NO_ANSWER_KNOWN}"
    said = [
        f"{first}: {_of(total['n_acknowledged'], sent)} acknowledged, "
        f"{_n(total['n_accepted'])} accepted, {_n(total['n_served'])} served."
    ]
    if times["n_timed"] >= THIN:
        said.append(f"{capital(wait_words('accepted', times))}.")
    return " ".join(said)


def wait_words(goal: str, times: Mapping[str, Any]) -> str:
    """Say how long it took to be accepted, or served: a row of the table of times, six or more.

    Examples
    --------
    >>> row = {"n_timed": 8, "n_reached": 6, "n_otherwise": 1, "n_at_latest": 0, "n_unsaid": 0}
    >>> wait_words("served", {**row, "median_days": 9.0, "within_30_share": 0.7})
    'leaving aside those that ended otherwise, half were served within nine days; of all sent, \
an estimated 70 % were served within 30 days'
    """
    if not times["n_reached"]:
        return f"none is known to have been {goal} so far"
    aside = "leaving aside those that ended otherwise, " if times["n_otherwise"] else ""
    most, more = ("at most ", " or more") if is_bound(times) else ("", "")
    if isnan(times["median_days"]):
        half = f"fewer than half are known to have been {goal} so far"
    else:
        half = f"{aside}half were {goal} within {most}{days_words(times['median_days'])}"
    if isnan(month := times["within_30_share"]):
        return half
    more = more if month < 1 else ""
    return f"{half}; of all sent, an estimated {share(month)}{more} were {goal} within 30 days"


def is_bound(times: Mapping[str, float]) -> bool:
    """Tell whether days are the most, and shares the least, that can be: a row of the times."""
    return bool(times["n_at_latest"] or times["n_unsaid"])


def _of(n: int, of: int) -> str:
    part = f" ({share(n / of)})" if n and of >= THIN else ""
    return f"{_n(n)}{part}"


def _n(n: int) -> str:
    return number(n) if n else "none"


def _outside(n: int) -> str:
    lies = "lies" if n == 1 else "lie"
    return (
        f"{capital(count(n, 'referral'))} {lies} outside the period observed: not counted. "
        "Correct the period in coalition.toml, or the dates."
    )


def days_words(days: float) -> str:
    """Write within how many days.

    Examples
    --------
    >>> days_words(1), days_words(9.0), days_words(0)
    ('one day', 'nine days', 'a day')
    """
    return count(round(days), "day") if round(days) else "a day"


def notes(
    total: Mapping[str, int],
    waits: Mapping[Goal, Waits],
    until: date | None,
    n_outside: int = 0,
) -> Iterator[str]:
    """Say what was left out and how open referrals are counted."""
    if not total["n_sent"]:
        return
    if n_outside:
        yield _outside(n_outside)
    no_word = total["n_no_word"]
    if no_word:
        is_one = no_word == 1
        yield (
            f"{capital(count(no_word, 'referral'))} {'has' if is_one else 'have'} no word since "
            f'{"it was" if is_one else "they were"} sent: that is unknown, not "not served". '
            "True shares may be higher, and true waits shorter."
        )
    if n := total["n_unknown"] - no_word - total["n_not_listed"]:
        is_one = n == 1
        yield (
            f"{capital(count(n, 'referral'))} {'is' if is_one else 'are'} only said to be open or "
            f"cancelled: whether anybody acknowledged or accepted {'it' if is_one else 'them'} is "
            "unknown. True shares may be higher, and true waits shorter."
        )
    if n := total["n_not_listed"]:
        yield (
            f"{capital(count(n, 'status'))} {'is' if n == 1 else 'are'} in no list: nothing is "
            "read from it. collabnet check shows which."
        )
    if not total["n_known"]:
        yield NOT_LINKED
        return
    accepted = waits["accepted"]
    if until is not None:
        yield (
            f"Open referrals count as waiting up to {until.isoformat()}, the last day known. "
            "Those declined or cancelled leave the median on that day; in the shares within 14 "
            "and 30 days they count as ended."
        )
    if n := accepted.n_at_latest:
        yield (
            f"Of {count(n, 'referral')} only a later day is known, such as that of service: "
            f"{'it was' if n == 1 else 'they were'} accepted by then, perhaps sooner. So days to "
            "acceptance are at most what is given."
        )
    if n := max(one.n_odd for one in waits.values()):
        yield (
            f"{capital(count(n, 'referral'))} {'has' if n == 1 else 'have'} a status dated before "
            "the referral: counted, but left out of the days. Correct the date."
        )
    if n := max(one.n_undated for one in waits.values()):
        yield (
            f"{capital(count(n, 'referral'))} {'lacks' if n == 1 else 'lack'} a day that is "
            "needed: counted, but left out of the days. Add status_date."
        )
    yield NOT_LINKED
