"""Survey and log on the same people: what is claimed and never used, used and never claimed."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from collabnet.model import Coalition
from collabnet.model.errors import unknown_name
from collabnet.model.records import records
from collabnet.model.sheets import Said, Sheet, wave_day
from collabnet.surveys.sheets_of import cited, sheets_of

LEVELS = ("agencies", "people")
_ENDS = ("from_id", "to_id")
_CLAIMED = (*_ENDS, "claimed_by", "waves", "status", "rows")
_USED = (*_ENDS, "referrals", "last_used", "denied_by", "rows")
_UNKNOWN = (*_ENDS, "referrals", "last_used", "reason", "rows")
Way = tuple[str, str]
Rows = tuple[tuple[str, int], ...]


class ClaimedAndUsed(NamedTuple):
    """Three tables, each row with the rows of survey and log that it rests on.

    Attributes
    ----------
    claimed : somebody says that they send there, and the log has no row
    used : the log has rows, and all who send and were asked say no
    unknown : the log has rows, and whether it would be claimed isn't known: who sends was not
        asked, or one of them did not answer
    """

    claimed: pd.DataFrame
    used: pd.DataFrame
    unknown: pd.DataFrame


def claimed_and_used(
    coalition: Coalition,
    *,
    question: str = "referral",
    wave: str | None = None,
    level: str = "agencies",
) -> ClaimedAndUsed:
    """Compare what a survey claims with what the log of the period observed shows.

    A log row counts for the agencies it names, an answer for the agencies of both at the wave's
    day. At the level ``people`` a way leads from a person (or a position) to an agency. Rows of
    the log that name no sender count at the level of agencies only, hand-offs inside an agency
    nowhere. Who was not asked, or did not answer, has denied nothing.

    Returns
    -------
    ClaimedAndUsed
        claimed : from_id, to_id, claimed_by (list of respondents), waves (list), status, rows
        used : from_id, to_id, referrals, last_used, denied_by (list), rows
        unknown : from_id, to_id, referrals, last_used, reason ("not asked" or "not answered"),
        rows

    Raises
    ------
    NotFoundError
        If there is no such question, wave or level.

    Examples
    --------
    >>> import collabnet as cn
    >>> said = [("court", "shelter", "1"), ("court", "program", "0"), ("program", "court", "")]
    >>> answers = pd.DataFrame(said, columns=["respondent", "alter", "value"])
    >>> log = pd.DataFrame({
    ...     "date": ["2024-01-05", "2024-02-07"],
    ...     "from_agency": ["court", "program"], "to_agency": ["program", "court"],
    ... })
    >>> agencies = pd.DataFrame({"agency_id": ["court", "program", "shelter"]})
    >>> both = cn.Coalition.from_frames(
    ...     agencies=agencies, referrals=log, answers=answers.assign(question="referral")
    ... )
    >>> found = claimed_and_used(both)
    >>> found.claimed[["from_id", "to_id", "claimed_by"]]
      from_id    to_id claimed_by
    0   court  shelter    [court]
    >>> found.used[["from_id", "to_id", "referrals"]]
      from_id    to_id  referrals
    0   court  program          1
    >>> found.unknown[["from_id", "to_id", "reason"]]
       from_id  to_id        reason
    0  program  court  not answered
    """
    if level not in LEVELS:
        raise unknown_name("level", level, LEVELS, f"Levels are {' and '.join(LEVELS)}.")
    sheets = sheets_of(coalition, question, wave)
    by_agency = level == "agencies"
    used = _log_ways(coalition, by_agency=by_agency)
    homes = {
        one.wave: coalition.homes_at(wave_day(one.wave, coalition.settings.survey))
        for one in sheets
    }
    claims: defaultdict[Way, list[tuple[str, str, Said]]] = defaultdict(list)
    denied: defaultdict[Way, list[tuple[str, Rows]]] = defaultdict(list)
    for sheet in sheets:
        home = homes[sheet.wave]
        for (i, j), said in sheet.answers.items():
            first, second = home.get(i, i), home.get(j, j)
            way = (first if by_agency else i, second)
            if first == second:
                continue
            if said.says == 1.0:
                claims[way].append((i, sheet.wave, said))
            elif said.says == 0.0:
                denied[way].append((i, said.rows))
    return ClaimedAndUsed(
        _claimed({way: found for way, found in claims.items() if way not in used}),
        *_used(
            {way: rows for way, rows in used.items() if way not in claims},
            denied,
            [(sheet, homes[sheet.wave]) for sheet in sheets],
            by_agency=by_agency,
        ),
    )


def _log_ways(coalition: Coalition, *, by_agency: bool) -> dict[Way, pd.DataFrame]:
    """The log's rows by where they lead from and to, hand-offs inside an agency left out."""
    log = coalition.log(coalition.period)
    log = log[log["from_agency"] != log["to_agency"]]
    start = "from_agency" if by_agency else "from_id"
    found = {}
    for (first, second), rows in log[log[start] != ""].groupby([start, "to_agency"]):
        found[str(first), str(second)] = rows
    return found


def _claimed(claims: Mapping[Way, list[tuple[str, str, Said]]]) -> pd.DataFrame:
    rows = [
        {
            "from_id": way[0],
            "to_id": way[1],
            "claimed_by": sorted({who for who, _, _ in claims[way]}),
            "waves": sorted({wave for _, wave, _ in claims[way]}),
            "status": ";".join(sorted({said.status for *_, said in claims[way]})),
            "rows": cited(tuple(row for *_, said in claims[way] for row in said.rows)),
        }
        for way in sorted(claims)
    ]
    return pd.DataFrame(rows, columns=list(_CLAIMED))


def _used(
    ways: Mapping[Way, pd.DataFrame],
    denied: Mapping[Way, list[tuple[str, Rows]]],
    sheets: list[tuple[Sheet, Mapping[str, str]]],
    *,
    by_agency: bool,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    never_claimed, unknown = [], []
    for way in sorted(ways):
        log = ways[way]
        told = {
            "from_id": way[0],
            "to_id": way[1],
            "referrals": len(log),
            "last_used": log["on"].max(),
        }
        logged = tuple(("referrals.csv", row) for (row,) in records(log, "row"))
        no = list(denied.get(way, [])) + _silent_no(way, sheets, by_agency=by_agency)
        said = tuple(row for _, rows in no for row in rows)
        reason = _reason(way, sheets, by_agency=by_agency)
        if no and reason != "not answered":
            who = sorted({one for one, _ in no})
            never_claimed.append({**told, "denied_by": who, "rows": cited(said + logged)})
        else:
            unknown.append({**told, "reason": reason, "rows": cited(said + logged)})
    return (
        pd.DataFrame(never_claimed, columns=list(_USED)),
        pd.DataFrame(unknown, columns=list(_UNKNOWN)),
    )


def _senders(way: Way, sheet: Sheet, home: Mapping[str, str], *, by_agency: bool) -> list[str]:
    return [i for i in sheet.actors if (home.get(i) if by_agency else i) == way[0]]


def _silent_no(
    way: Way, sheets: list[tuple[Sheet, Mapping[str, str]]], *, by_agency: bool
) -> list[tuple[str, Rows]]:
    """Those who named freely, could have named more, and named nobody of the other agency."""
    found: list[tuple[str, Rows]] = []
    for sheet, home in sheets if sheets and sheets[0][0].is_recalled else ():
        there = [j for j in (*sheet.actors, way[1]) if home.get(j) == way[1]]
        for i in _senders(way, sheet, home, by_agency=by_agency):
            if all(sheet.said(i, j).says == 0.0 for j in there if j != i):
                found.append((i, ()))
    return found


def _reason(way: Way, sheets: list[tuple[Sheet, Mapping[str, str]]], *, by_agency: bool) -> str:
    """Why nothing is known: somebody who sends was asked and did not answer, or nobody was."""
    for sheet, home in sheets:
        there = [j for j in sheet.actors if home.get(j) == way[1]] or [way[1]]
        for i in _senders(way, sheet, home, by_agency=by_agency):
            if any(sheet.why_unknown(i, j) == "not answered" for j in there if j != i):
                return "not answered"
    return "not asked"
