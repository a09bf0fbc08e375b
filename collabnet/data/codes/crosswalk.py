"""Problems of names: spellings that mean the same, and the decisions about them."""

from collabnet.data.codes.base import Code

CROSSWALK = (
    Code(
        "name_read_as",
        "NOTE",
        "A name was read as the id that it means beyond doubt, or as crosswalk.csv decides.",
        "{value} in {column} was read as {found}: {how} ({count:row|rows}).",
        "Nothing to do if it is the same; else say so with collabnet names.",
    ),
    Code(
        "spellings_alike",
        "NOTE",
        "Two spellings differ in what can hardly be seen; no roster says whether they are one.",
        "{value} ({count:row|rows}) and {other} in {column} are hard to tell apart; they are kept "
        "apart.",
        "Say whether they are the same with collabnet names.",
    ),
    Code(
        "names_to_settle",
        "NOTE",
        "Names that are no ids are likely the same as another name; each counts as itself.",
        "{found} may mean the same as another, such as {value} and {other}.",
        "Settle them first: {command}",
    ),
    Code(
        "initials_of_whom",
        "ASK",
        "A cell may hold the initials of a person who is known.",
        "{value} in {column} may be the initials of {found} ({count:row|rows}).",
        "Say once who it is, with collabnet names; or take initials as they are written (keep), or "
        "read them as unknown (unknown)?",
        "initials",
        ("keep", "unknown"),
    ),
    Code(
        "crosswalk_line",
        "ROW",
        "A line of crosswalk.csv can't be used.",
        "The line can't be used: {why}.",
        "Correct it; nothing of it counts until then.",
    ),
    Code(
        "crosswalk_unknown_id",
        "NOTE",
        "crosswalk.csv names an id that no table has; the line has no effect.",
        "{value} is said to mean {found}, which is in no table; the line has no effect.",
        "Correct the id, or add it to the roster.",
    ),
    Code(
        "crosswalk_of_id",
        "NOTE",
        "crosswalk.csv decides about a spelling that is an id; ids stand for themselves.",
        "{value} is an id itself, so that the line has no effect.",
        "Rename the id in the file that has it, if it is somebody else's.",
    ),
    Code(
        "nothing_to_undo",
        "NOTE",
        "A line of crosswalk.csv undoes a decision that isn't there.",
        "There is no decision about {value} to undo.",
        "Nothing to do.",
    ),
    Code(
        "crosswalk_columns",
        "STOP",
        "crosswalk.csv isn't a crosswalk.",
        "crosswalk.csv needs one column each of {needed}; found {found}.",
        "Correct the first row, or move the file out of the folder; it was left as it is.",
    ),
    Code(
        "crosswalk_newer",
        "STOP",
        "crosswalk.csv was written by a newer version of collabnet.",
        "crosswalk.csv was written in version {found}; this collabnet reads version {ours}.",
        "Use the newer collabnet; the file was left as it is.",
    ),
)
