"""Templates: an empty coalition folder to start from."""

import json
from importlib.resources import files
from pathlib import Path
from textwrap import wrap

from collabnet.data.files import write_folder
from collabnet.data.forms.template_book import BOOK_FILE, form_columns, template_book
from collabnet.data.writers.cells import excel_csv
from collabnet.model.specs import TABLES, TableSpec

_TEXTS = ("coalition.toml", "README.txt", "NOTICE-to-staff.txt")
_VALUES = b"{allowed values}"


def table_template(spec: TableSpec) -> bytes:
    """Give an empty table: the header alone, in the form that Excel opens as UTF-8.

    Columns that hold ids of clients are left out: nobody should fill them in; so is what an
    import fills in itself.
    """
    names = [column.file_name for column in form_columns(spec)]
    return excel_csv([names])


def is_template(data: bytes) -> bool:
    """Tell whether a file is a table's template that nobody has filled in."""
    return any(data == table_template(spec) for spec in TABLES.values())


def settings_template(name: str) -> bytes:
    """Give the coalition.toml of a new coalition: its name, the other settings as comments."""
    text = (files("collabnet.data") / "templates" / "coalition.toml").read_text("utf-8")
    return text.replace('"Our coalition"', json.dumps(name, ensure_ascii=False)).encode("utf-8")


def staff_notice() -> dict[str, bytes]:
    """Give the notice to staff, by its file's name."""
    name = "NOTICE-to-staff.txt"
    return {name: (files("collabnet.data") / "templates" / name).read_bytes()}


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

    The tables are there twice: as CSV files, and as one workbook with lists to choose from.

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
    # A survey has no template: its questions are the coalition's own, and each wave has a file.
    made = {spec.file: table_template(spec) for spec in TABLES.values() if not spec.pattern}
    source = files("collabnet.data") / "templates"
    made |= {name: (source / name).read_bytes() for name in _TEXTS}
    made["README.txt"] = made["README.txt"].replace(_VALUES, allowed_values().encode("utf-8"))
    made[BOOK_FILE] = template_book()
    write_folder(folder, made)
    return folder
