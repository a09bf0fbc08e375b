"""The sentences of findings for those outside: written anew, without names and small counts."""

from collections.abc import Mapping, Sequence
from typing import Any

from collabnet.risk.carriers import Side
from collabnet.risk.contacts import Link, PairContacts
from collabnet.risk.facts import FEW, NAMED_TOO_FEW
from collabnet.risk.nouns import plural
from collabnet.risk.pathways import Pathway
from collabnet.risk.patterns import (
    NO_SIDE,
    NOBODY_THERE,
    PASS_ON,
    SINGLE,
    SINGLE_LEFT,
    SINGLE_TOO,
)
from collabnet.risk.say_contacts import KIND_NOUN
from collabnet.risk.say_departure import NOT_ON_PAPER, if_not_written, noun_of
from collabnet.risk.wording import Speaker, capital, listed
from collabnet.sharing.bands import count_words, is_small, people_words

OWN_POSITION = "the agency's own position"
WAIT = "wait until the post is filled"


def pathway_outside(pathway: Pathway, speaker: Speaker, *, hide_count: bool = False) -> str:
    """Say who carries a pathway and what a departure stops, in bands."""
    parts = [*_main(pathway, speaker, hide_count), *_if_left(pathway), *_left(pathway)]
    return " ".join(capital(part) for part in parts if part)


def _main(pathway: Pathway, speaker: Speaker, hide_count: bool) -> list[str]:
    way = f"from {speaker.agency(pathway.from_agency)} to {speaker.agency(pathway.to_agency)}"
    passing = plural(noun_of(pathway))
    n = log_words(pathway, hide_count)
    if not pathway.is_log:
        who = side_words(pathway.sending, speaker)
        return [f"{who} can make {passing} {way} (as reported; {n})."]
    side = pathway.sending
    paper = f"{capital(paper_outside(pathway))}, and {_receivers(pathway, speaker)}."
    if side.named_share < NAMED_TOO_FEW:
        unknown = f"We don't know who carries the {passing} {way} ({n}): most rows name no sender."
        return [unknown, paper]
    few = len(side.counts) <= FEW and not side.n_unknown
    which = f"every {noun_of(pathway)}" if few else f"the {passing}"
    alone = len(side.counts) == 1 and len(side.people) == 1 and not side.n_unknown
    carry = "carries" if alone else "carry"
    return [f"{side_words(side, speaker)} {carry} {which} {way} ({n}).", paper]


def log_words(pathway: Pathway, hide_count: bool = False) -> str:
    """How many, as far as it may be said."""
    if pathway.n is None:
        return "the log has none" if pathway.has_log else "there is no log"
    if hide_count:
        return "count not shown"
    return f"{count_words(pathway.n)} in this log"


def side_words(side: Side, speaker: Speaker) -> str:
    """Who stands on a side: people in bands, groups, positions, and whether some aren't named."""
    people = list(side.people)
    words = []
    if people:
        noun = speaker.noun(people)
        words.append(people_words(len(people), noun, plural(noun)))
    kinds = {end.kind for end, _ in side.counts}
    words += ["a group"] if "group" in kinds else []
    words += [OWN_POSITION] if "position" in kinds else []
    words += ["some who are not named"] if side.n_unknown else []
    return listed(words)


def basis_outside(pathway: Pathway) -> str:
    """What is on paper, without counts.

    Of a small count it isn't said that a part is on paper, since it takes two for that.
    """
    n, formal = len(pathway.rows), pathway.basis["formal"]
    if formal == n:
        agreed = all(row.basis.agreements for row in pathway.rows)
        return "covered by an agreement" if agreed else "on a formal basis"
    if is_small(pathway.n) and any(row.basis.agreements for row in pathway.rows):
        return "not known whether all of it is on paper"
    if formal:
        return "no agreement on record" if is_small(pathway.n) else "partly on paper"
    if any(row.basis.agreements for row in pathway.rows):
        return "and it isn't known whether the agreement is in use"
    return "no agreement on record"


def paper_outside(pathway: Pathway) -> str:
    """What is on paper, as the first half of a sentence."""
    said = basis_outside(pathway)
    return {
        "covered by an agreement": "an agreement covers them",
        "on a formal basis": "all of it is on a formal basis",
        "partly on paper": "it is partly on paper",
        "no agreement on record": "there is no agreement on record",
    }.get(said, said.removeprefix("and "))


def _receivers(pathway: Pathway, speaker: Speaker) -> str:
    side = pathway.receiving
    if side.n_named == 0:
        return "no row says who receives them"
    if side.sole and not side.n_unknown:
        return "one person receives them all"
    one = len(side.counts) + bool(side.n_unknown) == 1 and "group" not in _kinds(side)
    return f"{side_words(side, speaker)} {'receives' if one else 'receive'} them"


def _kinds(side: Side) -> set[str]:
    return {end.kind for end, _ in side.counts}


def _if_left(pathway: Pathway) -> list[str]:
    if not pathway.is_log:
        mark, written = if_not_written(pathway)
        gone = f"If that person left, the link would be gone{mark}."
        return [gone, written] if pathway.cut_worst.singles else []
    found = {one.person: one for one in pathway.departures}
    sides = [
        (pathway.sending, "the sender", "one of the senders"),
        (pathway.receiving, "the receiver", "one of the receivers"),
    ]
    sure = all(one.lost_low == one.lost_high for one in found.values())
    mark = "" if sure else NOT_ON_PAPER
    lost: list[str] = []
    waiting: list[str] = []
    for side, single, those in sides:
        people = [found[person] for person in side.people]
        who = single if len(people) == 1 else those
        _add(lost, who, [one.lost_high for one in people], pathway, "need another way", mark)
        _add(waiting, who, [one.interrupted for one in people], pathway, WAIT, "")
    return [*lost, *waiting, *([PASS_ON.say()] if waiting else [])]


def _add(
    said: list[str], who: str, counts: Sequence[int], pathway: Pathway, would: str, mark: str
) -> None:
    """Add what stops when one of some people leaves: all or some, never how many."""
    if not counts or max(counts) == 0:
        return
    much = "all" if min(counts) == len(pathway.rows) else "some"
    if said:
        said.append(f"If {who} left, {much} of them would{mark}.")
    else:
        passing = plural(noun_of(pathway))
        said.append(f"If {who} left, {much} of the {passing} would {would}{mark}.")


def _left(pathway: Pathway) -> list[str]:
    said = []
    if pathway.is_quiet:
        said.append("Nothing has been logged for long at its earlier pace. Ask whether it ended.")
    if pathway.absent:
        said.append("Not everybody in the log is still a backup: some left or fell silent.")
    return said


def contacts_outside(
    contacts: PairContacts, asked: Sequence[str], speaker: Speaker, *, says_single: bool
) -> str:
    """Say what the ties of two agencies rest on, and what is strained or missing; no counts."""
    if contacts.is_inside:
        between = f"inside {speaker.agency(contacts.pair[0])}"
    else:
        between = f"between {listed(sorted(speaker.agency(agency) for agency in contacts.pair))}"
    parts = []
    if says_single:
        parts.append(_single(contacts, speaker, between))
    elif not contacts.usable and not contacts.is_inside:
        parts.append(f"There is no working tie {between} on record.")
    where = "between the two" if parts else between
    if contacts.strained:
        parts.append(f"Ties {where} are described as strained ({_kinds_of(contacts.strained)}).")
    if contacts.absent:
        there = f"{_for_whom(contacts)}there is {_none_of(contacts.absent)}"
        parts.append(f"A gap is reported {where}. {capital(there)}.")
    is_reported = says_single and any(link.file != "referrals.csv" for link in contacts.usable)
    if is_reported or contacts.strained or contacts.absent:
        parts.append(_told(contacts, asked))
    return " ".join(capital(part).replace("..", ".") for part in parts if part)


def _for_whom(contacts: PairContacts) -> str:
    """Where others are in touch, a gap is one between some of the people only."""
    if contacts.is_inside:
        return "for some of its people "
    return "for some of their people " if contacts.usable or contacts.strained else ""


def _told(contacts: PairContacts, asked: Sequence[str]) -> str:
    if contacts.is_inside:
        return "" if asked else NOBODY_THERE.say()
    return {0: NO_SIDE.say(), 1: "Only one side was asked."}.get(len(asked), "")


def _single(contacts: PairContacts, speaker: Speaker, between: str) -> str:
    # By their labels: the order of the ids would tell which letter is whose.
    single = sorted(contacts.single, key=lambda end: speaker.agency(end[0]))
    named = [(agency, person) for agency, person in single if person]
    if not named:
        return f"We don't know who holds the only contact {between}: the log names nobody."
    agency, person = named[0]
    noun, where = speaker.noun([person]), speaker.agency(agency)
    said = [SINGLE.say(officer=noun, agency=where, between=between)]
    if len(named) > 1:
        said.append(SINGLE_TOO.say(officer="person"))
    who = "that person" if len(named) == 1 else "either of them"
    return " ".join([*said, SINGLE_LEFT.say(who=who)])


def _kinds_of(links: Sequence[Link]) -> str:
    return listed(_kind_nouns(links))


def _none_of(links: Sequence[Link]) -> str:
    return listed([f"no {noun}" for noun in _kind_nouns(links)])


def _kind_nouns(links: Sequence[Link]) -> list[str]:
    return sorted({KIND_NOUN.get(link.kind, "other kind of tie") for link in links})


def hub_outside(numbers: Mapping[str, Any], agency: str) -> str:
    """Say what hangs on a hub and what would pass to a successor; no counts."""
    said = [
        f"A third of all who have ties here, or more, count on one person at {agency} (hub). "
        "If this post is empty, these contacts go unanswered until it is filled."
    ]
    if numbers.get("only_contact_of"):
        said.append(
            f"Whoever is in touch with {agency} reaches it through this one post: a single point "
            "of failure."
        )
    if numbers["expected_to_pass"]:
        said.append(
            "Contacts under an agreement that names the position are expected to pass to a "
            "successor. How well isn't known."
        )
    if any(numbers[key] for key in ("not_named", "no_agreement", "informal")):
        said.append("Some contacts rest on the person and would go along.")
    return " ".join(said)
