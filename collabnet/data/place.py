"""The files of a coalition: those of its folder, and before them those about to be written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from collabnet.data.files import read_bytes
from collabnet.data.issues import Ledger
from collabnet.data.listing import Listing, list_folder, list_names
from collabnet.data.store import pending


@dataclass(frozen=True)
class Place:
    """Where a coalition's files are.

    Attributes
    ----------
    path : the folder; it need not be there when ``over`` has the files
    over : contents by file name, which count before those of the folder
    """

    path: Path
    over: Mapping[str, bytes] = field(default_factory=dict)

    def listing(self) -> Listing:
        """List the files; raises OSError as the system does."""
        if self.over and not self.path.is_dir():
            return list_names(self.path, list(self.over))
        return list_folder(self.path, [*self.over, *pending(self.path)])

    def read(self, name: str, ledger: Ledger) -> bytes | None:
        """Give the bytes of a file, or say in the ledger why that can't be."""
        if name in self.over:
            return self.over[name]
        waiting = pending(self.path).get(name) if self.path.is_dir() else None
        return read_bytes(waiting or self.path / name, ledger)
