"""Problems of network files that are XML, GML, JSON or sheets of nodes and edges."""

from collabnet.data.codes.base import Code

_EXPORT = "Export the file again from the program that made it."

DOCUMENTS = (
    Code(
        "xml_syntax",
        "STOP",
        "The file is no well-formed XML.",
        "{file} is not well-formed XML: {why} in line {line}, character {position}.",
        "Correct the line; if the file is cut off, export it again from the program that made it.",
    ),
    Code(
        "xml_too_deep",
        "STOP",
        "Elements of an XML file are nested deeper than in any network file.",
        "From line {line} on elements of {file} are nested more than {limit} deep.",
        _EXPORT,
    ),
    Code(
        "gml_syntax",
        "STOP",
        "The file is not written as GML is.",
        "{file} is not GML: {why} in line {line}.",
        f"Correct the line. {_EXPORT}",
    ),
    Code(
        "no_network",
        "STOP",
        "The file holds no network in the format that it should be in.",
        "{file} holds no network as {format} writes it: {found}.",
        f"Name the format that it is in, or check that it is the right file. {_EXPORT}",
    ),
    Code(
        "unknown_key",
        "NOTE",
        "Values stand under a key that the file does not declare; they are kept as text.",
        "{count:value stands|values stand} under {value}, which {file} does not declare; kept as "
        "text under that name.",
        "Nothing to do.",
    ),
    Code(
        "wrong_type",
        "NOTE",
        "A value isn't of the type that the file declares; it is kept as text.",
        "{column} has {count:value|values} that {file} says to be of the type {expected} and that "
        "are not, such as {value}; kept as text.",
        "Correct the values, if they are to be numbers.",
    ),
    Code(
        "drawing_left_out",
        "NOTE",
        "Positions, sizes and colours of a drawing are no part of a network; they were left out.",
        "Positions, sizes or colours of the drawing in {file} were left out.",
        "Nothing to do.",
    ),
    Code(
        "direction_not_said",
        "NOTE",
        "The file doesn't say whether its ties have a direction; what its program means was taken.",
        "{file} does not say whether its ties have a direction; read as ties {found} one.",
        "Nothing to do if that is right.",
        "directed",
        ("yes", "no"),
    ),
    Code(
        "tie_of_many",
        "ROW",
        "A tie joins more than two actors at once.",
        "The hyperedge joins several actors at once.",
        "Write it as ties of two actors each.",
    ),
    Code(
        "strength_from",
        "NOTE",
        "An attribute of ties that is not called strength or weight was read as their strength.",
        "The attribute {value} was read as the strength of ties.",
        "If it means something else, rename it in the file.",
    ),
    Code(
        "strength_in_words",
        "NOTE",
        "The strength or weight of ties is given in words; it is kept as an attribute.",
        "The {column} of ties is given in words, such as {value}; it is kept as {found}.",
        "Write numbers, if measures are to use it.",
    ),
    Code(
        "values_over_time",
        "NOTE",
        "An attribute has several values, each for a time; all were kept in one text.",
        "{count:attribute has|attributes have} several values over time, the first of them "
        "{value}; all were kept, with their times, in one text.",
        "Nothing to do.",
    ),
    Code(
        "not_an_entry",
        "ROW",
        "An entry of a JSON list of actors or ties lacks what names it.",
        "The entry lacks {expected}.",
        "Add it, or delete the entry.",
    ),
    Code(
        "sheet_left_out",
        "NOTE",
        "A sheet of a workbook holds neither actors nor ties; it was left out.",
        "The sheet {value} holds neither actors nor ties; it was left out.",
        "Nothing to do.",
    ),
    Code(
        "direction_word",
        "ROW",
        "The direction of a tie is given by a word that the program does not have.",
        "The direction is {value}; {expected} are known.",
        "Write one of these.",
    ),
    Code(
        "choose_actor_label",
        "STOP",
        "Two actors have the same label and ties name actors by their labels.",
        "Two elements are called {value} and have no id of their own, so ties can't tell them "
        "apart.",
        "Give each an ID and use it in the ties, or merge the two.",
    ),
)
