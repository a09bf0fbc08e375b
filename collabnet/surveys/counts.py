"""How many answered, and how many ties each rule finds among how many possible."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from collabnet.model import Coalition
from collabnet.model.response import response
from collabnet.model.sheets import Sheet
from collabnet.model.tie_rules import RULES, Pair, pairs
from collabnet.surveys.sheets_of import sheets_of

_RATES = (
    "wave", "question", "asked", "answered", "response_rate", "possible_ties", "known_ties",
    "tie_rate", "at_cap", "asked_is_stated", "is_one_view", "standing",
)  # fmt: skip
_COUNTS = (
    "wave", "question", "actors", "pairs", "union", "confirmed", "confirmed_of", "reconstructed",
    "reconstructed_of", "fewest", "most", "claimed_of", "confirmation_rate",
)  # fmt: skip


def response_rates(coalition: Coalition) -> pd.DataFrame:
    """Give the share of those asked who answered, and of possible ties that are known.

    Who was asked is what coalition.toml says under ``survey.asked``; where it says nothing,
    everybody in the roster. A missing answer is unknown, never zero. Below half nothing is
    ranked from the answers; below four fifths they carry a warning.

    Returns
    -------
    DataFrame, one row per wave and question
        asked, answered : int, actors; response_rate : float, 0 to 1
        possible_ties, known_ties : int, ordered pairs of those asked; tie_rate : float, 0 to 1
        at_cap : int, respondents who named as many as they could
        asked_is_stated, is_one_view : bool; is_one_view: one person spoke for each agency
        standing : "enough", "with a warning" or "no ranking"

    Examples
    --------
    >>> import collabnet as cn
    >>> frame = pd.DataFrame({"respondent": ["a"], "alter": ["b"], "value": ["1"]})
    >>> survey = cn.Coalition.from_frames(answers=frame.assign(question="contact"))
    >>> response_rates(survey)[["asked", "answered", "response_rate", "standing"]]
       asked  answered  response_rate        standing
    0      2         1            0.5  with a warning
    """
    rows = []
    for sheet in sheets_of(coalition):
        one = response(sheet)
        rows.append(
            {
                "wave": one.wave,
                "question": one.question,
                "asked": one.asked,
                "answered": one.answered,
                "response_rate": one.rate,
                "possible_ties": one.possible,
                "known_ties": one.known,
                "tie_rate": one.tie_rate,
                "at_cap": one.at_cap,
                "asked_is_stated": one.asked_is_stated,
                "is_one_view": one.is_one_view,
                "standing": one.standing,
            }
        )
    return pd.DataFrame(rows, columns=list(_RATES))


def tie_counts(
    coalition: Coalition, *, question: str | None = None, wave: str | None = None
) -> pd.DataFrame:
    """Count the ties that each rule finds, and the pairs among which it could.

    Returns
    -------
    DataFrame, one row per wave and question
        actors, pairs : int, everybody asked, answering or named; the pairs of them
        union : int, ties by this rule, of ``pairs``; fewest, most : bounds, of ``pairs``
        confirmed, confirmed_of : int, of the pairs of which both sides answered
        reconstructed, reconstructed_of : int, of the pairs of which a side answered
        claimed_of : int, pairs with both answers, one of them a yes
        confirmation_rate : float, confirmed among these; NaN if there are none

    Examples
    --------
    >>> import collabnet as cn
    >>> said = [("a", "b", "3"), ("b", "a", "1"), ("a", "c", "2"), ("c", "a", "0")]
    >>> frame = pd.DataFrame(said, columns=["respondent", "alter", "value"])
    >>> survey = cn.Coalition.from_frames(answers=frame.assign(question="contact"))
    >>> tie_counts(survey)[["pairs", "union", "confirmed", "confirmed_of", "most"]]
       pairs  union  confirmed  confirmed_of  most
    0      3      2          1             2     2
    """
    rows = [_counted(sheet) for sheet in sheets_of(coalition, question, wave)]
    return pd.DataFrame(rows, columns=list(_COUNTS))


def _counted(sheet: Sheet) -> dict[str, Any]:
    found = list(pairs(sheet))
    both = [pair for pair in found if _n_known(pair) == 2]
    claimed = sum(1.0 in pair.says for pair in both)
    n = {rule: _n(rule, found) for rule in RULES}
    return {
        "wave": sheet.wave,
        "question": sheet.question,
        "actors": len(sheet.actors),
        "pairs": len(found),
        **n,
        "confirmed_of": len(both),
        "reconstructed_of": sum(_n_known(pair) > 0 for pair in found),
        "claimed_of": claimed,
        "confirmation_rate": n["confirmed"] / claimed if claimed else float("nan"),
    }


def _n(rule: str, found: Iterable[Pair]) -> int:
    return sum(RULES[rule](*pair.says) for pair in found)


def _n_known(pair: Pair) -> int:
    return sum(says == says for says in pair.says)
