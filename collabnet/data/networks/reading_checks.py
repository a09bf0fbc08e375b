"""Checks of the ties of a network file: ends, strengths, self-ties, and ties that repeat."""

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from collabnet.data.column import Column
from collabnet.data.issues import Facts, Ledger, listed
from collabnet.data.numbers import read_numbers
from collabnet.data.options import Answers
from collabnet.model.specs import TIES

if TYPE_CHECKING:
    from collabnet.data.networks.reading import ReadTie

_STRENGTH = next(column for column in TIES.columns if column.file_name == "strength")


class _Strengths(Column):
    """Strengths of ties; in a matrix the place of each is the column that it stands in."""

    places: dict[int, str]

    def reject(self, code: str, at: int, value: str, **facts: object) -> None:
        """Leave a tie out because of its strength."""
        told: Facts = dict(facts)
        place = self.places.get(at) or self.name
        self.ledger.add(code, at, column=place, value=value, **told)


def check_ends(ties: "Sequence[ReadTie]", ledger: Ledger) -> None:
    """Reject ties that lack an end."""
    for tie in ties:
        for column, end in (("source", tie.from_id), ("target", tie.to_id)):
            if not end.strip() and tie.at not in ledger.gone:
                ledger.add("required_blank", tie.at, column=column)


def check_strengths(
    ties: "Sequence[ReadTie]", ledger: Ledger, answers: Answers, *, merge: bool
) -> None:
    """Read strengths as numbers; with ``merge`` ask about self-ties and about zeros."""
    if any(tie.strength for tie in ties):
        live = [tie for tie in ties if tie.at not in ledger.gone]
        cells = [tie.strength.strip() for tie in live]
        at = [tie.at for tie in live]
        column = _Strengths("ties", "strength", cells, at, ledger, answers)
        column.places = {tie.at: tie.column for tie in live if tie.column}
        for tie, number in zip(live, read_numbers(column, _STRENGTH), strict=True):
            tie.number = number
    if merge:
        _check_self_ties(ties, ledger, answers.text("", "self_ties"))
        _check_zeros(ties, ledger, answers.text("ties", "zero_strength"))


def _check_self_ties(ties: "Sequence[ReadTie]", ledger: Ledger, answer: str) -> None:
    found = [t for t in ties if t.from_id == t.to_id and t.at not in ledger.gone]
    if not found or answer == "keep":
        return
    code = "self_ties_left_out" if answer else "self_ties"
    ledger.add(code, found[0].at, value=found[0].from_id, count=len(found))
    ledger.skipped.update(tie.at for tie in found)


def _check_zeros(ties: "Sequence[ReadTie]", ledger: Ledger, answer: str) -> None:
    zero = [tie for tie in ties if tie.number == 0 and tie.at not in ledger.gone]
    if not zero or answer == "weak tie":
        return
    told: Facts = {"column": "strength", "value": "0", "count": len(zero)}
    if answer == "no tie":
        ledger.skipped.update(tie.at for tie in zero)
        ledger.add("zero_ties_skipped", zero[0].at, **told)
    else:
        ledger.add("zero_strength", zero[0].at, **told)


def check_repeats(ties: "Sequence[ReadTie]", ledger: Ledger, answers: Answers) -> None:
    """Merge ties that are alike in everything; ask about those that differ in strength only.

    Ties with other attributes, such as another wave, are separate reports and stay.
    """
    groups: dict[object, list[ReadTie]] = defaultdict(list)
    for tie in ties:
        if tie.at not in ledger.gone:
            groups[_same(tie)].append(tie)
    answer = answers.text("ties", "duplicate_ties")
    equal: list[ReadTie] = []
    merged: list[int] = []
    for group in groups.values():
        if len(group) < 2:
            continue
        strengths = [tie.number for tie in group if not math.isnan(tie.number)]
        told = list(dict.fromkeys(strengths))
        if len(told) < 2 and len(strengths) in (0, len(group)):
            equal += group[1:]
        elif answer:
            last = group[-1]
            chosen = {"sum": math.fsum(strengths), "max": max(strengths), "last": strengths[-1]}
            last.number = chosen[answer]
            merged += [tie.at for tie in group[:-1]]
        else:
            found = [f"{one:g}" for one in told]
            words = [*found, "none"] if len(strengths) < len(group) else found
            facts: Facts = {"count": len(group), "found": listed(words)}
            name = _name(group[0])
            ledger.add("repeated_tie_differs", group[1].at, column="strength", value=name, **facts)
    if equal:
        value = _name(equal[0])
        ledger.add("equal_ties_merged", equal[0].at, value=value, count=len(equal))
        ledger.skipped.update(tie.at for tie in equal)
    if merged:
        ledger.add("ties_merged", column="strength", count=len(merged), found=answer)
        ledger.skipped.update(merged)


def _same(tie: "ReadTie") -> object:
    ends = (tie.from_id, tie.to_id)
    if not tie.is_directed:
        ends = (min(ends), max(ends))
    return (*ends, tie.is_directed, tie.relation, tuple(sorted(tie.attributes.items())))


def _name(tie: "ReadTie") -> str:
    return f"{tie.from_id} to {tie.to_id}"
