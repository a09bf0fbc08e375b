"""XML to a tree of elements that know their lines; DTDs and entities are refused."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.sax import SAXException, SAXParseException
from xml.sax.handler import ContentHandler, feature_namespaces

from defusedxml.common import DefusedXmlException
from defusedxml.expatreader import DefusedExpatParser

from collabnet.data.issues import Ledger

DEEPEST = 200


@dataclass(slots=True)
class Element:
    """One element: its name without the namespace, its attributes, text, line and children."""

    name: str
    space: str
    attributes: dict[str, str]
    line: int
    text: str = ""
    children: "list[Element]" = field(default_factory=list)

    def all(self, name: str) -> "Iterator[Element]":
        """Every child of that name."""
        return (child for child in self.children if child.name == name)

    def first(self, name: str) -> "Element | None":
        """The first child of that name."""
        return next(self.all(name), None)

    def below(self) -> "Iterator[Element]":
        """Every element inside, in the order of the file."""
        left = [iter(self.children)]
        while left:
            child = next(left[-1], None)
            if child is None:
                left.pop()
            else:
                yield child
                left.append(iter(child.children))


def parse_xml(data: bytes, ledger: Ledger) -> Element | None:
    """Read XML; None when it is refused, and the ledger says where and why.

    A DTD is refused as soon as it begins, so that neither entities nor files of others are ever
    looked at.

    Examples
    --------
    >>> root = parse_xml(b"<graph><node id='a'/></graph>", Ledger("a.xml"))
    >>> root.first("node").attributes
    {'id': 'a'}
    """
    if not data.strip():
        ledger.add("empty_file")
        return None
    parser = DefusedExpatParser(forbid_dtd=True)
    parser.setFeature(feature_namespaces, True)
    tree = _Tree()
    parser.setContentHandler(tree)
    try:
        parser.parse(io.BytesIO(data))
    except DefusedXmlException:
        ledger.add("xml_with_dtd", line=tree.line, part=ledger.file)
    except _TooDeep:
        ledger.add("xml_too_deep", line=tree.line, limit=DEEPEST)
    except SAXParseException as error:
        why, line = error.getMessage(), error.getLineNumber() or 1
        ledger.add("xml_syntax", line=line, position=(error.getColumnNumber() or 0) + 1, why=why)
    except (SAXException, LookupError, ValueError, UnicodeError) as error:
        # An encoding that nobody knows, or bytes that are not in the one it names.
        ledger.add("xml_syntax", line=tree.line, position=1, why=str(error).lower())
    else:
        return tree.root
    return None


class _TooDeep(Exception):  # noqa: N818 - not an error of the program: it ends the parsing
    pass


class _Tree(ContentHandler):
    def __init__(self) -> None:
        super().__init__()
        self.root: Element | None = None
        self._open: list[Element] = []
        self._texts: list[list[str]] = []

    @property
    def line(self) -> int:
        locator = getattr(self, "_locator", None)
        return (locator.getLineNumber() or 1) if locator is not None else 1

    def startElementNS(  # noqa: N802 - the name that SAX calls
        self, name: tuple[str | None, str], qname: str | None, attrs: object
    ) -> None:
        if len(self._open) >= DEEPEST:
            raise _TooDeep
        values = {key[1]: value for key, value in attrs.items()}  # type: ignore[attr-defined]
        made = Element(name[1], name[0] or "", values, self.line)
        if self._open:
            self._open[-1].children.append(made)
        else:
            self.root = made
        self._open.append(made)
        self._texts.append([])

    def endElementNS(  # noqa: N802 - the name that SAX calls
        self, name: tuple[str | None, str], qname: str | None
    ) -> None:
        self._open.pop().text = "".join(self._texts.pop())

    def characters(self, content: str) -> None:
        self._texts[-1].append(content)


def escape(text: str, *, quote: bool = False) -> str:
    r"""Write text so that XML gives the very same text back, line ends included.

    Examples
    --------
    >>> escape('a < b & "c"\r\n', quote=True)
    'a &lt; b &amp; &quot;c&quot;&#13;&#10;'
    """
    made = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    made = made.replace("\r", "&#13;")
    if quote:
        made = made.replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
    return made


def unwritable(text: str) -> str:
    r"""Give the first character that XML can't hold; empty if there is none.

    Examples
    --------
    >>> unwritable("a\x00b"), unwritable("a\tb")
    ('\x00', '')
    """
    return next((one for one in text if _is_unwritable(ord(one))), "")


def _is_unwritable(code: int) -> bool:
    return (
        (code < 0x20 and code not in (0x09, 0x0A, 0x0D))
        or 0xD800 <= code <= 0xDFFF
        or code in (0xFFFE, 0xFFFF)
    )


def is_root(data: bytes, names: Sequence[str]) -> bool:
    """Tell from its beginning alone whether an XML document has one of these elements as root."""
    head = data[:20_000].replace(b"\0", b"").decode("utf-8", errors="replace")
    return any(f"<{name}" in head or f":{name} " in head for name in names)
