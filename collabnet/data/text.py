"""Bytes to text: which encoding, and whether it is text at all."""

import codecs
import re

from collabnet.data.issues import Ledger, shown
from collabnet.data.options import Answers
from collabnet.data.sniff import is_binary, recognise, unmarked_utf16

LONGEST_LINE = 5_000_000
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ("cp1252", "mac_roman", "cp850")
# Codecs of Python that are no encodings of a text file.
_NO_ENCODINGS = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"}
_ESCAPED = re.compile("[\udc80-\udcff]")


def read_text(data: bytes, ledger: Ledger, answers: Answers, table: str = "") -> str | None:
    """Decode a file, or say in the ledger why that can't be done or needs a choice.

    UTF-8, or UTF-16 with its mark, are read without a question. Anything else is never guessed.
    """
    if not data.strip(b" \t\r\n\xef\xbb\xbf"):
        ledger.add("empty_file")
        return None
    if found := recognise(data):
        ledger.add(found[0], what=found[1])
        return None
    if own := answers.own(table, "encoding"):
        return _short_lines(_decode(data, str(own), ledger), ledger)
    if mark := next((name for sign, name in _MARKS if data.startswith(sign)), ""):
        if mark == "utf-16":
            ledger.add("utf16")
        return _short_lines(_decode(data, mark, ledger), ledger)
    if guess := unmarked_utf16(data):
        return _short_lines(_unmarked(data, guess, ledger, answers), ledger)
    body = data.rstrip(b"\0")
    if len(body) < len(data) and b"\0" not in body:
        ledger.add("nul_tail", count=len(data) - len(body))
        return None
    if is_binary(data):
        ledger.add("not_text", what="a binary file")
        return None
    try:
        return _short_lines(data.decode("utf-8-sig"), ledger)
    except UnicodeDecodeError:
        return _short_lines(_legacy(data, ledger, answers), ledger)


def _decode(data: bytes, encoding: str, ledger: Ledger) -> str | None:
    try:
        if codecs.lookup(encoding).name.replace("-", "_") in _NO_ENCODINGS:
            raise LookupError
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeError as error:
        place = getattr(error, "start", None)
        why = "the bytes don't fit" if place is None else f"byte {place + 1} doesn't fit"
        ledger.add("wrong_encoding", encoding=shown(encoding), why=why)
    except (LookupError, ValueError):
        ledger.add("wrong_encoding", encoding=shown(encoding), why="there is no such encoding")
    return None


def _unmarked(data: bytes, guess: str, ledger: Ledger, answers: Answers) -> str | None:
    if given := answers.text("", "encoding"):
        return _decode(data, given, ledger)
    other = "utf-16-be" if guess == "utf-16-le" else "utf-16-le"
    first = {name: data[:60].decode(name, errors="replace") for name in (guess, other)}
    said = [f"As {name} it begins '{shown(text.splitlines()[0])}'" for name, text in first.items()]
    ledger.add("encoding_unclear", readings=f"{'; '.join(said)}.", answers=(guess, other))
    return None


def _legacy(data: bytes, ledger: Ledger, answers: Answers) -> str | None:
    """Read text that isn't UTF-8 as was asked; ask when nobody said; refuse a mixture."""
    text = data.decode("utf-8", errors="surrogateescape")
    odd = _ESCAPED.search(text)
    start = odd.start() if odd else 0
    line = text.count("\n", 0, start) + 1
    position = start - (text.rfind("\n", 0, start) + 1) + 1
    if any(character > "\x7f" and not "\udc80" <= character <= "\udcff" for character in text):
        byte = f"0x{ord(text[start]) - 0xDC00:02X}"
        ledger.add("mixed_encodings", line=line, byte=byte, position=position)
        return None
    if given := answers.text("", "encoding"):
        return _decode(data, given, ledger)
    readings = [name for name in _CANDIDATES if _reads(data, name)][:2]
    word = _word(text, start).encode("utf-8", errors="surrogateescape")
    said = [f"as {name} '{shown(word.decode(name))}'" for name in readings]
    told = f"A word in line {line} reads {', '.join(said)}."
    ledger.add("encoding_unclear", line=line, readings=told, answers=tuple(readings))
    return None


def _reads(data: bytes, encoding: str) -> bool:
    try:
        return bool(data.decode(encoding))
    except UnicodeDecodeError:
        return False


def _word(text: str, at: int) -> str:
    """The word around a position, of at most 40 characters."""
    before = re.split(r'[\s,;|"]', text[max(0, at - 20) : at])[-1]
    after = re.split(r'[\s,;|"]', text[at : at + 20])[0]
    return before + after


def _short_lines(text: str | None, ledger: Ledger) -> str | None:
    """Refuse text with a line so long that it can only be damage, before any work is done on it."""
    if text is None or len(text) <= LONGEST_LINE:
        return text
    lines = text.replace("\r", "\n").split("\n")
    if max(map(len, lines)) > LONGEST_LINE:
        ledger.add("line_too_long", limit=f"{LONGEST_LINE:,}")
        return None
    return text
