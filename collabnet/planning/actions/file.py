"""Read and write actions.csv: a table that people edit too, of which every line is kept."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from os import PathLike

from collabnet.data.files import read_bytes
from collabnet.data.issues import Ledger, listed, shown
from collabnet.data.options import Answers
from collabnet.data.samples import find_path
from collabnet.data.table import read_records
from collabnet.data.writers.cells import guarded
from collabnet.model.errors import CollabnetError, ReadingError
from collabnet.model.vocabulary import plain
from collabnet.planning.actions.action import (
    COLUMNS,
    KNOWN_SEVERITIES,
    STATUSES,
    Action,
    Standing,
)

FILE = "actions.csv"
NEEDED = ("action", "what", "status")


@dataclass(frozen=True)
class Register:
    """The actions of a folder, and what can't be read of them.

    Attributes
    ----------
    actions : by number
    problems : a sentence for each line that can't be used; it stays in the file as it is
    header, lines : the file as it stands, in cells
    places : the place in ``lines`` of each action, by its number
    """

    actions: tuple[Action, ...] = ()
    problems: tuple[str, ...] = ()
    header: tuple[str, ...] = COLUMNS
    lines: tuple[tuple[str, ...], ...] = ()
    places: tuple[tuple[int, int], ...] = ()

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

    def with_action(self, action: Action) -> bytes:
        """Give the file with an action in the place of the one of its number, or at the end."""
        places = dict(self.places)
        lines = [list(line) for line in self.lines]
        if action.id in places:
            line = lines[places[action.id]]
        else:
            line = [""] * len(self.header)
            lines.append(line)
        cells = _cells(action)
        header = [*self.header, *(name for name in COLUMNS if name not in self.header)]
        line.extend([""] * (len(header) - len(line)))
        for place, name in enumerate(header):
            if name in cells:
                line[place] = cells[name]
        made = io.StringIO(newline="")
        writer = csv.writer(made, lineterminator="\n")
        writer.writerow(header)
        writer.writerows([guarded(cell) for cell in line] for line in lines)
        return made.getvalue().encode("utf-8")


def load_actions(path: str | PathLike[str]) -> Register:
    """Read the action register of a coalition's folder; empty where there is none yet.

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
    if not file.is_file():
        return Register()
    ledger = Ledger(FILE)
    data = read_bytes(file, ledger)
    records = None if data is None else read_records(data, COLUMNS, ledger, Answers(), "actions")
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
            made = _action(said)
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
    )


def _action(said: dict[str, str]) -> Action:
    number, status = said["action"], said["status"].lower()
    if not number.isdecimal() or not 0 < int(number[:9]) < 10**6:
        raise CollabnetError(f"action needs a number from 1 on; got '{shown(number)}'")
    if status not in STATUSES:
        raise CollabnetError(
            f"status needs {listed(STATUSES, 'or')}; got '{shown(said['status'])}'"
        )
    if not said["what"]:
        raise CollabnetError("what is empty; it needs what was decided")
    return Action(
        int(number),
        said["what"],
        said.get("who", ""),
        _day(said, "due"),
        next(one for one in STATUSES if one == status),
        said.get("finding", ""),
        _day(said, "opened"),
        _day(said, "closed"),
        _standing(said, "before"),
        _standing(said, "after"),
    )


def _day(said: dict[str, str], name: str) -> date | None:
    text = said.get(name, "")
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise CollabnetError(f"{name} needs a day like 2027-01-31; got '{shown(text)}'") from error


def _standing(said: dict[str, str], when: str) -> Standing | None:
    severity, a_year = said.get(f"severity_{when}", ""), said.get(f"a_year_{when}", "") or "0"
    if not severity:
        return None
    try:
        if severity not in KNOWN_SEVERITIES or not 0 <= float(a_year) < float("inf"):
            raise ValueError
        return Standing(severity, float(a_year))
    except ValueError as error:
        raise CollabnetError(
            f"severity_{when} and a_year_{when} are written by collabnet; got "
            f"'{shown(severity)}' and '{shown(a_year)}'"
        ) from error


def _cells(action: Action) -> dict[str, str]:
    def day(one: date | None) -> str:
        return one.isoformat() if one else ""

    cells = {
        "action": str(action.id),
        "what": action.what,
        "who": action.who,
        "due": day(action.due),
        "status": action.status,
        "finding": action.finding,
        "opened": day(action.opened),
        "closed": day(action.closed),
    }
    for when, standing in (("before", action.before), ("after", action.after)):
        cells[f"severity_{when}"] = standing.severity if standing else ""
        cells[f"a_year_{when}"] = f"{standing.a_year:g}" if standing else ""
    return cells
