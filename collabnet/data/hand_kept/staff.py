"""What stands in the cells of persons: two names, initials, a role, "on call", "?"."""

import re
from collections import Counter
from collections.abc import Collection
from typing import Literal

from collabnet.data.hand_kept.log import Entry, Hit, Log
from collabnet.data.hand_kept.persons import is_initials
from collabnet.model.field_terms import ROLE
from collabnet.model.vocabulary import plain

SIDES = (("from_person", "from_agency"), ("to_person", "to_agency"))
ON_DUTY = frozenset(
    {
        "on_call", "oncall", "on_call_staff", "on_call_worker", "on_duty", "duty", "duty_officer",
        "duty_worker", "intake", "staff", "front_desk", "reception", "hotline", "whoever",
        "anyone", "anybody", "office", "main_office", "main_line", "shift", "night_shift", "team",
        "voicemail", "voice_mail", "inbox", "fax", "email", "web_form",
    }
)  # fmt: skip
"""Words for whoever is there, in the form in which names are compared."""
NOBODY = frozenset(
    {
        "unknown", "unk", "unk.", "?", "??", "???", "n/a", "na", "n.a.", "none", "no_name",
        "not_known", "not_recorded", "not_sure", "not_given", "blank", "x", "xx", "xxx", "", ".",
        "..", "...", "tbd", "t.b.d.", "somebody", "someone",
    }
)  # fmt: skip
"""Words for nobody known; dashes come out as nothing."""
Kind = Literal["name", "placeholder", "nobody", "role", "two", "comma", "initials"]
_TWO = re.compile(r"\s*(?:[/&+;\n]|\bw/|\band\b|\bor\b|\bwith\b)\s*", re.IGNORECASE)
_MOST_NAMES = 4
_LONGEST = 80
_QUESTIONS: tuple[tuple[Kind, str, str], ...] = (
    ("placeholder", "placeholder_person", "position"),
    ("nobody", "unknown_person", "unknown"),
    ("role", "role_in_person_cell", "position"),
    ("initials", "initials", "keep"),
)
"""What a cell may be, the setting that says how it is read, and the likely answer."""
_NAMES_QUESTIONS: tuple[tuple[Kind, str, str], ...] = (
    ("two", "two_names", "shared"),
    ("comma", "comma_in_name", "one"),
)


def tidy_staff(log: Log, known: Collection[str]) -> None:
    """Read the cells of persons, asking what they mean; names in ``known`` are who they are.

    A position is written as the agency of the row, unknown as an empty cell. Of two names that
    share, each gets every other row of the same link, so that each carries half.
    """
    agencies = {
        plain(entry.cells[place])
        for entry in log.entries
        for _, place in log.columns("from_agency", "to_agency")
    }
    for name, agency in SIDES:
        for _, place in log.columns(name):
            cells = _Cells(log, name, place, agency, {one.strip() for one in known}, agencies)
            cells.take_names_apart()
            cells.ask_who()


class _Cells:
    """The cells of one column of persons."""

    def __init__(
        self,
        log: Log,
        name: str,
        place: int,
        agency: str,
        known: Collection[str],
        agencies: Collection[str],
    ) -> None:
        self.log = log
        self.name = name
        self.place = place
        self.agency = agency
        self.known = known
        self.agencies = agencies
        self._kinds: dict[str, Kind] = {}
        self._done: set[int] = set()

    def kind(self, text: str) -> Kind:
        """What a cell is, by its text alone."""
        if text not in self._kinds:
            self._kinds[text] = self._tell_kind(text)
        return self._kinds[text]

    def _tell_kind(self, text: str) -> Kind:
        word = plain(text)
        if text in self.known or len(text) > _LONGEST:
            return "name"
        if word in NOBODY:
            return "nobody"
        if word in ON_DUTY:
            return "placeholder"
        if "_" in text:
            # Nobody writes program_director by hand: it is the id of a coalition's own files.
            return "name"
        if ROLE.normalise(text)[1] or word in self.agencies:
            return "role"
        if _names(_TWO.split(text)):
            return "two"
        if _names(text.split(",")):
            return "comma"
        return "initials" if is_initials(text) else "name"

    def _filled(self) -> list[tuple[Entry, str]]:
        cells = ((entry, entry.cells[self.place].strip()) for entry in self.log.entries)
        return [(entry, text) for entry, text in cells if text]

    def _hits(self, kind: Kind) -> list[Hit]:
        return [
            (entry.at, text)
            for entry, text in self._filled()
            if self.kind(text) == kind and id(entry) not in self._done
        ]

    def take_names_apart(self) -> None:
        """Give rows with two names to one of the two, as it is answered."""
        for kind, key, likely in _NAMES_QUESTIONS:
            answer = self.log.answer(key)
            code = f"{key}_read" if answer else key
            self.log.tell(code, self.name, self._hits(kind), read=_SAID[answer])
            turns: Counter[tuple[str, str, str]] = Counter()
            for entry, text in self._filled():
                if self.kind(text) != kind or (answer or likely) == "one":
                    continue
                names = _names(_TWO.split(text) if kind == "two" else text.split(","))
                link = (self.log.cell(entry, "from_agency"), self.log.cell(entry, "to_agency"))
                turn = turns[(*link, text)] if (answer or likely) == "shared" else 0
                turns[(*link, text)] += 1
                self.log.put(entry, self.place, names[turn % len(names)])

    def ask_who(self) -> None:
        """Read roles, initials and words for nobody in particular as it is answered."""
        for kind, key, likely in _QUESTIONS:
            answer = self.log.answer(key)
            code = "person_read" if answer else key
            self.log.tell(code, self.name, self._hits(kind), key=key, read=_SAID[answer])
            for entry, text in self._filled():
                # A cell that was read as its agency is no role of its own.
                if self.kind(text) == kind and id(entry) not in self._done:
                    self._done.add(id(entry))
                    self._read(entry, text, answer or likely)

    def _read(self, entry: Entry, text: str, answer: str) -> None:
        agency = self.log.cell(entry, self.agency)
        is_other = plain(text) in self.agencies and plain(text) != plain(agency)
        if answer == "unknown":
            self.log.put(entry, self.place, "")
        elif answer == "position" and agency != text and not is_other:
            self.log.put(entry, self.place, agency)


_SAID = {
    "": "",
    "shared": "shared between them, row by row",
    "first": "the first of them",
    "one": "one name",
    "position": "the agency's position",
    "unknown": "unknown",
    "keep": "one person each",
}


def _names(parts: Collection[str]) -> list[str]:
    """The parts of a cell where they may be names: two or more, each with a letter."""
    names = [part.strip() for part in parts if part.strip()]
    fits = 1 < len(names) <= _MOST_NAMES and all(any(map(str.isalpha, one)) for one in names)
    return names if fits else []
