"""Tell network files from coalitions and tables, and read them as networks."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from collabnet.data.importing.sources import choose_program
from collabnet.data.issues import Ledger
from collabnet.data.networks.formats import FORMATS
from collabnet.data.networks.read import GEPHI_FILES, is_gephi_folder, read_file, read_opened
from collabnet.data.networks.reading import NetworkReading
from collabnet.data.settings import read_answers
from collabnet.data.sources.open import open_source
from collabnet.data.sources.opened import Ledgers


@dataclass(frozen=True)
class NetworkFile:
    """A network file as it was read, and the SHA-256 of each file that it consists of."""

    reading: NetworkReading
    inputs: Mapping[str, str]


def read_if_network(path: Path, reading: Mapping[str, object] | None) -> NetworkFile | None:
    """Read a network file as a network; None for whatever else a coalition is loaded from.

    What a file is, is told just as where it is loaded as a coalition. What can't be told, or not
    be opened, gives None as well: loading it says why.

    Raises
    ------
    ReadingError, ChoiceNeededError
        If it is a network file, and is refused.
    """
    if path.is_dir():
        if not is_gephi_folder(path):
            return None
        found = read_file(path, reading=reading)
        files = [path / name for name in GEPHI_FILES if (path / name).exists()]
        return NetworkFile(
            found, {one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in files}
        )
    beside, ledgers = Ledger("--reading"), Ledgers(path.name)
    answers = read_answers({}, reading, Ledger(""), beside)
    opened = open_source(path, ledgers, answers)
    program = None if opened is None else choose_program(opened, ledgers.of(), answers)
    if opened is None or program is None or program.name not in FORMATS:
        return None
    if any(one.is_refused for one in (beside, *ledgers.all)):
        return None
    found = read_opened(opened, ledgers, answers, FORMATS[program.name])
    return NetworkFile(found, {opened.name: opened.digest})
