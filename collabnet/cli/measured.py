"""What ``collabnet measure`` measures: the network of a coalition, or that of a network file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from collabnet.cli.console import warn
from collabnet.cli.loading import load, tell_problems
from collabnet.cli.options import WrongCall, parse_reading

if TYPE_CHECKING:
    from collabnet.data.importing.network_file import NetworkFile
    from collabnet.model import Network

LevelName = Literal["people", "agencies", "sectors"]
KINDS = ("relation", "kind")
"""Attributes of a tie of a network file that say of which kind it is."""
TOLD_WHOLE = ("direction_taken", "direction_not_said")
"""Notes on which every figure hangs."""


@dataclass(frozen=True)
class Measured:
    """A network, and what is to be said of where it comes from.

    Attributes
    ----------
    level : what an actor is; None for a network file, whose actors are what they are
    relations : the kinds of tie that were asked for; None for all
    names : what actors are called, where that may be told; people stay ids
    inputs : the SHA-256 of what was read
    """

    network: "Network"
    level: LevelName | None
    relations: list[str] | None
    name: str
    label: str
    names: Mapping[str, str]
    inputs: Mapping[str, str]

    @property
    def notice(self) -> str:
        """For whom the table is; "" for a network file, of which only its owner knows."""
        if self.level is None:
            return ""
        from collabnet.sharing.audiences import LEVEL_NOTICES

        return LEVEL_NOTICES[self.level]


def measured(
    path: str,
    reading: Sequence[str] | None,
    *,
    level: LevelName | None,
    relations: list[str] | None,
    strict: bool,
) -> Measured:
    """Read what is to be measured; problems and notices go to standard error."""
    answers = parse_reading(list(reading or []))
    from collabnet.data.importing.network_file import read_if_network
    from collabnet.data.samples import find_path

    file = read_if_network(find_path(path), answers)
    if file is None:
        return _of_coalition(path, reading, level, relations, strict=strict)
    return _of_file(path, file, answers, level, relations, strict=strict)


def _of_coalition(
    path: str,
    reading: Sequence[str] | None,
    level: LevelName | None,
    relations: list[str] | None,
    *,
    strict: bool,
) -> Measured:
    coalition = load(path, reading, strict=strict)
    # An agency without ties is an actor among agencies alone: a network of agencies needs them.
    chosen = level or ("agencies" if coalition.people.empty else "people")
    network = coalition.network(level=chosen, relations=relations)
    for notice in network.notices:
        warn(str(notice))
    agencies = coalition.agencies
    names = dict(zip(agencies["agency_id"], agencies["name"], strict=True))
    inputs = {**coalition.inputs, "coalition": coalition.digest}
    said = coalition.settings
    return Measured(network, chosen, relations, said.name, said.label, names, inputs)


def _of_file(
    path: str,
    file: "NetworkFile",
    answers: Mapping[str, object],
    level: LevelName | None,
    relations: list[str] | None,
    *,
    strict: bool,
) -> Measured:
    """Take a network file as it is: undirected where it is, with the attributes of its actors."""
    from pathlib import Path

    from collabnet.data.issues import to_frame
    from collabnet.data.networks.labels import NAMES
    from collabnet.data.networks.personal import without_personal
    from collabnet.data.networks.read import network_of
    from collabnet.data.networks.reading_drafts import is_person

    name = Path(path).name
    if level is not None:
        raise WrongCall(
            f"--level says what an actor of a coalition is; {name} is a network file, whose "
            "actors are measured as they are. Leave --level out."
        )
    found = file.reading
    tell_problems(
        to_frame(found.ledger.problems), Path(path).stem, path,
        strict=strict, whole=TOLD_WHOLE,
    )  # fmt: skip
    if found.network is not None:
        for notice in found.network.notices:
            warn(notice)
        if relations is not None:
            found = replace(found, network=_only(found.network, relations, name))
    drop, accept = (str(answers.get(key, "")).split(",") for key in ("drop", "accept"))
    network = without_personal(network_of(found), drop, accept, leave_out="--reading")
    called = {
        actor.actor_id: next(filter(None, map(actor.attributes.get, NAMES)), "")
        for actor in found.actors
        if answers.get("actors") != "people" and not is_person(actor)
    }
    return Measured(network, None, relations, Path(path).stem, "", called, file.inputs)


def _only(network: "Network", relations: list[str], name: str) -> "Network":
    """The network with all its actors and the ties of some kinds."""
    from collabnet.model import Network

    attributes = [values for *_, values in network.keyed_ties]
    kind = next((one for one in KINDS if any(one in values for values in attributes)), "")
    if not kind:
        raise WrongCall(
            f"--relations needs ties that say of which kind they are; those of {name} have "
            "neither relation nor kind. Leave --relations out."
        )
    known = sorted({str(values[kind]) for values in attributes if kind in values})
    if unknown := [one for one in relations if one not in known]:
        raise WrongCall(
            f"--relations needs kinds of tie that {name} has: {', '.join(known)}; got "
            f"{', '.join(unknown)}. Choose among these, or leave --relations out."
        )
    return Network(
        network.named_actors,
        [tie for tie in network.keyed_ties if str(tie[3].get(kind, "")) in relations],
        is_directed=network.is_directed,
        is_multigraph=network.is_multigraph,
        attributes=network.attributes,
    )
