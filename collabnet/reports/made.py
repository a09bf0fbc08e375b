"""The bytes of a report, by the ending of its file."""

from collections.abc import Callable

from collabnet.data.files import encoded
from collabnet.model.errors import CollabnetError
from collabnet.risk.assessment import Assessment
from collabnet.sharing import release

PAGES = (".html", ".htm", ".pdf")
TABLES = (".xlsx", ".zip")
KINDS = ("brief", "full")
PAPERS = ("letter", "a4")


def report_bytes(
    assessment: Assessment,
    ending: str,
    audience: str = "partner",
    *,
    kind: str = "brief",
    paper: str = "letter",
) -> bytes:
    """Make a report, or every table, as the bytes of its file; see `collabnet.report`.

    Parameters
    ----------
    ending : ".html" or ".pdf" for the brief and the full report, ".xlsx" or ".zip" for the tables

    Raises
    ------
    CollabnetError
        If there is no such audience, kind, paper or ending, or what a PDF needs is missing.
    """
    check_report(f"report{ending}", ending, kind, paper)
    released = release(assessment, audience)
    if ending in TABLES:
        from collabnet.reports.tables import tables_of

        return _of_tables(ending)(released, tables_of(assessment, audience))
    if kind == "full":
        from collabnet.reports.full_report import MOST, full_html
        from collabnet.reports.tables import tables_of

        found = tables_of(assessment, audience)
        if ending != ".pdf":
            return encoded(full_html(released, found))
        from collabnet.reports.pdf import pdf_bytes

        return pdf_bytes(full_html(released, found, paper=paper, most=MOST))
    if ending == ".pdf":
        from collabnet.reports.pdf import brief_pdf

        return brief_pdf(released, paper=paper)
    from collabnet.reports.brief import brief_html

    return encoded(brief_html(released))


def what_of(ending: str, kind: str) -> str:
    """Name what a report is, as the disclosure log has it.

    Examples
    --------
    >>> what_of(".pdf", "full"), what_of(".xlsx", "brief")
    ('full report', 'tables')
    """
    if ending in TABLES:
        return "tables"
    return "full report" if kind == "full" else "brief"


def check_report(name: str, ending: str, kind: str, paper: str) -> None:
    """Refuse a report that can't be made.

    Raises
    ------
    CollabnetError
        If there is no such kind, paper or ending, or the tables are asked for as a full report.
    """
    if ending not in (*PAGES, *TABLES):
        raise CollabnetError(
            f"A report is written as .html, .pdf, .xlsx or .zip; got {name}. Choose .html or .pdf "
            "for pages, .xlsx or .zip (a CSV each) for the tables."
        )
    for said, given, known in (("kind", kind, KINDS), ("paper", paper, PAPERS)):
        if given not in known:
            raise CollabnetError(
                f"The {said} of a report is {' or '.join(known)}; got {given!r}. Choose one of "
                "them."
            )
    if kind == "full" and ending in TABLES:
        raise CollabnetError(
            f"The full report is pages, .html or .pdf; got {name}. Leave kind out: a file that "
            f"ends in {ending} holds every table."
        )


def _of_tables(ending: str) -> Callable[..., bytes]:
    if ending == ".xlsx":
        from collabnet.reports.workbook import workbook_bytes

        return workbook_bytes
    from collabnet.reports.csv_zip import zip_bytes

    return zip_bytes
