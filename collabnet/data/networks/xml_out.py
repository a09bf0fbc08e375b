"""Writing values and elements of XML network files."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from collabnet.data.sources.xml_tree import escape, unwritable
from collabnet.model.errors import CollabnetError

TYPE_WORDS: Mapping[type, str] = {bool: "boolean", int: "long", float: "double", str: "string"}


def typed_text(value: object, title: str, *, quote: bool = False) -> str:
    """Write a value as XML files do: true and false, numbers with all their digits.

    Examples
    --------
    >>> typed_text(True, "GraphML"), typed_text(0.1, "GraphML"), typed_text("a < b", "GraphML")
    ('true', '0.1', 'a &lt; b')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else ("INF" if value > 0 else "-INF")
    return safe(str(value), title, quote=quote)


def safe(text: str, title: str, *, quote: bool = False) -> str:
    """Escape text, or refuse it where XML has no way to write it."""
    if bad := unwritable(text):
        raise CollabnetError(
            f"{title} can't hold the character {ascii(bad)[1:-1]}, which stands in "
            f"{text[:60]!a}. Remove it, or choose node-link JSON."
        )
    return escape(text, quote=quote)


def tag(name: str, attributes: Mapping[str, str], title: str) -> str:
    """Write what stands inside the brackets of an element."""
    told = [f'{key}="{safe(value, title, quote=True)}"' for key, value in attributes.items()]
    return " ".join([name, *told])


class Columns:
    """The type of each attribute: whole numbers among others with fractions are like these."""

    _LARGEST = 2**53

    def __init__(self, rows: Iterable[Mapping[str, Any]]) -> None:
        self._types: dict[str, set[type]] = defaultdict(set)
        for values in rows:
            for name, value in values.items():
                large = isinstance(value, int) and abs(value) > self._LARGEST
                self._types[name].add(str if large else type(value))

    def typed(self, name: str, value: object) -> tuple[str, object]:
        """The word for the type that a value is written in, and the value in that type."""
        if type(value) is int and self._types[name] == {int, float}:
            return TYPE_WORDS[float], float(value)
        return TYPE_WORDS.get(type(value), "string"), value
