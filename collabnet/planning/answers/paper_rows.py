"""Answers about what is written down, as rows: agreements, and ties that rest on the people."""

from collections.abc import Iterable, Iterator, Mapping

from collabnet.data.editing import Edit, OwnTable, read_own
from collabnet.data.place import Place
from collabnet.model import Coalition
from collabnet.model.errors import NotFoundError
from collabnet.model.records import records
from collabnet.planning.answers.paper import EVIDENCE, Pair, PaperAnswer, agreements_of, is_open
from collabnet.risk.assessment import Assessment
from collabnet.risk.contacts import PairContacts


def paper_edits(
    assessment: Assessment,
    place: Place,
    answers: Iterable[PaperAnswer],
    reading: Mapping[str, object] | None = None,
) -> list[Edit]:
    """Give the rows that answers come to: agreements, and ties that rest on the people alone.

    What isn't used rests on the people as what isn't written does; each direction in which
    something was sent has its own row.

    Raises
    ------
    NotFoundError
        If an answer is about two agencies that have no link.
    CollabnetError
        If agreements.csv or ties.csv can't be edited.
    """
    pairs = {contacts.pair: contacts for contacts in assessment.all_contacts}
    writer = _Writer(assessment.coalition, place, reading)
    edits: list[Edit] = []
    for answer in answers:
        if answer.pair not in pairs:
            raise NotFoundError(
                "There is no link between two of the agencies any more. Reload the page."
            )
        edits += writer.write(pairs[answer.pair], answer)
    return edits


class _Writer:
    def __init__(
        self, coalition: Coalition, place: Place, reading: Mapping[str, object] | None
    ) -> None:
        self._place, self._reading = place, reading
        self._tables: dict[str, OwnTable] = {}
        self._known = agreements_of(coalition)
        self._ids = set(coalition.agreements["agreement_id"])
        ties = coalition.ties
        ties = ties[ties["kind"] == "referral"]
        ends = list(records(ties, "from_id", "to_id"))
        self._tied = {*ends, *((b, a) for a, b in ends)}

    def write(self, contacts: PairContacts, answer: PaperAnswer) -> Iterator[Edit]:
        """Give the edits of one answer."""
        a, b = contacts.pair
        sent = {link.is_from_first for link in contacts.usable if link.kind == "referral"}
        ways = [way for way, first in (((a, b), True), ((b, a), False)) if first in sent] or [
            (a, b)
        ]
        evidence = EVIDENCE[answer.written]
        in_use = "yes" if answer.written == "used" else "no"
        names = answer.names_position if answer.written == "used" else "unknown"
        informal = list(self._informal(contacts, evidence)) if answer.written != "used" else []
        open_rows = [row for way in ((a, b), (b, a)) for row, use, _ in self._known.get(way, [])
                     if use == "unknown"]  # fmt: skip
        for row in open_rows:
            yield self._changed("agreements", row, in_use=in_use, names_position=names)
        if answer.written != "nothing" or not (informal or open_rows):
            for way in ways if not open_rows else []:
                yield self._agreement(way, in_use, names, evidence)
        yield from informal

    def _agreement(self, way: Pair, in_use: str, names: str, evidence: str) -> Edit:
        wanted = name = f"{way[0]} to {way[1]} (asked)"
        number = 2
        while name in self._ids:
            name, number = f"{wanted} {number}", number + 1
        self._ids.add(name)
        cells = {"agreement_id": name, "from_agency": way[0], "to_agency": way[1]}
        said = {"names_position": names, "in_use": in_use, "evidence": evidence}
        return Edit("agreements", None, None, cells | said)

    def _informal(self, contacts: PairContacts, evidence: str) -> Iterator[Edit]:
        """Say of each tie and each two who refer that they rest on the people alone."""
        for link in contacts.usable:
            if not is_open(link):
                continue
            if link.file == "ties.csv":
                yield self._changed("ties", link.row, basis="informal")
                continue
            ends = (link.at_first.id, link.at_second.id)
            sender, receiver = ends if link.is_from_first else ends[::-1]
            if (sender, receiver) not in self._tied:
                self._tied.add((sender, receiver))
                said = {"basis": "informal", "evidence": evidence}
                cells = {"source": sender, "target": receiver, "kind": "referral"}
                yield Edit("ties", None, None, cells | said)

    def _changed(self, table: str, row: int, **cells: str) -> Edit:
        if table not in self._tables:
            self._tables[table] = read_own(self._place, table, self._reading)
        found = self._tables[table].row(row) or {}
        return Edit(table, row, {name: found.get(name, "") for name in cells}, cells)
