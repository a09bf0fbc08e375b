"""Words that open what they mean: a button with a dotted line under it (assets/define.js).

What a word means is written in the button itself, from the one glossary, so that nothing is
fetched and every page works alike.
"""

from typing import Any

from dash import html

from collabnet.reports.glossary import Term, measure_term, term_named


def define(word: str, shown: str = "") -> html.Button:
    """Make a button that opens what a word of the glossary means.

    Parameters
    ----------
    word : a word of the glossary, under any of its names
    shown : the words on the button, where they are others

    Raises
    ------
    NotFoundError
        If the glossary doesn't have it.

    Examples
    --------
    >>> define("bus factor").children, define("bus factor", "Bus factor 2").children
    ('bus factor', 'Bus factor 2')
    """
    return explained(shown or word, term_named(word))


def define_measure(measure: str, shown: str = "") -> html.Button:
    """Make a button that opens what a measure of the catalogue says.

    Raises
    ------
    NotFoundError
        If there is no measure of that name.
    """
    term = measure_term(measure)
    return explained(shown or term.title, term)


def explained(shown: str, term: Term) -> html.Button:
    """Make a button that opens what is written about a term."""
    data: dict[str, Any] = {
        "data-define": term.title,
        "data-meaning": term.meaning,
        "data-term": term.term,
        "aria-haspopup": "dialog",
    }
    return html.Button(shown, type="button", className="cn-define", **data)
