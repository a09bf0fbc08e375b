"""Load a coalition: from a folder, or a sample by its name."""

from collections.abc import Mapping
from datetime import date
from os import PathLike
from pathlib import Path

from collabnet.data.folder import Folder, read_folder
from collabnet.data.issues import shown
from collabnet.data.samples import find_path
from collabnet.model.coalition import Coalition
from collabnet.model.errors import (
    AssumptionError,
    ChoiceNeededError,
    CollabnetError,
    ReadingError,
)


def load(
    path: str | PathLike[str],
    *,
    reading: Mapping[str, object] | None = None,
    today: date | None = None,
) -> Coalition:
    """Load a coalition folder, a network or table file, or a sample by its name.

    A path that exists wins over a sample of the same name; ``sample:site_b`` is always the sample.
    ``reading`` answers questions of the check, as in ``{"date_order": "day-first"}``, and wins
    over ``[reading]`` in coalition.toml. Days after ``today`` (the computer's, if not given) are
    rejected where they tell what happened. Rows that can't be used are left out and listed in
    ``problems``.

    Raises
    ------
    NotFoundError
        If there is neither such a path nor such a sample.
    ChoiceNeededError
        If the data can be read in more than one way; the text names each option.
    ReadingError
        If a file can't be the table that it should be; the text lists every such problem.
    AssumptionError
        If an assumption in coalition.toml lies outside the values that it can take.

    Examples
    --------
    >>> import collabnet as cn
    >>> cn.load("sample:g1")
    Coalition('G1': 5 agencies, 8 people, 25 referrals)
    """
    folder = read_path(find_path(path), reading, today or date.today())
    if folder.is_refused:
        raise refusal(folder)
    return folder.coalition()


def read_path(path: Path, reading: Mapping[str, object] | None, today: date) -> Folder:
    """Read what stands at a path as far as it can be read: a coalition's folder, or one file.

    Raises
    ------
    ReadingError
        If the path is a folder that can't be opened.
    """
    if path.is_dir():
        return read_folder(path, reading, today)
    from collabnet.data.importing.loose import read_loose  # its readers take time to load

    return read_loose([path], reading, today)


def refusal(folder: Folder) -> CollabnetError:
    """Build the error that lists everything to answer or correct before a folder can be read."""
    found = [problem for problem in folder.problems if problem.level in ("ASK", "STOP")]
    levels = {problem.level for problem in found}
    kind: type[CollabnetError] = ReadingError
    if levels == {"ASK"}:
        kind = ChoiceNeededError
    elif {problem.code for problem in found} == {"wrong_assumption"}:
        kind = AssumptionError
    things = "1 thing is" if len(found) == 1 else f"{len(found)} things are"
    name = shown(folder.settings.name)
    lines = [f"{name} can't be read until {things} answered or corrected.", *map(str, found)]
    return kind("\n".join(lines))
