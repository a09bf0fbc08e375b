"""The rows and columns of a matrix of ties: the same actors, or two kinds of actors."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from collabnet.data.issues import Ledger
from collabnet.data.networks.reading import FIRST, SECOND, NetworkDraft
from collabnet.data.options import Answers

MOST_ACTORS = 200_000
"""More than any coalition has, few enough to answer at once when a file's head lies."""


@dataclass(frozen=True)
class Label:
    """A label as the file has it, and its line; ``row`` is the row of a sheet."""

    text: str
    line: int
    row: int | None = None


@dataclass(frozen=True)
class Axes:
    """Whom each row and each column of a matrix stands for."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    is_two_mode: bool


def find_axes(
    rows: Sequence[Label],
    columns: Sequence[Label],
    draft: NetworkDraft,
    *,
    is_labelled: bool = True,
    is_two_mode: bool | None = None,
) -> Axes | None:
    """Declare the actors of rows and columns; None when the matrix can't be read.

    Rows and columns with the same labels are the same actors, those without one in common are
    two kinds. What lies between, and labels in another order, is asked about.
    """
    ledger, answers = draft.ledger, draft.answers
    above, beside = [one.text for one in columns], [one.text for one in rows]
    if is_two_mode is None:
        is_two_mode = _is_two_mode(beside, above, is_labelled, ledger, answers)
    if is_two_mode:
        ids = declare(draft, [*rows, *columns], [FIRST] * len(rows) + [SECOND] * len(columns))
        told = {"first": len(rows), "second": len(columns)}
        ledger.add("two_mode", **told)  # type: ignore[arg-type] # the facts of a message
        return Axes(tuple(ids[: len(rows)]), tuple(ids[len(rows) :]), True)
    if beside == above or not is_labelled:
        if len(rows) != len(columns):
            ledger.add("matrix_not_square", rows=len(rows), columns=len(columns))
            return None
        ids = declare(draft, rows)
        return Axes(tuple(ids), tuple(ids), False)
    return _realigned(rows, columns, draft)


def _is_two_mode(
    beside: list[str], above: list[str], is_labelled: bool, ledger: Ledger, answers: Answers
) -> bool:
    if is_labelled and set(beside) == set(above):
        return False
    common = len(set(beside) & set(above))
    answer = answers.text("", "matrix_kind")
    if answer:
        return answer == "two_mode"
    if is_labelled and common:
        found = (
            f"Rows and columns have {common} of {len(set(beside) | set(above))} labels in common"
        )
        ledger.add("matrix_kind", found=found)
        return 2 * common <= min(len(beside), len(above))
    if not is_labelled and len(beside) == len(above):
        size = f"{len(beside)} rows and as many columns"
        ledger.add("matrix_kind", found=f"The matrix has {size}, without labels")
        return False
    return True


def _realigned(rows: Sequence[Label], columns: Sequence[Label], draft: NetworkDraft) -> Axes | None:
    """One kind of actors whose labels stand in another order, or not in all places."""
    ledger = draft.ledger
    above, beside = [one.text for one in columns], [one.text for one in rows]
    twice = next((t for t, n in (Counter(beside) | Counter(above)).items() if n > 1), "")
    if twice:
        ledger.add("duplicate_actor", value=twice)
        return None
    answer = draft.answers.text("", "matrix_order")
    if set(beside) == set(above):
        if not answer:
            place = next(i for i, text in enumerate(beside) if text != above[i])
            told = {"row_number": place + 1, "value": beside[place], "other": f"'{above[place]}'"}
            ledger.add("matrix_order", line=rows[place].line, **told)  # type: ignore[arg-type]
        if answer == "by_place":
            ids = declare(draft, rows)
            return Axes(tuple(ids), tuple(ids), False)
    declare(draft, [*rows, *(one for one in columns if one.text not in set(beside))])
    return Axes(tuple(beside), tuple(above), False)


def declare(draft: NetworkDraft, labels: Sequence[Label], modes: Sequence[str] = ()) -> list[str]:
    """Declare one actor for each label and give their ids; the same label twice is two actors."""
    texts = [one.text or str(place) for place, one in enumerate(labels, 1)]
    count = Counter(texts)
    taken = set(texts)
    ids, repeats, seen = [], [], set()
    for place, text in enumerate(texts, 1):
        if count[text] > 1 and text in seen:
            repeats.append(place - 1)
            name = f"{text} #{place}"
            while name in taken:
                name += "*"
            taken.add(name)
            ids.append(name)
        else:
            ids.append(text)
        seen.add(text)
    for place, (one, actor_id) in enumerate(zip(labels, ids, strict=True)):
        values = {"mode": modes[place]} if modes else {}
        if actor_id != texts[place]:
            values["name"] = texts[place]
        draft.actor(draft.place(one.line, [one.text], one.row), actor_id, values)
    if repeats:
        first = repeats[0]
        draft.ledger.add(
            "repeated_label",
            line=labels[first].line,
            value=texts[first],
            count=len(repeats),
            read=f"'{ids[first]}'",
        )
    return ids


def is_missing(cell: str) -> bool:
    """Tell whether a cell of a matrix says that it isn't known whether there is a tie.

    UCINET writes a point, NA, or a number near 1E38.
    """
    text = cell.strip().lower()
    if text in ("", ".", "-", "na", "n/a", "#n/a", "?"):
        return True
    try:
        return abs(float(text)) >= 1e37 and "inf" not in text
    except ValueError:
        return False


def is_zero(cell: str) -> bool:
    """Tell whether a cell of a matrix says that there is no tie."""
    if cell == "0":
        return True
    try:
        return float(cell) == 0
    except ValueError:
        return False
