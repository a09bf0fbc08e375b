"""One finding: a link, how bad, one sentence, its numbers, rows, evidence and remedy."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from collabnet.risk.rules import SEVERITIES, Kind, Severity
from collabnet.risk.sure import Sure


@dataclass(frozen=True)
class Finding:
    """What the coalition should know about one link.

    Attributes
    ----------
    kind : what it is about; with the subjects it makes the id, which is stable over runs
    severity : by the one rule table; ``rule`` names the line that decided
    subjects : ids of the agencies, or of the person for a hub; for coverage the service, or
        "response team"
    people : ids of the people concerned, alphabetical: shown when the finding is opened
    sentence : one plain account
    numbers : what the sentence is made of
    rows : file and row of each row it stands on
    sources, statuses : log, survey or coding; statuses of evidence
    sure : how sure it is
    remedy : what would help
    rows_a_year : rows that the worst single departure stops, for the ranking
    """

    kind: Kind
    severity: Severity
    rule: str
    subjects: tuple[str, ...]
    people: tuple[str, ...]
    sentence: str
    numbers: Mapping[str, Any]
    rows: tuple[tuple[str, int], ...]
    sources: tuple[str, ...]
    statuses: tuple[str, ...]
    sure: Sure
    remedy: str
    rows_a_year: float = 0.0

    @property
    def id(self) -> str:
        """kind:subject:subject, the same in every run."""
        return ":".join((self.kind, *self.subjects))

    def to_dict(self) -> dict[str, Any]:
        """Plain values, as the JSON of an assessment holds them."""
        return {
            "id": self.id,
            "kind": self.kind,
            "severity": self.severity,
            "subjects": list(self.subjects),
            "people": list(self.people),
            "sentence": self.sentence,
            "numbers": dict(self.numbers),
            "rows": [{"file": file, "row": row} for file, row in self.rows],
            "rests_on": {"sources": list(self.sources), "statuses": list(self.statuses)},
            "sure": self.sure.to_dict(),
            "remedy": self.remedy,
            "rule": self.rule,
        }


def ranked(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Order findings: severity, then rows a year the worst departure stops, then id."""
    key = {severity: place for place, severity in enumerate(SEVERITIES)}
    return tuple(sorted(findings, key=lambda f: (key[f.severity], -f.rows_a_year, f.id)))
