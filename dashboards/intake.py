"""What one browser brings in: its files, what was answered about them, and what would be written.

Nothing is written before `Intake.write`. All of it is forgotten with the browser's upload.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from collabnet.data.importing.answering import (
    FIRST,
    Answer,
    Question,
    can_be_asked,
    question_of,
    with_answer,
)
from collabnet.data.importing.plan import Import, plan_import
from collabnet.data.issues import Problem
from collabnet.data.store import FolderChangedError
from collabnet.model.errors import CollabnetError
from collabnet.reports.groups import group

from .desk.coalitions import Coalitions, refuse_samples

NEW = "new"
"""The key of a coalition that isn't there yet."""
Cells = dict[tuple[str, int], dict[int, str]]


@dataclass(frozen=True)
class Said:
    """What was answered to a question, and what to call that."""

    question: Question
    answers: tuple[Answer, ...]
    words: str


class Asked(NamedTuple):
    """What a reading was asked for: where the files go, what was answered and corrected."""

    into: str
    said: tuple[Said, ...]
    cells: dict[str, Cells]


class Reading(NamedTuple):
    """What reading the files found; key and name that the coalition has once it is written."""

    plan: Import
    key: str
    name: str
    asked: Asked


@dataclass
class Intake:
    """What one browser brings in.

    Attributes
    ----------
    files : by name, where they lie
    into, name : the key of the coalition that they go into; what a new one is called
    said : the answers, in the order in which they were given
    cells : rows corrected by hand, by file
    before : what columns were said to be, by file and sheet, where that is asked again
    reading : what was found the last time; None while the files have changed since
    work : the token of the reading begun last: what an earlier one finds counts no more
    written : the key of the coalition once it is written; asked again, nothing is written twice
    """

    files: dict[str, Path] = field(default_factory=dict)
    into: str = NEW
    name: str = ""
    said: tuple[Said, ...] = ()
    cells: dict[str, Cells] = field(default_factory=dict)
    before: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    reading: Reading | None = None
    work: str = ""
    written: str = ""
    _writing: Lock = field(default_factory=Lock, repr=False)

    @property
    def plan(self) -> Import | None:
        """What was found the last time; None while the files have changed since."""
        return self.reading.plan if self.reading else None

    def forget(self, name: str) -> None:
        """Forget what was found, and what was said of a file that is gone or another one now."""
        self.reading = None
        self.said = tuple(one for one in self.said if one.question.about.file != name)
        self.cells = {file: cells for file, cells in self.cells.items() if file != name}

    def read(self, coalitions: Coalitions) -> Reading:
        """Read the files with what was answered so far; nothing is written, nothing kept here."""
        asked = self._asked
        by_file: dict[str, dict[str, object]] = {}
        for one in asked.said:
            file = one.question.about.file
            for answer in one.answers:
                by_file[file] = with_answer(by_file.get(file, {}), answer)
        key, folder = _target(coalitions, asked.into)
        name = self.name.strip() or "Our coalition"
        plan = plan_import(
            list(self.files.values()),
            folder,
            by_file=by_file,
            corrections=asked.cells,
            name=name,
            today=date.today(),
        )
        return Reading(plan, key, name, asked)

    @property
    def _asked(self) -> Asked:
        return Asked(self.into, self.said, self.cells)

    @property
    def questions(self) -> tuple[Question, ...]:
        """What is open: one question for all that one answer is enough for."""
        if self.plan is None:
            return ()
        found = group(_not_guessed([one for one in self.plan.problems if can_be_asked(one)]))
        return tuple(
            question_of(
                replace(one.first, message=one.message), one.columns, *self.plan.roles(one.first)
            )
            for one in found
        )

    @property
    def stops(self) -> tuple[tuple[str, str, str], ...]:
        """What has to be corrected in a file itself: where, what is wrong, what would help.

        That no row of it can be used is said by the rows.
        """
        if self.plan is None:
            return ()
        found = group(
            one
            for one in self.plan.problems
            if one.level == "STOP" and not can_be_asked(one) and one.code != "no_rows_kept"
        )
        return tuple((one.place, one.message, one.remedy) for one in found)

    def answer(self, question: Question, answers: tuple[Answer, ...], words: str) -> None:
        """Take an answer down, in place of one that was given to the same question."""
        others = (one for one in self.said if one.question != question)
        self.said = (*others, Said(question, answers, words))

    def take_back(self, place: int) -> None:
        """Take back an answer, so that it is asked again."""
        for one in self.said[place : place + 1]:
            if one.question.kind == "roles":
                about, value = one.question.about, one.answers[0][1]
                pairs = value if isinstance(value, list) else []
                said = dict(pair.rpartition("=")[::2] for pair in pairs)
                self.before[about.file, about.sheet] = said
        self.said = tuple(one for i, one in enumerate(self.said) if i != place)

    def correct(self, file: str, sheet: str, rows: Mapping[int, Mapping[int, str]]) -> None:
        """Take down cells that were corrected, by the position of the row and their place in it."""
        kept = dict(self.cells.get(file, {}))
        for at, cells in rows.items():
            kept[sheet, at] = {**kept.get((sheet, at), {}), **cells}
        self.cells = {**self.cells, file: kept}

    def write(self, coalitions: Coalitions) -> str:
        """Write what was planned, all of it or nothing; give the key of the coalition.

        Asked again, as by a second click, it writes nothing more.

        Raises
        ------
        CollabnetError
            If something is still open or has changed since, or the folder can't be written.
        """
        with self._writing:
            if not self.written:
                self.written = self._write(coalitions)
            return self.written

    def _write(self, coalitions: Coalitions) -> str:
        if self.reading is not None and self.reading.asked != self._asked:
            raise CollabnetError(
                "Something has changed since these files were read: where they go, or an answer. "
                "Nothing was written. Look at what is found now, then bring them in."
            )
        if self.reading is not None and self.reading.name != self.name:
            self.reading = self.read(coalitions)
        if self.reading is None or self.reading.plan.is_refused:
            raise CollabnetError("Something is still to be answered or corrected first.")
        try:
            self.reading.plan.write()
        except FolderChangedError:
            # Somebody else wrote meanwhile, or took the same new folder: read once more.
            self.reading = self.read(coalitions)
            if self.reading.plan.is_refused:
                raise
            self.reading.plan.write()
        return self.reading.key


def _not_guessed(problems: list[Problem]) -> list[Problem]:
    """Leave out what is asked because a sheet or a table was guessed: that comes first."""
    first = {(one.file, one.sheet) for one in problems if one.code in FIRST}

    def rests_on_guess(one: Problem) -> bool:
        if one.sheet and (one.file, "") in first:
            return True
        return one.code not in FIRST and (one.file, one.sheet) in first

    return [one for one in problems if not rests_on_guess(one)]


def _target(coalitions: Coalitions, into: str) -> tuple[str, Path]:
    if into == NEW:
        return coalitions.new_folder()
    refuse_samples(coalitions, into)
    return into, coalitions.path(into)
