"""Write Pajek's network files."""

from collections import defaultdict
from collections.abc import Collection

from collabnet.data.networks.pajek_lines import placed, quoted, written
from collabnet.data.networks.writing import TextNetwork, TextTie, refuse, text_network
from collabnet.model.network import Network

TITLE = "Pajek"


def write(network: Network, *, leave_out: Collection[str] = ()) -> bytes:
    """Write a network as Pajek does; all attributes are kept, as text.

    Coordinates (x, y, z) and shapes stand where Pajek looks for them, other attributes as
    parameters. What can't stand in quotes is written as a code, as in ``&#34;``. A file with
    letters beyond ASCII begins with a byte order mark, without which Pajek misreads them.

    Raises
    ------
    CollabnetError
        If an actor has no id, or an attribute is a list.

    Examples
    --------
    >>> pairs = Network.from_pairs([("clinic", "outreach", 2)], is_directed=True)
    >>> print(write(pairs).decode())
    *Vertices 2
    1 "clinic"
    2 "outreach"
    *Arcs
    1 2 2
    <BLANKLINE>
    """
    text = text_network(network, TITLE, leave_out=leave_out, arcs_join_kinds=True)
    if any(not actor.strip() for actor in text.ids):
        raise refuse(TITLE, "an actor without an id")
    if not text.actors:
        raise refuse(TITLE, "a network without actors")
    lines = [f"*Network {quoted(text.name)}"] if text.name else []
    lines.append(f"*Vertices {len(text.actors)}" + (f" {text.n_first}" if text.n_first else ""))
    for number, (actor, values) in enumerate(text.actors, 1):
        lines.append(" ".join([str(number), quoted(actor), *placed(values)]))
    lines += _ties(text)
    whole = "".join(f"{line}\n" for line in lines)
    return whole.encode("utf-8" if whole.isascii() else "utf-8-sig")


def _ties(text: TextNetwork) -> list[str]:
    parts: dict[tuple[str, bool], list[TextTie]] = defaultdict(list)
    for tie in text.ties:
        parts[tie.relation, tie.is_directed].append(tie)
    if not parts:
        return ["*Arcs" if text.is_directed else "*Edges"]
    numbers = {name: number for number, name in enumerate(filter(None, text.relations), 1)}
    places = {actor: number for number, actor in enumerate(text.ids, 1)}
    lines = []
    for (relation, is_directed), ties in parts.items():
        named = f" :{numbers[relation]} {quoted(relation)}" if relation else ""
        lines.append(("*Arcs" if is_directed else "*Edges") + named)
        for tie in ties:
            ends = [str(places[tie.from_id]), str(places[tie.to_id])]
            rest = [written(name, value) for name, value in tie.values.items()]
            lines.append(" ".join([*ends, *([tie.strength] if tie.strength else []), *rest]))
    return lines
