"""Small parts that several panels are made of. Names are always text: Dash escapes children."""

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from .. import ids
from ..components import PlainTable
from ..state.steps import Plain


def page_title(name: str, words: str) -> html.H1:
    """Make the title of a page; its panel writes into it what was found."""
    return html.H1(words, id=ids.title(name), tabIndex=-1, className="cn-title")


def panel(name: str, title: str, parts: Sequence[Component]) -> Component:
    """Lay out a part of the page under its title; ``name`` is what links lead to."""
    heading = html.H2(title, id=ids.heading(name))
    labelled = aria(labelledby=ids.heading(name))
    return html.Section([heading, *parts], id=name, className="cn-panel", **labelled)


def aria(**said: str) -> dict[str, Any]:
    """Write attributes for those who hear the page: ``label`` becomes ``aria-label``."""
    return {f"aria-{name}": text for name, text in said.items()}


def data(**said: str) -> dict[str, Any]:
    """Write attributes for our own scripts: ``print`` becomes ``data-print``."""
    return {f"data-{name}": text for name, text in said.items()}


def ask_button(
    words: str,
    asked: Plain,
    *,
    about: str = "",
    heir: str = "",
    button_id: str = "",
    is_first: bool = False,
) -> html.Button:
    """Make a button that asks for something (assets/asking.js passes it on).

    ``about`` is read out after the words, for those who come to the button out of its place;
    ``heir`` is the id of what the keyboard goes to where the button goes with its own click;
    ``is_first`` marks what most will want to do.
    """
    data: dict[str, Any] = {"data-ask": json.dumps(asked)}
    if heir:
        data["data-heir"] = heir
    if button_id:
        data["id"] = button_id
    said: list[Component | str] = [words]
    if about:
        said.append(html.Span(f" {about}", className="cn-sr-only"))
    look = "cn-button cn-first" if is_first else "cn-button"
    return html.Button(said, type="button", className=look, **data)


def plain_table(
    table: pd.DataFrame, caption: str, *, note: str = "", cards: bool = True
) -> PlainTable:
    """Make a table of a frame; columns in which nothing stands are left out, ids never shown."""
    columns = [name for name in table.columns if name != "id" and (table[name] != "").any()]
    rows = table[columns].astype("str").to_numpy().tolist()
    return PlainTable(caption=caption, columns=columns, rows=rows, note=note, cards=cards)


def drawn(svg: str, says: str, look: str) -> html.Img:
    """Show a picture that was drawn on the server; ``look`` is its class.

    ``says`` is what it shows, for those who don't see it; "" where something beside it says so.

    Examples
    --------
    >>> drawn("<svg/>", "Nothing.", "cn-drawn").src
    'data:image/svg+xml;base64,PHN2Zy8+'
    """
    code = b64encode(svg.encode()).decode("ascii")
    return html.Img(src=f"data:image/svg+xml;base64,{code}", alt=says, className=look)


def severity_tag(severity: str, words: str) -> html.Span:
    """Show how bad something is, in a word; the colour only repeats it."""
    return html.Span(words, className=f"cn-severity cn-severity-{severity}")


def lead_of(sentence: str) -> tuple[str, str]:
    """Split a finding into its first sentence and the rest; at no abbreviation such as "St.".

    Examples
    --------
    >>> lead_of("One officer at St. Mary sends all (6 of 6). If that person left, all would stop.")
    ('One officer at St. Mary sends all (6 of 6).', 'If that person left, all would stop.')
    """
    end = re.search(r"(?:[a-z]{3}|[A-Z]{3}|[\d)])\.(?= [A-Z])", sentence)
    if end is None:
        return sentence, ""
    return sentence[: end.end()], sentence[end.end() + 1 :]


def rows_words(rows: Iterable[tuple[str, int]]) -> list[str]:
    """Say which rows of which files, in as few words as possible.

    Examples
    --------
    >>> rows_words([("ties.csv", 4), ("referrals.csv", 2), ("referrals.csv", 3)])
    ['referrals.csv: rows 2 to 3', 'ties.csv: row 4']
    """
    said = []
    for file, found in groupby(sorted(set(rows)), key=itemgetter(0)):
        numbers = [row for _, row in found]
        noun = "row" if len(numbers) == 1 else "rows"
        said.append(f"{file}: {noun} {', '.join(_spans(numbers))}")
    return said


def _spans(numbers: Sequence[int]) -> list[str]:
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return [str(a) if a == b else f"{a} to {b}" for a, b in spans]
