"""Read a file of a survey: one row an answer, or a matrix with one row a respondent."""

import math
from collections import Counter
from collections.abc import Sequence
from datetime import date

from collabnet.data.header import known_names
from collabnet.data.issues import Facts, Ledger, listed
from collabnet.data.options import Answers
from collabnet.data.sources.opened import Draft
from collabnet.data.table import Table, draft_table, read_draft, read_records
from collabnet.model.settings import SurveySettings
from collabnet.model.sheets import read_answer
from collabnet.model.specs import ANSWERS
from collabnet.model.vocabulary import QUESTION, plain

_LONG = {"alter", "value"}
_KNOWN = known_names(ANSWERS)


def read_survey(
    data: bytes, ledger: Ledger, survey: SurveySettings, answers: Answers, today: date
) -> Table:
    """Read one file of a survey as answers; what is wrong with it goes to the ledger.

    A file whose header has neither ``alter`` nor ``value`` is a matrix: its other columns are
    those whom the respondents were asked about. Question and wave come from columns, else from
    coalition.toml, else from the file's name.
    """
    records = read_records(data, known_names(ANSWERS), ledger, answers, ANSWERS.name)
    draft = None if records is None else draft_table(records, ANSWERS, ledger, answers)
    if draft is None:
        return Table(ANSWERS, ledger)
    if not ledger.is_stopped:
        names = [_KNOWN.get(plain(name), "") for name in draft.names]
        if "respondent" in names and not _LONG & set(names):
            draft = _unrolled(draft, names, answers)
    if not ledger.is_stopped:
        _add_stated(draft, survey, answers)
    table = read_draft(draft, answers, today)
    _check_values(table, survey)
    return table


def name_says(file: str) -> tuple[str, str]:
    """The question and the wave that a file's name says; empty where it doesn't.

    Examples
    --------
    >>> name_says("survey_2024.csv"), name_says("survey_follow_up_spring_2024.csv")
    (('', '2024'), ('follow_up', 'spring_2024'))
    """
    words = file.removeprefix("survey_").rpartition(".")[0].split("_")
    spans = [(i, j) for i in range(len(words)) for j in range(len(words), i, -1)]
    for i, j in spans:
        term, is_known = QUESTION.normalise("_".join(words[i:j]))
        if is_known:
            return term, "_".join(words[:i] + words[j:])
    return "", "_".join(words)


def _unrolled(draft: Draft, names: Sequence[str], answers: Answers) -> Draft:
    """Give a matrix as one row for each cell; about themselves respondents aren't asked."""
    ledger = draft.ledger
    head = [place for place, name in enumerate(names) if name]
    labels = _labels(draft, names, answers)
    made = Draft(ANSWERS.name, (*(draft.names[place] for place in head), "alter", "value"), ledger)
    who = names.index("respondent")
    own: list[tuple[int, str]] = []
    fresh = dict(labels)
    for at, record in zip(draft.at, draft.cells, strict=True):
        shared = [record[place] for place in head]
        respondent = record[who].strip()
        kept = []
        for place, label in labels.items():
            value = record[place]
            if label.strip() == respondent:
                own += [(at, respondent)] if value.strip() not in ("", "0", "-", "x", "X") else []
            else:
                kept.append((fresh.pop(place, label.strip()), value))
        # A row without a respondent is one problem, and one without alters is one row still.
        for label, value in (kept if respondent else [])[:] or [("", "")]:
            made.add(at, *shared, label, value)
            shared = [cell.strip() for cell in shared]
    if own:
        ledger.add("own_answers", own[0][0], value=own[0][1], count=len(own))
    _check_rows(draft, who, {label.strip() for label in labels.values()}, answers)
    return made


def _labels(draft: Draft, names: Sequence[str], answers: Answers) -> dict[int, str]:
    """The columns of a matrix that are asked about, by their place."""
    ledger = draft.ledger
    found: dict[int, str] = {}
    for place, (name, known) in enumerate(zip(draft.names, names, strict=True)):
        full = [at for at, cells in zip(draft.at, draft.cells, strict=True) if cells[place].strip()]
        if known:
            continue
        if name.strip():
            found[place] = name
        elif full:
            answer = answers.text(ANSWERS.name, "blank_header")
            if answer == "drop":
                ledger.add("column_dropped", column=f"column_{place + 1}")
            else:
                found[place] = f"column_{place + 1}"
            if not answer:
                ledger.add("blank_header", full[0], place=place + 1)
        else:
            ledger.add("blank_column", place=place + 1)
    for label, n in Counter(one.strip() for one in found.values()).items():
        if n > 1:
            places = [str(place + 1) for place, one in found.items() if one.strip() == label]
            ledger.add("duplicate_header", column=label, value=label, places=listed(places))
    return found


def _check_rows(draft: Draft, who: int, labels: set[str], answers: Answers) -> None:
    """Ask where some respondents are among the columns and others aren't."""
    rows = [(at, cells[who].strip()) for at, cells in zip(draft.at, draft.cells, strict=True)]
    lacking = [(at, name) for at, name in rows if name and name not in labels]
    if 0 < len(lacking) < len(rows) and not answers.text(ANSWERS.name, "matrix_rows"):
        told: Facts = {"column": "respondent", "value": lacking[0][1], "count": len(lacking)}
        draft.ledger.add("matrix_rows_differ", lacking[0][0], **told)


def _add_stated(draft: Draft, survey: SurveySettings, answers: Answers) -> None:
    """Fill in question and wave where the file says them once for all."""
    ledger = draft.ledger
    stated, named = survey.files.get(ledger.file, ("", "")), name_says(ledger.file)
    names = [_KNOWN.get(plain(name), "") for name in draft.names]
    for number, name in enumerate(("question", "wave")):
        text = stated[number] or named[number]
        place = names.index(name) if name in names else None
        if place is not None:
            for cells in draft.cells:
                cells[place] = cells[place] if cells[place].strip() else text
            continue
        if name == "question" and not text:
            text = answers.text(ANSWERS.name, "question")
            if not text:
                ledger.add("question_not_named")
                text = "contact"
        draft.names = (*draft.names, name)
        draft.cells = [[*cells, text] for cells in draft.cells]


def _check_values(table: Table, survey: SurveySettings) -> None:
    """Look at the answers about somebody: words are noted, what is off the scale is rejected."""
    frame, ledger = table.kept, table.ledger
    if table.frame is None or "value" not in frame or "alter" not in frame:
        return
    words: dict[str, list[int]] = {}
    known = frame[frame["question"].isin(QUESTION.terms) & (frame["alter"] != "")]
    for at, value in zip(known["at"], known["value"], strict=True):
        read = read_answer(value, survey.values)
        if read is None:
            words.setdefault(value, []).append(int(at))
            continue
        number = read[1]
        low, high = survey.scale or (-math.inf, math.inf)
        # Zero says that there is no tie, on whatever scale ties are rated.
        if not math.isnan(number) and number != 0 and not low <= number <= high:
            told: Facts = {"low": f"{low:g}", "high": f"{high:g}"}
            ledger.add("out_of_scale", at, column="value", value=value, **told)
    for value, at in words.items():
        ledger.add("answer_in_words", at[0], column="value", value=value, count=len(at))
    table.settle()
