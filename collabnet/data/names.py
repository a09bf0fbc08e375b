"""Names that look alike, hide a character, or are longer than a name."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from collabnet.data.column import Column
from collabnet.data.issues import Facts, Ledger, is_visible, listed, shown
from collabnet.data.look_alikes import LOOK_ALIKES, SCRIPTS

LONGEST_NAME = 1000
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
    if word := mixed_scripts(text):
        scripts = listed(sorted(_scripts(word)))
        column.ledger.add("look_alike", at, **told, found=f"{scripts} in '{shown(word)}'")


def mixed_scripts(text: str) -> str:
    r"""Give the word that mixes letters of scripts that look alike; empty when there is none.

    A word of another script beside Latin ones counts too, if each of its letters looks Latin:
    then the whole text is given.

    Examples
    --------
    >>> mixed_scripts("Court \u0410") == "Court \u0410"  # the last letter is Cyrillic
    True
    >>> mixed_scripts("Court A"), mixed_scripts("\u0414\u043e\u043c Harbor")
    ('', '')
    """
    words = _WORD.findall(text)
    for word in words:
        if len(_scripts(word)) > 1:
            return str(word)
    others = [word for word in words if _scripts(word) not in (set(), {"Latin"})]
    is_latin = any(_scripts(word) == {"Latin"} for word in words)
    if is_latin and any(word.translate(LOOK_ALIKES).isascii() for word in others):
        return text
    return ""


def _scripts(word: str) -> set[str]:
    """The scripts of a word among those whose letters look alike."""
    first = {unicodedata.name(character, "").split(" ")[0] for character in word}
    return {name.capitalize() for name in first & SCRIPTS}


@lru_cache(maxsize=65_536)
def skeleton(name: str) -> str:
    r"""Reduce a name to what the eye tells apart: case, spaces, look-alikes and accents' encoding.

    Examples
    --------
    >>> skeleton("\u0421ourt  B") == skeleton("court b")  # the first begins with a Cyrillic letter
    True
    """
    if name.isascii() and name.isprintable():
        return " ".join(name.casefold().split())
    joined = unicodedata.normalize("NFKC", name).translate(LOOK_ALIKES)
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
