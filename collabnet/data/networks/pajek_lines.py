"""Lines of a Pajek file: words, quoted or not, and the parameters that follow them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_WORD = re.compile(r'"([^"]*)"|(\[[^\]]*\]|\S+)')
_ENTITY = re.compile(r"&#(x[0-9a-fA-F]{1,6}|[0-9]{1,7});")
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
_BARE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_BARE_VALUE = re.compile(r"[A-Za-z0-9_.+-]+")
PLACES = ("x", "y", "z")


@dataclass(frozen=True)
class Word:
    """A word of a line; ``is_quoted`` keeps a quoted one from being taken for a number."""

    text: str
    is_quoted: bool = False

    @property
    def is_number(self) -> bool:
        """Whether it is written as a number."""
        return not self.is_quoted and _NUMBER.fullmatch(self.text) is not None


def words_of(line: str) -> list[Word]:
    r"""Split a line into words; Pajek writes what it can't say in quotes as ``&#34;``.

    Examples
    --------
    >>> [word.text for word in words_of('1 "Court &#34;B&#34;" 0.5 [1-3]')]
    ['1', 'Court "B"', '0.5', '[1-3]']
    """
    return [
        Word(_decoded(found[1]), True) if found[1] is not None else Word(_decoded(found[2]))
        for found in _WORD.finditer(line)
    ]


def _decoded(text: str) -> str:
    return _ENTITY.sub(_character, text) if "&#" in text else text


def _character(found: "re.Match[str]") -> str:
    number = int(found[1][1:], 16) if found[1][0] == "x" else int(found[1])
    is_character = number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF
    return chr(number) if is_character else found[0]


def quoted(text: str) -> str:
    r"""Write a text in quotes, with codes for what would end it.

    Examples
    --------
    >>> print(quoted('Court "B"'))
    "Court &#34;B&#34;"
    """
    safe = _ENTITY.sub(lambda found: f"&#38;{found[0][1:]}", text)
    return '"' + re.sub(r'["\x00-\x1f\x7f\x85\u2028\u2029]', _code, safe) + '"'


def _code(found: "re.Match[str]") -> str:
    return f"&#{ord(found[0])};"


def written(name: str, value: str) -> str:
    """Write an attribute as Pajek writes its parameters: a name and a value."""
    plain = value if _BARE_VALUE.fullmatch(value) else quoted(value)
    return f"{name if _BARE.fullmatch(name) else quoted(name)} {plain}"


def attributes(words: Sequence[Word], *, has_places: bool) -> tuple[dict[str, str], str]:
    """Read what follows a label or the ends of a tie; give the attributes, and what is left.

    Up to three numbers are coordinates where ``has_places``; a time in brackets is kept as
    ``interval``; then names and values follow in pairs, behind a shape if there is one.
    """
    found: dict[str, str] = {}
    rest = list(words)
    while has_places and rest and rest[0].is_number and len(found) < len(PLACES):
        found[PLACES[len(found)]] = rest.pop(0).text
    times = [word for word in rest if not word.is_quoted and word.text.startswith("[")]
    if len(times) == 1:
        rest.remove(times[0])
        found["interval"] = times[0].text
    if has_places and len(rest) % 2 and not rest[0].is_quoted:
        found["shape"] = rest.pop(0).text
    left = rest.pop().text if len(rest) % 2 else ""
    for name, value in zip(rest[::2], rest[1::2], strict=True):
        key = name.text
        while key in found:
            key += "_again"
        found[key] = value.text
    return found, left


def placed(values: dict[str, str]) -> list[str]:
    """Write the attributes of an actor: coordinates and shape in their places, others in pairs."""
    rest = dict(values)
    parts = []
    for name in PLACES:
        if name not in rest or not _NUMBER.fullmatch(rest[name]):
            break
        parts.append(rest.pop(name))
    if _BARE.fullmatch(rest.get("shape", "")):
        parts.append(rest.pop("shape"))
    return parts + [written(name, value) for name, value in rest.items()]
