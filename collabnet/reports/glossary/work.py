"""Words for services, for what is tried and planned, for your own data, and for measures."""

from collabnet.reports.glossary.term import Term

AGENCIES = (
    Term(
        "one provider alone",
        "No other agency on record offers the service, or offers it to these people.",
        "sole provider",
        "sole providers",
    ),
    Term(
        "whom it serves",
        "The ages, genders and ways of coming in that an agency states for its service.",
        "population",
        "populations",
    ),
    Term(
        "places",
        "How many an agency can take at a time, as it states.",
        "capacity",
    ),
    Term(
        "reached",
        "A way of contacts or referrals leads there, within so many hand-offs.",
        "reach",
    ),
    Term(
        "the response team",
        "The roles that should be reached when a case is found; the list can be your own.",
        "team",
        "response team",
    ),
    Term(
        "asked by many",
        "A third or more of the other agencies name it in a tie that works, or it receives a "
        "third or more of all referrals.",
        "overload",
    ),
    Term(
        "no working contact on record",
        "Nobody names it in a tie that works, and no referral goes there or comes from there.",
        "isolate",
    ),
    Term("outside", "An agency that belongs to another network, such as a state office."),
)

TRIED = (
    Term(
        "what is tried",
        "A change to look at before anybody makes it. Nothing in your files changes.",
        "what-if",
        "scenario, what if",
    ),
    Term(
        "the post is empty",
        "The person leaves and nobody takes the post over yet.",
        "vacancy",
    ),
    Term(
        "a second person shares the work",
        "From now on somebody else carries a part, so that no one person's leaving ends it.",
        "backup",
    ),
    Term(
        "a post",
        "A role at an agency, whoever holds it.",
        also="post, posts",
    ),
    Term(
        "how often posts change hands",
        "Changes of holder / years observed, for a post, never for a named person.",
        "rate of leaving",
        "rate, rates, turnover",
    ),
    Term(
        "chance",
        "How likely something is within a time, if people leave as often as is said. It says "
        "nothing of a named person.",
        "probability",
        "chances",
    ),
    Term(
        "the plan",
        "The few changes that would help most for their effort, and what to ask first.",
        "plan",
    ),
    Term(
        "at stake",
        "The referrals a year that each departure would stop, added up over the links, and six for "
        "each weak contact between two agencies. A good plan makes it smaller.",
    ),
    Term("effort", "How much work a change is, from a phone call to a signed agreement."),
)

DATA = (
    Term("the log", "The list of referrals, one row each.", "referral log", "log"),
    Term(
        "rejected row",
        "A row that can't be read as it stands. It is kept apart, with the reason.",
        also="rejected rows",
    ),
    Term(
        "what a column is for",
        "Says who, when, which agency, or what must not be kept. A column without it isn't stored.",
        "role of a column",
    ),
    Term(
        "which names are the same",
        "The list of names that were settled to be one person or agency, or two.",
        "crosswalk",
    ),
    Term(
        "where a row comes from",
        "The file and row it was read from, and who said so.",
        "provenance",
    ),
    Term(
        "a sample",
        "An example that comes with collabnet. It can be tried, never changed.",
        also="sample, samples",
    ),
    Term(
        "Internal: names staff",
        "For whoever holds the data. What is passed on names no staff and no small counts.",
        "audience",
        "internal",
    ),
)

MEASURES = (
    Term(
        "a measure",
        "A number that describes how a network is built. It doesn't say how well anybody works.",
        also="measure, measures",
    ),
    Term(
        "undefined",
        "The measure has no value here, and says why. That isn't zero.",
    ),
    Term(
        "median",
        "The value in the middle: half are at or below it, half at or above.",
    ),
    Term(
        "direction",
        "Whether a tie counts from the one to the other only, or both ways.",
    ),
    Term(
        "strength of a tie",
        "How much passes, such as the number of referrals. Higher is closer.",
        "strength",
        "weight",
    ),
)
