"""What writers of text formats share: ties sorted out, and what can't be held refused."""

import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from collabnet.data.issues import listed, shown
from collabnet.data.networks.outgoing import ALL, CannotHoldError, OutTie, names_of, prepare
from collabnet.data.networks.reading import FIRST, SECOND
from collabnet.data.networks.reading_drafts import number_text
from collabnet.model.errors import CollabnetError
from collabnet.model.network import Network


@dataclass(frozen=True)
class TextTie:
    """A tie to be written as text; ``strength`` is empty where there is none."""

    from_id: str
    to_id: str
    relation: str
    strength: str
    values: dict[str, str]
    is_directed: bool


@dataclass(frozen=True)
class TextNetwork:
    """A network to be written as text.

    Attributes
    ----------
    actors : ids and attributes; in a network of two kinds those of the first kind come first
    n_first : how many are of the first kind; 0 where there are not two kinds
    name : the name of the network, if it has one
    """

    title: str
    actors: list[tuple[str, dict[str, str]]]
    ties: list[TextTie]
    is_directed: bool
    n_first: int = 0
    name: str = ""

    @property
    def ids(self) -> list[str]:
        """The ids of the actors."""
        return [actor for actor, _ in self.actors]

    @property
    def relations(self) -> list[str]:
        """The relations of the ties, in order; one without a name is empty."""
        return list(dict.fromkeys(tie.relation for tie in self.ties))

    @property
    def is_mixed(self) -> bool:
        """Whether some ties have a direction and others have none."""
        return len({tie.is_directed for tie in self.ties}) > 1


def text_network(
    network: Network,
    title: str,
    *,
    leave_out: Collection[str] = (),
    for_actors: Collection[str] | None = None,
    for_ties: Collection[str] | None = None,
    arcs_join_kinds: bool = False,
) -> TextNetwork:
    """Bring a network into text; what the format can't hold has to be in ``leave_out``.

    ``for_actors`` and ``for_ties`` are the attributes that the format can hold; None is any.
    ``arcs_join_kinds`` says that ties between two kinds of actors may have a direction.
    """
    out = prepare(network, title, leave_out=leave_out, strength="strength")
    attributes = dict(out.attributes)
    name = str(attributes.pop("name", ""))
    _check_names(attributes, (), "network", title, leave_out)
    actors = [(actor, _texts(values)) for actor, values in out.actors]
    ties = [_tie(tie, title) for tie in out.ties]
    n_first = 0
    if _is_two_mode(actors, ties, arcs_join_kinds):
        first = [one for one in actors if one[1]["mode"] == FIRST]
        second = [one for one in actors if one[1]["mode"] == SECOND]
        actors, n_first = [*first, *second], len(first)
        actors = [(one, {k: v for k, v in values.items() if k != "mode"}) for one, values in actors]
    _check_names(names_of(values for _, values in actors), for_actors, "actors", title, leave_out)
    _check_names(names_of(tie.values for tie in ties), for_ties, "ties", title, leave_out)
    return TextNetwork(title, actors, ties, out.is_directed, n_first, name)


def refuse(title: str, what: str, instead: str = "GraphML or node-link JSON") -> CollabnetError:
    """Build the error for what a format can't hold at all."""
    return CollabnetError(f"{title} can't hold {what}. Choose {instead}.")


def check_parallel(network: TextNetwork) -> None:
    """Refuse ties of one relation with the same ends, for formats with one cell for each.

    Raises
    ------
    CollabnetError
        Naming the first such tie.
    """
    seen = set()
    for tie in network.ties:
        ends = (tie.from_id, tie.to_id)
        pair = ends if tie.is_directed else (min(ends), max(ends))
        if (pair, tie.relation) in seen:
            what = f"two ties between the same actors ({shown(ends[0])} to {shown(ends[1])})"
            raise refuse(network.title, what, "Pajek, GraphML or node-link JSON")
        seen.add((pair, tie.relation))


def _texts(values: dict[str, object]) -> dict[str, str]:
    return {name: _text(value) for name, value in values.items()}


def _text(value: object) -> str:
    return number_text(value) if isinstance(value, float) and math.isfinite(value) else str(value)


def _tie(tie: OutTie, title: str) -> TextTie:
    values = dict(tie.values)
    strength = values.pop("strength", None)
    if strength is None and _is_number(values.get("weight")):
        strength = values.pop("weight")
    if strength is not None and not _is_number(strength):
        what = f"a strength that is no finite number ({shown(str(strength))})"
        raise refuse(title, what)
    relation = str(values.pop("relation", ""))
    written = "" if strength is None else number_text(float(strength))
    texts = _texts(values)
    return TextTie(tie.from_id, tie.to_id, relation, written, texts, tie.is_directed)


def _is_number(value: object) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and math.isfinite(float(value))  # type: ignore[arg-type] # is a number


def _is_two_mode(actors: list[tuple[str, dict[str, str]]], ties: list[TextTie], arcs: bool) -> bool:
    """Whether actors are of two kinds and every tie joins one to the other."""
    modes = {actor: values.get("mode", "") for actor, values in actors}
    return set(modes.values()) == {FIRST, SECOND} and all(
        {modes[tie.from_id], modes[tie.to_id]} == {FIRST, SECOND} and (arcs or not tie.is_directed)
        for tie in ties
    )


def _check_names(
    names: Iterable[str],
    allowed: Collection[str] | None,
    whose: str,
    title: str,
    leave_out: Collection[str],
) -> None:
    if allowed is None or ALL in leave_out:
        return
    wrong = sorted(set(names) - set(allowed) - set(leave_out))
    if wrong:
        what = f"attributes of {whose} ({listed([shown(name) for name in wrong])})"
        owner = "the network" if whose == "network" else whose
        what = what.replace(f"of {whose}", f"of {owner}")
        raise CannotHoldError(title, what, wrong[0] if len(wrong) == 1 else ALL)
