"""Agencies as whoever holds the data may see them: their links, their load, and who works there."""

from dataclasses import InitVar, dataclass, field
from typing import NamedTuple

from collabnet.sharing.released import SEAL

MANY = 1 / 3
"""Named by, or receiving, at least this share: asked by many. The same share makes a hub."""
FEW_REFERRALS = 6
"""Fewer referrals than this say nothing of who carries most."""
ASKED = "no contact on record, though asked"
NOT_ASKED = "no contact on record; was not asked"
NOT_KNOWN = "contacts not known"


class OfferedService(NamedTuple):
    """A service as the tables write it, and as a sentence says it."""

    id: str
    words: str


class ReleasedStaff(NamedTuple):
    """Somebody who works at an agency; lists of them go by name.

    ``contact`` says whether anything on record leads to them, and whether they were asked.
    """

    name: str
    role: str
    statuses: str
    also_at: str
    contact: str
    is_group: bool
    id: str


@dataclass(frozen=True)
class ReleasedContact:
    """What is direct between an agency and another one.

    Attributes
    ----------
    sent, received : referrals of the log
    ties : usable ties that people reported
    on_paper : of the referrals and usable ties, those on a formal basis
    here, there : who carries it on both sides, in words
    rests_on : names of the agencies at which one person alone carries it
    strained, missing : ties described as strained, and ties reported as missing
    """

    id: str
    name: str
    sent: int
    received: int
    ties: int
    on_paper: int
    here: str
    there: str
    rests_on: tuple[str, ...]
    strained: int
    missing: int

    @property
    def n_usable(self) -> int:
        """Referrals and ties by which the two reach each other."""
        return self.sent + self.received + self.ties


@dataclass(frozen=True)
class ReleasedAgency:
    """One agency.

    Attributes
    ----------
    services : empty where none are on record
    facts : pairs of words and value of what else it says of itself
    sent, received : referrals to and from other agencies
    named_by : other agencies that name it in a usable tie
    n_others : other agencies of the coalition
    received_share : 0 to 1, of all referrals between agencies; 0 without a log
    load : sentences on how much it carries, and what would be left behind
    is_asked : whether somebody there was asked and has no contact on record
    """

    id: str
    name: str
    sector: str
    is_outside: bool
    statuses: str
    services: tuple[OfferedService, ...]
    facts: tuple[tuple[str, str], ...]
    sent: int
    received: int
    named_by: int
    n_others: int
    received_share: float
    load: tuple[str, ...]
    is_asked: bool
    contacts: tuple[ReleasedContact, ...]
    staff: tuple[ReleasedStaff, ...]

    @property
    def working(self) -> tuple[ReleasedContact, ...]:
        """The other agencies with which something usable is on record."""
        return tuple(one for one in self.contacts if one.n_usable)

    @property
    def single(self) -> tuple[ReleasedContact, ...]:
        """The working contacts that one person alone carries, on either side."""
        return tuple(one for one in self.working if one.rests_on)

    @property
    def is_alone(self) -> bool:
        """Whether nothing usable leads to another agency."""
        return not self.working

    @property
    def alone_because(self) -> str:
        """What is known of an agency without a working contact; "" for any other."""
        if not self.is_alone:
            return ""
        if self.contacts:
            return "only strained or missing ties on record"
        if self.is_asked:
            return "somebody there was asked and told of none"
        return "its contacts aren't known: nobody there told of any"

    @property
    def is_busy(self) -> bool:
        """Whether many ask it: a third of the others name it, or it receives a third of all."""
        is_named = self.named_by >= max(3, MANY * self.n_others)
        return is_named or (self.received >= FEW_REFERRALS and self.received_share >= MANY)


@dataclass(frozen=True)
class ReleasedAgencies:
    """The agencies of a coalition, by name.

    Attributes
    ----------
    n_referrals : referrals between agencies in the log
    """

    notice: str
    label: str
    period: str
    n_referrals: int
    agencies: tuple[ReleasedAgency, ...]
    seal: InitVar[object] = field(default=None)

    def __post_init__(self, seal: object) -> None:
        """Refuse a value that this package did not make."""
        if seal is not SEAL:
            raise TypeError(
                "Only collabnet.sharing makes released values: call release_agencies(assessment)."
            )

    @property
    def ours(self) -> tuple[ReleasedAgency, ...]:
        """The agencies of the coalition, without those outside it."""
        return tuple(one for one in self.agencies if not one.is_outside)

    def agency(self, agency: str) -> ReleasedAgency | None:
        """The agency of this id; None where there is none."""
        return next((one for one in self.agencies if one.id == agency), None)
