"""Words for links between agencies, and for how much rests on how few."""

from collabnet.reports.glossary.term import Term

LINKS = (
    Term(
        'a link, "from the court to the program"',
        "Two agencies in one direction, with at least one referral, or a reported tie of that "
        "kind.",
        "pathway",
        "link, links, pathways",
    ),
    Term(
        "people and agencies with a tie",
        "Everybody, and every agency's own position, that stands at an end of some tie.",
        "actors",
        "actor",
    ),
    Term(
        "a tie",
        "A connection between two people or agencies: something passes, or they can reach each "
        "other.",
        also="tie, ties",
    ),
    Term(
        "a referral",
        "A case passed from one agency to another: one row of the log, whatever became of it.",
        also="referral, referrals",
    ),
    Term(
        "who sends, who carries",
        "A person on the sending side of a link.",
        "carrier",
        "carriers, sender",
    ),
    Term("who receives", "A person on the receiving side of a link.", "receiver", "receivers"),
    Term(
        "the agency's own position",
        "A shared inbox, a hotline, whoever is on duty: it doesn't leave.",
        "position",
    ),
    Term(
        '"the officers", "the judges"',
        "Several people recorded as one: they don't leave either.",
        "group",
    ),
    Term(
        "names nobody",
        "The row doesn't say who. That isn't the same as a position.",
        "unknown, blank",
        "blanks",
    ),
    Term(
        "a direct contact",
        "A tie between people or agencies that is rated positive, or not rated, and every row of "
        "the log.",
        "usable tie",
        "usable ties, usable, positive, not rated, unrated",
    ),
    Term("no working tie", "Nothing usable is on record between two agencies."),
    Term(
        "the only usable direct contact",
        "All that is usable between two agencies rests on one person on one side.",
        "single contact",
    ),
    Term(
        "strained",
        "Somebody who was asked describes the tie so. It is never counted as a way.",
        "strained tie",
        "strained ties",
    ),
    Term(
        "a gap",
        "Somebody who was asked says that the tie is missing.",
        "absent tie",
        "gap, missing tie, missing ties",
    ),
    Term(
        "case report, team invitation, invitation to meetings, court report, exchange of "
        "information, advice, tie of trust",
        "What passes over a tie, or what it is made of.",
        "kind of tie",
        "relation",
    ),
    Term("process", "A written way of working, with whom to call.", "protocol"),
    Term(
        "a hand-off",
        "One referral, or one contact, from an agency to the next.",
        "step",
        "hand-off, hand-offs",
    ),
    Term(
        "one person or post whom a third of all count on",
        "Formal usable contacts to at least a third of the actors.",
        "hub",
        "hubs",
    ),
    Term(
        "all reach it through one post",
        "Everybody comes through one post by design. If it is empty, nobody comes through.",
        "single point of contact",
    ),
    Term(
        "who sends to whom",
        "A table with a row for each sending agency and a column for each receiving one.",
        "matrix",
    ),
)

FEW = (
    Term(
        "as if two people shared it evenly",
        "So many carriers of equal size would be spread like this: 1 / the sum of squared shares.",
        "effective carriers",
    ),
    Term(
        "fewest people who send more than half",
        "So many must leave to take more than half of the rows along.",
        "bus factor",
    ),
    Term(
        "fewest people whose leaving ends it",
        "The smallest set of people without whom nothing passes.",
        "cut set",
        "cut sets",
    ),
    Term(
        "if one left, all would need another way",
        "A link that one person's leaving ends: a cut set of one.",
        "single point of failure",
    ),
    Term(
        "share of the busiest sender",
        "The rows of the busiest sender / the rows that name a sender.",
        "top share",
    ),
    Term(
        "the busiest one has 50 to 100 %",
        'From "each row that names nobody is somebody else" to "all are the busiest one\'s".',
        "range",
    ),
    Term("too thin to rank", "Fewer than six referrals.", "thin"),
    Term(
        "fallen silent",
        "A silence of 30 days or more that would come about by chance in less than 5 % at its "
        "earlier pace.",
        "quiet",
    ),
    Term("no backup", "Somebody in the log who has left, or has fallen silent.", "absent carrier"),
    Term(
        "ways that share nobody",
        "So many different people would have to leave before the last way is gone.",
        "disjoint ways",
    ),
)
