"""How agencies and people are spoken of outside: by consent, by sector, by common roles.

An agency is named only where its consent is recorded. Any other is called by its sector ("the
law enforcement agency"), with a letter where several share it ("law enforcement agency B"), and
"agency" where it has none, or one that is on no list. This hides a name, not an agency that
everybody knows as the only one of its kind. A person is "one person", or an officer where three
or more people of that agency hold the same role; peer mentors are program staff.
"""

from collections import Counter, defaultdict
from collections.abc import Collection
from string import ascii_uppercase

from collabnet.model import Coalition
from collabnet.model.field_terms import ROLE
from collabnet.model.records import records
from collabnet.risk.wording import capital
from collabnet.sharing.audiences import Audience
from collabnet.sharing.field_words import OTHER_SECTOR, PROGRAM_STAFF, role_noun, sector_words
from collabnet.sharing.letter_key import in_letter_order

HOLDERS = 3
"""A role is said only where so many people of the agency hold it."""


class OutsideSpeaker:
    """Speaks to those who don't hold the data: nobody is named, few are described.

    Of a coalition with changes ``was`` is the one without: agencies are called as there, and a
    role is said only where enough hold it in both.
    """

    def __init__(
        self, coalition: Coalition, audience: Audience, *, was: Coalition | None = None
    ) -> None:
        self._labels = _agency_labels(was or coalition, audience)
        self.says_roles = audience == "partner"
        self._home = {person: homes[0] for person, homes in coalition.agencies_of.items()}
        people = list(records(coalition.people, "person_id", "role", "kind"))
        self._role = {person: role for person, role, _ in people}
        self._kind = {person: kind for person, _, kind in people}
        self._holders = _holders(coalition) & _holders(was or coalition)

    def agency(self, agency: str) -> str:
        """The agency's name by consent, else its sector."""
        return self._labels[agency]

    def title(self, agency: str) -> str:
        """The same for the cell of a table."""
        return capital(self._labels[agency].removeprefix("the "))

    def noun(self, people: Collection[str]) -> str:
        """The noun of a common role that all of them hold with enough others, else "person"."""
        nouns = {self._noun(person) for person in people} if self.says_roles else set()
        return nouns.pop() if len(nouns) == 1 else "person"

    def _noun(self, person: str) -> str:
        role = self._role.get(person, "")
        held = self._home.get(person, ""), _same(role)
        return role_noun(role) if role_noun(role) and self._holders[held] >= HOLDERS else "person"

    def end(self, actor: str) -> str:
        """A person or a group by agency only; an agency's position by the agency's label."""
        if actor not in self._kind:
            return self.agency(actor)
        who = "a group" if self._kind[actor] == "group" else "one person"
        return f"{who} at {self.agency(self._home[actor])}"


def _holders(coalition: Coalition) -> Counter[tuple[str, str]]:
    """How many people of each agency hold each role."""
    columns = ("agency_id", "role", "kind")
    return Counter(
        (agency, _same(role))
        for agency, role, kind in records(coalition.people, *columns)
        if kind == "person"
    )


def _same(role: str) -> str:
    """What is counted as one role: all who are program staff are alike."""
    return PROGRAM_STAFF if role_noun(role) == PROGRAM_STAFF else ROLE.normalise(role)[0].lower()


def _agency_labels(coalition: Coalition, audience: Audience) -> dict[str, str]:
    agreed = set(coalition.settings.consent)
    found = {agency: coalition.names[agency] for agency in coalition.agencies["agency_id"]}
    hidden: defaultdict[str, list[str]] = defaultdict(list)
    sectors = dict(records(coalition.agencies, "agency_id", "sector"))
    for agency in in_letter_order(sectors.keys() - agreed, coalition, audience):
        hidden[_sector(sectors[agency])].append(agency)
    for kind, agencies in hidden.items():
        alone = f"the {kind}" if kind != "agency" else "agency A"
        for place, agency in enumerate(agencies):
            found[agency] = alone if len(agencies) == 1 else f"{kind} {letters(place)}"
    return found


def _sector(sector: str) -> str:
    said = sector_words(sector)
    return f"{said} agency" if said not in ("", OTHER_SECTOR) else "agency"


def letters(place: int) -> str:
    """A to Z, then AA to ZZ."""
    before, last = divmod(place, len(ascii_uppercase))
    return (ascii_uppercase[before - 1] if before else "") + ascii_uppercase[last]
