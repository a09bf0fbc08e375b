"""Assess a coalition: everything found, as findings and as tables."""

from collections.abc import Mapping
from copy import deepcopy
from functools import cached_property
from typing import Any

import pandas as pd

from collabnet.model import Coalition
from collabnet.risk.blanks import has_blanks
from collabnet.risk.chances import pathway_chances
from collabnet.risk.contact_dict import contact_dict
from collabnet.risk.contacts import PairContacts, build_contacts
from collabnet.risk.continuity import Headline, headline
from collabnet.risk.coverage import coverage_table
from collabnet.risk.cutsets import CutSets, Reach
from collabnet.risk.exposure import agencies_table, people_table
from collabnet.risk.finding import Finding
from collabnet.risk.findings import find
from collabnet.risk.methods import methods_text
from collabnet.risk.pathway_dict import cut_list, pathway_dict
from collabnet.risk.pathways import Pathway, build_pathways
from collabnet.risk.rows import Row, build_rows
from collabnet.risk.wording import InternalSpeaker

SCHEMA_VERSION = 1


def assess(coalition: Coalition, *, seed: int = 0) -> "Assessment":
    """Assess a coalition: what breaks when somebody leaves, and how that is known.

    Parameters
    ----------
    coalition : Coalition
    seed : int, for chances that are drawn (pathways with more than 20 people on each side)

    Returns
    -------
    Assessment

    Examples
    --------
    >>> import collabnet as cn
    >>> assessment = cn.assess(cn.load("sample:g1"))
    >>> assessment.findings.loc[0, ["id", "severity"]].tolist()
    ['pathway:court:residential', 'critical']
    """
    return Assessment(coalition, seed=seed)


class Assessment:
    """What was found in a coalition; tables are computed when first asked for.

    Internal: it names staff. What is passed on is made by :func:`collabnet.report`.

    Attributes
    ----------
    coalition : Coalition, what was assessed
    """

    def __init__(
        self, coalition: Coalition, *, seed: int = 0, near: "Assessment | None" = None
    ) -> None:
        self.coalition = coalition
        self.seed = seed
        self._near = near  # of nearly the same coalition: equal pathways aren't worked out again

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the referral graph."""
        return build_rows(self.coalition)

    @cached_property
    def found(self) -> tuple[Finding, ...]:
        """The findings as values, ranked."""
        speaker = InternalSpeaker(self.coalition)
        return find(self.coalition, self.rows, self.all_pathways, self.all_contacts, speaker)

    @cached_property
    def all_pathways(self) -> tuple[Pathway, ...]:
        """The pathways as values."""
        built = build_pathways(self.coalition, self.rows)
        if self._near is None:
            return built
        known = {(one.pair, one.service): one for one in self._near.all_pathways}
        found = (known.get((one.pair, one.service), one) for one in built)
        return tuple(old if old == one else one for one, old in zip(built, found, strict=True))

    @cached_property
    def all_contacts(self) -> tuple[PairContacts, ...]:
        """What is direct between each two agencies, as values."""
        return build_contacts(self.coalition, self.rows)

    @cached_property
    def headline(self) -> Headline:
        """Referrals lost for good if one person leaves; referrals covered by an agreement."""
        return headline(self.rows)

    @cached_property
    def figures(self) -> Mapping[str, float]:
        """The figures that a change is measured by, kept for all changes tried on it."""
        from collabnet.risk.summary import figures

        return figures(self)

    @cached_property
    def reach(self) -> dict[tuple[str, str], CutSets]:
        """Reach cut sets of every ordered pair of agencies that a way joins."""
        return Reach(self.rows).by_pair()

    @cached_property
    def reach_ranges(self) -> dict[tuple[str, str], tuple[int | None, int | None]]:
        """Worst and best reach cut size of each pair, where some rows name nobody."""
        if not has_blanks(self.rows):
            return {}
        worst, best = Reach(self.rows, "worst").by_pair(), Reach(self.rows, "best").by_pair()
        none = CutSets()
        return {pair: (worst.get(pair, none).size, best[pair].size) for pair in best}

    @cached_property
    def reach_within_agency(self) -> dict[tuple[str, str], CutSets]:
        """Reach cut sets if anybody in an agency could hand on to anybody; where they differ.

        Pairs that only such a hand-over joins are among them.
        """
        found = Reach(self.rows, handover="within_agency").by_pair()
        return {pair: cut for pair, cut in found.items() if cut != self.reach.get(pair)}

    @cached_property
    def _findings(self) -> pd.DataFrame:
        columns = ("id", "kind", "severity", "sentence", "remedy")
        rows = [
            {
                **{name: getattr(finding, name) for name in columns},
                "subjects": ";".join(finding.subjects),
                "people": ";".join(finding.people),
                "statuses": ";".join(finding.statuses),
                "sure": finding.sure.level,
                "rows_a_year": finding.rows_a_year,
            }
            for finding in self.found
        ]
        names = [*columns, "subjects", "people", "statuses", "sure", "rows_a_year"]
        return pd.DataFrame(rows, columns=names)

    @property
    def findings(self) -> pd.DataFrame:
        """One row per finding, ranked by severity, then rows a year at stake, then id."""
        return self._findings.copy()

    @cached_property
    def pathway_dicts(self) -> list[dict[str, Any]]:
        """The pathways as plain values, in id order."""
        assumed = self.coalition.settings.assumptions
        return [
            pathway_dict(
                one,
                self.reach.get(one.pair) if one.service is None else self._service_reach(one),
                pathway_chances(one, assumed, seed=self.seed),
            )
            for one in self.all_pathways
        ]

    def _service_reach(self, pathway: Pathway) -> CutSets:
        return self._reach_by_service[pathway.service].cut_sets(*pathway.pair)

    @cached_property
    def _reach_by_service(self) -> dict[str | None, Reach]:
        services = {one.service for one in self.all_pathways if one.service is not None}
        found: dict[str | None, Reach] = {}
        for service in sorted(services):
            rows = [row for row in self.rows if row.service == service]
            found[service] = Reach(rows)
        return found

    @property
    def pathways(self) -> pd.DataFrame:
        """One row per pathway and service, in id order, with every figure."""
        return pd.DataFrame(deepcopy(self.pathway_dicts))

    @property
    def contacts(self) -> pd.DataFrame:
        """One row per pair of agencies with anything direct between them."""
        return pd.DataFrame([contact_dict(pair) for pair in self.all_contacts])

    @cached_property
    def _people(self) -> pd.DataFrame:
        return people_table(self.coalition, self.rows, self.all_pathways, self.reach)

    @property
    def people(self) -> pd.DataFrame:
        """One row per person, by id: what their leaving would touch. Never a ranking."""
        return self._people.copy()

    @cached_property
    def _agencies(self) -> pd.DataFrame:
        return agencies_table(self.coalition, self.all_pathways)

    @property
    def agencies(self) -> pd.DataFrame:
        """One row per agency, by id: what passes through it and hangs on it."""
        return self._agencies.copy()

    @property
    def coverage(self) -> pd.DataFrame:
        """One row per service: who provides it, and whether only one does."""
        return coverage_table(self.coalition)

    @property
    def summary(self) -> pd.DataFrame:
        """One row: the headline pair and how many findings of each severity."""
        from collabnet.risk.summary import summary_row

        return pd.DataFrame([summary_row(self)])

    def methods(self) -> str:
        """A paragraph on data, rules and assumptions that a researcher can paste."""
        return methods_text(self.coalition, self.seed)

    def to_dict(self) -> dict[str, Any]:
        """The whole assessment as plain values: the JSON of the command line."""
        from collabnet.risk.as_dict import assessment_dict

        return assessment_dict(self)

    def reachable(self) -> list[dict[str, Any]]:
        """Ordered pairs that a way through people joins although nothing passes directly."""
        direct = {one.pair for one in self.all_pathways}
        return [
            {
                "from_agency": pair[0],
                "to_agency": pair[1],
                "reach_cut_size": cut.size,
                "reach_cut_sets": cut_list(cut),
            }
            for pair, cut in self.reach.items()
            if pair not in direct
        ]

    def _repr_html_(self) -> str:
        from collabnet.risk.html import assessment_html

        return assessment_html(self)

    def __repr__(self) -> str:
        n = len(self.found)
        return f"Assessment({self.coalition.settings.name!r}: {n} findings)"
