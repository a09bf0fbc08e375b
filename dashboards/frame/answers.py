"""Keep what was answered to a view: whoever asks for the same view gets the same words.

A page is drawn from its address and the files as they were at a stamp; nothing else. So the answer
is kept as it was sent, for all who ask, and a page that somebody has seen costs next to nothing.
What is kept stays in memory, is told only for files that are still as they were, and goes when
others are asked for more. Callbacks that begin work, write, or read what isn't part of the stamp
(kept what-ifs, uploads) are never kept: those that are kept are listed here.
"""

from collections.abc import Mapping
from typing import Any

from dash import Dash
from flask import Response, request

from .. import ids
from ..desk import Desk
from ..desk.kept import Kept

ASKED = "/_dash-update-component"
VIEWS = frozenset(
    {
        ids.title("overview"),
        ids.OVERVIEW_REST,
        ids.title("links"),
        ids.title("agencies"),
        ids.title("coverage"),
        ids.title("what-if"),
    }
)
"""The first output of each callback that is kept."""
MOST = 128


def register(app: Dash, desk: Desk) -> None:
    """Stand before the callbacks; ask them only for what isn't kept."""
    answer = app.server.view_functions[ASKED]

    def made(_: bytes) -> bytes:
        return bytes(answer().get_data())

    kept: Kept[bytes, bytes] = Kept(made, most=MOST)

    def answer_or_keep() -> Response:
        shown = view_asked(request.get_json(silent=True))
        if shown is None:
            found: Response = answer()
            return found
        desk.look(shown)  # refused where the files have changed since
        # The whole question is the key: the address, the stamp, what the page says of itself.
        return Response(kept(request.get_data()), mimetype="application/json")

    app.server.view_functions[ASKED] = answer_or_keep


def view_asked(asked: Any) -> object | None:  # noqa: ANN401 - whatever a browser sends
    """Give the view that a question asks for; None where its answer isn't one to keep.

    Examples
    --------
    >>> view_asked({
    ...     "output": "..links-title.children...links-lead.children..",
    ...     "inputs": [{"id": "links-shown", "property": "data", "value": {"path": "/links"}}],
    ... })
    {'path': '/links'}
    """
    match asked:
        case {"output": str(output), "inputs": [{"value": Mapping() as shown}, *_]}:
            return shown if output.lstrip(".").partition(".")[0] in VIEWS else None
    return None
