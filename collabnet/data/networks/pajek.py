"""Read Pajek's network files: numbered vertices, then arcs, edges, lists or matrices."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from collabnet.data.networks.matrix_axes import MOST_ACTORS, is_zero
from collabnet.data.networks.pajek_lines import Word, attributes, words_of
from collabnet.data.networks.pajek_vertices import Vertices
from collabnet.data.networks.reading import NetworkDraft, NetworkReading
from collabnet.data.options import Answers
from collabnet.data.sources.opened import Ledgers, Opened

_NAME = "a Pajek network"
_HEAD = re.compile(r"\s*\*\s*([A-Za-z]+)\s*(.*)$")
_SIZES = re.compile(r"(\d+)(?:\s+(\d+))?\b")
_RELATION = re.compile(r":?\s*(\d+)?\s*:?\s*(.*)$")
_NUMBERED = re.compile(r"\s*(\d{1,9}):\s+(.*)$")
_OURS = re.compile(r"^\s*\*\s*(vertices|arcs|edges|network|matrix)", re.IGNORECASE | re.MULTILINE)


def recognise(opened: Opened) -> float:
    """Tell how likely a file is a Pajek network: a line says ``*Vertices``."""
    start = opened.text[:20_000].removeprefix("\ufeff")
    if not _OURS.search(start):
        return 0.0
    return 1.0 if re.search(r"^\s*\*\s*vertices\s+\d", start, re.I | re.M) else 0.3


def read(
    opened: Opened, ledgers: Ledgers, answers: Answers, *, merge: bool = False
) -> NetworkReading:
    """Read a Pajek network; what is wrong with it goes to the ledger.

    Labels become ids; vertices of the same label are kept apart by their numbers. Coordinates,
    shapes and other parameters are kept as attributes. Arcs have a direction, edges have none.
    """
    draft = NetworkDraft(ledgers.of(), answers, merge=merge)
    reader = _Reader(draft)
    lines = re.split(r"\r\n|\n|\r", opened.text.removeprefix("\ufeff"))
    for number, line in enumerate(lines, 1):
        reader.take(number, line)
        if draft.ledger.is_stopped:
            return draft.refused()
    if not reader.finish():
        return draft.refused()
    return draft.finish(is_directed=reader.is_directed)


@dataclass
class _Matrix:
    """A matrix while it is read."""

    relation: str
    cells: list[tuple[str, int]] = field(default_factory=list)


class _Reader:
    """Read the lines of a file one after the other."""

    def __init__(self, draft: NetworkDraft) -> None:
        self.draft = draft
        self.vertices: Vertices | None = None
        self.is_directed = True
        self._relation = ""
        self._relations: dict[str, str] = {}
        self._part: Callable[[int, str], None] | None = None
        self._matrices: list[_Matrix] = []
        self._is_second = False

    def take(self, number: int, line: str) -> None:
        """Read one line."""
        text = line.strip()
        if not text or text.startswith(("%", "/*")):
            return
        if text.startswith("*") and (found := _HEAD.match(text)):
            self._begin(found[1].lower(), found[2].strip(), number)
        elif self._part:
            self._part(number, text)
        elif self.vertices is None and not self.draft.ledger.problems:
            self._stop("no line says *Vertices before the first of them")

    def finish(self) -> bool:
        """Read the matrices, whose cells may be spread over lines; False when refused."""
        if self.vertices is None:
            self._stop("no line says *Vertices")
            return False
        self.vertices.declare()
        return all(self._add_matrix(matrix) for matrix in self._matrices)

    def _stop(self, found: str) -> None:
        self.draft.ledger.add("network_header", format=_NAME, found=found)

    def _begin(self, word: str, rest: str, number: int) -> None:
        self._part = None
        if word == "vertices" and self.vertices is None:
            self._begin_vertices(rest, number)
        elif word == "network":
            if rest and self.vertices is None:
                self.draft.attributes["name"] = words_of(rest)[0].text if rest[0] == '"' else rest
        elif word in ("arcs", "edges", "arcslist", "edgeslist", "matrix") and not self._is_second:
            self._begin_ties(word, rest)
        else:
            if word == "vertices":
                self._is_second = True
            self._part = self._leave_out
            self.draft.ledger.add("part_left_out", line=number, value=f"*{word} {rest}".strip())

    def _leave_out(self, number: int, line: str) -> None:
        """A part that holds neither actors nor ties has been named; its lines go with it."""

    def _begin_vertices(self, rest: str, number: int) -> None:
        sizes = _SIZES.match(rest)
        if not sizes:
            self._stop(f"behind *Vertices stands {rest[:30]!r}, not their number")
            return
        if len(sizes[1]) > 9 or int(sizes[1]) > MOST_ACTORS:
            limit = f"{MOST_ACTORS:,}"
            told = {"found": sizes[1][:20], "limit": limit}
            self.draft.ledger.add("too_many_actors", line=number, **told)  # type: ignore[arg-type]
            return
        first = min(int((sizes[2] or "0")[:9]), int(sizes[1]))
        self.vertices = Vertices(self.draft, int(sizes[1]), first, number)
        self._part = self.vertices.take

    def _begin_ties(self, word: str, rest: str) -> None:
        if self.vertices is None:
            self._stop(f"*{word.capitalize()} stands before *Vertices")
            return
        self.vertices.declare()
        self._relation = self._named(rest)
        self.is_directed = not word.startswith("edges")
        if word == "matrix":
            self._matrices.append(_Matrix(self._relation))
            self._part = self._take_cells
        else:
            self._part = self._take_list if word.endswith("list") else self._take_tie

    def _named(self, rest: str) -> str:
        """The relation that a head names, as in ``*Arcs :2 "trust"``."""
        found = _RELATION.match(rest)
        if not found or rest.isdigit():
            # Some programs write the number of ties there.
            return ""
        words = words_of(found[2])
        name = words[0].text if words else (found[1] or "")
        if found[1]:
            self._relations[found[1]] = name
        return name

    def _take_tie(self, number: int, line: str) -> None:
        relation = self._relation
        if numbered := _NUMBERED.match(line):
            relation = self._relations.get(numbered[1], numbered[1])
            line = numbered[2]
        words = words_of(line)
        at = self.draft.place(number, [line])
        if len(words) < 2:
            needed = "the numbers of two vertices"
            self._reject("network_line", at, value=line, expected=needed)
            return
        ends = [self._end(word, at) for word in words[:2]]
        rest = words[2:]
        strength = ""
        if rest and (rest[0].is_number or (len(rest) % 2 and not rest[0].is_quoted)):
            strength = rest.pop(0).text
        values, left = attributes(rest, has_places=False)
        if left:
            needed = "a value behind each parameter"
            self._reject("network_line", at, value=line, expected=needed)
        if all(ends) and not left:
            self.draft.tie(
                at,
                ends[0],
                ends[1],
                relation=relation,
                strength=strength,
                attributes=values,
                is_directed=self.is_directed,
            )

    def _take_list(self, number: int, line: str) -> None:
        words = words_of(line)
        for other in words[1:]:
            at = self.draft.place(number, [words[0].text, other.text])
            ends = [self._end(word, at) for word in (words[0], other)]
            if all(ends):
                self.draft.tie(
                    at, ends[0], ends[1], relation=self._relation, is_directed=self.is_directed
                )

    def _take_cells(self, number: int, line: str) -> None:
        self._matrices[-1].cells += [(word, number) for word in line.replace(",", " ").split()]

    def _add_matrix(self, matrix: _Matrix) -> bool:
        """Add the ties of a matrix; False when it has not as many cells as it needs."""
        ids = self.vertices.ids if self.vertices else []
        first = self.vertices.n_first if self.vertices else 0
        rows, columns = (ids[:first], ids[first:]) if first else (ids, ids)
        if len(matrix.cells) != len(rows) * len(columns):
            self.draft.ledger.add(
                "wrong_cell_count",
                size=f"{len(rows)} by {len(columns)}",
                expected=len(rows) * len(columns),
                found=f"{len(matrix.cells)} are there",
            )
            return False
        for place, (cell, line) in enumerate(matrix.cells):
            if not is_zero(cell):
                ends = rows[place // len(columns)], columns[place % len(columns)]
                at = self.draft.place(line, [*ends, cell])
                self.draft.tie(
                    at,
                    *ends,
                    relation=matrix.relation,
                    strength=cell,
                    is_directed=not first,
                    column=ends[1],
                )
        return True

    def _end(self, word: Word, at: int) -> str:
        ids = self.vertices.ids if self.vertices else []
        text = word.text
        if text.isascii() and text.isdigit() and len(text) < 10 and 1 <= int(text) <= len(ids):
            return ids[int(text) - 1]
        self._reject("no_such_number", at, value=text, low=1, high=len(ids))
        return ""

    def _reject(self, code: str, at: int, value: str, **facts: object) -> None:
        if at not in self.draft.ledger.rejected:
            self.draft.ledger.add(code, at, value=value, **facts)  # type: ignore[arg-type] # facts
