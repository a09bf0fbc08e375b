"""What the ties of a network file are: said by the file, by an answer, or taken."""

from collections.abc import Sequence

from collabnet.data.issues import Ledger
from collabnet.data.options import Answers
from collabnet.model.vocabulary import CONTACT_KINDS, TIE_KIND

TAKEN = "contact"
AS_WRITTEN = "relation_in_file"
WAYS = ("referral", *CONTACT_KINDS)
"""Kinds of tie that a referral or a call goes along; others are no ways."""


def say_kinds(rows: Sequence[dict[str, str]], ledger: Ledger, answers: Answers) -> None:
    """Give the ties that don't say what they are a kind, in place, and say so in the ledger.

    The answer ``tie_kind`` also holds for ties of a relation that is no known kind; the word of
    the file is then kept as ``relation_in_file``. Without it such ties stay as they are.

    Examples
    --------
    >>> rows, ledger = [{"source": "court", "target": "clinic"}], Ledger("coal.dl")
    >>> say_kinds(rows, ledger, Answers())
    >>> rows[0]["kind"], [problem.code for problem in ledger.problems]
    ('contact', ['tie_kind_taken'])
    """
    answer = answers.text("", "tie_kind")
    blank = [row for row in rows if not row.get("kind", "").strip()]
    said = [row for row in rows if row.get("kind", "").strip()]
    strange = [row for row in said if not TIE_KIND.normalise(row["kind"])[1]]
    for row in blank:
        row["kind"] = answer or TAKEN
    if answer:
        for row in strange:
            row[_free(row)] = row["kind"]
            row["kind"] = answer
        return
    if blank:
        kept = "" if len(blank) == len(rows) else f" {len(blank)} of"
        ledger.add("tie_kind_taken", which=kept, found="contacts")
    if strange:
        words = list(dict.fromkeys(row["kind"] for row in strange))
        ledger.add("tie_kind_not_known", count=len(strange), value=words[0], column="kind")


def _free(row: dict[str, str]) -> str:
    """A name that no other attribute of the tie has."""
    name = AS_WRITTEN
    while name in row:
        name = f"{name}_"
    return name
