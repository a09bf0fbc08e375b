"""Write a network as a matrix in CSV."""

import csv
import io
from collections.abc import Collection

from collabnet.data.issues import shown
from collabnet.data.networks.dl_write import MOST_CELLS
from collabnet.data.networks.writing import TextNetwork, check_parallel, refuse, text_network
from collabnet.data.writers.cells import guarded
from collabnet.model.network import Network

TITLE = "A matrix"
_MORE = "DL, Pajek or GraphML"


def write(network: Network, *, leave_out: Collection[str] = ()) -> bytes:
    """Write a network of one relation as a matrix; actors of the first kind are the rows.

    A tie without a strength is a 1; without direction it stands on both sides of the diagonal.

    Raises
    ------
    CollabnetError
        If the format can't hold something: attributes, several relations, parallel ties, ties of
        strength zero, ties with a direction that all lead both ways.

    Examples
    --------
    >>> pairs = Network.from_pairs([("clinic", "outreach", 2)], is_directed=True)
    >>> print(write(pairs).decode())
    ,clinic,outreach
    clinic,0,2
    outreach,0,0
    <BLANKLINE>
    """
    text = text_network(network, TITLE, leave_out=leave_out, for_actors=(), for_ties=())
    _check(text)
    cells: dict[tuple[str, str], str] = {}
    for tie in text.ties:
        cells[tie.from_id, tie.to_id] = tie.strength or "1"
        if not tie.is_directed:
            cells[tie.to_id, tie.from_id] = tie.strength or "1"
    if text.is_directed and cells and all(cells.get((v, u)) == s for (u, v), s in cells.items()):
        raise refuse(TITLE, "ties with a direction that all lead both ways", _MORE)
    n_first = text.n_first
    rows, columns = (text.ids[:n_first], text.ids[n_first:]) if n_first else (text.ids, text.ids)
    if len(rows) * len(columns) > MOST_CELLS:
        raise refuse(TITLE, f"so many cells ({len(rows)} by {len(columns)})", "Pajek or GraphML")
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(["", *map(guarded, columns)])
    for row in rows:
        writer.writerow([guarded(row), *(cells.get((row, column), "0") for column in columns)])
    return stream.getvalue().encode("utf-8")


def _check(text: TextNetwork) -> None:
    if not text.actors:
        raise refuse(TITLE, "a network without actors", "GraphML or node-link JSON")
    if text.name:
        raise refuse(TITLE, f"the name of a network ({shown(text.name)})", _MORE)
    if text.is_mixed:
        raise refuse(TITLE, "ties with direction beside others without", "Pajek or GraphML")
    if any(text.relations):
        raise refuse(TITLE, "the relation that a tie is of", _MORE)
    if any(tie.strength and float(tie.strength) == 0 for tie in text.ties):
        raise refuse(TITLE, "a tie of strength zero", "Pajek or GraphML")
    wrong = next((a for a in text.ids if not a or a != a.strip()), None)
    if wrong is not None:
        raise refuse(TITLE, f"the id {shown(wrong)!r}: it has spaces around it, or is empty")
    check_parallel(text)
