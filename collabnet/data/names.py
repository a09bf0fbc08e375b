"""Names that look alike, hide a character, or are longer than a name."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence

from collabnet.data.column import Column
from collabnet.data.issues import Facts, Ledger, is_visible, listed, shown

LONGEST_NAME = 1000
# Cyrillic and Greek letters that look like Latin ones, and these.
_LOOK_ALIKES = str.maketrans(
    "\u0410\u0412\u0415\u0405\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423"
    "\u0425\u0430\u0441\u0435\u0455\u0456\u0458\u043e\u0440\u0443\u0445\u0391\u0392\u0395"
    "\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf\u04ae\u0501"
    "\u051b\u051d\u04bb",
    "ABESIJKMHOPCTYXacesijopyxABEZHIKMNOPTYXoYdqwh",
)
_WORD = re.compile(r"[^\W\d_]+")


def check_names(column: Column) -> None:
    """Look at ids or names: too long, hidden characters, letters of two scripts in a word."""
    for at, text in column:
        if len(text) > LONGEST_NAME:
            column.reject("name_too_long", at, text, found=f"{len(text):,}", limit="1,000")
        elif not text.isascii():
            _check_letters(column, at, text)


def _check_letters(column: Column, at: int, text: str) -> None:
    hidden = sorted({c for c in text if not is_visible(c) and not c.isspace()})
    told: Facts = {"column": column.name, "value": text}
    if hidden:
        names = [unicodedata.name(c, "a control character").lower() for c in hidden]
        column.ledger.add("hidden_character", at, **told, found=listed(names))
    mixed = [word for word in _WORD.findall(text) if len(_scripts(word)) > 1]
    if mixed:
        scripts = listed(sorted(_scripts(mixed[0])))
        column.ledger.add("look_alike", at, **told, found=f"{scripts} in '{shown(mixed[0])}'")


def _scripts(word: str) -> set[str]:
    """The scripts of a word among those whose letters look alike."""
    first = {unicodedata.name(character, "").split(" ")[0] for character in word}
    return {name.capitalize() for name in first & {"LATIN", "CYRILLIC", "GREEK"}}


def skeleton(name: str) -> str:
    r"""Reduce a name to what the eye tells apart: case, spaces, look-alikes and accents' encoding.

    Examples
    --------
    >>> skeleton("\u0421ourt  B") == skeleton("court b")  # the first begins with a Cyrillic letter
    True
    """
    joined = unicodedata.normalize("NFKC", name).translate(_LOOK_ALIKES)
    seen = "".join(c for c in joined if is_visible(c) or c.isspace())
    return " ".join(seen.casefold().split())


def compare_names(
    ids: Sequence[str], names: Sequence[str], ledger: Ledger, at: Sequence[int]
) -> None:
    """Note names that are the same or look the same; nothing is merged."""
    groups: Mapping[str, list[int]] = defaultdict(list)
    for place, name in enumerate(names):
        if name:
            groups[skeleton(name)].append(place)
    for group in groups.values():
        first = group[0]
        same = [place for place in group if names[place] == names[first]]
        told: Facts = {"column": "name", "value": names[first]}
        if len(same) > 1:
            ledger.add(
                "same_name", at[same[1]], **told, found=listed([shown(ids[p]) for p in same[:5]])
            )
        for place in group:
            if names[place] != names[first] and ids[place] != ids[first]:
                pair = f"{shown(ids[first])}, {shown(ids[place])}"
                other = f"'{shown(names[place])}'"
                ledger.add("names_alike", at[place], **told, other=other, found=pair)
