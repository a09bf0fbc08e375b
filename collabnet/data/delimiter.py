"""Find what separates the cells of a file."""

import re
from collections.abc import Collection
from itertools import islice

from collabnet.data.issues import Ledger, listed
from collabnet.data.options import Answers
from collabnet.model.vocabulary import plain

CANDIDATES = (",", ";", "\t", "|")
NAMES = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "pipes"}
LINES_LOOKED_AT = 30
_SEP = re.compile(r'"?sep=(.)"?[;,\t|]*\s*', re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]+")


def take_sep_line(text: str, ledger: Ledger) -> tuple[str, str]:
    """Take a first line such as ``sep=;`` off a text; give its delimiter and the rest."""
    first, rest = _first_line(text)
    if not (found := _SEP.fullmatch(first)):
        return "", text
    ledger.add("sep_line", value=first.strip(), line=1)
    return found[1], rest


def _first_line(text: str) -> tuple[str, str]:
    found = re.search(r"\r\n|\n|\r", text[:200])
    if not found:
        return text[:200], text[200:]
    return text[: found.start()], text[found.end() :]


def find_delimiter(
    text: str, known: Collection[str], ledger: Ledger, answers: Answers, table: str
) -> str | None:
    """Give the delimiter under which the column names of the table appear.

    Without any known name it is the comma, unless no line has one. None when it has to be asked.
    """
    if own := answers.own(table, "delimiter"):
        return str(own)
    given = answers.of(table, "delimiter")
    lines = [found[0] for found in islice(_LINE.finditer(text), LINES_LOOKED_AT)]
    found = {one: [_known(line, one, known) for line in lines] for one in CANDIDATES}
    score = {one: max(counts, default=0) for one, counts in found.items()}
    named = max(score.values()) >= 2
    if not named:
        # No names to go by: what splits the lines at all.
        score = {one: int(any(one in line for line in lines)) for one in CANDIDATES}
        if given:
            return str(given)
        if score[","] == max(score.values()):
            return ","
    tied = [one for one in CANDIDATES if score[one] == max(score.values())]
    if given and str(given) in tied:
        return str(given)
    if len(tied) > 1 or not named:
        told = listed([NAMES[one] for one in tied], "or")
        ledger.add("delimiter_unclear", found=told, answers=tuple(_word(one) for one in tied))
        return None
    if tied[0] != ",":
        ledger.add("delimiter_found", found=NAMES[tied[0]])
    return tied[0]


def _known(line: str, delimiter: str, known: Collection[str]) -> int:
    return sum(plain(cell) in known for cell in line.split(delimiter))


def _word(delimiter: str) -> str:
    return {"\t": "tab", ",": "comma", "|": "pipe"}.get(delimiter, delimiter)
