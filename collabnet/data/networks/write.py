"""Write a network in the format of another program, whole or not at all."""

from collections.abc import Collection, Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from collabnet.data.files import write_atomic, write_folder
from collabnet.data.networks.formats import FORMATS, Format, format_of, named_format
from collabnet.model.errors import CollabnetError
from collabnet.model.network import Network, Tie, as_network

if TYPE_CHECKING:
    import networkx as nx

DIRECTION = "direction"
"""What to leave out when ties without direction may be written as two with one."""
_RELATION, _KIND = "relation", "kind"


def write_network(
    network: "Network | nx.Graph[Any]",
    path: str | PathLike[str],
    *,
    format: str | None = None,
    leave_out: Collection[str] = (),
) -> Path:
    """Write a network in the format that the file's name ends in, or that ``format`` names.

    The strength of ties is called as the program calls it, weight as a rule. Nothing is lost
    silently: what the format can't hold raises an error unless ``leave_out`` names it: an
    attribute, ``"attributes"`` (all that it can't hold) or ``"direction"``.

    Parameters
    ----------
    network : a `Network` or a networkx graph
    path : the file; a folder for Gephi
    format : its name, where the end of the file's name doesn't say it
    leave_out : what may go

    Returns
    -------
    Path
        The file; a folder of two files for Gephi.

    Raises
    ------
    CollabnetError
        If the format can't hold something, or the file can't be written; what was there before
        is unchanged.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> pairs = Network.from_pairs([("court", "clinic", 3)])
    >>> write_network(pairs, folder / "ties.graphml").name
    'ties.graphml'
    """
    file = Path(path)
    chosen = named_format(format) if format else format_of(file)
    made = written(as_network(network), chosen, leave_out)
    if isinstance(made, bytes):
        write_atomic(file, made)
    else:
        write_folder(file, made)
    return file


def written(
    network: Network, chosen: Format, leave_out: Collection[str] = ()
) -> bytes | dict[str, bytes]:
    """Give the bytes of a network in a format, or of each of its files."""
    if DIRECTION in leave_out:
        network = _both_ways(network)
    if chosen.says_relation:
        network = _with_relations(network)
    if chosen.write_files is not None:
        return chosen.write_files(network, leave_out=leave_out)
    if chosen.write is None:
        others = ", ".join(name for name, one in FORMATS.items() if one.write)
        raise CollabnetError(f"{chosen.title} is read and not written. Choose {others}.")
    return chosen.write(network, leave_out=leave_out)


def _changed(network: Network, ties: Sequence[Tie], way: bool) -> Network:
    return Network(
        network.named_actors,
        ties,
        is_directed=way,
        is_multigraph=network.is_multigraph,
        attributes=network.attributes,
    )


def _both_ways(network: Network) -> Network:
    """The network with a direction for every tie: one without becomes two."""
    ties: list[Tie] = []
    for u, v, key, values in network.keyed_ties:
        kept = {name: value for name, value in values.items() if name != "directed"}
        ties.append((u, v, key, kept if network.is_directed else values))
        if not network.is_directed and u != v:
            ties.append((v, u, key, values))
    return _changed(network, ties, True)


def _with_relations(network: Network) -> Network:
    """The network with the kinds of its ties as relations, where it has none of its own."""
    ties = network.keyed_ties
    kinds = [values.get(_KIND) for _, _, _, values in ties]
    if any(_RELATION in values for _, _, _, values in ties) or not all(
        isinstance(kind, str) and kind for kind in kinds
    ):
        return network
    named = [
        (u, v, key, {_RELATION if name == _KIND else name: x for name, x in values.items()})
        for u, v, key, values in ties
    ]
    return _changed(network, named, network.is_directed)
