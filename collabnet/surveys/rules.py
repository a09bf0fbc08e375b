"""Survey ties by a rule: what two sides say of one tie, made one."""

import pandas as pd

from collabnet.model import Coalition
from collabnet.model.tie_rules import BOUNDS, check_rule, tied
from collabnet.surveys.sheets_of import cited, sheets_of

_COLUMNS = (
    "from_id", "to_id", "wave", "question", "rule", "is_certain", "said_by_from", "said_by_to",
    "strength_by_from", "strength_by_to", "status", "rows",
)  # fmt: skip


def ties(
    coalition: Coalition,
    *,
    rule: str = "union",
    question: str | None = None,
    wave: str | None = None,
) -> pd.DataFrame:
    """Give the ties that a rule makes of both sides' answers, one row for each pair.

    ``union``: either side says so. ``confirmed``: both do. ``reconstructed``: both do, or the one
    that answered where the other didn't. ``fewest`` and ``most``: what is confirmed if all who are
    silent said no, or yes; ``bounds`` gives ``most`` and marks what is in ``fewest`` too. A
    missing answer is unknown: it is never a no. Of a question that leads one way, such as
    referral, a tie says that either sends to the other. Time: O(answers); bounds O(actors squared).

    Returns
    -------
    DataFrame, one row per wave, question and tied pair
        from_id, to_id : str, in the order of their ids; the tie has no direction
        rule : str, as named
        is_certain : bool, whether it holds whatever the silent would say
        said_by_from, said_by_to : float, 1 yes, 0 no, NaN unknown
        strength_by_from, strength_by_to : float, the number each gave; NaN if none
        status : statuses of evidence of the answers, joined by ";"
        rows : list of file and row, of each answer that it rests on

    Raises
    ------
    NotFoundError
        If there is no such rule, question or wave.

    Examples
    --------
    >>> import collabnet as cn
    >>> said = [("a", "b", "3"), ("b", "a", "1"), ("a", "c", "2"), ("c", "a", "0")]
    >>> frame = pd.DataFrame(said, columns=["respondent", "alter", "value"])
    >>> survey = cn.Coalition.from_frames(answers=frame.assign(question="contact"))
    >>> ties(survey, rule="union")[["from_id", "to_id", "said_by_from", "said_by_to"]]
      from_id to_id  said_by_from  said_by_to
    0       a     b           1.0         1.0
    1       a     c           1.0         0.0
    >>> len(ties(survey, rule="confirmed"))
    1
    """
    check_rule(rule, more=(BOUNDS,))
    applied = "most" if rule == BOUNDS else rule
    rows = [
        {
            "from_id": pair.first,
            "to_id": pair.second,
            "wave": sheet.wave,
            "question": sheet.question,
            "rule": rule,
            "is_certain": applied == "union" or pair.says == (1.0, 1.0),
            "said_by_from": pair.by_first.says,
            "said_by_to": pair.by_second.says,
            "strength_by_from": pair.by_first.number,
            "strength_by_to": pair.by_second.number,
            "status": ";".join(pair.statuses),
            "rows": cited(pair.rows),
        }
        for sheet in sheets_of(coalition, question, wave)
        for pair in tied(sheet, applied)
    ]
    return pd.DataFrame(rows, columns=list(_COLUMNS)).astype({"is_certain": "bool"})
