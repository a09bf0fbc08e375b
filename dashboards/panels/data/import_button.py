"""The buttons of an import: what each does stands in its id."""

from dash import html
from dash.development.base_component import Component

from ... import ids


def button(
    words: str, do: str, at: object = 0, *, about: str = "", is_first: bool = False
) -> html.Button:
    """Make a button; ``at`` says to which it does it, ``about`` is read out after the words."""
    said: list[Component | str] = [words]
    if about:
        said.append(html.Span(f" {about}", className="cn-sr-only"))
    return html.Button(
        said,
        id=ids.import_do(do, at),
        type="button",
        className="cn-button cn-first" if is_first else "cn-button",
    )
