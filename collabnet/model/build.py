"""Build a network from a coalition: who becomes an actor, what becomes a tie."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from collabnet.model.errors import CollabnetError, unknown_name
from collabnet.model.network import Network
from collabnet.model.period import Period
from collabnet.model.records import records
from collabnet.model.sheets import wave_day
from collabnet.model.specs import is_survey
from collabnet.model.survey_ties import ruled_ties, survey_notices
from collabnet.model.tie_rules import check_rule
from collabnet.model.vocabulary import ONE_WAY, USABLE

if TYPE_CHECKING:
    from collabnet.model.coalition import Coalition, Level

LEVELS = ("people", "agencies", "sectors")


def build_network(
    coalition: "Coalition",
    *,
    level: "Level" = "people",
    relations: Sequence[str] | None = None,
    window: Period | None = None,
    tie_rule: str | None = None,
    wave: str | None = None,
) -> Network:
    """Build the network of people, agencies or sectors from some kinds of tie.

    The kind ``referral`` is the log, plus referral ties for pairs of agencies that the log
    doesn't cover. Strained and absent ties are left out: nothing passes over them. Rows with
    the same ends and kind become one tie whose ``strength`` is their sum (one for each row
    without a strength). A tie without direction stands in both directions. At the level of
    people an agency's own position is an actor where it is an end; rows with an unnamed end
    are left out and counted in ``notices``.

    Ties that a survey states run from whoever says so. With a ``tie_rule`` (union, confirmed,
    reconstructed, or the bounds fewest and most) the two sides of a survey tie become one tie in
    both directions, whose strength is the mean of what was said; referrals and reports keep
    theirs. ``wave`` leaves out ties of
    other waves. Who answered, and under which rule, stands in ``notices``.

    Returns
    -------
    Network
        Directed; ties have ``kind``, ``strength`` and ``n_rows``. People have ``name``,
        ``agency_id``, the ``sector`` of their agency, ``role`` and ``kind``; agencies ``name``
        and ``sector``.

    Raises
    ------
    CollabnetError
        If the level, a relation, the rule or the wave does not exist.

    Examples
    --------
    >>> import collabnet as cn
    >>> cn.load("sample:g1").network(relations=["referral"])
    Network(8 actors, 8 ties, directed)
    """
    if level not in LEVELS:
        raise unknown_name("level", level, LEVELS, f"Levels are {', '.join(LEVELS)}.")
    rows = _rows(coalition, window, _ties(coalition, tie_rule, wave))
    present = sorted(set(rows["kind"]))
    for relation in relations or ():
        if relation not in present and relation != "referral":
            raise CollabnetError(
                f"The network needs kinds of tie that the data has: {', '.join(present)}; "
                f"got {relation!r}. Choose among these."
            )
    rows = rows[rows["kind"].isin(relations)] if relations is not None else rows
    place, actors = _PLACES[level](coalition, rows)
    ends = pd.DataFrame(
        {
            "from_id": rows["from_id" if level == "people" else "from_agency"].map(place),
            "to_id": rows["to_id" if level == "people" else "to_agency"].map(place),
            "kind": rows["kind"],
            "strength": rows["strength"],
        }
    )
    named = ends.dropna(subset=["from_id", "to_id"])
    blank = len(ends) - len(named)
    summed = named.groupby(["from_id", "to_id", "kind"], sort=True)["strength"].agg(["sum", "size"])
    ties = [
        (u, v, kind, {"kind": kind, "strength": float(total), "n_rows": int(size)})
        for u, v, kind, total, size in records(
            summed.reset_index(), "from_id", "to_id", "kind", "sum", "size"
        )
    ]
    said = [f"{blank} rows name nobody at one end and are left out at this level."] if blank else []
    said += survey_notices(coalition, rows, tie_rule)
    return Network(actors, ties, is_directed=True, notices=said)


def _ties(coalition: "Coalition", tie_rule: str | None, wave: str | None) -> pd.DataFrame:
    """The ties to build from: as they stand, or those of a survey by a rule."""
    ties = coalition.ties
    if tie_rule is not None:
        check_rule(tie_rule)
        kept = ties[~ties["file"].map(is_survey).astype("bool") | ties["kind"].isin(ONE_WAY)]
        parts = [part for part in (kept, ruled_ties(coalition, tie_rule)) if len(part)]
        ties = pd.concat(parts, ignore_index=True) if parts else kept.reset_index(drop=True)
    if wave is None:
        return ties
    waves = sorted(set(ties["wave"]) - {""})
    if wave not in waves:
        raise unknown_name("wave", wave, waves, f"Waves of ties are: {', '.join(waves) or 'none'}.")
    return ties[ties["wave"].isin([wave, ""])].reset_index(drop=True)


def _rows(coalition: "Coalition", window: Period | None, ties: pd.DataFrame) -> pd.DataFrame:
    """One row per thing that passes: log rows, then usable ties the log doesn't cover."""
    columns = ["from_id", "to_id", "from_agency", "to_agency", "kind", "strength", "file"]
    log = coalition.log(window).assign(kind="referral", strength=1.0, file="referrals.csv")
    for end in ("from", "to"):
        ties[f"{end}_agency"] = _homes(coalition, ties[f"{end}_id"], ties["wave"])
    covered = set(zip(log["from_agency"], log["to_agency"], strict=True))
    pairs = zip(ties["from_agency"], ties["to_agency"], ties["kind"], strict=True)
    repeats = [kind == "referral" and (a, b) in covered for a, b, kind in pairs]
    ties = ties[ties["quality"].isin(USABLE) & ~pd.Series(repeats, ties.index, dtype="bool")]
    ties["strength"] = ties["strength"].fillna(1.0)
    back = ties[ties["directed"] == "no"].rename(
        columns={
            "from_id": "to_id",
            "to_id": "from_id",
            "from_agency": "to_agency",
            "to_agency": "from_agency",
        }
    )
    return pd.concat([part[columns] for part in (log, ties, back)], ignore_index=True)


def _homes(coalition: "Coalition", ids: pd.Series, waves: pd.Series) -> pd.Series:
    """The agency of each end on the day of its tie's wave."""
    survey = coalition.settings.survey
    homes = {wave: coalition.homes_at(wave_day(wave, survey)) for wave in waves.unique()}
    found = [homes[wave].get(one, "") for one, wave in zip(ids, waves, strict=True)]
    return pd.Series(found, index=ids.index, dtype="str")


Place = tuple[Mapping[str, str], list[tuple[str, dict[str, object]]]]


def _people(coalition: "Coalition", rows: pd.DataFrame) -> Place:
    sectors = dict(records(coalition.agencies, "agency_id", "sector"))
    actors: list[tuple[str, dict[str, object]]] = [
        (person, _person(name, agency, sectors.get(agency, ""), role, kind))
        for person, name, agency, role, kind in records(
            coalition.people, "person_id", "name", "agency_id", "role", "kind"
        )
    ]
    used = set(rows["from_id"]) | set(rows["to_id"])
    actors += [
        (agency, _person(name, agency, sectors[agency], "", "position"))
        for agency, name in records(coalition.agencies, "agency_id", "name")
        if agency in used
    ]
    return {actor: actor for actor, _ in actors}, actors


def _person(name: str, agency: str, sector: str, role: str, kind: str) -> dict[str, object]:
    return {"name": name, "agency_id": agency, "sector": sector, "role": role, "kind": kind}


def _agencies(coalition: "Coalition", _: pd.DataFrame) -> Place:
    actors: list[tuple[str, dict[str, object]]] = [
        (agency, {"name": name, "sector": sector})
        for agency, name, sector in records(coalition.agencies, "agency_id", "name", "sector")
    ]
    return {actor: actor for actor, _ in actors}, actors


def _sectors(coalition: "Coalition", _: pd.DataFrame) -> Place:
    agencies = coalition.agencies
    sector = agencies["sector"].where(agencies["sector"] != "", "sector not given")
    place = dict(zip(agencies["agency_id"], sector, strict=True))
    return place, [(name, {}) for name in sorted(set(place.values()))]


_PLACES: Mapping[str, Callable[["Coalition", pd.DataFrame], Place]] = {
    "people": _people,
    "agencies": _agencies,
    "sectors": _sectors,
}
