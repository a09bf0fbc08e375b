"""One finding: a link, how bad, one sentence, its numbers, rows, evidence and remedy."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from collabnet.risk.intervals import unseen_share
from collabnet.risk.rules import SEVERITIES, Severity
from collabnet.risk.wording import share

Kind = Literal["pathway", "contacts", "gaps", "hub"]
TOO_FEW = 6
NOT_ASSESSED = "not assessed yet"
TOO_FEW_TO_TELL = "too few to tell"


@dataclass(frozen=True)
class Finding:
    """What the coalition should know about one link.

    Attributes
    ----------
    kind : what it is about; with the subjects it makes the id, which is stable over runs
    severity : by the one rule table; ``rule`` names the line that decided
    subjects : ids of the agencies, or of the person for a hub
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
    sure: "Sure"
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


@dataclass(frozen=True)
class Sure:
    """How sure a finding is.

    ``level`` is "too few to tell" below six named rows, else "not assessed yet": the worlds in
    which the missing answer otherwise are not drawn. ``unseen_share_up_to`` is the share that
    a carrier whom no named row shows could still have; None where no rows are counted.
    """

    level: str
    n_named: int | None = None
    unseen_share_up_to: float | None = None
    notes: tuple[str, ...] = field(default=())

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "level": self.level,
            "n_named": self.n_named,
            "unseen_share_up_to": self.unseen_share_up_to,
            "notes": list(self.notes),
            "text": self.text,
        }

    @property
    def text(self) -> str:
        """What a reader should know, in sentences."""
        said = [f"How sure: {self.level}."]
        if self.n_named:
            rows = "row names" if self.n_named == 1 else "rows name"
            said.append(
                f"{self.n_named} {rows} who was there; somebody not seen in them could still "
                f"carry up to {share(self.unseen_share_up_to or 0.0)}."
            )
        return " ".join([*said, *self.notes])


def sure_of_rows(n_named: int, notes: Sequence[str] = ()) -> Sure:
    """How sure a claim is that rests on so many named rows."""
    level = TOO_FEW_TO_TELL if n_named < TOO_FEW else NOT_ASSESSED
    return Sure(level, n_named, unseen_share(n_named), tuple(notes))


def sure_of_reports(notes: Sequence[str] = ()) -> Sure:
    """How sure a claim is that rests on what people told."""
    return Sure(NOT_ASSESSED, notes=tuple(notes))


def ranked(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Order findings: severity, then rows a year the worst departure stops, then id."""
    key = {severity: place for place, severity in enumerate(SEVERITIES)}
    return tuple(sorted(findings, key=lambda f: (key[f.severity], -f.rows_a_year, f.id)))
