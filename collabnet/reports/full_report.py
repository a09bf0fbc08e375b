"""The full report: every finding, every table, what isn't known, the method, the words."""

import re
from collections.abc import Sequence

from collabnet.reports.glossary import Term, all_terms
from collabnet.reports.page import page
from collabnet.reports.readme import COLUMNS, column_rows
from collabnet.reports.tables import Table
from collabnet.sharing import Released

MOST = 100
"""So many findings, and rows of each table, in a PDF: thousands would be read by nobody."""
APART = ("findings", "known")
"""Tables that the report has in sentences."""


def full_html(
    released: Released, tables: Sequence[Table], *, paper: str = "auto", most: int | None = None
) -> str:
    """Write the full report as HTML that stands alone: no script, nothing fetched.

    Parameters
    ----------
    tables : from `collabnet.reports.tables.tables_of`, for the same audience
    paper : "letter" or "a4"; "auto" leaves it to whoever prints
    most : so many findings, and rows of each table; then it says where the others are
    """
    shown = [one for one in tables if one.name not in APART]
    said = [
        ("Services and response team", released.coverage),
        ("Agreements on record", released.agreements),
        ("What the chances hang on", released.hangs_on),
        ("What isn't known", released.unseen),
    ]
    return page(
        "full.html",
        released,
        paper,
        tables=shown,
        most=most,
        column_names=COLUMNS,
        columns=column_rows(tuple(shown)),
        said=[(title, sentences) for title, sentences in said if sentences],
        terms=terms_in(_text(released, shown)),
    )


def terms_in(text: str) -> list[Term]:
    """Give the words of the glossary that a text uses, by the alphabet.

    Examples
    --------
    >>> [one.words for one in terms_in("A gap is reported.")]
    ['a gap', 'reported']
    """
    lower = text.casefold()
    found = {
        one.words: one for one in all_terms() if any(_is_in(name, lower) for name in one.names)
    }
    return [found[words] for words in sorted(found, key=str.casefold)]


def _is_in(name: str, lower: str) -> bool:
    return re.search(rf"\b{re.escape(name.casefold())}s?\b", lower) is not None


def _text(released: Released, tables: Sequence[Table]) -> str:
    parts = [released.methods, *released.unseen, *released.coverage]
    for one in released.findings:
        parts += [one.sentence, one.remedy, one.sure, one.severity_words]
        parts += [words for words, _ in one.numbers]
    for table in tables:
        parts += [table.title, table.says, *(column.name for column in table.columns)]
    return " \n".join(parts)
