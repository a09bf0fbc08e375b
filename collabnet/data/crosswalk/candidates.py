"""Propose ids for spellings, with evidence; nothing here decides anything."""

from collections.abc import Iterable, Sequence

import pandas as pd

from collabnet.data.crosswalk.entries import Entry, Spelling
from collabnet.data.crosswalk.evidence import SUGGESTED, Evidence, compare
from collabnet.data.crosswalk.index import Index
from collabnet.data.crosswalk.people import compare_people
from collabnet.data.crosswalk.spelling import plain_form

LEAST = 0.6
"""Below this score a spelling isn't even shown as perhaps the same."""
MOST_PROPOSED = 3
COLUMNS = (
    "kind", "written", "at_agency", "rows", "id", "name", "score", "evidence", "is_certain",
)  # fmt: skip


def propose(
    roster: Sequence[Entry], spellings: Iterable[Spelling], *, least: float = SUGGESTED
) -> pd.DataFrame:
    """Propose for each spelling the entries of a roster that it may mean, the likeliest first.

    Where an entry is one of the spellings, it isn't proposed for itself. Time: some seconds for
    5,000 spellings against 5,000 entries.

    Returns
    -------
    DataFrame, one row per spelling and entry, at most three for a spelling
        kind : str, "agency" or "person"
        written, at_agency : str
        rows : int
        id, name : str
        score : float, from ``least`` to 1; no probability
        evidence : str, the reasons in words
        is_certain : bool, equal but for capitals, spaces and punctuation, and the only such entry

    Examples
    --------
    >>> court = Entry("agency", "court", ("Juvenile court",))
    >>> found = propose([court], [Spelling(("agency",), "Juv. Court", rows=3)])
    >>> found.loc[0, "id"], found.loc[0, "evidence"]
    ('court', "'juv' may be short for 'juvenile'; spelled 78 of 100 alike")
    """
    return Proposer(roster).propose(spellings, least=least)


class Proposer:
    """Proposes entries of a roster for spellings; made once, asked as often as needed."""

    def __init__(self, roster: Sequence[Entry]) -> None:
        self._index = Index(roster)

    def propose(self, spellings: Iterable[Spelling], *, least: float = SUGGESTED) -> pd.DataFrame:
        """Propose as :func:`propose` does."""
        asked = list(spellings)
        rows: list[tuple[object, ...]] = []
        for one, near in zip(asked, self._index.near(asked), strict=True):
            for entry, found, sure in self._ranked(one, near, least):
                score = round(found.score, 2)
                cells = (one.rows, entry.id, entry.name, score, found.to_text(), sure)
                rows.append((entry.kind, one.written, one.at_agency, *cells))
        frame = pd.DataFrame(rows, columns=list(COLUMNS))
        texts = ("kind", "written", "at_agency", "id", "name", "evidence")
        types = {"rows": "int64", "score": "float64", "is_certain": "bool"}
        return frame.astype(dict.fromkeys(texts, "str") | types)

    def _ranked(
        self, one: Spelling, near: Sequence[Entry], least: float
    ) -> list[tuple[Entry, Evidence, bool]]:
        scored = []
        for entry in near:
            if entry.id != one.written and entry.kind in one.kinds:
                found = judge(one, entry, real=self._index.real)
                if found.score >= least - 1e-9:
                    scored.append((entry, found))
        scored.sort(key=lambda pair: (-round(pair[1].score, 6), pair[0].id))
        equal = [entry for entry, found in scored if found.score == 1]
        for entry, found in scored:
            if entry in equal and len(equal) > 1:
                found.why.append(f"{len(equal)} have this name")
        return [(entry, found, [entry] == equal) for entry, found in scored[:MOST_PROPOSED]]


def judge(one: Spelling, entry: Entry, *, real: frozenset[str] = frozenset()) -> Evidence:
    """Compare a spelling with each name of an entry; the best comparison counts."""
    best = Evidence(-1.0)
    for at, name in enumerate(entry.every):
        if entry.kind == "person":
            where = (one.at_agency, entry.agencies)
            found = compare_people(one.written, name, at=where, real=real)
        else:
            found = compare(one.written, name, real=real)
        if found.score > best.score:
            best = found
            if at and name != entry.id:
                best.why.insert(0, f"also called '{name}'")
    if entry.kind == "agency" and are_apart(one.places, entry.places):
        best.score = min(best.score, 0.3)
        best.against.append("of another site or region")
    if shared := _shared_contact(one.written, entry):
        best.score = max(best.score, 0.9)
        best.why.append(shared)
    return best


def are_apart(first: tuple[str, str], second: tuple[str, str]) -> bool:
    """Tell whether two sites, or two regions, are given and have nothing in common.

    Examples
    --------
    >>> are_apart(("A", ""), ("B", "")), are_apart(("A", ""), ("AB", ""))
    (True, False)
    """
    pairs = zip(map(plain_form, first), map(plain_form, second), strict=True)
    return any(one and other and one not in other and other not in one for one, other in pairs)


def _shared_contact(written: str, entry: Entry) -> str:
    """An address that the spelling holds and the roster has too."""
    if "@" not in written and "." not in written:
        return ""
    text = written.casefold()
    for contact in entry.contacts:
        plain = contact.casefold().strip()
        if plain and plain in text:
            return "the same address"
        domain = plain.rpartition("@")[2]
        if "@" in text and "." in domain and text.rstrip(">) ").endswith(f"@{domain}"):
            return f"an address at {domain}" if entry.kind == "agency" else ""
    return ""
