"""Gephi's CSV: a table of nodes (Id, Label) and one of edges (Source, Target, Type, Weight)."""

from collections.abc import Collection, Sequence

from collabnet.data.networks.outgoing import prepare, unique_keys
from collabnet.data.networks.reading import NetworkReading
from collabnet.data.networks.sheet_table import Table, header_of, take_table
from collabnet.data.networks.sheets import (
    Shape,
    read_sheets,
    read_workbook,
)
from collabnet.data.networks.sheets_out import to_csv, written_sheet
from collabnet.data.options import Answers
from collabnet.data.sources.opened import Ledgers, Opened
from collabnet.model.network import Network

TITLE = "Gephi CSV"
SHAPE = Shape(
    TITLE,
    actor_ids=("id",),
    ends=("source", "target"),
    actors={"label": "name"},
    ties={"label": "label", "weight": "weight", "kind": "kind"},
    key="id",
    direction="type",
    words={"directed": True, "undirected": False, "mutual": False},
)
NAMES = ("nodes", "edges")
_OF_EDGES = ("Type", "Weight", "Id", "Label", "Kind", "timeset")


def recognise(opened: Opened) -> float:
    """Tell whether a file is a table of Gephi's, or a workbook with both."""
    if opened.kind not in ("table", "workbook"):
        return 0.0
    heads = [set(next(iter(grid.records.cells), [])) for grid in opened.grids]
    if any({"Source", "Target"} <= head and head & set(_OF_EDGES) for head in heads):
        return 0.9
    if any({"Id", "Label"} <= head for head in heads):
        return 0.8
    return 0.4 if any({"Source", "Target"} <= head for head in heads) else 0.0


def read(
    opened: Opened, ledgers: Ledgers, answers: Answers, *, merge: bool = False
) -> NetworkReading:
    """Read one table of Gephi's, or a workbook with both; ends of ties need not be declared."""
    return read_workbook(opened, ledgers, answers, SHAPE, NAMES, merge=merge)


def read_together(
    files: Sequence[tuple[Opened, Ledgers]], answers: Answers, *, merge: bool = False
) -> NetworkReading:
    """Read tables of nodes and of edges, one or more of each, as one network."""
    nodes: list[Table] = []
    edges: list[Table] = []
    for opened, ledgers in files:
        for grid in opened.grids:
            ledger = ledgers.of(grid.name)
            table = take_table(grid, ledger)
            if table is None:
                return NetworkReading(None, ledger)
            if set(SHAPE.ends) <= set(header_of(grid)):
                edges.append(table)
            else:
                nodes.append(table)
    return read_sheets(nodes, edges, SHAPE, files[0][1].of(), answers, merge=merge)


def write_files(network: Network, *, leave_out: Collection[str] = ()) -> dict[str, bytes]:
    """Write ``nodes.csv`` and ``edges.csv``.

    The name of an actor is its label, the strength of a tie its weight.

    Raises
    ------
    CollabnetError
        If an attribute is called like a column of Gephi's that means something else.
    """
    out = prepare(network, TITLE, leave_out=leave_out, graph_names=())
    actors = [values for _, values in out.actors]
    ties = [tie.values for tie in out.ties]
    ids: dict[str, Sequence[object]] = {"Id": [actor for actor, _ in out.actors]}
    if not any("name" in values for values in actors):
        ids["Label"] = [""] * len(actors)
    nodes = written_sheet(
        NAMES[0],
        ids,
        actors,
        {"name": "Label"},
        SHAPE,
        (),
    )
    first: dict[str, Sequence[object]] = {
        "Source": [tie.from_id for tie in out.ties],
        "Target": [tie.to_id for tie in out.ties],
        "Type": ["Directed" if tie.is_directed else "Undirected" for tie in out.ties],
    }
    if out.has_parallel and unique_keys(out):
        first["Id"] = [str(tie.key) for tie in out.ties]
    names = {"label": "Label", "weight": "Weight", "kind": "Kind"}
    names |= {} if "Id" in first else {"id": "Id"}
    edges = written_sheet(NAMES[1], first, ties, names, SHAPE, ())
    return {f"{sheet.name}.csv": to_csv(sheet) for sheet in (nodes, edges)}
