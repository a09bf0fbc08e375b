"""Who is there: the rosters, completed from the other tables where a file is absent."""

from collections.abc import Iterable, Mapping
from itertools import count

import pandas as pd

from collabnet.data.issues import Ledger
from collabnet.data.table import Table
from collabnet.model.records import records
from collabnet.model.specs import AGENCIES, PEOPLE, TABLES, is_survey

Tables = dict[str, Table]


def complete_agencies(tables: Tables) -> None:
    """Add the agencies that other tables name, where agencies.csv is absent.

    Where ties are all there is, their ends are taken as agencies.
    """
    if "agencies" in tables:
        return
    found = {
        name: ids_in(tables, name, *columns)
        for name, columns in (
            ("people", ("agency_id",)),
            ("memberships", ("agency_id",)),
            ("agreements", ("from_agency", "to_agency")),
            ("referrals", ("from_agency", "to_agency")),
        )
    }
    if "people" not in tables and "referrals" not in tables:
        found["ties"] = ids_in(tables, "ties", "from_id", "to_id")
        for table in survey_tables(tables):
            file = table.ledger.file
            found[file] = ids_in(tables, file, "respondent", "alter")
    for name, ids in found.items():
        if ids:
            told = "taken as agencies, since there is no agencies.csv"
            tables[name].ledger.add("no_roster", count=len(ids), what=told)
    every = sorted(set().union(*found.values()))
    tables["agencies"] = _made("agencies", pd.DataFrame({"agency_id": every}, dtype="str"))


def survey_tables(tables: Tables) -> list[Table]:
    """Give the files of a survey among the tables; each is there by its file's name."""
    return [table for name, table in tables.items() if is_survey(name)]


def complete_people(tables: Tables) -> None:
    """Add the people whom the log names, where people.csv is absent."""
    if "people" in tables:
        return
    homes = _people_in_log(tables, ids_in(tables, "agencies", "agency_id"))
    if homes:
        told = "taken as people, since there is no people.csv"
        tables["referrals"].ledger.add("no_roster", count=len(homes), what=told)
    frame = pd.DataFrame(sorted(homes.items()), columns=["person_id", "agency_id"], dtype="str")
    tables["people"] = _made("people", frame)


def add_agencies(tables: Tables, names: Mapping[str, str]) -> None:
    """Add agencies, given as id and name, to the roster."""
    frame = pd.DataFrame({"agency_id": list(names), "name": list(names.values())}, dtype="str")
    _append(tables["agencies"], frame)


def add_people(tables: Tables, homes: Mapping[str, str]) -> None:
    """Add people, given as id and agency; an agency that isn't known gets an id of its own."""
    taken = ids_in(tables, "agencies", "agency_id") | ids_in(tables, "people", "person_id")
    taken |= set(homes)
    named = {}
    made = {}
    for person, agency in homes.items():
        named[person] = agency or _unused(f"agency_of_{person}", taken)
        if not agency:
            taken.add(named[person])
            made[named[person]] = f"agency of {person}, not known"
    if made:
        add_agencies(tables, made)
    frame = pd.DataFrame({"person_id": list(named), "agency_id": list(named.values())}, dtype="str")
    _append(tables["people"], frame)


def _unused(wanted: str, taken: set[str]) -> str:
    if wanted not in taken:
        return wanted
    return next(name for n in count(2) if (name := f"{wanted}_{n}") not in taken)


def _append(table: Table, frame: pd.DataFrame) -> None:
    # Row 0: nobody sees these rows in a sheet.
    joined = pd.concat([table.kept, frame.assign(row=0, at=-1)], ignore_index=True)
    texts = [name for name in joined if pd.api.types.is_string_dtype(joined[name])]
    table.frame = joined.fillna(dict.fromkeys(texts, ""))


def _made(name: str, frame: pd.DataFrame) -> Table:
    spec = {"agencies": AGENCIES, "people": PEOPLE}[name]
    return Table(spec, Ledger(TABLES[name].file), frame.assign(row=0, at=-1))


def ids_in(tables: Tables, name: str, *columns: str) -> set[str]:
    """Give the ids that columns of a table hold; none when the table is absent."""
    if name not in tables:
        return set()
    frame = tables[name].kept
    have = [column for column in columns if column in frame]
    return {one for column in have for one in frame[column].unique()} - {""}


def _people_in_log(tables: Tables, agencies: set[str]) -> dict[str, str]:
    """The people that person cells of the log name, each with the agency of the first row."""
    if "referrals" not in tables:
        return {}
    frame = tables["referrals"].kept
    homes: dict[str, str] = {}
    for side in ("from", "to"):
        if f"{side}_person" in frame:
            _first_of(homes, records(frame, f"{side}_person", f"{side}_agency"))
    return {person: agency for person, agency in homes.items() if person not in agencies}


def _first_of(homes: dict[str, str], pairs: Iterable[tuple[str, ...]]) -> None:
    for person, agency in pairs:
        if person:
            homes.setdefault(person, agency)
