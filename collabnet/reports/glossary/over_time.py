"""Words for change over time, for two sites side by side, for what became of referrals."""

from collabnet.reports.glossary.term import Term

OVER_TIME = (
    Term(
        "a wave",
        "One time at which people were asked, such as the survey of 2024.",
        "wave",
        "waves, survey wave",
    ),
    Term(
        "a window",
        "A stretch of the log, such as a year. Two windows of the same length are compared.",
        "rolling window",
        "window, windows, rolling windows",
    ),
    Term(
        "what is kept, what is new and what is gone",
        "In both, in the later one only, in the earlier one only. A tie can be lost only if "
        "somebody at its ends was asked both times.",
        "tie change",
        "kept ties, new ties, lost ties",
    ),
    Term(
        "share that was kept",
        "Kept / (kept + new + lost). 1 where nothing changed, 0 where nothing was kept.",
        "Jaccard index",
        "Jaccard",
    ),
    Term(
        "asked both times",
        "Only their answers tell change: who was asked once may have had the tie before.",
    ),
    Term(
        "early warning",
        "A link that fell silent, or a person who sends less than before. It is a question to "
        "ask, and can be false.",
        also="early warnings, fading carrier, fading carriers",
    ),
    Term("false alarm", "A warning where nothing has changed.", also="false alarms"),
)

SIDE_BY_SIDE = (
    Term(
        "as many senders in a log of the same size",
        "A longer log names more people. So the longer one is cut to the size of the shorter.",
        "rarefaction",
        "rarefied carriers, rarefied",
    ),
    Term(
        "place among chance networks",
        "Where a number would stand among networks of the same size, tied by chance.",
        "conditional uniform graph test",
        "CUG, CUG position, CUG test, chance networks",
    ),
    Term(
        "can't be compared",
        "The two were drawn up in unlike ways, or one says nothing. The reason stands beside it.",
        "not comparable",
    ),
    Term(
        "compared: not known",
        "Nothing says whether both were drawn up alike, such as who was asked. Take care.",
    ),
    Term(
        "aligned agencies",
        "Which agency of the one site stands for which of the other.",
        "alignment",
    ),
)

OUTCOMES = (
    Term(
        "steps of a referral",
        "Acknowledged, accepted, served, closed. What was served was accepted as well.",
        "outcome",
        "outcomes, status of a referral",
    ),
    Term(
        "still open",
        "The log ends before it does. It counts as waiting up to the last day that is known.",
        "censored",
        "censoring",
    ),
    Term(
        "days until half are accepted",
        "Worked out so that those still open count for as long as they were seen.",
        "Kaplan-Meier",
        "Kaplan-Meier estimate, survival curve, median days",
    ),
    Term(
        "share accepted within so many days",
        "Of all that were sent. Those that were declined count as ended, not as waiting.",
        "Aalen-Johansen",
        "cumulative incidence",
    ),
)
