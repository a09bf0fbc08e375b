"""One view of one coalition: what the page shows, worked out when a panel first asks for it."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypedDict

from collabnet.model import Coalition
from collabnet.model.errors import CollabnetError
from collabnet.risk.assessment import Assessment
from collabnet.sharing import Released, ReleasedWhatIf

from ..state.address import Address
from ..state.refs import Refs
from ..state.steps import Steps, changes_of, decode

if TYPE_CHECKING:
    from .desk import Desk


class StaleError(CollabnetError):
    """The files have changed since the page read them."""


OUTDATED = "The files have changed since this link was made: what it tried or chose isn't shown."


class Opened(TypedDict):
    """The coalition on a page: which one, and the stamp of its files when they were read."""

    key: str
    stamp: str


class Shown(TypedDict):
    """What a page knows of itself: its address, and the coalition that is open."""

    path: str
    search: str
    opened: Opened


@dataclass(frozen=True)
class Look:
    """What a panel works with: the view that its page is told to show.

    Attributes
    ----------
    desk, key, stamp : where the rest comes from
    address : page, what is chosen on it (``address.args``), what is tried
    """

    desk: "Desk" = field(repr=False)
    key: str
    stamp: str
    address: Address

    @property
    def is_sample(self) -> bool:
        """Whether the coalition is a sample: to look at and to try, never to change."""
        return self.desk.coalitions.is_sample(self.key)

    @property
    def is_outdated(self) -> bool:
        """Whether the files have changed since the address was made: its numbers say nothing."""
        made_for = self.address.stamp
        return bool(made_for) and not self.stamp.startswith(made_for)

    @cached_property
    def assessment(self) -> Assessment:
        """The assessment itself: to compute with, never to show; show what is released."""
        return self.desk.assessed(self.key, self.stamp)

    @property
    def coalition(self) -> Coalition:
        """The coalition itself: to compute with, never to show; show what is released."""
        return self.assessment.coalition

    @cached_property
    def released(self) -> Released:
        """The assessment as whoever holds the data may see it."""
        return self.desk.released(self.key, self.stamp)

    @cached_property
    def refs(self) -> Refs:
        """The numbers of people, agencies, services and roles in addresses."""
        return self.desk.refs(self.key, self.stamp)

    @cached_property
    def steps(self) -> Steps:
        """What is tried, each step on or off; nothing where the address is outdated or no step."""
        return self._decoded[0]

    @cached_property
    def tried(self) -> ReleasedWhatIf | None:
        """What the steps that are on would do; None where nothing is tried, or can't be."""
        return self._worked_out[0]

    @property
    def problem(self) -> str:
        """Why what the address asks to try isn't shown; "" where it is."""
        return self._decoded[1] or self._worked_out[1]

    @cached_property
    def _decoded(self) -> tuple[Steps, str]:
        if self.is_outdated:
            return (), OUTDATED
        try:
            return decode(self.address.steps, self.refs), ""
        except CollabnetError as error:
            return (), f"What this link tries can't be read. {error}"

    @cached_property
    def _worked_out(self) -> tuple[ReleasedWhatIf | None, str]:
        try:
            return self.desk.tried(self.key, self.stamp, changes_of(self.steps)), ""
        except CollabnetError as error:
            return None, f"This can't be tried together. {error}"

    def arg(self, name: str, default: str = "") -> str:
        """What is chosen on the page under a name, as the address says it."""
        return self.address.args.get(name, default)

    def chosen(self, name: str) -> str | None:
        """The id of whom or what is chosen under a name, such as ``from=a3``; None for nobody."""
        ref = self.arg(name)
        return self.refs.id(ref) if ref and not self.is_outdated else None

    def link(self, page: str, **args: str) -> str:
        """Give the address of a page of this coalition, with what is tried; values are numbers."""
        return self.numbered(self.address.on(page, **args)).href

    def numbered(self, address: Address) -> Address:
        """Add to an address which coalition and which state of its files the numbers are of."""
        from dataclasses import replace

        has_numbers = bool(address.steps or address.args)
        return replace(address, coalition=self.key, stamp=self.stamp[:8] if has_numbers else "")
