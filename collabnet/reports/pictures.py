"""Pictures to pass on: the map, the flow of referrals, who provides what; as SVG or PNG."""

from collections.abc import Callable, Mapping
from os import PathLike
from pathlib import Path

from collabnet.data.files import encoded
from collabnet.data.issues import listed
from collabnet.model.errors import CollabnetError
from collabnet.plots import coverage_providers
from collabnet.plots.flow import flow, largest
from collabnet.plots.framed import framed, marked
from collabnet.plots.static_svg import to_svg
from collabnet.reports.hand_on import hand_on
from collabnet.reports.page import for_whom
from collabnet.reports.page import picture as map_picture
from collabnet.risk.assessment import Assessment
from collabnet.sharing import release, release_coverage, release_links
from collabnet.sharing.audiences import check_audience

ENDINGS = (".svg", ".png")
INTERNAL = "INTERNAL"
MAP = "Who works with whom"


def picture(
    assessment: Assessment,
    path: str | PathLike[str],
    which: str = "map",
    audience: str = "partner",
) -> Path:
    """Save a picture with its title, n and period in it.

    Made for partners unless asked otherwise. Outside internal there is the map alone, with
    sectors instead of agencies: flow and coverage would show small counts or who isn't named.
    What is internal is marked so across the picture. What leaves a coalition's folder is
    written down in its disclosure log.

    Parameters
    ----------
    assessment : Assessment
    path : file to write, whole or not at all: .svg, or .png, which needs resvg:
        ``pip install "collabnet[png]"``
    which : "map", who works with whom; "flow", where referrals go; "coverage", how many agencies
        offer each service
    audience : "partner", "public" or "internal"

    Returns
    -------
    Path
        The file.

    Raises
    ------
    CollabnetError
        If there is no such picture, audience or ending, nothing is there to draw, what a PNG
        needs is missing, or the file can't be written.

    Examples
    --------
    >>> import collabnet as cn
    >>> cn.picture(cn.assess(cn.load("sample:g1")), "flow.svg", "flow")
    Traceback (most recent call last):
    collabnet.model.errors.CollabnetError: The picture flow is for internal use: ...
    """
    file = Path(path)
    ending = file.suffix.lower()
    if ending not in ENDINGS:
        raise CollabnetError(
            f"A picture is saved as .svg or .png; got {file.name}. Choose .png for text programs "
            "and slides, .svg to enlarge or to work on."
        )
    svg = picture_svg(assessment, which, audience)
    hand_on(
        _of(svg, ending),
        file,
        assessment=assessment,
        audience=audience,
        what=which,
        ending=ending,
    )
    return file


def picture_svg(assessment: Assessment, which: str = "map", audience: str = "partner") -> str:
    """Draw a picture as the text of an SVG; see `picture`.

    Raises
    ------
    CollabnetError
        If there is no such picture or audience, or nothing is there to draw.
    """
    chosen = check_audience(audience)
    if which not in PICTURES:
        raise CollabnetError(
            f"A picture is {listed(list(PICTURES), 'or')}; got {which!r}. Choose one of them."
        )
    if chosen == "internal":
        return marked(PICTURES[which](assessment), INTERNAL)
    if which != "map":
        raise CollabnetError(
            f"The picture {which} is for internal use: its widths and names would tell small "
            f"counts; got the audience {chosen!r}. Pass on the map, which shows sectors."
        )
    return map_picture(release(assessment, chosen), MAP)


def _map(assessment: Assessment) -> str:
    return map_picture(release(assessment), MAP)


def _flow(assessment: Assessment) -> str:
    released = release_links(assessment)
    if not released.links:
        raise CollabnetError(
            "The picture flow needs referrals from one agency to another; there are none, neither "
            "in a log nor as ties for referrals. Contacts alone don't say where referrals go. "
            "Bring in a log of referrals, or save the map, which shows contacts."
        )
    drawn = largest(released.links)
    total = sum(one.referrals or 0 for one in drawn)
    which = f"the {len(drawn)} largest of {len(released.links)} links"
    on = which if len(drawn) < len(released.links) else f"links: {len(drawn)}"
    above = f"n = {total:,} referrals, {on}; {released.period}. Numbers are referrals."
    title = "Where referrals go: senders left, receivers right"
    return _framed(to_svg(flow(released.links), title=title), title, above, released.notice,
                   released.label)  # fmt: skip


def _coverage(assessment: Assessment) -> str:
    released = release_coverage(assessment)
    if not released.sought:
        raise CollabnetError(
            "The picture coverage needs agencies that list their services; none does. Write them "
            "into the column services of agencies.csv, or save the map."
        )
    title = "How many agencies offer each service"
    above = (
        f"n = {released.n_listing} of {released.n_agencies} agencies list their services; "
        f"{released.period}."
    )
    says = coverage_providers.finding(released)
    svg = to_svg(coverage_providers.chart(released), title=title, describes=says)
    return _framed(svg, title, above, released.notice, released.label)


PICTURES: Mapping[str, Callable[[Assessment], str]] = {
    "map": _map,
    "flow": _flow,
    "coverage": _coverage,
}


def _framed(svg: str, title: str, above: str, notice: str, label: str) -> str:
    return framed(svg, title=title, above=[above], below=[for_whom(notice, label)])


def _of(svg: str, ending: str) -> bytes:
    if ending == ".svg":
        return encoded(f"{svg}\n")
    from collabnet.reports.png import png_bytes

    return png_bytes(svg)
