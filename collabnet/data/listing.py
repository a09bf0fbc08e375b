"""What else lies in a coalition folder: what is not read yet, and names that are nearly right."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from collabnet.data.issues import Ledger, listed, shown
from collabnet.model.specs import ANSWERS, TABLES

OURS = {
    "actions.csv",
    "coalition.toml",
    "corrections.csv",
    "crosswalk.csv",
    "disclosures.jsonl",
    "imports.csv",
    "letters.key",
    "rejects",
    "scenarios",
    *(spec.file for spec in TABLES.values() if not spec.pattern),
}
"""What a coalition's own files are called, surveys beside."""
_LATER = ("recipes",)
_LOGS = {"referrals", "ties"}
_COPIES = {"copy", "of", "final", "new"}
_SHEETS = {".csv", ".tsv", ".txt", ".xlsx", ".xls", ".xlsm", ".ods", ".numbers", ""}


@dataclass(frozen=True)
class Listing:
    """The names in a folder.

    Attributes
    ----------
    names : every name, hidden ones left out
    later : what belongs to a coalition and is not read yet
    other : what is left alone
    near : other files whose name is nearly a table's, with the table's
    """

    names: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    near: tuple[tuple[str, str], ...] = ()


def list_folder(path: Path, also: Collection[str] = ()) -> Listing:
    """List a folder, and files that are about to be in it; raises OSError as the system does."""
    return list_names(path, {*(one.name for one in path.iterdir()), *also})


def list_names(path: Path, given: Collection[str]) -> Listing:
    """Tell what the files of a folder are by their names."""
    # Files in folders inside are told by the folder's name.
    whole = {name.partition("/")[0] for name in given}
    names = sorted(name for name in whole if not name.startswith((".", "~$")))
    # On systems that don't tell capitals apart, Referrals.csv is referrals.csv.
    found = [*names, *(name for name in sorted(OURS - set(names)) if _opens(path / name, names))]
    later = tuple(name for name in names if name.lower().startswith(_LATER) and name not in OURS)
    rest = [name for name in names if name not in later and not _is_ours(name, found)]
    near = tuple((name, table) for name in rest if (table := _near(name)))
    other = tuple(
        name
        for name in rest
        if not name.upper().startswith(("README", "NOTICE")) and not is_form(name)
    )
    return Listing(tuple(found), later, other, near)


def is_form(name: str) -> bool:
    """Tell whether a file is a form by its name: as it is written, or as a copy that comes back.

    Examples
    --------
    >>> is_form("coalition.xlsx"), is_form("questionnaire_court.xlsx"), is_form("coalition.toml")
    (True, True, False)
    """
    return re.fullmatch(r"(coalition|questionnaire).*\.(xlsx|txt)", name.lower()) is not None


def _opens(path: Path, names: Collection[str]) -> bool:
    alike = any(name.lower() == path.name for name in names)
    return alike and path.exists()


def _is_ours(name: str, found: Collection[str]) -> bool:
    is_table = name in OURS or ANSWERS.is_file(name)
    return is_table or (name.lower() in OURS and name.lower() in found)


def _near(name: str) -> str:
    """The table that a file's name nearly says, whatever copying has added to it."""
    if Path(name).suffix.lower() not in _SHEETS:
        return ""
    said = re.findall(r"[^\W\d_]+", Path(name).stem.lower()[:50])
    stem = "".join(word for word in said if word not in _COPIES)
    if stem.startswith("survey"):
        return ANSWERS.file
    close = get_close_matches(stem, TABLES, n=1, cutoff=0.8)
    return TABLES[close[0]].file if close else ""


def note_listing(listing: Listing, tables: Collection[str], empty: Collection[str] = ()) -> Ledger:
    """Say what the folder lacks as a whole, and which file names are nearly right.

    ``tables`` are those that were read, ``empty`` those that are templates still.
    """
    ledger = Ledger("(folder)")
    has_log = not _LOGS.isdisjoint(tables) or any(map(ANSWERS.is_file, tables))
    is_misnamed = False
    for name, file in listing.near:
        table = file.removesuffix(".csv")
        if table in tables:
            continue
        stops = not has_log and table in _LOGS
        is_misnamed |= stops
        ledger.add("log_misnamed" if stops else "file_name_near", value=name, found=file)
    if has_log or is_misnamed:
        return ledger
    if empty and not tables:
        ledger.add("all_templates")
        return ledger
    if "agencies" in tables:
        ledger.add("coverage_only")
        return ledger
    found = f"it holds {listed([shown(name) for name in listing.names[:20]])}"
    ledger.add("nothing_to_read", found=found if listing.names else "it is empty")
    return ledger
