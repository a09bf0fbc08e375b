"""How the link of a finding stands, and whether two days can be compared at all."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Literal, get_args

from collabnet.model import Coalition, Period
from collabnet.risk.assessment import Assessment
from collabnet.risk.finding import Finding
from collabnet.risk.pathways import THIN
from collabnet.risk.rules import SEVERITIES

Then = Literal["need another way", "wait for a successor", "stop"]
THENS: tuple[Then, ...] = get_args(Then)
"""What referrals would do if one person left; "stop" where some are lost and others wait."""
GONE = "resolved"
"""What stands for the severity of a finding that there isn't any more."""
NOT_TOLD = "not told"
"""What stands for it where too little is recorded of the link now."""
NO_SUBJECT = "not there"
"""What stands for it where the agency or the person of the link isn't in the files any more."""
KNOWN_SEVERITIES = frozenset({*SEVERITIES, GONE, NOT_TOLD, NO_SUBJECT})
BETWEEN_AGENCIES = ("pathway", "contacts", "gaps")


@dataclass(frozen=True)
class Standing:
    """How a finding stands: its severity, what a departure would stop, and what is recorded.

    Attributes
    ----------
    severity : critical, high, moderate, note, ask; "resolved" where the finding is gone and its
        link is still well recorded; "not told" where too little of it is; "not there" where its
        agency or person isn't in the files any more
    a_year : referrals a year that the worst single departure stops; 0 or more
    then : what they would do: need another way, wait for a successor, or stop (some of both)
    rows : referrals in the log along a pathway; rows of the files about anything else; None where
        that wasn't written down
    period : that the log covered; None where there is none
    """

    severity: str
    a_year: float = 0.0
    then: Then = "stop"
    rows: int | None = None
    period: Period | None = None

    def __str__(self) -> str:
        if not self.a_year:
            return self.severity
        much = f"{self.a_year:g} referrals a year"
        return f"{self.severity}, {much} would {self.then} if one person left"

    @property
    def _shown(self) -> tuple[str, float, str]:
        return self.severity, self.a_year, self.then

    def is_like(self, other: "Standing") -> bool:
        """Whether both say the same of the link, however much of it is recorded."""
        return self._shown == other._shown

    def beside(self, before: "Standing") -> "Standing":
        """Give it as it can be told beside how it stood before: "not told" where it can't be.

        Fewer than half of the rows that there were, for the same time, tell nothing of a link:
        data may be missing.
        """
        if self.severity == NO_SUBJECT or not before.rows or self.rows is None:
            return self
        now, then = float(self.rows), float(before.rows)
        if self.period and before.period:
            now, then = now * before.period.months, then * self.period.months
        return replace(self, severity=NOT_TOLD, a_year=0.0, then="stop") if 2 * now < then else self


def standing_of(assessment: Assessment, finding: str, before: Standing | None = None) -> Standing:
    """Tell how a finding stands in an assessment, as far as it can be told beside an earlier day.

    A finding that another one tells of the same link takes that one's severity: of a service what
    is said of all services together, of a single contact what is said of its pathway.

    Parameters
    ----------
    finding : its id, as `Assessment.findings` has it
    before : how it stood on an earlier day

    Examples
    --------
    >>> import collabnet as cn
    >>> site_b = cn.assess(cn.load("sample:site_b"))
    >>> str(standing_of(site_b, "pathway:court_b:residential_program"))
    'critical, 48 referrals a year would need another way if one person left'
    >>> standing_of(site_b, "pathway:nobody:nowhere").severity
    'not there'
    """
    kind, _, subjects = finding.partition(":")
    rows, period = _rows(assessment, kind, subjects), assessment.coalition.period
    told = {one.id: one for one in assessment.judged}
    is_single = before is not None and before.a_year > 0
    for id_ in (finding, *_tells_too(kind, subjects, assessment, is_single=is_single)):
        if id_ in told:
            one = told[id_]
            a_year = round(one.rows_a_year, 1)
            then = _then(one) if a_year else "stop"
            found = Standing(one.severity, a_year, then, rows or 0, period)
            return found.beside(before) if before else found
    was_thin = before is not None and 0 < (before.rows or 0) < THIN  # ranked all the same: vital
    severity = GONE
    if not _is_there(assessment.coalition, kind, subjects):
        severity = NO_SUBJECT
    elif rows is None or (kind == "pathway" and 0 < rows < THIN and not was_thin):
        severity = NOT_TOLD
    found = Standing(severity, rows=rows or 0, period=period)
    return found.beside(before) if before else found


def _then(one: Finding) -> Then:
    lost = one.numbers.get("worst_departure_lost")
    if lost is None or (lost[1] and one.numbers["worst_departure_interrupted"]):
        return "stop"
    return "need another way" if lost[1] else "wait for a successor"


def _tells_too(
    kind: str, subjects: str, assessment: Assessment, *, is_single: bool
) -> Iterator[str]:
    """Ids of the findings that would tell the same of the link in place of this one.

    A single contact isn't told again where a pathway's finding tells it; strain and gaps are.
    """
    single = {":".join(one.pair) for one in assessment.all_contacts if one.single}
    for path in assessment.all_pathways:
        whole = ":".join(path.pair)
        if kind == "pathway" and path.service and subjects == f"{whole}:{path.service}":
            yield f"pathway:{whole}"
        is_same = subjects in (whole, ":".join(path.pair[::-1])) and subjects in single
        if kind == "contacts" and is_single and is_same:
            yield f"pathway:{whole}"


def _rows(assessment: Assessment, kind: str, subjects: str) -> int | None:
    """How much is recorded of what a finding is about: of a pathway 0 where only ties speak of it.

    None where nothing is.
    """
    coalition = assessment.coalition
    if kind == "pathway":
        ways = {
            ":".join((*one.pair, *filter(None, [one.service]))): one.n or 0
            for one in assessment.all_pathways
        }
        return ways.get(subjects)
    if kind in BETWEEN_AGENCIES:
        pairs = {":".join(one.pair): len(one.links) for one in assessment.all_contacts}
        return pairs.get(subjects if kind == "contacts" else f"{subjects}:{subjects}")
    if kind == "hub":
        ties = coalition.ties
        return int(((ties["from_id"] == subjects) | (ties["to_id"] == subjects)).sum()) or None
    return int((coalition.agencies["services"] != "").sum()) or None


def _is_there(coalition: Coalition, kind: str, subjects: str) -> bool:
    """Whether the agencies or the person of a finding are in the files still."""
    if kind == "hub":
        return subjects in set(coalition.people["person_id"])
    if kind not in BETWEEN_AGENCIES:
        return True
    known = set(coalition.agencies["agency_id"])
    return subjects in known if kind == "gaps" else _begins_with_two(subjects.split(":"), known)


def _begins_with_two(parts: list[str], known: Collection[str]) -> bool:
    """Whether parts begin with two ids; an id may have a colon in it."""
    ends = range(1, len(parts) + 1)
    return any(
        ":".join(parts[:i]) in known and ":".join(parts[i:j]) in known
        for i in ends
        for j in ends
        if i < j
    )
