"""Assess a coalition: everything found, as findings and as tables."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd

from collabnet.model import Coalition
from collabnet.model.errors import CollabnetError
from collabnet.risk.blanks import sides_of
from collabnet.risk.contact_dict import contact_dict
from collabnet.risk.contacts import PairContacts, build_contacts
from collabnet.risk.continuity import Departure, Headline, departures_of, headline
from collabnet.risk.coverage import coverage_table, reach_table, team_table
from collabnet.risk.cutsets import CutSets
from collabnet.risk.exposure import agencies_table, people_table
from collabnet.risk.find_pathways import Known, known_of
from collabnet.risk.finding import Finding
from collabnet.risk.findings import find
from collabnet.risk.load import LIMIT, LoadTables
from collabnet.risk.methods import methods_text
from collabnet.risk.near import kept
from collabnet.risk.pathway_dict import pathway_dict
from collabnet.risk.pathways import Pathway, alike_in, build_pathways
from collabnet.risk.reach_tables import ReachTables, ways_dict
from collabnet.risk.rows import Row, alike, build_rows
from collabnet.risk.sure import WORLDS
from collabnet.risk.turnover.chances import pathway_chances
from collabnet.risk.turnover.tables import TurnoverTables
from collabnet.risk.wording import InternalSpeaker

if TYPE_CHECKING:
    from collabnet.risk.worlds.judge import Judge

SCHEMA_VERSION = 1


def assess(coalition: Coalition, *, seed: int = 0, worlds: int = WORLDS) -> "Assessment":
    """Assess a coalition: what breaks when somebody leaves, and how that is known.

    Parameters
    ----------
    coalition : Coalition
    seed : int, for what is drawn: chances of large pathways, and the worlds of how sure
    worlds : int, 0 or more, versions of the data in which each finding is tried; with 0 how
        sure the findings are isn't assessed

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
    return Assessment(coalition, seed=seed, worlds=worlds)


class Assessment(ReachTables, TurnoverTables):
    """What was found in a coalition; tables are computed when first asked for.

    Internal: it names staff. What is passed on is made by :func:`collabnet.report`.

    Attributes
    ----------
    coalition : Coalition, what was assessed
    """

    def __init__(
        self,
        coalition: Coalition,
        *,
        seed: int = 0,
        worlds: int = WORLDS,
        near: "Assessment | None" = None,
    ) -> None:
        if not isinstance(coalition, Coalition):
            raise CollabnetError(
                f"An assessment needs a coalition; got {coalition!r}. Load one first: "
                "cn.load('folder') or cn.load('sample:g1')."
            )
        self.coalition = coalition
        self.seed = seed
        self.worlds = worlds
        self._near = near  # of nearly the same coalition: equal pathways aren't worked out again

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the referral graph."""
        return build_rows(self.coalition, self._near.rows if self._near else ())

    @cached_property
    def found(self) -> tuple[Finding, ...]:
        """The findings as values, ranked, each with how sure it is."""
        return self.with_sure(self.judged)

    def with_sure(self, judged: Iterable[Finding]) -> tuple[Finding, ...]:
        """Try how sure some findings of this assessment are: the worlds are drawn here."""
        if not self.worlds:
            return tuple(judged)
        return tuple(self._judge.judge(finding) for finding in judged)

    @cached_property
    def _judge(self) -> "Judge":
        from collabnet.risk.worlds.judge import Judge

        return Judge(
            self.coalition,
            self.all_pathways,
            self.all_contacts,
            n_worlds=self.worlds,
            seed=self.seed,
            near=self._near._judge if self._near is not None and self._near.worlds else None,
        )

    @cached_property
    def judged(self) -> tuple[Finding, ...]:
        """The findings before it is tried how sure they are: for whoever only counts them."""
        near, speaker = self._near, self._speaker
        known = near._known if near and speaker.says_as(near._speaker) else None
        found = self.all_pathways, self.all_contacts
        return find(self.coalition, self.rows, *found, speaker, known)

    @cached_property
    def _speaker(self) -> InternalSpeaker:
        return InternalSpeaker(self.coalition)

    @cached_property
    def _known(self) -> Known:
        return known_of(self.judged, self.all_pathways)

    @cached_property
    def all_pathways(self) -> tuple[Pathway, ...]:
        """The pathways as values."""
        near = self._near.all_pathways if self._near else ()
        built = build_pathways(self.coalition, self.rows)
        return kept(built, near, lambda one: (one.pair, one.service))

    @cached_property
    def all_contacts(self) -> tuple[PairContacts, ...]:
        """What is direct between each two agencies, as values."""
        near = self._near.all_contacts if self._near else ()
        return kept(build_contacts(self.coalition, self.rows), near, lambda one: one.pair)

    @cached_property
    def _departures(self) -> tuple[Departure, ...]:
        """What would leave with each person of the log, by id."""
        kinds = (*alike(row for row in self.rows if row.is_inside), *alike_in(self.all_pathways))
        return departures_of(kinds, sides_of(kinds))

    @cached_property
    def headline(self) -> Headline:
        """Referrals lost for good if one person leaves; referrals covered by an agreement."""
        return headline(self.rows, self._departures)

    @cached_property
    def figures(self) -> Mapping[str, float]:
        """The figures that a change is measured by, kept for all changes tried on it."""
        from collabnet.risk.summary import figures

        return figures(self)

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
        return [
            pathway_dict(
                one,
                self._reach_of(one),
                pathway_chances(one, self.turnover, seed=self.seed),
                self.ways_left.get((*one.pair, one.service)),
            )
            | ways_dict(self._ways_over(one.service).ways(*one.pair))
            for one in self.all_pathways
        ]

    def _reach_of(self, pathway: Pathway) -> CutSets | None:
        if pathway.service is None:
            return self.reach.get(pathway.pair)
        return self._ways_over(pathway.service).cut_sets(*pathway.pair)

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
        return people_table(
            self.coalition, self.rows, self._departures, self.all_pathways, self.reach
        )

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
        """One row per service and population: who provides it, whether only one does."""
        return coverage_table(self.coalition)

    @property
    def service_reach(self) -> pd.DataFrame:
        """One row per identifying agency and service or sector: hand-offs and disjoint ways."""
        return reach_table(self.coalition, self.rows)

    @property
    def team(self) -> pd.DataFrame:
        """One row per role or sector of the response team and identifying agency."""
        return team_table(self.coalition, self.rows)

    @cached_property
    def _loads(self) -> LoadTables:
        return LoadTables(self.coalition, self.rows)

    @property
    def load(self) -> pd.DataFrame:
        """One row per person, then per agency, by id: nominations and referrals. No ranking."""
        return self._loads.table()

    def load_after(self, leaving: Iterable[str], *, limit: float = LIMIT) -> pd.DataFrame:
        """One row per actor: what they would carry if some left, and the overloaded after them.

        See :meth:`collabnet.risk.load.LoadTables.after`.

        Examples
        --------
        >>> import collabnet as cn
        >>> table = cn.assess(cn.load("sample:g1")).load_after(["O1"], limit=2)
        >>> table.set_index("actor_id").loc[["O2", "O3"], "after"].tolist()
        [8.0, 4.0]
        """
        return self._loads.after(leaving, limit)

    @property
    def summary(self) -> pd.DataFrame:
        """One row: the headline pair and how many findings of each severity."""
        from collabnet.risk.summary import summary_row

        return pd.DataFrame([summary_row(self)])

    def methods(self) -> str:
        """A paragraph on data, rules and assumptions that a researcher can paste."""
        return methods_text(self)

    def to_dict(self) -> dict[str, Any]:
        """The whole assessment as plain values: the JSON of the command line."""
        from collabnet.risk.as_dict import assessment_dict

        return assessment_dict(self)

    def _repr_html_(self) -> str:
        from collabnet.risk.html import assessment_html

        return assessment_html(self)

    def __repr__(self) -> str:
        return f"Assessment({self.coalition.settings.name!r}: {len(self.found)} findings)"
