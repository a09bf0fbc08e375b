"""Rows that stand for several young people, as in "x2" or "2 girls"."""

import re
from collections.abc import Sequence

from collabnet.data.hand_kept.clients import is_client_header
from collabnet.data.hand_kept.log import Hit, Log
from collabnet.data.hand_kept.youths_words import (
    count_in_notes,
    count_in_whole,
    count_mark,
    count_named,
)
from collabnet.data.issues import Facts, shown
from collabnet.data.options import Answers
from collabnet.data.sources.opened import Draft
from collabnet.model.privacy import is_client_id, personal_header
from collabnet.model.vocabulary import plain

_MARKED = ("to_agency", "from_agency", "service", "to_person", "from_person")
"""Columns of which the mark is taken away when it is read."""
_NEVER = frozenset({"referral_id", "date", "status_date", "status"})
_COUNT_HEADER = re.compile(
    r"(?:(?:number|no\.?|nr\.?|num|#|count|how_many|total|qty)_?(?:of_)?)"
    r"(?:clients?|youths?|young_people|minors?|survivors?|children|kids|girls|boys|referrals?)\??|"
    r"count|how_many\??|qty|quantity|head_?count|(?:clients?|youths?|girls|kids)_count"
)
_HOLDS = re.compile(
    r"(?:clients|youths?|young_people|minors|survivors|children|kids|girls|boys)(?:_\w+)?"
)
_NOTES = re.compile(
    r"(?:\w+_)?(?:notes?|comments?|remarks?|details?|description|narrative|reason|summary|info|"
    r"information)(?:\W?\w+)*"
)
_LONG = 40
MOST = 20
"""More young people in one row are taken for another number."""


def count_youths(draft: Draft, answers: Answers) -> Draft:
    """Look in every column of a log for rows that stand for several young people, and ask.

    To be called before columns are left out: it is notes and columns of clients, which are never
    stored, that tell most of it. Nothing but a bare mark such as "x2" is shown of them.

    Examples
    --------
    >>> from collabnet.data.issues import Ledger
    >>> ledger = Ledger("log.csv")
    >>> ledger.rows = ledger.lines = [1, 2]
    >>> draft = Draft("referrals", ("date", "Youth"), ledger, [["2024-01-05", "A.B. & C.D."]], [1])
    >>> len(count_youths(draft, Answers({"several_youths": "rows"})).cells)
    2
    >>> ledger.problems[0].message
    '1 cell of Youth for several young people, read as that many rows, as several_youths says.'
    """
    if draft.table != "referrals" or draft.ledger.is_stopped or draft.has_youths_counted:
        return draft
    log = Log(draft, answers)
    tidy_youths(log)
    made = log.draft()
    made.has_youths_counted = True
    return made


def tidy_youths(log: Log) -> None:
    """Read rows for several young people as one referral or as many, once that is asked.

    The mark is taken out of the cell of an agency, a person or a service, unless it is said to
    belong to the name.
    """
    answer = log.answer("several_youths")
    if answer == "keep":
        return
    times: dict[int, int] = {}
    for place, name in enumerate(log.names):
        if name in _NEVER:
            continue
        cells = [entry.cells[place].strip() for entry in log.entries]
        kind = _kind(name, cells)
        hits: list[Hit] = []
        bare: list[str] = []
        for entry, text in zip(log.entries, cells, strict=True):
            number, rest = _read(text, kind)
            if not 2 <= number <= MOST:
                continue
            hits.append((entry.at, text))
            times[id(entry)] = max(number, times.get(id(entry), 1))
            if kind == "marked":
                entry.cells[place] = rest
            if kind == "marked" or rest == "":
                bare.append(text)
        _tell(log, name, hits, bare)
    if answer == "rows":
        log.repeat(lambda entry: times.get(id(entry), 1))


def _tell(log: Log, name: str, hits: Sequence[Hit], bare: Sequence[str]) -> None:
    """Ask, or say what was done; of cells that may name somebody none is shown."""
    if not hits:
        return
    answer = log.answer("several_youths")
    value = next(iter(bare), "")
    secret = name in log.ledger.masked
    told: Facts = {
        "count": len({at for at, _ in hits}),
        "such": f", such as '{shown(value)}'" if value and not secret else "",
        "read": "that many rows" if answer == "rows" else "one referral",
    }
    at = next((at for at, text in hits if text == value), hits[0][0])
    code = "several_youths_read" if answer else "several_youths"
    log.ledger.add(code, at, column=name, value=value, **told)


def _kind(name: str, cells: Sequence[str]) -> str:
    """What a column may say of young people: by its name, and by what it holds."""
    if name in _MARKED:
        return "marked"
    header = plain(name)[:200]
    filled = [cell for cell in cells if cell]
    if _COUNT_HEADER.fullmatch(header) or (_HOLDS.fullmatch(header) and _are_counts(filled)):
        return "count"
    if name == "client" or is_client_id(name, "referrals") or is_client_header(name):
        return "client"
    if personal_header(name, "referrals") in ("names", "names of clients"):
        return "client"
    is_long = sum(len(cell) > _LONG for cell in filled) > len(filled) / 4
    return "notes" if _NOTES.fullmatch(header) or is_long else "other"


def _are_counts(cells: Sequence[str]) -> bool:
    """Whether cells are numbers of people and no ids: small, and mostly one."""
    numbers = [int(cell) for cell in cells if cell.isascii() and cell.isdigit() and len(cell) < 3]
    return (
        len(numbers) == len(cells) > 0
        and max(numbers) <= MOST
        and 2 * numbers.count(1) > len(numbers)
    )


def _read(text: str, kind: str) -> tuple[int, str]:
    """How many young people a cell says, 0 if it says nothing of it, and the text without that."""
    if not text:
        return 0, text
    if kind == "count" and text.isascii() and text.isdigit():
        return int(text[:4]), ""
    if number := count_in_whole(text, has_brackets=kind in ("count", "client", "notes")):
        return number, ""
    if kind in ("marked", "client"):
        number, rest = count_mark(text)
        if number:
            return number, rest
    if kind == "client":
        return count_named(text), text
    if kind == "notes":
        return count_in_notes(text), text
    return 0, text
