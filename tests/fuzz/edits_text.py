"""Spoil a file as text: its encoding, its lines, its numbers and words."""

import re

from fuzz.tokens import CELLS, NUMBERS

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_WORD = re.compile(r"\w+")
_ENCODINGS = (
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "cp1252",
    "latin-1",
    "utf-32",
    "cp437",
)
_MARKS = ",;\t|"


def decoded(data):
    """The text of a file; None where it is none."""
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8")):
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    return None


def encoded(text):
    return text.encode("utf-8", "replace")


def insert_word(text, dice):
    at = dice.below(len(text) + 1)
    return text[:at] + dice.one_of(CELLS) + text[at:]


def change_number(text, dice):
    return _change(text, _NUMBER, NUMBERS, dice)


def change_word(text, dice):
    return _change(text, _WORD, CELLS, dice)


def _change(text, pattern, others, dice):
    places = [found.span() for found in pattern.finditer(text)]
    for start, stop in (
        sorted((dice.one_of(places) for _ in range(1 + dice.below(3))), reverse=True)
        if places
        else ()
    ):
        text = text[:start] + dice.one_of(others) + text[stop:]
    return text


def line_ends(text, dice):
    lines = text.splitlines()
    ends = ("\n", "\r\n", "\r", "\n\n", "\u2028", "\x0b")
    if dice.chance(0.5):
        return dice.one_of(ends).join(lines)
    return "".join(line + dice.one_of(ends[:3]) for line in lines)


def other_marks(text, dice):
    """Another separator everywhere, or in one line."""
    one, other = dice.one_of(_MARKS), dice.one_of(_MARKS)
    lines = text.split("\n")
    if dice.chance(0.5):
        return text.replace(one, other)
    at = dice.below(len(lines))
    lines[at] = lines[at].replace(",", other)
    return "\n".join(lines)


def move_lines(text, dice):
    lines = text.split("\n")
    how = dice.below(5)
    at = dice.below(len(lines))
    if how == 0:
        del lines[at]
    elif how == 1:
        lines[at:at] = [lines[dice.below(len(lines))]] * (1 + dice.below(4))
    elif how == 2:
        lines = [lines[0], *dice.shuffled(lines[1:])]
    elif how == 3:
        lines = dice.shuffled(lines)
    else:
        lines[at:at] = [""] * (1 + dice.below(4))
    return "\n".join(lines)


def two_at_once(text, dice):
    """The same twice, with or without something between."""
    return text + dice.one_of(("", "\n", "\n\n", "Total,3\n", "\n\nnotes\n")) + text


def change_case(text, dice):
    start, stop = dice.span(len(text), 200)
    part = text[start:stop]
    part = dice.one_of((part.upper(), part.lower(), part.title(), part[::-1]))
    return text[:start] + part + text[stop:]


def quote(text, dice):
    """A quote where none belongs, or none where one does."""
    places = [at for at, sign in enumerate(text) if sign in "\",'\n"]
    if not places:
        return text
    at = dice.one_of(places)
    return text[:at] + dice.one_of(('"', "'", '""', "")) + text[at + dice.below(2) :]


TEXTS = (
    insert_word,
    change_number,
    change_word,
    line_ends,
    other_marks,
    move_lines,
    two_at_once,
    change_case,
    quote,
)


def recode(text, dice):
    """The same text in another encoding."""
    return text.encode(dice.one_of(_ENCODINGS), "replace")
