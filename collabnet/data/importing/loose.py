"""Read files that lie in no coalition's folder as a coalition; nothing is written."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from collabnet.data.folder import SETTINGS_FILE, Folder
from collabnet.data.importing.fitting import draft_files, read_drafts
from collabnet.data.importing.sources import Source, read_sources
from collabnet.data.issues import Ledger
from collabnet.data.place import Place
from collabnet.data.settings import read_answers
from collabnet.model.settings import Settings


def read_loose(paths: Sequence[Path], reading: Mapping[str, object] | None, today: date) -> Folder:
    """Read network or table files as a coalition, as far as they can be read.

    Rows that can't be used are left out and listed, as when a folder is read.
    """
    beside = Ledger("--reading")
    answers = read_answers({}, reading, Ledger(""), beside)
    sources = read_sources(paths, lambda _: answers, today)
    name = paths[0].stem
    folder = Folder(Settings(id=name, name=name), answers)
    if not _is_refused(beside, sources):
        place = Place(Path(name))
        drafts = draft_files(place, sources, beside)
        if not _is_refused(beside, sources):
            folder = read_drafts(place, drafts, {SETTINGS_FILE: b""}, today)
            folder.settings = Settings(id=name, name=name)
    read = [ledger for source in sources for ledger in source.ledgers.all]
    folder.sources = [ledger for ledger in read if ledger.n_read]
    folder.path = None
    folder.inputs = {s.given.name: s.opened.digest for s in sources if s.opened is not None}
    folder.ledgers = [beside, *read, *folder.ledgers]
    return folder


def _is_refused(beside: Ledger, sources: Sequence[Source]) -> bool:
    every = [beside, *(ledger for source in sources for ledger in source.ledgers.all)]
    return any(ledger.is_refused for ledger in every)
