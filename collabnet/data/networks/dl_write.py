"""Write UCINET's DL files."""

import re
from collections.abc import Collection, Iterator, Sequence

from collabnet.data.issues import shown
from collabnet.data.networks.writing import (
    TextNetwork,
    TextTie,
    check_parallel,
    refuse,
    text_network,
)
from collabnet.model.network import Network

TITLE = "UCINET DL"
MOST_CELLS = 4_000_000
_PLAIN = re.compile(r"(?!(?:data|labels?|lab)$)[A-Za-z][A-Za-z0-9_]*", re.IGNORECASE)
_MORE = "Pajek, GraphML or node-link JSON"


def write(network: Network, *, leave_out: Collection[str] = ()) -> bytes:
    """Write a network as a DL file.

    Ties with direction of one relation are written as a list, others as matrices, one for each
    relation. A tie without a strength is a 1 in a matrix.

    Raises
    ------
    CollabnetError
        If the format can't hold something: attributes, parallel ties, ties of strength zero,
        ties with and without direction, labels with a double quote or a line end.

    Examples
    --------
    >>> pairs = Network.from_pairs([("clinic", "outreach", 2)], is_directed=True)
    >>> print(write(pairs).decode())
    DL N=2
    FORMAT = EDGELIST1
    LABELS:
    clinic
    outreach
    DATA:
    1 2 2
    <BLANKLINE>
    """
    text = text_network(network, TITLE, leave_out=leave_out, for_actors=(), for_ties=())
    _check(text)
    relations = text.relations or [""]
    lists = len(relations) == 1 and (bool(text.n_first) or text.is_directed)
    half = not text.is_directed and not text.n_first
    lines = [f"DL {_sizes(text, relations)}", f"FORMAT = {_format(lists, half, text)}"]
    lines += _labels(text)
    if relations != [""]:
        lines += ["MATRIX LABELS:", *map(_quoted, relations)]
    lines.append("DATA:")
    lines += _list(text) if lists else _matrices(text, relations, half=half)
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def _check(text: TextNetwork) -> None:
    if not text.actors:
        raise refuse(TITLE, "a network without actors", "GraphML or node-link JSON")
    if text.name:
        raise refuse(TITLE, f"the name of a network ({shown(text.name)})", _MORE)
    if text.is_mixed:
        raise refuse(TITLE, "ties with direction beside others without", _MORE)
    relations = text.relations
    if "" in relations and len(relations) > 1:
        raise refuse(TITLE, "ties without a relation beside others with one", _MORE)
    for label in [*text.ids, *relations]:
        if '"' in label or "\n" in label or "\r" in label or (not label.strip() and label):
            raise refuse(
                TITLE,
                f"the label {shown(label)!r}: it has a double quote, a line end, or spaces only",
                "GraphML or node-link JSON",
            )
    if any(not actor for actor in text.ids):
        raise refuse(TITLE, "an actor without an id")
    zero = next((tie for tie in text.ties if tie.strength and float(tie.strength) == 0), None)
    if zero is not None:
        what = f"a tie of strength zero ({shown(zero.from_id)} to {shown(zero.to_id)})"
        raise refuse(TITLE, what, _MORE)
    check_parallel(text)


def _format(lists: bool, half: bool, text: TextNetwork) -> str:
    if lists:
        return "EDGELIST2" if text.n_first else "EDGELIST1"
    return "LOWERHALF DIAGONAL PRESENT" if half else "FULLMATRIX DIAGONAL PRESENT"


def _sizes(text: TextNetwork, relations: Sequence[str]) -> str:
    n, first = len(text.actors), text.n_first
    sizes = f"NR={first} NC={n - first}" if first else f"N={n}"
    return sizes if len(relations) == 1 else f"{sizes} NM={len(relations)}"


def _labels(text: TextNetwork) -> list[str]:
    ids = [_quoted(actor) for actor in text.ids]
    if not text.n_first:
        return ["LABELS:", *ids]
    return ["ROW LABELS:", *ids[: text.n_first], "COLUMN LABELS:", *ids[text.n_first :]]


def _quoted(label: str) -> str:
    return label if _PLAIN.fullmatch(label) else f'"{label}"'


def _places(text: TextNetwork) -> tuple[dict[str, int], dict[str, int]]:
    """The row and the column of each actor, from 0."""
    places = {actor: place for place, actor in enumerate(text.ids)}
    if not text.n_first:
        return places, places
    columns = {actor: place - text.n_first for actor, place in places.items()}
    return places, columns


def _ends(tie: TextTie, text: TextNetwork, rows: dict[str, int]) -> tuple[str, str]:
    """The ends of a tie, that of the first kind of actors first."""
    turned = text.n_first and rows[tie.from_id] >= text.n_first
    return (tie.to_id, tie.from_id) if turned else (tie.from_id, tie.to_id)


def _list(text: TextNetwork) -> Iterator[str]:
    rows, columns = _places(text)
    for tie in text.ties:
        first, second = _ends(tie, text, rows)
        yield f"{rows[first] + 1} {columns[second] + 1} {tie.strength}".rstrip()


def _matrices(text: TextNetwork, relations: Sequence[str], *, half: bool) -> Iterator[str]:
    rows, columns = _places(text)
    n_rows = text.n_first or len(text.actors)
    n_columns = len(text.actors) - text.n_first
    if n_rows * n_columns * len(relations) > MOST_CELLS:
        what = f"so many cells ({n_rows} by {n_columns}, {len(relations)} times)"
        raise refuse(TITLE, what, _MORE)
    both_ways = text.is_directed
    for relation in relations:
        cells: dict[tuple[int, int], str] = {}
        for tie in text.ties:
            if tie.relation == relation:
                first, second = _ends(tie, text, rows)
                row, column = rows[first], columns[second]
                place = (max(row, column), min(row, column)) if half else (row, column)
                cells[place] = tie.strength or "1"
        both_ways = both_ways and all(
            cells.get((column, row)) == cell for (row, column), cell in cells.items()
        )
        for row in range(n_rows):
            width = row + 1 if half else n_columns
            yield " ".join(cells.get((row, column), "0") for column in range(width))
    if both_ways and text.ties:
        raise refuse(
            TITLE, "several relations whose ties all lead both ways with a direction", _MORE
        )
