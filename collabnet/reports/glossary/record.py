"""Words for what is on paper, where it comes from, how bad and how sure it is."""

from collabnet.reports.glossary.term import Term

PAPER = (
    Term(
        "covered by an agreement, on a formal basis",
        "An agreement in use runs between the two agencies, or the tie is said to be formal.",
        "formal tie",
        "formal, on paper",
    ),
    Term(
        "no agreement on record",
        "Nothing in the tables says that it is written down. It may be.",
        "informal, unknown basis",
    ),
    Term("on paper: 5 yes, 4 no, 3 not known", "Rows by what is known of them.", "basis"),
    Term(
        "if not on paper",
        "Nobody knows the basis of these rows, and the worse is said.",
        "upper end of a range",
    ),
    Term("would need another way", "Goes with the person, for good.", "lost", "lost for good"),
    Term(
        "would wait until the post is filled",
        "An agreement in use names the position, so it is expected to pass to a successor.",
        "interrupted",
    ),
    Term(
        "the agreement names the position",
        '"The investigator" is written down, not "Officer Smith".',
    ),
    Term(
        "an agreement",
        "What two agencies have settled on how they work together: a protocol, a memorandum, a "
        "contract, a law.",
        also="agreement, agreements",
    ),
)

SOURCES = (
    Term("reported", "Somebody said so, of themselves or of another."),
    Term("reported of a group", 'Said of several at once ("all officers").'),
    Term("inferred", "Nobody said so: whoever coded it took it to be so."),
    Term("illustrative", "Made up to complete an example.", also="made up"),
    Term("a survey", "What people answered when they were asked.", also="survey"),
    Term("a coding", "What somebody read out of documents, such as interviews.", also="coding"),
    Term(
        "told by the side of one agency only",
        "Nobody of the other side is on record as asked: hear it before acting.",
    ),
    Term(
        "how many answered",
        "Those who answered / those who were asked. Who didn't answer is unknown, never zero.",
        "response rate",
    ),
    Term(
        "what is missing",
        "Rows that name nobody, people who didn't answer, and what nobody wrote down.",
        "missing data",
        "missing",
    ),
    Term("n", "How many of them there are: rows, people, links or agencies, as it says.", "count"),
    Term("period", "From the first to the last day that the log covers."),
    Term(
        "the boundary",
        "Who was counted as part of the network, and how they were found.",
        "boundary",
    ),
)

SURE = (
    Term(
        "critical, high, moderate, note",
        "How bad it is, worst first, by the rule table: how few carry it, how much they carry, "
        "and whether it is on paper.",
        "severity",
    ),
    Term("ask", "A question, not a finding."),
    Term(
        "solid",
        "It held in nearly all versions of the data that were drawn anew, and few can be unseen.",
    ),
    Term("likely", "It held in most of the simulated versions of the data."),
    Term(
        "depends on who did not answer",
        "It fell where those who did not answer, or are not written down, were filled in.",
    ),
    Term("too few to tell", "Fewer than six named rows."),
    Term(
        "not assessed yet",
        "No simulated versions were drawn. It says nothing against the finding.",
    ),
    Term(
        "how sure",
        "How a finding held where the data were drawn anew: solid, likely, depends on who did not "
        "answer, or too few to tell.",
        "simulated versions",
        "sureness",
    ),
)
