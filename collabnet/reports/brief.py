"""The brief for a board: what to decide on one page, the picture and the method on a second."""

import math
import re
from itertools import accumulate
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from collabnet.plots.agencies_alone import agencies_alone
from collabnet.plots.layout import positions
from collabnet.plots.map_svg import map_svg
from collabnet.reports.layout import visible
from collabnet.sharing import Released

LINKS = 3
LINES, LETTERS = 8, 24
"""So many lines of pairs of agencies fit below the picture, so many letters in a line of a cell."""
METHOD = 760
"""So many letters of the method fit at the end; the rest stands in the full assessment."""
ROOMY, TIGHT = 10.0, 8.4
LONG = 2600
"""So many characters in links and decisions fill a page at the roomy size."""


def brief_html(released: Released) -> str:
    """Write the brief as HTML that stands alone: no script, nothing fetched from elsewhere."""
    from collabnet import __version__

    environment = Environment(
        loader=PackageLoader("collabnet.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    links = released.findings[:LINKS]
    unknown = _unknown(released)
    length = sum(len(one.sentence) + len(one.remedy) + len(one.subjects) for one in links)
    length += sum(len(sentence) for sentence in unknown)
    html = environment.get_template("brief.html").render(
        brief=released,
        links=links,
        unknown=unknown,
        version=__version__,
        size=ROOMY if length <= LONG else TIGHT,
        picture=_picture(released),  # every name in it is escaped there
        method=_method(released),
        **_ties(released),
    )
    return "\n".join(visible(line) for line in html.splitlines() if line.strip()) + "\n"


def _picture(released: Released) -> str:
    """Draw the agencies, or outside internal their sectors, as the screen places them."""
    drawn = agencies_alone(released.map)
    if not drawn["agencies"]:
        return "<p>No agency is on record.</p>"
    kind = "agencies" if released.audience == "internal" else "sectors"
    title = f"{len(drawn['agencies'])} {kind}, {released.period}"
    label = ". ".join(filter(None, (released.notice, released.label)))
    picture = map_svg(
        drawn,
        positions(drawn["agencies"], drawn["people"], drawn["ties"]),
        title=title,
        label=label,
    )
    return picture.replace(' xmlns="http://www.w3.org/2000/svg"', "", 1)  # no need inside a page


def _ties(released: Released) -> dict[str, Any]:
    """Give the first rows of what is on paper between agencies, and say how many are left out."""
    table = released.contacts.drop(columns="id").astype("str").replace({"0": "–"})
    heights = [max(math.ceil(len(cell) / LETTERS) for cell in row) for row in table.to_numpy()]
    fitting = sum(1 for height in accumulate(heights) if height <= LINES)
    left = len(table) - fitting
    pairs = "pair of agencies stands" if left == 1 else "pairs of agencies stand"
    return {
        "columns": list(table.columns),
        "ties": table.head(fitting).to_numpy().tolist(),
        "more_ties": f"{left} more {pairs} in the full assessment." if left else "",
    }


def _method(released: Released) -> str:
    """Give as many sentences of the method as fit."""
    sentences = re.split(r"(?<=[a-z0-9)]\.) (?=[A-Z])", released.methods)
    fitting = [
        one
        for one, length in zip(sentences, accumulate(map(len, sentences)), strict=True)
        if length <= METHOD
    ]
    more = [] if len(fitting) == len(sentences) else ["The full assessment says the rest."]
    return " ".join([*fitting, *more])


def _unknown(released: Released) -> list[str]:
    """What the data can't show, how many findings stand behind these three, and small counts."""
    said = list(released.unseen)
    if released.audience == "internal":
        # Counts of people and the boundary's long text stay in the full assessment.
        said = [one for one in said if not one.startswith("Boundary:")]
    if more := len(released.findings) - LINKS:
        said += [f"This page shows {LINKS} of {len(released.findings)} findings."] * (more > 0)
    if not released.thin.empty:
        said.append("Pathways with few referrals are left out here: ask those who use them.")
    return said
