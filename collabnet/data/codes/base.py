"""What a code is: the rule a problem breaks, how serious it is, and what to do about it."""

import json
import os
import re
import shlex
from dataclasses import dataclass
from typing import Literal

Level = Literal["OK", "NOTE", "ASK", "ROW", "STOP"]
LEVELS: tuple[Level, ...] = ("OK", "NOTE", "ASK", "ROW", "STOP")
REFUSING: tuple[Level, ...] = ("ASK", "STOP")
"""Levels with which a coalition can't be read until somebody answers or corrects."""
IN_SETTINGS = "under [reading] in coalition.toml"


@dataclass(frozen=True)
class Code:
    """One kind of problem.

    ``message`` and ``remedy`` are templates: ``{count}`` and the like are filled in for each
    problem. ``key`` and ``answers`` are the setting under ``[reading]`` that answers an ASK.
    """

    name: str
    level: Level
    meaning: str
    message: str
    remedy: str
    key: str = ""
    answers: tuple[str, ...] = ()

    def advice(self, answers: tuple[str, ...] = (), place: str = IN_SETTINGS) -> str:
        """Say what to do, with the setting that answers the question where there is one.

        Examples
        --------
        >>> Code("zero", "ASK", "", "", "A zero is unclear.", "zero", ("no tie",)).advice()
        'A zero is unclear. Say --reading "zero=no tie", or zero = "no tie" under [reading] in \
coalition.toml.'
        """
        choices = answers or self.answers
        if not choices:
            return self.remedy
        said = [_spoken(f"{self.key}={choice}") for choice in choices]
        first = choices[0]
        # A number stands without quotes in TOML.
        stated = (
            first if first == "0" or (first.isdecimal() and first[0] != "0") else _quoted(first)
        )
        # A name with a point or a blank, as of a sheet, would be something else without quotes.
        key = self.key if re.fullmatch(r"\w+", self.key, re.ASCII) else _quoted(self.key)
        return f"{self.remedy} Say {' or '.join(said)}, or {key} = {stated} {place}."


def naming(key: str, name: str) -> str:
    """Say how to answer with a name of the user's own, for a setting that is a list.

    Examples
    --------
    >>> print(naming("drop", "client name"))
    --reading "drop=client name", or drop = ["client name"] under [reading] in coalition.toml
    """
    stated = f"{key} = [{_quoted(name)}] under [reading] in coalition.toml"
    # Quotes and these signs end or change a text in a terminal; a comma parts names unless quoted.
    if any(character in "\"'$`\\!" for character in name):
        return stated
    said = f"--reading '{key}=\"{name}\"'" if "," in name else _spoken(f"{key}={name}")
    return f"{said}, or {stated}"


def option(name: str, value: str) -> str:
    """Write an option of the command line, in quotes where the terminal needs them.

    Examples
    --------
    >>> print(option("--column", "Sent to=to_agency"))
    --column "Sent to=to_agency"
    """
    return f"{name} {shell_word(value)}"


def shell_word(text: str) -> str:
    """Write a text so that a terminal takes it as one word, whatever it holds.

    Examples
    --------
    >>> print(shell_word("log.csv"), shell_word("our county 2024"))
    log.csv "our county 2024"
    """
    if text and not any(character in " ;|&$*?()[]{}<>,#~!`\\\t'\"" for character in text):
        return text
    # Double quotes hold in every terminal, but for what has a meaning inside them.
    if os.name == "nt" or not any(character in '"$`\\!' for character in text):
        return f'"{text}"'
    return shlex.quote(text)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _spoken(setting: str) -> str:
    return option("--reading", setting)
