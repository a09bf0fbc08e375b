"""What an assessment tells of ways through people and agencies, direct ones and indirect ones."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator
from functools import cached_property
from typing import Any

import pandas as pd

from collabnet.model import Coalition
from collabnet.model.errors import NotFoundError, unknown_name
from collabnet.risk.blanks import Reading, has_blanks
from collabnet.risk.coverage.identifying import identifying_agencies
from collabnet.risk.cutsets import CutSets, Handover, Reach
from collabnet.risk.pathway_dict import cut_list
from collabnet.risk.rows import Row
from collabnet.risk.unavoidable import Passages, Unavoidable
from collabnet.risk.ways import AgencyCuts, AgencyNetwork, Ways

Pair = tuple[str, str]
PLACE = ["from_agency", "to_agency", "service"]
WAYS = [*PLACE, "n_ways", "way", "ends", "agencies"]
AGENCY_CUTS = [*PLACE, "cut_size", "cut_sets", "cut_sets_complete", "n_ways", "ways"]


class ReachTables(ABC):
    """The part of an assessment that is about ways; each table is computed when asked for."""

    coalition: Coalition

    @property
    @abstractmethod
    def rows(self) -> tuple[Row, ...]:
        """The rows of the referral graph."""

    @cached_property
    def reach(self) -> dict[Pair, CutSets]:
        """Reach cut sets of every ordered pair of agencies that a way joins."""
        return self._ways_over().by_pair()

    def reachable(self) -> list[dict[str, Any]]:
        """Ordered pairs that a way through people joins although nothing passes directly."""
        direct = {(row.from_agency, row.to_agency) for row in self.rows}
        return [
            {
                "from_agency": pair[0],
                "to_agency": pair[1],
                "reach_cut_size": cut.size,
                "reach_cut_sets": cut_list(cut),
                **ways_dict(self._ways_over().ways(*pair)),
            }
            for pair, cut in self.reach.items()
            if pair not in direct
        ]

    @cached_property
    def reach_ranges(self) -> dict[Pair, tuple[int | None, int | None]]:
        """Worst and best reach cut size of each pair, where some rows name nobody."""
        if not has_blanks(self.rows):
            return {}
        worst = self.reach_sets(reading="worst")
        best = self.reach_sets(reading="best")
        none = CutSets()
        return {pair: (worst.get(pair, none).size, best[pair].size) for pair in best}

    @cached_property
    def reach_within_agency(self) -> dict[Pair, CutSets]:
        """Reach cut sets if anybody in an agency could hand on to anybody; where they differ.

        Pairs that only such a hand-over joins are among them.
        """
        found = self.reach_sets(handover="within_agency")
        return {pair: cut for pair, cut in found.items() if cut != self.reach.get(pair)}

    def reach_sets(
        self,
        service: str | None = None,
        *,
        reading: Reading = "named",
        handover: Handover = "by_row",
    ) -> dict[Pair, CutSets]:
        """Reach cut sets of every ordered pair that a way joins, for one service or for all.

        Parameters
        ----------
        service : only its rows make ways; None for all rows
        reading : rows that name nobody are left out ("named"), at their "best" or "worst"
        handover : inside an agency a case passes on where a row says so ("by_row"), or from
            anybody to anybody ("within_agency")

        Raises
        ------
        NotFoundError
            If no referral is for that service.

        Examples
        --------
        >>> import collabnet as cn
        >>> assessment = cn.assess(cn.load("sample:g1"))
        >>> assessment.reach_sets()["police", "residential"].singles
        ('I1',)
        """
        return self._ways_over(service, reading, handover).by_pair()

    def _ways_over(
        self, service: str | None = None, reading: Reading = "named", handover: Handover = "by_row"
    ) -> Reach:
        key = (service, reading, handover)
        if key not in self._known_reach:
            rows = self.rows if service is None else self._rows_for(service)
            self._known_reach[key] = Reach(rows, reading, handover=handover)
        return self._known_reach[key]

    @cached_property
    def _known_reach(self) -> dict[tuple[str | None, Reading, Handover], Reach]:
        return {}

    def _rows_for(self, service: str) -> list[Row]:
        if service not in self._services:
            raise unknown_name("service", service, self._services, "Look at the pathways table.")
        return [row for row in self.rows if row.service == service]

    @cached_property
    def _services(self) -> list[str]:
        """The services of pathways; rows inside an agency make none."""
        return sorted({row.service for row in self.rows if row.service and not row.is_inside})

    @property
    def ways(self) -> pd.DataFrame:
        """One row per way of a largest set that shares no person, for all pairs and services.

        Returns
        -------
        DataFrame, by from_agency, to_agency, service (missing: all together) and way
            n_ways : int, as many as people in a reach cut set; NA where positions and groups
                alone make a way, which then is the one listed
            way : int, 1 for the shortest
            ends : list of str, people, positions and groups on it, in order
            agencies : list of str, the agencies that they stand for, in order
        """
        found: list[dict[str, Any]] = []
        for service in (None, *self._services):
            reach = self._ways_over(service)
            for pair in reach.pairs:
                ways = reach.ways(*pair)
                place = dict(zip(PLACE, (*pair, service), strict=True))
                found += [
                    place | {"n_ways": ways.n, "way": number} | way
                    for number, way in enumerate(ways_dict(ways)["ways"], start=1)
                ]
        found.sort(key=lambda row: (row["from_agency"], row["to_agency"], row["service"] or ""))
        table = pd.DataFrame(found, columns=WAYS)
        return table.astype({"n_ways": "Int64"})

    def _agency_cuts(self, service: str | None) -> Iterator[dict[str, Any]]:
        rows = self.rows if service is None else self._rows_for(service)
        for pair, cuts in AgencyNetwork(rows).by_pair().items():
            yield dict(zip(PLACE, (*pair, service), strict=True)) | agency_cuts_dict(cuts)

    @property
    def agency_cuts(self) -> pd.DataFrame:
        """One row per pair of agencies and service: which others must close to part them.

        Returns
        -------
        DataFrame, by from_agency, to_agency and service (missing: all together)
            cut_size : int, fewest other agencies whose closing leaves no way; NA where
                referrals pass directly
            cut_sets : list of lists of str, all such sets up to 64, which ``cut_sets_complete``
                says
            n_ways, ways : int and list of lists of str, as many ways as share no agency
                between, the direct one among them
        """
        found = [row for service in (None, *self._services) for row in self._agency_cuts(service)]
        found.sort(key=lambda row: (row["from_agency"], row["to_agency"], row["service"] or ""))
        return pd.DataFrame(found, columns=AGENCY_CUTS).astype({"cut_size": "Int64"})

    def agency_cut_dicts(self) -> list[dict[str, Any]]:
        """The agencies between each pair for all services together, as plain values."""
        return list(self._agency_cuts(None))

    def unavoidable(
        self, from_agencies: Collection[str], to: str | None = None, *, service: str | None = None
    ) -> Unavoidable:
        """Find whom and what every way from some agencies to an agency or a service passes.

        Parameters
        ----------
        from_agencies : where a young person may be identified
        to : the agency to be reached; None for any that takes referrals for the service
        service : what the last referral has to be for; None for any

        Returns
        -------
        Unavoidable
            people and agencies, the two ends included, in the order they are met; none where
            there is no way

        Raises
        ------
        NotFoundError
            If neither ``to`` nor ``service`` is given, or no referral names them or sends from
            such an agency.

        Examples
        --------
        >>> import collabnet as cn
        >>> assessment = cn.assess(cn.load("sample:g1"))
        >>> assessment.unavoidable(["hospital"], "residential").people
        ('S1', 'A1', 'I1')
        """
        known = set(self.coalition.agencies["agency_id"])
        for agency in (*from_agencies, *([] if to is None else [to])):
            if agency not in known:
                raise unknown_name("agency", agency, known, "Look at the agencies table.")
        if to is None and service is None:
            raise NotFoundError(
                "unavoidable needs where the ways end; it got neither an agency nor a service. "
                'Give to="an_agency" or service="a service".'
            )
        if service is not None:
            self._rows_for(service)
        return self._passages.between(from_agencies, to, service)

    @cached_property
    def _passages(self) -> Passages:
        return Passages(self.rows)

    def unavoidable_dicts(self) -> list[dict[str, Any]]:
        """Whom and what every way from each identifying agency to each service passes."""
        found = []
        for agency in identifying_agencies(self.coalition, self.rows):
            for service in self._services:
                met = self._passages.between([agency], None, service)
                if met.agencies:
                    found.append(
                        {
                            "from_agency": agency,
                            "service": service,
                            "people": list(met.people),
                            "agencies": list(met.agencies),
                        }
                    )
        return found


def ways_dict(ways: Ways) -> dict[str, Any]:
    """Ways as plain values."""
    return {
        "n_ways": ways.n,
        "ways": [{"ends": list(way.ends), "agencies": list(way.agencies)} for way in ways.ways],
    }


def agency_cuts_dict(cuts: AgencyCuts) -> dict[str, Any]:
    """The agencies between a pair as plain values."""
    return {
        "cut_size": cuts.size,
        "cut_sets": [list(one) for one in cuts.sets],
        "cut_sets_complete": cuts.is_complete,
        "n_ways": len(cuts.ways),
        "ways": [list(way) for way in cuts.ways],
    }
