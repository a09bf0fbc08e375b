"""Write a plain list of ties as CSV."""

import csv
import io
from collections.abc import Collection

from collabnet.data.issues import listed, shown
from collabnet.data.networks.outgoing import names_of
from collabnet.data.networks.writing import TextNetwork, refuse, text_network
from collabnet.data.writers.cells import guarded
from collabnet.model.network import Network

TITLE = "A list of ties"
_OWN = ("from", "to", "directed", "strength", "relation")
_MORE = "Pajek, Gephi CSV or GraphML"


def write(network: Network, *, leave_out: Collection[str] = ()) -> bytes:
    """Write the ties of a network as CSV, one to a row.

    Raises
    ------
    CollabnetError
        If the format can't hold something: actors without ties, attributes of actors.

    Examples
    --------
    >>> pairs = Network.from_pairs([("clinic", "outreach", 2)], is_directed=True)
    >>> print(write(pairs).decode())
    from,to,directed,strength
    clinic,outreach,yes,2
    <BLANKLINE>
    """
    text = text_network(network, TITLE, leave_out=leave_out, for_actors=())
    _check(text)
    others = names_of(tie.values for tie in text.ties)
    clash = sorted(set(others) & set(_OWN))
    blank = [name for name in others if not name.strip() or name != name.strip()]
    if clash or blank:
        raise refuse(TITLE, f"the attribute {shown([*clash, *blank][0])!r}")
    texts = (text for tie in text.ties for text in (tie.relation, *tie.values.values()))
    if spaced := next((one for one in texts if one != one.strip()), ""):
        raise refuse(TITLE, f"the text {shown(spaced)!r}, which has spaces around it")
    has_strength = any(tie.strength for tie in text.ties)
    own = [*_OWN[:3], *(["strength"] if has_strength else [])]
    own += ["relation"] if any(text.relations) else []
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([guarded(name) for name in (*own, *others)])
    for tie in text.ties:
        way = "yes" if tie.is_directed else "no"
        cells = [tie.from_id, tie.to_id, way]
        cells += [tie.strength] if has_strength else []
        cells += [tie.relation] if "relation" in own else []
        cells += [tie.values.get(name, "") for name in others]
        writer.writerow([guarded(cell) for cell in cells])
    return stream.getvalue().encode("utf-8")


def _check(text: TextNetwork) -> None:
    if not text.ties:
        raise refuse(TITLE, "a network without ties", _MORE)
    if text.n_first:
        raise refuse(TITLE, "which actors are of which kind (mode)", "DL, Pajek or GraphML")
    if text.name:
        raise refuse(TITLE, f"the name of a network ({shown(text.name)})", _MORE)
    tied = {end for tie in text.ties for end in (tie.from_id, tie.to_id)}
    lone = [actor for actor in text.ids if actor not in tied]
    if lone:
        found = listed([shown(actor) for actor in lone[:3]])
        raise refuse(TITLE, f"actors without ties ({found})", _MORE)
    for actor in text.ids:
        if actor != actor.strip() or not actor or actor.startswith(("#", "%")):
            what = f"the id {shown(actor)!r}: it has spaces around it, or begins as a comment"
            raise refuse(TITLE, what, "GraphML or node-link JSON")
