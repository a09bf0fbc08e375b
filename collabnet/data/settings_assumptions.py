"""Read what coalition.toml assumes about departures: rates, weeks, takeover, as number or range."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from collabnet.model.settings import RATES, Assumptions, Range

if TYPE_CHECKING:
    from collabnet.data.settings import Reader

RATE_NEEDED = "low, middle, high or a number of departures a year from 0 to 12"
_HUGE = 1e15
_WEEKS = {
    "weeks_to_fill": "fill_range",
    "weeks_can_wait": "wait_range",
    "weeks_to_rebuild": "rebuild_range",
}
_RANGES = {"takeover": 1.0, "trust_share": 1.0, "trust_weeks": 520.0}
"""Settings that are ranges by nature, and the most that each can be."""
_YEARS = (1 / 12, 20.0)
_MOST_WEEKS = 520.0


def read_assumptions(reader: "Reader") -> Assumptions:
    """Read the table ``[assumptions]``; what is wrong is said and left at its default."""
    table = reader.table("assumptions")
    reader.note_unknown("assumptions.", table, ("departure_rate", "years", *_WEEKS, *_RANGES))
    given: dict[str, Any] = {}
    for name, range_name in _WEEKS.items():
        if found := _range(reader, name, table, _MOST_WEEKS):
            given[name] = sum(found) / 2
            given[range_name] = found if found[0] < found[1] else None
    for name, most in _RANGES.items():
        if found := _range(reader, name, table, most):
            given[name] = found
    rate = _rate(reader, table.get("departure_rate"))
    if rate is not None:
        given["departure_rate"], given["rate_label"] = rate
    years = _years(reader, table.get("years"))
    return Assumptions(**given) if years is None else Assumptions(**given, years=years)


def _range(reader: "Reader", name: str, table: Mapping[str, Any], most: float) -> Range | None:
    """A number, or the lowest and the highest."""
    found = table.get(name)
    if found is None:
        return None
    ends = found if isinstance(found, list) else [found, found]
    fits = len(ends) == 2 and all(_is_number(end) and 0 <= end <= most for end in ends)
    if fits and ends[0] <= ends[1]:
        return float(ends[0]), float(ends[1])
    example = "[0.5, 1]" if most == 1 else "[8, 26]"
    needed = f"a number from 0 to {most:g}, or the lowest and the highest such as {example}"
    reader.wrong(f"assumptions.{name}", needed, found, "wrong_assumption")
    return None


def _years(reader: "Reader", found: object) -> float | None:
    least, most = _YEARS
    if found is None:
        return None
    if isinstance(found, int | float) and _is_number(found) and least <= found <= most:
        return float(found)
    needed = f"a number from {least:.2g} to {most:g}"
    reader.wrong("assumptions.years", needed, found, "wrong_assumption")
    return None


def _rate(reader: "Reader", found: object) -> tuple[float, str] | None:
    if found is None:
        return None
    if rate := parse_rate(found):
        return rate
    reader.wrong("assumptions.departure_rate", RATE_NEEDED, found, "wrong_assumption")
    return None


def parse_rate(found: object) -> tuple[float, str] | None:
    """Read departures a year, by word or number, and how to call them; None if it is neither.

    Examples
    --------
    >>> parse_rate("middle")
    (0.15, 'middle: 0.15 a year for everybody, assumed')
    """
    if isinstance(found, str) and found.strip().lower() in RATES:
        word = found.strip().lower()
        return RATES[word], f"{word}: {RATES[word]} a year for everybody, assumed"
    if isinstance(found, int | float) and _is_number(found) and 0 <= found <= 12:
        return float(found), f"{found:g} a year for everybody, as given"
    return None


def _is_number(value: object) -> bool:
    # Compared and not converted: a whole number of 400 digits is no float.
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _HUGE
