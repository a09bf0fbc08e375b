"""The rows of a map of differences: actors of either time, and what became of each tie."""

from collections.abc import Mapping, Sequence
from typing import Any

from collabnet.comparison.waves.compared import WaveComparison
from collabnet.comparison.waves.kept_ties import Change
from collabnet.model import Coalition
from collabnet.model.records import records
from collabnet.model.vocabulary import ONE_WAY

Drawn = Mapping[str, list[dict[str, Any]]]
Ends = tuple[str, str, bool]


def difference_rows(one: WaveComparison, kinds: Sequence[str]) -> Drawn:
    """Give agencies, people and ties as maps take them; each tie with its change.

    Ties of several kinds between two actors are one line: kept if one of them is, and so it is
    where one kind is new and another lost.
    """
    found: dict[Ends, set[Change]] = {}
    if "pathways" in kinds:
        for a, b, change in one.pathways[["from_agency", "to_agency", "change"]].itertuples(
            index=False, name=None
        ):
            found.setdefault((a, b, True), set()).add(change)
    if "ties" in kinds:
        for kind, a, b, change in one.ties.itertuples(index=False, name=None):
            found.setdefault((a, b, kind in ONE_WAY), set()).add(change)
    ties = [
        {"id": f"change:{a}>{b}", "from": a, "to": b, "directed": is_directed,
         "change": changes.pop() if len(changes) == 1 else "kept", "strength": None}
        for (a, b, is_directed), changes in sorted(found.items())
    ]  # fmt: skip
    ends = {end for a, b, _ in found for end in (a, b)}
    return {
        "agencies": _merged(_agencies(one.earlier), _agencies(one.later)),
        "people": _merged(_people(one.earlier, ends), _people(one.later, ends)),
        "ties": ties,
    }


def _merged(earlier: list[dict[str, Any]], later: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Everybody of either time, as they are at the later one."""
    found = {row["id"]: row for row in (*earlier, *later)}
    return [found[id_] for id_ in sorted(found)]


def _agencies(coalition: Coalition) -> list[dict[str, Any]]:
    names, outside = coalition.names, coalition.outside
    return [
        {"id": agency, "label": names[agency], "sector": sector or None,
         "outside": agency in outside}
        for agency, sector in records(coalition.agencies, "agency_id", "sector")
    ]  # fmt: skip


def _people(coalition: Coalition, shown: set[str]) -> list[dict[str, Any]]:
    names = coalition.names
    return [
        {"id": person, "label": names[person], "agency": agency, "kind": kind}
        for person, agency, kind in records(coalition.people, "person_id", "agency_id", "kind")
        if person in shown
    ]
