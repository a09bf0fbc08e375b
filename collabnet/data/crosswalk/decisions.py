"""What people decided about spellings: the lines of a crosswalk, and what holds after them."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from collabnet.data.crosswalk.spelling import plain_form

KINDS = ("agency", "person")
DECISIONS = ("same", "different", "undone")
NEEDED = ("kind", "written", "means", "decision")
COLUMNS = (*NEEDED, "at_agency", "in_file", "evidence", "decided_on", "note", "version")
VERSION = 1


@dataclass(frozen=True)
class Decision:
    """One line of a crosswalk.

    Attributes
    ----------
    kind : what the spelling was used for, "agency" or "person"
    written : the spelling
    means : an id; of "different", blank means everybody in the rosters
    decision : "same", "different" or "undone", which takes the last one back
    at_agency, in_file : where it holds; everywhere if blank
    row : the row in the file, 0 for one that isn't in it yet
    """

    kind: str
    written: str
    means: str = ""
    decision: str = "same"
    at_agency: str = ""
    in_file: str = ""
    evidence: str = ""
    decided_on: str = ""
    note: str = ""
    row: int = 0

    @property
    def key(self) -> "Key":
        """What it is about."""
        return self.kind, spelled(self.written), self.at_agency, self.in_file


Key = tuple[str, str, str, str]


def spelled(written: str) -> str:
    """Give a spelling without the spaces around it, its accents in one encoding."""
    return unicodedata.normalize("NFC", written.strip())


class Crosswalk:
    """The decisions in force after all lines were read in their order.

    Of lines about the same spelling at the same place later ones win; ``undone`` takes the last
    one back that still holds, and what was decided before it holds again. The order of lines
    about different spellings doesn't matter.

    Examples
    --------
    >>> walk = Crosswalk([Decision("person", "OB", "o1"), Decision("person", "OB", "", "undone")])
    >>> walk.meant("person", "OB") is None
    True
    """

    def __init__(self, lines: Iterable[Decision] = ()) -> None:
        self.lines = tuple(lines)
        self.without_effect: list[Decision] = []
        """Lines that undo what isn't there."""
        active: dict[Key, list[Decision]] = defaultdict(list)
        for line in self.lines:
            held = active[line.key]
            if line.decision != "undone":
                held.append(line)
            elif not _take_back(held, line):
                self.without_effect.append(line)
        self._held = {key: tuple(held) for key, held in active.items() if held}
        self._same: dict[Key, Decision] = {}
        self._different: dict[Key, set[str]] = {}
        for key, held in active.items():
            for line in held:
                self._apply(key, line)
        self._alike: dict[tuple[str, str], set[Key]] = defaultdict(set)
        for kind, written, *_ in list(self._same) + list(self._different):
            self._alike[kind, plain_form(written)].add((kind, written, "", ""))

    def _apply(self, key: Key, line: Decision) -> None:
        apart = self._different.setdefault(key, set())
        if line.decision == "same":
            self._same[key] = line
            apart.discard(line.means)
            apart.discard("")
            return
        apart.add(line.means)
        if key in self._same and line.means in ("", self._same[key].means):
            del self._same[key]

    def held(self, key: Key) -> tuple[Decision, ...]:
        """Give the lines about a spelling at a place that weren't taken back."""
        return self._held.get(key, ())

    def places(self, kind: str, written: str) -> list[Key]:
        """Give the places at which something about a spelling was decided and holds."""
        return sorted(key for key in self._held if key[:2] == (kind, spelled(written)))

    def meant(self, kind: str, written: str, agency: str = "", file: str = "") -> Decision | None:
        """Give the decision that says whom a spelling means; the narrowest place wins."""
        apart: set[str] = set()
        for key in _keys(kind, written, agency, file):
            found = self._same.get(key)
            if found is not None and not apart & {"", found.means}:
                return found
            apart |= self._different.get(key, set())
        return None

    def apart(self, kind: str, written: str, agency: str = "", file: str = "") -> set[str]:
        """Give the ids that a spelling was said not to mean; "" stands for everybody."""
        meant = self.meant(kind, written, agency, file)
        found: set[str] = set()
        for key in _keys(kind, written, agency, file):
            found |= self._different.get(key, set())
        return found - {meant.means if meant else None}

    def spelled_like(self, kind: str, written: str) -> list[str]:
        """Give the decided spellings that differ in capitals, spaces and punctuation at most."""
        return sorted(key[1] for key in self._alike.get((kind, plain_form(written)), ()))


def _take_back(held: list[Decision], undo: Decision) -> bool:
    """Take the last decision back that holds; of those about ``means`` if it is given."""
    for at in range(len(held) - 1, -1, -1):
        if undo.means in ("", held[at].means):
            del held[at]
            return True
    return False


def _keys(kind: str, written: str, agency: str, file: str) -> Iterator[Key]:
    """The places at which a decision may be, from the narrowest to everywhere."""
    name = spelled(written)
    places = ((agency, file), (agency, ""), ("", file), ("", ""))
    for place in dict.fromkeys(places):
        yield kind, name, *place


def dated(lines: Iterable[Decision], today: str) -> list[Decision]:
    """Give lines the day on which they were decided."""
    return [replace(line, decided_on=line.decided_on or today) for line in lines]
