"""Forms in a coalition's folder: filled in, and not imported yet."""

from collections.abc import Collection
from pathlib import Path

from collabnet.data.importing.history import History
from collabnet.data.issues import Facts, Ledger, shown
from collabnet.data.listing import is_form
from collabnet.data.options import Answers
from collabnet.data.place import Place
from collabnet.data.readers.questionnaire import QUESTIONNAIRE
from collabnet.data.readers.template_workbook import TEMPLATE_WORKBOOK
from collabnet.data.sources.open import open_source
from collabnet.data.sources.opened import Ledgers


def note_forms(folder: Path) -> Ledger:
    """Note the forms in a folder that hold something which has not been imported.

    A form that nobody has filled in is never a problem, nor is one that was imported as it is.
    """
    ledger = Ledger("(folder)")
    names = sorted(one.name for one in folder.iterdir() if is_form(one.name))
    known = {line.sha256 for line in History.read(Place(folder)).lines} if names else set()
    for name in names:
        path = folder / name
        if path.suffix.lower() == ".xlsx" and path.is_file() and is_filled(path, known):
            told: Facts = {"value": name, "command": _command(path, folder)}
            ledger.add("form_to_import", **told)
    return ledger


def is_filled(path: Path, known: Collection[str] = ()) -> bool:
    """Whether a form holds something; not if it is one of those ``known`` by their SHA-256."""
    ledgers = Ledgers(path.name)
    opened = open_source(path, ledgers, Answers())
    if opened is None:
        # What is wrong with it, the import tells.
        return True
    if opened.digest in known:
        return False
    for program in (TEMPLATE_WORKBOOK, QUESTIONNAIRE):
        if program.recognise(opened):
            program.read(opened, ledgers, Answers())
            return all(problem.code != "form_untouched" for problem in ledgers.of().problems)
    return False


def _command(path: Path, folder: Path) -> str:
    # A command is to be copied: cut short it would be of no use.
    names = [text if (text := str(one)).isprintable() else shown(text) for one in (path, folder)]
    first, second = (f'"{name}"' if " " in name else name for name in names)
    return f"collabnet import {first} --into {second}"
