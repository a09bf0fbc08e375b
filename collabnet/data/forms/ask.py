"""Write the questionnaire into a coalition's folder, with the agencies that it knows."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from collabnet.data.folder import SETTINGS_FILE, read_folder
from collabnet.data.forms import questionnaire_book, questionnaire_text
from collabnet.data.forms.waiting import is_filled
from collabnet.data.place import Place
from collabnet.data.store import write_together
from collabnet.data.templates import new_coalition
from collabnet.model.errors import CollabnetError
from collabnet.model.records import records
from collabnet.model.specs import TABLES


def write_questionnaire(path: str | Path) -> tuple[Path, list[str], int]:
    """Write questionnaire.xlsx and questionnaire.txt into a folder; a new one is made first.

    In the folder of a coalition the agencies of its roster are those that are asked about.

    Returns
    -------
    tuple
        The folder, the names of the files that are new in it, and how many agencies are asked
        about; none, where the rows are left blank.

    Raises
    ------
    CollabnetError
        If the folder holds something that is no coalition, or a questionnaire that is filled in,
        or can't be written.
    """
    folder = Path(path)
    is_coalition = folder.is_dir() and _is_coalition(folder)
    if not is_coalition:
        new_coalition(folder)
    agencies = _roster(folder) if is_coalition else {}
    made = {
        questionnaire_book.BOOK_FILE: questionnaire_book.questionnaire_book(agencies),
        # No byte order mark: Qualtrics wants its first line to begin the file.
        questionnaire_text.TEXT_FILE: questionnaire_text.questionnaire_text(agencies).encode(),
    }
    there = folder / questionnaire_book.BOOK_FILE
    if there.exists() and is_filled(there):
        raise CollabnetError(
            f"{there} is there already and filled in: it is not written over. Import it, or give "
            "it another name; then ask for the questionnaire again."
        )
    write_together(folder, made)
    names = [*made] if is_coalition else sorted(one.name for one in folder.iterdir())
    return folder, names, len(agencies)


def _is_coalition(folder: Path) -> bool:
    names = [SETTINGS_FILE, *(spec.file for spec in TABLES.values() if not spec.pattern)]
    return any((folder / name).is_file() for name in names)


def _roster(folder: Path) -> Mapping[str, str]:
    """The agencies by id, as far as the folder can be read; each with its name."""
    found = read_folder(Place(folder), None, date.today()).tables.get("agencies")
    if found is None:
        return {}
    frame = found.kept.reindex(columns=["agency_id", "name"]).fillna("")
    pairs = records(frame, "agency_id", "name")
    return dict(sorted((agency, name) for agency, name in pairs if agency))
