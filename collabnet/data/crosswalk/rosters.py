"""Whom a coalition's rosters know, by every name."""

import pandas as pd

from collabnet.data.crosswalk.entries import Entry, Spelling
from collabnet.data.roster import Tables
from collabnet.model.records import records
from collabnet.model.vocabulary import plain

_CONTACTS = (
    "email", "e_mail", "mail", "email_address", "contact", "contact_email", "website", "web", "url",
    "domain",
)  # fmt: skip
_AGENCY = ("agency_id", "name", "alternate_names", "site", "region")
_PERSON = ("person_id", "name", "alternate_names", "agency_id")


def ids_of(tables: Tables) -> set[str]:
    """Give the ids of all agencies and people."""
    found: set[str] = set()
    for name, key in (("agencies", "agency_id"), ("people", "person_id")):
        if name in tables:
            found |= set(tables[name].kept[key].unique()) - {""}
    return found


def agencies_in(tables: Tables) -> list[Entry]:
    """Give the agencies of agencies.csv, with every name and place."""
    if "agencies" not in tables:
        return []
    frame = tables["agencies"].kept
    contacts = _contacts(frame)
    pairs = records(_with(frame, "name", "alternate_names", "site", "region"), *_AGENCY)
    return [
        Entry("agency", one, _names(name, others), (), (site, region), contacts[at])
        for at, (one, name, others, site, region) in enumerate(pairs)
    ]


def people_in(tables: Tables) -> list[Entry]:
    """Give the people of people.csv, each with every agency."""
    if "people" not in tables:
        return []
    frame = tables["people"].kept
    contacts = _contacts(frame)
    homes: dict[str, list[str]] = {}
    if "memberships" in tables:
        for person, agency in records(tables["memberships"].kept, "person_id", "agency_id"):
            homes.setdefault(person, []).append(agency)
    pairs = records(_with(frame, "name", "alternate_names"), *_PERSON)
    return [
        Entry(
            "person",
            one,
            _names(name, others),
            tuple(dict.fromkeys([agency, *homes.get(one, [])])),
            ("", ""),
            contacts[at],
        )
        for at, (one, name, others, agency) in enumerate(pairs)
    ]


def entries_of(spellings: list[Spelling]) -> list[Entry]:
    """Take the spellings for a roster, where there is none, each for every kind it may be."""
    return [
        Entry(kind, one.written, (one.written,), (one.at_agency,) if one.at_agency else ())
        for one in spellings
        for kind in one.kinds
    ]


def _with(frame: pd.DataFrame, *columns: str) -> pd.DataFrame:
    absent = {name: "" for name in columns if name not in frame}
    return frame.assign(**absent).fillna(dict.fromkeys(columns, ""))


def _names(name: str, others: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys([name, *(one.strip() for one in others.split(";") if one.strip())]))


def _contacts(frame: pd.DataFrame) -> list[tuple[str, ...]]:
    """The addresses of each row, where the roster has columns for them."""
    columns = [str(name) for name in frame.columns if plain(str(name)) in _CONTACTS]
    if not columns:
        return [()] * len(frame)
    cells = records(frame.fillna(dict.fromkeys(columns, "")), *columns)
    return [tuple(str(cell) for cell in row if cell) for row in cells]
