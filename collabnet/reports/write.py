"""Write a brief that can be handed on."""

from os import PathLike
from pathlib import Path

from collabnet.data.files import write_atomic
from collabnet.model.errors import CollabnetError
from collabnet.reports.brief import brief_html
from collabnet.risk.assessment import Assessment
from collabnet.sharing import release

ENDINGS = (".html", ".htm")


def report(assessment: Assessment, path: str | PathLike[str], audience: str = "partner") -> Path:
    """Write a two-page brief for a board as HTML: what to decide, then the picture and the method.

    Made for partners unless asked otherwise: no names of staff, agencies by name only with their
    consent, small counts hidden. What is made for internal use is marked so.

    Parameters
    ----------
    assessment : Assessment
    path : file to write, ending in .html; whole or not at all
    audience : "partner", "public" or "internal"

    Returns
    -------
    Path
        The file.

    Raises
    ------
    CollabnetError
        If there is no such audience, the file doesn't end in .html, or it can't be written.

    Examples
    --------
    >>> import collabnet as cn
    >>> cn.report(cn.assess(cn.load("sample:g1")), "brief.pdf")
    Traceback (most recent call last):
    collabnet.model.errors.CollabnetError: A brief is HTML: ... brief.html and print it from there.
    """
    file = Path(path)
    if file.suffix.lower() not in ENDINGS:
        raise CollabnetError(
            f"A brief is HTML: it needs a file that ends in .html; got {file.name}. Write it to "
            f"{file.stem}.html and print it from there."
        )
    html = brief_html(release(assessment, audience))
    write_atomic(file, html.encode("utf-8", "backslashreplace"))
    return file
