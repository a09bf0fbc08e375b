"""The comparison as a page to print or to save: for partners unless asked."""

from collections.abc import Callable

from dash import Dash, html
from dash.development.base_component import Component
from flask import Response, request

from collabnet.reports.compared import Compared, compared_text, hand_on_compared
from collabnet.sharing import Audience

from ...desk import Desk
from ...state.address import Address
from ..pieces import panel

NAME = "compare"
WITH = "with"
PATH = "/comparison"
WAYS = (
    ("The comparison, for partners", ""),
    ("Save it as a file", "&save=html"),
    ("With names: internal", "&audience=internal"),
)


def ways(key: str, other: str) -> list[tuple[str, str]]:
    """List the ways to what is compared: words and addresses.

    Examples
    --------
    >>> ways("site_a", "site_b")[0]
    ('The comparison, for partners', '/comparison?c=site_a&with=site_b')
    """
    beside = f"&{WITH}={other}" if other else ""
    return [(words, f"{PATH}?c={key}{beside}{more}") for words, more in WAYS]


def panel_of(key: str, other: str) -> Component:
    """Lay out the ways, each in a tab of its own."""
    links = [
        html.Li(html.A(words, href=way, target="_blank", rel="noopener"))
        for words, way in ways(key, other)
    ]
    hint = "A page that stands alone, to print or to pass on. What is passed on is written down."
    return panel(
        "compare-save",
        "Print or save",
        [html.P(hint, className="cn-hint"), html.Ul(links, className="cn-links")],
    )


def register(app: Dash, desk: Desk, saved: Callable[[str, str, str], Compared]) -> None:
    """Answer with the page that the address asks for.

    Parameters
    ----------
    saved : gives what is compared, from the key and the stamp of one coalition and the other's key
    """

    def comparison() -> Response:
        asked = Address.parse("", request.query_string.decode("ascii", "replace"))
        audience: Audience = "internal" if asked.args.get("audience") == "internal" else "partner"
        opened, _ = desk.open(asked.coalition or desk.coalitions.start)
        found = saved(opened["key"], opened["stamp"], asked.args.get(WITH, ""))
        text = compared_text(found, "html", audience)
        hand_on_compared(found, text, None, audience=audience, form="html")
        answer = Response(text, mimetype="text/html")
        if asked.args.get("save") == "html":
            answer.headers["Content-Disposition"] = (
                f'attachment; filename="comparison-{audience}.html"'
            )
        return answer

    app.server.add_url_rule(PATH, "comparison", comparison)
