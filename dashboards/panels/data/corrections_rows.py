"""The rows of a table to choose from, each by what stands in it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from collabnet.data.editing import OwnTable

from .field_words import NEW, term

MOST_ROWS = 5000


@dataclass(frozen=True)
class Actors:
    """The names of those whom a field may mean, by id."""

    agencies: Mapping[str, str]
    people: Mapping[str, str]

    def name(self, actor: str) -> str:
        """Give a name; the id where none is known."""
        return self.agencies.get(actor) or self.people.get(actor) or actor


def row_options(own: OwnTable, actors: Actors) -> list[dict[str, str]]:
    """List the rows of a table by what stands in them, and on top a way to add one."""
    rows = own.rows[:MOST_ROWS]
    found = [(_row_words(own.name, own.row(row) or {}, actors), row) for row in rows]
    alike = [words for words, _ in found]
    made = [
        {"value": f"{own.name}.r{row}", "label": words + f" (row {row})" * (alike.count(words) > 1)}
        for words, row in sorted(found)
    ]
    return [{"value": f"{own.name}.new", "label": NEW[own.name]}, *made]


def _row_words(table: str, cells: Mapping[str, str], actors: Actors) -> str:
    def said(*names: str, last: str = "") -> str:
        return ", ".join(filter(None, (*(term(cells.get(name, "")) for name in names), last)))

    def way(one: str, other: str) -> str:
        return f"{actors.name(cells.get(one, ''))} to {actors.name(cells.get(other, ''))}"

    match table:
        case "people":
            home = actors.name(cells.get("agency_id", ""))
            return (
                said("name", "role", last=home) if cells.get("name") else said("person_id", "role")
            )
        case "agencies":
            return cells.get("name") or cells.get("agency_id", "")
        case "ties":
            return f"{way('source', 'target')}: {said('kind', 'basis', 'quality')}"
        case "agreements":
            return f"{way('from_agency', 'to_agency')}: {said('kind', 'agreement_id')}"
        case "referrals":
            return f"{cells.get('date', '')} {way('from_agency', 'to_agency')}: {said('service')}"
        case "memberships":
            return way("person_id", "agency_id")
        case _:
            return f"{actors.name(cells.get('agency_id', ''))}: {said('role')}"


def chosen_row(table: str, value: str) -> int | None:
    """Give the row of a choice; None where it is another table's, or a row to add.

    Examples
    --------
    >>> chosen_row("people", "people.r12"), chosen_row("ties", "people.r12")
    (12, None)
    """
    found = re.fullmatch(rf"{table}\.r(\d{{1,7}})", value)
    return int(found[1]) if found else None
