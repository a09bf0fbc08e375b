"""How agencies and people are spoken of outside: by consent, by sector, by common roles.

An agency is named only where its consent is recorded. Any other is called by its sector ("the
law enforcement agency"), with a letter where several share it ("law enforcement agency B"), and
"agency" where it has none. This hides a name, not an agency that everybody knows as the only
one of its kind. A person is "one person", or an officer where three or more people of that
agency hold the same role; peer mentors are program staff.
"""

from collections import Counter, defaultdict
from collections.abc import Collection
from string import ascii_uppercase

from collabnet.model import Coalition
from collabnet.model.records import records
from collabnet.risk.wording import InternalSpeaker, capital
from collabnet.sharing.audiences import Audience

HOLDERS = 3
"""A role is said only where so many people of the agency hold it."""
PEER = "peer mentor"


class OutsideSpeaker:
    """Speaks to those who don't hold the data: nobody is named, few are described.

    Of a coalition with changes ``was`` is the one without: agencies are called as there, and a
    role is said only where enough hold it in both.
    """

    def __init__(
        self, coalition: Coalition, audience: Audience, *, was: Coalition | None = None
    ) -> None:
        self._labels = _agency_labels(was or coalition)
        self._says_roles = audience == "partner"
        self._home = {person: homes[0] for person, homes in coalition.agencies_of.items()}
        columns = ("person_id", "agency_id", "role", "kind")
        people = list(records(coalition.people, *columns))
        self._role = {person: role.lower() for person, _, role, _ in people}
        self._kind = {person: kind for person, _, _, kind in people}
        self._holders = _holders(coalition) & _holders(was or coalition)
        self._internal = InternalSpeaker(coalition)

    def agency(self, agency: str) -> str:
        """The agency's name by consent, else its sector."""
        return self._labels[agency]

    def title(self, agency: str) -> str:
        """The same for the cell of a table."""
        return capital(self._labels[agency].removeprefix("the "))

    def noun(self, people: Collection[str]) -> str:
        """A role that all of them hold with enough others, else "person"."""
        if not self._says_roles or not people:
            return "person"
        if any(PEER in self._role.get(person, "") for person in people):
            return "person"
        held = [(self._home[person], self._role.get(person, "")) for person in people]
        common = all(role and self._holders[home, role] >= HOLDERS for home, role in held)
        return self._internal.noun(people) if common else "person"

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
        (agency, role.lower())
        for agency, role, kind in records(coalition.people, *columns)
        if kind == "person"
    )


def _agency_labels(coalition: Coalition) -> dict[str, str]:
    agreed = set(coalition.settings.consent)
    found = {agency: coalition.names[agency] for agency in coalition.agencies["agency_id"]}
    hidden: defaultdict[str, list[str]] = defaultdict(list)
    for agency, sector in sorted(records(coalition.agencies, "agency_id", "sector")):
        if agency not in agreed:
            hidden[_sector(coalition, sector)].append(agency)
    for kind, agencies in hidden.items():
        alone = f"the {kind}" if kind != "agency" else "agency A"
        for place, agency in enumerate(agencies):
            found[agency] = alone if len(agencies) == 1 else f"{kind} {letters(place)}"
    return found


def sector_words(coalition: Coalition, sector: str) -> str:
    """The sector as written; nothing where the cell holds a person's or an agency's name."""
    said = " ".join(sector.lower().split())
    staff = coalition.people[["person_id", "name"]].to_numpy().ravel().tolist()
    long = [name for name in coalition.agencies["name"] if len(name.split()) > 2]
    words = {name.lower() for name in (*staff, *long) if name}
    return "" if any(f" {word} " in f" {said} " for word in words) else said


def _sector(coalition: Coalition, sector: str) -> str:
    said = sector_words(coalition, sector)
    return f"{said} agency" if said else "agency"


def letters(place: int) -> str:
    """A to Z, then AA to ZZ."""
    before, last = divmod(place, len(ascii_uppercase))
    return (ascii_uppercase[before - 1] if before else "") + ascii_uppercase[last]
