"""The text of GML: keys with values, some of them lists of keys with values."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

DEEPEST = 100
LONGEST_NUMBER = 1000
_TOKEN = re.compile(
    r'(?P<text>"[^"]*")|(?P<open>\[)|(?P<close>\])|(?P<word>[^\s"\[\]]+)|(?P<space>\s+)'
)
_REAL = re.compile(r"[+-]?(\d+\.\d*|\.\d+|\d+(?=[eE]))([eE][+-]?\d+)?")
_WHOLE = re.compile(r"[+-]?\d+")
_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_REFERENCE = re.compile(r"&(#x[0-9A-Fa-f]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});")
_ESCAPED = re.compile("_x([0-9A-F]{4,6})_")
_MARK = "a_x_"
"""Before a name that is none of GML's own words, though it is written like one."""


@dataclass(frozen=True)
class GmlList:
    """The pairs between two brackets, in their order, and the line of each."""

    pairs: "list[tuple[str, GmlValue, int]]"
    line: int

    def all(self, key: str) -> "Iterator[GmlValue]":
        """The values of a key."""
        return (value for name, value, _ in self.pairs if name == key)


GmlValue = str | int | float | GmlList


class GmlError(Exception):
    """The text is no GML; ``line`` says where."""

    def __init__(self, why: str, line: int) -> None:
        super().__init__(why)
        self.line = line


def parse_gml(text: str) -> GmlList:
    """Read GML into its pairs; character references become the characters that they stand for.

    Raises
    ------
    GmlError
        Where it isn't GML, or nested too deep.

    Examples
    --------
    >>> parse_gml('graph [ node [ id 1 label "A &amp; B" ] ]').pairs[0][1].pairs[0][1].pairs
    [('id', 1, 1), ('label', 'A & B', 1)]
    """
    root = GmlList([], 1)
    inside = [root]
    key, key_line = "", 1
    for kind, token, line in _tokens(text):
        if not key:
            if kind == "close" and len(inside) > 1:
                inside.pop()
            elif kind == "word" and _KEY.fullmatch(token):
                key, key_line = token, line
            else:
                raise GmlError(f"a key was expected and {token[:40]} came", line)
        elif kind == "open":
            if len(inside) > DEEPEST:
                raise GmlError(f"lists are nested more than {DEEPEST} deep", line)
            made = GmlList([], key_line)
            inside[-1].pairs.append((key, made, key_line))
            inside.append(made)
            key = ""
        elif kind == "close":
            raise GmlError(f"the key {key[:40]} has no value", line)
        else:
            value = unescape(token[1:-1]) if kind == "text" else _word(token)
            inside[-1].pairs.append((key, value, key_line))
            key = ""
    if key or len(inside) > 1:
        raise GmlError("it ends before a list is closed", inside[-1].line)
    return root


def begins_graph(head: str) -> bool:
    r"""Tell from its beginning whether a text is GML: plain pairs, if any, then a graph.

    Examples
    --------
    >>> begins_graph('Creator "Gephi"\nversion 1\ngraph [ node ['), begins_graph("graph theory")
    (True, False)
    """
    key = ""
    try:
        for kind, token, _ in _tokens(head):
            if not key:
                if kind != "word" or not _KEY.fullmatch(token):
                    return False
                key = token
            elif kind in ("open", "close"):
                return kind == "open" and key == "graph"
            else:
                key = ""
    except GmlError:
        return False
    return False


def _tokens(text: str) -> Iterator[tuple[str, str, int]]:
    line, at = 1, 0
    while at < len(text):
        if text[at] == "#" and not text[text.rfind("\n", 0, at) + 1 : at].strip():
            end = text.find("\n", at)
            at = len(text) if end < 0 else end
            continue
        found = _TOKEN.match(text, at)
        if found is None:
            raise GmlError("a double quote is not closed", line)
        if found.lastgroup != "space":
            yield str(found.lastgroup), found[0], line
        line += found[0].count("\n")
        at = found.end()


def _word(token: str) -> str | int | float:
    """A number, or the word as it stands; NAN and INF are what networkx writes."""
    if len(token) < LONGEST_NUMBER:
        if _WHOLE.fullmatch(token):
            return int(token)
        if _REAL.fullmatch(token) or token.lstrip("+-").upper() in ("NAN", "INF"):
            return float(token)
    return token


def unescape(text: str) -> str:
    """Replace character references.

    Examples
    --------
    >>> unescape("caf&#233; &quot;A&quot; &unknown;")
    'café "A" &unknown;'
    """
    return _REFERENCE.sub(lambda found: _character(found[0]), text) if "&" in text else text


def _character(reference: str) -> str:
    if reference[1] != "#":
        return html.unescape(reference)
    digits = reference[2:-1]
    code = int(digits[1:], 16) if digits[0] == "x" else int(digits)
    return chr(code) if code < 0x110000 and not 0xD800 <= code <= 0xDFFF else reference


def escape(text: str) -> str:
    r"""Write text in the characters that GML has; others become references.

    Examples
    --------
    >>> escape('é "A" & B\n')
    '&#233; &#34;A&#34; &#38; B&#10;'
    """
    return re.sub(r'[^ -~]|[&"]', lambda found: f"&#{ord(found[0])};", text)


def to_key(name: str, taken: frozenset[str] = frozenset()) -> str:
    """Write the name of an attribute as a key: letters, digits and underscores only.

    Other characters become ``_x0020_`` and the like, as in names of XML; what would be read as
    one of GML's own words, or begins with no letter, has a mark in front.

    Examples
    --------
    >>> to_key("agency id"), to_key("label", frozenset({"label"})), to_key("2nd")
    ('agency_x0020_id', 'a_x_label', 'a_x_2nd')
    """
    made = re.sub("_(?=x)|[^A-Za-z0-9_]", lambda found: f"_x{ord(found[0]):04X}_", name)
    plain = _KEY.fullmatch(made) is not None and made not in taken
    return made if plain else _MARK + made


def from_key(key: str) -> str:
    """Give the name of the attribute that a key stands for.

    Examples
    --------
    >>> from_key("agency_x0020_id"), from_key("a_x_label"), from_key("agency_id")
    ('agency id', 'label', 'agency_id')
    """
    return _ESCAPED.sub(_named, key.removeprefix(_MARK))


def _named(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return chr(code) if code < 0x110000 else found[0]
