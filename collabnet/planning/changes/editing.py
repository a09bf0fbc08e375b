"""What every change needs to edit tables: to find ids, add rows, keep what answers say apart."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from collabnet.model import Coalition
from collabnet.model.errors import CollabnetError, unknown_name
from collabnet.model.frames import FIRST_ROW, conform
from collabnet.model.records import records
from collabnet.model.specs import TABLES, is_survey
from collabnet.model.survey_ties import survey_ties

TIES_FILE = TABLES["ties"].file
MADE_UP = "illustrative"
"""The status of evidence of rows that a change adds: nobody has reported them."""


def need_agency(coalition: Coalition, agency: str) -> None:
    """Refuse an id that no agency has."""
    _need(coalition, agency, "agency", coalition.agencies["agency_id"], "agencies.csv")


def need_actor(coalition: Coalition, actor: str) -> None:
    """Refuse an id that neither a person nor an agency has."""
    known = [*coalition.people["person_id"], *coalition.agencies["agency_id"]]
    _need(coalition, actor, "person or agency", known, "people.csv and agencies.csv")


def need_person(coalition: Coalition, person: str, change: str, remedy: str) -> Mapping[str, Any]:
    """Give the row of one person; refuse an id that nobody has, and groups.

    ``remedy`` says what to do instead where several people are recorded as one.
    """
    people = coalition.people
    _need(coalition, person, "person", people["person_id"], "people.csv")
    row = people[people["person_id"] == person].iloc[0]
    own = {str(column): value for column, value in row.items()}
    if own["kind"] == "group":
        raise CollabnetError(
            f"{change} needs one person; {person!r} is several people recorded as one. {remedy}"
        )
    return own


def need_two(change: str, what: str, one: str, other: str) -> None:
    """Refuse one id given twice where two are needed."""
    if one == other:
        raise CollabnetError(f"{change} needs two {what}; got {one!r} twice. Name another one.")


def _need(coalition: Coalition, actor: str, what: str, known: Iterable[str], where: str) -> None:
    ids = list(known)
    if actor not in ids:
        remedy = f"Ids of {coalition.settings.name} stand in {where}."
        raise unknown_name(what, actor, ids, remedy, coalition.names)


def free_id(wished: str, taken: Iterable[str]) -> str:
    """Give an id that nothing has yet."""
    ids = set(taken)
    while wished in ids:
        wished += "_again"
    return wished


def with_rows(name: str, table: pd.DataFrame, rows: Sequence[Mapping[str, object]]) -> pd.DataFrame:
    """Give a table with rows added below; cells that a row doesn't have are blank."""
    if not rows:
        return table
    own = table[table["file"] == TIES_FILE] if name == "ties" else table
    start = int(own["row"].max()) + 1 if len(own) else FIRST_ROW
    numbered = [{**row, "row": start + place} for place, row in enumerate(rows)]
    added = conform(TABLES[name], pd.DataFrame(numbered))
    return pd.concat([table, added], ignore_index=True) if len(table) else added


def without(table: pd.DataFrame, gone: set[str], *columns: str) -> pd.DataFrame:
    """Give the rows that have none of some ids in some columns."""
    for column in columns:
        table = table[~table[column].isin(gone)]
    return table


def flags(table: pd.DataFrame, found: Iterable[bool]) -> pd.Series:
    """Give one yes or no for each row, also where there is no row."""
    return pd.Series(list(found), index=table.index, dtype="bool")


def edited(coalition: Coalition, **tables: pd.DataFrame) -> Coalition:
    """Give the coalition with tables replaced, as if it had been read from edited files.

    A tie that an answer stated and that stays although the answer is gone, or is held by
    somebody else now, becomes a tie of ties.csv: whoever reads the files would not find it else.
    """
    if coalition.answers.empty:
        return coalition.with_tables(**tables)
    made = coalition.with_tables(**tables)
    key = ("file", "row", "from_id", "to_id")
    stated = set(records(survey_ties(made), *key))
    ties = made.ties
    is_lost = flags(
        ties, (is_survey(cells[0]) and cells not in stated for cells in records(ties, *key))
    )
    own = ties[~ties["file"].map(is_survey).astype("bool")]
    columns = [column for column in ties.columns if column != "file"]
    lost = [dict(zip(columns, cells, strict=True)) for cells in records(ties[is_lost], *columns)]
    return made.with_tables(ties=with_rows("ties", own, lost)).with_survey_ties()
