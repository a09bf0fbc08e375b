"""Words for what is passed on, and for the numbers of researchers."""

from collabnet.reports.glossary.term import Term

PASSED_ON = (
    Term(
        "for partners, for the public",
        "Names no staff and no small counts. An agency stands by name only if it agreed. For the "
        "public roles are left out too.",
        "partner and public",
        "partner, partners",
    ),
    Term(
        "fewer than 11", "A count from 1 to 10. It is hidden, as it may point to a person.", "<11"
    ),
    Term(
        "withheld",
        "Hidden too, so that nobody can work out a small count from what is left.",
        "complementary suppression",
        "suppressed, suppression",
    ),
    Term(
        "safe copy",
        "A copy of the tables without names and small counts, to hand on.",
        also="safe copies",
    ),
    Term(
        "stand-in name",
        "A made-up name for a person or an agency, drawn anew for each copy.",
        "pseudonym",
        "pseudonyms",
    ),
    Term(
        "what was handed on",
        "A list in your folder: what, for whom and when. It stays with you.",
        "disclosure log",
        "disclosures",
    ),
    Term(
        "blocks instead of people",
        "A picture of sectors. Who somebody is can be told from their ties, even without a name.",
        "block picture",
        "k-anonymity, uniqueness",
    ),
    Term("purge", "To delete what was brought in, so that it can't be read again.", also="purged"),
    Term(
        "an action",
        "What was decided about a link: what, who, by when, and what came of it.",
        "action register",
    ),
)

STATISTICS = (
    Term(
        "a range for a number",
        "So far it could be off by chance. Of 100 such ranges about 95 hold the true value.",
        "confidence interval",
        "confidence intervals, 95 % interval",
    ),
    Term(
        "drawn again with replacement",
        "The rows are drawn anew many times. How the number varies gives its range.",
        "bootstrap",
        "resampling, resampled",
    ),
    Term(
        "left out one by one",
        "The number is worked out without each of them in turn. How it varies gives its range.",
        "jackknife",
    ),
    Term(
        "names mixed many times",
        "Who is who is mixed by chance, and the ties stay. If two networks are as alike as in few "
        "such mixes, that isn't chance.",
        "QAP",
        "quadratic assignment procedure, permutation, permutation test",
    ),
    Term(
        "several networks at once",
        "How much each of them tells of one network, beside the others.",
        "MRQAP",
        "double semi-partialling",
    ),
    Term(
        "ranks that can't be told apart",
        "From the best to the worst rank that an actor had when some were left out.",
        "rank band",
        "rank bands",
    ),
    Term(
        "some left out by chance",
        "Part of the actors is left out, many times. A number that stays much the same is stable.",
        "case-dropping",
        "stability, case dropping",
    ),
    Term(
        "like with like",
        "Whether ties join those of the same kind more often than by chance.",
        "homophily",
        "homophily test",
    ),
    Term(
        "how often by chance alone",
        "The share of chance draws in which the number came out as large. Small means that chance "
        "alone hardly does it.",
        "p-value",
        "p value",
    ),
    Term("seed", "A number that fixes the draws, so that they come out the same each time."),
)
