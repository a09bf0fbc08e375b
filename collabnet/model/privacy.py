"""Columns that tell who a client is: recognised by name, and never stored."""

import re
from collections.abc import Mapping

import pandas as pd

from collabnet.model.errors import CollabnetError
from collabnet.model.specs import TABLES
from collabnet.model.vocabulary import plain

_CLIENT = (
    r"(client|youth|survivor|minor|victim|child|patient|juvenile|young_person|participant|"
    r"beneficiary|personal|student)"
)
_CLIENT_ID = re.compile(
    rf"{_CLIENT}s?_?(id|ids|no|nr|number|code|ref|reference|pseudonym|key|token|hash|uid)"
)
_CLIENT_ALONE = re.compile(rf"{_CLIENT}s?")
_HEADERS = (
    (r"ssn|social_security(_(number|no))?", "social security numbers"),
    (r"(\w+_)?(dob|date_of_birth|birth_?dates?|birth_?days?|d_o_b|born(_on)?)", "birth dates"),
    (rf"{_CLIENT}s?_(\w+_)?(name|names|initials|surname|nickname|alias)", "names of clients"),
    (r"(\w+_)?initials|full_?name|first_?name|last_?name|surname", "names"),
    (
        r"(parent|guardian|mother|father|caregiver|relative|trafficker|suspect)s?"
        r"(_(\w+_)?(name|names|initials|surname|phone))?",
        "names of people around a client",
    ),
    (r"(\w+_)?e_?mails?(_address)?", "e-mail addresses"),
    (r"(\w+_)?(tele|cell_?|mobile_?)?phones?(_(number|no))?|mobile|cell", "phone numbers"),
    (r"(\w+_)?(street|address|home_address|zip|zip_?code|postcode)(_\w+)?", "addresses"),
    (r"(\w+_)?(case|docket|court_file)_?(no|nr|number|id)", "case numbers"),
    (r"mrn|(\w+_)?medical_record(_\w+)?|medicaid(_\w+)?", "patient numbers"),
)
_HEADER_RULES = [(re.compile(pattern), what) for pattern, what in _HEADERS]
# Names of staff are what the tables of agencies and people are for.
_OF_STAFF = {"people": {"names"}, "agencies": {"names"}}
_LONGEST = 200


def is_client_id(column: str, table: str) -> bool:
    """Whether a column holds ids of clients, by its name.

    Examples
    --------
    >>> is_client_id("Client ID", "referrals"), is_client_id("person_id", "people")
    (True, False)
    """
    name = _snake(column)
    # In a roster of agencies "youth" may say whom they serve; elsewhere it says who was sent.
    alone = table not in ("agencies", "people", "posts") and _CLIENT_ALONE.fullmatch(name)
    return bool(alone or _CLIENT_ID.fullmatch(name))


def personal_header(column: str, table: str) -> str:
    """What a column seems to hold of a person who is no staff, by its name; "" if nothing.

    Examples
    --------
    >>> personal_header("Client name", "referrals"), personal_header("name", "people")
    ('names of clients', '')
    """
    name, staff = _snake(column), _OF_STAFF.get(table, set())
    return next(
        (what for rule, what in _HEADER_RULES if what not in staff and rule.fullmatch(name)), ""
    )


def screen(table: str, frame: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """Take ids of clients off a data frame; give it with the names of the columns dropped.

    Raises
    ------
    CollabnetError
        If another column seems to tell who a client is.
    """
    known = {column.file_name for column in TABLES[table].columns if column.role != "client"}
    known |= {column.model_name for column in TABLES[table].columns if column.role != "client"}
    others = [str(column) for column in frame.columns if str(column) not in known | {"row"}]
    ids = [column for column in others if is_client_id(column, table)]
    for column in others:
        if column not in ids and (what := personal_header(column, table)):
            raise CollabnetError(
                f"The table {table} may not tell who a client is; the column {column!r} seems to "
                f"hold {what}. Drop it, or rename it if it holds something else."
            )
    return frame.drop(columns=ids), ids


def screen_all(
    tables: Mapping[str, pd.DataFrame | None],
) -> tuple[dict[str, pd.DataFrame | None], list[dict[str, str]]]:
    """Take ids of clients off every table; give them with a note for each column dropped."""
    kept: dict[str, pd.DataFrame | None] = {}
    notes = []
    for name, table in tables.items():
        kept[name] = table
        if table is not None:
            kept[name], dropped = screen(name, table)
            notes += [_dropped(name, column) for column in dropped]
    return kept, notes


def _dropped(table: str, column: str) -> dict[str, str]:
    return {
        "file": table,
        "sheet": "",
        "column": column,
        "code": "client_ids_dropped",
        "level": "NOTE",
        "message": "Ids of clients were dropped.",
        "remedy": "Nothing to do.",
    }


def _snake(name: str) -> str:
    """The name in the form in which names are compared: words in small letters, joined by _."""
    return plain(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name.replace(".", "_")))[:_LONGEST]
