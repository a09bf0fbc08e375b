"""Open the archive that a workbook is: bounded before anything is unpacked."""

import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from collabnet.data.issues import Ledger

MOST_PARTS = 5_000
MOST_UNPACKED = 800_000_000
MOST_PART = 400_000_000
HIGHEST_RATIO = 250
RATIO_FROM = 50_000_000
"""Small parts may well be packed more tightly: a sheet of blank cells is."""
_MOST_DIRECTORY = 4_000_000
_END = b"PK\x05\x06"
_LONGEST_TAIL = 65_557
_DRIVE = re.compile(r"[A-Za-z]:")
_MEGABYTE = 1_000_000
_UNPACKING = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError,
              RuntimeError, ValueError)  # fmt: skip
"""What zipfile raises on damaged bytes."""


class DamagedError(Exception):
    """A part of a file can't be read; the text says why."""


@dataclass(frozen=True)
class Parts:
    """The parts of an archive that passed every bound; names are looked up without case."""

    archive: zipfile.ZipFile
    names: dict[str, str]

    def __contains__(self, name: str) -> bool:
        return name.lower() in self.names

    def read(self, name: str) -> bytes:
        """Unpack one part.

        Raises
        ------
        DamagedError
            If there is no such part, or it can't be unpacked.
        """
        if name not in self:
            raise DamagedError(f"it has no part {name}")
        try:
            return self.archive.read(self.names[name.lower()])
        except NotImplementedError as error:
            raise DamagedError(f"its part {name} is packed in an unknown way") from error
        except _UNPACKING as error:
            raise DamagedError(f"its part {name} can't be unpacked") from error

    def under(self, start: str) -> list[str]:
        """Name the parts whose names begin so."""
        return [name for lower, name in self.names.items() if lower.startswith(start)]


def open_archive(data: bytes, what: str, ledger: Ledger) -> Parts | None:
    """Open an archive, or say in the ledger why that is refused.

    The number of parts, their size unpacked and how tightly they are packed are bounded by what
    the archive says of itself; a part that says less than it holds is cut off there, so that the
    bounds hold for liars too. A name that points outside of the archive stops the file.
    """
    if (size := _directory_size(data)) is None:
        ledger.add("damaged_file", what=what, why="its end is missing")
        return None
    if size > _MOST_DIRECTORY:
        ledger.add("unpacks_too_large", why=f"it has more than {MOST_PARTS:,} parts")
        return None
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _UNPACKING as error:
        ledger.add("damaged_file", what=what, why=_plain(error))
        return None
    infos = archive.infolist()
    if unsafe := next((one.filename for one in infos if _is_unsafe(one.orig_filename)), None):
        ledger.add("unsafe_part", value=unsafe)
        return None
    if any(one.flag_bits & 1 for one in infos):
        ledger.add("password_protected")
        return None
    if reason := _too_large(infos):
        ledger.add("unpacks_too_large", why=reason)
        return None
    return Parts(archive, {one.filename.lower(): one.filename for one in infos})


def _directory_size(data: bytes) -> int | None:
    """How long the list of parts says that it is; None when the archive has no end."""
    tail = data[-_LONGEST_TAIL:]
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < 22:
        return None
    size: int = struct.unpack("<L", tail[at + 12 : at + 16])[0]
    if size == 0xFFFFFFFF:
        far = data.rfind(b"PK\x06\x06")
        if far < 0 or len(data) - far < 56:
            return None
        size = struct.unpack("<Q", data[far + 40 : far + 48])[0]
    return size


def _too_large(infos: Iterable[zipfile.ZipInfo]) -> str:
    """Say which bound the parts break; empty when none."""
    total = n = 0
    for one in infos:
        n += 1
        total += one.file_size
        if one.file_size > max(RATIO_FROM, HIGHEST_RATIO * max(one.compress_size, 1)):
            return (
                f"a part of {one.compress_size:,} bytes unpacks to "
                f"{one.file_size // _MEGABYTE:,} megabytes"
            )
        if one.file_size > MOST_PART:
            return f"a part unpacks to {one.file_size // _MEGABYTE:,} megabytes"
    if n > MOST_PARTS:
        return f"it has more than {MOST_PARTS:,} parts"
    if total > MOST_UNPACKED:
        return f"its parts unpack to {total // _MEGABYTE:,} megabytes"
    return ""


def _is_unsafe(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or name[:1] in "/\\" or _DRIVE.match(name) is not None or "\0" in name


def _plain(error: Exception) -> str:
    text = str(error)
    return text[:1].lower() + text[1:] or "it can't be unpacked"
