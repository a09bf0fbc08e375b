"""The ways to begin: a sample, the template, one's own files."""

from dash import html
from dash.development.base_component import Component

from collabnet.data.samples import Sample, list_samples

from ... import ids
from ...templates import FOLDER, WORKBOOK
from ..pieces import panel

LEAD = (
    "Between your agencies, referrals travel on working links. Some rest on a written agreement, "
    "many on one person. collabnet shows which links would be lost if somebody left, why, and "
    "what would help. Nothing leaves this computer."
)


def layout() -> list[Component]:
    """Lay out the ways to begin."""
    samples = html.Ul([_card(one) for one in ordered(list_samples())], className="cn-samples")
    own = [
        html.P(
            "Your survey and your referral log, as Excel or CSV, or as your survey platform "
            "exports them. You see what is read before anything is written."
        ),
        html.A("Bring in your own files", href="/data?part=import", className="cn-button cn-first"),
    ]
    template = [
        html.P(
            "Nothing written down yet? Fill in the template: agencies, people, and the referrals "
            "between them. Each column says what belongs into it."
        ),
        html.Div(
            [
                html.A(
                    "Download the template (Excel)", href=WORKBOOK, download="", className=BUTTON
                ),
                html.A("Download it as CSV files", href=FOLDER, download="", className=BUTTON),
            ],
            className="cn-buttons",
        ),
    ]
    return [
        html.P(LEAD, className="cn-lead"),
        html.Div(
            [
                panel("start-own", "Bring your own files", own),
                panel("start-template", "Start from the template", template),
            ],
            className="cn-two",
        ),
        panel(ids.START_SAMPLES, "Try a sample", [html.P(SAMPLES, className="cn-hint"), samples]),
    ]


BUTTON = "cn-button"
SAMPLES = (
    "Site B is a good one to begin with. Each opens in a second. Look at it and try out changes; "
    "nothing in it can be broken. Samples are made up, or written after published studies."
)
_FIRST = ("site_b", "site_a")
"""The samples to look at first: a whole coalition with a survey and a log."""


def ordered(samples: tuple[Sample, ...]) -> list[Sample]:
    """Give the samples, the fullest first."""
    return sorted(
        samples,
        key=lambda one: (_FIRST.index(one.name) if one.name in _FIRST else len(_FIRST), one.title),
    )


def _card(sample: Sample) -> Component:
    return html.Li(
        [
            html.A(sample.title, href=f"/overview?c={sample.name}"),
            html.Span(sample.label, className="cn-label"),
            html.P(sample.about),
        ]
    )
