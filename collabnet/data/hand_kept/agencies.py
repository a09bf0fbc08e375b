"""Cells that name two agencies: one referral to each, or to the first, or one agency after all."""

import re
from collections.abc import Mapping

from collabnet.data.hand_kept.log import Entry, Hit, Log

AGENCIES = ("from_agency", "to_agency")
_SURE = re.compile(r"\s*[/;+\n]\s*|\s+-+>\s+")
_LIKELY = re.compile(r"\s*(?:[/;+\n,&]|\band\b|\bor\b)\s*", re.IGNORECASE)
_NONE = re.compile(r"(?:n/?a|c/o.*|w/.*|24/7.*)", re.IGNORECASE)
MOST = 5


def tidy_agencies(log: Log) -> None:
    """Split cells with two agencies into two rows, once that is asked.

    Around a stroke, a plus or a semicolon two agencies are looked for always; around a comma,
    an ampersand or "and" only where each part stands alone in other rows.
    """
    columns = list(log.columns(*AGENCIES))
    alone = {entry.cells[place].strip().lower() for entry in log.entries for _, place in columns}
    for name, place in columns:
        texts = {entry.cells[place].strip() for entry in log.entries}
        _split(log, name, place, {text: _parts(text, alone) for text in texts})


def _split(log: Log, name: str, place: int, parts: Mapping[str, list[str]]) -> None:
    answer = log.answer("two_agencies")
    named: list[Hit] = [(entry.at, entry.cells[place].strip()) for entry in log.entries]
    hits = [(at, text) for at, text in named if parts[text]]
    read = "the first of them" if answer == "first" else "one row for each"
    codes = {"": "two_agencies", "keep": "two_agencies_kept"}
    log.tell(codes.get(answer, "two_agencies_read"), name, hits, read=read)
    if answer == "keep" or not hits:
        return

    def times(entry: Entry) -> int:
        return len(parts[entry.cells[place].strip()]) if answer != "first" else 1

    def change(entry: Entry, number: int) -> None:
        if found := parts[entry.cells[place].strip()]:
            log.put(entry, place, found[number])

    log.repeat(lambda entry: max(1, times(entry)), change)


def _parts(text: str, alone: set[str]) -> list[str]:
    """The agencies that a cell names, if it names more than one."""
    if len(text) > 200 or _NONE.fullmatch(text):
        return []
    sure = [part.strip() for part in _SURE.split(text) if part.strip()]
    if 1 < len(sure) <= MOST and all(any(map(str.isalpha, part)) for part in sure):
        return sure
    likely = [part.strip() for part in _LIKELY.split(text) if part.strip()]
    is_known = 1 < len(likely) <= MOST and all(part.lower() in alone for part in likely)
    return likely if is_known else []
