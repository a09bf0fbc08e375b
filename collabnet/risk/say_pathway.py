"""The plain sentences about a pathway."""

from collections import Counter
from collections.abc import Sequence

from collabnet.risk.blanks import has_blanks
from collabnet.risk.carriers import Carrier, Side
from collabnet.risk.continuity import Departure, departures
from collabnet.risk.pathways import Pathway
from collabnet.risk.rules import FEW, FEW_CARRY, NAMED_TOO_FEW
from collabnet.risk.wording import Speaker, capital, count, listed, number, plural, share, span

HEDGE = "how well isn't known"


def pathway_sentence(pathway: Pathway, speaker: Speaker) -> str:
    """Say who carries a pathway, what is on paper, who receives, and what a departure stops."""
    parts = [_unknown(pathway, speaker), _main(pathway, speaker), _if_left(pathway, speaker)]
    parts += [_blanks(pathway), _recent(pathway), _silent(pathway)]
    return " ".join(capital(part) for part in parts if part)


def noun_of(pathway: Pathway) -> str:
    """What passes: "case report" where every row is one, else "referral"."""
    is_report = {row.service for row in pathway.rows} == {"case report"}
    return "case report" if is_report else "referral"


def _way(pathway: Pathway, speaker: Speaker) -> str:
    return f"from {speaker.agency(pathway.from_agency)} to {speaker.agency(pathway.to_agency)}"


def _unknown(pathway: Pathway, speaker: Speaker) -> str:
    passing, ways = plural(noun_of(pathway)), _way(pathway, speaker)
    both = pathway.sending.n_named == pathway.receiving.n_named == 0
    if both:
        return (
            f"We don't know who sends and who receives {passing} {ways}: no row of this log names "
            "a sender or a receiver."
        )
    for side, verb, end in (
        (pathway.sending, "sends", "sender"),
        (pathway.receiving, "receives", "receiver"),
    ):
        if side.n_named == 0:
            return f"We don't know who {verb} {passing} {ways}: no row of this log names a {end}."
        if side.named_share < NAMED_TOO_FEW:
            of = side.n_named + side.n_unknown
            return (
                f"We don't know who {verb} most {passing} {ways}: {side.n_unknown} of {of} rows "
                f"name no {end}."
            )
    return ""


def _main(pathway: Pathway, speaker: Speaker) -> str:
    parts = [_senders(pathway, speaker), basis_phrase(pathway), _receivers(pathway, speaker)]
    return f"{', '.join(part for part in parts if part)}."


def _senders(pathway: Pathway, speaker: Speaker) -> str:
    side, noun = pathway.sending, noun_of(pathway)
    way, n = _way(pathway, speaker), len(pathway.rows)
    vital = f"n = {n}" if pathway.is_vital and pathway.is_thin else ""
    if not pathway.is_log:
        who = _who(side.carriers, speaker)
        none = "the log has none" if pathway.has_log else "there is no log"
        return f"{who} can make {plural(noun)} {way} (as reported; {none})"
    if side.n_named == 0:
        return f"{count(n, noun)} in this log"
    top = sorted(side.carriers, key=lambda one: (-one.n_rows, one.id))
    people = [one for one in top if one.kind == "person"]
    of = f"{side.n_named} of {n}" if side.n_unknown else f"{n} of {n}"
    if len(top) <= FEW:
        verb = "carries" if len(top) == 1 and top[0].kind == "person" else "carry"
        verb = "sends" if len(top) == 1 and top[0].kind == "position" else verb
        every = f"every {noun}" if not side.n_unknown else f"all {plural(noun)} that name a sender"
        return f"{_who(top, speaker)} {verb} {every} {way} ({vital or f'{of} in this log'})"
    first = people[:FEW]
    carried = sum(one.n_rows for one in first)
    if carried >= FEW_CARRY * side.n_named:
        part = share(carried / side.n_named)
        which = "that name a sender" if side.n_unknown else "in this log"
        return (
            f"{_who(first, speaker)} carry {part} of the {plural(noun)} {way} "
            f"({carried} of {side.n_named} {which})"
        )
    return f"{_who(top, speaker)} carry the {plural(noun)} {way} ({side.n_named} in this log)"


def _who(ends: Sequence[Carrier], speaker: Speaker) -> str:
    people = [end.id for end in ends if end.kind == "person"]
    groups = [speaker.end(end.id) for end in ends if end.kind == "group"]
    positions = sum(end.kind == "position" for end in ends)
    words = [count(len(people), speaker.noun(people))] if people else []
    words += groups
    words += ["the agency's own position"] if positions else []
    return listed(words)


def basis_phrase(pathway: Pathway) -> str:
    """What is on paper: never more than is known."""
    n, formal = len(pathway.rows), pathway.basis["formal"]
    if formal == n:
        return "covered by an agreement" if _agreed(pathway) else "on a formal basis"
    if formal == 0 and not any(row.basis.agreements for row in pathway.rows):
        return "no agreement on record"
    informal, unknown = pathway.basis["informal"], pathway.basis["unknown"]
    return f"on paper: {formal} yes, {informal} no, {unknown} not known"


def _agreed(pathway: Pathway) -> bool:
    return all(row.basis.agreements for row in pathway.rows)


def _receivers(pathway: Pathway, speaker: Speaker) -> str:
    side = pathway.receiving
    if side.n_named == 0:
        return ""  # said first: see _unknown
    people = [one.id for one in side.carriers if one.kind == "person"]
    if not pathway.is_log and all(one.kind == "position" for one in side.carriers):
        # A tie that leads to an agency says where it leads, not who stands there.
        return "and no person is named who receives them"
    all_ = "them all" if not side.n_unknown else f"the {side.n_named} that name a receiver"
    if len(side.carriers) > 1 or not people:
        verb = "receive"
        if not people and len(side.carriers) == 1:
            verb = "receives" if side.carriers[0].kind == "position" else "receive"
        return f"and {_who(side.carriers, speaker)} {verb} them"
    return f"and one person receives {all_}"


def _if_left(pathway: Pathway, speaker: Speaker) -> str:
    if not pathway.is_log:
        passes = all(row.basis.passes == "yes" for row in pathway.rows)
        then = "wait until the post is filled" if passes else f"be gone{if_not_written(pathway)}"
        singles = pathway.cut_worst.singles
        return f"If that one person left, the link would {then}." if singles else ""
    found = {one.person: one for one in departures(pathway.rows)}
    sides = [
        ([found[person] for person in pathway.sending.people], "that person", "of them"),
        (
            [found[person] for person in pathway.receiving.people],
            "the receiver",
            "of the receivers",
        ),
    ]
    said = [_lost(pathway, sides), _waiting(pathway, sides)]
    return " ".join(capital(part) for part in said if part)


def if_not_written(pathway: Pathway) -> str:
    """Say on what a link that only a tie speaks of depends, where something is on record of it."""
    bases = [row.basis for row in pathway.rows]
    if all(basis.form == "formal" and basis.passes == "unknown" for basis in bases):
        if all(basis.names_position == "yes" for basis in bases):
            return " (if what is written is not in use)"
        if all(basis.names_position == "no" for basis in bases):
            return "; what is written doesn't name the position"
        return " (if what is written is not in use, or doesn't name the position)"
    is_open = any(basis.form == "unknown" and basis.agreements for basis in bases)
    return " (if not on paper)" if is_open else ""


_Sides = Sequence[tuple[Sequence[Departure], str, str]]


def _lost(pathway: Pathway, sides: _Sides) -> str:
    """What would need another way: "if not on paper" where that isn't known."""
    sure = all(one.lost_low == one.lost_high for people, _, _ in sides for one in people)
    named = _named(pathway, waiting=False)
    counts = [
        ([(named[one.person], one.lost_high) for one in people], who, those)
        for people, who, those in sides
    ]
    if all(row.basis.form == "formal" and row.basis.agreements for row in pathway.rows):
        unnamed = "the agreement doesn't name the position"
        return _clauses(
            pathway,
            counts,
            "would need another way",
            f"; {unnamed}" if sure else f" (if {unnamed})",
        )
    return _clauses(pathway, counts, "would need another way", "" if sure else " (if not on paper)")


def _waiting(pathway: Pathway, sides: _Sides) -> str:
    """What would wait for a successor, and why it is expected to pass on."""
    named = _named(pathway, waiting=True)
    counts = [
        ([(named[one.person], one.interrupted) for one in people], who, those)
        for people, who, those in sides
    ]
    why = f"; the agreement names the position, so they are expected to pass on; {HEDGE}"
    return _clauses(pathway, counts, "would wait until the post is filled", why)


def _named(pathway: Pathway, *, waiting: bool) -> Counter[str]:
    """Rows that name each person and would wait, or be lost; blanks come on top at the worst."""
    return Counter(
        person
        for row in pathway.rows
        if (row.basis.passes == "yes") == waiting
        for person in row.people
    )


_Counts = Sequence[tuple[Sequence[tuple[int, int]], str, str]]
"""For each side the fewest and the most rows of each person, and what to call them."""


def _clauses(pathway: Pathway, sides: _Counts, would: str, end: str) -> str:
    yearly = pathway.period is not None and pathway.period.yearly_is_defined
    unit = f"{plural(noun_of(pathway))} {'a year' if yearly else 'of this log'}"
    said: list[str] = []
    for counts, single, those in sides:
        least = min((low for low, _ in counts), default=0)
        most = max((high for _, high in counts), default=0)
        if most == 0:
            continue
        who = single if len(counts) == 1 else f"any one {those}"
        amount = span(pathway.a_year(least), pathway.a_year(most))
        every = "all " if least == len(pathway.rows) else ""
        rest = f"{unit} {would}" if not said else "would"
        said.append(f"if {who} left, {every}{amount} {rest}")
    return f"{'; '.join(said)}{end}." if said else ""


def _blanks(pathway: Pathway) -> str:
    for side, what in ((pathway.sending, "sender"), (pathway.receiving, "receiver")):
        if NAMED_TOO_FEW <= side.named_share < 1:
            return _range(side, what)
    return ""


def _range(side: Side, what: str) -> str:
    worst, best, n = side.worst, side.best, side.n_unknown
    name = "names" if n == 1 else "name"
    if worst is None or best is None:
        return ""
    ends = f"{100 * best.top_share:.0f} to {share(worst.top_share)}"
    return f"{capital(count(n, 'row'))} {name} no {what}: the busiest one has {ends} of them all."


def _recent(pathway: Pathway) -> str:
    recent = pathway.recent
    if recent is None or recent.cut_worst.size == pathway.cut_worst.size:
        return ""
    size, whole = recent.cut_worst.size, pathway.cut_worst.size
    if size is None:
        return "In the last six months positions have carried some of it on both sides."
    rows, enough = count(len(recent.rows), "row"), count(size, "departure")
    over = "none would" if whole is None else f"it takes {number(whole)}"
    return (
        f"In the last six months ({rows}) {enough} would have ended it; over the whole log {over}."
    )


def _silent(pathway: Pathway) -> str:
    said = []
    if pathway.is_quiet and pathway.last_used is not None:
        said.append(
            f"None has been logged since {pathway.last_used.isoformat()}, which is long at its "
            "earlier pace: ask whether it has ended."
        )
    if gone := len(pathway.absent):
        verb, be = ("has", "is") if gone == 1 else ("have", "are")
        said.append(
            f"{capital(count(gone, 'person'))} of those in the log {verb} left or fallen silent "
            f"and {be} no backup."
        )
    if _may_rest_on_one(pathway):
        said.append(
            "Rows that name nobody may be those of people who are gone: at the worst one person "
            "is left on one side."
        )
    return " ".join(said)


def _may_rest_on_one(pathway: Pathway) -> bool:
    """Only if some blanks are those of people who left or fell silent does one person end it."""
    standing = pathway.standing
    alone = standing is None or standing.cut_worst.size == 1
    return alone and pathway.cut_worst.size != 1 and has_blanks(pathway.rows)
