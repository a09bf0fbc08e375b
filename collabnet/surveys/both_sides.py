"""Both sides of each tie: trust, value, shared goal and the like, and the gap between them."""

import pandas as pd

from collabnet.model import Coalition
from collabnet.model.sheets import Said
from collabnet.model.tie_rules import spoken_of
from collabnet.model.vocabulary import SIDE_QUESTIONS
from collabnet.surveys.sheets_of import cited, sheets_of

WIDE = 2
"""Levels of collaboration that differ by so much are worth talking about."""

_COLUMNS = (
    "from_id", "to_id", "wave", "question", "by_from", "by_to", "gap", "is_wide", "missing_from",
    "missing_to", "status", "rows",
)  # fmt: skip


def sides(
    coalition: Coalition, *, question: str | None = None, wave: str | None = None
) -> pd.DataFrame:
    """Give what each side of a tie says of the other, and how far they are apart.

    Questions are trust, value, shared_goal, communication, follow_up, invited and collaboration;
    levels of collaboration go from 0 none to 5 collaboration (Frey and others 2006). A yes counts
    as 1, a no as 0.

    Returns
    -------
    DataFrame, one row per wave, question and pair of which a side was asked
        from_id, to_id : str, in the order of their ids
        by_from, by_to : float, what the one says of the other; NaN where nothing is known
        gap : float, how far apart; NaN where a side is missing
        is_wide : bool, levels of collaboration that differ by 2 or more
        missing_from, missing_to : "not asked" or "not answered"; "" where the side answered
        status : statuses of evidence of the answers, joined by ";"
        rows : list of file and row, of each answer

    Raises
    ------
    NotFoundError
        If there is no such question or wave.

    Examples
    --------
    >>> import collabnet as cn
    >>> said = [("a", "b", "coalition"), ("b", "a", "networking"), ("a", "c", "2")]
    >>> frame = pd.DataFrame(said, columns=["respondent", "alter", "value"])
    >>> survey = cn.Coalition.from_frames(answers=frame.assign(question="collaboration"))
    >>> sides(survey)[["from_id", "to_id", "by_from", "by_to", "gap", "is_wide"]]
      from_id to_id  by_from  by_to  gap  is_wide
    0       a     b      4.0    1.0  3.0     True
    1       a     c      2.0    NaN  NaN    False
    """
    rows = []
    for sheet in sheets_of(coalition, question, wave):
        for pair in spoken_of(sheet) if sheet.question in SIDE_QUESTIONS else ():
            one, other = _number(pair.by_first), _number(pair.by_second)
            gap = abs(one - other)
            rows.append(
                {
                    "from_id": pair.first,
                    "to_id": pair.second,
                    "wave": sheet.wave,
                    "question": sheet.question,
                    "by_from": one,
                    "by_to": other,
                    "gap": gap,
                    "is_wide": sheet.question == "collaboration" and gap >= WIDE,
                    "missing_from": sheet.why_unknown(pair.first, pair.second),
                    "missing_to": sheet.why_unknown(pair.second, pair.first),
                    "status": ";".join(pair.statuses),
                    "rows": cited(pair.rows),
                }
            )
    return pd.DataFrame(rows, columns=list(_COLUMNS)).astype({"is_wide": "bool"})


def _number(said: Said) -> float:
    return said.says if said.number != said.number else said.number
