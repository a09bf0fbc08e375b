"""The one table from figures to severity. The first rule that fits a subject decides."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from collabnet.risk.blanks import has_blanks
from collabnet.risk.contacts import PairContacts
from collabnet.risk.continuity import Outcome, outcome, worst_departure
from collabnet.risk.pathways import THIN, Pathway

Severity = Literal["critical", "high", "moderate", "note", "ask"]
SEVERITIES: tuple[Severity, ...] = ("critical", "high", "moderate", "note", "ask")
MOST_OF_AGENCY = 0.5
MONTHLY = 12
FEW = 3
FEW_CARRY = 0.8
NAMED_TOO_FEW = 0.5

T = TypeVar("T")


@dataclass(frozen=True)
class Rule(Generic[T]):
    """One line of the table: a severity, a name, and when it holds."""

    name: str
    severity: Severity
    when: str
    holds: Callable[[T], bool]


@dataclass(frozen=True)
class PathwayFacts:
    """What the rules ask of a pathway; every figure at the worse end of its range."""

    pathway: Pathway
    agency_share: float

    @property
    def none_formal(self) -> bool:
        """No row is known to be formal."""
        return self.pathway.basis["formal"] == 0

    @property
    def ends_by_one(self) -> bool:
        """One departure, on either side, would stop every row, or every row that still stands."""
        standing = self.pathway.standing
        return standing is None or _ends_by_one(self.pathway) or _ends_by_one(standing)

    @property
    def few_in_all(self) -> bool:
        """Three people or fewer in all stand on one side, and no position or group."""
        standing = self.pathway.standing
        return standing is None or _few_in_all(self.pathway) or _few_in_all(standing)

    @property
    def few_carry(self) -> bool:
        """The first three people on the sending side carry 80 % or more."""
        worst = self.pathway.sending.worst
        return self.pathway.is_log and worst is not None and worst.first_three_share >= FEW_CARRY

    @property
    def is_main(self) -> bool:
        """At least half of what the sending agency refers, and twelve a year."""
        pathway = self.pathway
        if pathway.n is None:
            return False
        return self.agency_share >= MOST_OF_AGENCY and pathway.a_year(pathway.n) >= MONTHLY

    @property
    def loses_part(self) -> bool:
        """One departure would take more than a quarter of it for good."""
        return self.pathway.is_log and _most_lost(self.pathway) in ("lost", "reduced")

    @property
    def all_lost(self) -> bool:
        """One departure would take all of it for good."""
        return _most_lost(self.pathway) == "lost"

    @property
    def is_ranked(self) -> bool:
        """Not thin, or marked vital by the user."""
        return not self.pathway.is_thin or self.pathway.is_vital


def _ends_by_one(pathway: Pathway) -> bool:
    """One person may stop every row; somebody of both agencies may stand behind any blank."""
    return pathway.cut_worst.size == 1 or len(pathway.rows) in _by_both(pathway)


def _few_in_all(pathway: Pathway) -> bool:
    for side in (pathway.sending, pathway.receiving):
        only_people = len(side.people) == len(side.counts)
        if only_people and max(1, len(side.people)) <= FEW:
            return True
    return False


def _most_lost(pathway: Pathway) -> Outcome | None:
    """What the worst departure makes of it, whoever stands behind the blanks."""
    worst = worst_departure(pathway)
    if worst is None or worst.interrupted:
        return worst.outcome if worst else None
    return outcome(max([worst.lost_high, *_by_both(pathway)]), 0, worst.of)


def _by_both(pathway: Pathway) -> list[int]:
    """Rows that each person of both agencies carries, or may carry where nobody is named."""
    if not pathway.both:
        return []
    return [
        sum(person in row.people or has_blanks((row,)) for row in pathway.rows)
        for person in sorted(pathway.both)
    ]


PATHWAY_RULES: tuple[Rule[PathwayFacts], ...] = (
    Rule(
        "main pathway on a few people",
        "critical",
        "at least half of the sending agency's referrals and 12 a year, no row known formal, and "
        "one departure on either side, or three people or fewer in all on one side, would end it",
        lambda f: f.is_ranked and f.is_main and f.none_formal and (f.ends_by_one or f.few_in_all),
    ),
    Rule(
        "pathway on one person",
        "high",
        "one departure on either side would end it, and no row is known formal, or its agreement "
        "doesn't name the position, so that all of it is lost for good",
        lambda f: f.is_ranked and f.ends_by_one and (f.none_formal or f.all_lost),
    ),
    Rule(
        "pathway on one post",
        "moderate",
        "some or all of it is formal; one departure stops every row until the post is filled",
        lambda f: f.is_ranked and f.ends_by_one,
    ),
    Rule(
        "pathway on a few people",
        "moderate",
        "not all of it would pass to a successor, and three people or fewer in all on one side, "
        "or the first three carry 80 % or more, or one departure takes more than a quarter of it "
        "for good",
        lambda f: (
            f.is_ranked
            and any(row.basis.passes != "yes" for row in f.pathway.rows)
            and (f.few_in_all or f.few_carry or f.loses_part)
        ),
    ),
    Rule(
        "a few people carry it, on paper",
        "note",
        "all of it would pass to a successor, and the first three carry 80 % or more",
        lambda f: f.is_ranked and f.few_carry,
    ),
    Rule(
        "not known who carries it",
        "ask",
        "fewer than half of the rows name somebody on one side",
        lambda f: f.is_ranked and f.pathway.is_log and f.pathway.named_share < NAMED_TOO_FEW,
    ),
    Rule(
        "fallen silent",
        "ask",
        "six or more referrals, then a silence that would come about by chance in less than 5 %",
        lambda f: f.is_ranked and f.pathway.is_quiet,
    ),
)

SINGLE_RULES: tuple[Rule[PairContacts], ...] = (
    Rule(
        "single contact, thin",
        "ask",
        "all direct ties are fewer than six rows of the log, and rest on one person on one side",
        lambda c: len(c.usable) < THIN and all(link.file == "referrals.csv" for link in c.usable),
    ),
    Rule(
        "single contact",
        "high",
        "all direct usable ties of two agencies, log rows included, rest on one person on one "
        "side, and no pathway finding says so already",
        lambda _: True,
    ),
)
STRAINED: Severity = "moderate"
GAP: Severity = "moderate"
HUB: Severity = "high"
WEAK_CAP: Severity = "moderate"
"""The most that a finding can be which vanishes without inferred and illustrative rows."""
OUTSIDE_CAP: Severity = "note"
"""The most that a finding can be about an agency outside the coalition."""
TOO_FEW_ANSWERS_CAP: Severity = "note"
"""The most that a finding can be from a survey alone that fewer than half answered."""
TIE_CAP: Severity = "high"

OTHER_RULES = (
    ("strained tie", STRAINED, "somebody describes a tie between two agencies as strained"),
    ("gap", GAP, "somebody says that a tie between two agencies, or inside one, is missing"),
    (
        "hub",
        HUB,
        "a person with formal usable contacts to at least a third of the actors, positions "
        "included, that have a tie of any quality",
    ),
    (
        "weak evidence",
        WEAK_CAP,
        "at most this, if it is gone without inferred and illustrative rows",
    ),
    ("outside", OUTSIDE_CAP, "at most this, for contacts with an agency outside the coalition"),
    (
        "too few answers",
        TOO_FEW_ANSWERS_CAP,
        "at most this, from ties of a survey alone that fewer than half of those asked answered",
    ),
    ("only a tie", TIE_CAP, "at most this, for a pathway that the log doesn't cover"),
    ("thin", "none", "fewer than six referrals: in a table of its own, unless marked vital"),
)


def first_rule(rules: tuple[Rule[T], ...], subject: T) -> Rule[T] | None:
    """The first rule of a table that holds; None if none does."""
    return next((rule for rule in rules if rule.holds(subject)), None)


def at_most(severity: Severity, cap: Severity) -> Severity:
    """The weaker of two severities."""
    return SEVERITIES[max(SEVERITIES.index(severity), SEVERITIES.index(cap))]


def worst_of(severities: list[Severity]) -> Severity:
    """The strongest of some severities."""
    return SEVERITIES[min(SEVERITIES.index(one) for one in severities)]
