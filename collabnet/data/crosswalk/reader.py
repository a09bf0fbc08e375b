"""Read a spelling as an id where that is certain, or where somebody decided it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from collabnet.data.crosswalk.candidates import are_apart
from collabnet.data.crosswalk.decisions import Crosswalk, spelled
from collabnet.data.crosswalk.entries import Entry, Spelling
from collabnet.data.crosswalk.spelling import plain_form
from collabnet.data.issues import shown
from collabnet.data.names import skeleton


@dataclass(frozen=True)
class Reading:
    """What a spelling was read as, and why."""

    id: str
    how: str


class Reader:
    """Reads spellings by a crosswalk and by rosters.

    Certain is what equals an id, a name or an alternate name but for capitals, spaces,
    punctuation and the encoding of accents, if only one entry does so and nothing speaks against
    it. Two agencies of one name, or a person of another agency, are never certain.

    Examples
    --------
    >>> reader = Reader([Entry("agency", "court", ("Juvenile court",))], Crosswalk())
    >>> reader.read(Spelling(("agency",), "JUVENILE COURT"))
    Reading(id='court', how="it is 'Juvenile court' but for capitals, spaces or punctuation")
    """

    def __init__(self, entries: Sequence[Entry], crosswalk: Crosswalk) -> None:
        self.crosswalk = crosswalk
        self._plain: dict[tuple[str, str], dict[str, Entry]] = defaultdict(dict)
        self._seen: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._kinds = {one.kind for one in entries}
        self._entries = {(one.kind, one.id): one for one in entries}
        for one in entries:
            for name in {*one.names, one.id} - {""}:
                self._plain[one.kind, plain_form(name)][one.id] = one
                self._seen[one.kind, skeleton(name)].add(one.id)

    def knows(self, kinds: Sequence[str]) -> bool:
        """Tell whether there is anything by which a spelling of these kinds could be read."""
        return bool(self.crosswalk.lines) or not self._kinds.isdisjoint(kinds)

    def read(self, one: Spelling, file: str = "", *, is_elsewhere: bool = False) -> Reading | None:
        """Read a spelling that is no id; None where people have to say who is meant."""
        decided = self.decided(one, file)
        if len(decided) == 1:
            return decided[0]
        found: dict[str, str] = {}
        apart: set[str] = set()
        for kind in one.kinds:
            apart |= self.crosswalk.apart(kind, one.written, one.at_agency, file)
            found |= self._equal(kind, one, file)
        found = {name: how for name, how in found.items() if name not in apart}
        if decided or "" in apart or len(found) != 1:
            return None
        (name, how) = found.popitem()
        entries = [self._entries.get((kind, name)) for kind in one.kinds]
        fits = all(_fits(one, entry, is_elsewhere) for entry in entries if entry is not None)
        return Reading(name, how) if fits and not self._is_unsure(one, name) else None

    def decided(self, one: Spelling, file: str = "") -> list[Reading]:
        """Give what was decided about a spelling letter for letter."""
        found = {}
        for kind in one.kinds:
            line = self.crosswalk.meant(kind, one.written, one.at_agency, file)
            if line is not None:
                where = f"crosswalk.csv, row {line.row}" if line.row else "crosswalk.csv"
                name = self._followed(kind, line.means, one.at_agency, file)
                found[name] = Reading(name, f"{where} says so")
        return list(found.values())

    def _followed(self, kind: str, name: str, agency: str, file: str) -> str:
        """Whom a decision means in the end: what it names may be a spelling decided about too."""
        passed = {name}
        while (kind, name) not in self._entries:
            line = self.crosswalk.meant(kind, name, agency, file)
            if line is None or line.means in passed:
                break
            name = line.means
            passed.add(name)
        return name

    def _equal(self, kind: str, one: Spelling, file: str) -> dict[str, str]:
        """The ids that a spelling equals, each with how."""
        plain = plain_form(one.written)
        found = {}
        for name, entry in self._plain.get((kind, plain), {}).items() if plain else ():
            found[name] = _how(spelled(one.written), entry)
        for written in self.crosswalk.spelled_like(kind, one.written) if plain else ():
            line = self.crosswalk.meant(kind, written, one.at_agency, file)
            if line is not None:
                how = f"it is '{shown(written)}' of crosswalk.csv but for capitals or the like"
                found.setdefault(self._followed(kind, line.means, one.at_agency, file), how)
        return found

    def _is_unsure(self, one: Spelling, name: str) -> bool:
        """Whether another entry has a name that only a close look tells apart."""
        seen = skeleton(one.written)
        return any(self._seen.get((kind, seen), set()) - {name} for kind in one.kinds)


def _how(written: str, entry: Entry) -> str:
    if entry.names and spelled(entry.names[0]) == written:
        return "it is the name"
    if written in map(spelled, entry.names[1:]):
        return "it is an alternate name"
    plain = plain_form(written)
    alike = next(one for one in (*entry.names, entry.id) if plain_form(one) == plain)
    return f"it is '{shown(alike)}' but for capitals, spaces or punctuation"


def _fits(one: Spelling, entry: Entry, is_elsewhere: bool) -> bool:
    if entry.kind == "agency":
        return not are_apart(one.places, entry.places)
    return is_elsewhere or not one.at_agency or one.at_agency in entry.agencies
