"""Read what coalition.toml says of planning: efforts, the worth of a contact, limits."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from collabnet.model.settings import EFFORTS, PlanningSettings

if TYPE_CHECKING:
    from collabnet.data.settings import Reader

MOST_EFFORT = 1000.0
EFFORT_NEEDED = f"a number above 0, at most {MOST_EFFORT:g}, of half-days of meetings"
_KNOWN = ("efforts", "contact_worth", "at_most_per_person", "not_people")


def read_planning_settings(reader: "Reader") -> PlanningSettings:
    """Read the table ``[planning]``; what is wrong is said and left at its default."""
    table = reader.table("planning")
    reader.note_unknown("planning.", table, _KNOWN)
    return PlanningSettings(
        efforts=_efforts(reader, table.get("efforts", {})),
        contact_worth=_worth(reader, table),
        at_most_per_person=_at_most(reader, table),
        not_people=reader.texts("planning.not_people", table),
    )


def is_effort(value: object) -> bool:
    """Whether a value can be an effort."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and 0 < value <= MOST_EFFORT  # type: ignore[operator]


def _efforts(reader: "Reader", given: Any) -> Mapping[str, float]:  # noqa: ANN401 - from TOML
    if not isinstance(given, Mapping):
        reader.wrong("planning.efforts", "a table such as { formalizes = 3, backs = 2 }", given)
        return dict(EFFORTS)
    reader.note_unknown("planning.efforts.", given, tuple(EFFORTS))
    efforts = dict(EFFORTS)
    for kind in EFFORTS:
        if kind not in given:
            continue
        if is_effort(given[kind]):
            efforts[kind] = float(given[kind])
        else:
            reader.wrong(f"planning.efforts.{kind}", EFFORT_NEEDED, given[kind])
    return efforts


def _worth(reader: "Reader", table: Mapping[str, Any]) -> float:
    default = PlanningSettings().contact_worth
    found = table.get("contact_worth", default)
    if isinstance(found, int | float) and not isinstance(found, bool) and 0 <= found <= 10_000:
        return float(found)
    reader.wrong("planning.contact_worth", "referrals a year, a number from 0 to 10000", found)
    return default


def _at_most(reader: "Reader", table: Mapping[str, Any]) -> int | None:
    found = table.get("at_most_per_person")
    if found is None or (isinstance(found, int) and not isinstance(found, bool) and found >= 1):
        return found
    reader.wrong("planning.at_most_per_person", "a whole number from 1", found)
    return None
