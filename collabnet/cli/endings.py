"""What is written follows from the ending of its file, unless ``--format`` says so."""

from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from collabnet.cli.options import WrongCall

FormatName = TypeVar("FormatName", bound=StrEnum)
ENDINGS = {"text": ".txt", "json": ".json", "csv": ".csv", "html": ".html", "pdf": ".pdf",
           "xlsx": ".xlsx", "zip": ".zip", "svg": ".svg", "r": ".R"}  # fmt: skip
"""The ending of a file by the name of its format."""
_ALSO = {".htm": "html"}
_MEANT = {ending.lower(): name for name, ending in ENDINGS.items()} | _ALSO


def format_of(given: FormatName | None, output: Path | None, usual: FormatName) -> FormatName:
    """Give the format to write.

    Parameters
    ----------
    given : as ``--format`` says; None where it isn't said
    output : the file; None where it is printed
    usual : what is printed where nothing is said, one of the formats of the command

    Raises
    ------
    WrongCall
        If the file's ending says no format of the command, or another one than ``--format``.

    Examples
    --------
    >>> class Format(StrEnum):
    ...     text = "text"
    ...     html = "html"
    >>> format_of(None, Path("brief.html"), Format.text).value
    'html'
    """
    if output is None:
        return given or usual
    formats = type(usual)
    ending = output.suffix
    known = [one for one in formats if one.value == _MEANT.get(ending.lower())]
    if given is not None and not ending:
        return given
    if not known:
        endings = [ENDINGS[one.value] for one in formats]
        came = f"a file ending in {ending}" if ending else "a file without an ending"
        raise WrongCall(
            f"--output needs a file ending in {', '.join(endings[:-1])} or {endings[-1]}, which "
            f"says what is written; got {came}: {output.name}. Name the file so."
        )
    if given not in (None, known[0]):
        raise WrongCall(
            f"--format {given.value} writes a file ending in {ENDINGS[given.value]}; got "
            f"{output.name}. Leave --format out, or name the file "
            f"{output.stem}{ENDINGS[given.value]}."
        )
    return known[0]
