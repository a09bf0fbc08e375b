"""Problems of one kind as one: said once, with all the places that have it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from collabnet.data.codes.base import option
from collabnet.data.importing.answering import PERSONAL
from collabnet.data.issues import NOTHING_TO_DO, Problem, listed, shown

_FEW = 3
_HARD = ',"$`\\!'


@dataclass(frozen=True)
class Group:
    """Problems of one file that one answer, or one sentence, is enough for."""

    problems: tuple[Problem, ...]

    @property
    def first(self) -> Problem:
        """The one that speaks for all."""
        return self.problems[0]

    @property
    def columns(self) -> list[str]:
        """The columns that they are about, each once."""
        return list(dict.fromkeys(one.column for one in self.problems if one.column))

    @property
    def place(self) -> str:
        """Where they are: the file, the first of the sheets and of the columns."""
        first = self.first
        sheets = list(dict.fromkeys(one.sheet for one in self.problems if one.sheet))
        if len(sheets) < 2 and len(self.columns) < 2:
            return first.place
        found = [first.file, _some("sheet", sheets), _some("column", self.columns)]
        return ", ".join(part for part in found if part)

    @property
    def message(self) -> str:
        """What is wrong, in the words of the first; how many others there are."""
        others = {one.message for one in self.problems} - {self.first.message}
        if not others:
            return self.first.message
        if self.first.code in PERSONAL and len(self.columns) > 1:
            return f"{self.first.message} {_more(len(self.columns) - 1)}"
        return f"{self.first.message} {_more(len(others))}"

    @property
    def remedy(self) -> str:
        """What to do, for all of them at once."""
        if self.first.code in PERSONAL and len(self.columns) > 1:
            names = [f'"{name}"' if "," in name else name for name in self.columns]
            if not any(sign in name for name in self.columns for sign in _HARD[1:]):
                drop, accept = (
                    option("--reading", f"{key}={','.join(names)}") for key in ("drop", "accept")
                )
                return (
                    f"Leave them out: {drop}; or, if they hold no such thing, keep them: {accept}."
                )
        return "" if self.first.remedy == NOTHING_TO_DO else self.first.remedy

    def __str__(self) -> str:
        if len(self.problems) == 1:
            return str(self.first)
        remedy = f" {self.remedy}" if self.remedy else ""
        return f"{self.place}: {self.message}{remedy} [{self.first.code}]"


def group(problems: Iterable[Problem]) -> list[Group]:
    """Put together the problems of a file that are of one kind, in the order of the first.

    Questions belong together where they have the same answers, notes where they have the same
    code. What stops a file is told apart by its words: each may have to be corrected in its way.
    """
    found: dict[tuple[str, ...], list[Problem]] = {}
    for one in problems:
        found.setdefault(_kind(one), []).append(one)
    return [Group(tuple(dict.fromkeys(ones))) for ones in found.values()]


def _kind(one: Problem) -> tuple[str, ...]:
    start = (one.file, one.code)
    if one.level == "ASK":
        needed = (one.column,) if one.code == "column_needed" else ()
        return (*start, one.key, *needed, *one.answers)
    if one.code in PERSONAL or one.level in ("NOTE", "OK"):
        return start
    return (*start, one.message, one.remedy)


def _some(word: str, names: Sequence[str]) -> str:
    if not names:
        return ""
    rest = [f"{len(names) - _FEW} more"] if len(names) > _FEW else []
    said = listed([*map(shown, names[:_FEW]), *rest])
    return f"{word} {said}" if len(names) == 1 else f"{word}s {said}"


def _more(n: int) -> str:
    return "And 1 more such." if n == 1 else f"And {n} more such."
