"""The sentences that findings are made of: every one, with gaps in braces for what is found."""

from typing import NamedTuple

from collabnet.risk.wording import capital


class Pattern(NamedTuple):
    """One whole sentence with gaps; ``name`` is what the rule table calls it."""

    name: str
    text: str

    def say(self, **words: object) -> str:
        """Fill the gaps; a name that ends in a full stop ends the sentence with it.

        Examples
        --------
        >>> Pattern("example", "{who} left.").say(who="one officer")
        'One officer left.'
        """
        return capital(self.text.format(**words).replace("..", "."))


# ---------------------------------------------------------------------------- a pathway
UNKNOWN_BOTH = Pattern(
    "neither end is named",
    "We don't know who sends and who receives {referrals} {way}: no row of this log names a sender "
    "or a receiver.",
)
UNKNOWN_END = Pattern(
    "one end is not named",
    "We don't know who {sends} {referrals} {way}: no row of this log names a {sender}.",
)
UNKNOWN_MOST = Pattern(
    "most rows name nobody",
    "We don't know who {sends} most {referrals} {way}: {n} of {of} rows name no {sender}.",
)
CARRY_EVERY = Pattern(
    "who carries every one", "{who} {carry} every {referral} {way} ({n} in this log)."
)
CARRY_VITAL = Pattern("who carries few", "{who} {carry} {referrals} {way} (n = {n}).")
CARRY_NAMED = Pattern(
    "who carries those that name a sender",
    "{who} {carry} all {referrals} {way} that name a sender ({n} in this log).",
)
CARRY_MOST = Pattern(
    "who carries most", "{who} {carry} {share} of the {referrals} {way} ({n} {which})."
)
CARRY_MANY = Pattern("who carries it", "{who} carry the {referrals} {way} ({n} in this log).")
HAS = Pattern("how many", "This log has {referrals}.")
AS_REPORTED = Pattern(
    "who can make one", "{who} can make {referrals} {way} (as reported; {no_log})."
)
UNEVEN = Pattern(
    "how uneven it is", "The load is spread as if {as_if} (effective carriers {effective})."
)
NO_AGREEMENT = Pattern("no agreement", "There is no agreement on record{and_receive}.")
AGREED = Pattern("an agreement", "An agreement covers {them}{and_receive}.")
FORMAL = Pattern("a formal basis", "All of it is on a formal basis{and_receive}.")
ON_PAPER = Pattern(
    "what is on paper", "On paper: {formal} yes, {informal} no, {unknown} not known."
)
RECEIVES = Pattern("one receives", "{who} receives {them}.")
RECEIVE = Pattern("several receive", "{who} receive {them}.")
NO_RECEIVER = Pattern("no receiver is named", "No person is named who receives them.")
LOST = Pattern("what is lost", "If {who} left, {amount} would need another way{mark}.")
TOO = Pattern("what else is", "If {who} left, {amount} would{mark}.")
NOT_NAMED = Pattern("the position is not named", "The agreement doesn't name the position.")
MAY_NOT_BE_NAMED = Pattern(
    "the position may not be named", "This is so if the agreement doesn't name the position."
)
WAIT = Pattern("what waits", "If {who} left, {amount} would wait until the post is filled.")
PASS_ON = Pattern(
    "what passes on",
    "The agreement names the position, so they are expected to pass on. How well isn't known.",
)
LINK_GONE = Pattern("a link is gone", "If that one person left, the link would be gone{mark}.")
LINK_WAITS = Pattern(
    "a link waits", "If that one person left, the link would wait until the post is filled."
)
WRITTEN_NOT_NAMED = Pattern(
    "nothing names the position", "What is written doesn't name the position."
)
BLANKS = Pattern(
    "rows that name nobody", "{rows} {name} no {sender}: the busiest one has {share} of them all."
)
LATELY_POSITIONS = Pattern(
    "positions of late",
    "In the last six months positions have carried some of it on both sides.",
)
LATELY = Pattern(
    "the last six months",
    "In the last six months ({rows}) {departures} would have ended it. Over the whole log {over}.",
)
SILENT = Pattern(
    "silence",
    "None has been logged since {day}, which is long at its earlier pace. Ask whether it has "
    "ended.",
)
GONE = Pattern(
    "people who are gone",
    "{people} of those in the log {have} left or fallen silent and {are} no backup.",
)
MAY_BE_GONE = Pattern(
    "blanks of people who are gone",
    "Rows that name nobody may be those of people who are gone: at the worst one person is left on "
    "one side.",
)

# ---------------------------------------------------------------------------- contacts
SINGLE = Pattern(
    "single contact", "One {officer} at {agency} is the only usable direct contact {between}."
)
SINGLE_TOO = Pattern("single on both sides", "On the other side it is one {officer} as well.")
SINGLE_LEFT = Pattern("no contact left", "If {who} left, the two would have no direct contact.")
SINGLE_UNKNOWN = Pattern(
    "single contact, not named",
    "We don't know who holds the only contact {between}: {rows} of the log {names} at {agencies}.",
)
NO_TIE = Pattern("no working tie", "There is no working tie {between} on record.")
STRAINED = Pattern("strain", "{ties} {between} {are} described as strained ({kinds}).")
GAP = Pattern("gap", "A gap is reported {between}. There is {gap}.")
GAP_TOO = Pattern("another gap", "There is also {gap}.")

# ---------------------------------------------------------------------------- a hub
HUB = Pattern(
    "hub",
    "{n} of the {of} people and agencies with a tie {count} on one {officer} at {agency} (hub).",
)
HUB_POINT = Pattern(
    "a single point of contact",
    "All {n} agencies in touch with {agency} reach it through this one post. That helps those who "
    "are served, and it is by design a single point of failure.",
)
HUB_POINT_IN_FACT = Pattern(
    "a single point of contact that nobody wrote down",
    "All {n} agencies in touch with {agency} reach it through this one person: a single point of "
    "failure.",
)
HUB_EMPTY = Pattern(
    "an empty post",
    "If this post is empty, {contacts} {go} unanswered until it is filled.",
)
HUB_PASS = Pattern(
    "what a successor gets",
    "The {paper} names the position, so {n} {are} expected to pass to a successor. How well "
    "isn't known.",
)
HUB_MAY_PASS = Pattern(
    "what a successor may get",
    "For {n} the {paper} doesn't say whether it names the position.",
)
HUB_NOT_NAMED = Pattern(
    "what an agreement leaves out",
    "The {paper} doesn't name the position for {n}, which would not pass on.",
)
HUB_NO_AGREEMENT = Pattern("contacts without an agreement", "For {n} no agreement is on record.")
HUB_UNKNOWN = Pattern("contacts of unknown basis", "For {n} more the basis isn't known.")
HUB_INFORMAL_ONE = Pattern("one informal contact", "The informal one, to {end}, would not pass on.")
HUB_INFORMAL = Pattern("informal contacts", "The {n} informal ones would not pass on.")

# ---------------------------------------------------------------------------- coverage
SOLE = Pattern(
    "one provider",
    "{service} rests on one agency: on record it is offered by {agency} alone.",
)
SOUGHT = Pattern("how often it is asked for", "{referrals} in this log {ask} for it.")
NOT_SOUGHT = Pattern("never asked for", "No referral in this log asks for it.")
NO_OTHER = Pattern(
    "no other provider",
    "If that agency closed or was full, no other agency on record could step in.",
)
UNSERVED = Pattern(
    "who is left out",
    "Nobody on record offers {service} to {groups}, though other agencies here serve them.",
)
NOT_SAID_WHOM = Pattern("whom it serves isn't said", "Who can get {service} is not on record.")
MAY_SERVE = Pattern("who may serve them", "Whether {agencies} would is not on record.")
NOT_ON_TEAM = Pattern("missing from the team", "The response team on record has {members}.")
EMPTY_SEATS = Pattern("empty seats", "The response team has empty seats.")
OUT_OF_REACH = Pattern("out of reach", "Within {steps} of {agencies} there is {members} on record.")
NOT_LISTED = Pattern("nobody listed", "The lists of people and agencies have {members}.")

# ---------------------------------------------------------------------------- who was asked
ONE_SIDE = Pattern(
    "told by one side",
    "This is told by the side of {agency} only. Nobody at {other} was asked.",
)
OWN_SIDE = Pattern("told by the own side", "This is told by the side of {agency} only.")
NO_SIDE = Pattern("told by no side", "Nobody of either side is on record as asked.")
NOBODY = Pattern("nobody was asked", "Nobody is on record as asked about it.")
NOBODY_THERE = Pattern("nobody there was asked", "Nobody there is on record as asked.")

NOT_KNOWN = (UNKNOWN_BOTH, UNKNOWN_END, UNKNOWN_MOST)
CARRIED = (CARRY_EVERY, CARRY_VITAL, CARRY_NAMED, CARRY_MOST, CARRY_MANY, HAS, AS_REPORTED)
OF_PATHWAYS = (
    *NOT_KNOWN, *CARRIED, UNEVEN, NO_AGREEMENT, AGREED, FORMAL, ON_PAPER, RECEIVES, RECEIVE,
    NO_RECEIVER, LOST, TOO, NOT_NAMED, MAY_NOT_BE_NAMED, WAIT, PASS_ON, LINK_GONE, LINK_WAITS,
    WRITTEN_NOT_NAMED, BLANKS, LATELY_POSITIONS, LATELY, SILENT, GONE, MAY_BE_GONE, ONE_SIDE,
    NO_SIDE,
)  # fmt: skip
OF_CONTACTS = (
    SINGLE, SINGLE_TOO, SINGLE_LEFT, SINGLE_UNKNOWN, NO_TIE, STRAINED, GAP, GAP_TOO, ONE_SIDE,
    NO_SIDE, NOBODY_THERE,
)  # fmt: skip
OF_COVERAGE = (
    SOLE, SOUGHT, NOT_SOUGHT, NO_OTHER, UNSERVED, NOT_SAID_WHOM, MAY_SERVE, NOT_ON_TEAM,
    EMPTY_SEATS, OUT_OF_REACH, NOT_LISTED,
)  # fmt: skip
OF_HUBS = (
    HUB, HUB_POINT, HUB_POINT_IN_FACT, HUB_EMPTY, HUB_PASS, HUB_MAY_PASS, HUB_NOT_NAMED,
    HUB_NO_AGREEMENT, HUB_UNKNOWN, HUB_INFORMAL_ONE, HUB_INFORMAL, OWN_SIDE, NOBODY,
)  # fmt: skip
EVERY = tuple(dict.fromkeys((*OF_PATHWAYS, *OF_CONTACTS, *OF_HUBS, *OF_COVERAGE)))
