"""Columns that name young people: initials or first names, whatever the column is called."""

import re
from collections.abc import Iterable, Sequence

from collabnet.data.codes.base import naming
from collabnet.data.hand_kept.log import Log
from collabnet.data.hand_kept.persons import is_given_name, is_initials
from collabnet.data.issues import Facts, shown
from collabnet.model.vocabulary import plain

_CLIENT = (
    r"clients?|youths?|young_(?:person|people)|victims?|survivors?|minors?|child|children|kids?|"
    r"girls?|boys?|patients?|participants?|juveniles?|teens?"
)
_HEADER = re.compile(
    rf"(?:(?:\w+_)?(?:{_CLIENT})(?:_\w+)?)|names?|(?:\w+_)?initials|who|whom|for|for_whom|re|"
    r"regarding|about|first(?:_name)?"
)
_STAFF = re.compile(r"(?:\w+_)?(?:staff|worker|officer|intake|contact|caller|agency)(?:_\w+)?")
STAFF_COLUMNS = frozenset({"from_person", "to_person", "from_agency", "to_agency"})


def looks_like_client_names(header: str, cells: Iterable[str]) -> str:
    """Say what a column of a log seems to name young people by; "" when by nothing.

    Half of its filled cells or more are initials, or common first names, in a column that is
    called after clients, or not called after staff.

    Examples
    --------
    >>> looks_like_client_names("Youth", ["AB", "C.D.", ""])
    'initials of clients'
    >>> looks_like_client_names("Client", ["0017", "0018"])
    ''
    """
    if not is_client_header(header):
        return ""
    filled = [cell.strip() for cell in cells if cell.strip()]
    for test, what in ((is_initials, "initials of clients"), (is_given_name, "names of clients")):
        if filled and 2 * sum(map(test, filled)) >= len(filled):
            return what
    return ""


def is_client_header(header: str) -> bool:
    """Whether a column is called after clients, and not after staff.

    Examples
    --------
    >>> is_client_header("Youth initials"), is_client_header("Staff initials")
    (True, False)
    """
    name = plain(header)[:200]
    return bool(_HEADER.fullmatch(name)) and not _STAFF.fullmatch(name)


def check_clients(log: Log) -> None:
    """Stop at columns that name young people until they are dropped or accepted by name."""
    drop = log.answers.names(log.table, "drop")
    accept = log.answers.names(log.table, "accept")
    for place, name in enumerate(log.names):
        if name in STAFF_COLUMNS or name.strip().lower() in {*drop, *accept}:
            continue
        cells = [entry.cells[place] for entry in log.entries]
        if found := looks_like_client_names(name, cells):
            log.ledger.masked.add(name)
            told: Facts = {"found": found, "count": _filled(cells), **_choices(name)}
            log.ledger.add("client_names", column=name, **told)


def _filled(cells: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in cells)


def _choices(name: str) -> Facts:
    seen = name if name.isprintable() else shown(name)
    return {key: naming(key, seen) for key in ("drop", "accept")}
