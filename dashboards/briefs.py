"""The brief, the full report and the tables to print or to save: for partners unless asked."""

from importlib.util import find_spec

from dash import Dash
from flask import Response, request

from collabnet.model.installing import install_command
from collabnet.reports.hand_on import hand_on
from collabnet.reports.made import report_bytes, what_of
from collabnet.sharing import AUDIENCES, Audience

from .desk import Desk
from .state.address import Address

PATH = "/brief"
WAYS = (
    ("The brief, for partners", ""),
    ("Save the brief as a file", "&save=html"),
    ("Save the brief as PDF", "&save=pdf"),
    ("The brief, for the public", "&audience=public"),
    ("The full report, for partners", "&kind=full"),
    ("Save every table: XLSX", "&save=xlsx"),
    ("The brief with names: internal", "&audience=internal"),
)
TYPES = {
    "html": "text/html",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def has_pdf() -> bool:
    """Tell whether PDFs can be made here, as far as is seen without loading what makes them."""
    return find_spec("weasyprint") is not None


def no_pdf() -> str:
    """Say what is needed to make PDFs here, and how to do without."""
    return (
        "To save as PDF, print the brief, and choose PDF as the printer. Or add what is missing, "
        f"in a terminal, and start collabnet again: {install_command('pdf')}"
    )


def ways(key: str, *, pdf: bool = True) -> list[tuple[str, str]]:
    """List the ways to the brief of a coalition: words and addresses.

    Parameters
    ----------
    pdf : whether PDFs can be made here

    Examples
    --------
    >>> ways("site_b", pdf=False)[1:3]
    [('Save the brief as a file', '/brief?c=site_b&save=html'),
     ('The brief, for the public', '/brief?c=site_b&audience=public')]
    """
    known = [(words, more) for words, more in WAYS if pdf or more != "&save=pdf"]
    return [(words, f"{PATH}?c={key}{more}") for words, more in known]


def register(app: Dash, desk: Desk) -> None:
    """Answer with what the address asks for of the coalition that it names."""

    def brief() -> Response:
        asked = Address.parse("", request.query_string.decode("ascii", "replace"))
        named = asked.args.get("audience")
        audience: Audience = next((one for one in AUDIENCES if one == named), "partner")
        kind = "full" if asked.args.get("kind") == "full" else "brief"
        save = asked.args.get("save", "")
        ending = save if save in TYPES else "html"
        what = what_of(f".{ending}", kind)
        opened, _ = desk.open(asked.coalition or desk.coalitions.start)
        assessment = desk.assessed(**opened)
        data = report_bytes(assessment, f".{ending}", audience, kind=kind)
        hand_on(
            data, None, assessment=assessment, audience=audience, what=what, ending=f".{ending}"
        )
        answer = Response(data, mimetype=TYPES[ending])
        if save in TYPES:
            name = f"{what.replace(' ', '-')}-{audience}.{ending}"
            answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return answer

    app.server.add_url_rule(PATH, "brief", brief)
