"""The head of a UCINET DL file: sizes, format and labels, up to the word DATA."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from collabnet.data.networks.matrix_axes import Label

_SIZES = {
    **dict.fromkeys(("n",), "n"),
    **dict.fromkeys(("nr", "nrow", "nrows", "ni"), "nr"),
    **dict.fromkeys(("nc", "ncol", "ncols", "nj"), "nc"),
    **dict.fromkeys(("nm", "nl", "nmat", "nrel", "nresp"), "nm"),
}
_FORMATS = {
    "fullmatrix": ("fullmatrix", "fullmat", "full", "fm"),
    "lowerhalf": ("lowerhalf", "lower", "lh"),
    "upperhalf": ("upperhalf", "upper", "uh"),
    "edgelist1": ("edgelist1", "edgelist", "edge1", "el1"),
    "edgelist2": ("edgelist2", "edge2", "el2"),
    "nodelist1": ("nodelist1", "nodelist", "node1", "nl1"),
    "nodelist1b": ("nodelist1b", "nl1b"),
    "nodelist2": ("nodelist2", "node2", "nl2"),
}
FORMATS = {other: name for name, others in _FORMATS.items() for other in others}
_WORD = re.compile(r"""("[^"]*"|“[^”]*”|'[^'\s][^']*'(?=[\s,=]|$))|([^\s,="]+)|(,)""")
_COMMENT = re.compile(r"(?:^|(?<=\s))//.*$")
_DATA = re.compile(r"(?:^|(?<=[\s,]))(?:data|begin|start)\s*:(.*)$|^\s*data\s*$", re.IGNORECASE)
_LABELS = re.compile(
    r"(?:^|(?<=[\s,]))(?:(row|col|column|matrix|mat|level|lev)\s+)?lab(?:el)?s?"
    r"(?:\s+(emb(?:edded)?)\b\s*:?|\s*:)",
    re.IGNORECASE,
)
_PARAMETER = re.compile(
    r"^\s*(?:(?:n|nr|nc|nm|format)\s*=|format\s+\w|diagonal\s*[=:]?\s*(?:present|absent))", re.I
)
_COMMA = Label(",", 0)
_PROSE = re.compile(r"^\s*(?:comment|remark|title|rem|com|tit)\b[\s:=]+\S", re.IGNORECASE)


@dataclass
class DlHead:
    """What the head of a DL file says.

    Attributes
    ----------
    sizes : n, nr, nc and nm as far as they are stated, as text
    labels : lists of labels by "", "row", "column" and "matrix"
    embedded : which labels stand among the data: "row", "column"
    data : the line behind the word DATA (from 0), and what follows it in its own line
    other : words that the head of a DL file doesn't know
    """

    sizes: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    format: str = "fullmatrix"
    diagonal: bool = True
    labels: dict[str, list[list[Label]]] = field(default_factory=dict)
    embedded: set[str] = field(default_factory=set)
    data: int = -1
    rest: str = ""
    other: list[str] = field(default_factory=list)

    def named(self, what: str, size: int | None) -> list[Label]:
        """Give the labels of rows, columns or matrices.

        Where words are more than there should be, each line or what stands between commas is
        one label.
        """
        lines = self.labels.get(what, [])
        words = [word for line in lines for word in line]
        if size is None or len(words) == size:
            return _split(words)
        parts = [Label(_joined(line), line[0].line) for line in _parts(lines)]
        return parts if len(parts) == size else _split(words)


def words_of(line: str) -> Iterator[tuple[str, bool]]:
    r"""Split a line into words, and say which were quoted; a comma is a word of its own.

    Examples
    --------
    >>> list(words_of('"Court, B" 2,3'))
    [('Court, B', True), ('2', False), (',', False), ('3', False)]
    """
    for found in _WORD.finditer(line):
        if found[1]:
            yield found[1][1:-1], True
        else:
            yield found[2] or ",", False


def plain_words(line: str) -> list[str]:
    """Split a line into words; commas only separate."""
    return [word for word, quoted in words_of(line) if quoted or word != ","]


def is_dl(text: str) -> bool:
    """Tell whether a text begins as a DL file does."""
    start = text[:200].removeprefix("\ufeff")
    return re.match(r"\s*dl\b(?!\s*[-.])", start, re.IGNORECASE) is not None


def read_head(lines: Sequence[str]) -> DlHead:
    """Read the head; ``data`` stays -1 where no word DATA follows."""
    head = DlHead()
    inside: str | None = None
    for number, whole in enumerate(lines):
        line = re.sub(r"^\s*dl\b[\s,:]*", "", whole, flags=re.I) if not number else whole
        if _PROSE.match(line) or not line.strip():
            continue
        found = _DATA.search(_masked(line))
        text = line[: found.start()] if found else line
        inside = _read_line(text, number, inside, head)
        if found:
            head.data = number + 1
            head.rest = line[found.start(1) :] if found[1] else ""
            break
    return head


def _read_line(text: str, number: int, inside: str | None, head: DlHead) -> str | None:
    """Read a line of the head; give the list of labels that the next line goes on with."""
    if comment := _COMMENT.search(_masked(text)):
        text = text[: comment.start()]
    at = 0
    for found in _LABELS.finditer(_masked(text)):
        _take(text[at : found.start()], number, inside, head)
        at = found.end()
        what = _axis(found[1])
        if found[2]:
            head.embedded |= {what} if what else {"row", "column"}
            inside = None
        else:
            inside = what
            head.labels.setdefault(what, [])
    rest = text[at:]
    if _PARAMETER.match(rest):
        inside = None
    _take(rest, number, inside, head)
    return inside


def _masked(line: str) -> str:
    """The line with what is quoted blotted out: a label may look like a word of the head."""
    if '"' not in line and "'" not in line and "“" not in line:
        return line
    return _WORD.sub(lambda found: "_" * len(found[0]) if found[1] else found[0], line)


def _axis(word: str | None) -> str:
    short = (word or "").lower()[:3]
    return {"row": "row", "col": "column", "mat": "matrix", "lev": "matrix"}.get(short, "")


def _take(text: str, number: int, inside: str | None, head: DlHead) -> None:
    if not text.strip():
        return
    if inside is None:
        _parameters(text, number, head)
        return
    head.labels[inside].append(
        [
            _COMMA if word == "," and not quoted else Label(word, number + 1)
            for word, quoted in words_of(text)
        ]
    )


def _parameters(text: str, number: int, head: DlHead) -> None:
    words = plain_words(text.replace(":", " "))
    at = 0
    while at < len(words):
        word = words[at].lower()
        follows = words[at + 1] if at + 1 < len(words) else ""
        glued = re.fullmatch(r"(n|nr|nc|nm)(\d+)", word)
        if word in _SIZES and follows:
            head.sizes[_SIZES[word]] = follows
            head.lines[_SIZES[word]] = number + 1
            at += 2
        elif glued:
            head.sizes[glued[1]] = glued[2]
            at += 1
        elif word == "format" and follows:
            head.format = follows.lower()
            at += 2
        elif word in ("diagonal", "diag") and follows:
            head.diagonal = not follows.lower().startswith("abs")
            at += 2
        else:
            head.other.append(words[at])
            at += 1


def _split(words: Sequence[Label]) -> list[Label]:
    return [word for word in words if word is not _COMMA]


def _parts(lines: Sequence[Sequence[Label]]) -> Iterator[list[Label]]:
    """What stands between commas and line ends."""
    for line in lines:
        part: list[Label] = []
        for word in line:
            if word is not _COMMA:
                part.append(word)
            elif part:
                yield part
                part = []
        if part:
            yield part


def _joined(part: Sequence[Label]) -> str:
    return " ".join(word.text for word in part)
