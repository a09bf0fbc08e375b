"""The plain sentences about a pathway: who carries it, what is on paper, who receives."""

from collections.abc import Sequence

from collabnet.risk import patterns as p
from collabnet.risk.carriers import Carrier, Side
from collabnet.risk.facts import FEW, FEW_CARRY, NAMED_TOO_FEW
from collabnet.risk.nouns import plural
from collabnet.risk.pathways import Pathway
from collabnet.risk.say_departure import departure_sentences, noun_of
from collabnet.risk.say_silence import blank_sentence, silence_sentences
from collabnet.risk.wording import Speaker, count, listed, share

OWN_POSITION = "the agency's own position"


def pathway_sentence(pathway: Pathway, speaker: Speaker, told: Sequence[str] = ()) -> str:
    """Say who carries a pathway, what is on paper, who receives, and what a departure stops.

    ``told`` are sentences on who was asked.
    """
    parts = [
        _unknown(pathway, speaker),
        _senders(pathway, speaker),
        _uneven(pathway),
        *_paper(pathway, speaker),
        *departure_sentences(pathway),
        blank_sentence(pathway),
        *silence_sentences(pathway),
        *told,
    ]
    return " ".join(part for part in parts if part)


def _way(pathway: Pathway, speaker: Speaker) -> str:
    return f"from {speaker.agency(pathway.from_agency)} to {speaker.agency(pathway.to_agency)}"


def _unknown(pathway: Pathway, speaker: Speaker) -> str:
    """Say first who isn't known; a tie that leads to an agency hides nobody."""
    if not pathway.is_log:
        return ""
    said = {"referrals": plural(noun_of(pathway)), "way": _way(pathway, speaker)}
    if pathway.sending.n_named == pathway.receiving.n_named == 0:
        return p.UNKNOWN_BOTH.say(**said)
    for side, sends, sender in (
        (pathway.sending, "sends", "sender"),
        (pathway.receiving, "receives", "receiver"),
    ):
        if side.n_named == 0:
            return p.UNKNOWN_END.say(sends=sends, sender=sender, **said)
        if side.named_share < NAMED_TOO_FEW:
            n, of = side.n_unknown, side.n_named + side.n_unknown
            return p.UNKNOWN_MOST.say(sends=sends, sender=sender, n=f"{n:,}", of=f"{of:,}", **said)
    return ""


def _senders(pathway: Pathway, speaker: Speaker) -> str:
    side, noun, n = pathway.sending, noun_of(pathway), len(pathway.rows)
    said = {"referral": noun, "referrals": plural(noun), "way": _way(pathway, speaker)}
    top = sorted(side.carriers, key=lambda one: (-one.n_rows, one.id))
    if not pathway.is_log:
        no_log = "the log has none" if pathway.has_log else "there is no log"
        return p.AS_REPORTED.say(who=_who(top, speaker), no_log=no_log, **said)
    if side.n_named == 0:
        return p.HAS.say(referrals=count(n, noun))
    if len(top) <= FEW:
        said |= {"who": _who(top, speaker), "carry": _verb(top)}
        if pathway.is_vital and pathway.is_thin and not side.n_unknown:
            return p.CARRY_VITAL.say(n=n, **said)
        if side.n_unknown:
            return p.CARRY_NAMED.say(n=f"{side.n_named:,} of {n:,}", **said)
        return p.CARRY_EVERY.say(n=f"{n:,} of {n:,}", **said)
    first = [one for one in top if one.kind == "person"][:FEW]
    carried = sum(one.n_rows for one in first)
    if carried >= FEW_CARRY * side.n_named:
        return p.CARRY_MOST.say(
            who=_who(first, speaker),
            carry=_verb(first),
            share=share(carried / side.n_named),
            n=f"{carried:,} of {side.n_named:,}",
            which="that name a sender" if side.n_unknown else "in this log",
            **said,
        )
    return p.CARRY_MANY.say(who=_who(top, speaker), n=f"{side.n_named:,}", **said)


def _verb(ends: Sequence[Carrier]) -> str:
    """One person carries, a position sends, several and groups carry."""
    if len(ends) > 1 or ends[0].kind == "group":
        return "carry"
    return "carries" if ends[0].kind == "person" else "sends"


def _who(ends: Sequence[Carrier], speaker: Speaker) -> str:
    people = [end.id for end in ends if end.kind == "person"]
    words = [count(len(people), speaker.noun(people))] if people else []
    words += dict.fromkeys(speaker.end(end.id) for end in ends if end.kind == "group")
    words += [OWN_POSITION] * any(end.kind == "position" for end in ends)
    return listed(words)


def _uneven(pathway: Pathway) -> str:
    """The network's term for backup, where counting heads says more than there is."""
    spread, n = pathway.sending.named, len(pathway.sending.people)
    is_ranked = pathway.is_log and not pathway.is_thin
    if spread is None or not is_ranked or n < 2 or len(pathway.sending.counts) > n:
        return ""
    is_most = n > FEW and spread.first_three_share >= FEW_CARRY
    alike = max(1, round(spread.effective))
    if alike >= (FEW if is_most else n):
        return ""
    some = f"{count(alike, 'person')} shared it evenly"
    as_if = some if alike > 1 else "one person carried nearly all of it"
    return p.UNEVEN.say(as_if=as_if, effective=f"{spread.effective:.1f}")


def _paper(pathway: Pathway, speaker: Speaker) -> list[str]:
    """What is on paper, never more than is known; and who receives."""
    n, formal = len(pathway.rows), pathway.basis["formal"]
    receivers = _receivers(pathway, speaker)
    joined = {"and_receive": f", and {receivers[0].lower()}{receivers[1:-1]}" if receivers else ""}
    if formal == n:
        agreed = all(row.basis.agreements for row in pathway.rows)
        them = "it" if n == 1 else "them"
        return [p.AGREED.say(them=them, **joined) if agreed else p.FORMAL.say(**joined)]
    if formal == 0 and not any(row.basis.agreements for row in pathway.rows):
        return [p.NO_AGREEMENT.say(**joined)]
    counts = {form: f"{pathway.basis[form]:,}" for form in ("formal", "informal", "unknown")}
    return [p.ON_PAPER.say(**counts), receivers]


def _receivers(pathway: Pathway, speaker: Speaker) -> str:
    side = pathway.receiving
    if side.n_named == 0:
        return ""  # said first: see _unknown
    if not pathway.is_log and all(one.kind == "position" for one in side.carriers):
        # A tie that leads to an agency says where it leads, not who stands there.
        return p.NO_RECEIVER.say()
    people = [one.id for one in side.carriers if one.kind == "person"]
    if len(side.carriers) > 1 or not people:
        alone = len(side.carriers) == 1 and side.carriers[0].kind == "position"
        verb = p.RECEIVES if alone else p.RECEIVE
        return verb.say(who=_who(side.carriers, speaker), them="them")
    return p.RECEIVES.say(who="one person", them=_them(side))


def _them(side: Side) -> str:
    if side.n_unknown:
        names = "names" if side.n_named == 1 else "name"
        return f"the {side.n_named:,} that {names} a receiver"
    return "it" if side.n_named == 1 else "them all"
