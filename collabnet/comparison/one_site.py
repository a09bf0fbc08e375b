"""What a comparison needs of each of the two sites, worked out when first asked for."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from math import nan

import numpy as np
from numpy.typing import NDArray

from collabnet.model import Coalition
from collabnet.model.response import FEW
from collabnet.model.specs import is_survey
from collabnet.model.vocabulary import USABLE
from collabnet.risk.assessment import Assessment
from collabnet.risk.carriers import Side, side_of
from collabnet.risk.continuity import Headline, departures, headline
from collabnet.risk.pathways import Pathway
from collabnet.risk.rows import Row
from collabnet.risk.survey import used_responses

CONTACTS = ("contact", "case_report", "team_invitation", "information")
"""Kinds of tie of the contact graph."""
Ties = NDArray[np.bool_]


@dataclass(frozen=True)
class OneSite:
    """A site with its log cut down to the months compared.

    Attributes
    ----------
    name : as it is called in the comparison; the two differ
    whole : as it was given
    """

    name: str
    whole: Coalition
    coalition: Coalition
    seed: int = 0

    @cached_property
    def assessment(self) -> Assessment:
        """The assessment; how sure its findings are isn't tried, for none is shown."""
        return Assessment(self.coalition, seed=self.seed, worlds=0)

    @cached_property
    def agencies(self) -> tuple[str, ...]:
        """Ids of the agencies that aren't outside."""
        outside = self.coalition.outside
        return tuple(one for one in self.coalition.agencies["agency_id"] if one not in outside)

    @cached_property
    def log(self) -> tuple[Row, ...]:
        """The referrals from one agency to another."""
        return tuple(one for one in self.assessment.rows if one.is_log and not one.is_inside)

    @cached_property
    def n_inside(self) -> int:
        """Hand-offs inside an agency: in none of the figures, but counted."""
        return sum(one.is_log for one in self.assessment.rows) - len(self.log)

    @cached_property
    def headline(self) -> Headline:
        """The headline pair of the referrals from one agency to another."""
        return headline(self.log, departures(self.log))

    @cached_property
    def senders(self) -> Side:
        """Who sends, over the whole log."""
        return side_of(row.sender for row in self.log)

    @cached_property
    def receivers(self) -> Side:
        """Who receives, over the whole log."""
        return side_of(row.receiver for row in self.log)

    @cached_property
    def pathways(self) -> dict[tuple[str, str], Pathway]:
        """The pathways of all services together, by their agencies' ids."""
        return {one.pair: one for one in self.assessment.all_pathways if one.service is None}

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Kinds of contact that are on record, strained and absent ones included."""
        return frozenset(self.coalition.ties["kind"]) & set(CONTACTS)

    def contacts(self, kinds: Collection[str]) -> Ties | None:
        """Which agencies have a working contact of some kinds, either way.

        None where none of these kinds is on record: nobody knows, which is not nobody.
        """
        if not self.kinds & set(kinds):
            return None
        ties = self.coalition.ties
        usable = set(ties.loc[ties["quality"].isin(USABLE), "kind"]) & set(kinds)
        if not usable:
            return np.zeros((len(self.agencies),) * 2, dtype=np.bool_)
        network = self.coalition.network("agencies", sorted(usable))
        pairs = zip(network.ties["from_id"], network.ties["to_id"], strict=True)
        one_way = self._matrix(pairs)
        return one_way | one_way.T

    @cached_property
    def links(self) -> Ties | None:
        """Which agency sends referrals to which; None without a log."""
        if not len(self.whole.referrals):
            return None
        return self._matrix((row.from_agency, row.to_agency) for row in self.log)

    def _matrix(self, pairs: Iterable[tuple[str, str]]) -> Ties:
        place = {agency: i for i, agency in enumerate(self.agencies)}
        found = np.zeros((len(place), len(place)), dtype=np.bool_)
        for one, other in pairs:
            if one != other and one in place and other in place:
                found[place[one], place[other]] = True
        return found

    @cached_property
    def has_survey_ties(self) -> bool:
        """Whether any contact is an answer to a survey."""
        return bool(self.coalition.ties["file"].map(is_survey).any())

    @cached_property
    def known_share(self) -> float:
        """Whose contacts are known: the lowest rate of answers, else people whose ties are known.

        NaN where nobody was asked.
        """
        rates = [one.rate for one in used_responses(self.coalition) if one.rate == one.rate]
        if rates:
            return min(rates)
        people = self.coalition.people
        people = people[~people["person_id"].isin(list(self.coalition.outside))]
        return float((people["ties_known"] != "no").mean()) if len(people) else nan

    @property
    def is_answered(self) -> bool:
        """Whether the contacts of at least half are known."""
        return self.known_share >= FEW
