"""Links from agency to agency as whoever holds the data may see them."""

from collections.abc import Mapping
from dataclasses import InitVar, dataclass, field
from functools import cached_property

from collabnet.sharing.audiences import Audience
from collabnet.sharing.released import SEAL, ReleasedPerson

FORMS = ("formal", "informal", "unknown")


@dataclass(frozen=True)
class ReleasedLink:
    """A link: what one agency sends to another.

    Attributes
    ----------
    id : the id that a finding about it has
    by_service : services with their referrals, by name; of all services together only
    referrals : in the log; None where only a tie speaks of it
    a_year : the same scaled to a year with its range, in words
    forms : referrals (or ties) by what they rest on: formal, informal, unknown
    passes : of those, how many a successor is expected to take over: yes, no, unknown
    senders, receivers : people by name, alphabetical
    sending, receiving : who stands on each side, in words
    one_sends, one_receives : whether everything that names somebody names one person there
    has_blanks : whether some of it names nobody at an end
    is_thin, is_quiet, is_vital : too few referrals to rank; silent of late; marked by the user
    last_used : day of the last referral, in words; "" where none is known
    rows : file and row of each row it stands on
    """

    id: str
    from_id: str
    to_id: str
    from_name: str
    to_name: str
    by_service: tuple[tuple[str, int], ...]
    referrals: int | None
    a_year: str
    forms: Mapping[str, int]
    passes: Mapping[str, int]
    senders: tuple[ReleasedPerson, ...]
    receivers: tuple[ReleasedPerson, ...]
    sending: str
    receiving: str
    one_sends: bool
    one_receives: bool
    has_blanks: bool
    is_thin: bool
    is_quiet: bool
    is_vital: bool
    last_used: str
    rows: tuple[tuple[str, int], ...]

    @property
    def rests_on_one(self) -> bool:
        """Whether one person alone stands on a side; of few referrals that says nothing."""
        return not self.is_thin and (self.one_sends or self.one_receives)

    @property
    def form(self) -> str:
        """What all of it rests on; "mixed" where parts differ."""
        found = [form for form in FORMS if self.forms.get(form)]
        return found[0] if len(found) == 1 else "mixed"

    @property
    def n_rows(self) -> int:
        """Referrals, or the ties that stand for them."""
        return sum(self.forms.values())


@dataclass(frozen=True)
class ReleasedLinks:
    """The links of a coalition by the agencies' names: for all services together, or for one.

    Attributes
    ----------
    service : None for all together
    services : all that any link is for, by name
    n_referrals : between agencies, in the log
    n_blank : of those, how many don't name both ends
    """

    audience: Audience
    notice: str
    label: str
    period: str
    service: str | None
    services: tuple[str, ...]
    n_referrals: int
    n_blank: int
    links: tuple[ReleasedLink, ...]
    seal: InitVar[object] = field(default=None)

    def __post_init__(self, seal: object) -> None:
        """Refuse a value that this package did not make."""
        if seal is not SEAL:
            raise TypeError(
                "Only collabnet.sharing makes released values: call release_links(assessment)."
            )

    def link(self, from_id: str, to_id: str) -> ReleasedLink | None:
        """The link from one agency to another; None where there is none."""
        return self._by_ends.get((from_id, to_id))

    @cached_property
    def _by_ends(self) -> dict[tuple[str, str], ReleasedLink]:
        return {(one.from_id, one.to_id): one for one in self.links}
