"""How the panels of coverage say ways, providers and places; and how cells are marked."""

from collections.abc import Sequence
from math import isnan

from collabnet.risk.wording import count, listed, number
from collabnet.sharing import ReleasedCoverage
from collabnet.sharing.released_coverage import Provider, ReleasedWay

from ...components import Cell

MARKS = {"one": "alone", "unnamed": "unnamed", "none": "none", "here": "here"}
"""Cells of these are marked with a sign (assets/agencies.css, assets/coverage.css)."""


def way_words(way: ReleasedWay) -> str:
    """Say in how many ways an agency reaches a service.

    Examples
    --------
    >>> from collabnet.sharing.released_coverage import Provider
    >>> court = Provider("court", "Court")
    >>> way_words(ReleasedWay(court, "service", "food", "food", (), 2, 1, 1, 3))
    'one way (up to three)'
    >>> way_words(ReleasedWay(court, "service", "food", "food", (), None, None, None, None))
    'no way'
    """
    how = way.how
    if how == "here":
        return "has it"
    if how == "none":
        return "no way"
    if how == "posts":
        return "by posts"
    if how == "unnamed":
        return "not fully named"
    said = count(way.ways or 0, "way")
    ends = [n for n in (way.least, way.most) if n is not None and n != way.ways]
    if not ends:
        return said
    low, high = min(ends), max(ends)
    if way.ways is not None and low >= way.ways:
        return f"{said} (up to {number(high)})"
    return f"{said} ({number(low)} to {number(max(high, way.ways or 0))})"


def way_cell(way: ReleasedWay) -> Cell:
    """The same as a cell, marked where it is the only way or there is none."""
    words, mark = way_words(way), MARKS.get(way.how)
    return {"text": words, "mark": mark} if mark else words


def hand_off_words(way: ReleasedWay) -> str:
    """Say how far it is.

    Examples
    --------
    >>> from collabnet.sharing.released_coverage import Provider
    >>> court = Provider("court", "Court")
    >>> hand_off_words(ReleasedWay(court, "service", "food", "food", (), 2, 1, 1, 1))
    'two hand-offs'
    """
    return "–" if way.hand_offs is None else count(way.hand_offs, "hand-off")


def names_of(providers: Sequence[Provider]) -> str:
    """The names of some agencies, as in a sentence."""
    return listed([one.name for one in providers])


def places_words(places: float, n_silent: int = 0) -> str:
    """Say how many places are stated, and of how many agencies they aren't.

    Examples
    --------
    >>> places_words(48.0, 1), places_words(float("nan"), 2), places_words(24.0)
    ('48; not stated by one agency', 'not stated', '24')
    """
    if isnan(places):
        return "not stated"
    rest = f"; not stated by {count(n_silent, 'agency')}" if n_silent else ""
    return f"{places:g}{rest}"


def caption(now: ReleasedCoverage, said: str) -> str:
    """Say of what a chart or table is: how many agencies, of when, what is missing."""
    silent = now.n_agencies - now.n_listing
    missing = f" {count(silent, 'agency')} without services on record." if silent else ""
    label = f" {now.label[:1].upper()}{now.label[1:]}." if now.label else ""
    missing = missing[:1] + missing[1:2].upper() + missing[2:]
    return f"{said} {now.n_agencies} agencies, {now.period}.{missing}{label}"
