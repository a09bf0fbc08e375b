"""Read cells as terms of a vocabulary: other spellings and unlisted values are said."""

from difflib import get_close_matches

from collabnet.data.column import Column, Group
from collabnet.data.issues import Facts, listed
from collabnet.model.field_terms import SECTOR
from collabnet.model.vocabulary import Vocabulary, spelling

MOST_LISTED = 12
"""So many terms a message lists; of a longer list it names the nearest."""


def read_terms(column: Column, vocabulary: Vocabulary) -> list[str]:
    """Read a column of terms; a value the vocabulary doesn't list is kept."""
    known = {"", *vocabulary.terms}
    groups: dict[str, Group] = {}
    for at, text in column:
        if text not in known:
            groups.setdefault(text, Group(at, text)).count += 1
    read = {text: vocabulary.normalise(text)[0] for text in groups}
    for text, group in groups.items():
        facts: Facts = {"count": group.count}
        if unlisted := vocabulary.unlisted(text):
            facts |= {"vocabulary": vocabulary.name, "listed": _listed(unlisted, vocabulary)}
            told: Facts = {"column": column.name, "value": unlisted, **facts}
            column.ledger.add(_unlisted_code(vocabulary), group.at, **told)
        if spelling(read[text]) != spelling(text) and _is_said(text, unlisted, vocabulary):
            told = {"column": column.name, "value": text, "read": f"'{read[text]}'"}
            column.ledger.add("read_as", group.at, count=group.count, **told)
    return [read.get(text, text) for text in column.cells]


def _unlisted_code(vocabulary: Vocabulary) -> str:
    """Of a sector it is said, too, what those outside are shown instead."""
    return "unlisted_sector" if vocabulary is SECTOR else "unlisted_value"


def _is_said(text: str, unlisted: str, vocabulary: Vocabulary) -> bool:
    """Whether a value was read otherwise than it is written: one unlisted term never is."""
    return not unlisted or (vocabulary.several and ";" in text)


def _listed(text: str, vocabulary: Vocabulary) -> str:
    """The terms of a short list; of a long one the nearest, and where the others stand."""
    terms = [term for term in vocabulary.terms if term]
    if len(terms) <= MOST_LISTED:
        return listed(terms)
    near = get_close_matches(text.lower()[:100], terms, n=3, cutoff=0.5) or terms[:3]
    return f"{', '.join(near)} and {len(terms) - len(near)} more, see vocabularies in the reference"
