"""Whom the open names of a coalition may mean, and the note that there are such names."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from collabnet.data.crosswalk.candidates import LEAST, Proposer
from collabnet.data.crosswalk.command import as_path
from collabnet.data.crosswalk.entries import Entry, Spelling
from collabnet.data.crosswalk.evidence import SUGGESTED
from collabnet.data.crosswalk.people import is_initials
from collabnet.data.crosswalk.rosters import entries_of
from collabnet.data.crosswalk.spelling import plain_form
from collabnet.data.crosswalk.words import TITLES
from collabnet.data.issues import Facts, Ledger, counted, shown

if TYPE_CHECKING:
    from collabnet.data.crosswalk.resolve import Names

MOST_AGENCIES, MOST_PEOPLE = 500, 200
"""So many open names the note looks at: a second's work; the list of names looks at all."""
MOST_ENTRIES = 20_000
"""With more open names than that no roster is missing: they are numbers."""


def candidates_of(names: "Names", *, is_quick: bool = False) -> pd.DataFrame:
    """Give the candidates of every open name, as :func:`propose` does.

    Where a roster is missing, spellings are compared with each other: the rarer with the more
    frequent, of two as frequent the shorter with the longer. ``is_quick`` looks at some only.
    """
    loose = [one for one in names.left if not names.has_roster[one.kinds[0]]]
    others = [one for one in names.left if names.has_roster[one.kinds[0]]]
    entries = [*names.entries, *entries_of(loose)]
    if is_quick:
        loose, others = _some(loose), _some(others)
    found = [_proposed(others, names.entries, names)]
    found.append(_toward_frequent(_proposed(loose, entries, names), names.left))
    return pd.concat(found, ignore_index=True)


def likely_keys(candidates: pd.DataFrame) -> set[tuple[str, str, str]]:
    """Give kind, spelling and agency of the names that have a likely meaning."""
    likely = candidates[candidates["score"] >= SUGGESTED]
    columns = ("kind", "written", "at_agency")
    return set(zip(*(likely[name].astype(str) for name in columns), strict=True))


def note_open_names(names: "Names", folder: Path) -> Ledger:
    """Note once for a folder that open names have a likely meaning; it takes a second at most."""
    ledger = Ledger("(folder)")
    if not names.left or len(names.left) > MOST_ENTRIES:
        return ledger
    found = candidates_of(names, is_quick=True)
    keys = likely_keys(found)
    if not keys:
        return ledger
    best = found[found["score"] >= SUGGESTED].iloc[0]
    n = len(keys)
    is_part = len(names.left) > len(_some(names.left))
    called = counted(n, "name")
    told: Facts = {
        "value": str(best["written"]),
        "other": f"'{shown(str(best['name']))}'",
        "found": f"At least {called}" if is_part else called,
        "command": f"collabnet names {as_path(str(folder))}",
    }
    ledger.add("names_to_settle", **told)
    return ledger


def _some(spellings: Sequence[Spelling]) -> list[Spelling]:
    """Agencies, and of the people those first whose name somebody else nearly has."""
    agencies = [one for one in spellings if "agency" in one.kinds][:MOST_AGENCIES]
    people = [one for one in spellings if "agency" not in one.kinds]
    if len(people) <= MOST_PEOPLE:
        return [*agencies, *people]
    often = Counter(pair for one in people for pair in _words_at(one))
    shares = [
        is_initials(one.written) or any(often[pair] > 1 for pair in _words_at(one))
        for one in people
    ]
    order = sorted(range(len(people)), key=lambda at: not shares[at])
    return [*agencies, *(people[at] for at in order[:MOST_PEOPLE])]


def _words_at(one: Spelling) -> Iterable[tuple[str, str]]:
    """The words of a person's name that may be a surname, with the agency."""
    words = set(plain_form(one.written).split()) - TITLES
    return {(one.at_agency, word) for word in words if len(word) > 2}


def _proposed(
    spellings: Sequence[Spelling], entries: Sequence[Entry], names: "Names"
) -> pd.DataFrame:
    """Propose entries, without those that a spelling was said not to mean."""
    found = Proposer(entries).propose(spellings, least=LEAST)
    pairs = zip(found["kind"], found["written"], found["at_agency"], found["id"], strict=True)
    apart = [names.crosswalk.apart(*pair[:3]) & {"", pair[3]} for pair in pairs]
    kept = found[pd.Series([not one for one in apart], dtype="bool")]
    return kept.drop_duplicates(["written", "at_agency", "id"]).reset_index(drop=True)


def _toward_frequent(found: pd.DataFrame, left: Sequence[Spelling]) -> pd.DataFrame:
    """Of two spellings that may be each other keep the rarer one's proposal."""
    asked = set(found["written"])
    rows: Counter[tuple[str, str]] = Counter()
    for one in left:
        rows[one.written, one.at_agency] += one.rows
        if one.at_agency:
            rows[one.written, ""] += one.rows
    keep = []
    columns = (found[name] for name in ("written", "id", "at_agency"))
    for written, other, agency in zip(*columns, strict=True):
        # Of people the rows of their agency count, where both are named there.
        at = agency if (other, agency) in rows else ""
        first, second = ((rows[one, at], len(one), one) for one in (written, other))
        keep.append(other not in asked or second > first)
    return found[pd.Series(keep, dtype="bool")].reset_index(drop=True)
