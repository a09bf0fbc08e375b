"""Panel: the title of the page, which states what hangs on one way or one provider."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from collabnet.plots import coverage_providers, coverage_ways
from collabnet.risk.wording import capital, count, number
from collabnet.sharing import ReleasedCoverage, ReleasedService

from ...desk import Look

TITLE = "Which services can be reached, and how"
NO_SERVICES = (
    "No agency lists its services, so nothing can be said of who provides what. Write them into "
    "the column services of agencies.csv, each agency's apart by a semicolon."
)
OUTDATED = (
    "This link was made before the files changed, so what it had opened isn't known any more. "
    "Choose it again below."
)


def title(now: ReleasedCoverage) -> str:
    """State how many services have one provider, one way or none.

    Examples
    --------
    >>> import collabnet as cn
    >>> from collabnet.sharing import release_coverage
    >>> title(release_coverage(cn.assess(cn.load("sample:site_b"))))
    'Three of six services have one provider alone; one can be reached in only one way'
    """
    sought = now.sought
    if not sought:
        return TITLE
    alone, one_way = sum(one.is_alone for one in sought), now.in_one_way()
    said = []
    if alone:
        said.append(f"{_of(alone, len(sought))} {_has(alone)} one provider alone")
    if one_way:
        n = _of(len(one_way), len(sought))
        if said:
            n = "all" if len(one_way) == len(sought) > 1 else number(len(one_way))
        where = " from some agencies" if any(_has_more(now, one) for one in one_way) else ""
        said.append(f"{n} can be reached in only one way{where}")
    if not said:
        said = [_groups(sought)]
    return capital("; ".join(said))


def _has_more(now: ReleasedCoverage, service: ReleasedService) -> bool:
    """Whether some agency has another way to it than the one."""
    return any(way.how not in ("one", "here", "none") for way in now.ways_to(service.id))


def _groups(sought: Sequence[ReleasedService]) -> str:
    """State how many groups of young people have one provider alone, where no service has."""
    several = "the service has" if len(sought) == 1 else "each service has"
    known = f"{several} two or more providers"
    if not all(len(one.providers) > 1 for one in sought):
        known = "no service is known to have one provider alone"
    alone = sum(group.is_alone for one in sought for group in one.groups)
    if not alone:
        return known
    return f"{known}, but for {count(alone, 'group')} of young people there is one alone"


def _of(n: int, whole: int) -> str:
    if n == whole:
        return "the one service" if n == 1 else f"all {count(n, 'service')}"
    return f"{number(n)} of {count(whole, 'service')}"


def _has(n: int) -> str:
    return "has" if n == 1 else "have"


def lead(now: ReleasedCoverage, tried: ReleasedCoverage | None, look: Look) -> list[Component]:
    """Name the services; say the same for what is tried, and what isn't counted."""
    gone = look.is_outdated and look.address.args
    found: list[Component] = (
        [html.P(OUTDATED, className="cn-refused", role="alert")] if gone else []
    )
    if not now.services:
        return [*found, html.P(NO_SERVICES, className="cn-lead")]
    lines = [html.Li(coverage_providers.finding(now))]
    if now.starts:
        lines.append(html.Li(coverage_ways.finding(now)))
    found.append(html.Ul(lines, className="cn-agency-load"))
    if tried is not None:
        found.append(
            html.P([html.Strong("With what is tried: "), _tried(tried)], className="cn-after")
        )
    return found


def _tried(tried: ReleasedCoverage) -> str:
    ways = f" {coverage_ways.finding(tried)}" if tried.starts else ""
    return f"{coverage_providers.finding(tried)}{ways}"
