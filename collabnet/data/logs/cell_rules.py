"""Judge every different value of a log once, by the rules for the cells of a coalition's log."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from collabnet.data.codes import CODES
from collabnet.data.issues import Ledger, Problem
from collabnet.data.options import Answers
from collabnet.data.sources.opened import Draft
from collabnet.data.table import read_draft
from collabnet.model.specs import REFERRALS

_FINE = {"date": "2000-01-03", "from_agency": "agency", "to_agency": "agency"}
_MODEL = {column.file_name: column.model_name for column in REFERRALS.columns}


@dataclass
class Verdicts:
    """What the rules say of the values of each column.

    Attributes
    ----------
    clean : for each column and raw value the value as it is stored
    bad : for each column and raw value that leaves its row out the problem
    notes : what is kept and worth knowing, once for each kind
    refusals : what has to be answered or corrected before anything can be counted
    """

    clean: dict[str, dict[str, object]] = field(default_factory=dict)
    bad: dict[str, dict[str, Problem]] = field(default_factory=dict)
    notes: list[Problem] = field(default_factory=list)
    refusals: list[Problem] = field(default_factory=list)


def judge(
    values: Mapping[str, Sequence[str]],
    file: str,
    has_iso_days: bool,
    answers: Answers,
    today: date,
) -> Verdicts:
    """Judge the values of each column.

    ``values["date"]`` are only the days that are not plainly written; ``has_iso_days`` says
    whether there are others.
    """
    verdicts = Verdicts()
    texts = {name: found for name, found in values.items() if name != "date"}
    _judge(texts, file, answers, today, verdicts)
    days = list(values.get("date", ()))
    extra = [_FINE["date"]] if has_iso_days and _FINE["date"] not in days else []
    _judge({"date": [*days, *extra]} if days else {"date": []}, file, answers, today, verdicts)
    return verdicts


def _judge(
    values: Mapping[str, Sequence[str]],
    file: str,
    answers: Answers,
    today: date,
    verdicts: Verdicts,
) -> None:
    """Make a table in which each row has one value to be judged, and see what becomes of it."""
    names = tuple(dict.fromkeys([*_FINE, *values]))
    ledger = Ledger(file)
    draft = Draft(REFERRALS.name, names, ledger)
    place = {name: at for at, name in enumerate(names)}
    asked: list[tuple[str, str]] = []
    for name, found in values.items():
        for raw in found:
            cells = [_FINE.get(other, "") for other in names]
            cells[place[name]] = raw
            draft.add(len(asked), *cells)
            asked.append((name, raw))
        verdicts.clean.setdefault(name, {})
        verdicts.bad.setdefault(name, {})
    if not asked:
        return
    ledger.rows = ledger.lines = range(1, len(asked) + 1)
    ledger.n_read, ledger.originals = len(asked), draft.cells
    table = read_draft(draft, answers, today)
    for problem in ledger.problems:
        if problem.level in ("ASK", "STOP"):
            verdicts.refusals.append(problem)
        elif problem.level == "ROW" and problem.row is not None:
            name, raw = asked[problem.row - 1]
            verdicts.bad[name].setdefault(raw, problem)
        elif problem.level == "NOTE" and problem.column in values:
            verdicts.notes.append(_of_values(problem))
    kept = table.kept
    for name in values:
        if _MODEL[name] in kept:
            for at, clean in zip(kept["at"], kept[_MODEL[name]], strict=True):
                if asked[int(at)][0] == name:
                    verdicts.clean[name][asked[int(at)][1]] = clean


def _of_values(problem: Problem) -> Problem:
    """A note about a column's values: each was looked at once, so rows aren't spoken of."""
    told = f"{CODES[problem.code].meaning} The first such value is '{problem.value}'."
    return replace(problem, row=None, line=None, message=told)
