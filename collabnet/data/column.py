"""One column of a file: its cells, where they stand, and the problems they have."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from collabnet.data.issues import Facts, Ledger
from collabnet.data.options import Answers


@dataclass
class Group:
    """Cells with the same problem: the first of them, and how many there are."""

    at: int
    value: str
    count: int = 0


@dataclass
class Column:
    """The cells of one column, trimmed, with the position of the record of each."""

    table: str
    name: str
    cells: Sequence[str]
    at: Sequence[int]
    ledger: Ledger
    answers: Answers
    _groups: dict[str, Group] = field(default_factory=dict)

    def __iter__(self) -> Iterator[tuple[int, str]]:
        return zip(self.at, self.cells, strict=True)

    def reject(self, code: str, at: int, value: str, **facts: object) -> None:
        """Leave a row out because of its cell in this column."""
        told: Facts = dict(facts)
        self.ledger.add(code, at, column=self.name, value=value, **told)

    def gather(self, code: str, at: int, value: str) -> None:
        """Remember a problem that is told once for the column, by :meth:`tell`."""
        self._groups.setdefault(code, Group(at, value)).count += 1

    def tell(self, code: str, **facts: object) -> None:
        """Write down a problem that was gathered, if it was."""
        if group := self._groups.pop(code, None):
            told: Facts = {"count": group.count, **facts}
            self.ledger.add(code, group.at, column=self.name, value=group.value, **told)

    def gathered(self, code: str) -> str:
        """The first value gathered under a code; empty when none was."""
        return self._groups[code].value if code in self._groups else ""

    def answer(self, key: str) -> str:
        """What the user answered for this table; empty when nothing."""
        return self.answers.text(self.table, key)


def ascii_digits(text: str) -> str:
    r"""Write digits of other scripts as 0 to 9, full-width signs as the plain ones.

    Examples
    --------
    >>> ascii_digits("\u0663.\uff15")
    '3.5'
    """
    if text.isascii():
        return text
    plain = []
    for character in text:
        if character.isdecimal():
            plain.append(str(int(character)))
        elif "\uff01" <= character <= "\uff5e":
            plain.append(chr(ord(character) - 0xFEE0))
        else:
            plain.append({"\u066b": ".", "\u2212": "-"}.get(character, character))
    return "".join(plain)
