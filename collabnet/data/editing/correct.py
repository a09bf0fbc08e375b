"""Correct rows of a coalition's files: checked as always, then written whole, or not at all."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from collabnet.data.codes import REFUSING
from collabnet.data.editing import journal
from collabnet.data.editing.edit import Edit, apply
from collabnet.data.editing.journal import Step, steps_in, with_step, with_undone
from collabnet.data.folder import Folder, read_folder
from collabnet.data.issues import Problem
from collabnet.data.place import Place
from collabnet.data.samples import list_samples
from collabnet.data.store import FolderChangedError, digests, write_together
from collabnet.model.errors import CollabnetError

_Key = tuple[str, str, str, str]


@dataclass(frozen=True)
class Corrected:
    """What was written.

    Attributes
    ----------
    step : the correction, as it can be taken back
    notes : what is worth knowing of the new rows, in sentences
    """

    step: Step
    notes: tuple[str, ...] = ()


def correct(
    path: Path,
    edits: Sequence[Edit],
    *,
    reading: Mapping[str, object] | None = None,
    today: date | None = None,
) -> Corrected:
    """Change, add and remove rows of a coalition's files in one step that can be taken back.

    The folder is checked with the rows as they will be. Where a row could not be read any more,
    or another question came up, nothing is written.

    Raises
    ------
    CollabnetError
        If it is a sample, there is nothing to change, a row is not as ``edits`` say any more,
        the check refuses the rows, or the folder can't be written; it is left as it was.
    """
    day = today or date.today()
    if not edits:
        raise CollabnetError("Nothing was changed, so nothing was written. Change a field first.")
    place, expected = _opened(path)
    before = read_folder(place, reading, day)
    files, done = apply(place, edits, reading)
    after = read_folder(Place(path, over=files), reading, day)
    _refuse_new_problems(before, after, edits)
    _, last = steps_in(place)
    step = Step(last + 1, day.isoformat(), tuple(done))
    files[journal.FILE] = with_step(place, done, step.number, step.done_on)
    _write(path, files, expected)
    return Corrected(step, _notes(before, after))


def undo_last(
    path: Path, *, reading: Mapping[str, object] | None = None, today: date | None = None
) -> Step:
    """Take the last correction back that still holds.

    Raises
    ------
    CollabnetError
        If there is none, its rows were changed since, or the folder can't be written.
    """
    day = today or date.today()
    place, expected = _opened(path)
    held, _ = steps_in(place)
    if not held:
        raise CollabnetError("There is no correction to take back.")
    files, _ = apply(place, [edit.inverse for edit in reversed(held[-1].edits)], reading)
    files[journal.FILE] = with_undone(place, held[-1].number, day.isoformat())
    _write(path, files, expected)
    return held[-1]


def _opened(path: Path) -> tuple[Place, dict[str, str]]:
    """Give the folder, and what its files are like before anything of them is read."""
    if path.resolve() in {sample.path.resolve() for sample in list_samples()}:
        raise CollabnetError("A sample stays as it is. Make a copy of your own first.")
    return Place(path), digests(path)


def _write(path: Path, files: Mapping[str, bytes], expected: Mapping[str, str]) -> None:
    try:
        write_together(path, files, expected=expected)
    except FolderChangedError as error:
        raise FolderChangedError(
            "Somebody else has changed these files meanwhile, so nothing was written. Reload the "
            "page, look at the row and correct it again."
        ) from error


def _refuse_new_problems(before: Folder, after: Folder, edits: Sequence[Edit]) -> None:
    """Refuse rows that could not be read, and questions that nobody asked before."""
    new = _new(before.problems, after.problems, (*REFUSING, "ROW"))
    if not new:
        return
    said = "\n".join(_said(problem) for problem in new)
    if all(edit.did == "removed" for edit in edits):
        raise CollabnetError(
            "Nothing was removed, because other rows still name what stands in this row. Correct "
            f"or remove those first:\n{said}"
        )
    raise CollabnetError(f"Nothing was written, because the check says:\n{said}")


def _notes(before: Folder, after: Folder) -> tuple[str, ...]:
    return tuple(map(_said, _new(before.problems, after.problems, ("NOTE",))))


def _said(problem: Problem) -> str:
    """The problem and what to do, without the options of the command line."""
    remedy = problem.remedy.partition(" Say --reading")[0]
    row = f", row {problem.row}" if problem.row else ""
    return f"{problem.file}{row}: {problem.message} {remedy}".strip()


def _new(
    before: Sequence[Problem], after: Sequence[Problem], levels: Sequence[str]
) -> list[Problem]:
    """The problems that weren't there before; where they stand doesn't tell them apart."""
    known = Counter(_key(one) for one in before)
    found = []
    for one in after:
        if one.level in levels:
            known[_key(one)] -= 1
            if known[_key(one)] < 0:
                found.append(one)
    return found


def _key(problem: Problem) -> _Key:
    return problem.file, problem.code, problem.column, problem.value
