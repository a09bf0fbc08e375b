"""The brief for a board: one page with three links, what to decide, what isn't known."""

from jinja2 import Environment, PackageLoader, StrictUndefined

from collabnet.reports.layout import visible
from collabnet.sharing import Released

LINKS = 3
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
    )
    return "\n".join(visible(line) for line in html.splitlines() if line.strip()) + "\n"


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
