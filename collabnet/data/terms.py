"""Read cells as terms of a vocabulary: other spellings and unlisted values are said."""

from collabnet.data.column import Column, Group
from collabnet.data.issues import Facts, listed
from collabnet.model.vocabulary import Vocabulary


def read_terms(column: Column, vocabulary: Vocabulary) -> list[str]:
    """Read a column of terms; a value the vocabulary doesn't list is kept."""
    groups: dict[str, Group] = {}
    for at, text in column:
        if text and text not in vocabulary.terms:
            groups.setdefault(text, Group(at, text)).count += 1
    for text, group in groups.items():
        term, is_known = vocabulary.normalise(text)
        facts: Facts = {"count": group.count}
        if not is_known:
            terms = listed([term for term in vocabulary.terms if term])
            facts |= {"vocabulary": vocabulary.name, "listed": terms}
            column.ledger.add("unlisted_value", group.at, column=column.name, value=text, **facts)
        elif term != "_".join(text.lower().replace("-", " ").split()):
            facts |= {"read": f"'{term}'"}
            column.ledger.add("read_as", group.at, column=column.name, value=text, **facts)
    return [vocabulary.normalise(text)[0] if text else text for text in column.cells]
