"""Find a word of the glossary, and write its reference page."""

import re
from collections.abc import Iterable, Iterator, Mapping

from collabnet.model.errors import unknown_name
from collabnet.reports.glossary import links, numbers, over_time, passed_on, record, work
from collabnet.reports.glossary.term import Term

SECTIONS: Mapping[str, tuple[Term, ...]] = {
    "Links": links.LINKS,
    "How much rests on how few": links.FEW,
    "Paper": record.PAPER,
    "Where it comes from": record.SOURCES,
    "How bad, and how sure": record.SURE,
    "Numbers of a link": numbers.LINK_NUMBERS,
    "Other numbers": numbers.OTHER_NUMBERS,
    "Agencies and services": work.AGENCIES,
    "What is tried and planned": work.TRIED,
    "Over time": over_time.OVER_TIME,
    "Two sites side by side": over_time.SIDE_BY_SIDE,
    "What became of referrals": over_time.OUTCOMES,
    "Your data": work.DATA,
    "What is passed on": passed_on.PASSED_ON,
    "Measures": work.MEASURES,
    "Statistics": passed_on.STATISTICS,
}
"""Every word, by what it is about, in the order of the reference page."""

_HEAD = """# Glossary

Findings say the plain word first. Where the network's term helps, it stands in brackets behind it,
as in "The load is spread as if two people shared it evenly (effective carriers 2.1)". What each
measure means stands in [the measures](measures.md). On the screen, words with a dotted line open
what is written here. This page is written by `python -m collabnet.reports.glossary`.
"""
_NAMED: Mapping[str, Term] = {
    name.casefold(): one
    for terms in reversed(list(SECTIONS.values()))
    for one in reversed(terms)
    for name in one.names
}
_TAIL = re.compile(r"( \([^)]*\)| within .*| before| after)$")


def term_named(name: str) -> Term:
    """Give what is written about a word, under any of its names.

    What stands in brackets after a name, "within a year", "before" and "after" don't matter.

    Raises
    ------
    NotFoundError
        If there is no such word.

    Examples
    --------
    >>> term_named("Bus factor").words
    'fewest people who send more than half'
    """
    for wished in (name.casefold(), _TAIL.sub("", name.casefold())):
        if wished in _NAMED:
            return _NAMED[wished]
    raise unknown_name("word", name, _NAMED, "The page Method lists those there are.")


def all_terms() -> list[Term]:
    """Give every word, in the order of the reference page."""
    return [one for terms in SECTIONS.values() for one in terms]


def search(wanted: str, terms: Iterable[Term]) -> list[Term]:
    """Find the terms that have all of what is looked for, first where it is in their names.

    Examples
    --------
    >>> [one.term for one in search("BUS fac", all_terms())]
    ['bus factor']
    """
    parts = wanted.casefold().split()
    in_names, in_meaning = [], []
    for one in terms:
        names = " ".join(one.names).casefold()
        if all(part in names for part in parts):
            in_names.append(one)
        elif all(part in f"{names} {one.meaning.casefold()}" for part in parts):
            in_meaning.append(one)
    return in_names + in_meaning


def reference_page() -> str:
    """Give the page in Markdown: docs/reference/glossary.md is this text."""
    return "".join(_lines())


def _lines() -> Iterator[str]:
    yield _HEAD
    for title, terms in SECTIONS.items():
        yield f"\n## {title}\n\n| In plain words | The network's term | What it means |\n"
        yield "| --- | --- | --- |\n"
        for one in terms:
            yield f"| {one.words} | {one.term} | {one.meaning} |\n"
