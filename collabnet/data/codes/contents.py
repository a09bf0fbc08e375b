"""Problems of a file as a whole: whether it is text, and in which encoding."""

from collabnet.data.codes.base import Code

_SAVE = "Open it in the program that wrote it and save it as CSV (UTF-8)."

CONTENTS = (
    Code(
        "not_a_file",
        "STOP",
        "The name belongs to a folder, a pipe or a device.",
        "{file} is {what}, not a file.",
        "Put a CSV file of this name there, or remove it.",
    ),
    Code(
        "folder_given",
        "STOP",
        "The name that was given for a file is that of a folder.",
        "{file} is a folder, not a file.",
        "Name the files in it that are to be read{such}.",
    ),
    Code(
        "cannot_open",
        "STOP",
        "The file can't be opened: it is not there, permission, a lock, a broken link.",
        "{file} can't be opened: {why}.",
        "{todo}",
    ),
    Code(
        "changed_while_read",
        "STOP",
        "Somebody wrote to the file while it was read.",
        "{file} changed while it was read.",
        "Wait until it is saved, then read again.",
    ),
    Code(
        "file_too_large",
        "STOP",
        "The file is larger than a table of a coalition can be.",
        "{file} has {found} megabytes; at most {limit} are read.",
        "Check that it is the right file, or split it by period; of a large log collabnet count "
        "FILE gives the pathways.",
    ),
    Code(
        "empty_file",
        "STOP",
        "The file has no content.",
        "{file} is an empty file.",
        "Export it again, or delete it.",
    ),
    Code(
        "spreadsheet_file",
        "STOP",
        "The content is a workbook, whatever the file is called.",
        "{file} is {what}, not CSV text.",
        "Open it in Excel or LibreOffice, choose Save As, CSV UTF-8, and keep the name {file}.",
    ),
    Code(
        "archive_file",
        "STOP",
        "The content is compressed.",
        "{file} is {what}, not CSV text.",
        "Unpack it and put the CSV file inside into the folder.",
    ),
    Code(
        "web_page",
        "STOP",
        "The content is a web page or XML, as some exports called .xls are.",
        "{file} is {what}, not CSV text.",
        "Open it in Excel or LibreOffice and save it as CSV (UTF-8); a page that asks to sign in "
        "means that the download failed.",
    ),
    Code(
        "not_text",
        "STOP",
        "The content is a picture, a document or another binary file.",
        "{file} is {what}, not CSV text.",
        _SAVE,
    ),
    Code(
        "nul_tail",
        "STOP",
        "The file ends in zero bytes: a copy was cut off.",
        "{file} ends in {count} zero bytes: the copy was cut off.",
        "Copy or export it again.",
    ),
    Code(
        "line_too_long",
        "STOP",
        "A single line is longer than any row can be.",
        "A line of {file} has more than {limit} characters.",
        "Check the line ends of the export; a table has one row to a line.",
    ),
    Code(
        "utf16",
        "NOTE",
        "The file is UTF-16, as Excel's Unicode text is; it is read as such.",
        "{file} is written in UTF-16 and was read as such.",
        "Nothing to do; UTF-8 is the safer choice for the next export.",
    ),
    Code(
        "encoding_unclear",
        "ASK",
        "The file isn't UTF-8 and can be read in more than one way.",
        "{file} is not UTF-8. {readings}",
        "Choose the reading that is right.",
        "encoding",
        ("cp1252", "mac_roman"),
    ),
    Code(
        "mixed_encodings",
        "STOP",
        "Parts of the file are UTF-8 and parts are not.",
        "{file} mixes UTF-8 with another encoding: byte {byte} at character {position} of the line "
        "isn't UTF-8, other places are.",
        "Save the parts it was pasted from as UTF-8, then join them again.",
    ),
    Code(
        "wrong_encoding",
        "STOP",
        "The encoding that was named can't read the file.",
        "{file} can't be read as {encoding}: {why}.",
        "Name another encoding, or save the file as CSV (UTF-8).",
    ),
    Code(
        "mojibake",
        "NOTE",
        "Text was decoded wrongly before it came here, as in CafÃ©; it is kept as it is.",
        "{count:cell seems|cells seem} to have been decoded wrongly before this reading; this "
        "one may be {repaired}.",
        "Export again as UTF-8, or correct the words.",
    ),
    Code(
        "replacement_character",
        "NOTE",
        "A character was lost before the file came here.",
        "{count:cell holds|cells hold} the sign for a lost character; it was lost before this "
        "reading.",
        "Export again from the source, or correct the words.",
    ),
    Code(
        "control_character",
        "ROW",
        "A cell holds an invisible control character, such as a zero byte.",
        "The cell holds the control character {found}.",
        "Retype the cell.",
    ),
    Code(
        "cell_too_long",
        "ROW",
        "A cell is longer than 131,072 characters.",
        "The cell has {found} characters; at most {limit} are read.",
        "Shorten the cell, or look for a missing quote mark.",
    ),
)
