"""Problems of files that survey platforms write: the wave that their answers are of."""

from collabnet.data.codes.base import Code

SURVEY_WAVES = (
    Code(
        "survey_wave_found",
        "NOTE",
        "All answers of a survey's file are of one year: that is their wave.",
        "The wave of these answers is {value}, the year in which all of them were given.",
        "Nothing to do; if the year has another wave, name this one, as in "
        '--reading "wave={other}".',
    ),
    Code(
        "survey_wave",
        "ASK",
        "The answers of a survey's file were given in more than one year.",
        "No column says the wave; by year there are so many responses: {found}.",
        "Which wave are they, or is each of the wave of its year (by year)?",
        "wave",
    ),
    Code(
        "survey_wave_unsaid",
        "ASK",
        "Neither a column nor the days of the answers say the wave of a survey's file.",
        "Nothing in {file} says when these answers were given.",
        "Which wave are they, such as a year, or spring_2024?",
        "wave",
    ),
    Code(
        "survey_wave_of_other_year",
        "NOTE",
        "The wave that was named is of another year than the answers.",
        "The wave was named {value}; the answers were given in {found}.",
        "Nothing to do if that is right; an answer for an earlier file may have been used again.",
    ),
    Code(
        "survey_wave_without_day",
        "ROW",
        "A response has no day by which its wave could be told, as was asked.",
        "The response has no day, and its wave is told by the year, as wave says.",
        "Enter the day, or name one wave for the whole file.",
    ),
)
