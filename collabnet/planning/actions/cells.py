"""An action as a line of actions.csv, and back."""

from datetime import date

from collabnet.data.issues import listed, shown
from collabnet.model import Period
from collabnet.model.errors import CollabnetError
from collabnet.planning.actions.action import STATUSES, Action
from collabnet.planning.actions.standing import KNOWN_SEVERITIES, THENS, Standing

_STANDS = ("severity", "a_year", "then", "rows", "period")
"""What is written down of how a finding stands, before and after."""
COLUMNS = (
    "action", "what", "who", "due", "status", "finding", "opened", "closed",
    *(f"{name}_before" for name in _STANDS), *(f"{name}_after" for name in _STANDS),
)  # fmt: skip
NEEDED = ("action", "what", "status")


def number_of(text: str) -> int:
    """Give the number of a line of the register, 0 where it is none.

    Examples
    --------
    >>> number_of("7"), number_of("zwei"), number_of("0")
    (7, 0, 0)
    """
    is_number = text.isascii() and text.isdecimal() and len(text) < 10
    return int(text) if is_number and int(text) < 10**6 else 0


def action_of(said: dict[str, str]) -> Action:
    """Read an action from the cells of its line.

    Raises
    ------
    CollabnetError
        If a cell can't be what it should be.
    """
    number, status = number_of(said["action"]), said["status"].lower()
    if not number:
        raise CollabnetError(f"action needs a number from 1 on; got '{shown(said['action'])}'")
    if status not in STATUSES:
        raise CollabnetError(
            f"status needs {listed(STATUSES, 'or')}; got '{shown(said['status'])}'"
        )
    if not said["what"]:
        raise CollabnetError("what is empty; it needs what was decided")
    return Action(
        number,
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
    cells = {name: said.get(f"{name}_{when}", "") for name in _STANDS}
    if not cells["severity"]:
        return None
    try:
        a_year = float(cells["a_year"] or "0")
        then = next(one for one in THENS if one == (cells["then"] or "stop"))
        if cells["severity"] not in KNOWN_SEVERITIES or not 0 <= a_year < float("inf"):
            raise ValueError
        rows = int(cells["rows"]) if cells["rows"] else None
        return Standing(cells["severity"], a_year, then, rows, _period(cells["period"]))
    except (ValueError, StopIteration) as error:
        got = ", ".join(f"'{shown(cell)}'" for cell in cells.values() if cell)
        raise CollabnetError(
            f"the columns that end in _{when} are written by collabnet; got {got}"
        ) from error


def _period(text: str) -> Period | None:
    if not text:
        return None
    start, end = (date.fromisoformat(day) for day in text.split("/"))
    return Period(start, end)


def cells_of(action: Action) -> dict[str, str]:
    """Write an action as the cells of its line."""

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
        told = ("",) * len(_STANDS) if standing is None else _told(standing)
        cells |= {f"{name}_{when}": cell for name, cell in zip(_STANDS, told, strict=True)}
    return cells


def _told(one: Standing) -> tuple[str, ...]:
    period = f"{one.period.start}/{one.period.end}" if one.period else ""
    rows = "" if one.rows is None else str(one.rows)
    return one.severity, f"{one.a_year:g}", one.then if one.a_year else "", rows, period
