"""Kumu's workbook: a sheet Elements (Label, Type, ...) and one of Connections (From, To, ...)."""

from collections.abc import Collection, Sequence

from collabnet.data.networks.outgoing import Outgoing, prepare, unique_keys
from collabnet.data.networks.reading import NetworkReading
from collabnet.data.networks.sheet_table import header_of
from collabnet.data.networks.sheets import Shape, read_workbook
from collabnet.data.networks.sheets_out import direction_words, to_xlsx, written_sheet
from collabnet.data.networks.typed import Values, own_values
from collabnet.data.options import Answers
from collabnet.data.sources.opened import Ledgers, Opened
from collabnet.model.network import Network

TITLE = "a Kumu workbook"
COMMON = {"description": "description", "tags": "tags", "image": "image", "url": "url"}
ELEMENTS = {"label": "name", "type": "type", **COMMON}
CONNECTIONS = {"type": "kind", "label": "label", "strength": "strength", "weight": "weight"}
WORDS = {"directed": True, "undirected": False, "mutual": False}
SHAPE = Shape(
    TITLE,
    actor_ids=("id", "label"),
    ends=("from", "to"),
    actors=ELEMENTS,
    ties={**CONNECTIONS, **COMMON},
    key="id",
    direction="direction",
    words=WORDS,
    lists="|",
)
NAMES = ("elements", "connections")
_COLUMNS = {name: column.capitalize() for column, name in COMMON.items()} | {"url": "URL"}


def recognise(opened: Opened) -> float:
    """Tell whether a workbook is one of Kumu's."""
    if opened.kind != "workbook":
        return 0.0
    heads = [header_of(grid) for grid in opened.grids]
    has_ties = any(set(SHAPE.ends) <= set(head) for head in heads)
    has_labels = any(head[:1] == ["label"] or "label" in head for head in heads)
    named = {grid.name.strip().lower() for grid in opened.grids} & set(NAMES)
    if has_ties and has_labels:
        return 0.95 if named else 0.8
    return 0.8 if named and (has_ties or has_labels) else 0.0


def read(
    opened: Opened, ledgers: Ledgers, answers: Answers, *, merge: bool = False
) -> NetworkReading:
    """Read a workbook of Kumu's; ``|`` parts several values, elements are told by ID or Label."""
    return read_workbook(opened, ledgers, answers, SHAPE, NAMES, merge=merge)


def write(network: Network, *, leave_out: Collection[str] = ()) -> bytes:
    """Write a workbook as Kumu takes it; the kind of a tie is its Type.

    Raises
    ------
    CollabnetError
        If an attribute is called like a column of Kumu's that means something else, or a text
        holds the sign that parts values.
    """
    types = (str, bool, int, float, list)
    out = prepare(
        network, TITLE, leave_out=leave_out, types=types, strength="strength", graph_names=()
    )
    labels, rows = labelled(out)
    first: dict[str, Sequence[object]] = {"Label": labels}
    if any(label != actor for label, (actor, _) in zip(labels, out.actors, strict=True)):
        pairs = zip(labels, out.actors, strict=True)
        first["ID"] = ["" if label == actor else actor for label, (actor, _) in pairs]
    names = {**_COLUMNS, "type": "Type"}
    elements = written_sheet("Elements", first, rows, names, SHAPE, ("ID",))
    ends: dict[str, Sequence[object]] = {
        "From": [tie.from_id for tie in out.ties],
        "To": [tie.to_id for tie in out.ties],
        "Direction": direction_words(out, {True: "directed", False: "undirected"}),
    }
    if out.has_parallel and unique_keys(out):
        ends["ID"] = [str(tie.key) for tie in out.ties]
    ties = [own_values(tie.values, *mutual(tie.values)) for tie in out.ties]
    columns = {**_COLUMNS, "kind": "Type", "label": "Label", "strength": "Strength"}
    columns |= {} if "ID" in ends else {"id": "ID"}
    connections = written_sheet("Connections", ends, ties, columns, SHAPE, ())
    return to_xlsx([elements, connections], TITLE)


def mutual(values: Values) -> tuple[str, ...]:
    """The attribute that becomes the direction of a tie, if it is that."""
    return ("direction",) if values.get("direction") == "mutual" else ()


def labelled(out: Outgoing) -> tuple[list[str], list[Values]]:
    """Give what Kumu calls each actor, and its other attributes.

    It is the name, beside the id. An actor without a name is called by its id, and has none
    beside it; so has one whose name is the id, which then keeps its name as an attribute.
    """
    labels, rows = [], []
    for actor, values in out.actors:
        name = values.get("name")
        has_name = isinstance(name, str) and name.strip() != "" and name != actor
        labels.append(str(name) if has_name else actor)
        rows.append(own_values(values, "name") if has_name else dict(values))
    return labels, rows
