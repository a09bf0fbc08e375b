"""Pages that stand alone: their frame, and the picture of who works with whom."""

from collections.abc import Mapping, Sequence
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from collabnet.data.issues import counted
from collabnet.plots.agencies_alone import agencies_alone
from collabnet.plots.layout import positions
from collabnet.plots.map_svg import map_svg
from collabnet.reports.layout import visible
from collabnet.risk.wording import capital
from collabnet.sharing import Released

XMLNS = ' xmlns="http://www.w3.org/2000/svg"'


def fill(template: str, **values: object) -> str:
    """Fill a template: a page that stands alone, with no script and nothing fetched."""
    from collabnet import __version__

    environment = Environment(
        loader=PackageLoader("collabnet.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    html = environment.get_template(template).render(version=__version__, **values)
    return "\n".join(visible(line) for line in html.splitlines() if line.strip()) + "\n"


def page(template: str, released: Released, paper: str, **more: object) -> str:
    """Fill a template with what was released of one coalition.

    Parameters
    ----------
    paper : "letter" or "a4"; "auto" leaves it to whoever prints
    """
    # Every name in the picture is escaped there; inside a page it needs no name space.
    drawn = picture(released).replace(XMLNS, "", 1)
    return fill(template, brief=released, paper=paper, picture=drawn, **more)


def picture(released: Released, title: str = "") -> str:
    """Draw the agencies, or outside internal their sectors, as the screen places them.

    Parameters
    ----------
    title : stands before how many there are and the period
    """
    drawn = agencies_alone(released.map)
    if not drawn["agencies"]:
        return "<p>No agency is on record.</p>"
    head = f"{title}: " if title else ""
    head += f"{map_counts(released)}, {released.period}"
    places = positions(drawn["agencies"], drawn["people"], drawn["ties"])
    label = for_whom(released.notice, released.label)
    says = map_says(released, drawn["ties"])
    return map_svg(drawn, places, title=head, label=label, describes=says)


def for_whom(notice: str, label: str) -> str:
    """Say for whom something is, and where the data come from.

    Examples
    --------
    >>> for_whom("Internal: names staff", "example: log made up")
    'Internal: names staff. Example: log made up'
    """
    return ". ".join(filter(None, (notice, capital(label))))


def map_counts(released: Released) -> str:
    """Say how many agencies, people and referrals the map has, or outside internal sectors.

    Outside internal nobody is told how many people and referrals there are: what isn't shown is
    not to be worked out from a total.

    Examples
    --------
    >>> import collabnet as cn
    >>> from collabnet.sharing import release
    >>> g1 = cn.assess(cn.load("sample:g1"))
    >>> map_counts(release(g1)), map_counts(release(g1, "partner"))
    ('5 agencies, 8 people, 25 referrals', '4 sectors')
    """
    n = len(released.map["agencies"])
    if released.audience != "internal":
        return counted(n, "sector")
    referrals = sum(_referrals(released).values())
    found = [
        counted(n, "agency", "agencies"),
        counted(len(released.map["people"]), "person", "people"),
        counted(referrals, "referral") if referrals else "no log of referrals",
    ]
    return ", ".join(found)


def map_says(released: Released, ties: Sequence[Mapping[str, Any]]) -> str:
    """Say what the map shows to those who can't see it: how many are tied, what is heaviest.

    Parameters
    ----------
    ties : between agencies or sectors, as they are drawn

    Examples
    --------
    >>> import collabnet as cn
    >>> from collabnet.sharing import release
    >>> g1 = release(cn.assess(cn.load("sample:g1")), "partner")
    >>> map_says(g1, g1.map["ties"])
    '4 pairs of sectors are tied. Lines have one width, whatever passes over them.'
    """
    drawn = [tie for tie in ties if tie.get("quality") != "absent"]
    pairs = {frozenset((tie["from"], tie["to"])) for tie in drawn}
    strained = {
        frozenset((tie["from"], tie["to"])) for tie in drawn if tie.get("quality") == "strained"
    }
    is_inside = released.audience == "internal"
    noun = "agencies" if is_inside else "sectors"
    if not pairs:
        return f"No {noun} are tied."
    are = "is" if len(pairs) == 1 else "are"
    said = f"{counted(len(pairs), 'pair')} of {noun} {are} tied"
    said += f", {len(strained)} by a strained tie. " if strained else ". "
    if not is_inside:
        return said + "Lines have one width, whatever passes over them."
    links = _referrals(released)
    most = max(links.values(), default=0)
    heaviest = [ends for ends, referrals in links.items() if referrals == most]
    if len(heaviest) == 1:
        here, there = heaviest[0]
        said += f"Most referrals go from {here} to {there}: {most:,}."
    elif heaviest:
        said += f"Most referrals go over {len(heaviest)} links: {most:,} each."
    return said.strip()


def _referrals(released: Released) -> dict[tuple[str, str], int]:
    """Referrals of the log from one agency to another, by their names."""
    found = released.pathways
    if not len(found):
        return {}
    whole = found[found["Service"] == "all"]
    return {
        (str(here), str(there)): int(str(n).replace(",", ""))
        for here, there, n in zip(whole["From"], whole["To"], whole["Referrals"], strict=True)
        if str(n).replace(",", "").isdigit()  # a link that was only reported has no count
    }
