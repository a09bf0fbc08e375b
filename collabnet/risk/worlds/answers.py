"""Who was heard about their ties, and how likely those who were not have one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from collabnet.model import Coalition
from collabnet.model.records import records
from collabnet.model.sheets import build_sheets
from collabnet.risk.contacts import Link, Pair, PairContacts
from collabnet.risk.worlds.draws import Bools, Floats

PRIOR = 1.0
"""Answers that the coalition's rate weighs, as many as Jeffreys' prior."""


@dataclass(frozen=True)
class Staff:
    """The people of one agency: those who told of their ties, and those not heard."""

    heard: frozenset[str]
    missing: frozenset[str]

    @property
    def heard_share(self) -> float:
        """Share that was heard; 0 where the agency has no people on record."""
        n = len(self.heard) + len(self.missing)
        return len(self.heard) / n if n else 0.0


class Answers:
    """What is known of who was heard, and rates for those who were not.

    Heard is whoever reports a tie, was interviewed or answered a survey, unless the coalition
    says that their ties aren't known (``ties_known`` no).
    """

    def __init__(self, coalition: Coalition, contacts: Sequence[PairContacts]) -> None:
        self._contacts = contacts
        heard = _heard(coalition)
        members: defaultdict[str, set[str]] = defaultdict(set)
        people = coalition.people
        alone = people.loc[people["kind"] != "group", "person_id"]
        for person in set(alone) - coalition.outside:
            for agency in coalition.agencies_of[person]:
                members[agency].add(person)
        self.staff = {
            agency: Staff(frozenset(found & heard), frozenset(found - heard))
            for agency, found in members.items()
        }
        self.is_any_heard = any(one.heard for one in self.staff.values())
        self.is_everybody_heard = not any(one.missing for one in self.staff.values())
        self._agencies = frozenset(coalition.agencies["agency_id"]) - coalition.outside
        log = coalition.referrals
        self._logged = Counter(zip(log["from_agency"], log["to_agency"], strict=True))

    def of(self, agency: str) -> Staff:
        """The people of an agency, by whether they were heard."""
        return self.staff.get(agency, Staff(frozenset(), frozenset()))

    @cached_property
    def _known(self) -> list[tuple[int, int]]:
        """Per agency and other agency with a tie: people heard, those of them who have one."""
        found = []
        for pair in self._contacts:
            if not pair.is_inside and pair.usable:
                for place, agency in enumerate(pair.pair):
                    heard = self.of(agency).heard
                    found.append((len(heard), len(heard & _people(pair.usable, place))))
        return found

    @cached_property
    def rate_of_any(self) -> float:
        """Chance that somebody heard has a usable tie with an agency, whichever."""
        n_heard = sum(len(one.heard) for one in self.staff.values())
        asked = n_heard * max(len(self._agencies) - 1, 1)
        return (sum(k for _, k in self._known) + 0.5) / (asked + 1)

    @cached_property
    def rate_of_another(self) -> float:
        """Chance that somebody heard has a tie where a colleague has one."""
        both = sum(k * (k - 1) for _, k in self._known)
        return (both + 0.5) / (sum(k * (n - 1) for n, k in self._known if k) + 1)

    @cached_property
    def rate_confirmed(self) -> float:
        """Chance that a tie told by one of two people heard is told by the other as well."""
        told: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for pair in self._contacts:
            for link in pair.usable:
                ends = link.at_first.id, link.at_second.id
                told[ends] |= {who.strip() for who in link.reported_by.split(";")} & set(ends)
        heard = frozenset[str]().union(*(one.heard for one in self.staff.values()))
        known = [by for ends, by in told.items() if by and heard.issuperset(ends)]
        return (sum(len(by) == 2 for by in known) + 0.5) / (len(known) + 1)

    @cached_property
    def _n_not_logged(self) -> int:
        """Ordered pairs without a row whose first agency sends something in the log."""
        n_ways = len(self._senders) * (len(self._agencies) - 1)
        return max(n_ways - len(self._logged), 0)

    @cached_property
    def _senders(self) -> frozenset[str]:
        return frozenset(source for source, _ in self._logged)

    @cached_property
    def rate_too_rare(self) -> float:
        """Chance that referrals pass between two agencies, but too rarely for this log.

        From the pathways met once and twice (Chao 1984, Scand. J. Statist. 11, 265-270).
        """
        once, twice = (sum(n == times for n in self._logged.values()) for times in (1, 2))
        n_unseen = once * (once - 1) / (2 * (twice + 1))
        return min(n_unseen / self._n_not_logged, 1.0) if self._n_not_logged else 0.0

    def draw_unlogged(self, draw: np.random.Generator, pair: Pair, n_worlds: int) -> Bools:
        """In which worlds referrals pass between two agencies that this log doesn't show.

        They may be too rare for the log. An agency that sends nothing at all in a log may keep
        none: then it sends to another as often as those do that are in it. Where nobody sends,
        there is no log.
        """
        none: Floats = np.ones(n_worlds)
        for way in (pair, pair[::-1]):
            if not self._senders or way in self._logged or not self._agencies.issuperset(way):
                continue
            if way[0] in self._senders:
                none = none * (1 - self.rate_too_rare)
            else:
                n_ways = len(self._logged)
                none = none * (1 - draw.beta(n_ways + 0.5, self._n_not_logged + 0.5, n_worlds))
        found: Bools = draw.random(n_worlds) >= none
        return found

    def draw_rate(
        self, draw: np.random.Generator, prior: float, n_heard: int, n_with: int, n_worlds: int
    ) -> Floats:
        """Draw the share with a tie: Jeffreys, shrunk to the coalition's rate."""
        yes, no = PRIOR * prior + n_with, PRIOR * (1 - prior) + n_heard - n_with
        return draw.beta(yes, no, n_worlds)

    def untold(self, rate: Floats, other: Staff) -> Floats:
        """The share that is left once nobody heard on the other side tells of a tie."""
        seen = self.rate_confirmed * other.heard_share
        left: Floats = rate * (1 - seen) / (1 - rate * seen)
        return left


def _people(links: Iterable[Link], place: int) -> frozenset[str]:
    ends = ((link.at_first, link.at_second)[place] for link in links)
    return frozenset(end.id for end in ends if end.kind == "person")


def _heard(coalition: Coalition) -> set[str]:
    columns = ("person_id", "interviewed", "ties_known")
    people = list(records(coalition.people, *columns))
    silent = {person for person, _, known in people if known == "no"}
    interviewed = {person for person, asked, _ in people if asked == "yes"}
    return (interviewed | set(_spoke(coalition))) - silent


def _spoke(coalition: Coalition) -> Iterator[str]:
    for (reporters,) in records(coalition.ties, "reported_by"):
        yield from (who.strip() for who in reporters.split(";"))
    for sheet in build_sheets(coalition):
        for actor in sheet.answered:
            yield from sheet.respondents[actor]
