"""Whether ids fit: given once, and used as what they are."""

from dataclasses import dataclass

from collabnet.data.crosswalk.nearest import Nearest
from collabnet.data.issues import Facts, shown
from collabnet.data.options import Answers
from collabnet.data.roster import (
    Tables,
    add_agencies,
    add_people,
    complete_agencies,
    complete_people,
    ids_in,
    survey_tables,
)
from collabnet.data.table import Table
from collabnet.model.records import records

MOST_NEAR_MATCHES = 20
"""Unknown ids for which near matches are looked up; for thousands that would take minutes."""


@dataclass(frozen=True)
class Use:
    """A column that holds ids: of agencies, of people or of either; blank where that is allowed."""

    table: str
    column: str
    needs: str
    home: str = ""


AGENCY_USES = (
    Use("people", "agency_id", "an agency"),
    Use("memberships", "agency_id", "an agency"),
    Use("agreements", "from_agency", "an agency"),
    Use("agreements", "to_agency", "an agency"),
    Use("referrals", "from_agency", "an agency"),
    Use("referrals", "to_agency", "an agency"),
    Use("posts", "agency_id", "an agency"),
)
PERSON_USES = (
    Use("memberships", "person_id", "a person", home="agency_id"),
    Use("referrals", "from_person", "an actor", home="from_agency"),
    Use("referrals", "to_person", "an actor", home="to_agency"),
    Use("ties", "from_id", "an actor"),
    Use("ties", "to_id", "an actor"),
)


def check_ids(table: Table) -> None:
    """Leave out rows whose id another row has: skipped if they are the same, else rejected."""
    spec, frame = table.spec, table.kept
    if not spec.key or spec.key not in frame:
        return
    column = next(one.file_name for one in spec.columns if one.model_name == spec.key)
    ids = frame[spec.key]
    twice = frame[ids.duplicated(keep=False) & (ids != "")]
    content = [name for name in frame.columns if name not in ("row", "at")]
    first: dict[str, tuple[int, tuple[object, ...]]] = {}
    pairs = zip(twice[spec.key], twice["at"], twice["row"], records(twice, *content), strict=True)
    for name, at, row, cells in pairs:
        if name not in first:
            first[name] = (row, cells)
            continue
        other, same = first[name]
        told: Facts = {"column": column, "value": name, "other": other}
        table.ledger.add("duplicate_row" if cells == same else "duplicate_id", at, **told)
        if cells == same:
            table.ledger.skipped.add(at)
    table.settle()


def check_rosters(tables: Tables, answers: Answers) -> None:
    """Complete the rosters, and look at every id that a table uses.

    Those that no roster has are added, rejected or asked about. Agencies come first: whom the
    log names is known only when its rows are.
    """
    complete_agencies(tables)
    for use in AGENCY_USES:
        _check_use(use, tables, answers)
    complete_people(tables)
    _check_both(tables)
    for use in PERSON_USES:
        _check_use(use, tables, answers)
    for table in survey_tables(tables):
        for column in ("respondent", "alter"):
            _check_use(Use(table.ledger.file, column, "an actor"), tables, answers)


def _check_both(tables: Tables) -> None:
    """Stop when an id names an agency and a person."""
    people = tables["people"].kept
    both = people[people["person_id"].isin(ids_in(tables, "agencies", "agency_id"))]
    for at, name in zip(both["at"], both["person_id"], strict=True):
        tables["people"].ledger.add("id_in_two_tables", at, column="person_id", value=name)


def _check_use(use: Use, tables: Tables, answers: Answers) -> None:
    if use.table not in tables or use.column not in tables[use.table].kept:
        return
    table = tables[use.table]
    agencies = ids_in(tables, "agencies", "agency_id")
    people = ids_in(tables, "people", "person_id")
    fits = {"an agency": agencies, "a person": people, "an actor": agencies | people}[use.needs]
    frame = table.kept
    bad = frame[~frame[use.column].isin(fits | {""})]
    if bad.empty:
        return
    file_name = {c.model_name: c.file_name for c in table.spec.columns}[use.column]
    answer = answers.text(table.spec.name, "unknown_actors")
    added: dict[str, str] = {}
    nearest = Nearest(tables)
    for number, (name, group) in enumerate(bad.groupby(use.column, sort=False)):
        told: Facts = {"column": file_name, "value": str(name)}
        if name in agencies | people:
            found = "a person" if name in people else "an agency"
            for at in group["at"]:
                table.ledger.add("wrong_kind", at, **told, found=found, needed=use.needs)
        elif answer == "reject":
            for at in group["at"]:
                table.ledger.add("unknown_actor_rejected", at, **told)
        elif answer == "add":
            added[str(name)] = str(group[use.home].iloc[0]) if use.home else ""
            what = _what(use, added[str(name)])
            table.ledger.add("actor_added", group["at"].iloc[0], **told, what=what)
        else:
            home = str(group[use.home].iloc[0]) if use.home else ""
            near = nearest.to_text(str(name), fits, home) if number < MOST_NEAR_MATCHES else ""
            counts: Facts = {"count": len(group), "near": near}
            table.ledger.add("unknown_actor", group["at"].iloc[0], **told, **counts)
    if added and use.needs == "an agency":
        add_agencies(tables, dict.fromkeys(added, ""))
    elif added:
        add_people(tables, added)
    table.settle()


def _what(use: Use, home: str) -> str:
    if use.needs == "an agency":
        return "an agency"
    return f"a person of '{shown(home)}'" if home else "a person whose agency isn't known"
