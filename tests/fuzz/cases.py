"""One spoilt file, or group of files, for each number."""

from dataclasses import dataclass
from functools import cache

from fuzz.dice import Dice
from fuzz.edits_bytes import BYTES
from fuzz.edits_shape import spoil_cells, spoil_json, spoil_xml
from fuzz.edits_text import TEXTS, decoded, encoded, recode
from fuzz.edits_zip import spoil_parts
from fuzz.seed_files import Seed, common, slow

SEED = 20240630
SLOW_EVERY = 100
"""One case in so many is of a file that takes long to read."""
_SHAPES = {"table": spoil_cells, "json": spoil_json, "xml": spoil_xml}


@dataclass(frozen=True)
class Case:
    """What is read: the spoilt files by name, and how they were spoilt."""

    number: int
    seed: Seed
    files: dict[str, bytes]
    edits: tuple[str, ...]


@cache
def seeds():
    return common(), slow()


def make_case(number):
    """Make the case of a number; the same number gives the same bytes."""
    usual, rare = seeds()
    if number % SLOW_EVERY == SLOW_EVERY - 1:
        seed = rare[number // SLOW_EVERY % len(rare)]
    else:
        seed = usual[number % len(usual)]
    dice = Dice(f"{SEED}:{number}")
    files, edits = dict(seed.files), []
    for _ in range(1 + dice.below(3)):
        name = dice.one_of(sorted(files))
        how, files[name] = _spoilt(files[name], seed.kind, name, dice)
        edits.append(f"{name}: {how}")
    if len(files) > 1 and not seed.folder and dice.chance(0.05):
        gone = dice.one_of(sorted(files))
        del files[gone]
        edits.append(f"{gone}: away")
    return Case(number, seed, files, tuple(edits))


def _spoilt(data, kind, name, dice):
    if kind in ("zip", "bytes"):
        if kind == "zip" and dice.chance(0.8):
            return "parts", spoil_parts(data, dice)
        edit = dice.one_of(BYTES)
        return edit.__name__, edit(data, dice)
    text = decoded(data)
    if text is None or dice.chance(0.15):
        edit = dice.one_of(BYTES)
        return edit.__name__, edit(data, dice)
    if dice.chance(0.05):
        return "recode", recode(text, dice)
    shape = _SHAPES.get(kind)
    if shape is not None and not name.endswith(".toml") and dice.chance(0.6):
        mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
        return shape.__name__, mark + encoded(shape(text.removeprefix("\ufeff"), dice))
    edit = dice.one_of(TEXTS)
    return edit.__name__, encoded(edit(text, dice))
