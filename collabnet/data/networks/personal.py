"""Attributes of a network that tell who a young person is, or how somebody is found."""

from collections import defaultdict
from collections.abc import Collection
from typing import Literal

from collabnet.data.hand_kept.clients import looks_like_client_names
from collabnet.data.personal import personal_detail
from collabnet.model.errors import CollabnetError
from collabnet.model.network import Attributes, Network
from collabnet.model.privacy import is_client_id, personal_header

_LOOKED_AT = 20_000


def without_personal(
    network: Network,
    drop: Collection[str] = (),
    accept: Collection[str] = (),
    *,
    leave_out: Literal["--drop", "--reading"] = "--drop",
) -> Network:
    """Give a network without the attributes to be dropped; refuse others that seem personal.

    ``leave_out`` is the option by which the command at hand drops one.

    Raises
    ------
    CollabnetError
        If an attribute seems to hold ids or names of clients, phone numbers or the like, and is
        neither to be dropped nor accepted by name.

    Examples
    --------
    >>> network = Network([("a", {"client_id": "7"})], [], is_directed=True)
    >>> without_personal(network, drop=["client_id"]).actors
      actor_id
    0        a
    """
    texts: dict[str, list[str]] = defaultdict(list)
    for values in (
        *(values for _, values in network.named_actors),
        *(values for *_, values in network.keyed_ties),
    ):
        for name, value in values.items():
            if len(texts[name]) < _LOOKED_AT:
                texts[name].append(str(value))
    allowed = {*drop, *accept, "name", "label"}
    found = {name: what for name in texts if name not in allowed
             if (what := _what(name, texts[name]))}  # fmt: skip
    if found:
        said = "; ".join(f"{name} seems to hold {what}" for name, what in sorted(found.items()))
        name = min(found)
        how = f'--drop "{name}"' if leave_out == "--drop" else f'--reading "drop={name}"'
        raise CollabnetError(
            f"Nothing was written, since the file may tell who a young person is: {said}. Leave "
            f"such an attribute out with {how}; or, if it holds no such thing, say "
            f'--reading "accept={name}".'
        )
    if not set(drop) & texts.keys():
        return network
    return Network(
        [(actor, _without(values, drop)) for actor, values in network.named_actors],
        [(u, v, key, _without(values, drop)) for u, v, key, values in network.keyed_ties],
        is_directed=network.is_directed,
        is_multigraph=network.is_multigraph,
        attributes=network.attributes,
    )


def _what(name: str, texts: list[str]) -> str:
    if is_client_id(name, "ties"):
        return "ids of clients"
    named = personal_header(name, "ties") or looks_like_client_names(name, texts)
    return named or next(filter(None, map(personal_detail, dict.fromkeys(texts))), "")


def _without(values: Attributes, drop: Collection[str]) -> dict[str, object]:
    return {name: value for name, value in values.items() if name not in drop}
