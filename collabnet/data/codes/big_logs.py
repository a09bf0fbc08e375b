"""Problems of large logs that are counted without being loaded."""

from collabnet.data.codes.base import Code

BIG_LOGS = (
    Code(
        "log_not_utf8",
        "STOP",
        "A large log isn't UTF-8 text.",
        "Line {line} of {file} is not UTF-8 text.",
        "Save the file as UTF-8; or name its encoding: --reading encoding=cp1252.",
    ),
    Code(
        "log_row_by_row",
        "NOTE",
        "A log was read row by row, which takes longer, since it is written in an unusual way.",
        "{file} was read row by row, which takes longer: {why}.",
        "Nothing to do; a file with plain quotes and line ends is read faster.",
    ),
    Code(
        "log_columns_not_read",
        "NOTE",
        "Columns that the count doesn't need were not read.",
        "{count:column was|columns were} not read: {found}.",
        "Nothing to do; to count by another column say --column service=NAME.",
    ),
    Code(
        "log_ids_not_compared",
        "NOTE",
        "Ids of referrals are not compared, so a row that stands twice is counted twice.",
        "referral_id was not read: a row that stands twice is counted twice.",
        "Nothing to do if the log was exported once; else read it in parts with collabnet check.",
    ),
    Code(
        "log_column_missing",
        "STOP",
        "A column that was named for the count isn't in the file.",
        "{file} has no column {value}; found {found}.",
        "Name one of these: --column date=NAME.",
    ),
    Code(
        "log_given_twice",
        "STOP",
        "The same log was given twice, so every referral would count twice.",
        "{file} is the same as {value}.",
        "Name each log once.",
    ),
    Code(
        "log_not_readable",
        "STOP",
        "A file can't be read as Parquet.",
        "{file} can't be read as Parquet: it is damaged or cut off.",
        "Export it again, or save it as CSV.",
    ),
    Code(
        "log_outside_period",
        "NOTE",
        "Rows outside the period that was asked for were skipped.",
        "{count:row lies|rows lie} outside {found}; skipped.",
        "Nothing to do.",
    ),
    Code(
        "log_blank_rows",
        "NOTE",
        "Blank rows of a large log were skipped.",
        "{count:row is|rows are} blank; skipped.",
        "Nothing to do.",
    ),
)
