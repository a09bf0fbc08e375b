"""Read plain lists of ties: one to a line, two actors and whatever else is said of the tie."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from collabnet.data.networks.edge_list_rows import Row, rows_of, stop_code
from collabnet.data.networks.reading import NetworkDraft, NetworkReading
from collabnet.data.options import Answers
from collabnet.data.sources.opened import Ledgers, Opened
from collabnet.model.vocabulary import DIRECTED, plain

ROWS_LOOKED_AT = 50
_NUMBER = re.compile(r"\s*[+-]?(\d+[.,]?\d*|[.,]\d+)([eE][+-]?\d+)?\s*")
_FROM = (
    *("from", "source", "ego", "sender", "from_id", "from_actor", "giver"),
    *("node1", "actor1", "node_1", "actor_1", "v1", "i"),
)
_TO = (
    *("to", "target", "alter", "receiver", "to_id", "to_actor", "taker"),
    *("node2", "actor2", "node_2", "actor_2", "v2", "j"),
)
_STRENGTH = ("strength", "weight", "value")
_RELATION = ("relation", "kind", "tie_kind")
_WAYS = {"directed": True, "undirected": False}


@dataclass
class _Columns:
    """What each column holds, by its place."""

    source: int = 0
    target: int = 1
    strength: int | None = None
    relation: int | None = None
    directed: int | None = None
    others: dict[int, str] = field(default_factory=dict)
    width: int = 2
    has_header: bool = False


def recognise(opened: Opened) -> float:
    """Tell how likely a file is a plain list of ties; other readers know their own better.

    Without a header that says so, names have to stand in both columns or numbers in the third.
    """
    if opened.kind not in ("table", "text", "workbook"):
        return 0.0
    rows = list(islice(rows_of(opened), ROWS_LOOKED_AT))
    if not rows:
        return 0.0
    columns = _columns(rows, Answers())
    body = rows[1:] if columns.has_header else rows
    if columns.has_header and _named(rows[0].cells):
        return 0.5 if body else 0.2
    fits = all(2 <= len(row.cells) <= max(columns.width, 3) for row in body)
    plain_names = all(len(cell) < 60 for row in body for cell in row.cells)
    if not (body and fits and plain_names and columns.width <= 3):
        return 0.0
    first, second = ({row.cells[place] for row in body} for place in (0, 1))
    if not first.isdisjoint(second):
        return 0.3
    # Numbers beside names are a count, not a second actor.
    mixed = _are_numbers(second) and not _are_numbers(first)
    return 0.2 if columns.strength is not None and not mixed else 0.1


def _are_numbers(cells: Iterable[str]) -> bool:
    return all(_NUMBER.fullmatch(cell) for cell in cells)


def read(
    opened: Opened, ledgers: Ledgers, answers: Answers, *, merge: bool = False
) -> NetworkReading:
    """Read a list of ties, with a header or without, separated by whatever separates it.

    Without a header the third column is the strength if it holds numbers, else the relation.
    Whether ties have a direction is said by a column (directed, or type as Gephi has it), by
    the answer ``directed``, or not at all: then they lead from the first to the second.
    """
    ledger = ledgers.of(next((g.name for g in opened.grids if not g.is_hidden), ""))
    draft = NetworkDraft(ledger, answers, merge=merge)
    if found := stop_code(opened):
        ledger.add(found[0], line=found[1])
        return draft.refused()
    rows = rows_of(opened)
    first = list(islice(rows, ROWS_LOOKED_AT))
    if not first:
        ledger.add("empty_file")
        return draft.refused()
    columns = _columns(first, answers)
    answer = answers.text("", "directed")
    spaced: list[tuple[int, str, int]] = []
    for row in _all(first[1:] if columns.has_header else first, rows):
        at = _read_row(row, columns, draft, is_directed=answer != "no")
        if row.spaced:
            spaced.append((at, row.spaced, row.n_spaced))
    if spaced:
        at, value, _ = spaced[0]
        n = sum(count for *_, count in spaced)
        ledger.add("spaces_trimmed", at, column="ties", value=value, count=n)
    if not draft.count_actors() and not ledger.rejected:
        ledger.add("no_data_rows")
        return draft.refused()
    if columns.directed is None and not answer:
        told = {"found": "each stands in one row", "what": "ties from the first to the second"}
        ledger.add("direction_taken", **told)  # type: ignore[arg-type] # facts of a message
    return draft.finish(is_directed=answer != "no")


def _all(first: Sequence[Row], rest: Iterator[Row]) -> Iterator[Row]:
    yield from first
    yield from rest


def _named(cells: Sequence[str]) -> tuple[int, int] | None:
    """The places of the columns that name the ends of a tie, in a header."""
    names = [plain(cell) for cell in cells]
    source = next((names.index(name) for name in _FROM if name in names), None)
    target = next((names.index(name) for name in _TO if name in names), None)
    return None if source is None or target is None else (source, target)


def _columns(rows: Sequence[Row], answers: Answers) -> _Columns:
    header, body = rows[0].cells, [row.cells for row in rows[1:]]
    ends = _named(header)
    third = [cells[2] for cells in body if len(cells) > 2 and cells[2].strip()]
    numbers = sum(_NUMBER.fullmatch(cell) is not None for cell in third)
    mostly = bool(third) and 2 * numbers >= len(third)
    is_over = len(header) > 2 and mostly and not _NUMBER.fullmatch(header[2]) and header[2].strip()
    if ends or (is_over and not any(c.isdigit() for c in header[2])):
        return _from_header(header, ends or (0, 1), mostly)
    if answers.text("", "header_row") == "1":
        return _from_header(header, (0, 1), mostly)
    width = max(2, *(len(row.cells) for row in rows)) if len(rows) > 1 else max(2, len(header))
    if width == 2:
        return _Columns()
    columns = _Columns(width=width, others={i: f"column_{i + 1}" for i in range(3, width)})
    lone = [cells[2] for cells in (header, *body) if len(cells) > 2 and cells[2].strip()]
    hits = sum(_NUMBER.fullmatch(cell) is not None for cell in lone)
    if 2 * hits >= len(lone):
        columns.strength = 2
    else:
        columns.relation = 2
    return columns


def _from_header(header: Sequence[str], ends: tuple[int, int], third_is_number: bool) -> _Columns:
    columns = _Columns(*ends, width=len(header), has_header=True)
    names = [plain(name) for name in header]
    free = {place: name for place, name in enumerate(names) if place not in ends}
    columns.strength = _first(_STRENGTH, free)
    columns.relation = _first(_RELATION, free)
    columns.directed = _first(("directed", "type"), free)
    if (
        columns.strength is None
        and third_is_number
        and free
        and len(header) == 3
        and ends == (0, 1)
    ):
        columns.strength = 2
    used = (columns.strength, columns.relation, columns.directed)
    columns.others = {
        place: header[place].strip() or f"column_{place + 1}" for place in free if place not in used
    }
    return columns


def _first(words: Sequence[str], free: dict[int, str]) -> int | None:
    return next((place for word in words for place, name in free.items() if name == word), None)


def _read_row(row: Row, columns: _Columns, draft: NetworkDraft, *, is_directed: bool) -> int:
    """Read a row as a tie; give its position."""
    at, cells = row.at, row.cells
    if at is None or at >= len(draft.ledger.rows):
        at = draft.place(row.line, cells, row.row)
    elif not draft.use(at, cells):
        return at
    least = columns.width if columns.has_header else 2
    if row.flaw:
        draft.ledger.add(row.flaw, at)
    elif len(cells) > columns.width:
        draft.ledger.add("row_too_long", at, found=len(cells), expected=columns.width)
    elif len(cells) < least:
        draft.ledger.add("row_too_short", at, found=len(cells), expected=least)
    else:
        cells = [*cells, *[""] * (columns.width - len(cells))]
        attributes = {name: cells[i] for i, name in columns.others.items() if cells[i] != ""}
        way = _way(cells, columns, attributes)
        draft.tie(
            at,
            cells[columns.source],
            cells[columns.target],
            relation=_cell(cells, columns.relation).strip(),
            strength=_cell(cells, columns.strength),
            attributes=attributes,
            is_directed=is_directed if way is None else way,
        )
    return at


def _cell(cells: Sequence[str], place: int | None) -> str:
    return "" if place is None else cells[place]


def _way(cells: Sequence[str], columns: _Columns, attributes: dict[str, str]) -> bool | None:
    """Whether a tie has a direction; a word that doesn't say is kept as ``type``."""
    word = _cell(cells, columns.directed).strip()
    if not word:
        return None
    if word.lower() in _WAYS:
        return _WAYS[word.lower()]
    term, is_known = DIRECTED.normalise(word)
    if is_known:
        return term == "yes"
    attributes["type"] = word
    return None
