"""Problems of network files: actors, ties and matrices as other programs write them."""

from collabnet.data.codes.base import Code
from collabnet.model.vocabulary import TIE_KIND

_TIE_KIND_SAID = (
    "say --reading tie_kind=referral (or, in its place, "
    f"{', '.join(term for term in TIE_KIND.terms[1:-1])} or {TIE_KIND.terms[-1]})"
)

NETWORKS = (
    Code(
        "network_header",
        "STOP",
        "The head of a network file can't be understood.",
        "{file} can't be read as {format}: {found}.",
        "Export it again from the program that made it, or correct its first lines.",
    ),
    Code(
        "too_many_actors",
        "STOP",
        "A network file announces more actors than a coalition's network can have.",
        "{file} announces {found} actors; at most {limit} are read.",
        "Correct the number in its first lines.",
    ),
    Code(
        "wrong_cell_count",
        "STOP",
        "A matrix has more or fewer cells than its size says.",
        "A matrix of {size} needs {expected} cells; {found}.",
        "Correct the size in the first lines, or export the file again: it may be cut off.",
    ),
    Code(
        "too_many_labels",
        "STOP",
        "More labels are given than there are actors.",
        "{count:label is|labels are} given for {expected} actors.",
        "Put labels with spaces in double quotes, or correct the number of actors.",
    ),
    Code(
        "matrix_not_square",
        "STOP",
        "A matrix of ties among the same actors has not as many rows as columns.",
        "The matrix has {rows} rows and {columns} columns; they must be the same actors.",
        "Add what is missing; or give rows and columns labels of their own for a matrix of two "
        "kinds of actors.",
    ),
    Code(
        "no_actors",
        "STOP",
        "A network file names nobody.",
        "{file} names no actors.",
        "Check that the export is complete.",
    ),
    Code(
        "duplicate_actor",
        "STOP",
        "An actor of a network file is declared twice.",
        "{value} is declared as an actor more than once.",
        "Give each actor an id of its own.",
    ),
    Code(
        "unknown_end",
        "STOP",
        "A tie of a network file names an actor that the file doesn't declare.",
        "A tie names {value}, which the file doesn't declare as an actor.",
        "Add the actor to the file, or correct the tie.",
    ),
    Code(
        "no_such_number",
        "ROW",
        "A tie names an actor by a number that the file has no actor for.",
        "{value} is not the number of an actor; they go from {low} to {high}.",
        "Correct the number.",
    ),
    Code(
        "network_line",
        "ROW",
        "A line of a network file is not what stands in this part of it.",
        "The line begins with {value}; {expected} is needed here.",
        "Correct or delete the line.",
    ),
    Code(
        "label_needs_quotes",
        "ROW",
        "A line has more words than a tie has: a label with a space, perhaps.",
        "The line has {found} words; a tie has two actors and at most one number.",
        "Put labels with spaces in double quotes.",
    ),
    Code(
        "actor_count",
        "NOTE",
        "A file names another number of actors than it announces.",
        "{file} announces {expected} actors; {found} are named.{kept}",
        "Check that nobody is missing.",
    ),
    Code(
        "repeated_label",
        "NOTE",
        "Two actors have the same label; they are kept apart.",
        "{count:actor has|actors have} a label that another has, the first of them {value}; each "
        "is kept apart with its number, as {read}.",
        "Nothing to do if they are different; else merge them in the file.",
    ),
    Code(
        "labels_cut",
        "NOTE",
        "Labels in capitals with 18 characters: an old program cut them.",
        "{count:label has|labels have} 18 characters and all are in capitals, such as {value}: "
        "cut by an old program, as it seems.",
        "Names of a roster that begin so are matched; check them.",
    ),
    Code(
        "cut_label_matched",
        "NOTE",
        "A label cut at 18 characters was matched to the name that begins so.",
        "{value} was read as {read}, whose first 18 characters it is.",
        "Nothing to do if that is right.",
    ),
    Code(
        "cut_label_unclear",
        "ASK",
        "A label cut at 18 characters may stand for several names.",
        "{value} may be cut from {found}.",
        "Which is it?",
        "cut_labels",
    ),
    Code(
        "missing_cells",
        "NOTE",
        "Cells of a matrix are marked as not known; they are read as no tie.",
        "{count:cell|cells} of the matrix, such as {value}, say that it isn't known whether there "
        "is a tie; read as no tie.",
        "Ask those who have not answered, if that is why.",
    ),
    Code(
        "matrix_order",
        "ASK",
        "Rows and columns of a matrix have the same labels in another order.",
        "Rows and columns have the same labels in another order: row {row_number} is {value}, the "
        "column there is {other}.",
        "Are cells meant as their labels say (by_label), or by place, with the row's labels for "
        "both (by_place)?",
        "matrix_order",
        ("by_label", "by_place"),
    ),
    Code(
        "matrix_kind",
        "ASK",
        "Rows and columns of a matrix may be the same actors or two kinds of actors.",
        "{found}.",
        "Are rows and columns the same actors (one_mode), or two kinds such as agencies and "
        "meetings (two_mode)?",
        "matrix_kind",
        ("one_mode", "two_mode"),
    ),
    Code(
        "matrix_or_survey",
        "ASK",
        "The headings of what may be a matrix read like questions of a survey, not like names.",
        "{file} may be answers to a survey: the heading {value} reads like a question, not like a "
        "name. As a matrix, each question would become an actor.",
        "Of a survey, save the answers to each question as a file of its own, such as "
        "survey_contact_2024.csv: respondent above the first column, and above the others the "
        "names of those asked about (the guide 'Use a survey' shows one). If it is a matrix "
        "of two kinds of actors, say so.",
        "matrix_kind",
        ("two_mode",),
    ),
    Code(
        "two_mode",
        "NOTE",
        "A network has two kinds of actors; ties join one kind to the other only.",
        "{file} has two kinds of actors: {first} and {second}; the column mode says which is "
        "which.",
        "Nothing to do.",
    ),
    Code(
        "direction_taken",
        "NOTE",
        "Nothing in the file says whether ties have a direction.",
        "{file} does not say whether ties have a direction; {found}, so they were read as {what}.",
        "Nothing to do if that is right.",
        "directed",
        ("yes", "no"),
    ),
    Code(
        "total_column",
        "ASK",
        "The last column of a matrix holds totals.",
        "The last column, {column}, looks like totals.",
        "Are they totals (drop), or is an actor called so (keep)?",
        "total_rows",
        ("drop", "keep"),
    ),
    Code(
        "both_ways",
        "NOTE",
        "Ties with and without direction stand in one file; the latter lead both ways.",
        "{count:tie has|ties have} no direction while others have one; each leads both ways.",
        "Nothing to do.",
    ),
    Code(
        "part_left_out",
        "NOTE",
        "A part of a network file holds neither actors nor ties; it was left out.",
        "The part {value} holds neither actors nor ties; it was left out.",
        "Nothing to do.",
    ),
    Code(
        "self_ties",
        "ASK",
        "Ties lead from somebody to the same.",
        "{count:tie leads|ties lead} from an actor to itself, the first of them from {value}.",
        "Keep them as hand-offs inside (measures leave them out), or leave them out?",
        "self_ties",
        ("leave_out", "keep"),
    ),
    Code(
        "self_ties_left_out",
        "NOTE",
        "Ties from somebody to the same were skipped, as was asked.",
        "Skipped {count:tie|ties} from an actor to itself, as self_ties says.",
        "Nothing to do.",
    ),
    Code(
        "equal_ties_merged",
        "NOTE",
        "Ties that stand more than once, alike in everything, became one.",
        "{count:tie repeats|ties repeat} another one in everything, the first of them {value}; "
        "each was merged with it.",
        "Nothing to do.",
    ),
    Code(
        "actors_taken_as",
        "NOTE",
        "Nothing in the file says whether its actors are agencies or people.",
        "{file} does not say whether its {count:actor is an agency|actors are agencies} or "
        "people; read as {what}.",
        "Nothing to do if that is right.",
        "actors",
        ("agencies", "people"),
    ),
    Code(
        "tie_kind_taken",
        "NOTE",
        "Nothing in a network file says what its ties are; they are read as contacts.",
        "{file} doesn't say what{which} its ties are; they were read as {found}.",
        f"If they are something else, {_TIE_KIND_SAID}.",
    ),
    Code(
        "tie_kind_not_known",
        "NOTE",
        "Ties of a network file are of a kind that is not known; they are kept and are no ways.",
        "{count:tie is|ties are} of a kind that is not known, such as {value}; kept as written. "
        "No referral and no working contact goes along such ties.",
        f"If they are of a known kind, {_TIE_KIND_SAID}.",
    ),
    Code(
        "agency_not_known",
        "NOTE",
        "People of a network file have no agency; they are entered under one called unknown.",
        "{count:person has|people have} no agency in {file}, the first of them {value}; entered "
        "under an agency called {what}.",
        "Enter their agencies in people.csv.",
    ),
)
