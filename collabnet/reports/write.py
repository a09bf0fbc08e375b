"""Write a brief, the full report or every table so that it can be handed on."""

from os import PathLike
from pathlib import Path

from collabnet.reports.hand_on import hand_on
from collabnet.reports.made import check_report, report_bytes, what_of
from collabnet.risk.assessment import Assessment


def report(
    assessment: Assessment,
    path: str | PathLike[str],
    audience: str = "partner",
    *,
    kind: str = "brief",
    paper: str = "letter",
) -> Path:
    """Write a two-page brief for a board, the full report, or every table, by the file's ending.

    Made for partners unless asked otherwise: no names of staff, agencies by name only with their
    consent, small counts hidden. What is made for internal use is marked so on each page and
    sheet. The same assessment gives the same bytes. What leaves a coalition's folder is written
    down in its disclosure log.

    Parameters
    ----------
    assessment : Assessment
    path : file to write, whole or not at all: .html or .pdf for the brief and the full report;
        .xlsx (a workbook) or .zip (a CSV each) for every table with a readme. PDF needs
        WeasyPrint: ``pip install "collabnet[pdf]"``
    audience : "partner", "public" or "internal"
    kind : "brief" has three links on two pages; "full" has every finding, table and word
    paper : of a PDF, "letter" or "a4"

    Returns
    -------
    Path
        The file.

    Raises
    ------
    CollabnetError
        If there is no such audience, kind, paper or ending, what a PDF needs is missing, or the
        file can't be written.

    Examples
    --------
    >>> import collabnet as cn
    >>> cn.report(cn.assess(cn.load("sample:g1")), "brief.docx")
    Traceback (most recent call last):
    collabnet.model.errors.CollabnetError: A report is written as .html, ...; got brief.docx. ...
    """
    file = Path(path)
    ending = file.suffix.lower()
    check_report(file.name, ending, kind, paper)
    hand_on(
        report_bytes(assessment, ending, audience, kind=kind, paper=paper),
        file,
        assessment=assessment,
        audience=audience,
        what=what_of(ending, kind),
        ending=ending,
    )
    return file
