"""Let what an assessment says of each agency through to whoever holds the data."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from functools import cached_property

from collabnet.model.records import records
from collabnet.model.vocabulary import USABLE
from collabnet.risk.assessment import Assessment
from collabnet.risk.carriers import Side
from collabnet.risk.contacts import Link, PairContacts
from collabnet.risk.say_coverage import service_words
from collabnet.risk.wording import (
    STATUS_WORDS,
    InternalSpeaker,
    count,
    listed,
)
from collabnet.sharing.agency_load import AgencyLoad
from collabnet.sharing.audiences import NOTICES
from collabnet.sharing.internal import period_words
from collabnet.sharing.released import SEAL
from collabnet.sharing.released_agencies import (
    ASKED,
    NOT_ASKED,
    NOT_KNOWN,
    OfferedService,
    ReleasedAgencies,
    ReleasedAgency,
    ReleasedContact,
    ReleasedStaff,
)

FACTS = (
    ("capacity", "Places"),
    ("serves_ages", "Ages it takes"),
    ("serves_genders", "Genders it takes"),
    ("referral", "How young people come"),
    ("region", "Region"),
    ("languages", "Languages"),
)


def release_agencies(assessment: Assessment) -> ReleasedAgencies:
    """Give what whoever holds the data may see of each agency: staff stand by name, never ranked.

    Examples
    --------
    >>> import collabnet as cn
    >>> found = release_agencies(cn.assess(cn.load("sample:g1"))).agency("residential")
    >>> found.received, [one.name for one in found.single]
    (15, ['Advocacy center', 'Court'])
    """
    return _Maker(assessment).agencies()


class _Maker:
    """What is worked out once for all agencies."""

    def __init__(self, assessment: Assessment) -> None:
        self._assessment = assessment
        self._coalition = assessment.coalition
        self._names = self._coalition.names
        self._speaker = InternalSpeaker(self._coalition)
        self._log = [row for row in assessment.rows if row.is_log]
        self._load = AgencyLoad(assessment)

    def agencies(self) -> ReleasedAgencies:
        """All agencies by name."""
        settings = self._coalition.settings
        made = [self._agency(row) for row in self._coalition.agencies.to_dict("records")]
        return ReleasedAgencies(
            notice=NOTICES["internal"],
            label=settings.label,
            period=period_words(self._coalition.period),
            n_referrals=self._load.n_between,
            agencies=tuple(sorted(made, key=lambda one: (one.name.casefold(), one.id))),
            seal=SEAL,
        )

    def _agency(self, row: Mapping[Hashable, object]) -> ReleasedAgency:
        agency = str(row["agency_id"])
        services = (one.strip() for one in str(row["services"]).split(";"))
        told = self._load.of(agency)
        received = int(told["n_received"])
        n_all = len(self._coalition.agencies)
        is_outside = agency in self._coalition.outside
        return ReleasedAgency(
            id=agency,
            name=self._names[agency],
            sector=str(row["sector"]),
            is_outside=is_outside,
            statuses=STATUS_WORDS.get(str(row["status"]), str(row["status"])),
            services=tuple(OfferedService(one, service_words(one)) for one in services if one),
            facts=tuple((words, _cell(row[name])) for name, words in FACTS if _cell(row[name])),
            sent=int(told["n_sent"]),
            received=received,
            named_by=int(told["n_nominations"]),
            n_others=n_all - 1,
            received_share=received / self._load.n_between if self._load.n_between else 0.0,
            load=() if is_outside else tuple(self._load.said(agency)),
            is_asked=any(one.contact == ASKED for one in self._staff[agency]),
            contacts=tuple(self._contacts[agency]),
            staff=tuple(sorted(self._staff[agency])),
        )

    @cached_property
    def _contacts(self) -> Mapping[str, list[ReleasedContact]]:
        """With whom each agency has anything, by the other's name."""
        found: defaultdict[str, list[ReleasedContact]] = defaultdict(list)
        for pair in self._assessment.all_contacts:
            if not pair.is_inside:
                for place in (0, 1):
                    found[pair.pair[place]].append(self._contact(pair, place))
        for contacts in found.values():
            contacts.sort(key=lambda one: (one.name.casefold(), one.id))
        return found

    def _contact(self, pair: PairContacts, place: int) -> ReleasedContact:
        other = pair.pair[1 - place]
        log = [link for link in pair.usable if _is_referral(link)]
        sent = sum(link.is_from_first == (place == 0) for link in log)
        sides = pair.sides
        return ReleasedContact(
            id=other,
            name=self._names[other],
            sent=sent,
            received=len(log) - sent,
            ties=len(pair.usable) - len(log),
            on_paper=sum(link.basis == "formal" for link in pair.usable),
            here=side_words(sides[place]),
            there=side_words(sides[1 - place]),
            rests_on=tuple(self._names[agency] for agency, _ in pair.single),
            strained=len(pair.strained),
            missing=len(pair.absent),
        )

    @cached_property
    def _staff(self) -> Mapping[str, list[ReleasedStaff]]:
        """Who works at each agency."""
        found: defaultdict[str, list[ReleasedStaff]] = defaultdict(list)
        columns = ("person_id", "role", "kind", "status", "interviewed", "ties_known")
        for person, role, kind, status, interviewed, known in records(
            self._coalition.people, *columns
        ):
            homes = self._coalition.agencies_of[person]
            is_asked = interviewed == "yes" or person in self._reporters
            contact = NOT_KNOWN if known == "no" else ASKED if is_asked else NOT_ASKED
            for home in homes:
                found[home].append(
                    ReleasedStaff(
                        name=self._names[person],
                        role=role,
                        statuses=STATUS_WORDS.get(status, status),
                        also_at=listed([self._names[one] for one in homes if one != home]),
                        contact="" if person in self._in_touch else contact,
                        is_group=kind == "group",
                        id=person,
                    )
                )
        return found

    @cached_property
    def _reporters(self) -> frozenset[str]:
        cells = self._coalition.ties["reported_by"]
        return frozenset(who.strip() for cell in cells for who in cell.split(";"))

    @cached_property
    def _in_touch(self) -> frozenset[str]:
        """Who stands at an end of a usable tie or of a referral."""
        ties = self._coalition.ties
        usable = ties[ties["quality"].isin(USABLE)]
        log = {person for row in self._log for person in row.people}
        return frozenset(log.union(usable["from_id"], usable["to_id"]))


def _is_referral(link: Link) -> bool:
    return link.file == "referrals.csv"


def _cell(value: object) -> str:
    """A cell in words; "" where nothing stands in it."""
    if isinstance(value, float):
        return f"{value:g}" if value == value else ""
    return ", ".join(one.strip() for one in str(value).split(";")) if isinstance(value, str) else ""


def side_words(side: Side) -> str:
    """Say who stands on a side of a link.

    Examples
    --------
    >>> from collabnet.risk.carriers import side_of
    >>> from collabnet.risk.rows import End
    >>> side_words(side_of([End("o1", "person"), End("o2", "person"), End("", "unknown")]))
    'two people, some not named'
    """
    said = [count(len(side.people), "person")] if side.people else []
    if len(side.counts) > len(side.people):
        said.append("a position or group")
    if side.n_unknown:
        said.append("some not named" if said else "nobody named")
    return _joined(said)


def _joined(said: Iterable[str]) -> str:
    return ", ".join(said) or "nobody"
