"""Reading typed values of XML network files, and noting what did not fit."""

from collections import Counter

from collabnet.data.issues import Ledger

_WHOLE = ("int", "integer", "long", "short", "byte", "biginteger")
_REAL = ("float", "double", "bigdecimal")
_TRUTH = {"true": True, "1": True, "false": False, "0": False}
LONGEST_NUMBER = 1000


class NoteBook:
    """What is to be said once for a file, however often it occurs."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.unknown: Counter[str] = Counter()
        self.wrong: Counter[tuple[str, str]] = Counter()
        self.has_drawing = False
        self._first: dict[tuple[str, str], str] = {}

    def not_of(self, column: str, kind: str, value: str) -> None:
        """Count a value that is not of its type."""
        self.wrong[column, kind] += 1
        self._first.setdefault((column, kind), value)

    def tell(self) -> None:
        """Write it into the ledger."""
        for name, count in self.unknown.items():
            self.ledger.add("unknown_key", value=name, count=count)
        for (column, kind), count in self.wrong.items():
            told = {"count": count, "expected": kind}
            value = self._first[column, kind]
            self.ledger.add("wrong_type", column=column, value=value, **told)  # type: ignore[arg-type] # facts
        if self.has_drawing:
            self.ledger.add("drawing_left_out")


def read_value(text: str, kind: str, column: str, notes: NoteBook) -> object:
    """Read a value of a type; one that is not of its type stays text, and that is noted.

    Examples
    --------
    >>> notes = NoteBook(Ledger("a.graphml"))
    >>> [read_value("1", kind, "x", notes) for kind in ("long", "double", "boolean", "string")]
    [1, 1.0, True, '1']
    """
    word = text.strip()
    found: object = None
    try:
        if kind == "boolean":
            found = _TRUTH.get(word.lower())
        elif kind in _WHOLE and len(word) < LONGEST_NUMBER:
            found = int(word)
        elif kind in _REAL and len(word) < LONGEST_NUMBER:
            found = float(word)
        elif kind not in _WHOLE:
            found = text
    except ValueError:
        found = None
    if found is None:
        if word:
            notes.not_of(column, kind, word)
        return text
    return found
