"""Problems of the forms that people fill in: the workbook of a coalition, and the questionnaire."""

from collabnet.data.codes.base import Code

FORMS = (
    Code(
        "form_untouched",
        "NOTE",
        "A form came back as it was: nobody has filled it in.",
        "Nothing is filled in in {file}; nothing was imported from it.",
        "Fill it in, save it, and import it again.",
    ),
    Code(
        "sheets_empty",
        "NOTE",
        "Sheets of the workbook hold no rows.",
        "{count:sheet holds|sheets hold} nothing below the names of the columns: {found}.",
        "Nothing to do.",
    ),
    Code(
        "sheets_not_tables",
        "NOTE",
        "Sheets of the workbook are none of a coalition's tables.",
        "Not read, as {count:sheet is|sheets are} none of a coalition's tables: {found}.",
        "Nothing to do; or name the sheet after a table, with its columns.",
    ),
    Code(
        "form_to_import",
        "NOTE",
        "A form in the folder is filled in, and its rows have not been imported.",
        "{value} is filled in, and what it holds now has not been imported: it is not read here.",
        "Import it: {command}",
    ),
    Code(
        "questionnaire_agency",
        "ASK",
        "Nobody says for which agency the questionnaire was answered.",
        "It is not said for which agency the questionnaire was answered.",
        "Choose it on the sheet Your agency; or name it: --reading answered_for=ID.",
        "answered_for",
    ),
    Code(
        "new_agencies",
        "ASK",
        "Agencies were typed in that were not on the questionnaire's list.",
        "{count:agency was|agencies were} typed in, not chosen from a list: {found}.",
        "Are they new to the coalition, to be added under these names (add); or are they there "
        "already, to be looked up by their names (look_up)?",
        "new_agencies",
        ("add", "look_up"),
    ),
    Code(
        "sent_in_numbers",
        "ASK",
        "A platform's export has bare numbers where the questionnaire offers words.",
        "{count:answer|answers} to how many were sent in bare numbers, such as {value}; they may "
        "be the numbers of the choices.",
        "Export the choices as text, not as codes; if they are counts, say so.",
        "sent_numbers",
        ("counts",),
    ),
    Code(
        "no_partner",
        "ROW",
        "A row of the questionnaire has answers and names no partner agency.",
        "The row has answers, and {column} is empty.",
        "Name the partner agency, or empty the row.",
    ),
    Code(
        "not_a_choice",
        "ROW",
        "An answer is none of those that the questionnaire offers.",
        "{value} is not an answer to {column}; it takes {needed}.",
        "Choose one of these, or leave the cell empty.",
    ),
    Code(
        "personal_answer",
        "ROW",
        "An answer seems to hold what must not be stored.",
        "The answer to {column} looks like {found}; nothing of it was stored.",
        "Write the role of the person, nothing else.",
    ),
    Code(
        "own_row",
        "NOTE",
        "The agency that answered was asked about itself.",
        "{value} answered about itself too; that was left out.",
        "Nothing to do.",
    ),
    Code(
        "none_sent",
        "NOTE",
        "Nobody is sent, and yet somebody makes the call: no tie was made of it.",
        "{count:answer says|answers say} that nobody was sent and still who makes the call; no tie "
        "was made of it.",
        "Nothing to do; correct the number if somebody was sent.",
    ),
    Code(
        "one_caller_taken",
        "NOTE",
        "It was not said whether several people make the call; one was taken.",
        "{count:caller is|callers are} taken as one person each, since it is not said whether "
        "several make the call; first {value}.",
        "Ask, and answer caller_is.",
    ),
    Code(
        "caller_not_named",
        "NOTE",
        "Young people are sent, and nobody says who makes the call.",
        "{count:answer names|answers name} nobody who makes the call; that the agency sends is "
        "kept, who does it is not known.",
        "Ask who makes the call.",
    ),
    Code(
        "second_not_answered",
        "NOTE",
        "It was not answered who else could make the call; that is not known, and not a no.",
        "{count:answer names|answers name} who makes the call and not who else could: whether "
        "somebody else could is not known, first for {value}.",
        "Ask; where nobody could, answer nobody.",
    ),
    Code(
        "agency_answered_twice",
        "ASK",
        "An export has several responses for one agency.",
        "{count:response is|responses are} for {value}.",
        "Which counts: the first, or the last?",
        "answered_twice",
        ("first", "last"),
    ),
    Code(
        "agency_answer_chosen",
        "NOTE",
        "Of several responses for one agency one was taken, as was asked.",
        "{count:response|responses} for {value} left out, as answered_twice says.",
        "Nothing to do.",
    ),
    Code(
        "not_in_earnest",
        "NOTE",
        "Responses of an export are previews or tests of the survey.",
        "{count:response is a preview or a test|responses are previews or tests}; left out.",
        "Nothing to do.",
    ),
    Code(
        "post_said_twice",
        "ASK",
        "One post is answered for differently in two places.",
        "The post {value} has {found}.",
        "Which counts?",
        "post_answers",
        ("first", "last"),
    ),
)
