"""Panel: the headline pair as two large figures, with what is tried below them."""

from dash import html
from dash.development.base_component import Component

from collabnet.risk.wording import capital
from collabnet.sharing import Released, ReleasedWhatIf

from ... import ids
from ..define import define

HINTS = (
    "Of all referrals in the log, by the one departure that takes the most along.",
    "Of all referrals in the log, by an agreement that is in use.",
)


def layout() -> Component:
    """Lay the panel out, empty."""
    return html.Div(id=ids.OVERVIEW_FIGURES, className="cn-headline cn-stacked")


def figures(released: Released, tried: ReleasedWhatIf | None) -> list[Component]:
    """Give the two figures; with what is tried, what becomes of them."""
    (_, lost), (_, covered) = released.headline
    if lost == covered and not lost[0].isdigit():  # the same reason for both
        return [html.Div(html.P(f"{capital(lost)}."), className="cn-figure")]
    after = tried.headline_after if tried else released.headline
    return [
        _figure(words, hint, before, now, changes=tried is not None)
        for (words, before), hint, (_, now) in zip(released.headline, HINTS, after, strict=True)
    ]


def _figure(words: str, hint: str, before: str, after: str, *, changes: bool) -> Component:
    value, note = split_value(before)
    remark = f"{capital(note)}." if note else ""
    said: list[Component] = [
        html.P(_big(value), className="cn-figure-value"),
        html.P(define(words), className="cn-figure-words"),
        html.P(f"{hint} {remark}".strip(), className="cn-small"),
    ]
    if changes:
        now, note = split_value(after)
        text = "not changed" if after == before else now
        line = [html.Span("With what is tried: "), html.Strong(text)]
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
    return html.Span([html.Span(number, className="cn-figure-number"), html.Span(f" of {whole}")])
