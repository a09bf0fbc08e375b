"""Networks in two sheets, one of actors and one of ties: what Kumu, Gephi and Polinode share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from collabnet.data.issues import Ledger, listed
from collabnet.data.networks.joined import Joined
from collabnet.data.networks.outgoing import key_of
from collabnet.data.networks.reading import NetworkReading
from collabnet.data.networks.sheet_table import Table, header_of, take_table
from collabnet.data.networks.typed import TypedDraft, Values
from collabnet.data.options import Answers
from collabnet.data.sources.opened import Grid, Ledgers, Opened
from collabnet.model.vocabulary import plain


@dataclass(frozen=True)
class Shape:
    """How a program calls the columns of its two sheets; names are compared in their plain form.

    Attributes
    ----------
    actor_ids : columns that may hold the id of an actor, the first filled one counts
    actors, ties : what columns are called as attributes; others keep their own names
    ends : the columns of the two ends of a tie
    key : the column of a tie's own id, if there is one
    direction : the column that says the direction of a tie
    words : what is said there, and whether it means a direction
    is_directed : what a tie is where nothing is said
    lists : what parts several values in one cell
    """

    title: str
    actor_ids: tuple[str, ...]
    ends: tuple[str, str]
    actors: Mapping[str, str] = field(default_factory=dict)
    ties: Mapping[str, str] = field(default_factory=dict)
    key: str = ""
    direction: str = ""
    words: Mapping[str, bool] = field(default_factory=dict)
    is_directed: bool = True
    lists: str = ""


def read_sheets(
    actors: Sequence[Table],
    ties: Sequence[Table],
    shape: Shape,
    ledger: Ledger,
    answers: Answers,
    *,
    merge: bool = False,
) -> NetworkReading:
    """Read one network from sheets of actors, of ties, or both.

    The ledger of the reading joins those of the sheets; ``ledger`` is that of the file, for a
    reading without any.
    """
    sheets = [*ties, *actors]
    joined = Joined([sheet.ledger for sheet in sheets] or [ledger])
    draft = TypedDraft(joined, answers, merge=merge)
    names = _Names(shape, draft)
    starts = joined.starts
    for sheet, start in zip(actors, starts[len(ties) :], strict=False):
        names.declare(sheet, start)
    for sheet, start in zip(ties, starts, strict=False):
        names.join(sheet, start, answers)
    reading = draft.finish(is_directed=shape.is_directed)
    joined.settle()
    if any(sheet.ledger.is_stopped for sheet in sheets):
        reading.network = None
    return reading


class _Names:
    """Who is meant: an id, else a label that only one actor has."""

    def __init__(self, shape: Shape, draft: TypedDraft) -> None:
        self.shape = shape
        self.draft = draft
        self.ids: set[str] = set()
        self.labelled: dict[str, list[str]] = {}

    def declare(self, table: Table, offset: int) -> None:
        """Declare the actors of a sheet."""
        shape = self.shape
        for at, cells in table.rows:
            values = table.values(cells)
            actor = next((values[name] for name in shape.actor_ids if values.get(name)), "")
            used = next((name for name in shape.actor_ids if values.get(name)), "")
            if not actor.strip():
                table.ledger.add("required_blank", at, column=shape.actor_ids[-1])
                continue
            if actor in self.ids:
                table.ledger.add("duplicate_actor", at, value=actor)
                continue
            self.ids.add(actor)
            told = self._attributes(values, table, shape.actors, {used})
            if isinstance(name := told.get("name"), str):
                self.labelled.setdefault(name, []).append(actor)
            self.draft.actor(0, actor, told, at=at + offset)

    def join(self, table: Table, offset: int, answers: Answers) -> None:
        """Add the ties of a sheet."""
        shape = self.shape
        # A column called "-" reads as "": that is no column of a format without such a one.
        taken = {*shape.ends, shape.direction, shape.key} - {""}
        silent = 0
        stated = answers.text("", "directed")
        for at, cells in table.rows:
            values = table.values(cells)
            word = values.get(shape.direction, "") if shape.direction else ""
            is_directed = shape.words.get(plain(word))
            if word and is_directed is None:
                known = listed(list(shape.words), "or")
                told = {"expected": known}
                column = table.written(shape.direction)
                table.ledger.add("direction_word", at, column=column, value=word, **told)  # type: ignore[arg-type] # facts
                continue
            if is_directed is None:
                silent += 1
                is_directed = stated == "yes" if stated else shape.is_directed
            attributes = self._attributes(values, table, shape.ties, taken)
            if plain(word) == "mutual":
                attributes["direction"] = "mutual"
            start, end = (self._meant(values.get(name, "")) for name in shape.ends)
            key = values.get(shape.key) if shape.key else None
            self.draft.tie(
                0,
                start,
                end,
                attributes,
                is_directed=is_directed,
                key=key_of(key) if key else None,
                at=at + offset,
            )
        if silent and not stated:
            found = "with" if shape.is_directed else "without"
            table.ledger.add("direction_not_said", found=found)

    def _meant(self, end: str) -> str:
        others = self.labelled.get(end, [])
        if end in self.ids or not others:
            return end
        if len(others) > 1:
            self.draft.ledger.add("choose_actor_label", value=end)
        return others[0]

    def _attributes(
        self,
        values: Mapping[str, str],
        table: Table,
        names: Mapping[str, str],
        taken: set[str],
    ) -> Values:
        parted = self.shape.lists
        return {
            names.get(name, table.written(name)): (
                cell.split(parted) if parted and parted in cell else cell
            )
            for name, cell in values.items()
            if name not in taken
        }


def find_grids(opened: Opened, shape: Shape, named: tuple[str, str]) -> tuple[Grid | None, ...]:
    """Find the sheets of actors and of ties, by their columns; by their names where several fit.

    Sheets whose name says ``(ignore)`` are not looked at.
    """
    grids = [grid for grid in opened.grids if "(ignore)" not in grid.name.lower()]
    of_ties = [grid for grid in grids if set(shape.ends) <= set(header_of(grid))]
    rest = [grid for grid in grids if grid not in of_ties]
    of_actors = [grid for grid in rest if set(shape.actor_ids) & set(header_of(grid))]
    found: list[Grid | None] = []
    for fitting, name in ((of_actors, named[0]), (of_ties, named[1])):
        exact = [grid for grid in fitting if plain(grid.name) == name]
        found.append(next(iter(exact or fitting), None))
    return tuple(found)


def read_workbook(
    opened: Opened,
    ledgers: Ledgers,
    answers: Answers,
    shape: Shape,
    named: tuple[str, str],
    *,
    merge: bool = False,
) -> NetworkReading:
    """Read a network from the sheets of one file."""
    ledger = ledgers.of()
    found = find_grids(opened, shape, named)
    if found == (None, None):
        said = f"no sheet has the columns {shape.ends[0]} and {shape.ends[1]}"
        ledger.add("no_network", format=shape.title, found=said)
        return NetworkReading(None, ledger)
    for grid in opened.grids:
        if grid not in found:
            ledger.add("sheet_left_out", value=grid.name)
    tables: list[Table | None] = []
    for one in found:
        table = None if one is None else take_table(one, ledgers.of(one.name))
        if one is not None and table is None:
            return NetworkReading(None, ledgers.of(one.name))
        tables.append(table)
    actors, ties = ([one] if one else [] for one in tables)
    return read_sheets(actors, ties, shape, ledger, answers, merge=merge)
