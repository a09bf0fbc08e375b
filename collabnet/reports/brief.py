"""The brief for a board: what to decide on one page, the picture and the method on a second."""

import math
import re
from itertools import accumulate
from typing import Any

from collabnet.reports.page import page
from collabnet.sharing import Released
from collabnet.sharing.tables import ALL_SERVICES

LINKS = 3
HEADINGS = (
    "What was found",
    "One link to look at",
    "Two links to look at",
    "Three links to look at",
)
COLUMNS = ("From", "To", "Referrals", "On paper")
LINES, LETTERS = 14, 32
"""So many lines of pathways fit below the picture, so many letters in a line of a cell."""
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
    links = released.findings[:LINKS]
    unknown = _unknown(released)
    length = sum(len(one.sentence) + len(one.remedy) + len(one.subjects) for one in links)
    length += len(released.answered) + sum(len(sentence) for sentence in unknown)
    return page(
        "brief.html",
        released,
        paper,
        links=links,
        heading=HEADINGS[len(links)],
        unknown=unknown,
        size=size or (ROOMY if length <= LONG else TIGHT),
        method=_method(released),
        **_paths(released),
    )


def _paths(released: Released) -> dict[str, Any]:
    """Give the first pathways with what they rest on, and say how many are left out."""
    table = released.pathways
    if "Service" in table:
        table = table[table["Service"] == ALL_SERVICES]
    table = table[list(COLUMNS)].astype("str")
    heights = [max(math.ceil(len(cell) / LETTERS) for cell in row) for row in table.to_numpy()]
    fitting = sum(1 for height in accumulate(heights) if height <= LINES)
    left = len(table) - fitting
    stand = "pathway stands" if left == 1 else "pathways stand"
    return {
        "columns": COLUMNS,
        "paths": table.head(fitting).to_numpy().tolist(),
        "more_paths": f"{left} more {stand} in the full report." if left else "",
    }


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


def _unknown(released: Released) -> list[str]:
    """What the data can't show, how many findings stand behind these three, and small counts."""
    said = list(released.unseen)
    if released.audience == "internal":
        # The boundary's long text stays in the full report.
        said = [one for one in said if not one.startswith("Boundary:")]
    if more := len(released.findings) - LINKS:
        said += [f"This page shows {LINKS} of {len(released.findings)} findings."] * (more > 0)
    if not released.thin.empty:
        said.append("Pathways with few referrals are left out here: ask those who use them.")
    return said
