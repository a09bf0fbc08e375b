"""JSON text to values: strict, bounded, and with the line of whatever is wrong."""

import json
import re
from collections.abc import Iterator

from collabnet.data.issues import Ledger, shown

DEEPEST = 200
LONGEST_NUMBER = 1000
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|[\[\]{},:]|[A-Za-z_-]+', re.DOTALL)
_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL)
_NOT_NUMBERS = ("NaN", "Infinity", "-Infinity")


class WrittenNumber(float):
    """A number with a fraction or an exponent; ``text`` is how it was written."""

    text: str

    def __new__(cls, text: str) -> "WrittenNumber":
        """Make it from its text."""
        made = super().__new__(cls, text)
        made.text = text
        return made


def parse_json(text: str, ledger: Ledger) -> object | None:
    """Read JSON; None when it is refused, and the ledger says where and why.

    NaN and Infinity, a key that stands twice in an object, more than 200 levels and half a
    character stop the file. Whole numbers keep all their digits, others remember how they were
    written: :func:`as_text` gives any of them back as text.

    Examples
    --------
    >>> parse_json('{"id": 9007199254740993, "weight": 1.50}', Ledger("a.json"))
    {'id': 9007199254740993, 'weight': 1.5}
    >>> ledger = Ledger("a.json")
    >>> parse_json('{"id": 1, "id": 2}', ledger) is None
    True
    >>> print(ledger.problems[0].message)
    The key 'id' stands twice in one object, the second time in line 1, column 11.
    """
    text = text.removeprefix("\ufeff")
    if not text.strip():
        ledger.add("empty_file")
        return None
    if (at := _too_deep(text)) >= 0:
        line, position = _place(text, at)
        ledger.add("json_too_deep", line=line, position=position, limit=DEEPEST)
        return None
    try:
        found: object = json.loads(
            text,
            object_pairs_hook=_unique,
            parse_constant=_no_constant,
            parse_int=_whole,
            parse_float=_number,
        )
    except _Found as problem:
        _tell(problem.code, text, ledger)
        return None
    except json.JSONDecodeError as error:
        _tell_syntax(error, ledger)
        return None
    if "\\ud" in text.lower() and (half := _half_character(found)):
        ledger.add("json_half_character", value=half)
        return None
    if found is None:
        ledger.add("json_syntax", line=1, position=1, why="it holds nothing but null")
    return found


def as_text(value: object) -> str:
    """Give a value of JSON as the text that a cell holds; nothing for null, lists and objects.

    Examples
    --------
    >>> as_text(True), as_text(None), as_text(7), as_text("7"), as_text(WrittenNumber("1.50"))
    ('true', '', '7', '7', '1.50')
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, WrittenNumber):
        return value.text
    return str(value) if isinstance(value, int | float) else ""


class _Found(Exception):  # noqa: N818 - not an error of the program: it ends the parsing
    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) < len(pairs):
        raise _Found("json_duplicate_key")
    return made


def _no_constant(_: str) -> object:
    raise _Found("json_not_a_number")


def _whole(text: str) -> int:
    if len(text) > LONGEST_NUMBER:
        raise _Found("json_not_a_number")
    return int(text)


def _number(text: str) -> WrittenNumber:
    if len(text) > LONGEST_NUMBER or abs(made := WrittenNumber(text)) == float("inf"):
        raise _Found("json_not_a_number")
    return made


def _too_deep(text: str) -> int:
    """The position at which the nesting gets too deep; -1 if nowhere."""
    if text.count("[") + text.count("{") <= DEEPEST:
        return -1
    depth = 0
    for found in _BRACKET.finditer(text):
        sign = found[0]
        if sign in "[{":
            depth += 1
            if depth > DEEPEST:
                return found.start()
        elif sign in "]}":
            depth -= 1
    return -1


def _place(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _tell_syntax(error: json.JSONDecodeError, ledger: Ledger) -> None:
    why = error.msg[:1].lower() + error.msg[1:]
    ledger.add("json_syntax", line=error.lineno, position=error.colno, why=why)


def _tell(code: str, text: str, ledger: Ledger) -> None:
    """Say where it is: looked up only now that it is known to be there."""
    search = _second_keys if code == "json_duplicate_key" else _no_numbers
    at, value = next(search(text), (0, ""))
    line, position = _place(text, at)
    ledger.add(code, value=shown(value), line=line, position=position)


def _no_numbers(text: str) -> Iterator[tuple[int, str]]:
    for found in _TOKEN.finditer(text):
        word = found[0]
        is_number = word[0] in "-0123456789" and word not in _NOT_NUMBERS
        if word in _NOT_NUMBERS or (is_number and _is_too_large(word)):
            yield found.start(), word


def _is_too_large(word: str) -> bool:
    try:
        return len(word) > LONGEST_NUMBER or abs(float(word)) == float("inf")
    except ValueError:
        return False


def _second_keys(text: str) -> Iterator[tuple[int, str]]:
    """Every key that its object has already, in the order in which they stand."""
    keys: list[set[str] | None] = []
    last: tuple[int, str] | None = None
    for found in _TOKEN.finditer(text):
        word = found[0]
        if word in "{[":
            keys.append(set() if word == "{" else None)
        elif word in "}]" and keys:
            keys.pop()
        elif word[0] == '"':
            last = found.start(), word
        elif word == ":" and keys and last is not None and (seen := keys[-1]) is not None:
            try:
                key = str(json.loads(last[1]))
            except json.JSONDecodeError:
                return
            if key in seen:
                yield last[0], key
            seen.add(key)


def _half_character(found: object) -> str:
    """The first text with half of a character that takes two; empty if there is none."""
    left = [found]
    while left:
        one = left.pop()
        if isinstance(one, dict):
            left += [*one.keys(), *one.values()]
        elif isinstance(one, list):
            left += one
        elif isinstance(one, str) and any("\ud800" <= c <= "\udfff" for c in one):
            return one
    return ""
