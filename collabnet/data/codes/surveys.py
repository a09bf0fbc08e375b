"""Problems of the surveys in a coalition folder: who answered, of whom, in which wave."""

from collabnet.data.codes.base import Code

SURVEYS = (
    Code(
        "question_not_named",
        "ASK",
        "A survey doesn't say which question its answers belong to.",
        "Neither a column nor the name of {file} says which question was asked.",
        'Put the question into a column, or beside the wave: [files."{file}"] in coalition.toml '
        'with a line question = "contact".',
        "question",
        ("contact", "referral", "information", "trust", "advice"),
    ),
    Code(
        "matrix_rows_differ",
        "ASK",
        "In a matrix of answers some respondents are in no column, while others are.",
        "{count:respondent of the matrix is|respondents of the matrix are} in no column, such as "
        "{value}, though others are.",
        "Were they asked but not on the list (kept), or is a label misspelt (then correct it)?",
        "matrix_rows",
        ("kept",),
    ),
    Code(
        "own_answers",
        "NOTE",
        "A matrix has answers of respondents about themselves; they are left out.",
        "{count:answer is|answers are} about the respondent itself, first of {value}; left out.",
        "Nothing to do.",
    ),
    Code(
        "answer_in_words",
        "NOTE",
        "An answer about a tie is neither a number nor yes or no: it is kept, and says neither.",
        "{value} stands in {count:answer|answers} and is neither a number nor yes or no; kept, but "
        "not known to be a tie or none.",
        "Say what number it stands for under [survey.values] in coalition.toml.",
    ),
    Code(
        "answered_twice",
        "ASK",
        "A respondent answered the same question about the same actor twice, differently.",
        "{value} answered {question} twice or more in wave '{wave}', such as '{first}' and "
        "'{other}'{about} ({count:answer|answers} in all).",
        "Which counts: the first answer, or the last?",
        "answered_twice",
        ("first", "last"),
    ),
    Code(
        "answer_repeated",
        "NOTE",
        "A respondent's answer stands more than once; one is kept.",
        "{count:answer repeats|answers repeat} another, the first of them by {value}; skipped.",
        "Nothing to do.",
    ),
    Code(
        "answers_chosen",
        "NOTE",
        "Of two different answers one was kept, as was asked.",
        "{count:answer was|answers were} skipped: the {found} one counts, as answered_twice says.",
        "Nothing to do.",
    ),
    Code(
        "wave_in_two_files",
        "ASK",
        "Two files of a survey have the same wave and the same question.",
        "{file} and {other} both say wave '{wave}', and both ask {question}.",
        "Are they one wave (together), or two, told apart by the file (apart)?",
        "wave_files",
        ("together", "apart"),
    ),
    Code(
        "sides_differ",
        "ASK",
        "A question means one tie between two, and the two sides answer it differently.",
        "{question} is said to have no direction, but in {count:pair|pairs} one side says yes and "
        "the other doesn't, such as {value}.",
        "Is there a tie if either side says so (union), if both do (confirmed), or if both do and "
        "where only one answered if that one does (reconstructed)?",
        "tie_rule",
        ("union", "confirmed", "reconstructed"),
    ),
    Code(
        "asked_unknown",
        "NOTE",
        "coalition.toml names somebody as asked who is in no table.",
        "survey.asked names {value}, who is in no table; left out of the count of those asked.",
        "Correct the id in coalition.toml.",
    ),
    Code(
        "names_capped",
        "NOTE",
        "Respondents could name only so many, and some did.",
        "{count:respondent|respondents} named the {most} that could be named at most: whom else "
        "they know isn't known.",
        "Nothing to do; counts of ties are at least what is shown.",
    ),
)
