"""Write what a person typed or may type, so that it can be pasted behind a command."""

import os
import re
import shlex

from collabnet.data.issues import shown

_IS_WINDOWS = os.name == "nt"
_SAFE = re.compile(r"[\w@%+=:,./\\-]+" if _IS_WINDOWS else r"[\w@%+=:,./-]+")
# Within double quotes these still mean something to a shell.
_SPECIAL = re.compile(r'"' if _IS_WINDOWS else r'["$`\\!]')


def as_argument(text: str) -> str:
    """Write a text as one argument of a shell; what can't be typed is only made visible.

    Examples
    --------
    >>> print(as_argument("ours"), as_argument("Juv. Court"), as_argument('The "Door"'))
    ours "Juv. Court" 'The "Door"'
    """
    if not text.isprintable():
        return f'"{shown(text)}"'
    if _SAFE.fullmatch(text):
        return text
    return shlex.quote(text) if _SPECIAL.search(text) else f'"{text}"'


def as_path(path: str) -> str:
    """Write a path as one argument; one that begins with a dash would be taken for an option.

    Examples
    --------
    >>> print(as_path("our site"), as_path("-x"))
    "our site" ./-x
    """
    return as_argument(f"./{path}" if path.startswith("-") else path)
