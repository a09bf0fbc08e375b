"""What the rules ask of a pathway: plain yes or no, at the worse end of every range."""

from collections.abc import Callable
from dataclasses import dataclass

from collabnet.risk.blanks import has_blanks
from collabnet.risk.continuity import Outcome, outcome, worst_departure
from collabnet.risk.pathways import Pathway

MOST_OF_AGENCY = 0.5
"""A pathway with at least this share of what its sending agency refers is a main one,"""
MONTHLY = 12
"""if it has so many referrals a year."""
FEW = 3
"""So many people, or fewer, are few."""
FEW_CARRY = 0.8
"""A few carry it if the first three have at least this share."""
NAMED_TOO_FEW = 0.5
"""Below this share of rows that name somebody it isn't known who carries a pathway."""


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
        return _of_all_or_standing(self.pathway, _ends_by_one)

    @property
    def few_in_all(self) -> bool:
        """Three people or fewer in all stand on one side, and no position or group."""
        return _of_all_or_standing(self.pathway, _few_in_all)

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


def _of_all_or_standing(pathway: Pathway, holds: Callable[[Pathway], bool]) -> bool:
    """Whether it holds of all rows, or of those that still stand, if any is known to."""
    if holds(pathway):
        return True
    standing = pathway.standing
    return standing is None or (standing is not pathway and holds(standing))


def _ends_by_one(pathway: Pathway) -> bool:
    """One person may stop every row; somebody of both agencies may stand behind any blank."""
    return pathway.rests_on_one or len(pathway.rows) in _by_both(pathway)


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
