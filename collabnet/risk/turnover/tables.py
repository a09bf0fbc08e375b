"""What an assessment tells of turnover: ways left, shocks, what the order hangs on."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import cached_property

import pandas as pd

from collabnet.model import Coalition
from collabnet.risk.finding import Finding
from collabnet.risk.pathways import Pathway
from collabnet.risk.rows import Row
from collabnet.risk.turnover.chances import pathway_chances
from collabnet.risk.turnover.disrupted import Disruption, disruption_of
from collabnet.risk.turnover.leaving import Turnover, turnover_of
from collabnet.risk.turnover.links import links_of
from collabnet.risk.turnover.reliability import NoWay
from collabnet.risk.turnover.say import order_sentences
from collabnet.risk.turnover.sensitivity import Sensitivity, sensitivity, sensitivity_table
from collabnet.risk.turnover.shock_losses import shocks_table
from collabnet.risk.turnover.shocks import shocks_of
from collabnet.risk.turnover.ways_left import Between, ways_left, ways_left_table


def pathway_disruptions(
    findings: Sequence[Finding], pathways: Sequence[Pathway], turnover: Turnover
) -> dict[str, Disruption]:
    """The links behind each finding about a pathway, by its id; those with rates for all."""
    by_subjects = {(*one.pair, *filter(None, [one.service])): one for one in pathways}
    found: dict[str, Disruption] = {}
    for finding in findings:
        if finding.kind == "pathway":
            pathway = by_subjects[finding.subjects]
            links = links_of(pathway, turnover)
            if links is not None:
                found[finding.id] = disruption_of(links.links, pathway.a_year(1))
    return found


class TurnoverTables(ABC):
    """The part of an assessment that is about turnover; each is computed when first asked for."""

    coalition: Coalition
    seed: int

    @property
    @abstractmethod
    def rows(self) -> tuple[Row, ...]:
        """The rows of the referral graph."""

    @property
    @abstractmethod
    def all_pathways(self) -> tuple[Pathway, ...]:
        """The pathways as values."""

    @property
    @abstractmethod
    def judged(self) -> tuple[Finding, ...]:
        """The findings as values, ranked."""

    @cached_property
    def turnover(self) -> Turnover:
        """How people leave, as far as rates are given or asked."""
        return turnover_of(self.coalition)

    @cached_property
    def ways_left(self) -> dict[Between, NoWay | None]:
        """The chance that no way is left from an agency to another, or to a service."""
        return ways_left(self.rows, self.all_pathways, self.turnover, self.seed)

    @property
    def reliability(self) -> pd.DataFrame:
        """One row per pair of agencies, or agency and service, that ways join.

        Empty where no rate of leaving is given.
        """
        return ways_left_table(self.ways_left)

    @cached_property
    def _shocks(self) -> pd.DataFrame:
        return shocks_table(shocks_of(self.coalition), self.rows)

    @property
    def shocks(self) -> pd.DataFrame:
        """One row per agency, unit, role and funding source: if everybody of it left at once."""
        return self._shocks.copy()

    @cached_property
    def hangs_on(self) -> tuple[Sensitivity, ...]:
        """The value of each assumption at which the first three pathway findings change order.

        Empty where no rate of leaving is given, or there are fewer than two such findings.
        """
        found = pathway_disruptions(self.judged, self.all_pathways, self.turnover)
        return sensitivity(found, self.coalition.settings.assumptions)

    @property
    def sensitivity(self) -> pd.DataFrame:
        """One row per assumption: the nearest value that changes the first three findings."""
        return sensitivity_table(self.hangs_on)

    @cached_property
    def order_told(self) -> tuple[str, ...]:
        """Which links are disrupted most, and what would change their order, in sentences."""
        if not self.hangs_on:
            return ()
        by_subjects = {(*one.pair, *filter(None, [one.service])): one for one in self.all_pathways}
        first = [one for one in self.judged if one.id in self.hangs_on[0].order]
        disrupted, names = {}, {}
        for finding in first:
            found = pathway_chances(by_subjects[finding.subjects], self.turnover, seed=self.seed)
            if found is not None:
                disrupted[finding.id] = found.disrupted_per_year, found.disrupted_range
            start, end, *service = finding.subjects
            link = f"{self.coalition.names[start]} to {self.coalition.names[end]}"
            names[finding.id] = f"{link} ({service[0]})" if service else link
        return order_sentences(self.hangs_on, disrupted, names)
