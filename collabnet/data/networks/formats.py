"""Every network format that is read or written, in the order in which they are tried."""

from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import PurePath

from collabnet.data.networks import (
    dl,
    dl_write,
    edge_list,
    edge_list_write,
    gephi,
    gexf,
    gml,
    graphml,
    kumu,
    kumu_sheets,
    matrix,
    matrix_write,
    node_link,
    pajek,
    pajek_write,
    polinode,
)
from collabnet.data.networks.reading import NetworkFormat
from collabnet.data.sources.opened import Opened
from collabnet.model.errors import CollabnetError

LEAST = 0.2
"""How sure a format has to be of a file to be taken for it."""


@dataclass(frozen=True)
class Format(NetworkFormat):
    """A format with what else its writer needs.

    Attributes
    ----------
    write_files : for formats of several files, which stand in a folder
    says_relation : whether the format has relations of its own, so that kinds of tie become these
    """

    write_files: "Callable[..., dict[str, bytes]] | None" = None
    says_relation: bool = False


FORMATS = {
    one.name: one
    for one in (
        Format("graphml", "GraphML", (".graphml",), graphml.recognise, graphml.read, graphml.write),
        Format("gexf", "GEXF", (".gexf",), gexf.recognise, gexf.read, gexf.write),
        Format("gml", "GML", (".gml",), gml.recognise, gml.read, gml.write),
        Format(
            "node_link",
            "node-link JSON",
            (".json",),
            node_link.recognise,
            node_link.read,
            node_link.write,
        ),
        Format("kumu", "Kumu (JSON)", (), kumu.recognise, kumu.read, kumu.write),
        Format(
            "kumu_xlsx",
            "Kumu (workbook)",
            (),
            kumu_sheets.recognise,
            kumu_sheets.read,
            kumu_sheets.write,
        ),
        Format(
            "polinode", "Polinode (workbook)", (), polinode.recognise, polinode.read, polinode.write
        ),
        Format(
            "gephi",
            "Gephi (folder of two CSV files)",
            (),
            gephi.recognise,
            gephi.read,
            write_files=gephi.write_files,
        ),
        Format(
            "pajek",
            "Pajek",
            (".net",),
            pajek.recognise,
            pajek.read,
            pajek_write.write,
            says_relation=True,
        ),
        Format(
            "dl", "UCINET DL", (".dl",), dl.recognise, dl.read, dl_write.write, says_relation=True
        ),
        Format(
            "edge_list",
            "a list of ties",
            (".csv", ".tsv"),
            edge_list.recognise,
            edge_list.read,
            edge_list_write.write,
            says_relation=True,
        ),
        Format(
            "matrix",
            "a matrix",
            (),
            matrix.recognise,
            matrix.read,
            matrix_write.write,
            says_relation=True,
        ),
    )
}
"""By the name under which ``--format`` knows them."""


def named_format(name: str) -> Format:
    """Give the format of a name.

    Raises
    ------
    CollabnetError
        If there is none; the text lists those there are.

    Examples
    --------
    >>> named_format("GraphML").title
    'GraphML'
    """
    key = name.strip().lower().replace("-", "_").lstrip(".")
    by_suffix = {suffix[1:]: one for one in FORMATS.values() for suffix in one.suffixes}
    if found := FORMATS.get(key) or by_suffix.get(key):
        return found
    close = get_close_matches(key, FORMATS, n=1, cutoff=0.6)
    near = f" Did you mean {close[0]}?" if close else ""
    raise CollabnetError(
        f"There is no network format {name!r}.{near} Formats are {', '.join(FORMATS)}."
    )


def format_of(path: PurePath) -> Format:
    """Give the format that a file's name ends in.

    Raises
    ------
    CollabnetError
        If the end says nothing, or several formats share it.

    Examples
    --------
    >>> format_of(PurePath("ties.graphml")).name
    'graphml'
    """
    suffix = path.suffix.lower()
    for one in FORMATS.values():
        if suffix in one.suffixes:
            return one
    if suffix == ".xlsx":
        raise CollabnetError(
            f"A network in a workbook needs its program's name; {path.name} says only that it is "
            "one. Say format kumu_xlsx or polinode."
        )
    ends = [suffix for one in FORMATS.values() for suffix in one.suffixes]
    raise CollabnetError(
        f"A network file needs a name that says its format; {path.name!r} does not. End it in "
        f"{', '.join(ends)}, or name the format: {', '.join(FORMATS)}."
    )


def recognised(opened: Opened) -> list[tuple[float, Format]]:
    """Give the formats that a file may be in, the likeliest first."""
    found = [(one.recognise(opened), one) for one in FORMATS.values()]
    likely = [(sure, one) for sure, one in found if sure >= LEAST]
    return sorted(likely, key=lambda pair: -pair[0])
