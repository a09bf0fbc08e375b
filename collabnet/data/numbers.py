"""Read cells as numbers: one way of writing is a number, every other one is said."""

import math
import re
from dataclasses import dataclass, field

from collabnet.data.column import Column, ascii_digits
from collabnet.data.options import scale
from collabnet.model.specs import ColumnSpec

_PLAIN = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?", re.IGNORECASE)
_WORDS = {"inf", "infinity", "nan", "#num!", "#div/0!"}
_COMMA = re.compile(r"[+-]?(\d+|\d{1,3}(\.\d{3})+|\d{1,3}(,\d{3})+),\d+|[+-]?\d[\d,]*,\d{3}\.\d+")
_COMMA_DECIMAL = re.compile(r"([+-]?\d+(?:\.\d{3})*)(?:,(\d+))?")
_POINT_DECIMAL = re.compile(r"([+-]?\d{1,3}(?:,\d{3})+)(\.\d+)?")
_LONGEST = 40
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(\.\d{3})+")
_SPACED = re.compile(r"[+-]?\d{1,3}([\s'’]\d{3})+([.,]\d+)?")
_SIGNED = re.compile(r"([$€£¥])?\s*(\()?\s*([$€£¥])?\s*([\d.,]*\d)\s*([%€])?\s*(\))?\s*")


@dataclass(frozen=True)
class Parsed:
    """A number, or the code of the problem that the cell has, with its facts."""

    number: float = math.nan
    code: str = ""
    facts: dict[str, object] = field(default_factory=dict)
    is_asked: bool = False


def read_numbers(column: Column, spec: ColumnSpec) -> list[float]:
    """Read a column of numbers; empty cells are NaN, and so are those with a problem.

    A comma or a space inside a number is asked about; anything that is no plain, finite number
    of zero or more leaves its row out.
    """
    known: dict[str, Parsed] = {"": Parsed()}
    style = column.answer("decimal"), column.answer("thousands")
    bounds = _bounds(column, spec)
    numbers = []
    for at, text in column:
        if text not in known:
            known[text] = _parse(text, spec, style, bounds)
        found = known[text]
        if found.is_asked:
            column.gather(found.code, at, text)
        elif found.code:
            column.reject(found.code, at, text, **found.facts)
        elif not text.isascii():
            column.gather("other_digits", at, text)
        numbers.append(found.number)
    column.tell("decimal_unclear")
    column.tell("spaced_number")
    column.tell("other_digits", read=ascii_digits(column.gathered("other_digits")))
    return numbers


def _bounds(column: Column, spec: ColumnSpec) -> tuple[float, float] | None:
    if spec.kind == "share":
        return 0.0, 1.0
    stated = column.answer("strength_scale") if spec.file_name == "strength" else ""
    return scale(stated) if stated else None


def _parse(
    text: str, spec: ColumnSpec, style: tuple[str, str], bounds: tuple[float, float] | None
) -> Parsed:
    if len(text) > _LONGEST:
        return Parsed(code="not_one_number")
    written = _written(ascii_digits(text), *style)
    if isinstance(written, Parsed):
        return written
    number = float(written)
    if not math.isfinite(number):
        return Parsed(code="not_finite")
    if number < 0:
        return Parsed(code="negative_number")
    if spec.kind == "count" and number != int(number):
        return Parsed(code="not_whole")
    if bounds and not bounds[0] <= number <= bounds[1]:
        # A zero on a scale from 1 is asked about like every zero, not called a slip.
        low, high = (f"{bound:g}" for bound in bounds)
        if number != 0 or spec.kind == "share":
            return Parsed(code="out_of_scale", facts={"low": low, "high": high})
    return Parsed(number + 0.0)


def _written(text: str, decimal: str, thousands: str) -> str | Parsed:
    """Give the text as Python writes numbers, or the problem it has."""
    if text.lower().lstrip("+-") in _WORDS:
        return Parsed(code="not_finite")
    if decimal == "," and _THOUSANDS.fullmatch(text):
        return text.replace(".", "")
    if _PLAIN.fullmatch(text):
        return text
    if _SPACED.fullmatch(text):
        if thousands == "space":
            return _written(re.sub(r"[\s'’]", "", text), decimal, thousands)
        return Parsed(code="not_one_number") if thousands else _asked("spaced_number")
    if _COMMA.fullmatch(text):
        return _with_comma(text, decimal)
    return _not_plain(text)


def _with_comma(text: str, decimal: str) -> str | Parsed:
    if decimal == ",":
        if found := _COMMA_DECIMAL.fullmatch(text):
            return f"{found[1].replace('.', '')}.{found[2] or '0'}"
        return Parsed(code="number_style", facts={"found": "comma"})
    if decimal == ".":
        if found := _POINT_DECIMAL.fullmatch(text):
            return found[1].replace(",", "") + (found[2] or "")
        return Parsed(code="number_style", facts={"found": "point"})
    return _asked("decimal_unclear")


def _asked(code: str) -> Parsed:
    return Parsed(code=code, is_asked=True)


def _not_plain(text: str) -> Parsed:
    if found := _SIGNED.fullmatch(text):
        bare = found[4].replace(",", "") if _PLAIN.fullmatch(found[4].replace(",", "")) else ""
        if found[5] == "%" and bare:
            share = f"{float(bare) / 100:.10g}"
            return Parsed(code="number_with_sign", facts={"plain": f"{share}, or {bare}"})
        if bare and found[2]:
            plain = f"{bare}, or leave the cell empty if the brackets mean below zero"
            return Parsed(code="number_with_sign", facts={"plain": plain})
        if bare and (found[1] or found[3] or found[5]):
            return Parsed(code="number_with_sign", facts={"plain": bare})
    return Parsed(code="not_one_number" if any(map(str.isdigit, text)) else "not_a_number")
