"""What the words on the screen, in findings and in briefs mean: one source for all of them."""

from collabnet.reports.glossary.look_up import (
    SECTIONS,
    all_terms,
    reference_page,
    search,
    term_named,
)
from collabnet.reports.glossary.measures import measure_term, measure_terms
from collabnet.reports.glossary.term import Term

__all__ = [
    "SECTIONS",
    "Term",
    "all_terms",
    "measure_term",
    "measure_terms",
    "reference_page",
    "search",
    "term_named",
]
