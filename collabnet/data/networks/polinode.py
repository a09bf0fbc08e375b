"""Polinode's workbook: a sheet Nodes (Name) and a sheet Edges (Source, Target)."""

from collections.abc import Collection

from collabnet.data.networks.outgoing import CannotHoldError, prepare
from collabnet.data.networks.reading import NetworkReading
from collabnet.data.networks.sheet_table import header_of
from collabnet.data.networks.sheets import Shape, read_workbook
from collabnet.data.networks.sheets_out import to_xlsx, written_sheet
from collabnet.data.options import Answers
from collabnet.data.sources.opened import Ledgers, Opened
from collabnet.model.network import Network
from collabnet.model.vocabulary import plain

TITLE = "a Polinode workbook"
SHAPE = Shape(
    TITLE,
    actor_ids=("name",),
    ends=("source", "target"),
    actors={"label": "name"},
    ties={"weight": "weight"},
)
NAMES = ("nodes", "edges")


def recognise(opened: Opened) -> float:
    """Tell whether a workbook is one of Polinode's."""
    heads = {plain(grid.name): header_of(grid) for grid in opened.grids}
    if opened.kind != "workbook" or not set(SHAPE.ends) <= set(heads.get("edges", [])):
        return 0.0
    return 0.95 if "name" in heads.get("nodes", []) and "id" not in heads["nodes"] else 0.0


def read(
    opened: Opened, ledgers: Ledgers, answers: Answers, *, merge: bool = False
) -> NetworkReading:
    """Read a workbook of Polinode's; the name of a node is its id."""
    return read_workbook(opened, ledgers, answers, SHAPE, NAMES, merge=merge)


def write(network: Network, *, leave_out: Collection[str] = ()) -> bytes:
    """Write a workbook as Polinode takes it: ids as names, names as labels.

    Raises
    ------
    CollabnetError
        If some ties have no direction: Polinode's lead from source to target.
    """
    out = prepare(network, TITLE, leave_out=leave_out, graph_names=())
    if any(not tie.is_directed for tie in out.ties):
        raise CannotHoldError(TITLE, "ties without direction", "direction")
    actors = [values for _, values in out.actors]
    nodes = written_sheet(
        "Nodes",
        {"Name": [actor for actor, _ in out.actors]},
        actors,
        {"name": "Label"},
        SHAPE,
        (),
    )
    ends = {
        "Source": [tie.from_id for tie in out.ties],
        "Target": [tie.to_id for tie in out.ties],
    }
    ties = [tie.values for tie in out.ties]
    edges = written_sheet("Edges", ends, ties, {"weight": "Weight"}, SHAPE, ())
    return to_xlsx([nodes, edges], TITLE)
