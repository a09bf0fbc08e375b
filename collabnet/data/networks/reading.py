"""What every reader of a network file shares: actors and ties as they were found, checked alike."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from collabnet.data.files import none_kept
from collabnet.data.issues import Ledger
from collabnet.data.networks.reading_checks import check_ends, check_repeats, check_strengths
from collabnet.data.options import Answers
from collabnet.data.sources.opened import Opened
from collabnet.model.network import Network

RESERVED = ("strength", "relation")
FIRST, SECOND = "first", "second"
"""What the attribute ``mode`` of an actor says in a network of two kinds of actors."""


@dataclass
class ReadActor:
    """An actor of a network file, and the position of the record that names it."""

    actor_id: str
    attributes: dict[str, str]
    at: int


@dataclass
class ReadTie:
    """A tie of a network file, and the position of the record that names it.

    ``strength`` is the text of the file until it has been checked, then also ``number``, which
    is NaN where the file gives none. ``key`` is the file's own id of the tie, if it has one.
    """

    at: int
    from_id: str
    to_id: str
    relation: str = ""
    strength: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    is_directed: bool = True
    key: str = ""
    column: str = ""
    number: float = float("nan")


@dataclass
class NetworkReading:
    """A network as it was read; ``network`` is None when the file was refused.

    Attributes
    ----------
    network : what measures and writers take
    ledger : its problems; positions are declared actors and ties in the order of the file
    actors, ties : what was kept, with the position of each
    """

    network: Network | None
    ledger: Ledger
    actors: list[ReadActor] = field(default_factory=list)
    ties: list[ReadTie] = field(default_factory=list)


@dataclass(frozen=True)
class NetworkFormat:
    """A network format: how to recognise, read and write it.

    ``read`` keeps parallel ties and self-ties unless ``merge`` is said. ``write`` raises a
    CollabnetError that names what the format can't hold; ``leave_out`` names attributes that
    the caller agrees to lose. ``write`` is None where the format is only read.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    recognise: Callable[[Opened], float]
    read: "Callable[..., NetworkReading]"
    write: Callable[..., bytes] | None = None


class NetworkDraft:
    """Actors and ties of a file while it is read; :meth:`finish` checks them.

    Every declared actor and every tie has a position in the ledger, by which a person finds it.
    With ``merge`` equal ties become one and self-ties are asked about, as a coalition's tables
    need it; without, everything stays.

    Examples
    --------
    >>> draft = NetworkDraft(Ledger("ties.txt"), Answers())
    >>> at = draft.place(1, ["clinic", "outreach", "2"])
    >>> draft.tie(at, "clinic", "outreach", strength="2")
    >>> draft.finish().network
    Network(2 actors, 1 ties, directed)
    """

    def __init__(self, ledger: Ledger, answers: Answers, *, merge: bool = False) -> None:
        self.ledger = ledger
        self.answers = answers
        self.merge = merge
        self.attributes: dict[str, str] = {}
        self._actors: dict[str, ReadActor] = {}
        self._ties: list[ReadTie] = []
        self._rows: list[int] = list(ledger.rows)
        self._lines: list[int] = list(ledger.lines)
        self._originals: list[Sequence[str]] = list(ledger.originals)
        self._originals += [()] * (len(self._rows) - len(self._originals))
        self._used: set[int] = set()
        ledger.rows, ledger.lines = self._rows, self._lines
        ledger.originals = self._originals

    def place(self, line: int, cells: Sequence[str], row: int | None = None) -> int:
        """Give a new position for a declared actor or a tie: its line and original cells."""
        self._rows.append(line if row is None else row)
        self._lines.append(line)
        self._originals.append(cells)
        at = len(self._rows) - 1
        self._used.add(at)
        return at

    def use(self, at: int, cells: Sequence[str]) -> bool:
        """Take a position that the ledger has, of a record; False if it is left out already."""
        self._originals[at] = cells
        self._used.add(at)
        return at not in self.ledger.gone

    def _count(self) -> None:
        self.ledger.n_read = len(self._used | self.ledger.gone)

    def line_of(self, at: int) -> int:
        """The line of a position."""
        return self._lines[at]

    def actor_ids(self) -> list[str]:
        """Every actor that has been declared or that a tie names, in order."""
        ends = (end for tie in self._ties for end in (tie.from_id, tie.to_id))
        return list(dict.fromkeys([*self._actors, *ends]))

    def count_actors(self) -> int:
        """How many actors have been declared or named by a tie."""
        return len(self.actor_ids())

    def has(self, actor_id: str) -> bool:
        """Tell whether an actor has been declared."""
        return actor_id in self._actors

    def actor(self, at: int, actor_id: str, attributes: Mapping[str, str] | None = None) -> None:
        """Declare an actor; a second one of the same id refuses the file."""
        if not actor_id.strip():
            self.ledger.add("required_blank", at, column="actor")
        elif actor_id in self._actors:
            self.ledger.rejected.add(at)
            self.ledger.add("duplicate_actor", at, value=actor_id)
        else:
            self._actors[actor_id] = ReadActor(actor_id, dict(attributes or {}), at)

    def tie(
        self,
        at: int,
        from_id: str,
        to_id: str,
        *,
        relation: str = "",
        strength: str | float | None = None,
        attributes: Mapping[str, str] | None = None,
        is_directed: bool = True,
        key: str = "",
        column: str = "",
    ) -> None:
        """Add a tie; its ends need not have been declared. ``column`` is where its strength is."""
        own = {
            (f"{name}_in_file" if name in RESERVED else name): value
            for name, value in (attributes or {}).items()
        }
        text = "" if strength is None else str(strength)
        self._ties.append(
            ReadTie(at, from_id, to_id, relation, text, own, is_directed, key, column)
        )

    def finish(self, *, is_directed: bool = True) -> NetworkReading:
        """Check all ties and give the network; ``is_directed`` says it where there are none."""
        ledger, ties = self.ledger, self._ties
        check_ends(ties, ledger)
        check_strengths(ties, ledger, self.answers, merge=self.merge)
        if self.merge:
            check_repeats(ties, ledger, self.answers)
        kept = [tie for tie in ties if tie.at not in ledger.gone]
        for tie in kept + [tie for tie in ties if tie.at in ledger.skipped]:
            self._add_ends(tie)
        actors = [actor for actor in self._actors.values() if actor.at not in ledger.gone]
        if not actors and not ledger.is_stopped:
            code = "no_actors" if not ledger.rejected else "no_rows_kept"
            ledger.add(code, **none_kept(len(ties)))
        self._count()
        if ledger.is_stopped:
            return NetworkReading(None, ledger)
        network = self._network(actors, kept, is_directed)
        return NetworkReading(network, ledger, actors, kept)

    def refused(self) -> NetworkReading:
        """Give the reading of a file that can't be read, once the ledger says why."""
        self._count()
        return NetworkReading(None, self.ledger)

    def _add_ends(self, tie: ReadTie) -> None:
        for end in (tie.from_id, tie.to_id):
            if end not in self._actors:
                at = tie.at
                if at in self.ledger.skipped:
                    # Whom only a tie names that is left out is an isolate with a place of its own.
                    at = self.place(self._lines[at], self._originals[at], self._rows[at])
                self._actors[end] = ReadActor(end, {}, at)

    def _network(
        self, actors: Sequence[ReadActor], ties: Sequence[ReadTie], is_directed: bool
    ) -> Network:
        ways = {tie.is_directed for tie in ties} or {is_directed}
        is_mixed = len(ways) > 1
        if is_mixed:
            loose = [tie.at for tie in ties if not tie.is_directed]
            self.ledger.add("both_ways", loose[0], count=len(loose))
        made = []
        for place, tie in enumerate(ties):
            values = _values(tie)
            key = tie.key or place
            if is_mixed and not tie.is_directed:
                values["directed"] = "no"
                if tie.from_id != tie.to_id:
                    made.append((tie.to_id, tie.from_id, key, dict(values)))
            made.append((tie.from_id, tie.to_id, key, values))
        return Network(
            [(actor.actor_id, actor.attributes) for actor in actors],
            made,
            is_directed=True in ways,
            attributes=self.attributes,
        )


def _values(tie: ReadTie) -> dict[str, object]:
    values: dict[str, object] = dict(tie.attributes)
    if tie.number == tie.number:
        values["strength"] = tie.number
    if tie.relation:
        values["relation"] = tie.relation
    return values
