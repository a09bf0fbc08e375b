"""What is direct between two agencies as the planner sees it: who holds it, what is wrong."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from collabnet.risk.contacts import Link, PairContacts
from collabnet.risk.pathways import THIN
from collabnet.risk.remedies import INVITATIONS
from collabnet.risk.rows import End

MOST_UNITS = 2
"""A pair counts at most twice: once for each thing that is wrong, twice where nothing works."""

TieRow = tuple[str, int]
"""File and row of a tie: one of somebody with two agencies stands between several pairs."""


@dataclass(frozen=True)
class Spot:
    """The direct contacts of two agencies.

    Attributes
    ----------
    pair : the two agencies, in id order
    links : ties and log rows, each with its quality
    is_told : whether a counted pathway tells of the person on whom all of it rests
    """

    pair: tuple[str, str]
    links: tuple[Link, ...]
    is_told: bool = False

    @cached_property
    def contacts(self) -> PairContacts:
        """The same as the findings see it."""
        return PairContacts(self.pair, self.links)

    @cached_property
    def units(self) -> int:
        """How often ``contact_worth`` counts: 0 where nothing is wrong, 2 where nothing works."""
        contacts = self.contacts
        if not contacts.usable:
            return MOST_UNITS if contacts.strained or contacts.absent else 0
        wrong = (self.rests_on_one, bool(contacts.strained), bool(contacts.absent))
        return min(MOST_UNITS, sum(wrong))

    @cached_property
    def rests_on_one(self) -> bool:
        """Whether one person holds all of it on one side; a few log rows alone are too thin."""
        contacts = self.contacts
        usable = contacts.usable
        is_thin = len(usable) < THIN and all(link.file == "referrals.csv" for link in usable)
        return bool(contacts.single) and not is_thin and not self.is_told

    @property
    def strained(self) -> frozenset[TieRow]:
        """The rows of strained ties."""
        return frozenset((link.file, link.row) for link in self.contacts.strained)

    def uninvited(self, host: str) -> frozenset[TieRow]:
        """The rows of missing invitations by an agency."""
        return frozenset(
            (link.file, link.row)
            for link in self.contacts.absent
            if link.kind in INVITATIONS and self._is_from(link, host)
        )

    def mended(self, rows: Collection[TieRow]) -> "Spot":
        """The same with the ties of some rows positive."""
        return self._with(
            replace(link, quality="positive") if (link.file, link.row) in rows else link
            for link in self.links
        )

    def tied(self, ends: tuple[End, End]) -> "Spot":
        """The same with a contact between two ends, in the order of the pair."""
        first, second = ({end.id, home} for end, home in zip(ends, self.pair, strict=True))
        made = Link("ties.csv", 0, "contact", "positive", "informal", *ends, "illustrative")
        return self._with(
            [
                *(
                    link
                    for link in self.links
                    if not (
                        link.quality == "absent"
                        and link.kind == "contact"
                        and link.at_first.id in first
                        and link.at_second.id in second
                    )
                ),
                made,
            ]
        )

    def shared(self, person: str, by: str, agencies: Collection[str]) -> "Spot":
        """The same with a person's usable ties held by another too; log rows are shared."""
        added: list[Link] = []
        seen: dict[tuple[str, bool], int] = {}
        kept = []
        for link in self.links:
            made = self._by(link, person, by, agencies)
            if made is None or link.quality not in ("positive", "unrated"):
                kept.append(link)
            elif link.file == "referrals.csv":
                partner = link.at_second if link.at_first.id == person else link.at_first
                place = partner.id, link.is_from_first
                seen[place] = seen.get(place, 0) + 1
                kept.append(made if seen[place] % 2 == 0 else link)
            else:
                kept.append(link)
                added.append(made)
        return self._with([*kept, *added])

    def _by(self, link: Link, person: str, by: str, agencies: Collection[str]) -> Link | None:
        """The link with another in a person's place; None where it isn't the person's."""
        end = End(by, "person")
        if link.at_first.id == person and self.pair[0] in agencies and link.at_second.id != by:
            return replace(link, at_first=end)
        if link.at_second.id == person and self.pair[1] in agencies and link.at_first.id != by:
            return replace(link, at_second=end)
        return None

    def _is_from(self, link: Link, host: str) -> bool:
        return not link.is_directed or link.is_from_first == (self.pair[0] == host)

    def _with(self, links: Iterable[Link]) -> "Spot":
        return replace(self, links=tuple(links))
