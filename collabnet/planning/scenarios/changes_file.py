"""Changes from a file: one to a line, or TOML."""

import tomllib
from os import PathLike
from pathlib import Path

from collabnet.data.files import read_bytes
from collabnet.data.issues import Ledger, shown
from collabnet.model.errors import CollabnetError, ReadingError
from collabnet.planning.changes import Change, parse_change, parse_changes
from collabnet.planning.scenarios.toml import read_scenario

NEEDS = (
    "Name a file with one change to a line, such as leaves:I1; a saved scenario is a file ending "
    "with .toml in the folder scenarios."
)


def read_changes(path: str | PathLike[str]) -> tuple[Change, ...]:
    """Read changes from a text file, one to a line, or from TOML.

    TOML has a list, ``changes = ["backs:I1", "leaves:O1"]``, or is a saved scenario, whose steps
    that are on count.

    Raises
    ------
    ReadingError
        If the file can't be read, or something in it is no change; the text names the file.
    """
    file = Path(path)
    ledger = Ledger(shown(file.name))
    data = read_bytes(file, ledger)
    if data is None:
        problem = ledger.problems[0]
        if problem.code == "not_a_file":
            raise ReadingError(f"{problem.message} {NEEDS}")
        raise ReadingError(f"{problem.message} {problem.remedy}")
    try:
        text = data.decode("utf-8-sig")
        found = _from_toml(text) if file.suffix.lower() == ".toml" else parse_changes(text)
    except UnicodeDecodeError as error:
        raise ReadingError(
            f"{shown(file.name)} needs to be UTF-8 text. Save it as UTF-8 in the program that "
            "wrote it."
        ) from error
    except CollabnetError as error:
        raise ReadingError(f"{shown(file.name)}: {error}") from error
    if not found:
        raise ReadingError(
            f"{shown(file.name)} holds no change. Write one to a line, such as leaves:I1."
        )
    return found


def _from_toml(text: str) -> tuple[Change, ...]:
    try:
        found = tomllib.loads(text.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise CollabnetError(f"it is no TOML: {error}. Mend it, or write plain lines.") from error
    if "changes" not in found:
        return read_scenario(text).changes
    given = found["changes"]
    if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
        raise CollabnetError(
            f'changes needs to be a list of texts, such as ["leaves:I1"]; got {given!r}.'
        )
    return tuple(map(parse_change, given))
