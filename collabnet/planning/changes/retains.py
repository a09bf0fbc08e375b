"""People of a role stay longer."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from collabnet.model import Coalition
from collabnet.model.errors import CollabnetError, unknown_name
from collabnet.model.records import records
from collabnet.risk.turnover.rates import roles_in

HIGHEST = 12
"""Departures a year: one a month."""


@dataclass(frozen=True)
class Retains:
    """Everybody in a role leaves at a rate, in departures a year, from 0 to 12.

    The rate wins over that of the post and over the one for everybody.
    """

    role: str
    rate: float

    def __post_init__(self) -> None:
        """Refuse what is no rate."""
        given: object = self.rate
        is_number = isinstance(given, int | float) and not isinstance(given, bool)
        if not is_number or not 0 <= self.rate <= HIGHEST:
            raise CollabnetError(
                f"Retains needs departures a year of one person, a number from 0 to {HIGHEST}, "
                f"such as 0.05; got {given!r}."
            )

    def apply(self, coalition: Coalition) -> Coalition:
        """Give the coalition with the rate among its assumptions."""
        people = coalition.people
        found = {role: roles_in(role) for role in people["role"].unique()}
        known = sorted({term for terms in found.values() for term in terms})
        terms = roles_in(self.role)
        if not terms or not set(terms) <= set(known):
            remedy = f"Roles of {coalition.settings.name} are: {', '.join(known) or 'none'}."
            raise unknown_name("role", self.role, known, remedy)
        if not _holders(coalition, terms):
            raise CollabnetError(
                f"Retains needs a role that one person holds; {self.role!r} is held by groups "
                "alone, who can't leave. Record its people one by one, or name another role."
            )
        assumptions = coalition.settings.assumptions
        rates = {**assumptions.role_rates, **dict.fromkeys(terms, float(self.rate))}
        kept = {role: rates[role] for role in sorted(rates)}
        return coalition.with_settings(assumptions=replace(assumptions, role_rates=kept))

    def __str__(self) -> str:
        return f"{self.role}: {self.rate:g} departures a year"


def _holders(coalition: Coalition, terms: Collection[str]) -> list[str]:
    """The people who hold one of some roles; groups are none."""
    people = records(coalition.people, "person_id", "role", "kind")
    return [who for who, role, kind in people if kind != "group" and set(terms) & {*roles_in(role)}]
