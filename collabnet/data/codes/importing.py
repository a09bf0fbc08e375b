"""Problems of an import: what a file is, what its columns are, what is there already."""

from collabnet.data.codes.base import Code

IMPORTING = (
    Code(
        "not_recognised",
        "STOP",
        "The file is of no kind that can be read.",
        "{file} is of no kind that can be read: {found}.",
        "Export it as CSV or XLSX with one row a record; or name what wrote it with --reading "
        "program=NAME.",
    ),
    Code(
        "rows_unaccounted",
        "STOP",
        "Records of a file reached no table, and nothing says why. No file should do this.",
        "{count:record|records} of {read} in {file} would be lost, and nothing says why; nothing "
        "was imported. This is an error of collabnet.",
        "Import that file alone, or save it as CSV with one row a record; and please report it.",
    ),
    Code(
        "program_unclear",
        "ASK",
        "A file looks like the export of more than one program.",
        "{file} may be {found}.",
        "Which is it?",
        "program",
    ),
    Code(
        "table_unclear",
        "ASK",
        "The columns of a file don't tell which table of a coalition it is.",
        "It is not plain which table {file} is; its columns are {found}.",
        "Which table is it?",
        "table",
    ),
    Code(
        "columns_to_confirm",
        "ASK",
        "Columns were recognised by another name or by what they hold; nobody has confirmed it.",
        "The file would be read as {table}. {count:column is|columns are} not called as there and "
        "would be read so: {found}.",
        "If that is right, say {options}; else with other columns behind the equals signs (keep: "
        "kept under its own name; ignore: left out).",
        "map",
    ),
    Code(
        "column_needed",
        "ASK",
        "No column was recognised as one that the table needs.",
        "{table} needs {needed}; the columns of {file} are {found}.",
        'Say which one it is: --column "THEIR NAME={first}"; or, if it is the same in every row, '
        '--fill "{first}=VALUE".',
        "map",
    ),
    Code(
        "map_does_not_fit",
        "STOP",
        "The recipe or an option names a column that the file doesn't have.",
        "There is no column {missing}; the columns are {found}.",
        "Correct the name in the recipe or in --column; or, if this export doesn't have it, say "
        "{options}.",
    ),
    Code(
        "column_filled",
        "NOTE",
        "A column that the file lacks was given the same value in every row, as was asked.",
        "{column} is {value} in every row, as fill says.",
        "Nothing to do.",
    ),
    Code(
        "column_left_out",
        "NOTE",
        "A column was left out: it was said to be, or it tells who a client is.",
        "The column {column} was left out; nothing of it was stored.",
        "Nothing to do.",
    ),
    Code(
        "rows_corrected",
        "NOTE",
        "Rows were corrected on the screen before they were read; the file itself is as it was.",
        "{count:row was|rows were} corrected on the screen before the file was read.",
        "Correct the file too, else the next export brings the old text back.",
    ),
    Code(
        "same_file_again",
        "ASK",
        "The very file has been imported before.",
        "{file} has been imported before, on {found}, byte for byte.",
        "Leave it out (skip), or read it again (read)? Rows that are there already are not "
        "doubled.",
        "again",
        ("skip", "read"),
    ),
    Code(
        "file_skipped",
        "NOTE",
        "A file that had been imported before was left out, as was asked.",
        "{file} was left out, as again says: it has been imported before.",
        "Nothing to do.",
    ),
    Code(
        "already_there",
        "NOTE",
        "Rows of the file are in the coalition already; they were not doubled.",
        "{count:row is|rows are} in {table} already; nothing was doubled.",
        "Nothing to do.",
    ),
    Code(
        "row_changed",
        "ASK",
        "Rows with an id that was imported before read otherwise now.",
        "{count:row has an id|rows have ids} that {table} has from this export already, with other "
        "content.",
        "Leave what is there (keep), or take the new reading (replace)?",
        "changed_rows",
        ("keep", "replace"),
    ),
    Code(
        "rows_gone",
        "ASK",
        "Rows that came from this export before are not in it any more, and others are new.",
        "{table}: {count:row that came from this export before is|rows that came from this export "
        "before are} not in it any more, and {new:row is|rows are} new. It may have been "
        "corrected, or be of another period.",
        "Leave what is there and add what is new (keep), or take away what is not in the file any "
        "more (replace)?",
        "changed_rows",
        ("keep", "replace"),
    ),
    Code(
        "known_differs",
        "ASK",
        "An agency or a person is in the coalition already, with other details.",
        "{table}: {count:row|rows} would give other details to an id that is there, the first to "
        "{value} ({found}).",
        "Leave what is there (keep), or take the new details (replace)?",
        "known_actors",
        ("keep", "replace"),
    ),
    Code(
        "into_other_folder",
        "ASK",
        "The folder to import into holds other documents, and nothing of a coalition.",
        "The folder {found} and is no coalition's yet.",
        "Write the coalition's files among them? A folder of its own is easier to keep apart: "
        "--into with a new name.",
        "into",
        ("yes",),
    ),
    Code(
        "cannot_add",
        "STOP",
        "The coalition's own file is not in a form to which rows can be added.",
        "{table} can't be added to: {why}.",
        "Correct it first; collabnet check shows what is wrong with it.",
    ),
    Code(
        "rejects_to_accept",
        "ASK",
        "Some rows can't be used; an import is all or nothing unless that is accepted.",
        "{count:row|rows} of {file} can't be used; the others can.",
        "Correct them in the file; or import the others and keep these in a file of rejects, to "
        "be corrected and read again.",
        "accept_rejects",
        ("yes",),
    ),
)
