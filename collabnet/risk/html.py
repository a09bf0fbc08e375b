"""An assessment in a notebook: the headline pair and the findings, as a small table."""

from html import escape
from typing import TYPE_CHECKING

from collabnet.risk.nothing import nothing_found
from collabnet.risk.summary import covered_phrase, lost_phrase
from collabnet.risk.wording import STATUS_WORDS, capital

if TYPE_CHECKING:
    from collabnet.risk.assessment import Assessment
    from collabnet.risk.finding import Finding


def assessment_html(assessment: "Assessment") -> str:
    """Write the findings as HTML; every name is escaped."""
    head, settings = assessment.headline, assessment.coalition.settings
    has_log = len(assessment.coalition.referrals) > 0
    counted = (
        f"Lost for good if one person leaves: <b>{lost_phrase(head)}</b> referrals. "
        f"Covered by an agreement: <b>{covered_phrase(head)}</b>."
        if head.of
        else f"{capital(lost_phrase(head, has_log=has_log))}."
    )
    label = f"<p><em>{escape(settings.label)}</em></p>" if settings.label else ""
    rows = "".join(
        f"<tr><td>{finding.severity}</td><td style='text-align:left'>"
        f"{escape(finding.sentence)}<br><small>{escape(_statuses(finding))}. "
        f"{escape(finding.sure.text)}</small></td></tr>"
        for finding in assessment.found
    )
    findings = (
        "<table><thead><tr><th>Severity</th><th>Finding</th></tr></thead>"
        f"<tbody>{rows}</tbody></table>"
        if rows
        else f"<p>{escape(nothing_found(assessment))}</p>"
    )
    return (
        f"<div><h3>{escape(settings.name)}</h3>{label}<p>Internal: names staff.</p>"
        f"<p>{counted}</p>{findings}</div>"
    )


def _statuses(finding: "Finding") -> str:
    return ", ".join(STATUS_WORDS.get(status, status) for status in finding.statuses)
