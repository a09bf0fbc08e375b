"""Spoil a workbook: inside its parts, which parts there are, and the archive around them."""

import io
import warnings
import zipfile
import zlib

from fuzz.edits_bytes import BYTES
from fuzz.edits_shape import spoil_xml
from fuzz.edits_text import change_number, change_word, decoded, encoded

_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, NotImplementedError,
    EOFError,
)  # fmt: skip


def spoil_parts(data, dice):
    """One part edited, away, twice, under another name or in another's place."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [(one.filename, archive.read(one)) for one in archive.infolist()]
    except _UNREADABLE:
        return dice.one_of(BYTES)(data, dice)
    for _ in range(1 + dice.below(2)):
        if parts:
            parts = _changed(parts, dice)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive, warnings.catch_warnings():
        # Two parts of one name are meant.
        warnings.simplefilter("ignore")
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _changed(parts, dice):
    # The parts that hold cells are most of what is read.
    cells = [at for at, (name, _) in enumerate(parts) if "sheet" in name or "ontent" in name]
    at = dice.one_of(cells) if cells and dice.chance(0.6) else dice.below(len(parts))
    name, content = parts[at]
    how = dice.below(12)
    if how == 0:
        return parts[:at] + parts[at + 1 :]
    if how == 1:
        return [*parts, ("../" + name, content)]
    if how == 2:
        return [*parts[:at], (name.upper(), content), *parts[at + 1 :]]
    if how == 3:
        return [*parts[:at], (name, dice.one_of(parts)[1]), *parts[at + 1 :]]
    if how == 4:
        return [*parts[:at], (name, dice.one_of(BYTES)(content, dice)), *parts[at + 1 :]]
    text = decoded(content)
    if text is None:
        made = dice.one_of(BYTES)(content, dice)
    elif how < 10:
        made = encoded(spoil_xml(text, dice))
    else:
        made = encoded(dice.one_of((change_number, change_word))(text, dice))
    return [*parts[:at], (name, made), *parts[at + 1 :]]
