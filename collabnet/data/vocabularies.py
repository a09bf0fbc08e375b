"""Write the reference page of the vocabularies: every term, and what else is read as it."""

import sys
from collections import defaultdict

from collabnet.model.specs import TABLES
from collabnet.model.vocabulary import Vocabulary

_HEAD = """# Vocabularies

Columns of terms are read with these lists. Capitals, hyphens, underscores and spaces don't \
matter: `Drop-in support` is `drop-in support`. What stands in the second column is read as the \
term and said (`read_as`). A value that no list knows is kept as it is written and said \
(`unlisted_value`). Where a cell may hold several terms, semicolons separate them, and "and" may \
join two.
"""


def vocabulary_page() -> str:
    """Give the page in Markdown: docs/reference/vocabularies.md is this text."""
    used: defaultdict[str, list[str]] = defaultdict(list)
    lists: dict[str, Vocabulary] = {}
    for spec in TABLES.values():
        for column in spec.columns:
            if column.vocabulary:
                lists[column.vocabulary.name] = column.vocabulary
                used[column.vocabulary.name].append(f"`{column.file_name}` of {spec.file}")
    return _HEAD + "".join(_section(one, used[name]) for name, one in lists.items())


def _section(vocabulary: Vocabulary, used: list[str]) -> str:
    title = vocabulary.name[0].upper() + vocabulary.name[1:]
    several = " A cell may hold several." if vocabulary.several else ""
    rows = [_row(term, vocabulary) for term in vocabulary.terms]
    head = f"\n## {title}\n\nIn {', '.join(used)}.{several}\n\n| Term | Also read |\n|---|---|\n"
    return head + "".join(rows)


def _row(term: str, vocabulary: Vocabulary) -> str:
    others = [one for one, read in vocabulary.synonyms.items() if read == term and one != term]
    said = [one.replace("_", " ") or "(an empty cell)" for one in others]
    return f"| `{term}` | {', '.join(said)} |\n"


if __name__ == "__main__":
    sys.stdout.write(vocabulary_page())
