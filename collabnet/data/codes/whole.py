"""Problems of privacy, of coalition.toml, and of the folder as a whole."""

from collabnet.data.codes.base import Code

PRIVACY = (
    Code(
        "client_ids_dropped",
        "NOTE",
        "Ids of clients are never stored.",
        "The column {column} holds ids of clients: {count:cell was|cells were} dropped and not "
        "stored.",
        "Nothing to do; leave the column out of the next export.",
    ),
    Code(
        "personal_column",
        "STOP",
        "A column's name says that it tells who a client is, or how to find somebody.",
        "The column {column} seems to hold {found}; nothing of it was stored.",
        "Remove the column; or leave it out: {drop}; or, if it holds no such thing, keep it: "
        "{accept}.",
    ),
    Code(
        "personal_values",
        "STOP",
        "Cells look like a social security number, a phone number, an address or the like.",
        "{count:cell|cells} of {column} with what looks like {found}; nothing of it was stored.",
        "Remove them from the file; or leave the column out: {drop}; or, if they are no such "
        "thing, keep it: {accept}.",
    ),
    Code(
        "column_dropped",
        "NOTE",
        "A column was left out, as was asked.",
        "The column {column} was left out, as drop says.",
        "Nothing to do.",
    ),
    Code(
        "column_accepted",
        "NOTE",
        "A column that seemed to hold personal details was kept, as was asked.",
        "The column {column} seems to hold {found}; it was kept, as accept says.",
        "Nothing to do.",
    ),
)
SETTINGS = (
    Code(
        "no_settings",
        "NOTE",
        "The folder has no coalition.toml; defaults are used.",
        "There is no coalition.toml: name and period are taken from the folder and the log.",
        "Add one to state name, period and boundary; collabnet new DIR writes an example.",
    ),
    Code(
        "settings_syntax",
        "STOP",
        "coalition.toml isn't TOML.",
        "coalition.toml can't be read: {why}.",
        'Correct that line; texts stand in double quotes: name = "Site B".',
    ),
    Code(
        "unknown_setting",
        "NOTE",
        "A setting isn't known; it has no effect.",
        "The setting {value} is not known and has no effect.{near}",
        "Correct its name, or remove it.",
    ),
    Code(
        "setting_not_used",
        "NOTE",
        "A setting belongs to something that isn't read yet.",
        "The setting {value} is for something that is not read yet.",
        "Nothing to do.",
    ),
    Code(
        "wrong_setting",
        "STOP",
        "A setting has a value that it can't have.",
        "The setting {name} needs {needed}; got {value}.",
        "Correct it.",
    ),
    Code(
        "period_ahead",
        "NOTE",
        "The period stated in coalition.toml begins or ends in the future.",
        "{name} is {value} and lies ahead: nobody knows yet what happens until then. Up to that "
        "day the first or last month in the log counts instead.",
        "Nothing to do if the period isn't over yet; else correct the date.",
    ),
    Code(
        "wrong_assumption",
        "STOP",
        "An assumption lies outside the values that it can take.",
        "The assumption {name} needs {needed}; got {value}.",
        "Correct it, or remove the line.",
    ),
    Code(
        "unknown_in_settings",
        "NOTE",
        "coalition.toml names an agency or a person that no table has.",
        "{name} names the {what} {value}, which is in no table.{near}",
        "Correct the id in coalition.toml.",
    ),
    Code(
        "unlisted_in_settings",
        "NOTE",
        "coalition.toml names a role or a sector that is not on the field's list; it is kept.",
        "{name} names the {found} {value}, which is not on the list and is kept as written.{near}",
        "Correct it, or leave it if people.csv or agencies.csv writes it in the same way.",
    ),
)
FOLDER = (
    Code(
        "rejects_waiting",
        "NOTE",
        "Rows that an import could not use are kept aside.",
        "Rows that could not be imported wait in {found}.",
        "Correct them there and import the file: collabnet import FILE --into FOLDER.",
    ),
    Code(
        "purge_unfinished",
        "NOTE",
        "A purge was interrupted: what it was to remove is still in the folder.",
        "A purge of this folder was interrupted, or is under way: old bytes are still there.",
        "Once no purge runs any more, run it again: collabnet purge FOLDER.",
    ),
    Code(
        "nothing_to_read",
        "STOP",
        "The folder has none of the tables that an answer needs.",
        "The folder has no referrals.csv, ties.csv, survey_*.csv or agencies.csv that could be "
        "read; {found}.",
        "Add one of them; collabnet new DIR writes templates.",
    ),
    Code(
        "log_misnamed",
        "STOP",
        "There is no log and no table of ties, and a file's name is nearly that of one.",
        "{value} was not read, and there is no referrals.csv or ties.csv; it may be {found}.",
        "Rename it {found} if it is, as a CSV file; else move it out of the folder.",
    ),
    Code(
        "all_templates",
        "STOP",
        "The folder is as new: nobody has filled in a table.",
        "All files are empty templates.",
        "Begin with referrals.csv or ties.csv.",
    ),
    Code(
        "coverage_only",
        "NOTE",
        "There are agencies, but neither referrals nor ties: coverage only.",
        "There is neither a log of referrals nor a table of ties: only coverage can be told.",
        "Add referrals.csv or ties.csv.",
    ),
    Code(
        "file_name_near",
        "NOTE",
        "A file's name is nearly that of a table; it wasn't read.",
        "{value} was not read; it may be {found}.",
        "Rename it if it is, as a CSV file.",
    ),
    Code(
        "inconsistent",
        "STOP",
        "The tables don't fit each other.",
        "{why}",
        "Correct the tables.",
    ),
)
