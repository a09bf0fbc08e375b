"""What the numbers beside a finding and the columns of tables mean."""

from collabnet.reports.glossary.term import Term

LINK_NUMBERS = (
    Term("referrals in the log", "So many rows of the log run from the one agency to the other."),
    Term(
        "a year",
        "Referrals / years of the log. In brackets: the range that chance alone leaves open.",
        "rate and its 95 % interval",
    ),
    Term(
        "people who send",
        "So many people are named as sending on this link.",
        also="senders",
    ),
    Term("people who receive", "So many people are named as receiving on this link."),
    Term(
        "busiest sender",
        "The one who sends most rows, by their share of the rows that name a sender.",
    ),
    Term(
        "if all sent alike, as many",
        "So many senders would be left if all of them sent the same number: 1 / the sum of "
        "squared shares.",
        "effective carriers",
    ),
    Term(
        "fewest people to end it",
        "If these few left, nothing would pass on this link.",
        "cut set",
        "fewest to end it",
    ),
    Term(
        "rows that name a sender, rows that name a receiver",
        "The share of rows that say who it was. The less, the less is known of who carries it.",
    ),
    Term("last used", "The day of the last referral on this link."),
    Term(
        "most referrals that one departure loses for good",
        "If the one person left on whom most depends, so many would need another way.",
        also="referrals lost for good if one person leaves, "
        "referrals lost for good if one more person leaves",
    ),
    Term(
        "of that departure, waiting until the post is filled",
        "So many more would only wait, as an agreement names the post.",
    ),
    Term("referrals covered by an agreement", "Rows of the log between agencies with one in use."),
    Term(
        "chance that at least one carrier leaves",
        "If people leave as often as is said, and each by themselves.",
    ),
    Term(
        "chance that the link is gone altogether",
        "That so many leave within the time that no way is left.",
        also="chance of the link being gone",
    ),
    Term(
        "expected referrals lost",
        "How many would need another way, on average, if people leave as often as is said.",
        also="expected referrals a year lost, referrals a year expected to be lost",
    ),
    Term(
        "expected referrals disrupted a year",
        "How many would wait or need another way, on average.",
    ),
)

OTHER_NUMBERS = (
    Term(
        "basis not known",
        "Nobody said whether these ties are on paper.",
    ),
    Term(
        "ties reported missing", "Gaps that somebody who was asked named.", also="reported missing"
    ),
    Term("sides that were asked", "The agencies of the two where somebody is on record as asked."),
    Term(
        "rests on one person at",
        "At this agency one person holds all that is usable between the two.",
        also="sides on one person",
    ),
    Term("agencies that offer it", "Those that list the service among their own."),
    Term("referrals in the log that ask for it", "Rows of the log with this service."),
    Term("places stated", "How many can be taken at a time, added up over those that say so."),
    Term("providers that state no places", "Agencies that offer it and don't say how many."),
    Term(
        "agencies without services on record",
        "They may offer it too: nobody wrote down what they offer.",
    ),
    Term("on no list", "Roles of the response team that no agency on record has."),
    Term("looked for", "Within how many hand-offs the response team was sought."),
    Term("contacts on a formal basis", "So many of the hub's contacts are on paper."),
    Term(
        "expected to pass to a successor",
        "Contacts under an agreement in use that names the position.",
    ),
    Term(
        "not known whether the agreement names the position",
        "Contacts under an agreement; they wait for a successor only if it names the post.",
        also="agreement doesn't name the position",
    ),
    Term(
        "formal, but no agreement on record",
        "The tie is said to be formal, and no agreement is in the tables.",
    ),
    Term(
        "informal: would go with the person", "Contacts that are known to rest on nothing written."
    ),
    Term("referrals that still have a way to pass", "Rows whose sender and receiver remain."),
    Term("pathways between agencies", "Links with at least one referral."),
    Term(
        "ordered pairs of agencies joined by a way through people",
        "From so many agencies there is a way to another, through contacts and referrals.",
    ),
    Term(
        "fragmentation by distance",
        "0 where each can reach all others at once, 1 where none can reach another.",
    ),
    Term("critical findings", "How many of the worst kind there are.", also="high findings"),
)
