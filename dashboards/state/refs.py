"""Numbers for the people, agencies and services of a coalition: addresses name nobody.

A number is a place in the sorted ids. It holds for one state of the files, so an address that
holds numbers also holds the stamp of that state.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from collabnet.model import Coalition
from collabnet.model.errors import CollabnetError

KINDS = {"p": "people", "a": "agencies", "s": "services", "r": "roles"}


class UnknownRefError(CollabnetError):
    """An address names somebody or something that isn't there."""


@dataclass(frozen=True)
class Refs:
    """The sorted ids of a coalition: people (``p3``), agencies (``a0``), services, roles.

    Examples
    --------
    >>> refs = Refs(people=("ann", "bea"), agencies=("court",), services=(), roles=())
    >>> refs.short("bea"), refs.id("a0")
    ('p1', 'court')
    """

    people: tuple[str, ...]
    agencies: tuple[str, ...]
    services: tuple[str, ...]
    roles: tuple[str, ...]

    @classmethod
    def of(cls, coalition: Coalition) -> Self:
        """Number what a coalition holds."""
        people, referrals, agencies = coalition.people, coalition.referrals, coalition.agencies
        offered = [one.strip() for cell in agencies["services"] for one in str(cell).split(";")]
        asked = referrals["service"]
        return cls(
            people=_sorted(people["person_id"]),
            agencies=_sorted(agencies["agency_id"]),
            services=_sorted([*offered, *asked]),
            roles=_sorted(people["role"]),
        )

    def short(self, actor: str) -> str:
        """Give the number of a person or an agency.

        Raises
        ------
        UnknownRefError
            If there is neither.
        """
        for kind in "pa":
            if actor in self._places[kind]:
                return f"{kind}{self._places[kind][actor]}"
        raise UnknownRefError("Somebody named here isn't in the files any more. Take that back.")

    def number(self, kind: str, value: str) -> str:
        """Give the number of a value of this kind, such as ``s2`` for a service."""
        if value not in self._places[kind]:
            raise UnknownRefError("Something named here isn't in the files any more.")
        return f"{kind}{self._places[kind][value]}"

    def id(self, ref: str) -> str:
        """Give who or what a number stands for.

        Raises
        ------
        UnknownRefError
            If it stands for nothing here.
        """
        kind, number = ref[:1], ref[1:]
        known = getattr(self, KINDS[kind]) if kind in KINDS else ()
        if not (number.isascii() and number.isdigit()) or int(number) >= len(known):
            raise UnknownRefError(
                "This address names somebody who isn't in the files. It may have been made before "
                "they changed: start from the first page."
            )
        return str(known[int(number)])

    @cached_property
    def _places(self) -> dict[str, dict[str, int]]:
        return {
            kind: {one: i for i, one in enumerate(getattr(self, name))}
            for kind, name in KINDS.items()
        }


def _sorted(values: Iterable[object]) -> tuple[str, ...]:
    return tuple(sorted({str(one) for one in values if isinstance(one, str) and one}))
