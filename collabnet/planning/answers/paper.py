"""What two agencies' link rests on, asked once for both: what is known, and an answer as rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from collabnet.model import Coalition
from collabnet.model.records import records
from collabnet.risk.assessment import Assessment
from collabnet.risk.contacts import Link, PairContacts

Pair = tuple[str, str]
Standing = Literal["open", "in use", "partly in use", "not in use", "not written"]
Written = Literal["used", "unused", "nothing"]
Names = Literal["yes", "no", "unknown"]
EVIDENCE: Mapping[Written, str] = {
    "used": "asked: written down, and in use",
    "unused": "asked: written down, not in use",
    "nothing": "asked: nothing is written down",
}


@dataclass(frozen=True)
class PaperLink:
    """The link of two agencies as one asks about it.

    Attributes
    ----------
    pair : ids of the agencies, in order
    referrals : from the first to the second, and back
    ties : working ties beside the log
    standing : what is known; "open" where an answer would tell something
    names_position : of an agreement in use, whether it names the post
    """

    pair: Pair
    referrals: tuple[int, int]
    ties: int
    standing: Standing
    names_position: Names = "unknown"


@dataclass(frozen=True)
class PaperAnswer:
    """What was said of one link: what is written, and whether it names the post that acts."""

    pair: Pair
    written: Written
    names_position: Names = "unknown"


def paper_links(assessment: Assessment) -> tuple[PaperLink, ...]:
    """Give every link between two agencies, by their ids.

    Examples
    --------
    >>> import collabnet as cn
    >>> links = paper_links(cn.assess(cn.load("sample:g1")))
    >>> links[-1].pair, links[-1].referrals, links[-1].standing
    (('court', 'residential'), (12, 0), 'open')
    """
    known = agreements_of(assessment.coalition)
    return tuple(
        _paper_link(contacts, known)
        for contacts in assessment.all_contacts
        if not contacts.is_inside and contacts.usable
    )


Agreement = tuple[int, str, Names]
"""Row, in use, whether it names the post."""


def agreements_of(coalition: Coalition) -> dict[Pair, list[Agreement]]:
    """The agreements by sender and receiver."""
    found: dict[Pair, list[Agreement]] = {}
    columns = ("from_agency", "to_agency", "row", "in_use", "names_position")
    for a, b, *agreement in records(coalition.agreements, *columns):
        found.setdefault((a, b), []).append((agreement[0], agreement[1], agreement[2]))
    return found


def _paper_link(contacts: PairContacts, known: Mapping[Pair, list[Agreement]]) -> PaperLink:
    a, b = contacts.pair
    log = [link for link in contacts.usable if link.file == "referrals.csv"]
    there = sum(link.is_from_first for link in log)
    agreements = [*known.get((a, b), []), *known.get((b, a), [])]
    standing = _standing(contacts, {in_use for _, in_use, _ in agreements})
    names = {names for _, in_use, names in agreements if in_use == "yes"}
    return PaperLink(
        contacts.pair,
        (there, len(log) - there),
        len(contacts.usable) - len(log),
        standing,
        "yes" if "yes" in names else "no" if names == {"no"} else "unknown",
    )


def _standing(contacts: PairContacts, in_use: set[str]) -> Standing:
    said: tuple[tuple[str, Standing], ...] = (
        ("yes", "in use"), ("partly", "partly in use"), ("no", "not in use"),
    )  # fmt: skip
    for word, standing in said:
        if word in in_use:
            return standing
    forms = {link.basis for link in contacts.usable}
    # Rows that name nobody can't be said to rest on somebody: where the others are known, that is
    # all that there is to know.
    if forms == {"unknown"} or any(is_open(link) for link in contacts.usable):
        return "open"
    return "in use" if "formal" in forms else "not written"


def is_open(link: Link) -> bool:
    """Whether an answer can say of this very tie or row what it rests on."""
    is_named = bool(link.at_first.id and link.at_second.id)
    return link.basis == "unknown" and is_named and link.file in ("referrals.csv", "ties.csv")
