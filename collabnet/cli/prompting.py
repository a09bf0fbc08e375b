"""Prompts of the terminal: numbers, words, yes and no; each says what it takes, and can be left."""

from collections.abc import Callable, Mapping, Sequence
from typing import overload

import typer

from collabnet.data.issues import shown

_END = ("q", "quit")
ENDS = "q ends, and nothing is written"
BACK = -1
"""What a choice gives where one may go back, and does."""


def prompt(text: str) -> str:
    """Ask for a line; ``q`` ends all questions."""
    said = str(typer.prompt(text, default="", show_default=False, type=str)).strip()
    if said.lower() in _END:
        raise typer.Abort()
    return said


def yes_or_no(question: str) -> bool:
    """Ask until the answer is yes or no."""
    while True:
        said = prompt(f"{question} yes or no").lower()
        if said in ("y", "yes", "n", "no"):
            return said.startswith("y")
        typer.echo(f"That needs yes or no; {ENDS}.")


@overload
def choose(
    choices: Sequence[str],
    *,
    words: Sequence[str] = ...,
    said: Mapping[str, str] | None = ...,
    back: bool = ...,
) -> int: ...
@overload
def choose(
    choices: Sequence[str],
    *,
    words: Sequence[str] = ...,
    said: Mapping[str, str] | None = ...,
    back: bool = ...,
    other: Callable[[str], bool],
) -> int | str: ...
def choose(
    choices: Sequence[str],
    *,
    words: Sequence[str] = (),
    said: Mapping[str, str] | None = None,
    back: bool = False,
    other: Callable[[str], bool] | None = None,
) -> int | str:
    """Show choices with numbers, and give the place of the one that is taken.

    A choice is taken by its number or its word (``words``, else its text). ``said`` explains
    choices, ``back`` lets 0 or the word back give :data:`BACK`; what ``other`` accepts is given
    as it was typed.
    """
    width = max(len(shown(choice)) for choice in choices)
    digits = len(str(len(choices)))
    for number, choice in enumerate(choices, 1):
        meaning = (said or {}).get(choice, "")
        line = f"  {number:>{digits}}  {shown(choice):<{width}}  {meaning}"
        typer.echo(line.rstrip())
    if back:
        typer.echo(f"  {0:>{digits}}  back")
    while True:
        text = prompt("Number or word")
        if text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= len(choices):
            return int(text) - 1
        if back and text.lower() in ("0", "back"):
            return BACK
        if (at := find_word(text, words or choices)) is not None:
            return at
        if text and other is not None and other(text):
            return text
        also = ", 0 for back" if back else ""
        typer.echo(f"That needs a number from 1 to {len(choices)}, or its word{also}; {ENDS}.")


def find_word(text: str, words: Sequence[str]) -> int | None:
    """Find the word that was typed: as it is written, else whatever its capitals.

    Examples
    --------
    >>> find_word("sent TO", ["Sent by", "Sent to"]), find_word("Sent", ["Sent by", "Sent to"])
    (1, None)
    """
    if not text:
        return None
    if text in words:
        return list(words).index(text)
    lower = [word.strip().lower() for word in words]
    return lower.index(text.lower()) if lower.count(text.lower()) == 1 else None
