"""Read and write actions.csv: a table that people edit too, of which every line is kept."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from collabnet.data.files import read_bytes
from collabnet.data.issues import Ledger, listed, shown
from collabnet.data.options import Answers
from collabnet.data.samples import find_path
from collabnet.data.settings import parse_settings, read_answers
from collabnet.data.table import read_records
from collabnet.data.writers.cells import guarded
from collabnet.model.errors import CollabnetError, ReadingError
from collabnet.model.vocabulary import plain
from collabnet.planning.actions.action import Action
from collabnet.planning.actions.cells import COLUMNS, NEEDED, action_of, cells_of, number_of

FILE = "actions.csv"
SETTINGS = "coalition.toml"


@dataclass(frozen=True)
class Register:
    """The actions of a folder, and what can't be read of them.

    Attributes
    ----------
    actions : by number
    problems : a sentence for each line that can't be used; it stays in the file as it is
    header, lines : the file as it stands, in cells
    places : the place in ``lines`` of each action, by its number
    rows : the row in the file of each of ``lines``
    """

    actions: tuple[Action, ...] = ()
    problems: tuple[str, ...] = ()
    header: tuple[str, ...] = COLUMNS
    lines: tuple[tuple[str, ...], ...] = ()
    places: tuple[tuple[int, int], ...] = ()
    rows: tuple[int, ...] = ()

    def __getitem__(self, number: int) -> Action:
        """Give an action by its number.

        Raises
        ------
        CollabnetError
            If there is none.
        """
        for one in self.actions:
            if one.id == number:
                return one
        known = listed([str(one.id) for one in self.actions]) if self.actions else ""
        told = f"The register has {known}." if known else "The register is empty."
        raise CollabnetError(f"There is no action {number}. {told}")

    def __iter__(self) -> Iterator[Action]:
        return iter(self.actions)

    def __len__(self) -> int:
        return len(self.actions)

    @property
    def next_number(self) -> int:
        """The number of the next action: above all in the file, those that can't be used too."""
        place = self.header.index("action")
        cells = (line[place].strip() for line in self.lines if len(line) > place)
        return 1 + max(map(number_of, cells), default=0)

    def with_action(self, action: Action) -> bytes:
        """Give the file with an action in the place of the one of its number, or at the end.

        Raises
        ------
        CollabnetError
            If it needs more columns while a line has a cell too many, which would move into them.
        """
        places = dict(self.places)
        lines = [list(line) for line in self.lines]
        if action.id in places:
            line = lines[places[action.id]]
        else:
            line = [""] * len(self.header)
            lines.append(line)
        cells = cells_of(action)
        header = [*self.header, *(name for name in COLUMNS if name not in self.header)]
        if len(header) > len(self.header):
            self._check_widths()
        line.extend([""] * (len(header) - len(line)))
        for place, name in enumerate(header):
            if name in cells:
                line[place] = cells[name]
        made = io.StringIO(newline="")
        writer = csv.writer(made, lineterminator="\n")
        writer.writerow(header)
        writer.writerows([guarded(cell) for cell in line] for line in lines)
        return made.getvalue().encode("utf-8")

    def _check_widths(self) -> None:
        width = len(self.header)
        for line, row in zip(self.lines, self.rows, strict=True):
            if len(line) > width:
                raise CollabnetError(
                    f"{FILE} needs more columns, and row {row} has {len(line)} cells where the "
                    f"first row names {width}: what stands in the last would be taken for another "
                    "column. Correct that row; nothing was written."
                )


def load_actions(
    path: str | PathLike[str], reading: Mapping[str, object] | None = None
) -> Register:
    """Read the action register of a coalition's folder; empty where there is none yet.

    Parameters
    ----------
    path : the coalition's folder, or a sample
    reading : answers as `collabnet.load` takes them; of these the encoding counts here, beside
        the one in coalition.toml

    Returns
    -------
    Register
        The actions by number, and a sentence for each line that can't be used.

    Raises
    ------
    NotFoundError
        If there is no such folder or sample.
    ReadingError
        If actions.csv isn't a register; it is left as it is.

    Examples
    --------
    >>> import collabnet as cn
    >>> len(cn.load_actions("sample:site_b"))
    0
    """
    file = find_path(path) / FILE
    if not file.exists():
        return Register()
    ledger = Ledger(FILE)
    data = read_bytes(file, ledger)
    answers = _encoding(file.parent, reading)
    records = None if data is None else read_records(data, COLUMNS, ledger, answers, "actions")
    if records is None or ledger.is_refused:
        said = [str(one) for one in ledger.problems if one.level in ("ASK", "STOP")]
        raise ReadingError("\n".join([f"{FILE} can't be read and was left as it is.", *said]))
    header = tuple(plain(cell) for cell in records.cells[0]) if records.cells else ()
    missing = [name for name in NEEDED if header.count(name) != 1]
    if missing:
        found = listed([shown(name) for name in header if name][:40]) or "nothing"
        raise ReadingError(
            f"{FILE} needs one column each of {listed(missing)}; found {found}. Correct the first "
            "row, or move the file out of the folder; it was left as it is."
        )
    return _register(header, records.cells[1:], records.rows[1:])


def _encoding(folder: Path, reading: Mapping[str, object] | None) -> Answers:
    """The coalition's answer for files that aren't UTF-8; others are about its tables."""
    unsaid, settings = Ledger(SETTINGS), folder / SETTINGS
    data = read_bytes(settings, unsaid) if settings.is_file() else None
    document = parse_settings(data or b"", unsaid)
    answers = read_answers(document, reading, unsaid, unsaid).values
    return Answers({name: one for name, one in answers.items() if name == "encoding"})


def _register(
    header: tuple[str, ...], lines: Sequence[Sequence[str]], rows: Sequence[int]
) -> Register:
    actions: dict[int, Action] = {}
    problems, places = [], []
    for place, (line, row) in enumerate(zip(lines, rows, strict=True)):
        if not any(cell.strip() for cell in line):
            continue
        said = {
            name: cell.strip() for name, cell in zip(header, line, strict=False) if name in COLUMNS
        }
        try:
            if len(line) > len(header):
                raise CollabnetError(f"it has {len(line)} cells and the header {len(header)}")
            made = action_of(said)
            if made.id in actions:
                raise CollabnetError(f"there is an action {made.id} above it already")
        except CollabnetError as error:
            problems.append(
                f"{FILE}, row {row} can't be used and is left as it is: {error}. Correct it there."
            )
            continue
        actions[made.id] = made
        places.append((made.id, place))
    return Register(
        tuple(actions[number] for number in sorted(actions)),
        tuple(problems),
        header,
        tuple(map(tuple, lines)),
        tuple(places),
        tuple(rows),
    )
