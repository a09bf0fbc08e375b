"""Templates: an empty coalition folder to start from."""

from importlib.resources import files
from pathlib import Path
from textwrap import wrap

from collabnet.data.files import write_folder
from collabnet.model.specs import TABLES, TableSpec

_TEXTS = ("coalition.toml", "README.txt", "NOTICE-to-staff.txt")
_VALUES = b"{allowed values}"


def table_template(spec: TableSpec) -> bytes:
    """Give an empty table: the header alone, in the form that Excel opens as UTF-8.

    Columns that hold ids of clients are left out: nobody should fill them in.
    """
    names = [column.file_name for column in spec.columns if column.role != "client"]
    return b"\xef\xbb\xbf" + ",".join(names).encode("utf-8") + b"\r\n"


def allowed_values() -> str:
    """List the columns that take certain words, table by table, with these words."""
    lines = []
    for spec in TABLES.values():
        chosen = [column for column in spec.columns if column.vocabulary]
        lines += [spec.file] if chosen else []
        for column in chosen:
            terms = ", ".join(filter(None, column.vocabulary.terms if column.vocabulary else ()))
            said = f"{column.file_name}: {terms}"
            lines += wrap(said, 96, initial_indent="  ", subsequent_indent="      ")
    return "\n".join(lines)


def new_coalition(path: str | Path) -> Path:
    """Write an empty coalition folder: each table's header, settings, and a notice for staff.

    Returns
    -------
    Path
        The folder.

    Raises
    ------
    CollabnetError
        If the folder is there and holds something, or can't be written.
    """
    folder = Path(path)
    made = {spec.file: table_template(spec) for spec in TABLES.values()}
    source = files("collabnet.data") / "templates"
    made |= {name: (source / name).read_bytes() for name in _TEXTS}
    made["README.txt"] = made["README.txt"].replace(_VALUES, allowed_values().encode("utf-8"))
    write_folder(folder, made)
    return folder
