"""Read XML part by part: no tree is built, no entity and no document type is ever read."""

from collections.abc import Callable, Mapping
from xml.parsers import expat

from collabnet.data.sources.archive import DamagedError

_BLOCK = 1 << 20
Started = Callable[[str, Mapping[str, str]], object]
Ended = Callable[[str], object]
Said = Callable[[str], object]


class DocumentTypeError(Exception):
    """The XML declares a document type or an entity."""


class _DoneError(Exception):
    """Enough was read."""


def parse_xml(
    data: bytes, started: Started, ended: Ended | None = None, said: Said | None = None
) -> None:
    """Call back for each element that starts or ends, and for text.

    Prefixes are left out of the names where the outermost element has one.

    The refusals are those of ``defusedxml``, on the parser below it: its own way of calling back
    takes several times as long, which for a sheet of a million rows is minutes.

    Raises
    ------
    DocumentTypeError
        At the first sign of a document type or an entity, before it is looked at.
    DamagedError
        If it isn't well-formed XML.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def refuse(*_: object) -> int:
        raise DocumentTypeError

    def first(name: str, attributes: dict[str, str]) -> None:
        # Most parts have no prefixes: then nothing stands between the parser and the reader.
        has_prefixes = ":" in name
        parser.StartElementHandler = start if has_prefixes else started
        parser.EndElementHandler = end if has_prefixes else ended
        start(name, attributes)

    def start(name: str, attributes: dict[str, str]) -> None:
        started(name.rpartition(":")[2], attributes)

    def end(name: str) -> None:
        if ended is not None:
            ended(name.rpartition(":")[2])

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.UnparsedEntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    parser.StartElementHandler = first
    if said is not None:
        parser.CharacterDataHandler = said
    try:
        for at in range(0, len(data), _BLOCK):
            parser.Parse(data[at : at + _BLOCK], False)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise DamagedError(f"its XML is broken ({_why(error)})") from error


def xml_root(data: bytes) -> str:
    """Name the outermost element; empty when the XML is broken before it.

    Raises
    ------
    DocumentTypeError
        If a document type or an entity is declared before it.

    Examples
    --------
    >>> xml_root(b'<?xml version="1.0"?><x:graphml xmlns:x="http://a.example"/>')
    'graphml'
    """
    found = ""

    def started(name: str, _: Mapping[str, str]) -> None:
        nonlocal found
        found = name
        raise _DoneError

    try:
        parse_xml(data, started)
    except (_DoneError, DamagedError):
        return found
    return found


def _why(error: Exception) -> str:
    return str(error) or "it is no XML"
