"""The brief for a board: what to decide on one page, the picture and the method on a second."""

import math
import re
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any

from collabnet.model.records import records
from collabnet.reports.page import page
from collabnet.risk.wording import number
from collabnet.sharing import Released, ReleasedFinding
from collabnet.sharing.bands import WITHHELD
from collabnet.sharing.tables import ALL_SERVICES

LINKS = 3
LINK_KINDS = ("pathway", "contacts")
INSIDE = "inside"
SERIOUS = ("critical", "high")
HEADINGS = ("What was found", "One {}", "Two {}s", "Three {}s")
COLUMNS = ("From", "To", "Referrals", "On paper")
LINES, LETTERS = 14, 32
"""So many lines of pathways fit below the picture, so many letters in a line of a cell."""
WIDTH = 96
"""So many letters in a line of the page."""
METHOD = 560
"""So many letters of the method are five lines; the rest stands in the full report."""
ROOMY, TIGHT, SMALL = 10.0, 8.4, 7.4
LONG = 2700
"""So many characters of links and of what isn't known fill a page at the roomy size."""


def brief_html(released: Released, *, paper: str = "auto", size: float | None = None) -> str:
    """Write the brief as HTML that stands alone: no script, nothing fetched from elsewhere.

    Parameters
    ----------
    paper : "letter" or "a4"; "auto" leaves it to whoever prints
    size : of the letters in print, in points; without it what is likely to fit two pages
    """
    links = links_of(released)
    unknown = _unknown(released, links)
    length = sum(len(one.sentence) + len(one.remedy) + len(one.subjects) for one in links)
    length += len(released.answered) + sum(len(sentence) for sentence in unknown)
    return page(
        "brief.html",
        released,
        paper,
        links=links,
        heading=_heading(links),
        unknown=unknown,
        size=size or (ROOMY if length <= LONG else TIGHT),
        method=_method(released),
        **_paths(released, links),
    )


def links_of(released: Released) -> tuple[ReleasedFinding, ...]:
    """Give the findings that a brief shows: the worst about each of three links, worst first.

    Two findings about the same two agencies, or two hubs that read alike, would take the place of
    a link. Where there are fewer than three links, the worst of the other findings stand in.

    Examples
    --------
    >>> import collabnet as cn
    >>> from collabnet.sharing import release
    >>> site_b = release(cn.assess(cn.load("sample:site_b"), worlds=0), "partner")
    >>> [one.kind for one in links_of(site_b)]
    ['pathway', 'contacts', 'contacts']
    """
    ends = _ends(released)
    worst: dict[frozenset[str], ReleasedFinding] = {}
    for one in released.findings:
        if one.id in ends:
            worst.setdefault(ends[one.id], one)
    chosen = {one.id for one in list(worst.values())[:LINKS]}
    others = [one.id for one in released.findings if one.id not in chosen]
    chosen.update(others[: LINKS - len(chosen)])
    return tuple(one for one in released.findings if one.id in chosen)


def _ends(released: Released) -> dict[str, frozenset[str]]:
    """The two agencies of each link, by the ids of what is found about it."""
    pathways, contacts = released.pathways, released.contacts
    between = contacts[contacts["Other agency"] != INSIDE]
    found = [*records(pathways, "id", "From", "To")]
    found += records(between, "id", "Agency", "Other agency")
    return {one: frozenset((agency, other)) for one, agency, other in found}


def _heading(links: Sequence[ReleasedFinding]) -> str:
    """Say how many links the page is about, or findings where some are about something else."""
    is_link = all(one.kind in LINK_KINDS for one in links)
    return HEADINGS[len(links)].format("link" if is_link else "finding") + " to look at" * bool(
        links
    )


def _paths(released: Released, links: Sequence[ReleasedFinding]) -> dict[str, Any]:
    """Give pathways with what they rest on, and say how many are left out.

    Those of the links above come first, then by their referrals as they are shown.
    """
    table = released.pathways
    if "Service" in table:
        table = table[table["Service"] == ALL_SERVICES]
    ends = _ends(released)
    shown = [ends[one.id] for one in links if one.id in ends]
    places = {pair: place for place, pair in reversed(list(enumerate(shown)))}
    first = [places.get(frozenset(pair), len(shown)) for pair in records(table, "From", "To")]
    sizes = [_size(one) for one in table["Referrals"]]
    order = sorted(range(len(table)), key=lambda i: (first[i], sizes[i]))
    table = table.iloc[order][list(COLUMNS)].astype("str")
    heights = [max(math.ceil(len(cell) / LETTERS) for cell in row) for row in table.to_numpy()]
    fitting = _fitting(heights)
    left = len(table) - fitting
    agreed = _fitting(math.ceil(len(one) / WIDTH) for one in released.agreements)
    stand = "pathway stands" if left == 1 else "pathways stand"
    return {
        "columns": COLUMNS,
        "paths": table.head(fitting).to_numpy().tolist(),
        "more_paths": f"{left} more {stand} in the full report." if left else "",
        "agreements": released.agreements[:agreed],
        "more_agreements": len(released.agreements) - agreed,
    }


def _fitting(heights: Iterable[int]) -> int:
    """How many of some lines, each so high, fit below the picture."""
    return sum(1 for height in accumulate(heights) if height <= LINES)


def _size(shown: object) -> float:
    """Place a count as it is shown: most first, then those hidden behind others, then small."""
    text = str(shown).replace(",", "")
    return -float(text) if text.isdecimal() else -0.5 if text == WITHHELD else 0.0


def _method(released: Released) -> str:
    """Give as many sentences of the method as fit."""
    sentences = re.split(r"(?<=[a-z0-9)]\.) (?=[A-Z])", released.methods)
    fitting = [
        one
        for one, length in zip(sentences, accumulate(map(len, sentences)), strict=True)
        if length <= METHOD
    ]
    more = [] if len(fitting) == len(sentences) else ["The full report says the rest."]
    return " ".join([*fitting, *more])


def _unknown(released: Released, links: Sequence[ReleasedFinding]) -> list[str]:
    """What the data can't show, how many findings stand behind these three, and small counts."""
    said = list(released.unseen)
    if released.audience == "internal":
        # The boundary's long text stays in the full report.
        said = [one for one in said if not one.startswith("Boundary:")]
    others = [one for one in released.findings if one not in links]
    if others:
        said.append(f"This page shows {len(links)} of {len(released.findings)} findings.")
        if n := sum(one.severity in SERIOUS for one in others):
            are = "is" if n == 1 else "are"
            said[-1] += f" Of the others {number(n)} {are} critical or high: see the full report."
    if not released.thin.empty:
        said.append("Pathways with few referrals are left out here: ask those who use them.")
    return said
