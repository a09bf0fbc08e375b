"""Check a coalition: what is there, what is wrong, what can be said."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from os import PathLike

import pandas as pd

from collabnet.data.codes import REFUSING
from collabnet.data.folder import Folder
from collabnet.data.issues import Ledger, Problem, listed, shown, to_frame
from collabnet.data.load import read_path
from collabnet.data.questions import Appraisal, appraise
from collabnet.data.samples import find_path
from collabnet.model.coalition import Coalition
from collabnet.model.errors import CollabnetError


@dataclass(frozen=True)
class FileCount:
    """What became of the rows of one file: read = kept + rejected + skipped."""

    file: str
    read: int
    kept: int
    rejected: int
    skipped: int
    unknown_columns: tuple[str, ...]


@dataclass(frozen=True)
class Check:
    """What a check found.

    Attributes
    ----------
    files : the tables that were read, with what became of their rows
    not_read : files of a coalition that are not read yet
    other_files : files that are left alone
    found : every problem, in the order of files and rows
    can_say, cannot_say, questions : sentences
    coalition : the coalition, or None when it was refused
    inputs : the SHA-256 of each file that was read
    """

    path: str
    name: str
    label: str
    files: tuple[FileCount, ...]
    not_read: tuple[str, ...]
    other_files: tuple[str, ...]
    found: tuple[Problem, ...]
    can_say: tuple[str, ...]
    cannot_say: tuple[str, ...]
    questions: tuple[str, ...]
    inputs: Mapping[str, str]
    coalition: Coalition | None

    @property
    def is_refused(self) -> bool:
        """Whether something has to be answered or corrected before anything can be said."""
        return any(problem.level in REFUSING for problem in self.found)

    @property
    def problems(self) -> pd.DataFrame:
        """One row per problem: file, row, line, column, code, level, value, message, remedy."""
        return to_frame(self.found)

    def to_dict(self) -> dict[str, object]:
        """Give the check as plain values for JSON; an unknown row or line is None."""
        return {
            "schema_version": 1,
            "path": self.path,
            "name": self.name,
            "label": self.label,
            "is_refused": self.is_refused,
            "files": [asdict(one) for one in self.files],
            "not_read": list(self.not_read),
            "other_files": list(self.other_files),
            "problems": [asdict(problem) for problem in self.found],
            "can_say": list(self.can_say),
            "cannot_say": list(self.cannot_say),
            "questions": list(self.questions),
            "inputs": dict(self.inputs),
        }

    def to_text(self) -> str:
        """Give the check in plain language, every problem on a line of its own."""
        blocks = [self._head(), self._files()]
        for title, levels in _TITLES:
            lines = [f"- {problem}" for problem in self.found if problem.level in levels]
            if lines:
                blocks.append([f"{title} ({len(lines)})", *lines])
        for title, said in (
            ("What can be said", self.can_say),
            ("What can't be said", self.cannot_say),
            ("Questions whose answers would help most", self.questions),
        ):
            if said:
                blocks.append([title, *(f"- {text}" for text in said)])
        return "\n\n".join("\n".join(block) for block in blocks if block)

    def _head(self) -> list[str]:
        label = f" [{shown(self.label)}]" if self.label else ""
        state = "can't be read yet" if self.is_refused else "was read"
        return [f"{shown(self.name)}{label} {state}."]

    def _files(self) -> list[str]:
        lines = ["Files"]
        for one in self.files:
            lines.append(
                f"- {one.file}: {one.read} rows read = {one.kept} kept + {one.rejected} rejected "
                f"+ {one.skipped} skipped"
            )
            if one.unknown_columns:
                names = listed([shown(name) for name in one.unknown_columns])
                lines.append(f"  columns kept as they are: {names}")
        if self.not_read:
            lines.append(f"- not read yet: {listed([shown(name) for name in self.not_read])}")
        if self.other_files:
            lines.append(f"- left alone: {listed([shown(name) for name in self.other_files])}")
        return lines if len(lines) > 1 else []


_TITLES = (
    ("To answer or correct before anything can be said", REFUSING),
    ("Rows left out", ("ROW",)),
    ("Worth knowing", ("NOTE", "OK")),
)


def check(
    path: str | PathLike[str],
    *,
    reading: Mapping[str, object] | None = None,
    today: date | None = None,
) -> Check:
    """Check a coalition folder, a file or a sample: what is there, what is wrong, what can be said.

    Whatever the files hold, it answers: problems are listed and never raised. ``reading`` and
    ``today`` are those of :func:`collabnet.load`.

    Raises
    ------
    NotFoundError
        If there is neither such a path nor such a sample.
    ReadingError
        If the path is no folder that can be opened.

    Examples
    --------
    >>> import collabnet as cn
    >>> found = cn.check("sample:g1")
    >>> found.is_refused, found.files[-1].read, found.files[-1].kept
    (False, 25, 25)
    """
    place = find_path(path)
    folder = read_path(place, reading, today or date.today())
    if place.is_dir():
        from collabnet.data.forms.waiting import note_forms  # opens workbooks: only here

        folder.ledgers.append(note_forms(place))
    coalition = _coalition(folder)
    said = appraise(coalition) if coalition is not None else _nothing()
    return Check(
        path=shown(str(path)),
        name=folder.settings.name,
        label=folder.settings.label,
        files=_counts(folder),
        not_read=folder.listing.later,
        other_files=folder.listing.other,
        found=tuple(folder.problems),
        can_say=tuple(said.can_say),
        cannot_say=tuple(said.cannot_say),
        questions=tuple(said.questions),
        inputs=folder.inputs,
        coalition=coalition,
    )


def _coalition(folder: Folder) -> Coalition | None:
    if folder.is_refused:
        return None
    try:
        return folder.coalition()
    except CollabnetError as error:
        ledger = Ledger("(folder)")
        ledger.add("inconsistent", why=str(error))
        folder.ledgers.append(ledger)
        return None


def _nothing() -> Appraisal:
    return Appraisal([], ["Anything, until what is listed above is answered or corrected."], [])


def _counts(folder: Folder) -> tuple[FileCount, ...]:
    if not folder.sources:
        return tuple(_count(folder, name) for name in folder.files)
    return tuple(_source_count(ledger) for ledger in folder.sources)


def _source_count(ledger: Ledger) -> FileCount:
    sheet = f", sheet {shown(ledger.sheet)}" if ledger.sheet else ""
    rejected, skipped = len(ledger.rejected - ledger.skipped), len(ledger.skipped)
    kept = ledger.n_read - rejected - skipped
    return FileCount(f"{ledger.file}{sheet}", ledger.n_read, kept, rejected, skipped, ())


def _count(folder: Folder, name: str) -> FileCount:
    table = folder.tables[name]
    # In a matrix one row holds many answers.
    kept = len(set(table.kept["at"]) - {-1}) if table.frame is not None else 0
    ledger = table.ledger
    return FileCount(
        file=ledger.file,
        read=table.n_read,
        kept=kept,
        rejected=len(ledger.rejected - ledger.skipped),
        skipped=len(ledger.skipped),
        unknown_columns=tuple(table.unknown),
    )
