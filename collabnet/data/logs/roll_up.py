"""Groups of equal cells to pathways and carriers."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import pandas as pd

from collabnet.data.logs.cell_rules import Verdicts
from collabnet.data.logs.counts import OUTCOMES
from collabnet.data.logs.database import Database, literal
from collabnet.data.logs.gather import KEYS, Span

_JUDGED = (*KEYS, "odd_date")
_DAYS = "min(first_on) AS first_on, max(last_on) AS last_on"


def store_verdicts(verdicts: Verdicts, span: Span, database: Database) -> None:
    """Give each group its clean values, and the code of the rule that rejects it."""
    changed = [name for name in _JUDGED if _store(name, verdicts, database)]
    joins = " ".join(f"LEFT JOIN of_{name} ON of_{name}.raw = cells.{name}" for name in changed)
    codes = [f"nullif(of_{name}.code, '')" for name in ("odd_date", *KEYS) if name in changed]
    columns = [
        f"coalesce(of_{name}.clean, '') AS {name}" if name in changed else f"cells.{name}"
        for name in KEYS
    ]
    first, last, outside = "first_on", "last_on", "outside"
    if "odd_date" in changed:
        first, last = (f"coalesce({day}, of_odd_date.clean)" for day in (first, last))
        start, end = span.start or date.min, span.end or date.max
        odd = f"NOT of_odd_date.clean BETWEEN DATE '{start}' AND DATE '{end}'"
        outside = f"outside OR coalesce({odd}, false)"
    blank = " AND ".join(_blank(name) for name in _JUDGED)
    database.ask(
        f"CREATE TEMP VIEW judged AS SELECT file, {', '.join(columns)}, token, n, {first} AS "
        f"first_on, {last} AS last_on, coalesce({', '.join([*codes, repr('')])}) AS code, "
        f"{outside} AS outside, coalesce({blank}, false) AS unsure FROM cells {joins}"
    )
    database.ask("CREATE TEMP VIEW good AS SELECT * FROM judged WHERE code = '' AND NOT outside")


def _store(name: str, verdicts: Verdicts, database: Database) -> bool:
    """Store what the rules say of a column's values; False where all of them stay as they are."""
    column = "date" if name == "odd_date" else name
    clean, bad = verdicts.clean.get(column, {}), verdicts.bad.get(column, {})
    if not bad and all(raw == value for raw, value in clean.items()):
        return False
    raws = [*dict.fromkeys([*clean, *bad])]
    codes = [bad[raw].code if raw in bad else "" for raw in raws]
    kind = "DATE" if column == "date" else "VARCHAR"
    frame = pd.DataFrame({"raw": pd.Series(raws, dtype="str"), "code": codes})
    frame["clean"] = pd.Series([_plain(clean.get(raw)) for raw in raws], dtype="object")
    database.connection.register("verdicts", frame)
    database.ask(
        f"CREATE TEMP TABLE of_{name} AS SELECT CAST(raw AS VARCHAR) AS raw, "
        f"CAST(clean AS {kind}) AS clean, CAST(code AS VARCHAR) AS code FROM verdicts"
    )
    database.connection.unregister("verdicts")
    return True


def _blank(name: str) -> str:
    return f"trim(cells.{name}) = ''"


def _plain(value: object) -> object:
    """A value as the database takes it."""
    if value is None or value is pd.NaT:
        return None
    return value.date() if isinstance(value, datetime) else value


def pathways(database: Database, *, with_clients: bool) -> pd.DataFrame:
    """Count by from_agency, to_agency and service."""
    outcomes = [
        f"coalesce(sum(n) FILTER (coalesce(nullif(status, ''), 'made') = {literal(one)}), 0) "
        f"AS n_{one}"
        for one in OUTCOMES
    ]
    listed = ", ".join(literal(one) for one in ("", *OUTCOMES))
    clients = ", count(DISTINCT nullif(token, '')) AS n_clients" if with_clients else ""
    named = "from_person <> '' AND NOT is_position"
    return _frame(
        f"SELECT from_agency, to_agency, service, sum(n) AS n_referrals, {_DAYS}, "
        f"{', '.join(outcomes)}, coalesce(sum(n) FILTER (status NOT IN ({listed})), 0) AS "
        f"n_other_status, count(DISTINCT from_person) FILTER ({named}) AS n_from_people, "
        f"coalesce(sum(n) FILTER (from_person = ''), 0) AS n_from_unknown, "
        f"coalesce(sum(n) FILTER (is_position), 0) AS n_from_position{clients} FROM "
        f"(SELECT *, from_person IN ({_AGENCIES}) AS is_position FROM good) "
        "GROUP BY from_agency, to_agency, service ORDER BY from_agency, to_agency, service",
        ("from_agency", "to_agency", "service"),
        database,
    )


_AGENCIES = "SELECT from_agency FROM good UNION SELECT to_agency FROM good"


def carriers(database: Database) -> pd.DataFrame:
    """Count by from_agency, to_agency and the person who sent."""
    return _frame(
        f"SELECT from_agency, to_agency, from_person, sum(n) AS n_referrals, {_DAYS} FROM good "
        "WHERE from_person <> '' GROUP BY from_agency, to_agency, from_person "
        "ORDER BY from_agency, to_agency, from_person",
        ("from_agency", "to_agency", "from_person"),
        database,
    )


def paths(database: Database) -> pd.DataFrame:
    """Count different clients by the agencies that they went through, three in a row.

    A client is counted once for each path, however often it was gone. No token is in the answer.
    """
    return _frame(
        "WITH sent AS (SELECT token, from_agency, to_agency, min(first_on) AS first_on, "
        "max(last_on) AS last_on FROM good WHERE token <> '' AND from_agency <> to_agency "
        "GROUP BY token, from_agency, to_agency) "
        "SELECT a.from_agency, a.to_agency AS via_agency, b.to_agency, "
        "count(DISTINCT a.token) AS n_clients FROM sent a JOIN sent b ON a.token = b.token "
        "AND a.to_agency = b.from_agency AND b.last_on >= a.first_on "
        "GROUP BY a.from_agency, a.to_agency, b.to_agency "
        "ORDER BY a.from_agency, a.to_agency, b.to_agency",
        ("from_agency", "via_agency", "to_agency"),
        database,
    )


def _frame(sql: str, texts: Sequence[str], database: Database) -> pd.DataFrame:
    rows = database.ask(sql)
    names = [str(column[0]) for column in database.connection.description or ()]
    columns: dict[str, Any] = {}
    for place, name in enumerate(names):
        values = [row[place] for row in rows]
        if name in texts:
            columns[name] = pd.Series(values, dtype="str")
        elif name.endswith("_on"):
            columns[name] = pd.Series(values, dtype="datetime64[us]")
        else:
            columns[name] = pd.Series(values, dtype="int64")
    return pd.DataFrame(columns)
