"""Find the few entries of a roster that are worth comparing with a spelling."""

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from collabnet.data.crosswalk.entries import Entry, Spelling
from collabnet.data.crosswalk.people import initials_of
from collabnet.data.crosswalk.spelling import words_of

if TYPE_CHECKING:  # a fifth of a second where every name is known
    from scipy.sparse import csr_array

MOST_COMPARED = 12


class Index:
    """Finds the entries that are worth a closer look: by letters, initials and addresses."""

    def __init__(self, roster: Sequence[Entry]) -> None:
        self.roster = roster
        named = [(at, name) for at, entry in enumerate(roster) for name in entry.every]
        self._owner = np.array([at for at, _ in named], dtype="int64")
        self._grams: dict[str, int] = {}
        self._weights = np.zeros(0)
        self._names = self._vectors([name for _, name in named], grow=True)
        self._initials: dict[str, list[int]] = defaultdict(list)
        self._short: dict[str, list[int]] = defaultdict(list)
        self._by_agency: dict[str, list[int]] = defaultdict(list)
        self._addressed = [at for at, entry in enumerate(roster) if entry.contacts]
        for at, name in named:
            kind = roster[at].kind
            for letters in initials_of(name) if kind == "person" else _acronyms(name):
                self._initials[letters].append(at)
            if kind == "agency" and _is_short(name):
                self._short[_letters(name)].append(at)
        for at, entry in enumerate(roster):
            for agency in entry.agencies:
                self._by_agency[agency].append(at)
        words = (word.text for _, name in named for word in words_of(name).every)
        self.real = frozenset(words)

    def near(self, spellings: Sequence[Spelling]) -> list[list[Entry]]:
        """For each spelling the entries that may be meant, never very many."""
        if not self.roster or not spellings:
            return [[] for _ in spellings]
        vectors = self._vectors([one.written for one in spellings], grow=False)
        found = []
        for start in range(0, len(spellings), 500):
            alike = (vectors[start : start + 500] @ self._names.T).tocsr()
            for place, one in enumerate(spellings[start : start + 500]):
                begin, end = alike.indptr[place], alike.indptr[place + 1]
                scores, columns = alike.data[begin:end], alike.indices[begin:end]
                best = _largest(scores, 2 * MOST_COMPARED)
                owners = self._owner[columns[best]].tolist()
                found.append(self._gathered(one, owners))
        return found

    def _gathered(self, one: Spelling, owners: list[int]) -> list[Entry]:
        places = dict.fromkeys(owners)
        kept = list(places)[:MOST_COMPARED]
        if _is_short(one.written):
            kept += self._initials.get(_letters(one.written), [])[: 2 * MOST_COMPARED]
        elif self._short:
            for letters in _acronyms(one.written):
                kept += self._short.get(letters, [])[:MOST_COMPARED]
        if "person" in one.kinds and one.at_agency:
            kept += self._by_agency.get(one.at_agency, [])[: 4 * MOST_COMPARED]
        if "@" in one.written or "." in one.written:
            kept += self._addressed
        return [self.roster[at] for at in dict.fromkeys(kept)]

    def _vectors(self, names: Sequence[str], *, grow: bool) -> "csr_array":
        """Names as counts of three letters, rare ones weighing most, all of length one."""
        from scipy.sparse import csr_array

        rows, columns = [], []
        for at, name in enumerate(names):
            for gram in _three_letters(name):
                place = self._grams.setdefault(gram, len(self._grams)) if grow else None
                place = self._grams.get(gram) if place is None else place
                if place is not None:
                    rows.append(at)
                    columns.append(place)
        size = (len(names), max(len(self._grams), 1))
        made = csr_array((np.ones(len(rows)), (rows, columns)), shape=size)
        if grow:
            often = np.bincount(columns, minlength=size[1])
            self._weights = np.log((1 + len(names)) / (1 + often)) + 0.1
        made = made.multiply(self._weights[np.newaxis, :]).tocsr()
        lengths = np.sqrt(made.multiply(made).sum(axis=1))
        return made.multiply((1 / np.where(lengths > 0, lengths, 1))[:, np.newaxis]).tocsr()


def _largest(scores: NDArray[np.float64], most: int) -> NDArray[np.int64]:
    """The places of the largest scores, the largest first."""
    if len(scores) > most:
        few = np.sort(np.argpartition(-scores, most)[:most])
        return np.asarray(few[np.argsort(-scores[few], kind="stable")])
    return np.asarray(np.argsort(-scores, kind="stable"))


def _three_letters(name: str) -> set[str]:
    words = {form for word in words_of(name).words for form in word.forms}
    return {f" {word} "[at : at + 3] for word in words for at in range(len(word))}


def _is_short(name: str) -> bool:
    """Whether a name may be initials: of a few letters, with or without full stops."""
    return len(_letters(name)) <= 7 and len(name) <= 14


def _letters(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalpha())[:12]


def _acronyms(name: str) -> set[str]:
    """The initials of a name of several words, without and with its little words."""
    words = words_of(name)
    found = {"".join(word.text[0] for word in run) for run in (words.words, words.every)}
    return {letters for letters in found if len(letters) > 1}
