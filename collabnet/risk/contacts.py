"""Who reaches whom directly: single contacts, strained ties and gaps, pair by pair."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from collabnet.model import Coalition
from collabnet.model.records import records
from collabnet.model.sheets import wave_day
from collabnet.model.vocabulary import USABLE, WEAK_EVIDENCE
from collabnet.risk.basis import BasisOf
from collabnet.risk.carriers import Side, side_of
from collabnet.risk.rows import End, Row, end_kinds

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Link:
    """One direct tie or log row between two agencies; ``at_first`` is the first's end."""

    file: str
    row: int
    kind: str
    quality: str
    basis: str
    at_first: End
    at_second: End
    status: str
    reported_by: str = ""
    is_directed: bool = False
    is_from_first: bool = True


@dataclass(frozen=True)
class PairContacts:
    """Everything direct between two agencies (or inside one, where both are the same).

    ``pair`` is in id order. Usable links are ways to reach each other; strained and absent
    ones never are.
    """

    pair: Pair
    links: tuple[Link, ...]
    is_illustrative_log: bool = False

    @property
    def is_inside(self) -> bool:
        """Whether both agencies are the same."""
        return self.pair[0] == self.pair[1]

    @cached_property
    def usable(self) -> tuple[Link, ...]:
        """Ties and log rows through which the two can reach each other."""
        return tuple(link for link in self.links if link.quality in USABLE)

    @cached_property
    def strained(self) -> tuple[Link, ...]:
        """Ties that somebody describes as strained."""
        return tuple(link for link in self.links if link.quality == "strained")

    @cached_property
    def absent(self) -> tuple[Link, ...]:
        """Gaps: ties that somebody says are missing."""
        return tuple(link for link in self.links if link.quality == "absent")

    @cached_property
    def sides(self) -> tuple[Side, Side]:
        """Who stands at the usable links, on each side."""
        return (
            side_of(link.at_first for link in self.usable),
            side_of(link.at_second for link in self.usable),
        )

    @cached_property
    def single(self) -> tuple[tuple[str, str], ...]:
        """The sides that rest on one person: pairs of agency and person.

        Blanks count for the busiest named person; where nobody is named, the person is "".
        """
        if self.is_inside or not self.usable:
            return ()
        found = []
        for agency, side in zip(self.pair, self.sides, strict=True):
            if side.sole is not None:
                found.append((agency, side.sole))
            elif not side.counts:
                found.append((agency, ""))
        return tuple(found)

    @cached_property
    def strong(self) -> "PairContacts":
        """The same pair without inferred and illustrative rows.

        A log that is illustrative as a whole stays: its label stands on every line.
        """
        kept = tuple(
            link
            for link in self.links
            if link.status not in WEAK_EVIDENCE
            or (self.is_illustrative_log and link.file == "referrals.csv")
        )
        return replace(self, links=kept)


def build_contacts(coalition: Coalition, rows: Sequence[Row]) -> tuple[PairContacts, ...]:
    """Gather what is direct between each two agencies, and the ties inside each."""
    grouped: defaultdict[Pair, list[Link]] = defaultdict(list)
    for pair, link in (*_from_log(rows), *_from_ties(coalition)):
        grouped[pair].append(link)
    made_up = coalition.settings.log_status == "illustrative"
    return tuple(PairContacts(pair, tuple(grouped[pair]), made_up) for pair in sorted(grouped))


def _from_log(rows: Iterable[Row]) -> Iterator[tuple[Pair, Link]]:
    for row in rows:
        if row.is_log and not row.is_inside:
            pair, turned = _ordered(row.from_agency, row.to_agency)
            first, second = (row.sender, row.receiver) if not turned else (row.receiver, row.sender)
            yield (
                pair,
                Link(
                    row.file, row.row, "referral", "unrated", row.basis.form, first, second,
                    row.status, is_directed=True, is_from_first=not turned,
                ),
            )  # fmt: skip


def _from_ties(coalition: Coalition) -> Iterator[tuple[Pair, Link]]:
    kinds, survey = end_kinds(coalition), coalition.settings.survey
    basis_of = BasisOf(coalition)
    columns = (
        "file", "row", "from_id", "to_id", "directed", "kind", "basis", "quality", "reported_by",
        "status", "wave",
    )  # fmt: skip
    ties = coalition.ties
    # Who has moved since stood for another agency in that wave.
    places = {wave: coalition.agencies_at(wave_day(wave, survey)) for wave in ties["wave"].unique()}
    for (
        file,
        row,
        source,
        target,
        directed,
        kind,
        tie_basis,
        quality,
        reporter,
        status,
        wave,
    ) in records(ties, *columns):
        if source == target:
            continue
        agencies_of = places[wave]
        pairs = {(a, b) for a in agencies_of[source] for b in agencies_of[target]}
        across = {(a, b) for a, b in pairs if a != b} or pairs
        for from_agency, to_agency in sorted(across):
            pair, turned = _ordered(from_agency, to_agency)
            ends = End(source, kinds[source]), End(target, kinds[target])
            first, second = reversed(ends) if turned else ends
            basis = basis_of.of_contact(from_agency, to_agency, tie_basis, status).form
            yield (
                pair,
                Link(
                    file, row, kind, quality, basis, first, second, status, reporter,
                    directed == "yes", not turned,
                ),
            )  # fmt: skip


def _ordered(a: str, b: str) -> tuple[Pair, bool]:
    return ((a, b), False) if a <= b else ((b, a), True)


def sides_asked(coalition: Coalition, contacts: PairContacts) -> tuple[str, ...]:
    """The agencies of a pair that were asked about it.

    Asked if ``reported_by`` names one of its people (or the agency), else if one of them was
    interviewed.
    """
    asked = agencies_asked(coalition, (link.reported_by for link in contacts.links))
    return tuple(agency for agency in dict.fromkeys(contacts.pair) if agency in asked)


def agencies_asked(coalition: Coalition, reported_by: Iterable[str]) -> frozenset[str]:
    """The agencies of those who reported some ties, and of everybody interviewed."""
    reporters = {who.strip() for cell in reported_by for who in cell.split(";")}
    answered = reporters | coalition.interviewed
    return frozenset(agency for who in answered for agency in coalition.agencies_of.get(who, ()))
