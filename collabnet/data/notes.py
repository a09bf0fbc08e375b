"""What is kept as it is and still worth knowing."""

from collections.abc import Iterable
from datetime import date

import pandas as pd

from collabnet.data.issues import Facts, Ledger, shown
from collabnet.data.names import compare_names
from collabnet.data.roster import Tables
from collabnet.data.table import Table
from collabnet.model.records import records
from collabnet.model.settings import Settings

_PAIRS = {
    "people": (("active_from", "active_to"),),
    "memberships": (("from_on", "to_on"),),
    "agreements": (("signed_on", "expires_on"),),
    "referrals": (("on", "status_on"),),
}


def note_dates(table: Table) -> None:
    """Note rows in which what ends lies before what begins."""
    files = {column.model_name: column.file_name for column in table.spec.columns}
    for first, second in _PAIRS.get(table.spec.name, ()):
        frame = table.kept
        if first not in frame or second not in frame:
            continue
        reversed_ = frame[frame[second] < frame[first]]
        for at, early, late in records(reversed_, "at", first, second):
            told: Facts = {"column": files[second], "value": str(late.date())}
            other = f"{files[first]} ('{early.date()}')"
            table.ledger.add("dates_reversed", at, **told, other=other)


def note_period(table: Table, settings: Settings) -> None:
    """Note referrals outside the period that coalition.toml states."""
    start, end = settings.period_start or date.min, settings.period_end or date.max
    on = table.kept["on"]
    out = table.kept[(on < pd.Timestamp(start)) | (on > pd.Timestamp(end))]
    if len(out):
        found = f"{settings.period_start or 'the first'} to {settings.period_end or 'the last'}"
        at = out["at"].iloc[0]
        table.ledger.add("outside_period", at, column="date", count=len(out), found=found)


def note_names(table: Table) -> None:
    """Note blank names, and names and ids that are the same or hard to tell apart."""
    key = table.spec.key
    frame = table.kept[table.kept["at"] >= 0]
    ids, at = list(frame[key]), list(frame["at"])
    compare_names(ids, ids, table.ledger, at)
    if "name" not in frame:
        return
    blank = frame[frame["name"] == ""]
    if len(blank):
        told: Facts = {"value": blank[key].iloc[0], "count": len(blank)}
        table.ledger.add("blank_name", blank["at"].iloc[0], column="name", **told)
    named = frame[(frame["name"] != "") & (frame["name"] != frame[key])]
    compare_names(list(named[key]), list(named["name"]), table.ledger, list(named["at"]))


def note_settings(settings: Settings, tables: Tables, ledger: Ledger) -> None:
    """Note agencies and people that coalition.toml names and no table has."""
    named = [("vital", one) for pair in settings.vital for one in pair]
    named += [("confirmed", one) for pair in settings.confirmed for one in pair]
    named += [("policy.consent", one) for one in settings.consent]
    named += [("coverage.identifying", one) for one in settings.coverage.identifying]
    people = [("planning.not_people", one) for one in settings.planning.not_people]
    _note_unknown("agency", named, tables["agencies"].kept, "agency_id", set(), ledger)
    log = tables["referrals"].kept if "referrals" in tables else pd.DataFrame()
    sides = [log[side] for side in ("from_person", "to_person") if side in log]
    in_log = {str(one) for side in sides for one in side}
    _note_unknown("person", people, tables["people"].kept, "person_id", in_log, ledger)


def _note_unknown(
    what: str,
    named: Iterable[tuple[str, str]],
    frame: pd.DataFrame,
    key: str,
    others: set[str],
    ledger: Ledger,
) -> None:
    """Note ids that no table has; one whose name stands there is what may be meant."""
    known = others.union(frame[key])
    names = frame["name"] if "name" in frame else frame[key]
    titles = list(zip(frame[key], names, strict=True))
    for setting, one in named:
        if one not in known:
            wished = one.strip().casefold()
            same = [id_ for id_, name in titles if wished in (id_.casefold(), name.casefold())]
            near = f" It may be {shown(same[0])}." if same else ""
            told: Facts = {"name": setting, "what": what, "near": near}
            ledger.add("unknown_in_settings", column=setting, value=one, **told)


def note_agencies(tables: Tables) -> None:
    """Note rows in which a person stands for an agency that isn't theirs, by the roster."""
    people = tables["people"].kept
    home = dict(zip(people["person_id"], people["agency_id"], strict=True))
    members = set(home.items())
    if "memberships" in tables:
        members |= set(records(tables["memberships"].kept, "person_id", "agency_id"))
    agencies = set(tables["agencies"].kept["agency_id"])
    members |= {(name, name) for name in agencies}
    if "referrals" not in tables:
        return
    table = tables["referrals"]
    for side in ("from", "to"):
        person, agency = f"{side}_person", f"{side}_agency"
        if person not in table.kept:
            continue
        pairs: pd.DataFrame = table.kept[[person, agency, "at"]]
        pairs = pairs[pairs[person] != ""]
        for (name, found), group in pairs.groupby([person, agency], sort=False):
            # Of an id that no roster has it isn't known where it belongs.
            is_known = name in home or name in agencies
            if is_known and (name, found) not in members:
                told: Facts = {"count": len(group), "other": home.get(name, name), "found": found}
                at = group["at"].iloc[0]
                table.ledger.add("other_agency", at, column=person, value=str(name), **told)


def note_log(tables: Tables) -> None:
    """Note hand-offs inside an agency, and people who only enter data."""
    if "referrals" not in tables:
        return
    table = tables["referrals"]
    frame = table.kept
    own = frame[frame["from_agency"] == frame["to_agency"]]
    if len(own):
        table.ledger.add("own_agency", own["at"].iloc[0], column="to_agency", count=len(own))
    people = tables["people"].kept
    if "enters_data_only" not in people:
        return
    typing = set(people.loc[people["enters_data_only"] == "yes", "person_id"])
    for column in ("from_person", "to_person"):
        rows = frame[frame[column].isin(typing)] if column in frame else frame.iloc[:0]
        for name, group in rows.groupby(column, sort=False) if len(rows) else ():
            told: Facts = {"column": column, "value": str(name), "count": len(group)}
            table.ledger.add("enters_data_only", group["at"].iloc[0], **told)
