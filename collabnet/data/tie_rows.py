"""Ties that lead nowhere, count nothing, or stand more than once."""

import pandas as pd

from collabnet.data.issues import Facts, listed
from collabnet.data.options import Answers
from collabnet.data.table import Table

SAME = ("from_id", "to_id", "kind", "wave", "reported_by")
"""What makes two rows reports of one tie by one reporter in one wave."""


def check_ties(table: Table, answers: Answers) -> None:
    """Reject ties to oneself; ask about strength zero and about rows that contradict each other.

    Ties to oneself are kept where ``self_ties`` says so; no measure counts them.
    """
    frame = table.kept
    if answers.text("ties", "self_ties") != "keep":
        for at, name in records_of(frame[frame["from_id"] == frame["to_id"]], "from_id"):
            table.ledger.add("self_tie", at, column="target", value=name)
    table.settle()
    if "strength" in table.kept:
        _check_zeros(table, answers.text("ties", "zero_strength"))
    _check_repeats(table, answers.text("ties", "duplicate_ties"))


def records_of(frame: pd.DataFrame, column: str) -> list[tuple[int, str]]:
    """Give the position of each row and its cell in a column."""
    return list(zip(frame["at"], frame[column], strict=True))


def _check_zeros(table: Table, answer: str) -> None:
    zero = table.kept[table.kept["strength"] == 0]
    if zero.empty or answer == "weak tie":
        return
    first = zero["at"].iloc[0]
    told: Facts = {"column": "strength", "value": "0", "count": len(zero)}
    if answer == "no tie":
        table.ledger.skipped.update(zero["at"])
        table.ledger.add("zero_ties_skipped", first, **told)
        table.settle()
    else:
        table.ledger.add("zero_strength", first, **told)


def _check_repeats(table: Table, answer: str) -> None:
    frame = table.kept
    same = [name for name in SAME if name in frame]
    keys = frame[same].assign(**_ordered_ends(frame))
    repeated = frame[keys.duplicated(keep=False)]
    if repeated.empty:
        return
    groups = repeated.groupby([keys.loc[repeated.index, name] for name in same], sort=False)
    equal: list[tuple[int, str]] = []
    merged = 0
    for _, group in groups:
        name = f"{group['from_id'].iloc[0]} to {group['to_id'].iloc[0]}"
        strengths = _strengths(group)
        at = int(group["at"].iloc[1])
        if len(strengths) < 2:
            equal += [(at, name)] * (len(group) - 1)
        elif answer:
            _merge(table, group, answer)
            merged += len(group) - 1
        else:
            told: Facts = {"count": len(group), "found": listed([f"{one:g}" for one in strengths])}
            table.ledger.add("repeated_tie_differs", at, column="strength", value=name, **told)
    if equal:
        at, name = equal[0]
        table.ledger.add("repeated_tie", at, value=name, count=len(equal))
    if merged:
        table.ledger.add("ties_merged", column="strength", count=merged, found=answer)
        table.settle()


def _strengths(group: pd.DataFrame) -> list[float]:
    return group["strength"].dropna().drop_duplicates().tolist() if "strength" in group else []


def _ordered_ends(frame: pd.DataFrame) -> dict[str, list[str]]:
    """The ends of each tie; of one without direction in the order of the alphabet."""
    ends = list(zip(frame["from_id"], frame["to_id"], strict=True))
    if "directed" in frame:
        both = zip(ends, frame["directed"] == "no", strict=True)
        ends = [(min(end), max(end)) if swaps else end for end, swaps in both]
    return {"from_id": [end[0] for end in ends], "to_id": [end[1] for end in ends]}


def _merge(table: Table, group: pd.DataFrame, answer: str) -> None:
    """Keep one row of a tie: the last one, with its own strength, the largest, or the sum."""
    strengths = group["strength"].dropna()
    chosen = {"sum": strengths.sum(), "max": strengths.max(), "last": strengths.iloc[-1]}[answer]
    table.kept.loc[group.index[-1], "strength"] = chosen
    table.ledger.skipped.update(group["at"].iloc[:-1])
