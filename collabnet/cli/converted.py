"""What ``collabnet convert`` made: written, written down where it is a coalition's, and told."""

from pathlib import Path
from typing import TYPE_CHECKING

from collabnet.cli.console import say, warn_wrapped, width

if TYPE_CHECKING:
    from collabnet.data.networks.formats import Format
    from collabnet.model import Coalition, Network


def write_converted(
    network: "Network",
    target: Path,
    chosen: "Format",
    drop: list[str] | None,
    labels: str | None,
    coalition: "Coalition | None" = None,
    notice: str = "",
) -> None:
    """Write a network, and say what is in the file and what was left out.

    Parameters
    ----------
    drop, labels : as ``collabnet convert`` takes them
    coalition : whose network it is; None for a network file
    notice : a line that the file says of itself, where it has a place for one
    """
    from collabnet.data.networks.labels import name_attribute
    from collabnet.data.networks.notice import with_notice
    from collabnet.data.networks.outgoing import CannotHoldError
    from collabnet.data.networks.write import written
    from collabnet.model.errors import CollabnetError

    left_out = [name.strip() for one in drop or [] for name in one.split(",") if name.strip()]
    named = _labelled(network, chosen, left_out, labels)
    try:
        made = written(named, chosen, left_out)
    except CannotHoldError as error:
        name = "" if labels else name_attribute(named)
        if not name:
            raise
        raise CollabnetError(
            f"{error} Its ids are numbers: --labels {name} writes names."
        ) from error
    if notice and isinstance(made, bytes):
        made = with_notice(made, chosen.name, notice)
    told = save(made, target, "network", chosen.name, coalition)
    said = f"Written: {target} ({chosen.title}): {_contents(network)}."
    if left_out:
        said += f" Left out, where the format can't hold it: {', '.join(left_out)}."
    say(wrapped(said))
    if told:
        warn_wrapped(told)


def save(
    made: bytes | dict[str, bytes],
    target: Path,
    what: str,
    kind: str,
    coalition: "Coalition | None",
) -> str:
    """Write a file or a folder; what is a coalition's after a line in its disclosure log.

    Parameters
    ----------
    what, kind : "network" or "tables", and the format: what the log calls it

    Returns
    -------
    str
        What a user is told of the log; "" where all is as always.
    """
    from contextlib import nullcontext

    from collabnet.data.files import write_atomic, write_folder
    from collabnet.sharing.disclosures import disclosing

    parts = [made] if isinstance(made, bytes) else [made[name] for name in sorted(made)]
    logged = {f"{what}_{place}.{kind}": data for place, data in enumerate(parts, 1)}
    with (
        nullcontext("")
        if coalition is None
        else disclosing(coalition, audience="internal", what=[what], files=logged)
    ) as told:
        if isinstance(made, bytes):
            write_atomic(target, made)
        else:
            write_folder(target, made)
    return told


def _labelled(
    network: "Network", chosen: "Format", left_out: list[str], labels: str | None
) -> "Network":
    """The network with names as ids: as asked, or where mere numbers would be all that is left."""
    from collabnet.data.networks.labels import BARE, by_name, name_attribute

    name = (labels or "").strip()
    if name == "id":
        return network
    keeps = chosen.name not in BARE
    if name:
        return by_name(network, name, keep_ids=keeps)
    name = name_attribute(network)
    if keeps or not name or not {name, "attributes"} & set(left_out):
        return network
    warn_wrapped(
        f"The ids of the actors are numbers, and {chosen.title} holds one label for each: the "
        f"names ({name}) were written. To keep the numbers: --labels id."
    )
    return by_name(network, name, keep_ids=False)


def _contents(network: "Network") -> str:
    """How many actors and ties, and of which relations."""
    from collabnet.data.issues import counted, listed

    ties = network.ties
    word = next((name for name in ("relation", "kind") if name in ties), "")
    kinds = [str(one) for one in dict.fromkeys(ties[word].dropna())] if word else []
    way = "with direction" if network.is_directed else "without direction"
    said = f"{counted(len(network.actor_ids), 'actor')}, {counted(len(ties), 'tie')} {way}"
    if not kinds:
        return said
    return f"{said}, {'relations' if len(kinds) > 1 else 'relation'} {listed(kinds)}"


def wrapped(text: str) -> str:
    """Wrap a line as wide as the terminal."""
    from collabnet.reports.layout import wrap

    return "\n".join(wrap(text, width())) + "\n"
