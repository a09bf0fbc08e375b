"""Panel: the headline pair as two large figures, with the figures after a what-if beside them."""

from collections.abc import Sequence

from dash import Dash, Input, Output, State, html
from dash.development.base_component import Component

from collabnet.sharing import Released, ReleasedWhatIf

from .. import ids
from ..asked import Plain, read_changes
from ..desk import Desk, Opened

HINTS = (
    "Of all referrals in the log, by the one departure that takes the most along.",
    "Of all referrals in the log, by an agreement that is in use.",
)


def layout() -> Component:
    """Lay the panel out, empty."""
    return html.Div(id=ids.HEADLINE, className="cn-headline")


def figures(released: Released, tried: ReleasedWhatIf | None) -> list[Component]:
    """Give the two figures; with a what-if, what becomes of them."""
    after = tried.headline_after if tried else released.headline
    return [
        _figure(words, hint, before, now, changes=tried is not None)
        for (words, before), hint, (_, now) in zip(released.headline, HINTS, after, strict=True)
    ]


def _figure(words: str, hint: str, before: str, after: str, *, changes: bool) -> Component:
    value, note = split_value(before)
    said: list[Component] = [html.P([_big(value)], className="cn-figure-value")]
    said.append(html.P(words, className="cn-figure-words"))
    remark = f"{note[:1].upper()}{note[1:]}." if note else ""
    said.append(html.P(f"{hint} {remark}".strip(), className="cn-small"))
    if changes:
        now, note = split_value(after)
        text = "not changed" if after == before else now
        line = [html.Span("After the change: "), html.Strong(text)]
        if note and after != before:
            line.append(html.Span(f" ({note})"))
        said.append(html.P(line, className="cn-figure-after"))
    return html.Div(said, className="cn-figure")


def split_value(value: str) -> tuple[str, str]:
    """Split a value from the remark in brackets behind it.

    Examples
    --------
    >>> split_value("0 to 6 of 59 (not known what is on paper)")
    ('0 to 6 of 59', 'not known what is on paper')
    """
    figure, _, note = value.partition(" (")
    return figure, note.removesuffix(")")


def _big(value: str) -> Component:
    """Set the number large and what it is out of smaller."""
    number, of, whole = value.rpartition(" of ")
    if not of:
        return html.Span(value, className="cn-figure-number")
    return html.Span(
        [html.Span(number, className="cn-figure-number"), html.Span(f" of {whole}")],
    )


def register(app: Dash, desk: Desk) -> None:
    """Renew the figures when the coalition or what is tried changes."""

    @app.callback(
        Output(ids.HEADLINE, "children"), Input(ids.TRIED, "data"), State(ids.OPENED, "data")
    )
    def _(tried: Sequence[Plain], opened: Opened | None) -> list[Component]:
        if opened is None:
            return []
        return figures(desk.released(opened), desk.tried(opened, read_changes(tried)))
