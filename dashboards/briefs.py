"""The brief as a page of its own, to print or to save: for partners unless asked otherwise."""

from dash import Dash
from flask import Response, request

from collabnet.reports.brief import brief_html
from collabnet.sharing import release

from .desk import Desk
from .state.address import Address

PATH = "/brief"
WAYS = (
    ("The brief, for partners", ""),
    ("Save the brief as a file", "&save=yes"),
    ("The brief with names: internal", "&audience=internal"),
)


def ways(key: str) -> list[tuple[str, str]]:
    """List the ways to the brief of a coalition: words and addresses.

    Examples
    --------
    >>> ways("site_b")[1]
    ('Save the brief as a file', '/brief?c=site_b&save=yes')
    """
    return [(words, f"{PATH}?c={key}{more}") for words, more in WAYS]


def register(app: Dash, desk: Desk) -> None:
    """Answer with the brief of the coalition that the address names."""

    def brief() -> Response:
        asked = Address.parse("", request.query_string.decode("ascii", "replace"))
        audience = "internal" if asked.args.get("audience") == "internal" else "partner"
        opened, _ = desk.open(asked.coalition or desk.coalitions.start)
        html = brief_html(release(desk.assessed(**opened), audience))
        answer = Response(html, mimetype="text/html")
        if asked.args.get("save") == "yes":
            answer.headers["Content-Disposition"] = f'attachment; filename="brief-{audience}.html"'
        return answer

    app.server.add_url_rule(PATH, "brief", brief)
