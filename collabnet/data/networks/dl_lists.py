"""The lists of a DL file: ties one to a line, or an actor and those it names."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from collabnet.data.networks.dl_head import DlHead, plain_words
from collabnet.data.networks.matrix_axes import Label, declare
from collabnet.data.networks.reading import FIRST, SECOND, NetworkDraft

PARTING = "!"
"""The line that parts the ties of one relation from those of the next."""


@dataclass
class Side:
    """The actors that the first, or the second, word of a line can name."""

    ids: list[str]
    labels: dict[str, str]
    is_embedded: bool
    mode: str = ""
    known: set[str] = field(default_factory=set)

    @classmethod
    def of(
        cls, labels: Sequence[Label], ids: list[str], is_embedded: bool, mode: str = ""
    ) -> "Side":
        """Make a side of its labels and the ids that were given to them."""
        by_label = {one.text: actor for one, actor in zip(labels, ids, strict=False)}
        return cls(ids, by_label, is_embedded, mode, set(ids))


def read_lists(
    lines: Sequence[str],
    head: DlHead,
    sides: tuple[Side, Side],
    names: Sequence[str],
    draft: NetworkDraft,
) -> None:
    """Read the ties; those on a line that can't be understood are left out."""
    number = 0
    every = [(head.data, head.rest), *enumerate(lines[head.data :], head.data + 1)]
    row = 0
    for line, text in every:
        words = plain_words(text)
        if words == [PARTING]:
            number, row = number + 1, 0
            continue
        if not words:
            continue
        relation = names[number] if number < len(names) else (str(number + 1) if number else "")
        if head.format.startswith("edge"):
            _tie(words, line, relation, sides, draft)
            continue
        if head.format == "nodelist1b":
            row += 1
            words = _counted(words, row, line, draft)
        _star(words, line, relation, sides, draft)


def _tie(
    words: list[str], line: int, relation: str, sides: tuple[Side, Side], draft: NetworkDraft
) -> None:
    at = draft.place(line, words)
    if len(words) > 3:
        draft.ledger.add("label_needs_quotes", at, value=words[2], found=len(words))
    elif len(words) < 2:
        needed = "two actors, and the strength if there is one,"
        draft.ledger.add("network_line", at, value=words[0], expected=needed)
    else:
        ends = [_end(word, side, at, draft) for word, side in zip(words, sides, strict=False)]
        if all(ends):
            _add(ends, sides, at, relation, words[2] if len(words) == 3 else "", draft)


def _star(
    words: list[str], line: int, relation: str, sides: tuple[Side, Side], draft: NetworkDraft
) -> None:
    """An actor, and those it names."""
    if len(words) == 1 and sides[0].is_embedded and words[0] not in sides[0].labels:
        _declare_new(words[0], sides[0], line, draft)
    for other in words[1:]:
        at = draft.place(line, [words[0], other])
        ends = [
            _end(word, side, at, draft) for word, side in zip((words[0], other), sides, strict=True)
        ]
        if all(ends):
            _add(ends, sides, at, relation, "", draft)


def _counted(words: list[str], row: int, line: int, draft: NetworkDraft) -> list[str]:
    """A row of nodelist1b: how many it names, then whom; rows stand in order."""
    if words[0].isdecimal() and int(words[0][:9]) == len(words) - 1:
        return [str(row), *words[1:]]
    at = draft.place(line, words)
    needed = "the number of actors that follow"
    draft.ledger.add("network_line", at, value=words[0], expected=needed)
    return []


def _end(word: str, side: Side, at: int, draft: NetworkDraft) -> str:
    """The actor that a word names; empty where it names none."""
    if not word.strip():
        # Two quotes with nothing between them.
        draft.ledger.add("required_blank", at, column="actor")
        return ""
    if word in side.labels and (side.is_embedded or not _is_number(word, side)):
        return side.labels[word]
    if side.is_embedded:
        return word
    if _is_number(word, side):
        return side.ids[int(word) - 1]
    if word in side.labels:
        return side.labels[word]
    draft.ledger.add("no_such_number", at, value=word, low=1, high=len(side.ids))
    return ""


def _is_number(word: str, side: Side) -> bool:
    fits = word.isascii() and word.isdigit() and len(word) < 10
    return fits and 1 <= int(word) <= len(side.ids)


def _add(
    ends: Sequence[str],
    sides: tuple[Side, Side],
    at: int,
    relation: str,
    strength: str,
    draft: NetworkDraft,
) -> None:
    known = [_known(end, side, at, draft) for end, side in zip(ends, sides, strict=True)]
    draft.tie(
        at,
        known[0],
        known[1],
        relation=relation,
        strength=strength,
        is_directed=not sides[0].mode,
    )


def _known(end: str, side: Side, at: int, draft: NetworkDraft) -> str:
    """The id of an actor whose label stands among the data; declared when it needs a mode."""
    if not side.mode or end in side.known:
        return end
    return _declare_new(end, side, draft.line_of(at), draft)


def _declare_new(label: str, side: Side, line: int, draft: NetworkDraft) -> str:
    if label in side.labels:
        return side.labels[label]
    actor_id = label
    while draft.has(actor_id):
        # A meeting may be called like an agency: they are two actors.
        actor_id += f" ({side.mode or 'again'})"
    values = {"mode": side.mode} if side.mode else {}
    if actor_id != label:
        values["name"] = label
    draft.actor(draft.place(line, [label]), actor_id, values)
    side.labels[label] = actor_id
    side.known.add(actor_id)
    return actor_id


def sides_of(
    labels: tuple[Sequence[Label], Sequence[Label]],
    embedded: tuple[bool, bool],
    draft: NetworkDraft,
    *,
    is_two_mode: bool,
) -> tuple[Side, Side]:
    """Declare the actors that are listed, and give what the words of a line can name."""
    first, second = labels
    if not is_two_mode:
        one = Side.of(first, declare(draft, first), any(embedded))
        return one, one
    modes = [FIRST] * len(first) + [SECOND] * len(second)
    ids = declare(draft, [*first, *second], modes)
    return (
        Side.of(first, ids[: len(first)], embedded[0], FIRST),
        Side.of(second, ids[len(first) :], embedded[1], SECOND),
    )
