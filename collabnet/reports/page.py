"""Pages that stand alone: their frame, and the picture of who works with whom."""

from jinja2 import Environment, PackageLoader, StrictUndefined

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
    return map_svg(drawn, places, title=head, label=for_whom(released.notice, released.label))


def for_whom(notice: str, label: str) -> str:
    """Say for whom something is, and where the data come from.

    Examples
    --------
    >>> for_whom("Internal: names staff", "example: log made up")
    'Internal: names staff. Example: log made up'
    """
    return ". ".join(filter(None, (notice, capital(label))))


def map_counts(released: Released) -> str:
    """Say how many agencies, or outside internal sectors, the map has.

    Examples
    --------
    >>> import collabnet as cn
    >>> from collabnet.sharing import release
    >>> map_counts(release(cn.assess(cn.load("sample:g1")), "partner"))
    '4 sectors'
    """
    n, is_inside = len(released.map["agencies"]), released.audience == "internal"
    words = ("agency", "agencies") if is_inside else ("sector", "sectors")
    return f"{n} {words[n != 1]}"
