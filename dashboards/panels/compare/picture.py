"""A picture that is drawn on the server, shown as it is."""

from base64 import b64encode

from dash import html

LIGHT = "cn-drawn"
"""Pictures are drawn for paper: they keep their light ground in the dark."""


def picture(svg: str, says: str) -> html.Img:
    """Show an SVG; ``says`` is what it shows, for those who don't see it.

    Examples
    --------
    >>> picture("<svg/>", "Nothing.").src
    'data:image/svg+xml;base64,PHN2Zy8+'
    """
    code = b64encode(svg.encode()).decode()
    return html.Img(src=f"data:image/svg+xml;base64,{code}", alt=says, className=LIGHT)
