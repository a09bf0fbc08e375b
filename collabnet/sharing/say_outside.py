"""The sentences of findings for those outside: written anew, without names and small counts."""

from collections.abc import Mapping, Sequence
from typing import Any

from collabnet.risk.carriers import Side
from collabnet.risk.contacts import PairContacts
from collabnet.risk.continuity import departures
from collabnet.risk.pathways import Pathway
from collabnet.risk.rules import FEW, NAMED_TOO_FEW
from collabnet.risk.say_contacts import KIND_NOUN
from collabnet.risk.say_pathway import HEDGE, if_not_written, noun_of
from collabnet.risk.wording import Speaker, capital, listed, plural
from collabnet.sharing.bands import SMALLEST, people_words

OWN_POSITION = "the agency's own position"
WAIT = "would wait until the post is filled"


def pathway_outside(pathway: Pathway, speaker: Speaker, *, hide_count: bool = False) -> str:
    """Say who carries a pathway and what a departure stops, in bands."""
    parts = [_main(pathway, speaker, hide_count), _if_left(pathway), _left(pathway)]
    return " ".join(capital(part) for part in parts if part)


def _main(pathway: Pathway, speaker: Speaker, hide_count: bool) -> str:
    way = f"from {speaker.agency(pathway.from_agency)} to {speaker.agency(pathway.to_agency)}"
    passing = plural(noun_of(pathway))
    n = log_words(pathway, hide_count)
    if not pathway.is_log:
        who = side_words(pathway.sending, speaker)
        return f"{who} can make {passing} {way} (as reported; {n})."
    side = pathway.sending
    if side.named_share < NAMED_TOO_FEW:
        said = f"We don't know who carries the {passing} {way} ({n}): most rows name no sender."
        basis = capital(basis_outside(pathway).removeprefix("and "))
        return f"{said} {basis}, {_receivers(pathway, speaker)}."
    few = len(side.counts) <= FEW and not side.n_unknown
    which = f"every {noun_of(pathway)}" if few else f"the {passing}"
    alone = len(side.counts) == 1 and len(side.people) == 1 and not side.n_unknown
    senders = f"{side_words(side, speaker)} {'carries' if alone else 'carry'} {which} {way} ({n})"
    return f"{senders}, {basis_outside(pathway)}, {_receivers(pathway, speaker)}."


def log_words(pathway: Pathway, hide_count: bool = False) -> str:
    """How many, as far as it may be said."""
    if pathway.n is None:
        return "the log has none" if pathway.has_log else "there is no log"
    if hide_count:
        return "count not shown"
    return f"{pathway.n} in this log" if pathway.n >= SMALLEST else "fewer than 11 in this log"


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
    """What is on paper, without counts."""
    n, formal = len(pathway.rows), pathway.basis["formal"]
    if formal == n:
        agreed = all(row.basis.agreements for row in pathway.rows)
        return "covered by an agreement" if agreed else "on a formal basis"
    if formal:
        return "partly on paper"
    if any(row.basis.agreements for row in pathway.rows):
        return "and it isn't known whether the agreement is in use"
    return "no agreement on record"


def _receivers(pathway: Pathway, speaker: Speaker) -> str:
    side = pathway.receiving
    if side.n_named == 0:
        return "and no row says who receives them"
    if side.sole and not side.n_unknown:
        return "and one person receives them all"
    one = len(side.counts) + bool(side.n_unknown) == 1 and "group" not in _kinds(side)
    return f"and {side_words(side, speaker)} {'receives' if one else 'receive'} them"


def _kinds(side: Side) -> set[str]:
    return {end.kind for end, _ in side.counts}


def _if_left(pathway: Pathway) -> str:
    if not pathway.is_log:
        gone = f"If that person left, the link would be gone{if_not_written(pathway)}."
        return gone if pathway.cut_worst.singles else ""
    found = {one.person: one for one in departures(pathway.rows)}
    sides = [
        (pathway.sending, "that person", "one of them"),
        (pathway.receiving, "the receiver", "one of the receivers"),
    ]
    lost: list[str] = []
    waiting: list[str] = []
    for side, single, those in sides:
        people = [found[person] for person in side.people]
        who = single if len(people) == 1 else those
        _add(lost, who, [one.lost_high for one in people], pathway, "would need another way")
        _add(waiting, who, [one.interrupted for one in people], pathway, WAIT)
    sure = all(one.lost_low == one.lost_high for one in found.values())
    said = []
    if lost:
        said.append(f"{'; '.join(lost)}{'' if sure else ' (if not on paper)'}.")
    if waiting:
        said.append(
            f"{'; '.join(waiting)}; the agreement names the position, so they are expected to "
            f"pass on; {HEDGE}."
        )
    return " ".join(capital(one) for one in said)


def _add(said: list[str], who: str, counts: Sequence[int], pathway: Pathway, would: str) -> None:
    """Add what stops when one of some people leaves: all or some, never how many."""
    if not counts or max(counts) == 0:
        return
    passing = plural(noun_of(pathway))
    is_all = min(counts) == len(pathway.rows)
    if said:
        said.append(f"if {who} left, {'all' if is_all else 'some'} of them would")
    else:
        said.append(f"if {who} left, {'all' if is_all else 'some of the'} {passing} {would}")


def _left(pathway: Pathway) -> str:
    said = []
    if pathway.is_quiet:
        said.append("Nothing has been logged for long at its earlier pace: ask whether it ended.")
    if pathway.absent:
        said.append("Not everybody in the log is still a backup: some left or fell silent.")
    return " ".join(said)


def contacts_outside(
    contacts: PairContacts, asked: Sequence[str], speaker: Speaker, *, says_single: bool
) -> str:
    """Say what the ties of two agencies rest on, and what is strained or missing; no counts."""
    if contacts.is_inside:
        between = f"inside {speaker.agency(contacts.pair[0])}"
    else:
        between = f"between {listed([speaker.agency(agency) for agency in contacts.pair])}"
    parts = []
    if says_single:
        parts.append(_single(contacts, speaker, between))
    elif not contacts.usable and not contacts.is_inside:
        parts.append(f"There is no working tie {between} on record.")
    where = "between the two" if parts else between
    if contacts.strained:
        parts.append(f"Ties {where} are described as strained ({_kinds_of(contacts.strained)}).")
    if contacts.absent:
        parts.append(f"Reported missing {where}: {_kinds_of(contacts.absent)}.")
    if len(asked) == 1 and not contacts.is_inside and (contacts.strained or contacts.absent):
        parts.append("Only one side was asked.")
    return " ".join(capital(part) for part in parts)


def _single(contacts: PairContacts, speaker: Speaker, between: str) -> str:
    named = [(agency, person) for agency, person in contacts.single if person]
    if not named:
        return f"We don't know who holds the only contact {between}: the log names nobody."
    agency, person = named[0]
    said = f"one {speaker.noun([person])} at {speaker.agency(agency)} is the only usable direct "
    said += f"contact {between}"
    if len(named) > 1:
        said += "; on the other side it is one person as well"
    who = "that person" if len(named) == 1 else "either"
    return f"{said}. If {who} left, the two would have no direct contact."


def _kinds_of(links: Sequence[object]) -> str:
    kinds = {getattr(link, "kind", "") for link in links}
    return listed(sorted({KIND_NOUN.get(kind, "another kind of tie") for kind in kinds}))


def hub_outside(numbers: Mapping[str, Any], agency: str) -> str:
    """Say what hangs on a hub and what would pass to a successor; no counts."""
    said = [
        f"One person at {agency} holds formal contacts to at least a third of all who have ties "
        "here. If this post is empty, these contacts go unanswered until it is filled."
    ]
    if numbers["expected_to_pass"]:
        said.append(
            "Contacts under an agreement that names the position are expected to pass to a "
            f"successor; {HEDGE}."
        )
    if any(numbers[key] for key in ("not_named", "no_agreement", "informal")):
        said.append("Some contacts rest on the person and would go along.")
    return " ".join(said)
