"""Keep answers to the questions of a check in the coalition's own settings."""

from collections.abc import Iterable
from pathlib import Path

from collabnet.data.folder import SETTINGS_FILE
from collabnet.data.importing.answering import Answer, with_answer
from collabnet.data.importing.recipes import with_reading
from collabnet.data.issues import Ledger
from collabnet.data.place import Place
from collabnet.data.settings import parse_settings
from collabnet.data.store import digests, write_together
from collabnet.data.templates import settings_template


def keep_answers(folder: Path, answers: Iterable[Answer]) -> None:
    """Write answers under ``[reading]`` of coalition.toml, beside those that are there.

    Raises
    ------
    FolderChangedError
        If somebody else wrote to the folder meanwhile.
    CollabnetError
        If nothing can be added to the settings, or the folder can't be written.
    """
    place, seen = Place(folder), digests(folder)
    settings = place.read(SETTINGS_FILE, Ledger(SETTINGS_FILE)) if seen else None
    if settings is None or SETTINGS_FILE not in place.listing().names:
        settings = settings_template(folder.name)
    stated = parse_settings(settings, Ledger(SETTINGS_FILE)).get("reading", {})
    reading = dict(stated) if isinstance(stated, dict) else {}
    for answer in answers:
        reading = with_answer(reading, answer)
    write_together(
        folder, {SETTINGS_FILE: with_reading(settings, reading, with_once=True)}, expected=seen
    )
