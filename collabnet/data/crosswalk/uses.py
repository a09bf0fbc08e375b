"""Where a coalition's tables use names."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from collabnet.data.references import AGENCY_USES, PERSON_USES
from collabnet.data.roster import Tables, survey_tables
from collabnet.data.table import Table

_KINDS = {"an agency": ("agency",), "a person": ("person",), "an actor": ("person", "agency")}


@dataclass(frozen=True)
class Cells:
    """A column whose cells name somebody.

    Attributes
    ----------
    kinds : what they may name
    home : the column with the agency of the same row; "" where there is none
    is_elsewhere : whether the row's agency may be another than the person's own
    """

    table: Table
    column: str
    kinds: tuple[str, ...]
    home: str = ""
    is_elsewhere: bool = False

    @property
    def file(self) -> str:
        """The file's name."""
        return self.table.ledger.file

    @property
    def file_name(self) -> str:
        """The column's name in the file."""
        names = {one.model_name: one.file_name for one in self.table.spec.columns}
        return names.get(self.column, self.column)

    def open_rows(self, ids: set[str]) -> pd.DataFrame:
        """Give the rows whose cell is no id and not blank, with what tells who may be meant."""
        frame = self.table.kept
        rows = frame[~frame[self.column].isin(ids | {""})]
        found = pd.DataFrame({"written": rows[self.column], "at": rows["at"]})
        return found.assign(
            agency=rows.get(self.home, ""),
            site=rows.get("site", "") if self._has_place else "",
            region=rows.get("region", "") if self._has_place else "",
        ).fillna("")

    @property
    def _has_place(self) -> bool:
        """Whether the row's site is the named agency's: not in a log with two agencies a row."""
        return self.kinds == ("agency",) and not self.column.startswith(("from_", "to_"))


def cells_of(tables: Tables, *, of_people: bool) -> Iterator[Cells]:
    """Go through the columns that name agencies only, or through all others."""
    for use in PERSON_USES if of_people else AGENCY_USES:
        if use.table in tables and use.column in tables[use.table].kept:
            # In the cell of a person the name of an agency may mean its position, or nobody:
            # that is asked elsewhere.
            kinds = ("person",) if use.home else _KINDS[use.needs]
            elsewhere = use.table == "memberships"
            yield Cells(tables[use.table], use.column, kinds, use.home, elsewhere)
    if of_people:
        for table in survey_tables(tables):
            for column in ("respondent", "alter"):
                if column in table.kept:
                    yield Cells(table, column, _KINDS["an actor"])
