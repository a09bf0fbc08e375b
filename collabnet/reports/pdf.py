"""Pages as PDF, through WeasyPrint: tagged for screen readers, the same bytes each time."""

import logging
from typing import TYPE_CHECKING, Any

from collabnet.model.errors import CollabnetError
from collabnet.model.installing import install_command
from collabnet.reports.brief import ROOMY, SMALL, TIGHT, brief_html
from collabnet.sharing import Released

if TYPE_CHECKING:
    from weasyprint import Document

PAGES = 2
LIBRARIES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


def brief_pdf(released: Released, *, paper: str = "letter") -> bytes:
    """Write the brief as PDF: letters get smaller until it fits two pages.

    Parameters
    ----------
    paper : "letter" or "a4"

    Raises
    ------
    CollabnetError
        If WeasyPrint, a library it needs or every font is missing.
    """
    made = _pages(brief_html(released, paper=paper))
    for size in (ROOMY, TIGHT, SMALL):
        if len(made.pages) <= PAGES:
            break
        made = _pages(brief_html(released, paper=paper, size=size))
    return _bytes(made)


def pdf_bytes(html: str) -> bytes:
    """Write a page that stands alone as PDF.

    Raises
    ------
    CollabnetError
        If WeasyPrint, a library it needs or every font is missing.
    """
    return _bytes(_pages(html))


def _pages(html: str) -> "Document":
    weasyprint = _weasyprint()
    nothing = weasyprint.urls.URLFetcher(allowed_protocols=())  # whatever a page asks for
    return weasyprint.HTML(string=html, url_fetcher=nothing).render(pdf_variant="pdf/ua-1")


def _bytes(made: "Document") -> bytes:
    # No day and no identifier is set: the same page gives the same bytes.
    data: bytes = made.write_pdf(pdf_variant="pdf/ua-1")
    if not made.fonts:  # known once it is written
        raise CollabnetError(
            "A PDF needs a font, and this computer has none. Install one, such as DejaVu (on "
            "Debian and Ubuntu the package fonts-dejavu), or save as HTML and print it elsewhere."
        )
    return data


def _weasyprint() -> Any:  # noqa: ANN401 - a module without types
    try:
        import weasyprint
    except ImportError as error:
        raise CollabnetError(
            "A PDF needs WeasyPrint, which isn't installed. Install it: "
            f"{install_command('pdf')}; or save as HTML and print that."
        ) from error
    except OSError as error:  # the package is there, a library of the system is not
        raise CollabnetError(
            "A PDF needs Pango, a library for text that isn't on this computer. On Debian and "
            f"Ubuntu: sudo apt-get install {LIBRARIES}; on a Mac: brew install pango; on Windows "
            "install MSYS2 with pango. Or save as HTML and print that."
        ) from error
    # It tells of style sheets' rules that it skips: nothing a user can do about.
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    return weasyprint
